import Bytes
import Notebook
import Terminal
import TestSupport
import TimelineFormats
import TimelineModel

extension HostileFile {
  /// What the readers say of the file, in the words of the tables.
  func verdict() throws -> String {
    switch name.split(separator: "/").first {
    case "config": return Self.worst(SettingsFile(bytes, name: fileName).problems)
    case "theme":
      let problems = Theme.parse(String(decoding: bytes, as: UTF8.self), name: fileName).problems
      return problems.first.map { "warning theme \($0.line)" } ?? "clean"
    case "journal":
      let folder = try TemporaryFolder()
      let path = folder.path + "/\(fileName).journal"
      try FileBytes.write(bytes, atomicallyTo: path)
      return Self.worst(try Journal(path).load().problems)
    default:
      guard let format = Format.detect(name: fileName, head: Array(bytes.prefix(8_192))) else { return "refused" }
      let result = format.read([InputFile(name: fileName, bytes: bytes)])
      return "\(Self.worst(result.problems)), \(result.timeline.events.count) events"
    }
  }

  /// What is said of a file that is only a piece of one; it is the verdict where nothing else is as bad.
  private static let ofPieces: Set<String> = ["missing-columns", "missing-timeline-id", "missing-timeline-title"]

  private static func worst(_ all: [Problem]) -> String {
    let errors = all.filter { $0.severity == .error }
    let worst = errors.isEmpty ? all : errors
    guard let problem = worst.first(where: { !ofPieces.contains($0.code) }) ?? worst.first else { return "clean" }
    return "\(problem.severity.rawValue) \(problem.code) \(problem.location.line):\(problem.location.column)"
  }
}
