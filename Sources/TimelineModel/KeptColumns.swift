package import EDTF

/// The columns of a store in time order, as they are kept and taken back as they are: with the timeline that is part of the program, and in the cache of a file.
///
/// ```
/// row        0         1         2
/// earliest   -12345    -12000    -11998            a number of every row
/// actors     starts 0  2         2         3       lists end to end
///            codes  5 0          –         5       → values()[5], and what lies above 5
/// places     single 7            –         2       where no row has more than one
/// arrival    1        0         2                  in the order of the files row 1 came first; empty where all came in time order
/// ```
package struct KeptColumns: Sendable {
  package var earliest: [Int32] = []
  package var latest: [Int32] = []
  package var precision: [Precision] = []
  package var marks: [RowMarks] = []
  /// Codes of ``kinds``.
  package var kind: [UInt32] = []
  package var kinds: [String] = []
  package var weight: [Int8] = []
  package var sourceCount: [UInt16] = []
  /// Empty where no row has a figure.
  package var killed: [PackedFigure] = []
  package var wounded: [PackedFigure] = []
  package var idHash: [UInt64] = []
  package var actors = Lists()
  package var places = Lists()
  package var sources = Lists()
  package var extras: [(name: String, lists: Lists)] = []
  package var links = Links()
  package var arrival: [UInt32] = []
  /// The lists of sources and of each extra, where they are left where they lie until somebody asks; those above say nothing then. Whoever gives them sees to it that
  /// they are sound.
  package var late: Late?

  package init() {}

  /// For each row a list of codes.
  package struct Lists: Sendable {
    package var valueCount = 0
    /// What the codes stand for, as many as there are.
    package var values: @Sendable () -> [String] = { [] }
    /// How many of them come first that rows themselves may have; those behind them are above others only.
    package var ownCount: Int?
    /// One code for each row, or none; ``starts`` and ``codes`` say nothing then.
    package var single: PackedCodes?
    /// Where each row's list starts in ``codes``, and the end of the last.
    package var starts: [UInt32] = [0]
    package var codes: [UInt32] = []
    /// Where the codes above each code start in ``above``, and the end of the last; empty where nothing lies above any.
    package var aboveStarts: [UInt32] = []
    package var above: [UInt32] = []

    package init() {}
  }

  /// Lists that are taken back when somebody asks for them.
  package struct Late: Sendable {
    package let sources: Lazily<Lists>
    package let extras: [Lazily<Lists>]

    package init(sources: Lazily<Lists>, extras: [Lazily<Lists>]) { (self.sources, self.extras) = (sources, extras) }
  }

  /// The arrows between rows.
  package struct Links: Sendable {
    /// The row that bears each.
    package var bearers: [UInt32] = []
    /// The row that each points at; -1 where there is none.
    package var targets: [Int32] = []
    /// What a link says, by its number, and the id of the row that bears it.
    package var link: @Sendable (Int) -> (id: Identifier, link: Link) = { _ in ("", Link(.follows, "")) }

    package init() {}
  }

  package var count: Int { earliest.count }

  /// Whether every column has all rows, and every code, row and place is one that there is. Only damage makes it otherwise.
  ///
  /// - Complexity: O(rows + codes).
  package var isSound: Bool {
    let counts = [latest.count, precision.count, marks.count, kind.count, weight.count, sourceCount.count, idHash.count]
    return counts.allSatisfy { $0 == count } && (killed.isEmpty || killed.count == count) && (wounded.isEmpty || wounded.count == count)
      && kind.allSatisfy { $0 < kinds.count } && actors.isSound(rows: count) && places.isSound(rows: count) && hasSoundRest && links.isSound(rows: count)
      && isInOrder && hasEachArrival
  }

  private var hasSoundRest: Bool {
    if let late { return late.extras.count == extras.count }
    return sources.isSound(rows: count) && extras.allSatisfy { $0.lists.isSound(rows: count) }
  }

  /// Whether the rows with a date come first, by the day on which they begin.
  private var isInOrder: Bool {
    let dated = marks.prefix { $0.contains(.dated) }.count
    guard !marks[dated...].contains(where: { $0.contains(.dated) }) else { return false }
    for row in 1..<max(1, dated) where earliest[row - 1] > earliest[row] { return false }
    return true
  }

  /// Whether every number of arrival occurs, and once.
  private var hasEachArrival: Bool {
    guard !arrival.isEmpty else { return true }
    guard arrival.count == count else { return false }
    var isSeen = [Bool](repeating: false, count: count)
    for number in arrival {
      guard number < count, !isSeen[Int(number)] else { return false }
      isSeen[Int(number)] = true
    }
    return true
  }
}

extension KeptColumns.Lists {
  /// The same with codes that lie end to end, also where no row has more than one.
  package var spread: KeptColumns.Lists {
    guard let single else { return self }
    var spread = self
    (spread.single, spread.starts, spread.codes) = (nil, [0], [])
    for row in 0..<single.count {
      if single[row] != PackedCodes.none { spread.codes.append(single[row]) }
      spread.starts.append(UInt32(clamping: spread.codes.count))
    }
    return spread
  }

  /// Whether there is a list for each row, and every code is one that there is.
  package func isSound(rows: Int) -> Bool {
    let own = ownCount ?? valueCount
    guard own >= 0, own <= valueCount, aboveStarts.isEmpty && above.isEmpty || hasSoundLineage else { return false }
    if let single { return single.count == rows && single.isBelow(own) }
    return Self.isDivision(starts, into: rows, of: codes.count) && codes.allSatisfy { $0 < own } && hasNoCodeTwice(starts, codes)
  }

  private var hasSoundLineage: Bool {
    Self.isDivision(aboveStarts, into: valueCount, of: above.count) && above.allSatisfy { $0 < valueCount }
      && hasNoCodeTwice(aboveStarts, above, holdsOwn: true)
  }

  /// Whether no list has a code twice; whoever counts codes takes them for rows. Asked only when all codes are below ``valueCount``.
  ///
  /// - Parameter holdsOwn: whether each list is that of a code, which then belongs to it.
  private func hasNoCodeTwice(_ starts: [UInt32], _ codes: [UInt32], holdsOwn: Bool = false) -> Bool {
    var lastList = [UInt32](repeating: .max, count: valueCount)
    for list in 0..<UInt32(clamping: starts.count - 1) {
      if holdsOwn { lastList[Int(list)] = list }
      for position in Int(starts[Int(list)])..<Int(starts[Int(list) + 1]) {
        let code = Int(codes[position])
        if lastList[code] == list { return false }
        lastList[code] = list
      }
    }
    return true
  }

  /// Whether numbers rise from 0 to the end of what they divide.
  private static func isDivision(_ starts: [UInt32], into parts: Int, of count: Int) -> Bool {
    guard starts.count == parts + 1, starts[0] == 0, starts[parts] == count else { return false }
    for index in 0..<parts where starts[index] > starts[index + 1] { return false }
    return true
  }
}

extension KeptColumns.Links {
  fileprivate func isSound(rows: Int) -> Bool {
    bearers.count == targets.count && bearers.allSatisfy { $0 < rows } && targets.allSatisfy { $0 >= -1 && $0 < rows }
  }
}
