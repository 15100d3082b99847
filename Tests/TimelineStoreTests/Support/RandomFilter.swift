import EDTF
import SeededRandom
import TimelineModel
import TimelineStore

/// Clauses of every field, with values that some event has, that none has, and that nobody knows.
enum RandomFilter {
  static func clause(_ random: inout SeededGenerator) -> Filter.Clause {
    let field = random.pick(FilterField.all.map(\.name) + ["country_name", ""])
    let isNegated = random.oneIn(4)
    if field.isEmpty { return Filter.Clause(nil, .matches, texts(&random) { part(&$0) }, isNegated: isNegated) }
    if field == "country_name" {
      return Filter.Clause(field, random.oneIn(3) ? .exactly : .matches, texts(&random) { $0.pick(RandomTimeline.countries) }, isNegated: isNegated)
    }
    guard let row = FilterField.named(field) else { return .words(field) }
    let comparison = random.pick(row.comparisons)
    let isSure = row.takesSure && random.oneIn(3)
    return Filter.Clause(row.name, comparison, values(&random, row.name, comparison), isNegated: isNegated, isSure: isSure)
  }

  private static func values(_ random: inout SeededGenerator, _ field: String, _ comparison: Filter.Comparison) -> [Filter.Value] {
    switch field {
    case "actor": return texts(&random) { $0.oneIn(2) ? "actor-\(Int.random(in: 0...8, using: &$0))" : $0.pick(RandomTimeline.words) }
    case "place": return texts(&random) { $0.oneIn(2) ? "place-\(Int.random(in: 0...6, using: &$0))" : $0.pick(RandomTimeline.words) }
    case "source":
      return texts(&random) { random in
        comparison == .exactly || random.oneIn(2) ? "source-\(Int.random(in: 0...5, using: &random))" : random.pick(RandomTimeline.words)
      }
    case "side": return texts(&random) { $0.pick(RandomTimeline.sides) }
    case "kind": return texts(&random) { $0.pick(RandomTimeline.kinds).rawValue }
    case "id": return texts(&random) { "event-\(Int.random(in: 0...9, using: &$0))" }
    case "era": return texts(&random) { "era-\(Int.random(in: 0...2, using: &$0))" }
    case "precision": return texts(&random) { String(describing: $0.pick(Precision.allCases)) }
    case "has": return texts(&random) { $0.pick(["accounts", "dispute", "casualties", "place"]) }
    case "since", "until", "on":
      return (0..<Int.random(in: 1...2, using: &random)).map { _ in
        let date = RandomTimeline.date(&random) ?? EDTFDate(Day(8_000))
        return .date(Filter.DateArgument(date.text, earliest: date.earliest, latest: date.latest))
      }
    default:
      return (0..<Int.random(in: 1...2, using: &random)).map { _ in
        let first = random.oneIn(12) ? Int.max : Int.random(in: 0...16, using: &random)
        guard comparison == .matches, random.oneIn(2) else { return .number(first) }
        let last = first == .max ? .max : first + Int.random(in: 0...6, using: &random)
        return .range(from: random.oneIn(4) ? nil : first, through: last)
      }
    }
  }

  private static func texts(_ random: inout SeededGenerator, _ make: (inout SeededGenerator) -> String) -> [Filter.Value] {
    (0..<Int.random(in: 1...2, using: &random)).map { _ in .text(make(&random)) }
  }

  /// A piece of a word, or a phrase.
  static func part(_ random: inout SeededGenerator) -> String {
    let name = RandomTimeline.name(&random)
    guard random.oneIn(2) else { return name }
    let piece = name.dropFirst(Int.random(in: 0...2, using: &random)).prefix(Int.random(in: 2...6, using: &random))
    return Folding.fold(String(piece)).isEmpty ? "sotk" : String(piece)
  }
}
