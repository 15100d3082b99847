import TimelineModel

/// The links of the rows that have some, and the same arrows seen from their targets.
struct LinkTable: Sendable {
  /// An arrow at one of its ends.
  struct End: Sendable {
    let link: Link
    let isIncoming: Bool
    /// The row at the other end, if there is one.
    let other: Int?
    let otherID: Identifier
  }

  /// What a link says, by its number, and the id of the row that bears it.
  private let link: @Sendable (Int) -> (id: Identifier, link: Link)
  /// For each link the row that bears it.
  private let bearers: [UInt32]
  /// For each link the row of its target; -1 where there is none.
  private let targets: [Int32]
  /// The numbers of links by the row that bears them, in the order of the file.
  private let byBearer: Grouping
  /// The numbers of links by the row of their target, in time order of the bearers.
  private let byTarget: Grouping

  /// - Parameters:
  ///   - links: each with the row that bears it and that row's id.
  ///   - idHash: for each row the hash of its id; of several rows that bear one id the first in time is the target.
  /// - Complexity: O(n + m log m), m links; nothing where there is no link.
  init(_ links: [(row: Int, id: Identifier, link: Link)], idHash: [UInt64]) {
    self.init(
      bearers: links.map { UInt32(clamping: $0.row) }, targets: Self.rows(of: links.map { RowFacts.hash(ofID: $0.link.target) }, idHash),
      rowCount: idHash.count
    ) { (links[$0].id, links[$0].link) }
  }

  /// Links whose ends are known already.
  init(_ kept: KeptColumns.Links, rowCount: Int) {
    self.init(bearers: kept.bearers, targets: kept.targets, rowCount: rowCount, link: kept.link)
  }

  private init(bearers: [UInt32], targets: [Int32], rowCount: Int, link: @escaping @Sendable (Int) -> (id: Identifier, link: Link)) {
    self.link = link
    self.bearers = bearers
    self.targets = targets
    let groupCount = bearers.isEmpty ? 0 : rowCount
    let byBearer = Grouping(Array(bearers.indices), groupCount: groupCount) { Int(bearers[$0]) }
    self.byBearer = byBearer
    byTarget = Grouping(byBearer.members.filter { targets[$0] >= 0 }, groupCount: groupCount) { Int(targets[$0]) }
  }

  /// The links as they are kept.
  var kept: KeptColumns.Links {
    var kept = KeptColumns.Links()
    (kept.bearers, kept.targets, kept.link) = (bearers, targets, link)
    return kept
  }

  /// Numbers put into groups, each group in the order in which they came.
  private struct Grouping: Sendable {
    private(set) var members: [Int]
    /// Where each group's members begin, and where the last ends.
    private var starts: [Int]

    /// - Complexity: O(members + groups): counted, then placed.
    init(_ numbers: [Int], groupCount: Int, group: (Int) -> Int) {
      starts = Array(repeating: 0, count: groupCount + 1)
      for number in numbers { starts[group(number) + 1] += 1 }
      for index in 0..<groupCount { starts[index + 1] += starts[index] }
      members = Array(repeating: 0, count: numbers.count)
      var next = starts
      for number in numbers {
        let group = group(number)
        members[next[group]] = number
        next[group] += 1
      }
    }

    subscript(group: Int) -> ArraySlice<Int> { group >= 0 && group < starts.count - 1 ? members[starts[group]..<starts[group + 1]] : [] }
  }

  /// For each hash the first row that has it, -1 where none has. The few that are looked for are sorted, not the many rows.
  private static func rows(of wanted: [UInt64], _ idHash: [UInt64]) -> [Int32] {
    let sorted = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    let keys = sorted.map { wanted[$0] }
    var rows = [Int32](repeating: -1, count: wanted.count)
    guard !keys.isEmpty else { return rows }
    for (row, hash) in idHash.enumerated() {
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < hash { low = middle + 1 } else { high = middle }
      }
      while low < keys.count, keys[low] == hash {
        if rows[sorted[low]] < 0 { rows[sorted[low]] = Int32(clamping: row) }
        low += 1
      }
    }
    return rows
  }

  /// Outgoing in the order of the file, then incoming in time order.
  func ends(of row: Int) -> [End] {
    var ends: [End] = []
    for number in byBearer[row] {
      let (target, link) = (targets[number], link(number).link)
      ends.append(End(link: link, isIncoming: false, other: target >= 0 ? Int(target) : nil, otherID: link.target))
    }
    for number in byTarget[row] {
      let (id, link) = link(number)
      ends.append(End(link: link, isIncoming: true, other: Int(bearers[number]), otherID: id))
    }
    return ends
  }
}
