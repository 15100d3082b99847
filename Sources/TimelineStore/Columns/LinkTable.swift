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

  private let links: [(row: Int, id: Identifier, link: Link)]
  /// The positions in ``links`` in time order of the rows that bear them.
  private let byBearer: [Int]
  /// For each link the row of its target; -1 where there is none.
  private let targets: [Int]
  /// The positions in ``links`` of those that have a target, in order of target, then of bearer.
  private let byTarget: [Int]

  /// - Parameters:
  ///   - links: each with the row that bears it and that row's id.
  ///   - idHash: for each row the hash of its id; of several rows that bear one id the first in time is the target.
  /// - Complexity: O(n + m log m), m links.
  init(_ links: [(row: Int, id: Identifier, link: Link)], idHash: [UInt64]) {
    self.links = links
    let targets = Self.rows(of: links.map { RowFacts.hash(ofID: $0.link.target) }, idHash).map { $0 ?? -1 }
    self.targets = targets
    let bearers = links.map(\.row)
    let byBearer = bearers.indices.sorted { (bearers[$0], $0) < (bearers[$1], $1) }
    self.byBearer = byBearer
    byTarget = byBearer.filter { targets[$0] >= 0 }.sorted { (targets[$0], bearers[$0], $0) < (targets[$1], bearers[$1], $1) }
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
    var position = Self.lowerBound(byBearer.count) { links[byBearer[$0]].row < row }
    while position < byBearer.count, links[byBearer[position]].row == row {
      let index = byBearer[position]
      let target = targets[index]
      ends.append(End(link: links[index].link, isIncoming: false, other: target >= 0 ? target : nil, otherID: links[index].link.target))
      position += 1
    }
    position = Self.lowerBound(byTarget.count) { targets[byTarget[$0]] < row }
    while position < byTarget.count, targets[byTarget[position]] == row {
      let (bearer, id, link) = links[byTarget[position]]
      ends.append(End(link: link, isIncoming: true, other: bearer, otherID: id))
      position += 1
    }
    return ends
  }
}
