import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// What led to the event, what came of it, and what else it is linked with.
extension EventPage {
  /// An event that this one is linked with, by one link or by several.
  private struct Neighbour {
    let id: Identifier
    let row: Row?
    var words: [String]
    var sources: [Identifier]
    /// Whether it came first by what the links say: true for what led here, false for what followed, nil for neither.
    var cameFirst: Bool?
  }

  mutating func links() {
    let neighbours = self.neighbours
    guard !neighbours.isEmpty else { return }
    builder.blank()
    for (label, cameFirst) in [("BEFORE", true), ("AFTER", false), ("ALSO", nil)] as [(String, Bool?)] {
      for (index, neighbour) in neighbours.filter({ $0.cameFirst == cameFirst }).enumerated() {
        line(of: neighbour, label: index == 0 ? label : "")
      }
    }
  }

  /// Each linked event once, in the order of its first link; what stands before and after in order of time.
  private var neighbours: [Neighbour] {
    var found: [Neighbour] = []
    for link in store.links(of: row) {
      let cameFirst = link.cameFirst
      if let index = found.firstIndex(where: { $0.row == link.row && $0.id == link.id }) {
        if !found[index].words.contains(link.words) { found[index].words.append(link.words) }
        if let source = link.source, !found[index].sources.contains(source) { found[index].sources.append(source) }
        found[index].cameFirst = found[index].cameFirst ?? cameFirst
      } else {
        found.append(Neighbour(id: link.id, row: link.row, words: [link.words], sources: [link.source].compactMap { $0 }, cameFirst: cameFirst))
      }
    }
    // A link into nothing stands last.
    return found.enumerated().sorted { ($0.element.row?.number ?? .max, $0.offset) < ($1.element.row?.number ?? .max, $1.offset) }.map(\.element)
  }

  private mutating func line(of neighbour: Neighbour, label: String) {
    var runs = heading(label)
    if let target = neighbour.row {
      let summary = store.summary(at: target)
      let glyph = EventGlyph(summary.kind)
      let item = builder.item(.event(target))
      runs.append(.init(text: builder.cell(glyph.text(ascii: builder.ascii) + " "), style: Style(glyph.role), item: nil))
      runs += linked(summary.title, to: item)
      if let date = summary.date { runs += [builder.run(", ", Style(.dim))] + words(date.words, Style(.dim)) }
    } else {
      runs.append(builder.run(neighbour.id, Style(.warning)))
    }
    runs += [builder.run(" ")] + words("(\(neighbour.words.joined(separator: ", ")))", Style(.dim))
    let marks = neighbour.sources.compactMap(number(ofSource:)).map(String.init)
    if !marks.isEmpty { runs += [builder.run(" "), builder.run("[\(marks.joined(separator: ","))]", Style(.source))] }
    builder.flow(runs, indent: 0, hanging: 10)
  }
}

extension LinkedEvent {
  /// Whether the linked event came before this one by what the link says: true for what led here, false for what followed, nil for neither.
  var cameFirst: Bool? {
    switch kind.direction {
    case .fromTarget: !isIncoming
    case .toTarget: isIncoming
    case .neither: nil
    }
  }
}
