extension Parser {
  /// Reads the whole text.
  mutating func parseExpression() throws(EDTFError) -> Expression {
    guard let first = next else { throw error("the date is empty") }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try parseSet()) }
    let start = try parseEndpoint(before: UInt8(ascii: "/"))
    let slash = position
    if take("/") {
      let end = try parseEndpoint(before: nil)
      guard isAtEnd else { throw trailing(after: "an interval") }
      guard start.date?.time == nil, end.date?.time == nil else {
        throw error("an interval goes from date to date, without a time of day", at: 0, remedy: "Leave out the times, from T on")
      }
      try checkOrder(start, end, slash: slash)
      return .interval(start: start, end: end)
    }
    guard isAtEnd else { throw trailing(after: "a date") }
    guard case .date(let date) = start else { throw error("\"..\" alone is no date", at: 0, remedy: "Write an interval, such as 1985/.. or ../1985") }
    return .date(date)
  }

  /// Reads a date, `..`, or nothing when `delimiter` (nil for the end of the text) comes at once.
  private mutating func parseEndpoint(before delimiter: UInt8?) throws(EDTFError) -> Expression.Endpoint {
    if next == delimiter { return .unknown }
    if takeDots() { return .open }
    return .date(try parseDate(allowingTime: true))
  }

  /// An interval whose start is certainly later than its end is reversed. Where the precision leaves room it is not: `2004-12/2004` may be in order.
  /// An interval between two ends that are both unknown says nothing, and is refused; `../..`, open on both sides, is an answer.
  private func checkOrder(_ start: Expression.Endpoint, _ end: Expression.Endpoint, slash: Int) throws(EDTFError) {
    if start == .unknown, end == .unknown {
      throw error("an interval needs a date or \"..\" on one side of the slash", at: slash)
    }
    guard let first = start.date, let last = end.date else { return }
    if isLater(first, than: last) {
      // A remedy is for reading: years of hundreds of digits are not repeated in it.
      let exchanged = position <= 64 ? "Write \(text(slash + 1..<position))/\(text(0..<slash))" : "Exchange the two ends"
      throw error("the interval ends before it begins", at: slash + 1, remedy: "\(exchanged) if only their order is wrong")
    }
  }

  /// Whether all that the first date may mean is later than all that the second may.
  func isLater(_ first: PartialDate, than second: PartialDate) -> Bool {
    if case .vast(let firstYear) = first.year, case .vast(let secondYear) = second.year { return firstYear.isLater(than: secondYear) }
    guard let start = first.extent, let end = second.extent else { return false }
    return start.earliest > end.latest
  }

  /// The error for a byte that does not belong behind what has been read.
  func trailing(after what: String) -> EDTFError {
    guard let next else { return error("the date ends too early") }
    let shown = (0x21...0x7E).contains(next) ? "\"\(Unicode.Scalar(next))\"" : "this character"
    return error("\(shown) does not belong after \(what)")
  }
}
