import Foundation

/// Whether the tests run under a sanitizer, whose options are set then (`.ci/run --long`).
package enum Sanitizer {
  /// What a program that is built with one has to be told too.
  package static let options = ProcessInfo.processInfo.environment.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }

  package static var isOn: Bool { !options.isEmpty }

  /// How long something may take that has a limit: under a sanitizer ten times as long, as all does there.
  package static func limit(_ limit: Duration) -> Duration { isOn ? limit * slowness : limit }

  /// The same for the minutes of a suite.
  package static func minutes(_ minutes: Int) -> Int { isOn ? minutes * slowness : minutes }

  private static let slowness = 10
}
