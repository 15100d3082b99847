import Bytes
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// A folder of its own for one test, removed with everything in it afterwards.
struct Scratch: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/annals-bytes-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "" }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    chmod(path, 0o700)
    for entry in (try? FileBytes.list(directory: path)) ?? [] {
      if entry.kind == .directory { remove(path + "/" + entry.name) } else { unlink(path + "/" + entry.name) }
    }
    rmdir(path)
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try FileBytes.write(bytes, atomicallyTo: path + "/" + name)
    return path + "/" + name
  }
}

@Suite("Files and pipes as bytes", .serialized)
struct FileBytesTests {
  @Test("A regular file is mapped and reads as it is")
  func regular() throws {
    let scratch = Scratch()
    let path = try scratch.file("a", Array("hello".utf8))
    let bytes = try FileBytes(path: path)
    #expect(bytes.isMapped)
    #expect(bytes.count == 5)
    #expect(bytes.array == Array("hello".utf8))
    #expect(bytes.withUnsafeBytes { $0.count } == 5)
    #expect(bytes.withSpan { $0.byteCount } == 5)
    #expect(bytes.missingFrom == nil)
    #expect(bytes.path == path)
  }

  @Test("An empty file is empty")
  func empty() throws {
    let scratch = Scratch()
    let bytes = try FileBytes(path: try scratch.file("a", []))
    #expect(bytes.array == [])
    #expect(!bytes.isMapped)
    #expect(bytes.missingFrom == nil)
    #expect(bytes.withUnsafeBytes { $0.count } == 0)
  }

  @Test("An error thrown by the borrower comes through as it is")
  func typedThrow() throws {
    struct Refusal: Error, Equatable {}
    let scratch = Scratch()
    for content in [[], [1, 2] as [UInt8]] {
      let bytes = try FileBytes(path: try scratch.file("a", content))
      #expect(throws: Refusal()) { try bytes.withUnsafeBytes { _ throws(Refusal) in throw Refusal() } }
    }
  }

  @Test("A file that is cut short while it is open reads as zeros from there, and says from where")
  func cutShort() throws {
    let scratch = Scratch()
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let path = try scratch.file("a", Array(repeating: 7, count: page * 4))
    let bytes = try FileBytes(path: path)
    #expect(truncate(path, off_t(page + 10)) == 0)
    let sum = bytes.withUnsafeBytes { buffer in buffer.reduce(0) { $0 + Int($1) } }
    #expect(sum == 7 * (page + 10))
    #expect(bytes.missingFrom == page + 10)
    // Even when the file grows again, what was missing once stays known.
    #expect(truncate(path, off_t(page * 4)) == 0)
    #expect(bytes.missingFrom == page * 2)
  }

