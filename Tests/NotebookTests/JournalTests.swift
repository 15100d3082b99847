import Bytes
import Notebook
import Testing
import TimelineModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite("The journal on the disk")
struct JournalTests {
  private let scratch: Scratch
  private let journal: Journal

  init() throws {
    scratch = try Scratch()
    journal = Journal(scratch.path + "/notes.journal", files: .quick)
  }

  private func margin() throws -> Marginalia { try journal.load().margin }

  @Test("A mark on an event without an id leads nowhere, in memory as in the file")
  func markWithoutID() throws {
    let scratch = try Scratch()
    let journal = Journal(scratch.path + "/a.journal", files: .quick)
    let entry = Samples.entry(1, .mark("a", ""))
    try journal.append([entry])
    #expect(Marginalia([entry]).event(marked: "a") == nil)
    #expect(try journal.load().margin == Marginalia([entry]))
  }

  @Test("What was added is read back as it was, whatever characters are in it")
  func roundTrip() throws {
    try journal.append(Samples.all)
    let loaded = try journal.load()
    #expect(loaded.margin == Marginalia(Samples.all))
    #expect(loaded.problems.isEmpty)
    #expect(loaded.margin.note(on: "sotk") == "Compare the map of 1988.\nPage 12:\ttable; C:\\maps\r\n# not a heading\n\n12 abcdef01 note")
  }

  @Test("Where there is no journal the margin is empty, and nothing is made")
  func absent() throws {
    #expect(try margin() == Marginalia())
    #expect(scratch.names.isEmpty)
  }

  @Test("File and folder are for the reader alone")
  func permissions() throws {
    let deep = Journal(scratch.path + "/state/annals/notes/a.journal")
    try deep.append([Samples.all[0]])
    for (path, mode) in [("/state", UInt16(0o700)), ("/state/annals/notes", 0o700), ("/state/annals/notes/a.journal", 0o600)] {
      #expect(try FileOperations.system.statusAt(scratch.path + path, false).permissions == mode)
    }
  }

