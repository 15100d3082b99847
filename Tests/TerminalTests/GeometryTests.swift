import Terminal
import Testing

@Suite("Rectangles and sizes")
struct GeometryTests {
  let screen = Rect(x: 0, y: 0, width: 80, height: 24)

  @Test("Splitting gives two rectangles that make up the whole", arguments: [-5, 0, 1, 10, 24, 80, 500])
  func splitting(amount: Int) {
    let (top, below) = screen.splitTop(amount)
    #expect(top.height + below.height == 24 && below.y == top.maxY && top.width == 80)
    let (above, bottom) = screen.splitBottom(amount)
    #expect(above.height + bottom.height == 24 && bottom.y == above.maxY && bottom.maxY == 24)
    let (left, right) = screen.splitLeft(amount)
    #expect(left.width + right.width == 80 && right.x == left.maxX)
    let (rest, last) = screen.splitRight(amount)
    #expect(rest.width + last.width == 80 && last.maxX == 80)
  }

  @Test("Nothing is ever negative, and no sum overflows")
  func extremes() {
    #expect(Rect(x: 0, y: 0, width: -3, height: 5).isEmpty)
    #expect(Size(columns: -1, rows: 3).isEmpty)
    #expect(Size(columns: .max, rows: .max) == Size(columns: 4_096, rows: 4_096))
    let far = Rect(x: .max, y: .min, width: .max, height: .max)
    #expect(far.maxX == .max)
    #expect(far.inset(by: 1).y == .min + 1)
    #expect(screen.inset(left: 50, right: 50).isEmpty)
    #expect(screen.inset(by: .max).isEmpty)
    #expect(far.intersection(screen).isEmpty)
    #expect(Int.min.subtractingSaturated(1) == .min)
    #expect(Int.max.subtractingSaturated(-1) == .max)
    #expect(Int.min.addingSaturated(-1) == .min)
  }

  @Test("Rows, middles and what is inside")
  func parts() {
    #expect(screen.row(3) == Rect(x: 0, y: 3, width: 80, height: 1))
    #expect(screen.row(24).isEmpty)
    #expect(screen.centred(Size(columns: 40, rows: 10)) == Rect(x: 20, y: 7, width: 40, height: 10))
    #expect(screen.centred(Size(columns: 400, rows: 100)) == screen)
    #expect(screen.contains(Point(x: 79, y: 23)))
    #expect(!screen.contains(Point(x: 80, y: 0)))
    #expect(!Rect.zero.contains(.zero))
    #expect(screen.intersection(Rect(x: 70, y: 20, width: 40, height: 40)) == Rect(x: 70, y: 20, width: 10, height: 4))
    #expect(screen.origin == .zero)
  }

  @Test(
    "A number with a fraction becomes the nearest whole one there is towards nothing",
    arguments: [
      (2.9, 2), (-2.9, -2), (0, 0), (-0.0, 0), (1e300, Int.max), (-1e300, .min), (.infinity, .max), (-.infinity, .min), (.nan, 0), (0x1p62, 1 << 62),
    ])
  func saturating(number: Double, whole: Int) { #expect(Int(saturating: number) == whole) }
}
