/// The known word nearest to a mistaken one: fewest letters inserted, dropped, replaced or swapped with the next.
public enum Suggestion {
  /// The nearest of `known`, or nil when none is near enough to be what was meant (a third of the word's letters, at least one, may differ).
  ///
  ///     Suggestion.nearest(to: "armeina", in: ["armenia", "azerbaijan"])   // "armenia"
  ///
  /// - Complexity: O(known × letters²), with early exit by length; meant for error messages, not for loops.
  public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in known {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = Self.distance(letters, other)
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
