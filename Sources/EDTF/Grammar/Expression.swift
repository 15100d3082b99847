/// A whole EDTF text, taken apart.
///
///     date       1985-04-12   1988-11~   156X-12-25   Y-17E7   2001-34   1985-04-12T23:20:30Z
///     interval   START/END    either end a date, `..` (open) or nothing (unknown)
///     set        [A,B..C]     one of these       {A,B..C}     all of these
///                [..A,B]      A or earlier       [A,B..]      B or later
enum Expression: Hashable, Sendable {
  case date(PartialDate)
  case interval(start: Endpoint, end: Endpoint)
  case set(DateSet)

  enum Endpoint: Hashable, Sendable {
    /// `..`: there is none, or it is not given.
    case open
    /// Nothing: there is one, and nobody knows it.
    case unknown
    case date(PartialDate)

    var date: PartialDate? {
      if case .date(let date) = self { date } else { nil }
    }
  }
}

/// The dates between brackets or braces.
struct DateSet: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `[…]`
    case oneOf
    /// `{…}`
    case allOf
  }

  /// A date, or all dates from one to another.
  struct Member: Hashable, Sendable {
    var first: PartialDate
    var last: PartialDate?
    /// From the earliest day of the first date to the latest of the last.
    var extent: Extent
  }

  /// Members beyond so many are counted, not kept: a set of a million costs no more memory than one of a dozen.
  static let mostKept = 12

  var kind: Kind
  /// `[..A`: or any date before the first.
  var reachesBack = false
  /// `B..]`: or any date after the last.
  var reachesOn = false
  /// The first members, in the order written.
  private(set) var kept: [Member] = []
  /// How many members there are; never 0 once the set has been read.
  private(set) var count = 0
  /// The member with the earliest day.
  private(set) var earliest: Member?
  /// The member with the latest day.
  private(set) var latest: Member?
  /// What is said of any part of any member.
  private(set) var qualifier: Qualifier = []

  init(kind: Kind) {
    self.kind = kind
  }

  mutating func append(_ member: Member) {
    count += 1
    if kept.count < DateSet.mostKept { kept.append(member) }
    if earliest.map({ member.extent.earliest < $0.extent.earliest }) ?? true { earliest = member }
    if latest.map({ member.extent.latest >= $0.extent.latest }) ?? true { latest = member }
    qualifier.formUnion(member.first.qualifiers.any)
    if let last = member.last { qualifier.formUnion(last.qualifiers.any) }
  }
}
