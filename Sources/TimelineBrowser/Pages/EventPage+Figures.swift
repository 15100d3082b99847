import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// Whose loss, how many, and who says so: a line for each figure, and the sum where several groups are counted.
extension EventPage {
  /// The columns of the table of figures: what is measured, whose it is, how many; who says so takes the rest.
  private struct FigureColumns {
    var group: Int
    var figure: Int
    static let measure = 10
    var hanging: Int { Self.measure + group + 1 + figure + 2 }
  }

  mutating func figures() {
    guard !event.casualties.isEmpty else { return }
    builder.blank()
    let tolls = CasualtyEstimate.Measure.allCases.map { measure in
      Set(event.casualties.filter { $0.measure == measure }.map(\.of)).count > 1 ? Toll(measure, of: event, in: store.directory) : nil
    }
    let figures = event.casualties.map(\.figure) + tolls.compactMap { $0?.figure }
    let widest = figures.map { builder.cell($0.description).width }.max() ?? 0
    let columns = FigureColumns(group: builder.width >= 90 ? 32 : builder.width >= 50 ? 20 : 12, figure: min(widest, max(4, builder.width / 3)))
    for (measure, toll) in zip(CasualtyEstimate.Measure.allCases, tolls) {
      let estimates = event.casualties.filter { $0.measure == measure }
      let groups = estimates.reduce(into: [Identifier]()) { if !$0.contains($1.of) { $0.append($1.of) } }
      var label = measure.rawValue.uppercased()
      for group in groups {
        var name = group == CasualtyEstimate.wholeEvent ? "In all" : store.directory.name(ofActor: group)
        for estimate in estimates where estimate.of == group {
          line(label, name, estimate.figure.description, says: says(estimate), columns)
          (label, name) = ("", "")
        }
      }
      if let toll { line("", "Together", toll.figure.description, says: [], columns) }
    }
  }

  private mutating func line(_ label: String, _ group: String, _ figure: String, says: [PageLine.Run], _ columns: FigureColumns) {
    // A number is never cut; names are.
    func padded(_ text: String, to columns: Int, _ style: Style, isCut: Bool = true) -> PageLine.Run {
      let cell = isCut ? builder.cell(text).truncated(to: columns) : builder.cell(text)
      return PageLine.Run(text: cell + builder.cell(String(repeating: " ", count: max(0, columns - cell.width))), style: style, item: nil)
    }
    let head = [
      padded(label, to: FigureColumns.measure, Style(.killed, .bold)), padded(group, to: columns.group, .normal), builder.run(" "),
      padded(figure, to: columns.figure, Style(.killed), isCut: false), builder.run("  "),
    ]
    builder.flow(head + says, indent: 0, hanging: columns.hanging + 16 <= builder.width ? columns.hanging : FigureColumns.measure)
  }

  /// Who says so, as of when, in which source, with what note.
  private func says(_ estimate: CasualtyEstimate) -> [PageLine.Run] {
    var text = estimate.by.map { store.directory.name(ofActor: $0) } ?? ""
    if let asOf = estimate.asOf, asOf != event.date { text += text.isEmpty ? "as of \(asOf.words)" : ", as of \(asOf.words)" }
    var runs = words(text, Style(.dim))
    if let number = estimate.source.flatMap(number(ofSource:)) {
      if !runs.isEmpty { runs.append(builder.run(" ")) }
      runs.append(builder.run("[\(number)]", Style(.source)))
    }
    let note = [estimate.note, estimate.scope == .wider ? "covers more than this event" : nil].compactMap(\.self).joined(separator: "; ")
    if !note.isEmpty { runs += [builder.run(" ")] + words("(\(note))", Style(.dim)) }
    return runs
  }
}
