import Synchronization

/// A value that is made when it is first asked for, and then kept; what it was made of is let go. Any thread may ask, and waits while another makes it.
///
/// For what the first screen does not need: it opens milliseconds sooner without it.
package struct Lazily<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private final class Place: Sendable {
    private let kept = AtomicLazyReference<Kept>()
    private let make: Mutex<(@Sendable () -> Value)?>

    init(_ make: @escaping @Sendable () -> Value) { self.make = Mutex(make) }

    var value: Value { (kept.load() ?? made).value }

    /// Makes it, or waits for whoever does.
    private var made: Kept {
      make.withLock { make in
        while true {
          if let kept = kept.load() { return kept }
          guard let maker = make else { continue }
          make = nil
          return kept.storeIfNil(Kept(maker()))
        }
      }
    }
  }

  private let place: Place

  package init(_ make: @escaping @Sendable () -> Value) { place = Place(make) }

  package var value: Value { place.value }
}
