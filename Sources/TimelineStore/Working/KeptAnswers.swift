/// What is worked out of the columns of one snapshot when it is first asked for. The columns never change, so it stays right.
final class KeptAnswers: Sendable {
  let days = Keep<DayBlocks>()
  let strip = Keep<StripIndex>()
  let disputed = Keep<Bitset>()
  private let byKilled = Keep<[UInt32]>()
  private let byKilledReversed = Keep<[UInt32]>()
  private let byWeight = Keep<[UInt32]>()
  private let byWeightReversed = Keep<[UInt32]>()

  /// All rows in an order other than that of time.
  func sequence(in order: SortOrder) -> Keep<[UInt32]>? {
    switch order.key {
    case .date: nil
    case .killed: order.isReversed ? byKilledReversed : byKilled
    case .weight: order.isReversed ? byWeightReversed : byWeight
    }
  }
}
