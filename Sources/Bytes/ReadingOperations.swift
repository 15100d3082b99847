#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// The calls by which a timeline's files are read, as values, so that a test can put one that fails, falls short or is interrupted in the place of any of them.
///
///     var system = ReadingOperations.system
///     system.map = { _, _ throws(SystemError) in throw SystemError(ENODEV) }
///     try FileBytes.open(path, system: system)      // a stream of the same bytes
///
/// What ``FileOperations`` is to what a reader keeps. Each is one call of the system; nothing is tried again in here.
package struct ReadingOperations: Sendable {
  package typealias Descriptor = Int32

  /// Opens whatever lies at a path, without waiting for the other end of a pipe.
  package var open: @Sendable (_ path: String) throws(SystemError) -> Descriptor
  /// What a file is, as the system's mode bits say it, and how long it says that it is.
  package var status: @Sendable (_ file: Descriptor) throws(SystemError) -> (mode: UInt32, size: Int)
  /// The file's own pages, read-only.
  package var map: @Sendable (_ file: Descriptor, _ count: Int) throws(SystemError) -> UnsafeMutableRawPointer
  /// Waits until there is something to read; false when nothing came in time.
  package var wait: @Sendable (_ file: Descriptor, _ milliseconds: Int) throws(SystemError) -> Bool
  /// Reads as much as there is and as has room; 0 at the end.
  package var read: @Sendable (_ file: Descriptor, _ room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int

  /// The two ends of a pipe that no child inherits unasked.
  package var pipe: @Sendable () throws(SystemError) -> (reading: Descriptor, writing: Descriptor)
  /// Starts a program that is looked for in the path; ENOENT where there is none of that name.
  package var start: @Sendable (_ arguments: [String], _ channels: ChildProgram.Channels) throws(SystemError) -> ChildProgram.Process
  /// Waits for a program's end: what the system says of how it came to that.
  package var awaitEnd: @Sendable (_ process: ChildProgram.Process) throws(SystemError) -> Int32

  /// The system's own calls.
  package static let system = ReadingOperations(
    open: { path throws(SystemError) in
      guard !path.contains("\0") else { throw SystemError(ENOENT) }
      let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw SystemError(errno) }
      return descriptor
    },
    status: { file throws(SystemError) in
      var found = stat()
      guard fstat(file, &found) == 0 else { throw SystemError(errno) }
      return (UInt32(found.st_mode), Int(clamping: found.st_size))
    },
    map: { file, count throws(SystemError) in
      guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else { throw SystemError(errno) }
      return base
    },
    wait: { file, milliseconds throws(SystemError) in
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: milliseconds))
      guard ready >= 0 else { throw SystemError(errno) }
      return ready > 0
    },
    read: { file, room throws(SystemError) in
      let count = systemRead(file, room.baseAddress, room.count)
      guard count >= 0 else { throw SystemError(errno) }
      return count
    },
    pipe: { () throws(SystemError) in
      var ends: [Int32] = [-1, -1]
      guard systemPipe(&ends) == 0 else { throw SystemError(errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (ends[0], ends[1])
    },
    start: { arguments, channels throws(SystemError) in try ChildProgram.spawn(arguments, channels) },
    awaitEnd: { process throws(SystemError) in
      var status: Int32 = 0
      guard waitpid(process, &status, 0) >= 0 else { throw SystemError(errno) }
      return status
    })

  /// Does a call again as long as a signal interrupts it.
  func retrying<Outcome>(_ call: () throws(SystemError) -> Outcome) throws(SystemError) -> Outcome {
    while true {
      do throws(SystemError) { return try call() } catch  where error.code == EINTR { continue }
    }
  }
}

// Calls whose names the members above hide.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, base, count) }
