import Bytes
import Notebook
import Testing
import TimelineModel

/// Every call of the system goes wrong once, in every way: the n-th fails, is interrupted, is short, or finds the disk full, for every n.
@Suite("When files fail")
struct FaultTests {
  private static let faults = FaultyFiles.Fault.allCases

  @Test("What was said to be saved is there, whichever call goes wrong while notes are added", arguments: faults)
  func appending(_ fault: FaultyFiles.Fault) throws {
    try FaultyFiles.atEveryCall(fault) { faulty in
      let scratch = try Scratch()
      let path = scratch.path + "/state/notes.journal"
      let failing = Journal(path, files: faulty.files)
      var saved: [JournalEntry] = []
      var failures: [any Error] = []
      for entry in Samples.all {
        do {
          try failing.append([entry])
          saved.append(entry)
        } catch { failures.append(error) }
      }
      if fault == .isInterrupted || fault == .isShort { #expect(failures.isEmpty, "call \(faulty.position)") }
      let loaded = try Journal(path, files: .quick).load()
      for entry in saved { #expect(loaded.margin.entries.contains(entry), "call \(faulty.position)") }
      // What was not saved is tried again once there is room.
      try Journal(path, files: .quick).append(Samples.all)
      #expect(try Journal(path, files: .quick).load().margin == Marginalia(Samples.all))
    }
  }

  @Test("A journal is read or reported, and never harmed, whichever call goes wrong while it is read, mended or written anew", arguments: faults)
  func loading(_ fault: FaultyFiles.Fault) throws {
    var history: [JournalEntry] = []
    var margin = Marginalia()
    let words = String(repeating: "words ", count: 200)
    for time in 1...60 { history.append(margin.write(.note(on: "grown", "\(words)\(time)"), now: Int64(time), by: 1)) }
    for (entries, torn) in [(Samples.all, ""), (Samples.all, "torn line"), (history, "")] {
      let written = try Scratch()
      try Journal(written.path + "/notes.journal", files: .quick).append(entries)
      let bytes = try #require(written.bytes("notes.journal")) + Array(torn.utf8)
      try FaultyFiles.atEveryCall(fault) { faulty in
        let scratch = try Scratch()
        let path = scratch.path + "/notes.journal"
        try scratch.write(bytes, to: "notes.journal")
        let wanted = Marginalia(entries).entries
        if let loaded = try? Journal(path, files: faulty.files).load() { #expect(loaded.margin.entries == wanted, "call \(faulty.position)") }
        let after = try Journal(path, files: .quick).load()
        #expect(after.margin.entries == wanted, "call \(faulty.position)")
        if !torn.isEmpty { #expect(scratch.text("notes.journal.damaged")?.contains(torn) == true) }
      }
    }
  }

  @Test("A file of settings has its old or its new content, whichever call goes wrong while it is changed", arguments: faults)
  func settings(_ fault: FaultyFiles.Fault) throws {
    let old = "# mine\ntheme: dark\n\nmouse: no"
    let new = "# mine\ntheme: light\n\nmouse: no\npane: below\n"
    try FaultyFiles.atEveryCall(fault) { faulty in
      let scratch = try Scratch()
      try scratch.write(old.utf8, to: "config")
      var isChanged = true
      do {
        try SettingLines.change([("theme", "light"), ("pane", "below")], in: scratch.path + "/config", files: faulty.files)
      } catch { isChanged = false }
      #expect(scratch.text("config") == (isChanged ? new : old), "call \(faulty.position)")
      if fault == .isInterrupted || fault == .isShort { #expect(isChanged) }
    }
  }
}
