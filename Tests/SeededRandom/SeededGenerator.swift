/// Random numbers that are the same in every run and on every machine, so that a failure can be seen again.
///
/// SplitMix64; source: Steele, Lea and Flood, «Fast splittable pseudorandom number generators» (2014).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 to a limit, which is not among them; 0 where the limit is none.
  package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }

  /// True once in so many times.
  package mutating func oneIn(_ times: Int) -> Bool { below(times) == 0 }

  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// None to so many, each picked at random.
  package mutating func some<Element>(_ elements: [Element], upTo most: Int) -> [Element] {
    elements.isEmpty ? [] : (0..<Int.random(in: 0...most, using: &self)).map { _ in pick(elements) }
  }
}
