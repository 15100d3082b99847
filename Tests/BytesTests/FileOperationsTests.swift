import Bytes
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

@Suite("The system's calls as values")
struct FileOperationsTests {
  private let folder: String
  private let system = FileOperations.system

  init() throws {
    folder = "/tmp/annals-calls-\(UInt64.random(in: 0 ... .max))"
    try system.makeFolders(folder)
  }

  private func cleanUp() {
    for entry in (try? FileBytes.list(directory: folder)) ?? [] { unlink(folder + "/" + entry.name) }
    rmdir(folder)
  }

  @Test("A write of a whole file leaves the old one as it was, and nothing beside it, whichever of its calls fails", arguments: 0..<4)
  func whole(_ call: Int) throws {
    defer { cleanUp() }
    let path = folder + "/config"
    try FileBytes.write("old".utf8, atomicallyTo: path)
    var files = system
    switch call {
    case 0: files.open = { _, _, _ throws(SystemError) in throw SystemError(EMFILE) }
    case 1: files.write = { _, _ throws(SystemError) in throw SystemError(ENOSPC) }
    case 2: files.sync = { _ throws(SystemError) in throw SystemError(EIO) }
    default: files.rename = { _, _ throws(SystemError) in throw SystemError(EXDEV) }
    }
    #expect(throws: FileError.self) { try FileBytes.write("new".utf8, atomicallyTo: path, files: files) }
    #expect(try system.contents(of: path, limit: 100) == Array("old".utf8))
    #expect(try FileBytes.list(directory: folder).map(\.name) == ["config"])
  }

  @Test("A write that takes nothing again and again ends in an error and not never")
  func stuck() throws {
    defer { cleanUp() }
    var files = system
    files.write = { _, _ in 0 }
    #expect(throws: FileError.self) { try FileBytes.write("new".utf8, atomicallyTo: folder + "/config", files: files) }
  }

  @Test("Permissions of a file that is there are kept, and a link to one stays a link")
  func kept() throws {
    defer { cleanUp() }
    try FileBytes.write("old".utf8, atomicallyTo: folder + "/mine")
    chmod(folder + "/mine", 0o640)
    symlink("mine", folder + "/link")
    try FileBytes.write("new".utf8, atomicallyTo: folder + "/link")
    #expect(try system.contents(of: folder + "/mine", limit: 100) == Array("new".utf8))
    #expect(try system.statusAt(folder + "/mine", false).permissions == 0o640)
    #expect(try system.statusAt(folder + "/link", false).kind == .other)
  }

  @Test(
    "Only regular files are read, no more of them than was asked for, and none through a link", arguments: ["pipe", "link", "folder", "long", "a\0b", "none"])
  func reading(_ name: String) throws {
    defer { cleanUp() }
    mkfifo(folder + "/pipe", 0o600)
    try FileBytes.write([UInt8](repeating: 0x61, count: 200), atomicallyTo: folder + "/long")
    symlink("long", folder + "/link")
    let path = name == "folder" ? folder : folder + "/" + name
    if name == "none" || name == "a\0b" {
      #expect(try system.contents(of: path, limit: 100) == nil)
    } else {
      #expect(throws: SystemError.self) { try system.contents(of: path, limit: 100) }
    }
  }

  @Test("A lock is refused to others while it is held, and free again when the file is closed")
  func locks() throws {
    defer { cleanUp() }
    let one = try system.open(folder + "/file", .appending, 0o600)
    let other = try system.open(folder + "/file", .appending, 0o600)
    defer { system.close(other) }
    #expect(try system.lock(one, .exclusive) == .taken)
    #expect(try system.lock(other, .shared) == .busy)
    system.close(one)
    #expect(try system.lock(other, .shared) == .taken)
  }
}
