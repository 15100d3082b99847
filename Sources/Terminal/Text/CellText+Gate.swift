extension CellText {
  /// Lets a text through the gate.
  ///
  /// | scalar | becomes |
  /// |---|---|
  /// | C0 controls, DEL | their pictures, ␀ to ␟ and ␡; `^@` to `^_` and `^?` in ASCII |
  /// | C1, bidirectional controls, line and paragraph separators, tags | ⟨U+202E⟩; `<U+202E>` in ASCII |
  /// | other invisible scalars: joiners, variation selectors, fillers, soft hyphens | nothing, but counted |
  /// | marks | kept, four a base; on ◌ where no base stands before them |
  /// | skin tones after a wide glyph | nothing, but counted: terminals disagree about their width |
  /// | U+FFFD, by which Swift replaces invalid UTF-8 | itself |
  ///
  /// Emoji sequences lose their joiners and stand as the glyphs they are made of, because no two terminals give the joined glyph the same width.
  ///
  /// - Parameters:
  ///   - text: Anything, from anywhere.
  ///   - ascii: Whether the locale can show ASCII alone; everything else then becomes an ASCII twin (``ASCIITwin``).
  /// - Complexity: O(n), n bytes of text.
  package init(_ text: some StringProtocol, ascii: Bool = false) {
    var string = String(text)
    let plain: [Unit]? = string.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      return bytes.map { Unit(ascii: $0) }
    }
    self.init(ascii: ascii)
    if let plain {
      units = plain
      width = plain.count
      return
    }
    var gate = Gate(ascii: ascii)
    gate.units.reserveCapacity(string.utf8.count)
    for scalar in string.unicodeScalars { gate.pass(scalar) }
    self = gate.text
  }

  /// The lines of a text, each through the gate: LF, CR LF and CR end one, and an ending at the very end opens no other.
  ///
  /// ```swift
  /// CellText.lines(of: "one\r\ntwo\n").map(\.text)   // ["one", "two"]
  /// ```
  package static func lines(of text: some StringProtocol, ascii: Bool = false) -> [CellText] {
    plainLines(of: text).map { CellText($0, ascii: ascii) }
  }

  /// The lines of a text as they are, before the gate.
  private static func plainLines<Text: StringProtocol>(of text: Text) -> [String] {
    let bytes = text.utf8
    var lines: [String] = []
    var start = bytes.startIndex
    // By byte, because CR LF is one Character.
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      lines.append(String(text[start..<end]))
      guard end < bytes.endIndex else { break }
      start = bytes.index(after: end)
      if bytes[end] == 0x0D, start < bytes.endIndex, bytes[start] == 0x0A { start = bytes.index(after: start) }
    }
    return lines
  }

  /// The same text as a locale without Unicode can show it; itself when it is ASCII already.
  ///
  /// What was replaced at the gate stays marked as a substitute.
  package var asciiTwin: CellText {
    guard !isASCII else { return self }
    var gate = Gate(ascii: true)
    for (index, unit) in units.enumerated() {
      let carriesMark = units.indices.contains(index + 1) && units[index + 1].isMark
      // What was put under a lone mark goes with the mark.
      if carriesMark, unit.scalar == Gate.dottedCircle { continue }
      if unit.isSubstitute { gate.substitute(twinOf: unit.scalar) } else { gate.pass(unit.scalar) }
    }
    var twin = gate.text
    twin.substitutions = substitutions
    return twin
  }
}

/// The state of the gate while one text passes it.
private struct Gate {
  let ascii: Bool
  var units: [CellText.Unit] = []
  var width = 0
  var substitutions = 0
  var isASCII = true
  var marks = 0
  /// Whether the last glyph was a wide one, before it became ASCII.
  var lastIsWide = false
  /// How the last letter was spelt in ASCII, for the letters that change it.
  var spelling = ASCIISpelling()

  /// Stands under a mark that has no letter of its own.
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  /// The regional indicators A to Z.
  static let flagLetters: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF

  init(ascii: Bool) { self.ascii = ascii }

  var text: CellText {
    var text = CellText(ascii: ascii)
    text.units = units
    text.width = width
    text.substitutions = substitutions
    text.isASCII = isASCII
    return text
  }

  mutating func pass(_ scalar: Unicode.Scalar) {
    if !ascii, scalar.value >= 0x20, scalar.value < 0x7F {
      marks = 0
      lastIsWide = false
      width += 1
      return units.append(.init(ascii: UInt8(truncatingIfNeeded: scalar.value)))
    }
    switch GlyphClass(of: scalar) {
    // Two of these are a flag, which terminals draw in two columns, in three or in four: its letters are the same in all of them.
    case .narrow where Gate.flagLetters.contains(scalar.value):
      substitutions += 1
      replace(with: [Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - Gate.flagLetters.lowerBound + 0x41))])
    case .narrow: base(scalar, isWide: false)
    case .wide: base(scalar, isWide: true)
    case .mark: mark(scalar)
    case .skinTone where lastIsWide: substitutions += 1
    case .skinTone: base(scalar, isWide: true)
    case .invisible: substitutions += 1
    case .dangerous:
      substitutions += 1
      name(scalar)
    }
  }

  /// Draws what stands for a scalar that was replaced before, now in ASCII.
  mutating func substitute(twinOf scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2421: replace(with: "^?".unicodeScalars)
    case 0x2400..<0x2420: replace(with: ["^", Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x2400 + 0x40))])
    case 0x27E8: replace(with: "<".unicodeScalars)
    case 0x27E9: replace(with: ">".unicodeScalars)
    default: replace(with: ASCIITwin.of(scalar).unicodeScalars)
    }
  }

  private mutating func base(_ scalar: Unicode.Scalar, isWide: Bool) {
    marks = 0
    lastIsWide = isWide
    guard ascii else { return append(.init(base: scalar, isWide: isWide)) }
    let (twin, replaced) = spelling.next(scalar)
    units.removeLast(min(replaced, units.count))
    width -= replaced
    for letter in twin.utf8 { append(.init(ascii: letter)) }
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    guard !ascii else { return }
    guard marks < CellText.marksPerBase else {
      substitutions += 1
      return
    }
    // A mark without a letter would be drawn on whatever stands in the cell before the text.
    if units.isEmpty || units.last?.isSubstitute == true { base(Gate.dottedCircle, isWide: false) }
    units.append(.init(mark: scalar))
    isASCII = false
    marks += 1
  }

  /// Spells out a scalar that must not be drawn.
  private mutating func name(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x20 where ascii: replace(with: ["^", Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x40))])
    case 0x7F where ascii: replace(with: "^?".unicodeScalars)
    case 0..<0x20: replace(with: [Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"])
    case 0x7F: replace(with: "\u{2421}".unicodeScalars)
    default:
      let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - hexadecimal.utf8.count)) + hexadecimal
      replace(with: (ascii ? "<U+\(padded)>" : "\u{27E8}U+\(padded)\u{27E9}").unicodeScalars)
    }
  }

  private mutating func replace(with scalars: some Sequence<Unicode.Scalar>) {
    marks = 0
    lastIsWide = false
    spelling = ASCIISpelling()
    for scalar in scalars { append(.init(base: scalar, isWide: false, isSubstitute: true)) }
  }

  private mutating func append(_ unit: CellText.Unit) {
    units.append(unit)
    width += unit.width
    isASCII = isASCII && unit.scalarValue < 0x80
  }
}
