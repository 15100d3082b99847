import Notebook
import Terminal
import TimelineModel

extension EventPage {
  /// What the reader wrote on the event, apart from what the timeline says of it.
  mutating func ownNote() {
    let letters = margin.marks.filter { $0.event == event.id }.map(\.letter)
    let note = margin.note(on: event.id)
    let isBookmarked = margin.isBookmarked(event.id)
    guard note != nil || isBookmarked || !letters.isEmpty else { return }
    builder.blank()
    var runs: [PageLine.Run] = []
    func add(_ words: String, _ style: Style) {
      if !runs.isEmpty { runs.append(builder.run(" \(builder.ascii ? "-" : "·") ", Style(.dim))) }
      runs.append(builder.run(words, style))
    }
    if note != nil { add("YOUR NOTE", Style(.accountHeader)) }
    if isBookmarked { add("\(MarginGlyph.bookmark.text(ascii: builder.ascii)) bookmarked", Style(.dim)) }
    if !letters.isEmpty { add("mark \(letters.joined(separator: ", "))", Style(.dim)) }
    builder.flow(runs, indent: 0)
    for line in (note ?? "").split(separator: "\n", omittingEmptySubsequences: false) where note != nil {
      if line.isEmpty { builder.blank() } else { builder.paragraph(line, indent: 2) }
    }
  }
}
