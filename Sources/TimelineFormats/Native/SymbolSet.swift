/// A set of symbols that is emptied at no cost, for the many short lists of a timeline.
///
///     listed.removeAll()
///     listed.insert(57)      // true
///     listed.insert(57)      // false: it is in already
struct SymbolSet: Sendable {
  /// By symbol, the round in which it was inserted last.
  private var rounds: [Int] = []
  private var round = 1

  mutating func removeAll() { round += 1 }

  /// - Returns: whether the symbol was not in the set before.
  /// - Complexity: O(1), amortised.
  mutating func insert(_ symbol: Int) -> Bool {
    if symbol >= rounds.count { rounds.append(contentsOf: repeatElement(0, count: symbol + 1 + symbol / 2 - rounds.count)) }
    if rounds[symbol] == round { return false }
    rounds[symbol] = round
    return true
  }
}
