import Bytes
import Notebook
import Testing
import TimelineModel

/// A step that is taken once, when it is first asked for.
private final class Once: @unchecked Sendable {
  private var step: (() -> Void)?
  private(set) var asked = 0
  init(_ step: @escaping () -> Void = {}) { self.step = step }

  func take() {
    asked += 1
    step?()
    step = nil
  }
}

@Suite("A journal and the others who use it")
struct LockTests {
  private let scratch: Scratch
  private let path: String
  private let system = FileOperations.quick

  init() throws {
    scratch = try Scratch()
    path = scratch.path + "/notes.journal"
    try Journal(path, files: system).append([Samples.all[0]])
  }

  private func lock(_ lock: FileOperations.Lock) throws -> FileOperations.Descriptor {
    let file = try system.open(path, .appending, 0o600)
    #expect(try system.lock(file, lock) == .taken)
    return file
  }

  @Test("Somebody who writes the file anew is waited for")
  func waits() throws {
    let other = try lock(.exclusive)
    let release = Once { FileOperations.system.close(other) }
    var files = system
    files.pause = { _ in release.take() }
    try Journal(path, files: files).append([Samples.all[1]])
    #expect(release.asked == 1)
    #expect(try Journal(path, files: system).load().margin == Marginalia(Samples.all.prefix(2)))
  }

  @Test("Somebody who keeps the file locked for good is not waited for for ever")
  func givesUp() throws {
    let other = try lock(.exclusive)
    defer { system.close(other) }
    let waits = Once()
    var files = system
    files.pause = { _ in waits.take() }
    #expect(throws: FileError.self) { try Journal(path, files: files).append([Samples.all[1]]) }
    #expect(waits.asked > 10)
  }

  @Test("Others who only add do not stand in the way of one another")
  func shared() throws {
    let other = try lock(.shared)
    defer { system.close(other) }
    try Journal(path, files: system).append([Samples.all[1]])
  }

  @Test("A damaged file that others are adding to is read all the same, and mended another time")
  func mendedLater() throws {
    try scratch.add("torn".utf8, to: "notes.journal")
    let other = try lock(.shared)
    var files = system
    files.pause = { _ in }
    let loaded = try Journal(path, files: files).load()
    #expect(loaded.margin == Marginalia(Samples.all.prefix(1)))
    #expect(loaded.problems.count == 1 && loaded.problems[0].remedy?.contains("stays where it is") == true)
    system.close(other)
    #expect(try Journal(path, files: system).load().problems.count == 1)
    #expect(try Journal(path, files: system).load().problems.isEmpty)
  }

  @Test("A file that takes the place of the old one while it is opened is the one that is added to")
  func replacedMeanwhile() throws {
    let (path, system) = (path, system)
    let replace = Once {
      let bytes = (try? system.contents(of: path, limit: 1 << 20)) ?? []
      try? system.replace(path, with: bytes, permissions: 0o600)
    }
    var files = system
    files.lock = { file, lock throws(SystemError) in
      replace.take()
      return try system.lock(file, lock)
    }
    try Journal(path, files: files).append([Samples.all[1]])
    #expect(replace.asked == 2)
    #expect(try Journal(path, files: system).load().margin == Marginalia(Samples.all.prefix(2)))
  }

  @Test("Where the file system knows no locks notes are added, and the file is not written anew")
  func noLocks() throws {
    try scratch.add("torn".utf8, to: "notes.journal")
    var files = system
    files.lock = { _, _ in .unknown }
    try Journal(path, files: files).append([Samples.all[1]])
    let loaded = try Journal(path, files: files).load()
    #expect(loaded.margin == Marginalia(Samples.all.prefix(2)))
    #expect(loaded.problems.count == 1)
    #expect(!scratch.names.contains("notes.journal.damaged"))
  }

  @Test("What a killed program left behind when it wrote the file anew is cleared away")
  func leftovers() throws {
    try scratch.write("half of a".utf8, to: "notes.journal.new")
    try scratch.add("torn".utf8, to: "notes.journal")
    _ = try Journal(path, files: system).load()
    #expect(scratch.names == ["notes.journal", "notes.journal.damaged"])
  }
}
