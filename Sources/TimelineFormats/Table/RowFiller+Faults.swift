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

  /// Reports the first byte of the record that is not UTF-8, if there is one.
  mutating func reportInvalidText(of walk: borrowing CSVWalk, isRow: Bool = true) {
    guard UTF8Check.firstInvalid(in: UnsafeBufferPointer(rebasing: walk.bytes[walk.start..<walk.end])) != nil else { return }
    var invalid: Int?
    walk.forEachFieldBeyondASCII { column in
      if invalid == nil, let offset = UTF8Check.firstInvalid(in: walk[column]) { invalid = walk.offset(of: column) + offset }
    }
    guard let invalid else { return }
    report(
      .error, "invalid-utf8", in: walk, at: invalid, "The bytes here are not UTF-8", remedy: "They are shown as \u{FFFD}; save the file as UTF-8",
      marksRow: isRow)
  }

  /// Reports the first NUL of the record, if there is one.
  mutating func reportNUL(of walk: borrowing CSVWalk, isRow: Bool = true) {
    guard let offset = (walk.start..<walk.end).first(where: { walk.bytes[$0] == 0 }) else { return }
    report(.warning, "nul", in: walk, at: offset, "A NUL byte stands here", remedy: "It was kept; remove it", marksRow: isRow)
  }
}
