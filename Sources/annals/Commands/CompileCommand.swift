import ArgumentParser
import Bytes
import TimelineFormats
import TimelineStore

/// `annals compile FOLDER -o FILE`: the form in which a timeline becomes part of the program. A tool of the build, not of the reader.
struct CompileCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Write the form in which a timeline is built into annals.", shouldDisplay: false)

  @Argument(help: "The folder of the timeline.", completion: .directory)
  var folder: String
  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  func work() throws(Failure) {
    do {
      let result = Format.native.read(try TimelineFolder.files(at: folder))
      guard result.errorCount == 0 else { throw Failure("\(folder) has errors; annals check lists them", .dataHasErrors) }
      let store = EventStore(result.timeline)
      let events = store.all.rows(0..<store.count).map { store.event(at: $0) }
      try FileBytes.write(CompiledTimeline.compile(result.timeline, events: events, columns: store.kept), atomicallyTo: output)
    } catch let failure as Failure {
      throw failure
    } catch let error as FileError {
      throw Failure(error)
    } catch {
      throw Failure("\(error)", .inputOutput)
    }
  }
}
