import Bytes
import Synchronization
import Testing

@Suite("Work cut into parts")
struct WorkersTests {
  @Test("Parts cover all of it in order, none shorter than is worth it but for the only one")
  func parts() {
    for (count, least) in [(0, 1), (1, 1), (7, 10), (20, 10), (100_003, 4_096)] {
      let parts = Workers.parts(of: count, atLeast: least)
      #expect(parts.flatMap(Array.init) == Array(0..<count))
      #expect(parts.count == 1 || parts.allSatisfy { $0.count >= least })
      #expect(parts.count <= Workers.processors)
    }
  }

  @Test("Results come in the order of the parts, over and over, whoever did them")
  func order() {
    for round in 0..<500 {
      #expect(Workers.map(Array(0..<5)) { [$0 * round, $0] } == (0..<5).map { [$0 * round, $0] })
    }
  }

  @Test("An errand may send others on errands, and nobody need wait for it")
  func nested() {
    let sums = Workers.map(Array(1...6)) { outer in Workers.map(Array(1...6)) { $0 * outer }.reduce(0, +) }
    #expect(sums == (1...6).map { 21 * $0 })
    for _ in 0..<50 { _ = Workers.begin { 1 } }
    #expect(Workers.begin { 2 }.finish() == 2)
  }

  @Test("What an errand held is let go once its result is taken, though its thread stays")
  func release() {
    final class Held: Sendable {
      static let alive = Atomic(0)
      init() { Self.alive.add(1, ordering: .relaxed) }
      deinit { Self.alive.subtract(1, ordering: .relaxed) }
    }
    for _ in 0..<20 {
      let held = Held()
      let errand = Workers.begin { held }
      _ = errand.finish()
    }
    // The thread lets go just before it says that it is done, or just after.
    for _ in 0..<1_000_000 where Held.alive.load(ordering: .relaxed) > 0 {}
    #expect(Held.alive.load(ordering: .relaxed) == 0)
  }
}
