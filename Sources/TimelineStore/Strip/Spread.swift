/// Amounts laid over the buckets of a stretch of time: on one day, or evenly over several.
///
/// A long amount costs little more than a short one: its ends are put down by hand, and the whole buckets between as a rate that begins here and
/// ends there, summed up once at the end.
///
/// ```
/// days        from …                                       … through
/// buckets     |     0     |     1     |     2     |     3     |
/// amount            ├─────────────────────────────┤
///                   part of 0,   rate begins at 1, ends at 2,   part of 2
/// ```
struct Spread {
  /// Where each bucket begins, and after the last the end, in days since 1970-01-01.
  let starts: [Int64]
  let channels: Int
  private let buckets: Int
  private var amounts: [Double]
  /// Per day; the change at the beginning of each bucket.
  private var rates: [Double]
  /// The bucket of the last single day: rows come in order of time.
  private var nearest = 0

  init(from first: Int64, through last: Int64, buckets: Int, channels: Int) {
    self.buckets = max(0, buckets)
    self.channels = channels
    let length = max(0, last - first + 1)
    let width = Int64(max(1, buckets))
    // length · index / buckets without overflow: both factors are days and columns of a screen, but the product is guarded all the same.
    starts = (0...Int64(self.buckets)).map { index in
      let (product, overflow) = length.multipliedReportingOverflow(by: index)
      return first + (overflow ? length / width * index : product / width)
    }
    begin = first
    end = first + (self.buckets == 0 ? 0 : length)
    amounts = Array(repeating: 0, count: self.buckets * channels)
    rates = Array(repeating: 0, count: (self.buckets + 1) * channels)
  }

  private let begin: Int64
  private let end: Int64

  /// Whether there is no time or no bucket to put anything in.
  var isEmpty: Bool { buckets == 0 || begin >= end }

  /// Takes in what was laid over the same buckets apart.
  mutating func add(_ other: Spread) {
    for index in amounts.indices { amounts[index] += other.amounts[index] }
    for index in rates.indices { rates[index] += other.rates[index] }
  }

  /// Puts an amount into one bucket.
  @inline(__always)
  mutating func add(_ amount: Double, to bucket: Int, channel: Int) { amounts[channel * buckets + bucket] += amount }

  /// Puts an amount on a run of days; what falls outside of the buckets is left out.
  @inline(__always)
  mutating func add(_ amount: Double, from first: Int64, through last: Int64, channel: Int) {
    guard last >= begin, first < end else { return }
    if first == last {
      amounts[channel * buckets + bucket(of: first)] += amount
    } else {
      addLong(amount, from: first, through: last, channel: channel)
    }
  }

  private mutating func addLong(_ amount: Double, from first: Int64, through last: Int64, channel: Int) {
    add(amount, over: stretch(from: first, through: last, near: search(max(first, begin))), channel: channel)
  }

  /// A run of days cut where the buckets are: what it takes to lay several amounts over it.
  struct Stretch {
    fileprivate var head: Int
    fileprivate var tail: Int
    fileprivate var daysInHead: Double
    fileprivate var daysInTail: Double
    /// All of its days, those outside of the buckets too.
    fileprivate var days: Double
  }

  /// - Parameter bucket: that of the first day that is in any.
  /// - Complexity: O(buckets that it reaches over).
  @inline(__always)
  func stretch(from first: Int64, through last: Int64, near bucket: Int) -> Stretch {
    let begin = max(first, self.begin)
    let end = min(last + 1, self.end)
    var tail = bucket
    while starts[tail + 1] < end { tail += 1 }
    return Stretch(
      head: bucket, tail: tail, daysInHead: Double(min(end, starts[bucket + 1]) - begin), daysInTail: Double(end - starts[tail]),
      days: Double(last - first + 1))
  }

  @inline(__always)
  mutating func add(_ amount: Double, over stretch: Stretch, channel: Int) {
    let rate = amount / stretch.days
    amounts[channel * buckets + stretch.head] += rate * stretch.daysInHead
    guard stretch.tail > stretch.head else { return }
    amounts[channel * buckets + stretch.tail] += rate * stretch.daysInTail
    rates[channel * (buckets + 1) + stretch.head + 1] += rate
    rates[channel * (buckets + 1) + stretch.tail] -= rate
  }

  /// The bucket of a day that lies in one.
  @inline(__always)
  private mutating func bucket(of day: Int64) -> Int {
    if starts[nearest] <= day, day < starts[nearest + 1] { return nearest }
    nearest = search(day)
    return nearest
  }

  private func search(_ day: Int64) -> Int {
    var low = 0
    var high = buckets
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= day { low = middle } else { high = middle }
    }
    return low
  }

  /// What has come together in each bucket.
  func sums(channel: Int) -> [Double] {
    var rate = 0.0
    return (0..<buckets).map { bucket in
      rate += rates[channel * (buckets + 1) + bucket]
      // Adding and taking away rates leaves a dust that must not show as less than nothing.
      return max(0, amounts[channel * buckets + bucket] + rate * Double(starts[bucket + 1] - starts[bucket]))
    }
  }
}
