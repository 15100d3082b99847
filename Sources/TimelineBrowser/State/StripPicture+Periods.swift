import EDTF

/// Where a day stands in the strip, and which days a bar of it stands for. Bars begin where the buckets of ``Density`` do.
///
/// The days come from the store's columns, 32 bits wide, so no sum or product of them and a screen's columns overflows.
extension StripPicture {
  /// How many bars there are; each takes ``cellsPerBucket`` columns.
  var bucketCount: Int { columns / max(1, cellsPerBucket) }

  /// The column, from the left of the bars, in which a day lies; nil outside.
  func column(of day: Day) -> Int? {
    guard let range, range.contains(day), columns > 0 else { return nil }
    return Self.bucket(of: day, in: range, buckets: bucketCount) * cellsPerBucket
  }

  /// The first day of what a column stands for; a column beside the bars stands for the nearest of them.
  func day(atColumn column: Int) -> Day? {
    guard let range, columns > 0 else { return nil }
    return Self.firstDay(ofBucket: min(max(0, column), columns - 1) / cellsPerBucket, in: range, buckets: bucketCount)
  }

  /// The days of the bar in which a day lies; before and after the strip the days go on in bars of much the same length.
  func period(of day: Day) -> ClosedRange<Day> {
    guard let range, bucketCount > 0 else { return day...day }
    let length = max(1, Self.days(in: range) / Int64(bucketCount))
    if day > range.upperBound {
      let first = day.number - (day.number - range.upperBound.number - 1) % length
      return Day(first)...Day(first + length - 1)
    }
    if day < range.lowerBound {
      let last = day.number + (range.lowerBound.number - 1 - day.number) % length
      return Day(last - length + 1)...Day(last)
    }
    let bucket = Self.bucket(of: day, in: range, buckets: bucketCount)
    let first = Self.firstDay(ofBucket: bucket, in: range, buckets: bucketCount)
    let next = Self.firstDay(ofBucket: bucket + 1, in: range, buckets: bucketCount)
    return first...max(first, next.advanced(by: -1))
  }

  /// The bucket, from 0, in which a day of the range lies.
  static func bucket(of day: Day, in range: ClosedRange<Day>, buckets: Int) -> Int {
    let guess = Int((day.number - range.lowerBound.number) * Int64(buckets) / days(in: range))
    let bucket = min(max(0, guess), buckets - 1)
    // Bars begin at whole days, rounded down, so the day of a border may belong to the next bar already.
    return bucket + 1 < buckets && firstDay(ofBucket: bucket + 1, in: range, buckets: buckets) <= day ? bucket + 1 : bucket
  }

  static func firstDay(ofBucket bucket: Int, in range: ClosedRange<Day>, buckets: Int) -> Day {
    range.lowerBound.advanced(by: days(in: range) * Int64(bucket) / Int64(max(1, buckets)))
  }

  static func days(in range: ClosedRange<Day>) -> Int64 { range.upperBound.number - range.lowerBound.number + 1 }
}
