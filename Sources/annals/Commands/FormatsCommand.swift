import ArgumentParser
import TimelineFormats

/// `annals formats`: what is read, and what is written.
struct FormatsCommand: Work {
  static let configuration = CommandConfiguration(commandName: "formats", abstract: "List the formats that are read and written.")

  func work() throws(Failure) {
    var output = Output()
    try output.line("Read:")
    for format in Format.all { try output.line("  \(Self.padded(format.name)) \(format.summary) (.\(format.extensions.joined(separator: ", .")))") }
    try output.line("Written by list --format:")
    for format in OutputFormat.allCases { try output.line("  \(Self.padded(format.rawValue)) \(format.summary)") }
    try output.flush()
  }

  private static func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, 10 - name.count)) }
}
