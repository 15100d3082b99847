import Synchronization

/// A place for an answer that is worked out when it is first asked for, and then kept as long as what it was worked out of.
///
/// Any thread may ask; two that ask at once may both work it out, and one of the two answers is kept. ``Lazily`` is the same with the way to
/// make it inside, which would hold fast whoever holds this.
final class Keep<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let kept = AtomicLazyReference<Kept>()

  func value(_ make: () -> Value) -> Value { (kept.load() ?? kept.storeIfNil(Kept(make()))).value }

  /// What is kept, if it was ever asked for.
  var ifKept: Value? { kept.load()?.value }
}
