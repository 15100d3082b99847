import Foundation
import TestSupport
import Testing

@Suite("Files that a stranger sends", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct HostileFileTests {
  @Test("Of each is said what is wrong with it and where", arguments: HostileTable.all)
  func verdicts(table: HostileTable) throws {
    var verdicts: [String: String] = [:]
    for file in table.files {
      let start = ContinuousClock.now
      let verdict = try file.verdict()
      verdicts[file.name] = verdict
      if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != "1" { #expect(verdict == file.expected, "\(file.name)") }
      #expect(ContinuousClock.now - start < Sanitizer.limit(.seconds(5)), "\(file.name)")
    }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" { try table.record(verdicts) }
  }

  @Test("There are more than three hundred of them, each with a name of its own")
  func number() {
    let names = HostileTable.all.flatMap { $0.files.map(\.name) }
    #expect(names.count > 300)
    #expect(Set(names).count == names.count)
  }
}
