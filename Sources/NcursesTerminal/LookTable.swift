internal import CNcurses
internal import Terminal

/// What ncurses needs to draw a style: attribute bits and the number of a colour pair.
///
/// Pairs are made when a style is first drawn. Roles of the same two colours share one, so that the 64 pairs of the poorest colour terminal are
/// enough for any theme; should they not be, what comes later has no colour.
struct LookTable {
  struct Look {
    var attributes: UInt8
    var pair: Int16
    /// Whether a blank in this look is a blank: no background, nothing drawn under it.
    var leavesBlanksEmpty: Bool

    static let plain = Look(attributes: 0, pair: 0, leavesBlanksEmpty: true)
  }

  private struct Pair: Equatable {
    var foreground: Int
    var background: Int
  }

  private let palette: Palette
  private let pairLimit: Int
  private var theme: Theme?
  /// By role and attributes; nil until a style is first drawn.
  private var looks = Self.noLooks
  /// The pairs made so far; the first has number 1.
  private var pairs: [Pair] = []

  init(palette: Palette, pairLimit: Int) {
    self.palette = palette
    self.pairLimit = min(pairLimit, Int(Int16.max))
  }

  /// Takes another theme. True when it is another, so that everything must be drawn again.
  ///
  /// Without colours, a theme that means them would draw the selection like the rest: ``Theme/plain`` takes its place.
  mutating func adopt(_ theme: Theme) -> Bool {
    let theme = palette == .mono && theme.usesColour ? Theme.plain : theme
    guard theme != self.theme else { return false }
    self.theme = theme
    looks = Self.noLooks
    pairs.removeAll(keepingCapacity: true)
    return true
  }

  /// Adds what ncurses draws for some columns of a row; a wide glyph is one.
  ///
  /// A blank between two words looks the same in any ink, so it takes the look of what stands before it: a terminal is told of fewer changes. Blanks
  /// at the end of a row stay plain, since the terminal can erase those.
  mutating func encode(_ y: Int, columns: Range<Int>, of canvas: Canvas, into row: inout [cn_cell]) {
    var before = Look.plain
    var blanks = 0
    canvas.visitRuns(inRow: y, columns: columns) { style, cells in
      let look = look(of: style)
      for cell in cells where cell.width > 0 {
        var encoded = cn_cell()
        encoded.width = cell.width
        encoded.scalars.0 = cell.glyph
        if cell.glyph == 0x20, look.leavesBlanksEmpty {
          blanks += 1
        } else {
          if blanks > 0, blanks <= Self.longestInked, before.leavesBlanksEmpty {
            for index in row.count - blanks..<row.count {
              row[index].attributes = before.attributes
              row[index].pair = before.pair
            }
          }
          blanks = 0
          before = look
          encoded.attributes = look.attributes
          encoded.pair = look.pair
          if cell.glyph >> 31 != 0, let cluster = canvas.cluster(of: cell) {
            encoded.scalars = (cluster.base, cluster.marks.0, cluster.marks.1, cluster.marks.2, cluster.marks.3)
          }
        }
        row.append(encoded)
      }
    }
  }

  /// Longer runs of blanks are skipped by moving the cursor.
  private static let longestInked = 8

  private static let attributeSets = 32
  private static let shownOnBlanks = Attributes.underline.rawValue | Attributes.reverse.rawValue
  private static let noLooks = [Look?](repeating: nil, count: Role.allCases.count * attributeSets)

  private static func index(of style: Style) -> Int { style.role.index * attributeSets + Int(style.attributes.rawValue) % attributeSets }

  private mutating func look(of style: Style) -> Look { looks[Self.index(of: style)] ?? makeLook(of: style) }

  private mutating func makeLook(of style: Style) -> Look {
    let appearance = theme?[style.role] ?? Appearance()
    var attributes = appearance.attributes.union(style.attributes)
    var pair = Pair(foreground: palette.number(of: appearance.foreground), background: palette.number(of: appearance.background))
    if pair.foreground == pair.background, pair.foreground >= 0 {
      // Two colours of the theme became one here: keep the text readable.
      pair = Pair(foreground: -1, background: -1)
      attributes.insert(.reverse)
    }
    let look = Look(
      attributes: attributes.rawValue, pair: number(of: pair),
      leavesBlanksEmpty: pair.background < 0 && attributes.rawValue & Self.shownOnBlanks == 0)
    looks[Self.index(of: style)] = look
    return look
  }

  private mutating func number(of pair: Pair) -> Int16 {
    if pair.foreground < 0 && pair.background < 0 { return 0 }
    if let index = pairs.firstIndex(of: pair) { return Int16(clamping: index + 1) }
    let number = pairs.count + 1
    guard number < pairLimit else { return 0 }
    cn_set_pair(Int32(clamping: number), Int32(clamping: pair.foreground), Int32(clamping: pair.background))
    pairs.append(pair)
    return Int16(clamping: number)
  }
}
