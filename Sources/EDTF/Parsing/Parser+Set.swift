extension Parser {
  /// Reads `[…]` or `{…}`.
  ///
  /// Choices where the specification leaves room: members may be dates of any form but without a time of day, in any order; `..` may open only the first and
  /// close only the last; the ends of a range may differ in precision; spaces are not allowed.
  mutating func parseSet() throws(EDTFError) -> DateSet {
    let isOneOf = next == UInt8(ascii: "[")
    let closing: Unicode.Scalar = isOneOf ? "]" : "}"
    skip()
    var set = DateSet(kind: isOneOf ? .oneOf : .allOf)
    set.reachesBack = takeDots()
    guard next != UInt8(ascii: closing) else { throw error("a set needs a date") }
    repeat {
      set.append(try parseMember())
      if takeMoreDots(before: closing) {
        set.reachesOn = true
        break
      }
    } while take(",")
    guard take(closing) else {
      throw isAtEnd
        ? error("\"\(closing)\" is missing at the end of the set") : set.reachesOn ? error("\"..\" may only stand at the end") : trailing(after: "a date")
    }
    guard isAtEnd else { throw trailing(after: "a set") }
    return set
  }

  /// Reads a date or a range of dates.
  private mutating func parseMember() throws(EDTFError) -> DateSet.Member {
    let start = position
    let (first, extent) = try parseMemberDate()
    guard next == UInt8(ascii: "."), byte(at: position + 2).map({ $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "}") }) ?? false, takeDots() else {
      return DateSet.Member(first: first, last: nil, extent: extent)
    }
    let (last, lastExtent) = try parseMemberDate()
    guard !isLater(first, than: last) else { throw error("the range ends before it begins", at: start) }
    return DateSet.Member(first: first, last: last, extent: Extent(earliest: extent.earliest, latest: max(extent.latest, lastExtent.latest)))
  }

  private mutating func parseMemberDate() throws(EDTFError) -> (PartialDate, Extent) {
    let start = position
    if next == UInt8(ascii: ".") { throw error("\"..\" may only stand before the first date, after the last, or between two", at: start) }
    let date = try parseDate(allowingTime: false)
    guard let extent = date.extent else { throw error("there is no such day", at: start) }
    return (date, extent)
  }

  /// Takes the `..` that stands before the closing bracket.
  private mutating func takeMoreDots(before closing: Unicode.Scalar) -> Bool {
    guard byte(at: position + 2) == UInt8(ascii: closing) || byte(at: position + 2) == nil else { return false }
    return takeDots()
  }
}
