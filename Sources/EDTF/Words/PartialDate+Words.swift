// One date in words, with what is said of its parts.

extension PartialDate {
  /// The date in words: `11 May 2023`, `about November 1988`, `25 December of a year in the 1560s`, `11 June 2004 (month approximate)`.
  var words: String {
    guard let common = commonQualifier else { return "\(plainWords) (\(partWords))" }
    return switch common {
    case []: plainWords
    case .approximate: "about \(plainWords)"
    case .uncertain: "perhaps \(plainWords)"
    default: "perhaps about \(plainWords)"
    }
  }

  /// The date in words, without qualifiers.
  var plainWords: String {
    if let significantDigits { return significantWords(significantDigits) }
    switch (month, day) {
    case (.none, _): return year.words
    case (.season(let season), _): return season.words(year: year)
    case (.number(let month), .none): return "\(MonthName.full(month)) \(year.wordsAfterMonth)"
    case (.number(let month), .number(let day)): return "\(day) \(MonthName.full(month)) \(year.wordsAfterMonth)\(time.map { ", \($0.words)" } ?? "")"
    case (.number(let month), .mask(let day)) where day.unknownCount == 2: return "a day in \(MonthName.full(month)) \(year.wordsAfterMonth)"
    case (.number(let month), .mask(let days)) where days.isRange && !year.isMask:
      guard let extent, case .day(let first) = extent.earliest, case .day(let last) = extent.latest else { break }
      return "a day from \(first.dayOfMonth) to \(last.dayOfMonth) \(MonthName.full(month)) \(year.words)"
    case (.mask(let months), .none) where months.unknownCount == 2: return "a month of \(year.words)"
    case (.mask(let months), .none): return "\(choice(of: (1...12).filter(months.matches))) \(year.wordsAfterMonth)"
    case (.mask(let months), .mask(let day)) where months.unknownCount == 2 && day.unknownCount == 2: return "a day in \(year.words)"
    default: break
    }
    return "a day that reads \(digits)"
  }

  /// Months of which one is meant: `February or December`, `a month from January to September`.
  private func choice(of months: [Int]) -> String {
    guard let first = months.first, let last = months.last, months.count > 2 else { return listed(months.map(MonthName.full), "or") }
    return "a month from \(MonthName.full(first)) to \(MonthName.full(last))"
  }

  private func significantWords(_ count: Int) -> String {
    guard let extent, case .day(let earliest) = extent.earliest, case .day(let latest) = extent.latest else {
      return "\(year.words), of which \(count) \(count == 1 ? "digit is" : "digits are") significant"
    }
    return "a year from \(Year.words(earliest.year)) to \(Year.words(latest.year)), estimated as \(year.words)"
  }

  /// What is said of the parts: `year uncertain, month and day approximate`.
  private var partWords: String {
    let parts = [("year", qualifiers.year), ("month", qualifiers.month), ("day", qualifiers.day)]
    let kinds: [(String, Qualifier)] = [("uncertain", .uncertain), ("approximate", .approximate), ("uncertain and approximate", [.uncertain, .approximate])]
    return kinds.compactMap { word, kind in
      let names = parts.filter { $0.1 == kind }.map(\.0)
      return names.isEmpty ? nil : "\(listed(names, "and")) \(word)"
    }.joined(separator: ", ")
  }
}

extension ClockTime {
  /// The time and its zone: `23:20:30`, `23:20:30 UTC`, `23:20:30 UTC+04:30`.
  var words: String {
    var text = ""
    for (index, part) in [hour, minute, second].enumerated() {
      if index > 0 { text += ":" }
      text.append(digitsOf: UInt64(part.magnitude), atLeast: 2)
    }
    switch zone {
    case .local: return text
    case .utc: return text + " UTC"
    case .offset(let minutes):
      text += minutes < 0 ? " UTC-" : " UTC+"
      text.append(digitsOf: UInt64(minutes.magnitude / 60), atLeast: 2)
      text += ":"
      text.append(digitsOf: UInt64(minutes.magnitude % 60), atLeast: 2)
      return text
    }
  }
}

/// A list as it is spoken: `a`, `a or b`, `a, b or c`.
func listed(_ items: [String], _ conjunction: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
