/// One cell of a canvas: eight bytes that say which glyph stands there and in which style.
///
/// A glyph of one scalar is that scalar. A glyph with marks is a number in the canvas's table of clusters, with the top bit set; so two cells may
/// be compared only within one canvas, or between canvases whose tables are equal.
package struct Cell: Hashable, Sendable {
  /// A Unicode scalar, or a cluster number with the top bit set; 0 in the second cell of a wide glyph.
  package internal(set) var glyph: UInt32
  package internal(set) var style: Style
  /// Columns of the glyph that begins here: 1, 2, or 0 in the second cell of a wide one.
  package internal(set) var width: UInt8

  static let clusterBit: UInt32 = 1 << 31

  init(glyph: UInt32, style: Style, width: UInt8) {
    self.glyph = glyph
    self.style = style
    self.width = width
  }

  static func blank(_ style: Style) -> Cell { Cell(glyph: 0x20, style: style, width: 1) }

  /// The second cell of a wide glyph.
  static func continuation(_ style: Style) -> Cell { Cell(glyph: 0, style: style, width: 0) }

  package var isContinuation: Bool { width == 0 }
}

/// A glyph of several scalars: a base and one to four marks. Places that are not used are 0.
package struct Cluster: Hashable, Sendable {
  package internal(set) var base: UInt32
  package internal(set) var marks: (UInt32, UInt32, UInt32, UInt32)

  init(base: UInt32) {
    self.base = base
    marks = (0, 0, 0, 0)
  }

  /// Adds a mark in the first free place, if there is one.
  mutating func add(_ mark: UInt32) {
    if marks.0 == 0 {
      marks.0 = mark
    } else if marks.1 == 0 {
      marks.1 = mark
    } else if marks.2 == 0 {
      marks.2 = mark
    } else if marks.3 == 0 {
      marks.3 = mark
    }
  }

  /// The scalars in order, without the free places.
  package var scalars: [UInt32] { [base, marks.0, marks.1, marks.2, marks.3].filter { $0 != 0 } }

  package static func == (left: Cluster, right: Cluster) -> Bool { left.base == right.base && left.marks == right.marks }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(marks.2)
    hasher.combine(marks.3)
  }
}
