/// Layout arithmetic: a size that comes from a terminal may be absurd, and must then stop at a bound instead of trapping.
extension Int {
  /// A number without its fraction, or the nearest `Int` where it does not fit; 0 for what is no number.
  ///
  ///     Int(saturating: 2.9)              // 2
  ///     Int(saturating: .infinity)        // Int.max
  ///     Int(saturating: .nan)             // 0
  package init(saturating number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : number < 0 ? .min : 0)
  }

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
