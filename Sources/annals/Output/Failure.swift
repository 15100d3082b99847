import Bytes

/// Something that ends a command: what to say on standard error, and the status to end with.
struct Failure: Error {
  var words: String
  var status: ExitStatus

  init(_ words: String, _ status: ExitStatus) {
    self.words = words
    self.status = status
  }

  init(_ error: FileError) {
    words = error.description
    status = ExitStatus(rawValue: error.exitClass.rawValue) ?? .inputOutput
  }
}