  @Test("The file begins with words for whoever opens it, and a line is a record")
  func text() throws {
    try journal.append([Samples.note(10, "sotk", "a\nb")])
    try journal.append([Samples.entry(11, .bookmark("sotk", isSet: true))])
    let lines = (scratch.text("notes.journal") ?? "").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.prefix(2).allSatisfy { $0.hasPrefix("# ") })
    #expect(lines[2].hasSuffix(" note\t10.1\t\tsotk\ta\\nb"))
    #expect(lines[3].hasSuffix(" bookmark\t11.1\tsotk\ton"))
  }

  @Test("A file that is cut off at any byte keeps every record before the cut, and the next one is not lost in the torn line")
  func tornAnywhere() throws {
    let entries = [Samples.note(1, "a", "first"), Samples.note(2, "b", "second"), Samples.entry(3, .bookmark("c", isSet: true))]
    try journal.append(entries)
    let whole = try #require(scratch.bytes("notes.journal"))
    var ends: [Int] = []
    for count in 1...3 {
      let other = Journal(scratch.path + "/other.journal", files: .quick)
      unlink(other.path)
      try other.append(Array(entries.prefix(count)))
      ends.append(try #require(scratch.bytes("other.journal")).count)
    }
    for cut in 0...whole.count {
      try scratch.write(whole.prefix(cut), to: "notes.journal")
      // The line feed at the end belongs to no record.
      let complete = ends.filter { $0 - 1 <= cut }.count
      let added = Samples.note(9, "z", "after the crash")
      try journal.append([added])
      let loaded = try journal.load()
      #expect(loaded.margin == Marginalia(entries.prefix(complete) + [added]), "cut at \(cut)")
      #expect(loaded.problems.count <= 1)
      #expect(try journal.load().problems.isEmpty, "said once; cut at \(cut)")
    }
  }

  @Test("One byte altered anywhere costs one record at most; the line is kept aside and reported")
  func alteredAnywhere() throws {
    let entries = [Samples.note(1, "a", "first"), Samples.note(2, "b", "second\nline"), Samples.entry(3, .mark("c", "c"))]
    try journal.append(entries)
    let whole = try #require(scratch.bytes("notes.journal"))
    for position in whole.indices {
      for value in [whole[position] ^ 0x01, UInt8(ascii: "\n"), UInt8(ascii: "#"), 0] where value != whole[position] {
        var bytes = whole
        bytes[position] = value
        try scratch.write(bytes, to: "notes.journal")
        unlink(journal.damagedPath)
        let loaded = try journal.load()
        let kept = entries.filter { entry in Marginalia(loaded.margin.entries).entries.contains { $0.stamp == entry.stamp && $0.fact == entry.fact } }
        #expect(kept.count >= 2, "\(position) as \(value)")
        if !loaded.problems.isEmpty {
          #expect(loaded.problems.allSatisfy { $0.location.file == journal.path && ($0.location.line) > 0 })
          #expect(scratch.bytes("notes.journal.damaged")?.isEmpty == false)
        }
        #expect(try journal.load().problems.isEmpty)
      }
    }
  }

  @Test("A record of a newer annals is left alone, also when the file is written anew")
  func foreign() throws {
    try journal.append([Samples.all[0]])
    let record = "colour\t9.1\tsotk\tred"
    try scratch.add("\n\(record.utf8.count) \(Self.checksum(record)) \(record)\n".utf8, to: "notes.journal")
    #expect(try journal.load().problems.isEmpty)
    try scratch.add("torn".utf8, to: "notes.journal")
    #expect(try journal.load().problems.count == 1)
    #expect(scratch.text("notes.journal")?.contains(record) == true)
    #expect(scratch.text("notes.journal.damaged") == "torn\n")
  }

  /// CRC-32 once more, bit by bit, to hold the table of the program against.
  private static func checksum(_ text: String) -> String {
    var value = UInt32.max
    for byte in text.utf8 {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    let digits = String(~value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  @Test("A journal that has grown is written anew in a fraction of its size, with the same margin")
  func compaction() throws {
    var margin = Marginalia()
    var entries: [JournalEntry] = []
    for time in 1...2_000 { entries.append(margin.write(.note(on: "sotk", "version \(time)"), now: Int64(time), by: 1)) }
    entries.append(margin.write(.visit(Visit(event: "sotk", title: "Title", filter: "", order: "date")), now: 5_000, by: 1))
    try journal.append(entries)
    let before = try #require(scratch.bytes("notes.journal")).count
    let loaded = try journal.load()
    #expect(loaded.margin.note(on: "sotk") == "version 2000")
    #expect(try #require(scratch.bytes("notes.journal")).count < before / 100)
    #expect(try self.margin().entries == margin.entries)
    #expect(scratch.names == ["notes.journal"])
  }

  @Test("What leads somewhere else, or is no file, is not written to")
  func noFile() throws {
    try scratch.write([], to: "elsewhere")
    symlink(scratch.path + "/elsewhere", journal.path)
    #expect(throws: FileError.self) { try journal.append([Samples.all[0]]) }
    #expect(throws: FileError.self) { try journal.load() }
    #expect(scratch.bytes("elsewhere") == [])
    unlink(journal.path)
    mkfifo(journal.path, 0o600)
    #expect(throws: FileError.self) { try journal.append([Samples.all[0]]) }
    #expect(throws: FileError.self) { try journal.load() }
    unlink(journal.path)
    try FileBytes.createDirectory(journal.path)
    #expect(throws: FileError.self) { try journal.append([Samples.all[0]]) }
  }

  @Test("Programs that add at once, while the file is mended under them, lose nothing")
  func atOnce() async throws {
    let journal = journal
    let scratch = scratch
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for time in 0..<40 { try journal.append([Samples.note(Int64(time), "\(writer)-\(time)", "words", by: UInt32(writer))]) }
        }
      }
      group.addTask {
        for _ in 0..<40 {
          try scratch.add("torn line".utf8, to: "notes.journal")
          _ = try journal.load()
        }
      }
      try await group.waitForAll()
    }
    #expect(try margin().notedEvents.count == 160)
  }
}
