extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that, once it holds, holds to the end.
  func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var remaining = count
    while remaining > 0 {
      let half = remaining / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        remaining = half
      } else {
        low = index(after: middle)
        remaining -= half + 1
      }
    }
    return low
  }
}
