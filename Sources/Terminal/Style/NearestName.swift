/// The known name that needs the fewest changed, missing, extra or swapped letters to become what was written; nil when none is near.
///
/// ```swift
/// nearestName(to: "headr", among: ["header", "footer"])   // "header"
/// ```
/// - Complexity: O(k · n²), k names of n letters.
func nearestName(to written: String, among names: [String]) -> String? {
  let limit = max(1, min(3, written.utf8.count / 3))
  return names.map { ($0, editDistance(written, $0)) }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}

/// Optimal string alignment distance, in Unicode scalars; words over 64 scalars are never near.
private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.unicodeScalars.prefix(65))
  let right = Array(right.unicodeScalars.prefix(65))
  guard left.count <= 64, right.count <= 64 else { return Int.max }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (i, scalar) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (scalar == other ? 0 : 1))
      if i > 0, j > 0, scalar == right[j - 1], left[i - 1] == other { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
