public import EDTF
public import TimelineModel

extension EventStore {
  /// How much happened when: each dated row counts one, laid evenly over the days that it took or may lie in.
  ///
  /// A row known to a month, a year or a set of days is `pale`; one known to the day, or an interval between two days, is `certain`. Of a row
  /// that is open at one end the known end counts. What lies outside of the stretch is left out, in part for a row that reaches over its edge.
  ///
  /// - Complexity: O(n / 64), and the selected rows that are not of one known day or have dead to be counted.
  public func density(in selection: Selection, from first: Day, through last: Day, buckets: Int) -> Density {
    var layout = DensityLayout(columns, selection.bits, from: Int64(RowFacts.column(first)), through: Int64(RowFacts.column(last)), buckets: buckets)
    return layout.density()
  }

  /// How the events of an actor, and of everyone below it, lie over the span of the selection.
  ///
  /// - Parameter start: where to begin when the span begins earlier; what lies before is left out.
  public func sparkline(actor: Identifier, in selection: Selection, from start: Day? = nil, buckets: Int) -> [Double] {
    let none = Array(repeating: 0.0, count: max(0, buckets))
    guard let span = selection.span, let code = columns.actorsAndAbove.values.firstIndex(of: actor) else { return none }
    let first = start.map { $0 <= span.last ? max($0, span.first) : span.first } ?? span.first
    var spread = Spread(from: first.number, through: span.last.number, buckets: buckets, channels: 1)
    guard !spread.isEmpty else { return none }
    let reader = DaysReader(columns)
    for row in columns.actorsAndAbove.rows(of: code) where selection.bits.contains(Int(row)) {
      guard let days = reader.knownDays(of: Int(row)), Int64(days.last) >= first.number else { continue }
      spread.add(1, from: Int64(days.first), through: Int64(days.last), channel: 0)
    }
    return spread.sums(channel: 0)
  }
}

extension Precision {
  /// Whether the days of such a date are those on which it happened, and not a longer time in which it did.
  var isCertain: Bool {
    switch self {
    case .time, .day, .span: true
    case .month, .season, .year, .decade, .century, .millennium, .set: false
    }
  }
}
