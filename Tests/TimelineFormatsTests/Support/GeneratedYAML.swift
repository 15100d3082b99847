import SeededRandom

/// Makes documents of our YAML subset at random, with every way of writing a value, odd indentation, comments and empty lines.
struct GeneratedYAML {
  private var random: SeededGenerator
  private var text = ""
  private var serial = 0

  static func document(seed: Int) -> String {
    var maker = GeneratedYAML(random: SeededGenerator(seed))
    if maker.chance(5) { maker.text += "---\n" }
    maker.clutter(0)
    if maker.chance(50) { maker.mapping(indent: 0, depth: 0) } else { maker.sequence(indent: 0, depth: 0) }
    return maker.text
  }

  private init(random: SeededGenerator) { self.random = random }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }
  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Comments and empty lines, which change nothing.
  private mutating func clutter(_ indent: Int) {
    if chance(8) { text += "\n" }
    if chance(8) { text += "\(blanks(pick([0, indent, indent + 3])))# a comment: with [all] {sorts} \"of\" 'signs'\n" }
  }

  private mutating func mapping(indent: Int, depth: Int, isInline: Bool = false) {
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0 || !isInline {
        if index > 0 { clutter(indent) }
        text += blanks(indent)
      }
      serial += 1
      let key = pick(["key\(serial)", "as-of-\(serial)", "\"quoted \(serial)\"", "'it''s \(serial)'", "ключ\(serial)", "k:\(serial)", "a b \(serial)"])
      text += key + (chance(5) ? " :" : ":")
      value(indent: indent, depth: depth, inSequence: false)
    }
  }

  private mutating func sequence(indent: Int, depth: Int, isInline: Bool = false) {
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0 || !isInline {
        if index > 0 { clutter(indent) }
        text += blanks(indent)
      }
      text += "-"
      value(indent: indent, depth: depth, inSequence: true)
    }
  }

  private mutating func value(indent: Int, depth: Int, inSequence: Bool) {
    let deeper = indent + Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<(depth < 4 ? 12 : 8), using: &random) {
    case 0...3: text += blanks(pick([1, 1, 1, 3])) + scalar() + comment() + "\n"
    case 4: text += " " + flow(depth: 0) + comment() + "\n"
    case 5, 6: blockText(indent: indent)
    case 7: text += comment() + "\n"
    case 8, 9:
      if inSequence, chance(60) {
        text += " "
        mapping(indent: indent + 2, depth: depth + 1, isInline: true)
      } else {
        text += comment() + "\n"
        clutter(deeper)
        mapping(indent: deeper, depth: depth + 1)
      }
    default:
      if inSequence, chance(40) {
        text += " "
        sequence(indent: indent + 2, depth: depth + 1, isInline: true)
      } else {
        text += comment() + "\n"
        // A list may stand in the column of its key.
        sequence(indent: inSequence || chance(50) ? deeper : indent, depth: depth + 1)
      }
    }
  }

  private mutating func comment() -> String { chance(10) ? pick([" # note", "   #", " # a: b"]) : "" }

  private mutating func scalar() -> String {
    pick([
      "plain", "two words", "1993-08~", "2020-09-27/2020-11-10", "https://example.org/a?b=c#d", "a:b", "it's", "say \"so\"", "-1", "Şuşa", "Շուշի", "Шуша",
      "漢字", "e\u{301}", "1.5e3", "null", "~", "true", "a, b", "a]b", "a}b", "a{b", "5%", "a&b", "a*b", "wow!",
      "\"double\"", "\"tab\\t nl\\n quote\\\" back\\\\ \\u00e9 \\x41 \\U0001F600 \\e\"", "\"\"", "\" # no comment \"", "\"a: b\"", "'single'", "'it''s'", "''",
      "' # x'", "'a: b'",
      "'\\n stays'", "a\tb", "--", "-x", "a -b", "<b>", "=",
    ])
  }

  private mutating func flow(depth: Int) -> String {
    let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in flowItem(depth: depth) }
    let space = pick(["", " "])
    if chance(50) { return "[\(space)\(items.joined(separator: pick([", ", ",", " , "])))\(space)]" }
    let pairs = items.map { item -> String in
      serial += 1
      let key = pick(["k\(serial)", "\"k \(serial)\"", "'k\(serial)'"])
      return item.isEmpty ? key : "\(key): \(item)"
    }
    return "{\(space)\(pairs.joined(separator: ", "))\(space)}"
  }

  private mutating func flowItem(depth: Int) -> String {
    if depth < 3, chance(25) { return flow(depth: depth + 1) }
    return pick([
      "a", "two words", "armenia-mod", "1993-08~", "a:b", "12", "\"a, b\"", "'[x]'", "'it''s'", "\"\\n\"", "Şuşa", "5%", "http://x.org/y", "a#b", "\"\"",
    ])
  }

  private mutating func blockText(indent: Int) {
    let style = pick(["|", ">"])
    let chomping = pick(["", "", "-", "+"])
    let step = Int.random(in: 1...4, using: &random)
    let isExplicit = chance(25)
    let digit = isExplicit ? String(step) : ""
    text += " \(style)\(chance(50) ? digit + chomping : chomping + digit)\(comment())\n"
    let column = indent + step
    if chance(15) { text += "\n" }
    var isFirst = true
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      if chance(20), !isFirst { text += pick(["", blanks(indent), blanks(column), blanks(column + 1)]) + "\n" }
      let more = isFirst && !isExplicit ? "" : pick(["", "", "", " ", "  ", "\t"])
      text +=
        blanks(column) + more
        + pick(["text", "more text: with colon", "# no comment", "- no item", "\"quotes\" 'here'", "[list", "trailing  ", "Շուշի", "%", "---"]) + "\n"
      isFirst = false
    }
    if chance(20) { text += pick(["\n", "\n\n", blanks(indent) + "\n"]) }
  }
}
