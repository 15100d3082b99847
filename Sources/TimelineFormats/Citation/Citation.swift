import EDTF
public import TimelineModel

/// How to cite an event of a timeline, together with the sources that it rests on.
///
///     Citation(of: event, in: timeline).text(.chicago)
public struct Citation: Sendable {
  public enum Style: String, Hashable, Sendable, CaseIterable {
    case chicago, bibtex, markdown

    /// The name that a menu shows.
    public var name: String {
      switch self {
      case .chicago: "Chicago"
      case .bibtex: "BibTeX"
      case .markdown: "Markdown"
      }
    }
  }

  private let event: Event
  private let timeline: Timeline
  private let directory: Directory

  /// - Parameter directory: the timeline's, when the caller has it at hand.
  public init(of event: Event, in timeline: Timeline, directory: Directory? = nil) {
    self.event = event
    self.timeline = timeline
    self.directory = directory ?? Directory(timeline)
  }

  /// The whole citation; it ends in a line end.
  public func text(_ style: Style) -> String {
    switch style {
    case .chicago: chicago
    case .bibtex: bibtex
    case .markdown: markdown
    }
  }

  private var sources: [Source] { event.allSources.compactMap { directory.source($0) } }
  private var dateWords: String { event.date?.words ?? event.dateText ?? "undated" }

  /// The event in its timeline, then each source on a line of its own, as a bibliography has them.
  private var chicago: String {
    var lines = ["“\(event.title),” \(dateWords). In \(timeline.title). Event \(event.id) of timeline \(timeline.id)."]
    lines += sources.map { SourceCitation($0).chicago }
    return lines.joined(separator: "\n") + "\n"
  }

  private var bibtex: String {
    var fields = [(name: "title", value: BibTeXText.escaped(event.title))] + BibTeXText.dateFields(event.date)
    fields.append(("howpublished", BibTeXText.escaped("\(timeline.title), timeline \(timeline.id)")))
    if !event.allSources.isEmpty { fields.append(("note", BibTeXText.escaped("Sources: \(event.allSources.joined(separator: ", "))"))) }
    return ([BibTeXText.entry("misc", key: event.id, fields)] + sources.map { SourceCitation($0).bibtex }).joined(separator: "\n")
  }

  private var markdown: String {
    var lines = ["**\(MarkdownText.escaped(event.title))**, \(dateWords) (\(MarkdownText.escaped(timeline.title)), `\(event.id)`)", ""]
    lines += sources.enumerated().map { "\($0 + 1). \(SourceCitation($1).markdown)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
