public import TimelineModel

/// Writes events one after the other in a format for other programs. It keeps no event: the caller takes what has been written whenever it likes, so the
/// memory needed does not depend on how many events there are.
///
///     var writer = OutputFormat.jsonl.writer()
///     writer.begin(timeline)
///     for event in window { writer.write(event, in: directory) }
///     writer.end()
///     print(writer.drain())
///
/// The bytes are exact data; whoever prints them on a terminal cleans them first.
public protocol EventWriter: Sendable {
  /// What has been written and not yet taken.
  var output: [UInt8] { get set }
  /// Writes what stands before the first event. `timeline` needs no events.
  mutating func begin(_ timeline: Timeline)
  /// - Parameter remark: what the reader set down on it; given with every event or with none.
  mutating func write(_ event: Event, in directory: Directory, remark: Remark?)
  /// Writes what stands behind the last event.
  mutating func end()
}

extension EventWriter {
  public mutating func write(_ event: Event, in directory: Directory) { write(event, in: directory, remark: nil) }

  /// Takes what has been written so far.
  public mutating func drain() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }
}

/// The formats that events are written in for other programs (`--format`).
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json, jsonl, markdown

  /// What it is, in one sentence without its full stop.
  public var summary: String {
    switch self {
    case .csv: "One row an event, RFC 4180, lists joined by semicolons"
    case .json: "One document with the timeline's own data and all events"
    case .jsonl: "One JSON object a line, an event each"
    case .markdown: "A section an event, with accounts, figures and sources"
    }
  }

  /// - Parameters:
  ///   - raw: whether CSV leaves text as it is that a spreadsheet would take for a formula; see ``CSVWriter``.
  ///   - remarks: whether every event will come with a remark.
  public func writer(raw: Bool = false, remarks: Bool = false) -> any EventWriter {
    switch self {
    case .csv: CSVWriter(raw: raw, remarks: remarks)
    case .json: JSONWriter(.document)
    case .jsonl: JSONWriter(.lines)
    case .markdown: MarkdownWriter()
    }
  }
}
