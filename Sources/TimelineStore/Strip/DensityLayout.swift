import Bytes
import EDTF
import TimelineModel

/// Lays the rows of a set over the buckets of a stretch of time.
struct DensityLayout: Sendable {
  private let columns: Columns
  private let index: StripIndex
  private let set: Bitset
  private let reader: SpreadReader
  private let toll: TollColumn
  private var spread: Spread

  init(_ columns: Columns, _ set: Bitset, from first: Int64, through last: Int64, buckets: Int) {
    self.columns = columns
    self.set = set
    index = columns.stripIndex
    reader = SpreadReader(columns, bands: index.bands)
    toll = columns.killed
    spread = Spread(from: first, through: last, buckets: buckets, channels: Channel.count)
  }

  mutating func density() -> Density {
    var density = Density(buckets: spread.starts.count - 1)
    guard !spread.isEmpty else { return density }
    // Rows stand in order of their beginnings, so those of each bucket are a range of rows.
    let borders = spread.starts.map { columns.firstRow(startingOnOrAfter: Int32(clamping: $0)) }
    let blank = self
    addReaching(in: 0..<borders[0])
    let shares = Workers.parts(of: borders[borders.count - 1] - borders[0], atLeast: Self.worthAThread).map { rows in
      Self.bucket(of: borders[0] + rows.lowerBound, borders)..<Self.bucket(of: borders[0] + rows.upperBound, borders)
    }
    for share in Workers.map(shares, { blank.filled($0, borders) }) { spread.add(share) }
    density.fighting = spread.buckets(Channel.fighting)
    density.talks = spread.buckets(Channel.talks)
    density.other = spread.buckets(Channel.other)
    density.killed = spread.buckets(Channel.killed)
    return density
  }

  /// Rows that are laid out in half a millisecond.
  private static let worthAThread = 1 << 16

  /// The first bucket that begins with a row or after it.
  private static func bucket(of row: Int, _ borders: [Int]) -> Int { borders.dropLast().firstIndex { $0 >= row } ?? borders.count - 1 }

  /// What begins in some of the buckets, laid out on its own.
  private func filled(_ buckets: Range<Int>, _ borders: [Int]) -> Spread {
    var part = self
    for bucket in buckets where borders[bucket] < borders[bucket + 1] {
      let rows = borders[bucket]..<borders[bucket + 1]
      part.addDays(in: rows, to: bucket)
      part.addSpread(in: rows, to: bucket)
    }
    return part.spread
  }

  /// Rows of one known day, which all lie in the bucket.
  private mutating func addDays(in rows: Range<Int>, to bucket: Int) {
    var (fighting, talks, other, killed) = (0, 0, 0, Int64(0))
    let toll = toll
    for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 {
      let bits = set.word(word, within: rows)
      if bits == 0 { continue }
      fighting += (bits & index.fighting[word]).nonzeroBitCount
      talks += (bits & index.talks[word]).nonzeroBitCount
      other += (bits & index.other[word]).nonzeroBitCount
      guard index.killed[word] > 0 else { continue }
      if bits == .max {
        killed += index.killed[word]
        continue
      }
      var days = bits & ~index.spread[word]
      while days != 0 {
        killed += Int64(toll.standing(of: word << 6 + days.trailingZeroBitCount) ?? 0)
        days &= days - 1
      }
    }
    spread.add(Double(fighting), to: bucket, channel: Channel.fighting)
    spread.add(Double(talks), to: bucket, channel: Channel.talks)
    spread.add(Double(other), to: bucket, channel: Channel.other)
    spread.add(Double(killed), to: bucket, channel: Channel.killed)
  }

  /// Rows that begin in the bucket and lie over longer times: most of them end in it.
  private mutating func addSpread(in rows: Range<Int>, to bucket: Int) {
    let end = spread.starts[bucket + 1]
    let reader = reader
    var sums = [Double](repeating: 0, count: Channel.count)
    for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 {
      var bits = set.word(word, within: rows) & index.spread[word]
      while bits != 0 {
        let row = reader.row(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
        if row.last < end {
          sums[row.channel] += 1
          sums[row.killedChannel] += row.killed
        } else {
          let stretch = spread.stretch(from: row.first, through: row.last, near: bucket)
          spread.add(1, over: stretch, channel: row.channel)
          spread.add(row.killed, over: stretch, channel: row.killedChannel)
        }
      }
    }
    for channel in sums.indices { spread.add(sums[channel], to: bucket, channel: channel) }
  }

  /// Rows that begin before the first bucket, or have no beginning.
  private mutating func addReaching(in rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let blocks = columns.dayBlocks
    for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 where Int64(blocks.known[word]) >= spread.starts[0] {
      var bits = set.word(word, within: rows) & index.spread[word]
      while bits != 0 {
        spread.add(reader.row(word << 6 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }
}

/// A row that lies over several days: which, and what it adds to which channels.
private struct SpreadRow {
  var first: Int64
  var last: Int64
  var channel: Int
  var killedChannel: Int
  var killed: Double
}

/// The columns that such a row is read from, held apart for loops over rows.
private struct SpreadReader {
  private let days: DaysReader
  private let precision: [Precision]
  private let kind: [UInt32]
  private let toll: TollColumn
  private let channelOfKind: [Int]

  init(_ columns: Columns, bands: [Band?]) {
    days = DaysReader(columns)
    precision = columns.precision
    kind = columns.kind
    toll = columns.killed
    channelOfKind = bands.map(Channel.events)
  }

  @inline(__always)
  func row(_ row: Int) -> SpreadRow {
    let known = days.knownDays(of: row) ?? (0, 0)
    let shade = precision[row].isCertain ? 0 : 1
    return SpreadRow(
      first: Int64(known.first), last: Int64(known.last), channel: channelOfKind[Int(kind[row])] + shade, killedChannel: Channel.killed + shade,
      killed: Double(toll.standing(of: row) ?? 0))
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
  fileprivate mutating func add(_ row: SpreadRow) {
    add(1, from: row.first, through: row.last, channel: row.channel)
    if row.killed > 0 { add(row.killed, from: row.first, through: row.last, channel: row.killedChannel) }
  }

  fileprivate func buckets(_ channel: Int) -> [Density.Bucket] {
    zip(sums(channel: channel), sums(channel: channel + 1)).map { Density.Bucket(certain: $0, pale: $1) }
  }
}
