import Foundation

/// Lets so many through at a time: Swift Testing starts all tests at once, and a machine with two cores has no use for fifty children.
actor Turnstile {
  static let children = Turnstile(places: max(2, ProcessInfo.processInfo.activeProcessorCount))

  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}
