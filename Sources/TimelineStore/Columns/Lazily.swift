import Synchronization

/// A value that is made when it is first asked for, and then kept. Any thread may ask; two that ask at once may both make it, and one of the two is kept.
///
/// For what the first screen does not need: it opens milliseconds sooner without it.
struct Lazily<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private final class Place: Sendable {
    let kept = AtomicLazyReference<Kept>()
    let make: @Sendable () -> Value
    init(_ make: @escaping @Sendable () -> Value) { self.make = make }
  }

  private let place: Place

  init(_ make: @escaping @Sendable () -> Value) { place = Place(make) }

  var value: Value { (place.kept.load() ?? place.kept.storeIfNil(Kept(place.make()))).value }
}
