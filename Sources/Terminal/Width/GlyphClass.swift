/// What the gate does with a scalar, by its place in Unicode.
///
/// A glyph whose width Unicode calls ambiguous is narrow: so do the terminals of all locales that annals' subject is written in.
enum GlyphClass: UInt8 {
  /// One column.
  case narrow
  /// Two columns: East Asian wide and full-width, and emoji.
  case wide
  /// No column of its own: drawn on the glyph before it.
  case mark
  /// Nothing to see and nothing to obey; dropped.
  case invisible
  /// Controls of any kind, which a terminal or a reader's eye would obey.
  case dangerous
  /// A skin tone, which some terminals draw alone and some on the glyph before it.
  case skinTone

  /// - Complexity: O(1) below U+0300, otherwise O(log n) over the runs of ``GlyphClassTable``.
  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F || value >= 0xAE && value < 0x300 {
      self = .narrow
      return
    }
    let runs = GlyphClassTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] & 0xFF_FFFF <= value { low = middle } else { high = middle }
    }
    self = GlyphClass(rawValue: UInt8(truncatingIfNeeded: runs[low] >> 24)) ?? .dangerous
  }
}
