// Order: by the earliest day, then the latest, then the text.

extension EDTFDate: Comparable {
  /// Whether the first date stands before the second in a list.
  ///
  /// An open or unknown start stands before every day, an open or unknown end after every day, and a bound too far to be counted on its own side. The text
  /// decides last, so that only equal dates tie.
  public static func < (first: EDTFDate, second: EDTFDate) -> Bool {
    if first.earliestNumber != second.earliestNumber { return first.earliestNumber < second.earliestNumber }
    if first.latestNumber != second.latestNumber { return first.latestNumber < second.latestNumber }
    return first.text < second.text
  }
}
