import TimelineModel

/// For each code of a column the codes above it, nearest first; worked out once where everybody above is known.
struct Lineages: Sendable {
  private(set) var above: [[UInt32]] = []
  /// Whether nothing more can become known of those above a code.
  private var isSettled: [Bool] = []
  private var unsettled: [Int] = []

  /// Looks at the codes that are new, and at those that were not settled. Whoever is above them is in the dictionary then.
  ///
  /// - Parameter next: who is directly above somebody.
  mutating func extend(_ dictionary: inout CodeDictionary, above next: (Identifier) -> Directory.Above) {
    let again = unsettled
    unsettled = []
    for code in again { (above[code], isSettled[code]) = line(above: code, &dictionary, next) }
    // Those above are added at the end, and looked at in their turn.
    while above.count < dictionary.count {
      let (codes, isWhole) = line(above: above.count, &dictionary, next)
      above.append(codes)
      isSettled.append(isWhole)
    }
    unsettled = isSettled.indices.filter { !isSettled[$0] }
  }

  /// A circle is walked once.
  private func line(above code: Int, _ dictionary: inout CodeDictionary, _ next: (Identifier) -> Directory.Above) -> (codes: [UInt32], isWhole: Bool) {
    var codes: [UInt32] = []
    var here = code
    while true {
      switch next(dictionary.value(here)) {
      case .unknown: return (codes, false)
      case .nobody: return (codes, true)
      case .somebody(let id):
        let higher = dictionary.code(for: id)
        if Int(higher) == code || codes.contains(higher) { return (codes, true) }
        codes.append(higher)
        here = Int(higher)
        // The rest of the way is known where it does not lead back.
        if here < isSettled.count, isSettled[here], !above[here].contains(where: { Int($0) == code || codes.contains($0) }) {
          return (codes + above[here], true)
        }
      }
    }
  }
}
