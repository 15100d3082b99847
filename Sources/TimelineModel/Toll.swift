/// What an event cost, put together from everybody's figures without choosing among them.
///
/// For each group, `low` and `high` span all estimates of one measure; `best` is an independent finding's figure, else the one that all agree on,
/// else unknown. Figures that cover more than the event are left out. An event's toll adds up the groups that are not contained in another; a figure for the whole event stands alone.
///
///     // Armenia says 4 of its soldiers, Azerbaijan says 7 of them; nobody speaks of anyone else
///     Toll(.killed, of: event, in: directory)?.figure          // 4–7, no best
public struct Toll: Hashable, Sendable {
  public var measure: CasualtyEstimate.Measure
  /// `figure.best` is nil where the estimates differ and no finding decides.
  public var figure: Figure
  /// The parts that were added up, in order of first mention; one part, ``CasualtyEstimate/wholeEvent``, when a whole-event figure stands alone.
  public var groups: [Group]

  public struct Group: Hashable, Sendable {
    public var of: Identifier
    public var figure: Figure
  }

  /// Nil when nobody gives a figure of that measure for this event alone.
  public init?(_ measure: CasualtyEstimate.Measure, of event: Event, in directory: Directory) {
    let estimates = event.casualties.filter { $0.measure == measure && $0.scope == .event }
    guard !estimates.isEmpty else { return nil }
    var order: [Identifier] = []
    var byGroup: [Identifier: [CasualtyEstimate]] = [:]
    for estimate in estimates {
      if byGroup[estimate.of] == nil { order.append(estimate.of) }
      byGroup[estimate.of, default: []].append(estimate)
    }
    let counted: [Identifier]
    if byGroup[CasualtyEstimate.wholeEvent] != nil {
      counted = [CasualtyEstimate.wholeEvent]
    } else {
      counted = order.filter { group in !directory.lineage(ofActor: group).dropFirst().contains { byGroup[$0] != nil } }
    }
    let groups = counted.map { Group(of: $0, figure: Self.envelope(byGroup[$0] ?? [], in: directory)) }
    self.measure = measure
    self.groups = groups
    self.figure = groups.dropFirst().reduce(groups.first?.figure ?? Figure(0)) { Self.sum($0, $1.figure) }
  }

  /// The range over all estimates of one group, with the figure that may stand as best.
  private static func envelope(_ estimates: [CasualtyEstimate], in directory: Directory) -> Figure {
    let low = estimates.map(\.figure.low).min() ?? 0
    let high = estimates.map(\.figure.high).max() ?? 0
    let findings = estimates.filter { estimate in estimate.by.flatMap { directory.actor($0) }?.kind.mayFind ?? false }
    return Figure(low: low, best: agreed(findings) ?? agreed(estimates), high: high)
  }

  /// The one best figure that all of these give, if there is one.
  private static func agreed(_ estimates: [CasualtyEstimate]) -> Int? {
    let figures = Set(estimates.map { $0.figure.best })
    return figures.count == 1 ? figures.first ?? nil : nil
  }

  private static func sum(_ one: Figure, _ other: Figure) -> Figure {
    let best: Int? = if let a = one.best, let b = other.best { saturating(a, b) } else { nil }
    return Figure(low: saturating(one.low, other.low), best: best, high: saturating(one.high, other.high))
  }

  private static func saturating(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
