import EDTF
import TimelineModel

// Which rows a clause lets through.

extension EventStore {
  /// The rows of a clause that asks for a field; one that asks for words is looked for in the text by ``SelectionScan``.
  func rows(of clause: Filter.Clause) -> Bitset {
    var rows = Bitset(bound: count)
    let field = FilterField.of(clause)
    if let (column, names) = column(of: clause) {
      rows = column.rows(ofAny: codes(of: clause, in: names), bound: count)
    } else {
      for value in clause.values { rows.formUnion(self.rows(of: value, field, clause)) }
    }
    guard clause.isNegated else { return rows }
    // Of a row without a date nobody can say that it was not then: it matches no date filter either way.
    var others = Bitset(bound: count)
    others.insert(0..<(field?.isDate == true ? columns.datedCount : count))
    others.subtract(rows)
    return others
  }

  /// The column that a clause asks, and the names of its codes; nil where the field is none of codes.
  func column(of clause: Filter.Clause) -> (codes: CodeColumn, names: NameIndex)? {
    let isExact = clause.comparison == .exactly
    switch (FilterField.of(clause)?.meaning, clause.field) {
    case (.actor?, _): return (isExact ? columns.actors : columns.actorsAndAbove, names.actors)
    case (.place?, _): return (isExact ? columns.places : columns.placesAndAround, names.places)
    case (.source?, _): return (columns.sources, names.sources)
    case (nil, let name?): return columnIndex(named: name).map { (columns.extras[$0].column, names.extras[$0].value) }
    default: return nil
    }
  }

  /// The codes that the values of a clause name, together.
  private func codes(of clause: Filter.Clause, in names: NameIndex) -> Set<Int> {
    var codes: Set<Int> = []
    for case .text(let word) in clause.values {
      let isSettled = settledNames.contains(SettledName(field: clause.field ?? "", word: word))
      codes.formUnion(self.codes(word, clause.comparison, in: names, isSettled: isSettled))
    }
    return codes
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
    switch field?.meaning {
    case .side?:
      guard let side = names.side(word) else { return Bitset(bound: count) }
      return columns.actors.rows(ofAny: names.sideOfActor.indices.filter { names.sideOfActor[$0] == side }, bound: count)
    case .kind?:
      let wanted = Set(kindCodes(word))
      return Bitset(bound: count, passing: CodeTest(columns.kind, values: columns.kinds.count) { wanted.contains($0) })
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
      let precision = Precision.allCases.first { $0.word == word.lowercased() }?.rawValue
      return Bitset(bound: columns.datedCount, passing: CodeTest(columns.precision) { $0 == precision.map(Int.init) }).widened(to: count)
    case .has?:
      return Possession(word).map(rows(having:)) ?? Bitset(bound: count)
    case .actor?, .place?, .source?, .number?, .date?, nil:
      return Bitset(bound: count)
    }
  }

  func rows(having possession: Possession) -> Bitset {
    switch possession {
    case .accounts: columns.rows(marked: .hasAccounts)
    case .dispute: columns.disputed
    case .casualties: columns.rows(marked: .hasCasualties)
    case .place: columns.places.rowsWithAny(bound: count)
    case .note: Bitset(marked.noted, bound: count)
    case .bookmark: Bitset(marked.bookmarked, bound: count)
    }
  }

  private func rows(where figures: FilterField.Figures, _ test: NumberTest, isSure: Bool) -> Bitset {
    switch figures {
    case .weight:
      return Bitset(
        bound: count,
        passing: CodeTest(columns.weight) { byte in
          let weight = Int8(truncatingIfNeeded: byte)
          return weight != RowFacts.noWeight && test.mayHold(low: Int(weight), high: Int(weight)) == 1
        })
    case .sources:
      return Bitset(bound: count, passing: CountTest(counts: columns.sourceCount, test: test))
    case .killed, .wounded:
      let toll = figures == .killed ? columns.killed : columns.wounded
      return toll.isEmpty ? Bitset(bound: count) : Bitset(bound: count, passing: FigureTest(figures: toll.figures, test: test, isSure: isSure))
    }
  }
}

extension Columns {
  func rows(marked mark: RowMarks) -> Bitset {
    Bitset(bound: count, passing: CodeTest(marks) { RowMarks(rawValue: UInt8(truncatingIfNeeded: $0)).contains(mark) })
  }
}

/// A condition on a number that may be known as a range only.
struct NumberTest: Sendable {
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

  /// 1 where some number of the range fits, else 0: a number and not a Bool, for loops over many rows that must not branch.
  @inline(__always)
  func mayHold(low: Int, high: Int) -> UInt64 { (high >= least ? 1 : 0) & (low <= most ? 1 : 0) & (least <= most ? 1 : 0) }

  /// 1 where every number of the range fits, else 0.
  @inline(__always)
  func mustHold(low: Int, high: Int) -> UInt64 { (low >= least ? 1 : 0) & (high <= most ? 1 : 0) }
}
