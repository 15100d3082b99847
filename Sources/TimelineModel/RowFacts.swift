public import EDTF

/// What a row says in fixed width: when, of what kind, how weighty, at what cost. 56 bytes, whatever is asked to be kept.
///
/// Days, figures and weights saturate at the ends of their columns; the event itself keeps the truth.
public struct RowFacts: Hashable, Sendable {
  /// Days since 1970-01-01; ``openStart`` where the beginning is open or unknown.
  public var earliest: Int32
  /// Days since 1970-01-01; ``openEnd`` where the end is open or unknown.
  public var latest: Int32
  /// A code of ``RowChunk/kinds``.
  public var kind: UInt32
  /// A hash of the row's id, by `hash(ofID:)`, by which it is found again.
  public var idHash: UInt64
  public var killed: PackedFigure
  public var wounded: PackedFigure
  /// On how many sources the row rests.
  public var sourceCount: UInt16
  /// ``noWeight`` for none.
  public var weight: Int8
  public var precision: Precision
  public var marks: RowMarks

  public static let openStart = Int32.min
  public static let openEnd = Int32.max
  public static let noWeight = Int8.min

  public init(
    date: EDTFDate?, kind: UInt32, id: Identifier = "", weight: Int? = nil, killed: Figure? = nil, wounded: Figure? = nil, sourceCount: Int = 0,
    marks: RowMarks = []
  ) {
    let first = date?.earliest
    let last = date?.latest
    earliest = first.map { Self.column($0) } ?? Self.openStart
    latest = last.map { Self.column($0) } ?? Self.openEnd
    precision = date?.precision ?? .span
    // A date that neither begins nor ends at a day that we count cannot be put in order.
    self.marks = first == nil && last == nil ? marks.subtracting(.dated) : marks.union(.dated)
    self.kind = kind
    self.weight = weight.map { Int8(clamping: max($0, Int(Self.noWeight) + 1)) } ?? Self.noWeight
    self.killed = PackedFigure(killed)
    self.wounded = PackedFigure(wounded)
    self.sourceCount = UInt16(clamping: sourceCount)
    idHash = Self.hash(ofID: id)
  }

  /// The columns as they were kept, by a form that holds them ready.
  package init(
    earliest: Int32, latest: Int32, precision: Precision, kind: UInt32, weight: Int8, marks: RowMarks, sourceCount: UInt16, killed: PackedFigure,
    wounded: PackedFigure, idHash: UInt64
  ) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
    self.kind = kind
    self.weight = weight
    self.marks = marks
    self.sourceCount = sourceCount
    self.killed = killed
    self.wounded = wounded
    self.idHash = idHash
  }

  /// A day as the columns hold it; the two outermost values are kept for open ends.
  ///
  ///     RowFacts.column(Day(0))             // 0
  ///     RowFacts.column(Day(Int64.max))     // 2147483646
  @inlinable public static func column(_ day: Day) -> Int32 {
    Int32(clamping: min(max(day.number, Int64(Int32.min) + 1), Int64(Int32.max) - 1))
  }

  /// FNV-1a over the UTF-8 bytes of an id, 64 bits.
  public static func hash(ofID id: Identifier) -> UInt64 { hash(ofID: id.utf8) }

  @inlinable public static func hash(ofID bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// A figure in twelve bytes, or the want of one.
@frozen public struct PackedFigure: Hashable, Sendable {
  @usableFromInline let low: Int32
  @usableFromInline let best: Int32
  @usableFromInline let high: Int32

  /// No number of people is negative: that stands for none.
  private static let none: Int32 = -1

  /// No figure.
  package static let absent = PackedFigure(low: none, best: none, high: none)

  /// Saturates at 2,147,483,647; a negative number, which the reader has reported, counts as 0.
  public init(_ figure: Figure?) {
    low = figure.map { Self.count($0.low) } ?? Self.none
    best = figure?.best.map(Self.count) ?? Self.none
    high = figure.map { Self.count($0.high) } ?? Self.none
  }

  /// The three numbers as they were kept; -1 stands for none.
  package init(low: Int32, best: Int32, high: Int32) {
    self.low = low
    self.best = best
    self.high = high
  }

  /// Low, best and high as they are kept.
  package var parts: [Int32] { [low, best, high] }

  private static func count(_ number: Int) -> Int32 { Int32(clamping: max(0, number)) }

  /// The least and the most that the estimates allow; nil without a figure.
  @inlinable public var range: (low: Int, high: Int)? { high < 0 ? nil : (Int(low), Int(high)) }

  /// The best estimate, if there is one.
  @inlinable public var bestNumber: Int? { best < 0 ? nil : Int(best) }

  public var figure: Figure? { range.map { Figure(low: $0.low, best: bestNumber, high: $0.high) } }
}

/// Yes-or-no facts of a row.
@frozen public struct RowMarks: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// There is a day to put it in order by.
  public static let dated = RowMarks(rawValue: 1)
  public static let hasAccounts = RowMarks(rawValue: 2)
  public static let isDisputed = RowMarks(rawValue: 4)
  public static let hasCasualties = RowMarks(rawValue: 8)
}

extension RowMarks {
  /// What the marks of a whole event are, apart from whether it is dated.
  public init(of event: Event) {
    self = []
    if !event.accounts.isEmpty { insert(.hasAccounts) }
    if !event.disputes.isEmpty { insert(.isDisputed) }
    if !event.casualties.isEmpty { insert(.hasCasualties) }
  }
}
