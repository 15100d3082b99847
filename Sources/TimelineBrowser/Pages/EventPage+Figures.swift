import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// Whose loss, how many, and who says so: a line for each figure, and the sum where there are several.
extension EventPage {
  mutating func figures() {
    guard !event.casualties.isEmpty else { return }
    builder.blank()
    for measure in CasualtyEstimate.Measure.allCases {
      let estimates = event.casualties.filter { $0.measure == measure }
      guard !estimates.isEmpty else { continue }
      let groups = estimates.reduce(into: [Identifier]()) { if !$0.contains($1.of) { $0.append($1.of) } }
      for group in groups {
        for (index, estimate) in estimates.filter({ $0.of == group }).enumerated() {
          figure(estimate, label: index == 0 ? measure.rawValue.uppercased() : "", group: index == 0 ? name(ofGroup: group) : "")
        }
      }
      if let toll = Toll(measure, of: event, in: store.directory), estimates.count > 1 {
        builder.flow(
          [builder.run("          ")] + words("in all \(toll.figure)", Style(.dim)), indent: 0, hanging: 10)
      }
    }
  }

  private func name(ofGroup group: Identifier) -> String {
    group == CasualtyEstimate.wholeEvent ? "In all" : store.directory.name(ofActor: group)
  }

  private mutating func figure(_ estimate: CasualtyEstimate, label: String, group: String) {
    let head = builder.cell(label).width
    var runs = [builder.run(label + String(repeating: " ", count: max(1, 10 - head)), Style(.killed, .bold))]
    let wide = builder.width >= 50
    let groupWidth = wide ? 20 : 12
    let groupText = builder.cell(group).truncated(to: groupWidth)
    runs.append(.init(text: groupText, style: .normal, item: nil))
    runs.append(builder.run(String(repeating: " ", count: max(1, groupWidth + 1 - groupText.width))))
    let figure = estimate.figure.description
    runs.append(builder.run(figure + String(repeating: " ", count: max(2, 7 - builder.cell(figure).width)), Style(.killed)))
    var says = estimate.by.map { store.directory.name(ofActor: $0) } ?? ""
    if let asOf = estimate.asOf, asOf != event.date { says += says.isEmpty ? "as of \(asOf.words)" : ", as of \(asOf.words)" }
    runs += words(says, Style(.dim))
    if let number = estimate.source.flatMap({ numbers[$0] }) { runs += [builder.run(" "), builder.run("[\(number)]", Style(.source))] }
    if let note = estimate.note { runs += [builder.run(" ")] + words("(\(note))", Style(.dim)) }
    builder.flow(runs, indent: 0, hanging: wide ? 31 : 10)
  }
}
