/// A file format: what it is called, how it is recognised, and how it is read. All that annals knows stand in one table, ``all``.
public struct Format: Sendable {
  /// The word for it on the command line: `native`.
  public let name: String
  /// How its files end, without the dot, the usual one first.
  public let extensions: [String]
  /// What it is, in one sentence without its full stop.
  public let summary: String
  /// Whether a file looks like one of this format, by its name and its first few kilobytes.
  private let recognises: @Sendable (_ name: String, _ head: [UInt8]) -> Bool
  private let reader: @Sendable ([InputFile], ReadingLimits) -> ReadResult

  init(
    name: String, extensions: [String], summary: String, recognises: @escaping @Sendable (String, [UInt8]) -> Bool,
    reader: @escaping @Sendable ([InputFile], ReadingLimits) -> ReadResult
  ) {
    self.name = name
    self.extensions = extensions
    self.summary = summary
    self.recognises = recognises
    self.reader = reader
  }

  /// Whether a file looks like one of this format. A format that can only be told by its name answers by the name.
  public func sniff(name: String, head: [UInt8]) -> Bool { recognises(name, head) }

  /// Reads the files of one timeline.
  public func read(_ files: [InputFile], limits: ReadingLimits = .standard) -> ReadResult { reader(files, limits) }

  /// Every format, in the order in which they are tried.
  public static let all: [Format] = [native]

  /// The format of a file, or nil when none knows it.
  public static func detect(name: String, head: [UInt8]) -> Format? { all.first { $0.sniff(name: name, head: head) } }

  public static let native = Format(
    name: "native", extensions: ["yaml", "yml"],
    summary: "A timeline that a curator writes by hand: a folder of YAML files, or a single one",
    recognises: { name, _ in name.hasSuffix(".yaml") || name.hasSuffix(".yml") },
    reader: { NativeFormat.read($0, limits: $1) })
}
