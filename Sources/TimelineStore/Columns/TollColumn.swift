import TimelineModel

/// The figures of one measure, row by row. Empty when no row has a figure.
struct TollColumn: Sendable {
  let figures: [PackedFigure]

  var isEmpty: Bool { figures.isEmpty }

  init(_ figures: some Collection<PackedFigure>) {
    self.figures = figures.contains { $0.range != nil } ? Array(figures) : []
  }

  /// The figures as they were kept: of every row, or none.
  init(kept figures: [PackedFigure]) { self.figures = figures }

  /// The least and the most that the estimates allow; nil without a figure.
  @inline(__always)
  func range(of row: Int) -> (low: Int, high: Int)? { row < figures.count ? figures[row].range : nil }

  @inline(__always)
  func best(of row: Int) -> Int? { row < figures.count ? figures[row].bestNumber : nil }

  func figure(of row: Int) -> Figure? { row < figures.count ? figures[row].figure : nil }

  /// The one number to sort and to draw by: the best, else the middle of the range.
  @inline(__always)
  func standing(of row: Int) -> Int? {
    if let best = best(of: row) { return best }
    return range(of: row).map { ($0.low + $0.high) / 2 }
  }
}
