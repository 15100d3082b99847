import Bytes
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

@Suite("What happened to a file")
struct FileStampTests {
  @Test("is told apart: it grew, was cut short, written anew, or is gone")
  func changes() throws {
    let scratch = Scratch()
    let path = try scratch.file("a", Array("hello".utf8))
    let stamp = try #require(FileStamp(path: path))
    #expect(stamp.size == 5 && stamp.change(to: FileStamp(path: path)) == nil)
    let file = open(path, O_WRONLY | O_APPEND)
    #expect(write(file, "!!", 2) == 2)
    #expect(stamp.change(to: FileStamp(path: path)) == .grew(by: 2))
    #expect(ftruncate(file, 3) == 0)
    #expect(stamp.change(to: FileStamp(path: path)) == .cutShort(to: 3))
    close(file)
    try FileBytes.write(Array("other".utf8), atomicallyTo: path)
    #expect(stamp.change(to: FileStamp(path: path)) == .rewritten)
    unlink(path)
    #expect(stamp.change(to: FileStamp(path: path)) == .gone)
    #expect(FileStamp(path: "with\0nul") == nil)
  }

  @Test("Bytes that are written over others of the same length are noticed by their time")
  func sameLength() throws {
    let scratch = Scratch()
    let path = try scratch.file("a", Array("hello".utf8))
    let stamp = try #require(FileStamp(path: path))
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    #expect(stamp.change(to: FileStamp(path: path)) == .rewritten)
  }
}
