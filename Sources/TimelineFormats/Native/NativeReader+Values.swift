import EDTF
import TimelineModel

/// Single values: from a node of the tree to a value of the model, with a report for what does not fit.
extension NativeReader {
  // MARK: Reporting

  mutating func report(_ severity: Problem.Severity, _ node: Int, _ code: String, _ what: String, remedy: String? = nil) {
    report(severity, offset: tree.offset(node), code, what, remedy: remedy)
  }

  mutating func report(_ severity: Problem.Severity, offset: Int, _ code: String, _ what: String, remedy: String? = nil) {
    guard hasRoom(for: severity) else { return }
    add(Problem(severity, at: tree.source.location(of: offset, in: file), code: code, what, remedy: remedy))
  }

  /// A report at a place in any of the files.
  mutating func report(_ severity: Problem.Severity, at place: TextPlace, _ code: String, _ what: String, remedy: String? = nil) {
    guard hasRoom(for: severity) else { return }
    add(Problem(severity, at: location(place), code: code, what, remedy: remedy))
  }

  func location(_ place: TextPlace) -> SourceLocation {
    let file = files[Int(place.file)]
    return file.tree.source.location(of: Int(place.offset), in: file.name)
  }

  func place(_ node: Int) -> TextPlace {
    TextPlace(file: Int32(truncatingIfNeeded: files.count - 1), offset: Int32(truncatingIfNeeded: tree.offset(node)))
  }

  /// Where a record begins; looks forward from the last one before it searches.
  mutating func location(_ node: Int) -> SourceLocation {
    let (line, column) = tree.source.position(of: tree.offset(node), from: &cursor)
    return SourceLocation(file: file, line: line, column: column)
  }

  // MARK: Texts

  /// A scalar's text; nil, with a report, when something else stands there or nothing.
  mutating func text(_ node: Int, _ key: String) -> String? {
    let tree = tree
    guard tree.kind(node) == .scalar else {
      report(
        .error, node, "expected-text", "A text is expected for \(key), and this is a \(tree.kind(node) == .mapping ? "mapping" : "list")",
        remedy: "Quote it if it is text")
      return nil
    }
    guard !tree.isEmptyText(node) else {
      report(.error, node, "empty-text", "Nothing stands for \(key)", remedy: "Write it, or leave the key out when it is unknown")
      return nil
    }
    return tree.text(node)
  }

  /// A text of several lines without the line end that block texts bring along.
  mutating func paragraph(_ node: Int, _ key: String) -> String? {
    let tree = tree
    guard tree.kind(node) == .scalar, !tree.isEmptyText(node) else { return text(node, key) }
    return tree.text(node, trimsLineEnds: true)
  }

  /// One text or a list of texts.
  mutating func texts(_ node: Int, _ key: String) -> [String] {
    guard tree.kind(node) == .sequence else { return text(node, key).map { [$0] } ?? [] }
    var result: [String] = []
    var item = node + 1
    while item < tree.next(node) {
      if let text = paragraph(item, key) { result.append(text) }
      item = tree.next(item)
    }
    return result
  }

  /// A mapping from a language or user to one name or several.
  mutating func names(_ node: Int, _ key: String) -> [Name] {
    guard tree.kind(node) == .mapping else {
      if tree.kind(node) == .sequence { return texts(node, key).map { Name(language: "", text: $0) } }
      report(.error, node, "expected-mapping", "Names by language are expected for \(key)", remedy: "Write a language and its names on each line: `ru: [Шуша]`")
      return []
    }
    var result: [Name] = []
    var entry = node + 1
    while entry < tree.next(node) {
      let language = interned(entry)
      let value = entry + 1
      if tree.kind(value) == .sequence {
        var item = value + 1
        while item < tree.next(value) {
          if let text = text(item, language) { result.append(Name(language: language, text: text)) }
          item = tree.next(item)
        }
      } else if let text = text(value, language) {
        result.append(Name(language: language, text: text))
      }
      entry = tree.next(value)
    }
    return result
  }

  // MARK: Words and numbers

  mutating func symbol(_ node: Int) -> Int { tree.intern(node, into: &symbols) }

  /// A scalar's text, made once for all the places where it stands.
  mutating func interned(_ node: Int) -> String {
    let symbol = symbol(node)
    return symbols.text(symbol)
  }

  /// One of the words of a table; nil, with a report that names the nearest, when it is another.
  mutating func word<Word: RawRepresentable>(_ node: Int, _ key: String, code: String, of known: [Word]) -> Word? where Word.RawValue == String {
    guard let text = text(node, key) else { return nil }
    if let word = known.first(where: { $0.rawValue == text }) { return word }
    reportUnknownWord(text, node, key, code: code, known: known.map(\.rawValue))
    return nil
  }

  mutating func reportUnknownWord(_ text: String, _ node: Int, _ key: String, code: String, known: [String]) {
    let nearest = Suggestion.nearest(to: text, in: known)
    report(
      .error, node, code, "\(quoted(text)) is no \(key) that the format knows",
      remedy: nearest.map { "Did you mean \($0)" } ?? "Write one of \(known.joined(separator: ", "))")
  }

  /// A whole number of digits; nil, with a report, for anything else.
  mutating func wholeNumber(_ node: Int, _ key: String) -> Int? {
    guard let text = text(node, key) else { return nil }
    if let number = Int(text), text.utf8.first != UInt8(ascii: "+") { return number }
    let isLong = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    report(
      .error, node, "bad-number", isLong ? "\(quoted(text)) is larger than any number that is counted here" : "\(quoted(text)) is not a whole number",
      remedy: "Write digits only, as 1200")
    return nil
  }

  /// A decimal number of degrees: a sign, digits, a point, digits.
  mutating func degrees(_ node: Int, _ key: String, _ range: ClosedRange<Double>) -> Double? {
    guard let text = text(node, key) else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard isPlain, text.utf8.count <= 32, let number = Double(text) else {
      report(.error, node, "bad-number", "\(quoted(text)) is not a number of degrees", remedy: "Write decimal degrees, as 40.20 or -3.5")
      return nil
    }
    guard range.contains(number) else {
      report(
        .error, node, "coordinate-range", "A \(key) of \(text) is not on the globe",
        remedy: "It lies between \(Int(range.lowerBound)) and \(Int(range.upperBound)); latitude is north, longitude east")
      return nil
    }
    return number
  }

  mutating func url(_ node: Int, _ key: String) -> String? {
    guard let text = text(node, key) else { return nil }
    switch WebAddress.flaw(in: text) {
    case .unusable:
      report(
        .error, node, "bad-url", "This is not an address on the web",
        remedy: "Write it as it stands in the browser, with http:// or https:// and without blanks")
    case .oddHost:
      report(
        .warning, node, "odd-host", "The host of this address is a number or ends in a full stop, as those of copies do",
        remedy: "Write the publisher's own address")
    case nil: break
    }
    return text
  }

  /// A text of the file as it may stand in a message: short and on one line.
  func quoted(_ text: String) -> String {
    var short = String(text.prefix(40).map { $0.isNewline ? " " : $0 })
    if text.count > 40 { short += "…" }
    return "“\(short)”"
  }
}
