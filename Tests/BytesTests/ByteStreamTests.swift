import Bytes
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

@Suite("Bytes that are still coming", .serialized)
struct ByteStreamTests {
  /// A pipe whose other end is in the test's hands.
  private struct Pipe {
    let stream: ByteStream
    private let writing: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      writing = ends[1]
      guard case .stream(let stream) = try FileBytes.open(ends[0], path: "pipe") else { throw FileError(path: "pipe", what: "is no pipe", exitClass: .noInput) }
      self.stream = stream
    }

    func send(_ text: String) { #expect(write(writing, text, text.utf8.count) == text.utf8.count) }
    func hangUp() { close(writing) }
  }

  @Test("What came can be looked at while the rest is on its way, and stays where it is")
  func growing() throws {
    let pipe = try Pipe()
    let bytes = pipe.stream.bytes
    #expect(try pipe.stream.read(waiting: 0) == .nothingYet)
    pipe.send("one ")
    #expect(try pipe.stream.read(waiting: 1_000) == .more)
    let place = bytes.withUnsafeBytes { $0.baseAddress }
    #expect(bytes.array == Array("one ".utf8) && !bytes.isComplete && !bytes.isMapped && bytes.missingFrom == nil)
    pipe.send("two")
    #expect(try pipe.stream.read(waiting: 1_000) == .more)
    pipe.hangUp()
    #expect(try pipe.stream.read(waiting: 1_000) == .end)
    #expect(try pipe.stream.read(waiting: 1_000) == .end)
    #expect(bytes.array == Array("one two".utf8) && bytes.isComplete && bytes.count == 7)
    #expect(bytes.withUnsafeBytes { $0.baseAddress } == place)
    #expect(pipe.stream.failure == nil)
  }

  @Test("What was left before its end is all there is")
  func cancelled() throws {
    let pipe = try Pipe()
    pipe.send("one")
    #expect(try pipe.stream.read(waiting: 1_000) == .more)
    pipe.stream.cancel()
    pipe.stream.cancel()
    pipe.send("two")
    #expect(try pipe.stream.read(waiting: 1_000) == .end)
    #expect(pipe.stream.bytes.array == Array("one".utf8) && pipe.stream.bytes.isComplete)
    pipe.hangUp()
  }

  @Test("More than a few megabytes come whole")
  func large() throws {
    let stream = try ChildProgram.stream(["head", "-c", "20000000", "/dev/zero"], as: "zeros")
    while try stream.read(waiting: 1_000) != .end {}
    #expect(stream.bytes.count == 20_000_000 && stream.failure == nil)
  }

  // MARK: Programs

  @Test("What a program writes is read, whatever stands in its arguments")
  func output() throws {
    #expect(try ChildProgram.output(of: ["printf", "%s|", "a b", "$(echo c)", "*"], as: "words") == Array("a b|$(echo c)|*|".utf8))
  }

  @Test("A program that fails says why, in its own words where it has any")
  func failing() throws {
    for (script, words) in [
      ("echo half; echo 'tool: it broke' >&2; echo again >&2; exit 3", "sh: tool: it broke; again"), ("exit 3", "sh ended with status 3"),
      ("kill -TERM $$", "sh was ended by a signal"),
    ] {
      let stream = try ChildProgram.stream(["sh", "-c", script], as: "x")
      while try stream.read(waiting: 1_000) != .end {}
      #expect(stream.failure?.description == "x: \(words)")
      #expect(throws: FileError.self) { try ChildProgram.output(of: ["sh", "-c", script], as: "x") }
    }
  }

  @Test("A program that is not there is an error with the system's number")
  func missing() {
    #expect {
      _ = try ChildProgram.stream(["no-such-program-at-all"], as: "x")
    } throws: { ($0 as? FileError)?.code == ENOENT }
    #expect(ChildProgram.run(["no-such-program-at-all"], quietly: true) == nil)
    #expect(ChildProgram.run([], quietly: true) == nil)
  }

  @Test("A program is run to its end, and its status told", arguments: [0, 7] as [Int32])
  func status(number: Int32) { #expect(ChildProgram.run(["sh", "-c", "exit \(number)"], quietly: true) == number) }

  @Test("A program that never ends is ended with the stream", .timeLimit(.minutes(1)))
  func endless() throws {
    var stream: ByteStream? = try ChildProgram.stream(["sleep", "1000"], as: "x")
    #expect(try stream?.read(waiting: 10) == .nothingYet)
    stream?.cancel()
    stream = try ChildProgram.stream(["yes"], as: "x")
    #expect(try stream?.read(waiting: 1_000) == .more)
    stream = nil
  }
}
