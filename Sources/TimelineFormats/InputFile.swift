/// A file's name and its bytes: what a reader is given. Where they come from (a disk, a pipe, memory) is not the reader's business.
public struct InputFile: Hashable, Sendable {
  /// The name that locations show, relative to the timeline's folder: `events/2020-2022.yaml`.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Takes bytes that lie in memory for good, as the ones compiled into the program do. Copying them costs about 10 µs for 100 KB.
  public init(name: String, staticBytes: UnsafeRawBufferPointer) {
    self.init(name: name, bytes: Array(staticBytes))
  }
}
