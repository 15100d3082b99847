import EDTF

/// A day of the week that an English text names, and the day that it gives it to.
///
///     // "The town fell on Saturday 3 April and was lost on a Sunday."
///     //   saturday, .date(year: nil, month: 4, day: 3)
///     //   sunday,   .alone
struct StatedWeekday: Hashable {
  enum Ground: Hashable {
    /// A date beside it says which day is meant; without a year, the event's.
    case date(year: Int64?, month: Int, day: Int)
    /// `on Thursday`, `on a Thursday`: with nothing beside it, the day that the text is about.
    case alone
  }

  var weekday: Weekday
  var ground: Ground
  /// Where the name stands among the text's bytes.
  var range: Range<Int>

  /// The weekdays of a text that can be told to belong to one day or another; a name that stands otherwise (`every Sunday`, `Sunday 3 or 4 April`) is
  /// passed over.
  ///
  /// - Complexity: O(bytes), less than half a nanosecond each where no name occurs.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [StatedWeekday] {
    guard mayName(bytes, range) else { return [] }
    let text = WeekdayText(bytes, range)
    return text.words.indices.compactMap { index in
      guard let weekday = text.weekday(at: index), let ground = text.ground(ofWeekdayAt: index) else { return nil }
      return StatedWeekday(weekday: weekday, ground: ground, range: text.words[index])
    }
  }

  /// Whether a word with a capital ends in `day` somewhere in the text.
  private static func mayName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound + 2
    while index < range.upperBound {
      // Looking at every third byte is enough to meet one of three letters.
      switch bytes[index] {
      case UInt8(ascii: "y"): if endsName(bytes, range, d: index - 2) { return true }
      case UInt8(ascii: "a"): if endsName(bytes, range, d: index - 1) { return true }
      case UInt8(ascii: "d"): if endsName(bytes, range, d: index) { return true }
      default: break
      }
      index += 3
    }
    return false
  }

  private static func endsName(_ bytes: [UInt8], _ range: Range<Int>, d: Int) -> Bool {
    guard d + 2 < range.upperBound, bytes[d] == UInt8(ascii: "d"), bytes[d + 1] == UInt8(ascii: "a"), bytes[d + 2] == UInt8(ascii: "y") else { return false }
    var start = d
    while start > range.lowerBound, bytes[start] >= UInt8(ascii: "a"), bytes[start] <= UInt8(ascii: "z") { start -= 1 }
    return bytes[start] >= UInt8(ascii: "F") && bytes[start] <= UInt8(ascii: "W")
  }
}

/// A text taken apart into words, in which dates are looked for beside the names of weekdays.
private struct WeekdayText {
  let bytes: [UInt8]
  let words: [Range<Int>]
  private let texts: [String]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    words = bytes.withUnsafeBufferPointer { Array(WordScanner($0, range)) }
    texts = words.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  func weekday(at index: Int) -> Weekday? { Weekday.allCases.first { $0.name == texts[index] } }

  /// What says which day the weekday at `index` is; nil when that cannot be told.
  func ground(ofWeekdayAt index: Int) -> StatedWeekday.Ground? {
    var next = index + 1
    while next < words.count, isJoined(next - 1), ["morning", "afternoon", "evening", "the"].contains(texts[next]) { next += 1 }
    if next < words.count, isJoined(next - 1) {
      if let date = date(from: next) { return date }
      // Half a date: Friday 3 to Sunday 5 April.
      if number(at: next) != nil || month(at: next) != nil { return nil }
    }
    if let date = dateBefore(index) { return date }
    guard index > 0, isBlank(index - 1) else { return nil }
    if isOn(index - 1) { return .alone }
    return index > 1 && texts[index - 1] == "a" && isBlank(index - 2) && isOn(index - 2) ? .alone : nil
  }

  private func isOn(_ index: Int) -> Bool { texts[index] == "on" || texts[index] == "On" }

  // MARK: Dates

  /// `18 September 1988`, `18th of September`, `September 18, 1988`: a date that begins with this word.
  private func date(from index: Int) -> StatedWeekday.Ground? {
    var next = index + 1
    if next < words.count, isBlank(index), texts[next] == "of", number(at: index) != nil { next += 1 }
    guard next < words.count, isBlank(next - 1) else { return nil }
    let year = next + 1 < words.count && isJoined(next) ? self.year(at: next + 1) : nil
    return date(index, next, year: year)
  }

  /// `18 September 1988, a Sunday`, `18 September (Sunday)`: a date that ends before this weekday, which ends its phrase.
  private func dateBefore(_ index: Int) -> StatedWeekday.Ground? {
    var last = index - 1
    var isPhrase = false
    for word in ["a", "was", "which"] where last >= 0 && texts[last] == word && isJoined(last) {
      last -= 1
      isPhrase = true
    }
    guard last > 0, endsPhrase(index), isPhrase ? isJoined(last) : isSetOff(last) else { return nil }
    let year = year(at: last)
    if year != nil { last -= 1 }
    guard last > 0, isJoined(last), isBlank(last - 1) else { return nil }
    return date(last - 1, last, year: year)
  }

  /// A day and a month, whichever comes first.
  private func date(_ first: Int, _ second: Int, year: Int64?) -> StatedWeekday.Ground? {
    if let day = number(at: first), let month = month(at: second) { return .date(year: year, month: month, day: day) }
    if let month = month(at: first), let day = number(at: second) { return .date(year: year, month: month, day: day) }
    return nil
  }

  private func month(at index: Int) -> Int? { Self.months.firstIndex(of: texts[index]).map { $0 + 1 } }

  /// A day of the month: `18`, `18th`.
  private func number(at index: Int) -> Int? {
    let digits = texts[index].prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(texts[index].dropFirst(digits.count)) else { return nil }
    return Int(digits)
  }

  private func year(at index: Int) -> Int64? { texts[index].utf8.count == 4 ? Int64(texts[index]).flatMap { $0 > 0 ? $0 : nil } : nil }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  // MARK: What stands between words

  /// The bytes between a word, which is not the last one, and the next.
  private func gap(_ index: Int) -> ArraySlice<UInt8> { bytes[words[index].upperBound..<words[index + 1].lowerBound] }

  private func isBlank(_ index: Int) -> Bool { gap(index).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } }

  /// Blanks, a comma or a bracket: the words still belong together.
  private func isJoined(_ index: Int) -> Bool {
    gap(index).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
  }

  private func isSetOff(_ index: Int) -> Bool { isJoined(index) && gap(index).contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") } }

  /// Whether a mark follows the word, or nothing.
  private func endsPhrase(_ index: Int) -> Bool {
    index + 1 == words.count || gap(index).first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? true
  }
}
