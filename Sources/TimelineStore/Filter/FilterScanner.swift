/// One clause of a filter as it stands in the text, not yet understood.
struct FilterToken {
  struct Part {
    var text: String
    /// In UTF-8 offsets, quotation marks included.
    var range: Range<Int>
    var isQuoted = false
    /// False for a quotation or a set that the text ends in.
    var isClosed = true
  }

  var range: Range<Int>
  var isNegated = false
  var sure: Range<Int>?
  var field: Part?
  var comparison: Filter.Comparison?
  var values: [Part] = []

  /// Where the clause begins behind its minus sign.
  var bodyStart: Int { range.lowerBound + (isNegated ? 1 : 0) }
}

/// Cuts the text of a filter into clauses. It accepts whatever is typed; what is wrong with it the parser says.
struct FilterScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether a name that begins with a digit is a column's; `12:30` is a word otherwise.
  private let isColumn: (String) -> Bool

  init(_ text: String, isColumn: @escaping (String) -> Bool) {
    bytes = Array(text.utf8)
    self.isColumn = isColumn
  }

  /// All clauses in order.
  mutating func tokens() -> [FilterToken] {
    var tokens: [FilterToken] = []
    while true {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count else { return tokens }
      tokens.append(token())
    }
  }

  private mutating func token() -> FilterToken {
    let start = position
    var token = FilterToken(range: start..<start)
    if bytes[position] == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] > 0x20 {
      token.isNegated = true
      position += 1
    }
    if let (field, comparison) = fieldAndSign() {
      token.field = field
      token.comparison = comparison
      if field.text == "sure", comparison == .matches {
        token.sure = field.range.lowerBound..<position
        token.field = nil
        token.comparison = nil
        if let (field, comparison) = fieldAndSign() {
          token.field = field
          token.comparison = comparison
        }
      }
    }
    scanValues(into: &token)
    token.range = start..<position
    return token
  }

  /// A field's name with the sign behind it; nil, and nothing read, when there is no such pair.
  private mutating func fieldAndSign() -> (FilterToken.Part, Filter.Comparison)? {
    var end = position
    while end < bytes.count, FilterGrammar.isFieldByte(bytes[end]) { end += 1 }
    guard end > position, end < bytes.count, let comparison = sign(at: end) else { return nil }
    let name = String(decoding: bytes[position..<end], as: UTF8.self)
    guard !isDigit(bytes[position]) || isColumn(name) else { return nil }
    let part = FilterToken.Part(text: name, range: position..<end)
    position = end + comparison.rawValue.utf8.count
    return (part, comparison)
  }

  private func sign(at index: Int) -> Filter.Comparison? {
    let hasEquals = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "=")
    switch bytes[index] {
    case UInt8(ascii: ":"): return hasEquals ? .exactly : .matches
    case UInt8(ascii: ">"): return hasEquals ? .greaterOrEqual : .greater
    case UInt8(ascii: "<"): return hasEquals ? .lessOrEqual : .less
    default: return nil
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func scanValues(into token: inout FilterToken) {
    while true {
      token.values.append(value(mayBeSet: token.comparison != nil))
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return }
      position += 1
    }
  }

  /// What stands up to the next space or comma, which may be nothing.
  private mutating func value(mayBeSet: Bool) -> FilterToken.Part {
    let start = position
    guard position < bytes.count else { return FilterToken.Part(text: "", range: start..<start) }
    if bytes[position] == UInt8(ascii: "\"") { return quotation() }
    var isClosed = true
    if mayBeSet, let close = FilterGrammar.closing(bytes[position]) {
      if let end = bytes[position...].firstIndex(of: close) {
        position = end + 1
      } else {
        isClosed = false
      }
    }
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ",") { position += 1 }
    return FilterToken.Part(text: String(decoding: bytes[start..<position], as: UTF8.self), range: start..<position, isClosed: isClosed)
  }

  private mutating func quotation() -> FilterToken.Part {
    let start = position
    var text: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
      text.append(bytes[position])
      position += 1
    }
    let isClosed = position < bytes.count
    if isClosed { position += 1 }
    return FilterToken.Part(text: String(decoding: text, as: UTF8.self), range: start..<position, isQuoted: true, isClosed: isClosed)
  }
}
