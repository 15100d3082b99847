package import Bytes
package import TimelineModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// The file in which a reader's margin of one timeline is kept, beside the data and never in it: records are added at its end and nothing else.
///
/// What ``append(_:)`` has returned from is on the disk. Whatever happens in between (a kill at any byte, a full disk, another program at the same file, its
/// own corruption) costs at most what was not said to be saved:
///
/// - A record is one write to the end of the file, and begins a line of its own, so that a torn one before it takes nothing with it.
/// - Each carries its length and a checksum. What cannot be read is skipped, moved to a file beside it, and reported with its line.
/// - Two programs add to the same file. It is read as a whole, and the order of its records makes no difference (``Marginalia``).
/// - A file that has grown is written anew under a lock and renamed; whoever adds looks under the lock whether it still has the right file.
///
///     let journal = Journal("/home/ada/.local/state/annals/notes/nagorno-karabakh.journal")
///     try journal.append([entry])
///     try journal.load().margin.note(on: "sotk")
package struct Journal: Sendable {
  package let path: String
  let files: FileOperations

  /// More than a reader writes in a life; a larger file is not one of ours.
  static let mostBytes = 64 << 20
  /// Beyond this size a journal is written anew when that makes half of it.
  static let worthCompacting = 64 << 10
  /// Another program holds the file for as long as it takes to write it anew; it is waited for so often, a pause between each two tries.
  private static let tries = 100
  private static let pause = 10

  package init(_ path: String, files: FileOperations = .system) {
    self.path = path
    self.files = files
  }

  package struct Loaded: Sendable {
    package var margin = Marginalia()
    /// What could not be read, a warning for each line.
    package var problems: [Problem] = []
  }

  /// Where lines go that cannot be read.
  package var damagedPath: String { path + ".damaged" }

  // MARK: - Reading

  /// Reads what is there, and mends the file where it is damaged or has grown; where there is none, the margin is empty.
  ///
  /// - Throws: ``FileError`` when the file cannot be read. One that cannot be mended is reported, and what it holds is given all the same.
  package func load() throws(FileError) -> Loaded {
    let text: JournalText
    do throws(SystemError) {
      guard let bytes = try files.contents(of: path, limit: Self.mostBytes) else { return Loaded() }
      text = JournalText(bytes)
    } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
    guard !text.damaged.isEmpty || isWorthCompacting(text) else { return Loaded(margin: text.margin) }
    do throws(SystemError) {
      guard let mended = try rewrite() else { return Loaded(margin: text.margin) }
      return Loaded(margin: mended.margin, problems: problems(mended, "It was skipped and moved to \(damagedPath)"))
    } catch {
      return Loaded(margin: text.margin, problems: problems(text, "It was skipped; it stays where it is: \(FileError.words(for: error.code))"))
    }
  }

  private func isWorthCompacting(_ text: JournalText) -> Bool { text.size > Self.worthCompacting && text.size > 2 * text.compacted.count }

  private func problems(_ text: JournalText, _ remedy: String) -> [Problem] {
    text.damaged.map { number, _ in
      Problem(.warning, at: SourceLocation(file: path, line: number), code: "journal", "This record of your notes is damaged", remedy: remedy)
    }
  }

  // MARK: - Adding

  /// Adds entries; returns when they are on the disk.
  ///
  /// - Throws: ``FileError`` of class `ioError`; some of the entries may be there all the same, and adding them again does no harm.
  package func append(_ entries: [JournalEntry]) throws(FileError) {
    do throws(SystemError) {
      try files.makeFolders(folder)
      let (file, status) = try open(.shared)
      defer { files.close(file) }
      for (index, entry) in entries.enumerated() {
        try add((index == 0 && status.size == 0 ? JournalText.heading : []) + JournalLine.bytes(of: entry), to: file)
      }
      try files.retrying { () throws(SystemError) in try files.sync(file) }
      if status.size == 0 { try files.syncFolder(of: path) }
    } catch {
      throw FileError.system(path, doing: "written", error.code)
    }
  }

  private var folder: String { path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "." }

  /// Writes a record in one call. A part of one is not continued, because another program may have written behind it: it is written again, whole.
  private func add(_ record: [UInt8], to file: FileOperations.Descriptor) throws(SystemError) {
    for attempt in 0..<3 {
      let bytes = attempt == 0 ? record : [UInt8(ascii: "\n")] + record
      if try files.retrying({ () throws(SystemError) in try files.write(file, bytes[...]) }) == bytes.count { return }
    }
    throw SystemError(ENOSPC)
  }

  /// Opens the file at its end and locks it, and makes sure that it is still the one that bears the name.
  private func open(_ lock: FileOperations.Lock) throws(SystemError) -> (file: FileOperations.Descriptor, status: FileStatus) {
    for _ in 0..<Self.tries {
      let file = try files.retrying { () throws(SystemError) in try files.open(path, .appending, 0o600) }
      do throws(SystemError) {
        let isLocked = try self.lock(file, lock)
        let status = try files.retrying { () throws(SystemError) in try files.status(file) }
        guard status.kind == .file else { throw SystemError(EINVAL) }
        let named = try? files.retrying { () throws(SystemError) in try files.statusAt(path, false) }
        if let named, named.isSameFile(as: status), isLocked || lock == .shared { return (file, status) }
        // Without locks nobody may write the file anew.
        if !isLocked, lock == .exclusive { throw SystemError(ENOLCK) }
      } catch {
        files.close(file)
        throw error
      }
      // It was written anew between opening and locking.
      files.close(file)
    }
    throw SystemError(EBUSY)
  }

  /// Waits for a lock; false where the file system knows none.
  private func lock(_ file: FileOperations.Descriptor, _ lock: FileOperations.Lock) throws(SystemError) -> Bool {
    for attempt in 0..<Self.tries {
      switch try files.retrying({ () throws(SystemError) in try files.lock(file, lock) }) {
      case .taken: return true
      case .unknown: return false
      case .busy: if attempt + 1 < Self.tries { files.pause(Self.pause) }
      }
    }
    throw SystemError(EBUSY)
  }

  // MARK: - Mending

  /// Writes the file anew, without what is damaged or out of date, while nobody else can add to it.
  ///
  /// - Returns: what it held; nil when it was gone by then.
  private func rewrite() throws(SystemError) -> JournalText? {
    let (file, _) = try open(.exclusive)
    defer { files.close(file) }
    guard let bytes = try files.contents(of: path, limit: Self.mostBytes) else { return nil }
    let text = JournalText(bytes)
    guard !text.damaged.isEmpty || isWorthCompacting(text) else { return text }
    try keep(text.damaged.map(\.line))
    // Nobody else has the lock, so this is from a program that was killed.
    try? files.remove(FileOperations.temporary(path))
    try files.replace(path, with: text.compacted, permissions: 0o600, exactly: 0o600)
    return text
  }

  /// Adds lines to the file of those that cannot be read, so that nothing a reader wrote is thrown away.
  private func keep(_ lines: [ArraySlice<UInt8>]) throws(SystemError) {
    guard !lines.isEmpty else { return }
    let file = try files.retrying { () throws(SystemError) in try files.open(damagedPath, .appending, 0o600) }
    defer { files.close(file) }
    try files.writeAll(lines.flatMap { Array($0) + [UInt8(ascii: "\n")] }, to: file)
    try files.retrying { () throws(SystemError) in try files.sync(file) }
  }
}
