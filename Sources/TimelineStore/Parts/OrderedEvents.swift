public import TimelineModel

/// The events that parts let through, in the order in which one store of all parts would list them, without that store.
///
/// ```
/// entry       | figure | earliest, latest | number | weight |      24 bytes, what a row is sorted by
/// parts       0 … 311 | 312 … 340 | 341 …                          by number, what reads those of a part back
/// ```
/// With a limit as many entries are kept as will be listed, and now and then twice that.
public struct OrderedEvents: Sendable {
  private struct Entry: Comparable, Sendable {
    let days: UInt64
    /// The figure that is sorted by, as a number that rises; the same for all in order of time.
    let rank: UInt32
    /// Its place among those kept, in the order in which they came.
    var number: UInt32
    let weight: UInt8

    static func < (one: Entry, other: Entry) -> Bool {
      (one.rank, one.days, one.weight, one.number) < (other.rank, other.days, other.weight, other.number)
    }
  }

  private let order: SortOrder
  private let limit: Int
  /// How many were let through, be they listed or not.
  public private(set) var count = 0
  private var entries: [Entry] = []
  private var parts: [(first: Int, decoder: any EventDecoder)] = []
  /// The last that would be listed of those before; what does not come before it is not kept.
  private var last: Entry?

  /// - Parameters:
  ///   - key: by what they are put in order, in its usual direction.
  ///   - limit: how many will be listed; nil for all.
  public init(by key: SortOrder.Key, limit: Int? = nil) {
    order = SortOrder(key)
    self.limit = max(0, limit ?? .max)
  }

  /// How many events are held to be listed.
  public var heldCount: Int { entries.count }

  /// Takes the rows of the part that follows.
  public mutating func add(_ selection: Selection, of part: EventStore) {
    count += selection.count
    guard limit > 0 else { return }
    var rows: [UInt64] = []
    rows.reserveCapacity(selection.count)
    let columns = part.columns
    selection.bits.visit { rows.append(UInt64(columns.arrival[$0]) << 32 | UInt64(UInt32(clamping: $0))) }
    rows.sort()
    var rest = rows[...]
    for (index, segment) in part.snapshot.segments.enumerated() {
      let next = index + 1 < part.snapshot.segments.count ? part.snapshot.segments[index + 1].firstArrival : Int.max
      let own = rest.prefix { Int($0 >> 32) < next }
      rest = rest.dropFirst(own.count)
      keep(own, of: segment, columns)
    }
    if (entries.count - Self.spare) / 2 > limit { cut() }
  }

  /// Rows beyond the limit that are kept before they are looked through.
  private static let spare = 4_096

  private mutating func keep(_ rows: ArraySlice<UInt64>, of segment: EventStore.Segment, _ columns: Columns) {
    let first = entries.count
    var indices: [Int] = []
    for row in rows {
      let entry = entry(Int(row & 0xFFFF_FFFF), columns)
      if let last, entry > last { continue }
      entries.append(entry)
      indices.append(segment.firstIndex + Int(row >> 32) - segment.firstArrival)
    }
    if !indices.isEmpty { parts.append((first, segment.decoder.keeping(indices))) }
  }

  private func entry(_ row: Int, _ columns: Columns) -> Entry {
    let rank = order.key == .date ? 0 : UInt32(truncatingIfNeeded: columns.sortKey(of: row, in: order) >> 32)
    let days = columns.isDated(row) ? TimeOrder.days(columns.earliest[row], columns.latest[row]) : .max
    return Entry(days: days, rank: rank, number: UInt32(clamping: entries.count), weight: TimeOrder.weight(columns.weight[row]))
  }

  /// Drops all that will not be listed.
  private mutating func cut() {
    entries.sort()
    entries.removeLast(entries.count - limit)
    last = entries.last
    entries.sort { $0.number < $1.number }
    var (kept, start): ([(first: Int, decoder: any EventDecoder)], Int) = ([], 0)
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1].first : Int.max
      let own = entries[start...].prefix { Int($0.number) < next }
      if !own.isEmpty { kept.append((start, part.decoder.keeping(own.map { Int($0.number) - part.first }))) }
      start = own.endIndex
    }
    parts = kept
    for index in entries.indices { entries[index].number = UInt32(clamping: index) }
    last?.number = UInt32(clamping: limit)
  }

  /// Those that are listed, each read back when it is asked for.
  public mutating func listed() -> some Sequence<Event> {
    entries.sort()
    return entries.prefix(limit).lazy.map { [parts] entry in
      let number = Int(entry.number)
      let part = parts[max(0, parts.partitioningIndex { $0.first > number } - 1)]
      return part.decoder.event(at: number - part.first)
    }
  }
}
