/// How many events, and how many dead, fall into each bucket of a stretch of time.
public struct Density: Hashable, Sendable {
  /// An amount whose days are known, and one that lies somewhere in a longer time and is spread over it.
  public struct Bucket: Hashable, Sendable {
    public var certain: Double
    public var pale: Double

    public init(certain: Double = 0, pale: Double = 0) {
      self.certain = certain
      self.pale = pale
    }

    public var total: Double { certain + pale }
  }

  public var fighting: [Bucket]
  public var talks: [Bucket]
  /// Events of neither band.
  public var other: [Bucket]
  /// Killed: the best figure, where there is none the middle of the range.
  public var killed: [Bucket]

  init(buckets: Int) {
    let empty = Array(repeating: Bucket(), count: max(0, buckets))
    fighting = empty
    talks = empty
    other = empty
    killed = empty
  }

  /// Events of all kinds.
  public var all: [Bucket] {
    fighting.indices.map { index in
      Bucket(
        certain: fighting[index].certain + talks[index].certain + other[index].certain,
        pale: fighting[index].pale + talks[index].pale + other[index].pale)
    }
  }
}
