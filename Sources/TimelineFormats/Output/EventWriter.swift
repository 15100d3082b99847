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
  mutating func write(_ event: Event, in directory: Directory)
  /// Writes what stands behind the last event.
  mutating func end()
}

extension EventWriter {
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

  /// - Parameter raw: whether CSV leaves text as it is that a spreadsheet would take for a formula; see ``CSVWriter``.
  public func writer(raw: Bool = false) -> any EventWriter {
    switch self {
    case .csv: CSVWriter(raw: raw)
    case .json: JSONWriter(.document)
    case .jsonl: JSONWriter(.lines)
    case .markdown: MarkdownWriter()
    }
  }
}
