/// The known word nearest to a mistaken one: fewest letters inserted, dropped, replaced or swapped with the next.
public enum Suggestion {
  /// The nearest of `known`, or nil when none is near enough to be what was meant (a third of the word's letters, at least one, may differ).
  ///
  /// Case does not count. Of several that are as near the first in order is taken; of long words the first 64 letters are compared.
  ///
  ///     Suggestion.nearest(to: "armeina", in: ["armenia", "azerbaijan"])   // "armenia"
  ///
  /// - Complexity: O(known × letters × letters that may differ) at most, some 100 ns for a known word that is not near.
  public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
    var letters: [UInt32] = []
    append(word, to: &letters)
    var limit = max(1, letters.count / 3)
    var best: (distance: Int, word: String)?
    var other: [UInt32] = []
    var table = DistanceTable()
    for candidate in known {
      other.removeAll(keepingCapacity: true)
      append(candidate, to: &other)
      guard abs(other.count - letters.count) <= limit, let distance = table.distance(letters, other, atMost: limit) else { continue }
      if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
      // What is further away is not asked for any more.
      limit = distance
    }
    return best?.word
  }

  private static let mostLetters = 64

  private static func append(_ word: String, to letters: inout [UInt32]) {
    var word = word
    let isDone = word.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in bytes.prefix(mostLetters) { letters.append(UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) }
      return true
    }
    if !isDone { letters += word.lowercased().unicodeScalars.prefix(mostLetters).map(\.value) }
  }

  /// Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps), in rows that are kept from word to word.
  private struct DistanceTable {
    private var beforeLast = [Int](repeating: 0, count: mostLetters + 1)
    private var last = [Int](repeating: 0, count: mostLetters + 1)
    private var row = [Int](repeating: 0, count: mostLetters + 1)

    /// Nil when it is more than a limit. Only places that are no further from the diagonal than the limit can lie on a way that is short enough.
    mutating func distance(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int? {
      let tooFar = limit + 1
      for j in 0...b.count { last[j] = min(j, tooFar) }
      var leastOfLast = 0
      for i in a.indices {
        let (from, through) = (max(0, i - limit), min(b.count - 1, i + limit))
        for j in [from, through + 2] where j <= b.count { row[j] = tooFar }
        if from == 0 { row[0] = min(i + 1, tooFar) }
        var least = row[from]
        if from <= through {
          for j in from...through {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row[j + 1] = min(cost, tooFar)
            least = min(least, cost)
          }
        }
        // Two rows, for a swap steps over one.
        if least > limit, leastOfLast > limit { return nil }
        leastOfLast = least
        (beforeLast, last, row) = (last, row, beforeLast)
      }
      return last[b.count] <= limit ? last[b.count] : nil
    }
  }
}
