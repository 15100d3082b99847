// The parts of a date as they were written, without qualifiers.

extension Year {
  /// The year as EDTF writes it: `1985`, `-0043`, `156X`, `Y170000002`, `Y17E30`.
  var text: String {
    switch self {
    case .number(let number):
      if number.magnitude > 9_999 { return "Y\(number)" }
      var text = number < 0 ? "-" : ""
      text.append(digitsOf: number.magnitude, atLeast: 4)
      return text
    case .mask(let digits, let isNegative): return (isNegative ? "-" : "") + digits.text
    case .vast(let year): return "Y\(year.isNegative ? "-" : "")\(year.digits)\(year.zeros > 0 ? "E\(year.zeros)" : "")"
    }
  }
}

extension PartialDate {
  /// Year, month and day as EDTF writes them: `156X-12-25`.
  var digits: String {
    var text = year.text
    switch month {
    case .none: return text
    case .number(let number):
      text += "-"
      text.append(digitsOf: UInt64(number.magnitude), atLeast: 2)
    case .mask(let digits): text += "-" + digits.text
    case .season(let season): text += "-\(season.code)"
    }
    switch day {
    case .none: break
    case .number(let number):
      text += "-"
      text.append(digitsOf: UInt64(number.magnitude), atLeast: 2)
    case .mask(let digits): text += "-" + digits.text
    }
    return text
  }
}