  @Test("What is neither file nor pipe is refused before a byte is read", arguments: ["/", "/dev/zero", "/dev/null"])
  func refused(path: String) {
    #expect {
      _ = try FileBytes(path: path)
    } throws: { error in
      (error as? FileError)?.exitClass == .noInput && (error as? FileError)?.description.hasPrefix(path + ": is a ") == true
    }
  }

  @Test("A file that is not there is no input", arguments: ["/nowhere/at/all", "", "with\0nul"])
  func absent(path: String) {
    #expect {
      _ = try FileBytes(path: path)
    } throws: { error in
      (error as? FileError)?.exitClass == .noInput && (error as? FileError)?.code == ENOENT
    }
    #expect(FileError.system("a", doing: "read", ENOENT).description == "a: cannot be read: No such file or directory")
  }

  @Test("A pipe is read to its end")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(Self.makePipe(&ends) == 0)
    let (output, text) = (ends[1], Array(repeating: UInt8(ascii: "x"), count: 300_000))
    let bytes = try Self.feeding(output, text) { try FileBytes(descriptor: ends[0], path: "pipe") }
    #expect(bytes.array == text)
    #expect(!bytes.isMapped)
  }

  @Test("A pipe that is longer than its limit is refused")
  func limit() throws {
    var ends: [Int32] = [0, 0]
    #expect(Self.makePipe(&ends) == 0)
    #expect(write(ends[1], "12345", 5) == 5)
    close(ends[1])
    #expect(throws: FileError.self) { _ = try FileBytes(descriptor: ends[0], path: "pipe", limit: 4) }
  }

  @Test("Reading a pipe can be cancelled, also while nobody writes")
  func cancelled() throws {
    var ends: [Int32] = [0, 0]
    #expect(Self.makePipe(&ends) == 0)
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    defer { close(ends[1]) }
    var questions = 0
    #expect(throws: FileError.self) {
      _ = try FileBytes(descriptor: ends[0], path: "-") {
        questions += 1
        return questions > 2
      }
    }
    #expect(questions == 3)
  }

  @Test("A named pipe is opened without waiting for a writer, and can be left while there is none")
  func fifo() throws {
    let scratch = Scratch()
    #expect(mkfifo(scratch.path + "/p", 0o600) == 0)
    var questions = 0
    #expect(throws: FileError.self) {
      _ = try FileBytes(path: scratch.path + "/p") {
        questions += 1
        return questions > 1
      }
    }
  }

  @Test("A directory that is opened for reading fails in words")
  func failingRead() {
    let descriptor = open("/", O_RDONLY)
    #expect(throws: FileError.self) { _ = try FileBytes(descriptor: descriptor, path: "/") }
    #expect(throws: FileError.self) { _ = try FileBytes(descriptor: -1, path: "none") }
  }

  // MARK: Listing

  @Test("A folder is listed by name, links to folders are no folders")
  func listing() throws {
    let scratch = Scratch()
    _ = try scratch.file("b.yaml", [1])
    _ = try scratch.file("a.yaml", [1])
    mkdir(scratch.path + "/events", 0o700)
    symlink("/", scratch.path + "/out")
    symlink("a.yaml", scratch.path + "/link")
    symlink("nowhere", scratch.path + "/broken")
    let entries = try FileBytes.list(directory: scratch.path)
    #expect(entries.map(\.name) == ["a.yaml", "b.yaml", "broken", "events", "link", "out"])
    #expect(entries.map(\.kind) == [.file, .file, .other, .directory, .file, .other])
    #expect(FileBytes.isDirectory(scratch.path))
    #expect(!FileBytes.isDirectory(scratch.path + "/a.yaml"))
    #expect(throws: FileError.self) { try FileBytes.list(directory: scratch.path + "/none") }
  }

  // MARK: Writing

  @Test("A written file is whole, keeps its permissions and leaves nothing beside it")
  func writing() throws {
    let scratch = Scratch()
    let path = try scratch.file("notes", Array("old".utf8))
    chmod(path, 0o600)
    try FileBytes.write(Array("new text".utf8), atomicallyTo: path)
    #expect(try FileBytes(path: path).array == Array("new text".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try FileBytes.list(directory: scratch.path).map(\.name) == ["notes"])
  }

  @Test("A place that cannot be written to is an input-output error and changes nothing", arguments: ["", "/nowhere/at/all", "with\0nul"])
  func unwritable(path: String) {
    #expect {
      try FileBytes.write([1], atomicallyTo: path)
    } throws: { ($0 as? FileError)?.exitClass == .ioError }
  }

  @Test("A folder in the way of a file is reported and the temporary file is gone")
  func inTheWay() throws {
    let scratch = Scratch()
    mkdir(scratch.path + "/notes", 0o700)
    #expect(throws: FileError.self) { try FileBytes.write([1], atomicallyTo: scratch.path + "/notes") }
    #expect(try FileBytes.list(directory: scratch.path).map(\.name) == ["notes"])
  }

  @Test("More files than the guard has slots are read instead of mapped")
  func manyFiles() throws {
    let scratch = Scratch()
    let path = try scratch.file("a", Array("hello".utf8))
    let files = try (0..<80).map { _ in try FileBytes(path: path) }
    #expect(files.contains { !$0.isMapped })
    #expect(files.allSatisfy { $0.array == Array("hello".utf8) })
  }

  // MARK: Pipes

  private static func makePipe(_ ends: inout [Int32]) -> Int32 { systemPipe(&ends) }

  /// Runs `body` while another thread writes `text` and closes.
  private static func feeding<Result>(_ output: Int32, _ text: [UInt8], _ body: () throws -> Result) rethrows -> Result {
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let feed = Unmanaged.passRetained(Feed(output, text)).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Darwin)
        let feed = Unmanaged<Feed>.fromOpaque(argument).takeRetainedValue()
        #else
        guard let argument else { return nil }
        let feed = Unmanaged<Feed>.fromOpaque(argument).takeRetainedValue()
        #endif
        var done = 0
        while done < feed.text.count {
          let wrote = feed.text.withUnsafeBytes { write(feed.output, $0.baseAddress.map { $0 + done }, $0.count - done) }
          if wrote <= 0 { break }
          done += wrote
        }
        close(feed.output)
        return nil
      }, feed)
    let result = try body()
    #if canImport(Darwin)
    if let thread { pthread_join(thread, nil) }
    #else
    pthread_join(thread, nil)
    #endif
    return result
  }
}

/// What a writing thread needs.
private final class Feed {
  let output: Int32
  let text: [UInt8]
  init(_ output: Int32, _ text: [UInt8]) { (self.output, self.text) = (output, text) }
}

/// `pipe(2)`, whose name a test has.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
