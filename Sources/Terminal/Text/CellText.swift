/// Text that may be drawn: the one gate between strings from anywhere and the cells of a terminal.
///
/// A terminal obeys bytes, and a timeline is data from strangers. So a cell can only be made from a `CellText`, and a `CellText` only from what
/// its gate lets through (`CellText+Gate.swift`): no control character, no bidirectional override, no invisible tag survives it. What a command
/// prints on a terminal goes through the same gate, by way of ``text``.
///
/// ```swift
/// CellText("Şuşa").width                     // 4
/// CellText("a\u{1b}[2Jb").text               // "a␛[2Jb"
/// CellText("Şuşa", ascii: true).text         // "Susa"
/// CellText("東京都").prefix(columns: 3).text   // "東": a wide glyph is never split
/// ```
///
/// A value is one array of 32-bit units and three numbers. Each glyph is a base unit and at most four mark units after it:
///
/// ```
/// bit 31    30     29           28…21  20…0
///     mark  wide   substitute   0      Unicode scalar
/// ```
package struct CellText: Hashable, Sendable {
  /// Base units, each followed by its marks.
  package internal(set) var units: [Unit]
  /// The columns the text covers: 1 for most glyphs, 2 for wide ones, 0 for marks.
  package internal(set) var width: Int
  /// How many scalars were replaced by something visible, or dropped because they are invisible.
  package internal(set) var substitutions: Int
  /// Whether every unit is plain ASCII, so that the text can be drawn in any locale.
  package internal(set) var isASCII: Bool

  /// Whether the text was made for a locale that shows ASCII alone; what annals adds to it, such as an ellipsis, is then ASCII too.
  package internal(set) var isForASCII: Bool

  /// No text.
  package init(ascii: Bool = false) {
    units = []
    width = 0
    substitutions = 0
    isASCII = true
    isForASCII = ascii
  }

  package var isEmpty: Bool { units.isEmpty }

  /// The most marks that are kept on one base; more are dropped and counted, since stacks of them have overrun terminals.
  package static let marksPerBase = 4

  /// What a reader sees, as a string that is safe to print.
  package var text: String {
    var scalars = String.UnicodeScalarView()
    for unit in units { scalars.append(unit.scalar) }
    return String(scalars)
  }

  package static func + (left: CellText, right: CellText) -> CellText {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout CellText, right: CellText) {
    left.units.append(contentsOf: right.units)
    left.width += right.width
    left.substitutions += right.substitutions
    left.isASCII = left.isASCII && right.isASCII
    left.isForASCII = left.isForASCII || right.isForASCII
  }

  /// A glyph's base or one of its marks.
  package struct Unit: Hashable, Sendable {
    package let bits: UInt32

    private static let markBit: UInt32 = 1 << 31
    private static let wideBit: UInt32 = 1 << 30
    private static let substituteBit: UInt32 = 1 << 29
    private static let scalarBits: UInt32 = (1 << 21) - 1

    init(ascii: UInt8) { bits = UInt32(ascii) }

    init(base: Unicode.Scalar, isWide: Bool, isSubstitute: Bool = false) {
      bits = base.value | (isWide ? Unit.wideBit : 0) | (isSubstitute ? Unit.substituteBit : 0)
    }

    init(mark: Unicode.Scalar) { bits = mark.value | Unit.markBit }

    package var scalarValue: UInt32 { bits & Unit.scalarBits }
    package var scalar: Unicode.Scalar { Unicode.Scalar(scalarValue) ?? "\u{FFFD}" }
    package var isMark: Bool { bits & Unit.markBit != 0 }
    package var isSubstitute: Bool { bits & Unit.substituteBit != 0 }
    /// Whether it is a glyph of its own, one column wide, unless a mark follows.
    var isPlain: Bool { bits & (Unit.markBit | Unit.wideBit) == 0 }
    /// Columns: 0 for a mark, otherwise 1 or 2.
    package var width: Int { isMark ? 0 : bits & Unit.wideBit != 0 ? 2 : 1 }
  }
}

extension CellText: ExpressibleByStringLiteral {
  /// A literal of our own goes through the gate as everything else does.
  package init(stringLiteral value: String) { self.init(value) }
}
