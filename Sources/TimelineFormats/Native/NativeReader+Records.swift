import TimelineModel

extension NativeReader {
  /// Takes a mapping apart into the values of a record. Unknown keys are reported and kept, missing ones reported.
  mutating func record<Field: RecordField>(_ node: Int, _ table: FieldTable<Field>) -> Record<Field>? {
    guard tree.kind(node) == .mapping else {
      report(
        .error, node, "expected-mapping", "\(Field.record.withArticle.capitalizedFirst) is expected here, with a key and a value on each line",
        remedy: "Write `\(Field.allCases[0].field.name): …`")
      return nil
    }
    // A local, since every call that changes the reader would have it looked up and retained anew.
    let tree = tree
    var record = Record<Field>(node: node)
    var key = node + 1
    let end = tree.next(node)
    while key < end {
      let value = key + 1
      if let field = table.field(symbol(key)) {
        // Of two values for one key, which the parser has reported, the first stands.
        if record[field] == nil { record[field] = value }
      } else {
        record.extra.append(extraField(key, value, known: Field.self))
      }
      key = tree.next(value)
    }
    for field in table.required where record[field] == nil {
      let name = field.field.name
      report(.error, node, "missing-\(name)", "\(Field.record.withArticle.capitalizedFirst) needs the key `\(name)`", remedy: field.field.help)
    }
    return record
  }

  /// A key that the format does not know: a curator's own when it begins with `x-`, otherwise most likely a slip.
  private mutating func extraField<Field: RecordField>(_ key: Int, _ value: Int, known: Field.Type) -> ExtraField {
    let name = interned(key)
    if !name.hasPrefix("x-") {
      let nearest = Suggestion.nearest(to: name, in: Field.allCases.map(\.field.name))
      report(
        .warning, key, "unknown-key", "\(quoted(name)) is no key of \(Field.record.withArticle)",
        remedy: nearest.map { "Did you mean \($0)" } ?? "Begin a key of your own with x-")
    }
    return ExtraField(name: name, value: tree.writtenText(value))
  }

  /// Calls `body` with the node of every item of a list; reports what is no list.
  mutating func eachItem(_ node: Int, _ key: String, _ body: (inout NativeReader, Int) -> Void) {
    guard tree.kind(node) == .sequence else {
      report(.error, node, "expected-list", "A list is expected for \(key)", remedy: "Begin each item with a dash, or write [a, b]")
      return
    }
    let tree = tree
    var item = node + 1
    let end = tree.next(node)
    while item < end {
      body(&self, item)
      item = tree.next(item)
    }
  }

  // MARK: Ids

  /// A record's own id. Where there is none, the line stands for it.
  mutating func define<Field: RecordField>(_ record: Record<Field>, _ field: Field, in space: IDBook.Space) -> (id: Identifier, symbol: Int) {
    let tree = tree
    guard let node = record[field], tree.kind(node) == .scalar, !tree.isEmptyText(node) else {
      if let node = record[field] { _ = text(node, "id") }
      let line = tree.source.position(of: tree.offset(record.node)).line
      let stand = Array("L\(line)".utf8)
      return ("L\(line)", symbols.intern(stand, 0..<stand.count))
    }
    let symbol = symbol(node)
    let text = symbols.text(symbol)
    if !Self.isIdentifier(text.utf8) {
      report(.error, node, "bad-id", "\(quoted(text)) is not an id", remedy: "Write lower-case words of a–z and 0–9 joined by hyphens")
    }
    if let former = ids.define(symbol, in: space, at: place(node)) {
      report(
        .error, node, "duplicate-id", "The \(space.word) \(text) is defined at \(location(former)) already",
        remedy: "Give one of the two another id; links find the first")
    }
    return (text, symbol)
  }

  /// Lower-case words of letters and digits, joined by single hyphens.
  static func isIdentifier(_ text: some Sequence<UInt8>) -> Bool {
    var afterHyphen = true
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
      default: return false
      }
    }
    return !afterHyphen
  }

  /// The id of another record, noted so that it can be looked up when all files are read.
  mutating func reference(_ node: Int, _ key: String, in space: IDBook.Space) -> (id: Identifier, symbol: Int)? {
    let tree = tree
    guard tree.kind(node) == .scalar, !tree.isEmptyText(node) else {
      _ = text(node, key)
      return nil
    }
    let symbol = tree.intern(node, into: &symbols)
    ids.mention(symbol, in: space, at: place(node))
    return (symbols.text(symbol), symbol)
  }

  /// One id or a list of them; an id that stands there twice is reported and kept once.
  mutating func references(_ node: Int, _ key: String, in space: IDBook.Space) -> [(id: Identifier, symbol: Int)] {
    let tree = tree
    guard tree.kind(node) == .sequence else { return reference(node, key, in: space).map { [$0] } ?? [] }
    var result: [(id: Identifier, symbol: Int)] = []
    listed.removeAll()
    var item = node + 1
    let end = tree.next(node)
    while item < end {
      if let reference = reference(item, key, in: space) {
        if !listed.insert(reference.symbol) {
          report(.warning, item, "repeated-item", "\(reference.id) stands in this list already", remedy: "Remove it")
        } else {
          result.append(reference)
        }
      }
      item = tree.next(item)
    }
    return result
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
