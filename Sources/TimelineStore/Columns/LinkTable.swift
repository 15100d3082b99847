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

  private var ends: [Int: [End]] = [:]

  /// - Parameters:
  ///   - links: each with the row that bears it and that row's id.
  ///   - idHash: for each row the hash of its id; of several rows that bear one id the first in time is the target.
  init(_ links: [(row: Int, id: Identifier, link: Link)], idHash: [UInt64]) {
    guard !links.isEmpty else { return }
    let wanted = Set(links.map { RowFacts.hash(ofID: $0.link.target) })
    var rowOfHash: [UInt64: Int] = [:]
    for (row, hash) in idHash.enumerated() where rowOfHash[hash] == nil && wanted.contains(hash) { rowOfHash[hash] = row }
    for (row, id, link) in links.sorted(by: { $0.row < $1.row }) {
      let target = rowOfHash[RowFacts.hash(ofID: link.target)]
      ends[row, default: []].append(End(link: link, isIncoming: false, other: target, otherID: link.target))
      if let target { ends[target, default: []].append(End(link: link, isIncoming: true, other: row, otherID: id)) }
    }
  }

  /// Outgoing in the order of the file, then incoming in time order.
  func ends(of row: Int) -> [End] {
    let all = ends[row] ?? []
    return all.filter { !$0.isIncoming } + all.filter(\.isIncoming)
  }
}
