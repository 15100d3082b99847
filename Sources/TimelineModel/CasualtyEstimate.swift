public import EDTF

/// One figure: whose loss, of what sort, how many, who says so, as of when.
public struct CasualtyEstimate: Hashable, Sendable {
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case killed, wounded, missing, captured, displaced
  }

  /// What a figure covers.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case event
    /// More than this event: a whole war, a district over years. The figure is shown, and never counted in the event's toll.
    case wider
  }

  /// The word that stands for the whole event's toll in `of`.
  public static let wholeEvent: Identifier = "all"

  /// The group whose loss it is, or ``wholeEvent``.
  public var of: Identifier
  public var measure: Measure
  public var figure: Figure
  /// The actor who says so.
  public var by: Identifier?
  public var source: Identifier?
  /// The day as of which the figure holds; tolls grow for months.
  public var asOf: EDTFDate?
  public var note: String?
  public var scope: Scope
  public var extra: [ExtraField]
  public var location: SourceLocation?

  public init(
    of: Identifier, _ measure: Measure, _ figure: Figure, by: Identifier? = nil, source: Identifier? = nil, asOf: EDTFDate? = nil, note: String? = nil,
    scope: Scope = .event, extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.of = of
    self.measure = measure
    self.figure = figure
    self.by = by
    self.source = source
    self.asOf = asOf
    self.note = note
    self.scope = scope
    self.extra = extra
    self.location = location
  }
}

/// A number of people as a range: at least `low`, at most `high`, and a best estimate where somebody made one.
///
///     Figure(4).description                        // "4"
///     Figure(low: 202, best: 204, high: 207).description  // "202–207, best 204"
public struct Figure: Hashable, Sendable, CustomStringConvertible {
  public var low: Int
  public var best: Int?
  public var high: Int

  public init(_ exact: Int) {
    low = exact
    best = exact
    high = exact
  }

  /// - Precondition: none; a range out of order is put in order by widening, and the reader reports it.
  public init(low: Int, best: Int?, high: Int) {
    self.low = min(low, high, best ?? low)
    self.best = best
    self.high = max(low, high, best ?? high)
  }

  public var isExact: Bool { low == high }

  public var description: String {
    if isExact { return String(low) }
    guard let best, best != low, best != high else { return "\(low)–\(high)" }
    return "\(low)–\(high), best \(best)"
  }
}
