/// Layout arithmetic: a size that comes from a terminal may be absurd, and must then stop at a bound instead of trapping.
extension Int {
  /// The sum, or the nearest `Int` where it does not fit.
  package func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other < 0 ? Int.min : Int.max
  }

  /// The difference, or the nearest `Int` where it does not fit.
  package func subtractingSaturated(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard overflow else { return difference }
    return other < 0 ? Int.max : Int.min
  }
}
