import Foundation
import Testing

/// A file that a stranger might send: what it is called, what is in it, and what is to be said of it.
///
/// The files stand in the tables of `Files/`, one after another:
///
/// ```
/// === json/open.json | error json-ends 1:2, 0 events
/// {⟪end⟫
/// ```
/// Behind the bar stands the first of its worst problems with code, line and column, or `clean`, or `refused` where no format knows it, then how many events are
/// read all the same. What no text can hold stands between brackets: `⟪1B⟫` is a byte, `⟪5B×200⟫` two hundred of them, and `⟪end⟫` ends a file before its
/// line end. RECORD_SNAPSHOTS=1 writes what is said now into the tables, to be read before it is kept.
struct HostileFile: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var expected: String
  var testDescription: String { name }

  /// The name without the family before it.
  var fileName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Whether no format knows it.
  var isRefused: Bool { expected == "refused" }
}

/// One of the tables.
struct HostileTable: Sendable, CustomTestStringConvertible {
  let name: String
  private let path: String
  private let lines: [String]
  var testDescription: String { name }

  static let all = ["tables", "ged", "acled", "gdelt", "timelinejs", "json", "native", "own"].map { HostileTable($0) }
  /// Those of timelines and data, which the commands open.
  static let ofData = all.filter { $0.name != "own" }

  private init(_ name: String) {
    self.name = name
    path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Files/\(name).txt").path
    lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
  }

  private static func isHeading(_ line: String) -> Bool { line.hasPrefix("=== ") }

  var files: [HostileFile] {
    var files: [HostileFile] = []
    for line in lines.dropLast() {
      if Self.isHeading(line) {
        let parts = line.dropFirst(4).components(separatedBy: " | ")
        files.append(HostileFile(name: parts[0], bytes: [], expected: parts.dropFirst().joined(separator: " | ")))
      } else if !files.isEmpty {
        files[files.count - 1].bytes += Self.bytes(of: line)
      }
    }
    return files
  }

  /// The bytes of a line of the table, its end among them.
  private static func bytes(of line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(line)
    while let open = rest.range(of: "⟪"), let close = rest.range(of: "⟫", range: open.upperBound..<rest.endIndex) {
      bytes += rest[..<open.lowerBound].utf8
      let inside = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      if inside == "end" { return bytes }
      let parts = inside.components(separatedBy: "×")
      let some = parts[0].split(separator: " ").compactMap { UInt8($0, radix: 16) }
      for _ in 0..<(parts.count > 1 ? Int(parts[1]) ?? 0 : 1) { bytes += some }
    }
    return bytes + rest.utf8 + [0x0A]
  }

  /// Writes other verdicts into the table.
  func record(_ verdicts: [String: String]) throws {
    let changed = lines.map { line in
      guard Self.isHeading(line), let name = line.dropFirst(4).components(separatedBy: " | ").first, let verdict = verdicts[name] else { return line }
      return "=== \(name) | \(verdict)"
    }
    try changed.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
