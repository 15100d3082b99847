public import EDTF
public import TimelineModel

extension EventStore {
  /// How much happened when: each dated row counts one, laid evenly over the days that it took or may lie in.
  ///
  /// A row known to a month, a year or a set of days is `pale`; one known to the day, or an interval between two days, is `certain`. Of a row
  /// that is open at one end the known end counts. What lies outside of the stretch is left out, in part for a row that reaches over its edge.
  ///
  /// - Complexity: O(selected rows), whatever their length.
  public func density(in selection: Selection, from first: Day, through last: Day, buckets: Int) -> Density {
    var density = Density(buckets: buckets)
    var spread = Spread(from: Int64(RowFacts.column(first)), through: Int64(RowFacts.column(last)), buckets: buckets, channels: Channel.count)
    guard !spread.isEmpty else { return density }
    let channelOfKind = columns.kinds.map { Channel.events(of: EventKind(rawValue: $0).band) }
    let end = columns.firstRow(startingOnOrAfter: Int32(clamping: Int64(RowFacts.column(last)) + 1))
    let reader = DaysReader(columns)
    let (precision, kind, toll) = (columns.precision, columns.kind, columns.killed)
    selection.bits.visit(below: end) { row in
      guard let days = reader.knownDays(of: row) else { return }
      let shade = precision[row].isCertain ? 0 : 1
      spread.add(1, from: Int64(days.first), through: Int64(days.last), channel: channelOfKind[Int(kind[row])] + shade)
      if let killed = toll.standing(of: row), killed > 0 {
        spread.add(Double(killed), from: Int64(days.first), through: Int64(days.last), channel: Channel.killed + shade)
      }
    }
    density.fighting = spread.buckets(Channel.fighting)
    density.talks = spread.buckets(Channel.talks)
    density.other = spread.buckets(Channel.other)
    density.killed = spread.buckets(Channel.killed)
    return density
  }

  /// How the events of an actor, and of everyone below it, lie over the span of the selection.
  public func sparkline(actor: Identifier, in selection: Selection, buckets: Int) -> [Double] {
    let none = Array(repeating: 0.0, count: max(0, buckets))
    guard let span = selection.span, let code = columns.actorsAndAbove.values.firstIndex(of: actor) else { return none }
    var spread = Spread(from: span.first.number, through: span.last.number, buckets: buckets, channels: 1)
    guard !spread.isEmpty else { return none }
    for row in columns.actorsAndAbove.rows(of: code) where selection.bits.contains(Int(row)) {
      guard let days = columns.knownDays(of: Int(row)) else { continue }
      spread.add(1, from: Int64(days.first), through: Int64(days.last), channel: 0)
    }
    return spread.sums(channel: 0)
  }
}

/// Where the amounts of a density are laid: for each band two channels, certain and pale.
private enum Channel {
  static let fighting = 0
  static let talks = 2
  static let other = 4
  static let killed = 6
  static let count = 8

  static func events(of band: Band?) -> Int {
    switch band {
    case .fighting: fighting
    case .talks: talks
    case nil: other
    }
  }
}

extension Spread {
  fileprivate func buckets(_ channel: Int) -> [Density.Bucket] {
    zip(sums(channel: channel), sums(channel: channel + 1)).map { Density.Bucket(certain: $0, pale: $1) }
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
