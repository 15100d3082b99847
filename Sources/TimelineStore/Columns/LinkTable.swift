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

  private struct Arrow: Sendable {
    let row: Int
    let target: Int?
    let id: Identifier
    let link: Link
  }

  /// In time order of the rows that bear them.
  private let arrows: [Arrow]
  /// The positions in ``arrows`` of those that have a target, in order of target and position.
  private let byTarget: [Int]

  /// - Parameters:
  ///   - links: each with the row that bears it and that row's id.
  ///   - idHash: for each row the hash of its id; of several rows that bear one id the first in time is the target.
  /// - Complexity: O(n + m log m), m links.
  init(_ links: [(row: Int, id: Identifier, link: Link)], idHash: [UInt64]) {
    let rows = Self.rows(of: links.map { RowFacts.hash(ofID: $0.link.target) }, idHash)
    let bearers = links.map(\.row)
    let order = bearers.indices.sorted { (bearers[$0], $0) < (bearers[$1], $1) }
    let arrows = order.map { Arrow(row: links[$0].row, target: rows[$0], id: links[$0].id, link: links[$0].link) }
    self.arrows = arrows
    let targets = arrows.map { $0.target ?? -1 }
    byTarget = targets.indices.filter { targets[$0] >= 0 }.sorted { (targets[$0], $0) < (targets[$1], $1) }
  }

  /// For each hash the first row that has it. The few that are looked for are sorted, not the many rows.
  private static func rows(of wanted: [UInt64], _ idHash: [UInt64]) -> [Int?] {
    let sorted = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    var rows = [Int?](repeating: nil, count: wanted.count)
    guard !wanted.isEmpty else { return rows }
    for (row, hash) in idHash.enumerated() {
      var position = Self.lowerBound(sorted.count) { wanted[sorted[$0]] < hash }
      while position < sorted.count, wanted[sorted[position]] == hash {
        if rows[sorted[position]] == nil { rows[sorted[position]] = row }
        position += 1
      }
    }
    return rows
  }

  private static func lowerBound(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Outgoing in the order of the file, then incoming in time order.
  func ends(of row: Int) -> [End] {
    var ends: [End] = []
    var position = Self.lowerBound(arrows.count) { arrows[$0].row < row }
    while position < arrows.count, arrows[position].row == row {
      let arrow = arrows[position]
      ends.append(End(link: arrow.link, isIncoming: false, other: arrow.target, otherID: arrow.link.target))
      position += 1
    }
    position = Self.lowerBound(byTarget.count) { (arrows[byTarget[$0]].target ?? 0) < row }
    while position < byTarget.count, arrows[byTarget[position]].target == row {
      let arrow = arrows[byTarget[position]]
      ends.append(End(link: arrow.link, isIncoming: true, other: arrow.row, otherID: arrow.id))
      position += 1
    }
    return ends
  }
}
