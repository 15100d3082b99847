import EDTF
public import TimelineModel

/// Writes events as Markdown to be read or pasted: a section each, accounts as quotations with their speaker, figures with who says so, numbered sources.
public struct MarkdownWriter: EventWriter {
  public var output: [UInt8] = []

  public init() {}

  public mutating func begin(_ timeline: Timeline) {
    line("# \(MarkdownText.escaped(timeline.title))")
    if !timeline.scope.isEmpty { paragraph(MarkdownText.escaped(timeline.scope)) }
  }

  public mutating func write(_ event: Event, in directory: Directory, remark: Remark?) {
    let numbers = Dictionary(event.allSources.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
    func reference(_ source: Identifier?) -> String { source.flatMap { numbers[$0] }.map { " [\($0)]" } ?? "" }
    line("")
    line("## \(MarkdownText.escaped(event.title))")
    var facts = [event.date?.wordsWithWeekday ?? event.dateText ?? "undated", event.kind.rawValue]
    if !event.places.isEmpty { facts.append(event.places.map { directory.name(ofPlace: $0) }.joined(separator: ", ")) }
    paragraph(facts.map { MarkdownText.escaped($0) }.joined(separator: " · "))
    if !event.actors.isEmpty {
      let actors = event.actors.map { actor in directory.name(ofActor: actor.actor) + (actor.role.map { " (\($0))" } ?? "") }
      paragraph(MarkdownText.escaped(actors.joined(separator: ", ")))
    }
    if !event.summary.isEmpty { paragraph(MarkdownText.escaped(event.summary)) }
    for account in event.accounts {
      let when = account.stated.map { ", \($0.words)" } ?? ""
      paragraph("> **\(MarkdownText.escaped(directory.name(ofActor: account.by) + when)):** \(MarkdownText.escaped(account.says))\(reference(account.source))")
    }
    if let note = remark?.note {
      for part in note.split(separator: "\n") {
        paragraph((part == note.prefix(part.count) ? "**Note of the reader:** " : "") + MarkdownText.escaped(String(part)))
      }
    }
    if remark?.isBookmarked == true { paragraph("**Bookmarked by the reader**") }
    figures(event, in: directory, reference)
    for link in event.links { line("- \(link.kind.forward) \(MarkdownText.escaped(link.target))\(reference(link.source))") }
    if !event.links.isEmpty { line("") }
    for id in event.allSources {
      line("\(numbers[id] ?? 0). \(directory.source(id).map { SourceCitation($0).markdown } ?? MarkdownText.escaped(id))")
    }
  }

  public mutating func end() {}

  private mutating func figures(_ event: Event, in directory: Directory, _ reference: (Identifier?) -> String) {
    for estimate in event.casualties {
      let whose = estimate.of == CasualtyEstimate.wholeEvent ? "all" : directory.name(ofActor: estimate.of)
      let speaker = estimate.by.map { ", says \(directory.name(ofActor: $0))" } ?? ""
      let day = estimate.asOf.map { " as of \($0.words)" } ?? ""
      line("- \(estimate.measure.rawValue): \(estimate.figure), \(MarkdownText.escaped(whose + speaker + day))\(reference(estimate.source))")
    }
    if !event.casualties.isEmpty { line("") }
  }

  private mutating func paragraph(_ text: String) {
    line("")
    line(text)
    line("")
  }

  /// Adds a line; no two empty ones follow each other.
  private mutating func line(_ text: String) {
    if text.isEmpty, output.isEmpty || output.suffix(2) == [UInt8(ascii: "\n"), UInt8(ascii: "\n")] { return }
    output.append(contentsOf: text.utf8)
    output.append(UInt8(ascii: "\n"))
  }
}

/// Text made safe for Markdown.
package enum MarkdownText {
  /// Every character that Markdown or HTML gives a meaning gets a backslash, so does what would begin a list, a rule or a block of code, and line ends become
  /// blanks.
  ///
  ///     MarkdownText.escaped("a_b <c>")         // "a\_b \<c\>"
  ///     MarkdownText.escaped("1992. A year")    // "1992\. A year"
  package static func escaped(_ text: String) -> String {
    var result = ""
    // At its beginning a text may look like the beginning of a list, behind its digits if it has any.
    var mayBeginList = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&": result.unicodeScalars.append(contentsOf: ["\\", scalar])
      case " ", "\t", "\n", "\r": if !result.isEmpty { result += " " }
      case "-", "+", "=": result += (result.isEmpty ? "\\" : "") + String(scalar)
      case ".", ")": result += (mayBeginList && !result.isEmpty ? "\\" : "") + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      mayBeginList = mayBeginList && ("0"..."9").contains(scalar)
    }
    return result
  }
}
