import EDTF
import TimelineModel

// Which rows a clause lets through.

extension EventStore {
  func rows(of clause: Filter.Clause) -> Bitset {
    var rows = Bitset(bound: count)
    let field = clause.field.flatMap { name in FilterField.all.first { $0.name == name } }
    for value in clause.values { rows.formUnion(self.rows(of: value, field, clause)) }
    guard clause.isNegated else { return rows }
    // Of a row without a date nobody can say that it was not then: it matches no date filter either way.
    var others = Bitset(bound: count)
    others.insert(0..<(field?.isDate == true ? columns.datedCount : count))
    others.subtract(rows)
    return others
  }

  private func rows(of value: Filter.Value, _ field: FilterField?, _ clause: Filter.Clause) -> Bitset {
    switch (field?.meaning, value) {
    case (.number(let figures)?, .number(let number)):
      return rows(where: figures, NumberTest(clause.comparison, number), isSure: clause.isSure)
    case (.number(let figures)?, .range(let from, let through)):
      return rows(where: figures, NumberTest(from: from, through: through), isSure: clause.isSure)
    case (.date(let relation)?, .date(let date)):
      return columns.rows(
        since: relation == .until ? nil : date.earliest, until: relation == .since ? nil : date.latest, isWithin: clause.isSure)
    case (_, .text(let word)):
      return rows(of: word, field, clause)
    default:
      return Bitset(bound: count)
    }
  }

  private func rows(of word: String, _ field: FilterField?, _ clause: Filter.Clause) -> Bitset {
    guard let name = clause.field else { return rows(withText: word) }
    let isExact = clause.comparison == .exactly
    switch field?.meaning {
    case nil:
      guard let index = columnIndex(named: name) else { return Bitset(bound: count) }
      return columns.extras[index].column.rows(ofAny: codes(word, clause.comparison, in: names.extras[index]), bound: count)
    case .actor?:
      return (isExact ? columns.actors : columns.actorsAndAbove).rows(ofAny: codes(word, clause.comparison, in: names.actors), bound: count)
    case .place?:
      return (isExact ? columns.places : columns.placesAndAround).rows(ofAny: codes(word, clause.comparison, in: names.places), bound: count)
    case .source?:
      return columns.sources.rows(ofAny: codes(word, clause.comparison, in: names.sources), bound: count)
    case .side?:
      guard let side = names.side(word) else { return Bitset(bound: count) }
      return columns.actors.rows(ofAny: names.sideOfActor.indices.filter { names.sideOfActor[$0] == side }, bound: count)
    case .kind?:
      let wanted = Set(kindCodes(word).map { UInt32(clamping: $0) })
      let isWanted = columns.kinds.indices.map { wanted.contains(UInt32(clamping: $0)) }
      let kind = columns.kind
      return Bitset(bound: count) { isWanted[Int(kind[$0])] }
    case .id?:
      var rows = Bitset(bound: count)
      for row in self.rows(of: word) { rows.insert(row.number) }
      return rows
    case .era?:
      var rows = Bitset(bound: count)
      for era in eras(word) {
        rows.formUnion(columns.rows(since: era.date.earliest, until: era.date.latest, isWithin: clause.isSure))
      }
      return rows
    case .precision?:
      let precision = Precision.allCases.first { $0.word == word.lowercased() }
      return Bitset(bound: columns.datedCount) { columns.precision[$0] == precision }.widened(to: count)
    case .has?:
      return Possession(word).map(rows(having:)) ?? Bitset(bound: count)
    case .number?, .date?:
      return Bitset(bound: count)
    }
  }

  func rows(having possession: Possession) -> Bitset {
    let mark: RowMarks
    switch possession {
    case .accounts: mark = .hasAccounts
    case .dispute: mark = .isDisputed
    case .casualties: mark = .hasCasualties
    case .place: return columns.places.rowsWithAny(bound: count)
    }
    return Bitset(bound: count) { columns.marks[$0].contains(mark) }
  }

  private func rows(where figures: FilterField.Figures, _ test: NumberTest, isSure: Bool) -> Bitset {
    switch figures {
    case .weight:
      return Bitset(bound: count) { row in columns.weight(of: row).map { test.mayHold(low: $0, high: $0) } ?? false }
    case .sources:
      return Bitset(bound: count) { row in test.mayHold(low: Int(columns.sourceCount[row]), high: Int(columns.sourceCount[row])) }
    case .killed, .wounded:
      let toll = figures == .killed ? columns.killed : columns.wounded
      if toll.isEmpty { return Bitset(bound: count) }
      return Bitset(bound: count) { row in
        guard let range = toll.range(of: row) else { return false }
        return isSure ? test.mustHold(low: range.low, high: range.high) : test.mayHold(low: range.low, high: range.high)
      }
    }
  }
}

/// A condition on a number that may be known as a range only.
struct NumberTest {
  private var least = Int.min
  private var most = Int.max

  init(from: Int?, through: Int?) {
    least = from ?? .min
    most = through ?? .max
  }

  init(_ comparison: Filter.Comparison, _ number: Int) {
    switch comparison {
    case .matches, .exactly: (least, most) = (number, number)
    case .greater: (least, most) = number == .max ? (.max, .min) : (number + 1, .max)
    case .greaterOrEqual: least = number
    case .less: (least, most) = number == .min ? (.max, .min) : (.min, number - 1)
    case .lessOrEqual: most = number
    }
  }

  /// Whether some number of the range fits.
  @inline(__always)
  func mayHold(low: Int, high: Int) -> Bool { high >= least && low <= most && least <= most }

  /// Whether every number of the range fits.
  @inline(__always)
  func mustHold(low: Int, high: Int) -> Bool { low >= least && high <= most }
}
