import Foundation

/// Whether the tests run under a sanitizer, whose options are set then (`.ci/run --long`).
package enum Sanitizer {
  /// What a program that is built with one has to be told too.
  package static let options = ProcessInfo.processInfo.environment.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }

  package static var isOn: Bool { !options.isEmpty }
}
