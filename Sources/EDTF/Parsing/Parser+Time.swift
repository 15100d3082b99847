extension Parser {
  /// Reads `T23:20:30` and its zone: nothing, `Z`, `+hh`, `-hh`, `+hh:mm` or `-hh:mm`.
  ///
  /// Choices where the specification leaves room: `24:00:00` is not a time, since ISO 8601-1:2019, to which the specification refers, had dropped it;
  /// `:60`, a leap second, is one where it is 23:59 in UTC, or 23:59 when no zone is given; `-00:00` is none, because ISO 8601 calls no difference positive;
  /// an offset is less than a day. A time follows a complete date only, without qualifiers or unknown digits.
  mutating func parseTime(into date: inout PartialDate, allowed: Bool) throws(EDTFError) {
    let start = position
    guard allowed else { throw error("a set has dates without a time of day", remedy: "Leave out the time, from T on") }
    guard case .number = date.day, !date.hasUnknownDigits else { throw error("a time of day needs a complete date before it") }
    guard date.qualifiers.any.isEmpty else { throw error("a date with a time of day has no qualifier") }
    skip()
    let hour = try parseTwoDigits("hour", upTo: 24)
    guard take(":") else { throw error("hours and minutes are separated by a colon", remedy: "Write the time as hh:mm:ss") }
    let minute = try parseTwoDigits("minute", upTo: 59)
    guard take(":") else { throw error("a time of day has seconds", remedy: "Write the time as hh:mm:ss") }
    let second = try parseTwoDigits("second", upTo: 60)
    if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") { throw error("a time of day has no fractions of a second") }
    if hour == 24 { throw error("there is no hour 24", at: start + 1, remedy: "Write 00:00:00 of the next day") }
    let time = ClockTime(hour: hour, minute: minute, second: second, zone: try parseZone())
    if second == 60, !time.mayBeLeapSecond { throw error("there is no second 60 at this time", at: start + 7) }
    date.time = time
  }

  private mutating func parseZone() throws(EDTFError) -> ClockTime.Zone {
    let start = position
    if take("Z") { return .utc }
    let isWest = next == UInt8(ascii: "-")
    guard isWest || next == UInt8(ascii: "+") else { return .local }
    skip()
    let hours = try parseTwoDigits("hour of a zone", upTo: 23)
    let minutes = take(":") ? try parseTwoDigits("minute of a zone", upTo: 59) : 0
    let offset = hours * 60 + minutes
    if isWest, offset == 0 { throw error("no difference from UTC is written with a plus", at: start, remedy: "Write Z") }
    return .offset(minutes: isWest ? -offset : offset)
  }

  private mutating func parseTwoDigits(_ part: String, upTo limit: Int) throws(EDTFError) -> Int {
    guard let tens = next?.digit, let ones = byte(at: position + 1)?.digit else {
      throw error("the \(part) has two digits", remedy: "Write the time as hh:mm:ss")
    }
    let number = tens * 10 + ones
    guard number <= limit else { throw error("there is no \(part) \(number)") }
    skip(2)
    return number
  }
}

extension ClockTime {
  /// Whether it is 23:59 in UTC, as far as the zone tells.
  fileprivate var mayBeLeapSecond: Bool {
    let minutes = hour * 60 + minute
    switch zone {
    case .local, .utc: return minutes == 1_439
    case .offset(let offset): return (minutes - offset + 2 * 1_440) % 1_440 == 1_439
    }
  }
}
