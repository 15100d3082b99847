import TimelineModel

extension RowFiller {
  /// Reports what is odd about the record where a walk stands, as a row of quotes and separators.
  ///
  /// - Parameter isRow: whether it is a row of data, which the oddity marks, and not the header.
  mutating func reportFaults(of walk: borrowing CSVWalk, _ limits: ReadingLimits, isRow: Bool = true) {
    for fault in walk.faults {
      switch fault.kind {
      case .unterminatedQuote:
        report(
          .error, "unterminated-quote", in: walk, at: fault.offset, "The quote opened here is never closed",
          remedy: "It was read as a character, and the row ends with its line; close the quote, or double it", marksRow: isRow)
      case .textAfterQuote:
        report(
          .warning, "text-after-quote", in: walk, at: fault.offset, "Text stands behind the closing quote of a field",
          remedy: "It was added to the field; quotes inside a field are written twice", marksRow: isRow)
      case .recordTooLong:
        report(
          .error, "row-too-long", in: walk, at: fault.offset,
          "This \(isRow ? "row" : "header") is longer than the \(limits.recordBytes) bytes that are read of one",
          remedy: "What lies beyond was left out, up to the end of the line", marksRow: isRow)
      case .tooManyColumns:
        report(
          .error, "too-many-columns", in: walk, at: fault.offset, "This \(isRow ? "row" : "header") has more than the \(limits.columns) fields that are read",
          remedy: "The others were left out", marksRow: isRow)
      }
    }
  }
}
