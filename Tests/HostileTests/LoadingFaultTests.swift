import Bytes
import TestSupport
import Testing
import TimelineFormats
import TimelineModel

@testable import annals

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Calls that read a file, of which the n-th goes wrong.
final class FaultyReading: @unchecked Sendable {
  enum Fault: CaseIterable, Sendable { case fails, isInterrupted, isShort, sleeps }

  private let fault: Fault
  private let position: Int
  private(set) var calls = 0

  init(_ fault: Fault, at position: Int) { (self.fault, self.position) = (fault, position) }

  var struck: Bool { calls >= position }

  private func count<Outcome>(_ call: () throws(SystemError) -> Outcome) throws(SystemError) -> Outcome {
    calls += 1
    switch fault {
    case .fails where calls == position: throw SystemError(EIO)
    case .isInterrupted where calls == position: throw SystemError(EINTR)
    default: return try call()
    }
  }

  var operations: ReadingOperations {
    let system = ReadingOperations.system
    var faulty = system
    faulty.open = { path throws(SystemError) in try self.count { () throws(SystemError) in try system.open(path) } }
    faulty.status = { file throws(SystemError) in try self.count { () throws(SystemError) in try system.status(file) } }
    faulty.map = { file, count throws(SystemError) in try self.count { () throws(SystemError) in try system.map(file, count) } }
    faulty.wait = { file, milliseconds throws(SystemError) in
      let sleeps = self.fault == .sleeps && self.calls + 1 == self.position
      return try self.count { () throws(SystemError) in sleeps ? false : try system.wait(file, milliseconds) }
    }
    faulty.read = { file, room throws(SystemError) in
      let isShort = self.fault == .isShort && self.calls + 1 >= self.position
      let room = isShort ? UnsafeMutableRawBufferPointer(rebasing: room.prefix(7)) : room
      return try self.count { () throws(SystemError) in try system.read(file, room) }
    }
    faulty.pipe = { () throws(SystemError) in try self.count { () throws(SystemError) in try system.pipe() } }
    faulty.start = { arguments, channels throws(SystemError) in try self.count { () throws(SystemError) in try system.start(arguments, channels) } }
    faulty.awaitEnd = { process throws(SystemError) in try self.count { () throws(SystemError) in try system.awaitEnd(process) } }
    return faulty
  }
}

@Suite("Reading a timeline while the system fails")
struct LoadingFaultTests {
  private static let text = "id,date,title\n" + (0..<40).map { "\($0),1990-05-\($0 % 28 + 10),Shots\n" }.joined()

  /// What came of a path: how many rows, or in what words it was refused.
  private static func rows(of path: String, _ system: ReadingOperations) throws(FileError) -> Int {
    let bytes: FileBytes
    switch try FileBytes.open(path, system: system) {
    case .whole(let file): bytes = file
    case .stream(let stream):
      while try stream.read(waiting: 100) != .end {}
      bytes = stream.bytes
    }
    guard case .rows(var reader) = Format.table.open(.file(bytes), name: "a.csv") else { return 0 }
    var count = 0
    while let part = reader.next() { count += part.chunk.count }
    return count
  }

  @Test(
    "The n-th call fails, falls short or is interrupted, for every n: all rows are read, or a sentence says why not", arguments: FaultyReading.Fault.allCases)
  func everyCall(fault: FaultyReading.Fault) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.csv", Self.text)
    // Without mapping, a file is read as a pipe is.
    for isMapped in [true, false] {
      var (position, whole, refused) = (1, 0, 0)
      while true {
        let faulty = FaultyReading(fault, at: position)
        var operations = faulty.operations
        if !isMapped { operations.map = { _, _ throws(SystemError) in throw SystemError(ENODEV) } }
        do throws(FileError) {
          #expect(try Self.rows(of: file, operations) == 40, "\(fault) at call \(position)")
          whole += 1
        } catch {
          refused += 1
          #expect(fault == .fails && error.path == file && error.what.hasPrefix("cannot be read: "), "\(fault) at call \(position): \(error)")
        }
        guard faulty.struck else { break }
        position += 1
      }
      #expect(position > 3 && whole > 0)
      // Opening, asking what it is, and each read; a file that cannot be mapped is read, and one of which nobody says whether there is more too.
      #expect(fault == .fails ? refused >= 2 : refused == 0)
    }
  }

  @Test(
    "The n-th call fails, falls short or is interrupted while a program unpacks a file: all rows are read, or a sentence says why not",
    arguments: FaultyReading.Fault.allCases, ["a.csv.gz", "a.zip"])
  func packed(fault: FaultyReading.Fault, name: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", Self.text)
    let script = """
      import gzip, zipfile
      text = open('a.csv').read()
      gzip.open('a.csv.gz', 'wt').write(text)
      with zipfile.ZipFile('a.zip', 'w') as archive:
          for name in ('a.csv', 'b.csv'): archive.writestr(name, text)
      """
    #expect(try await Child.run(["python3", "-c", "import os; os.chdir('\(folder.path)')\n" + script]).status == 0)
    let path = folder.path + "/" + name
    var (position, whole, told) = (1, 0, 0)
    while true {
      let faulty = FaultyReading(fault, at: position)
      do throws(Failure) {
        var intake = try Intake([path], system: faulty.operations)
        var rows = 0
        reading: while true {
          switch intake.next() {
          case .rows(let part): rows += part.chunk.count
          case .nothingYet: continue
          case .end: break reading
          }
        }
        let errors = intake.problems.filter { $0.code == "incomplete" }
        if errors.isEmpty { whole += 1 } else { told += 1 }
        #expect(rows == (name == "a.zip" ? 80 : 40) || !errors.isEmpty, "\(fault) at call \(position): \(rows) rows and not a word")
      } catch {
        told += 1
        #expect(error.words.contains(path), "\(fault) at call \(position): \(error.words)")
      }
      guard faulty.struck else { break }
      position += 1
    }
    // Opening, asking what it is, two pipes, the program, each read, and how it ended; the archive is listed first, and has two members.
    #expect(whole > 0 && position > (name == "a.zip" ? 25 : 9))
    #expect(fault == .fails ? told > (name == "a.zip" ? 15 : 6) : told == 0, "\(fault): \(told) of \(position)")
  }

  @Test("No descriptor is left open, whatever fails")
  func noLeak() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.csv", Self.text)
    for position in 1...6 {
      let faulty = FaultyReading(.fails, at: position)
      var operations = faulty.operations
      var opened: Int32 = -1
      operations.map = { descriptor, _ throws(SystemError) in throw SystemError(descriptor > 0 ? ENODEV : EIO) }
      withUnsafeMutablePointer(to: &opened) { place in
        nonisolated(unsafe) let place = place
        let open = operations.open
        operations.open = { path throws(SystemError) in
          place.pointee = try open(path)
          return place.pointee
        }
        _ = try? Self.rows(of: file, operations)
      }
      // Other tests open files at the same time, so that the number may be another file's by now; then it is another file.
      var (status, wanted) = (stat(), stat())
      #expect(stat(file, &wanted) == 0)
      if opened >= 0, fstat(opened, &status) == 0 { #expect(status.st_ino != wanted.st_ino || status.st_dev != wanted.st_dev, "left open at call \(position)") }
    }
  }
}
