import SeededRandom
import Testing
import TimelineModel

@Suite("A suggestion")
struct SuggestionTests {
  @Test(
    "is the nearest of the known words, if a third of the letters or fewer differ",
    arguments: [
      ("armeina", "armenia"), ("ARMENIA", "armenia"), ("azerbajan", "azerbaijan"), ("a", "b"), ("russia", nil), ("", "b"), ("şuşi", "Şuşa"), ("bakku", "baku"),
      ("abku", "baku"), ("kbau", nil), ("uabk", nil),
    ] as [(String, String?)])
  func nearest(word: String, wanted: String?) {
    #expect(Suggestion.nearest(to: word, in: ["azerbaijan", "armenia", "Şuşa", "baku", "b"]) == wanted)
  }

  @Test("of two that are as near is the first in order, whatever the order they come in", arguments: [["bat", "cat"], ["cat", "bat"]])
  func ties(known: [String]) {
    #expect(Suggestion.nearest(to: "hat", in: known) == "bat")
  }

  @Test("is what a whole table of distances gives, for random words", arguments: 0..<40)
  func random(seed: Int) {
    var random = SeededGenerator(seed)
    func word() -> String {
      let length = random.oneIn(20) ? 60 + random.below(10) : random.below(14)
      return String((0..<length).map { _ in random.pick(Array("abcdəŞ")) })
    }
    for _ in 0..<50 {
      let known = (0..<random.below(20)).map { _ in word() }
      var asked = Array(random.oneIn(3) || known.isEmpty ? word() : random.pick(known))
      for _ in 0..<random.below(4) where !asked.isEmpty { asked[random.below(asked.count)] = random.pick(Array("abcdəŞ")) }
      if asked.count > 1, random.oneIn(2) { asked.swapAt(0, 1) }
      #expect(Suggestion.nearest(to: String(asked), in: known) == Self.plain(String(asked), known), "\(asked) \(known)")
    }
  }

  private static func plain(_ word: String, _ known: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let near = known.map { ($0, distance(letters, Array($0.lowercased().unicodeScalars.prefix(64)))) }.filter { $0.1 <= max(1, letters.count / 3) }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var table = (0...a.count).map { i in (0...b.count).map { j in max(i, j) } }
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] = min(table[i][j + 1] + 1, table[i + 1][j] + 1, table[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { table[i + 1][j + 1] = min(table[i + 1][j + 1], table[i - 1][j - 1] + 1) }
      }
    }
    return table[a.count][b.count]
  }
}
