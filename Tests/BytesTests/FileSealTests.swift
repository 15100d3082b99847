import Bytes
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite("A digest")
struct DigestTests {
  @Test("differs with every bit, with every length and with the order, and is the same for the same bytes", arguments: [0, 1, 7, 8, 31, 32, 33, 100, 300])
  func differs(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let digest = Digest.of(bytes)
    #expect(Digest.of(bytes) == digest && Digest.of(bytes + [0]) != digest)
    var seen: Set<UInt64> = [digest]
    for bit in 0..<count * 8 {
      var other = bytes
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(seen.insert(Digest.of(other)).inserted, "bit \(bit)")
    }
    if count > 8 {
      var other = bytes
      other.swapAt(0, count - 1)
      #expect(Digest.of(other) != digest)
    }
  }
}

@Suite("A seal of a file")
struct FileSealTests {
  private static let length = 400_000

  private static func seal(_ path: String) throws -> FileSeal { try #require(try FileBytes(path: path).seal) }

  /// Changes a byte of a file and leaves its time of writing as it was.
  private static func change(_ path: String, at offset: Int) throws {
    var before = stat()
    #expect(stat(path, &before) == 0)
    let file = open(path, O_WRONLY)
    #expect(file >= 0 && pwrite(file, [UInt8(1)], 1, offset) == 1)
    #if canImport(Darwin)
    let times = [before.st_atimespec, before.st_mtimespec]
    #else
    let times = [before.st_atim, before.st_mtim]
    #endif
    #expect(futimens(file, times) == 0)
    close(file)
  }

  private static func withFile(_ body: (String) throws -> Void) throws {
    let path = "/tmp/annals-seal-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(path) }
    try FileBytes.write([UInt8](repeating: 0, count: length), atomicallyTo: path)
    try body(path)
  }

  @Test("is the same of a file that was left alone, and says when it was written")
  func same() throws {
    try Self.withFile { path in
      let seal = try Self.seal(path)
      #expect(try Self.seal(path) == seal && seal.size == Self.length && seal.bytes.count == 40)
      let now = seal.written / 1_000
      #expect(!seal.isSettled(at: now) && !seal.isSettled(at: now + 1_900_000) && seal.isSettled(at: now + 2_000_001))
      #expect(!seal.isSettled(at: .min) && seal.isSettled(at: .max / 1_000))
    }
  }

  @Test(
    "tells a change that left length and time as they were: by the sample where that sees it, by the other time everywhere",
    arguments: [0, 16_000, 200_000, 399_999])
  func sameTime(offset: Int) throws {
    try Self.withFile { path in
      let seal = try Self.seal(path)
      try Self.change(path, at: offset)
      let after = try Self.seal(path)
      #expect(after != seal && after.bytes != seal.bytes && after.written == seal.written && after.size == seal.size && after.number == seal.number)
      #expect(offset == 200_000 ? after.changed > seal.changed : after.sample != seal.sample)
    }
  }

  @Test("tells another file of the same bytes and time, and there is none of a pipe or of a file that was cut short")
  func others() throws {
    try Self.withFile { path in
      let opened = try FileBytes(path: path)
      let seal = try #require(opened.seal)
      try Self.withFile { other in
        let another = try Self.seal(other)
        #expect(another != seal)
      }
      #expect(truncate(path, 1_000) == 0)
      #expect(opened.seal == nil)
    }
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    close(ends[1])
    #expect(try FileBytes(descriptor: ends[0], path: "-").seal == nil)
  }
}
