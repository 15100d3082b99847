#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Another program while it runs. Always started by a list of arguments, never through a shell.
package struct ChildProgram: Sendable {
  private let name: String
  private let process: pid_t
  /// What it says on standard error, where we listen to that.
  private let errors: Int32?

  /// Where a program's standard input, output or errors go.
  package enum Channel: Hashable, Sendable {
    case ours
    case nothing
    case descriptor(Int32)
  }

  /// Starts a program that is looked for in the path.
  ///
  /// - Parameter errors: where it complains; `.descriptor` of a pipe is read by ``wait()``.
  /// - Returns: nil, with `errno` saying why, when it could not be started.
  private init?(_ arguments: [String], input: Channel, output: Channel, errors: Channel, listening: Int32?) {
    guard let program = arguments.first else { return nil }
    var actions: posix_spawn_file_actions_t = .init()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, channel) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      switch channel {
      case .ours: break
      case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      }
    }
    // Threads that read have every signal blocked and the browser ignores some; a child is to hear them all.
    var attributes: posix_spawnattr_t = .init()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    let status = posix_spawnp(&child, program, &actions, &attributes, words, environ)
    guard status == 0 else {
      errno = status
      return nil
    }
    (name, process, self.errors) = (program, child, listening)
  }

  /// Runs a program and waits for its end.
  ///
  /// - Returns: its exit status, or nil when it could not be started or died by a signal.
  package static func run(_ arguments: [String], quietly: Bool) -> Int32? {
    let channel: Channel = quietly ? .nothing : .ours
    guard let child = ChildProgram(arguments, input: channel, output: channel, errors: channel, listening: nil) else { return nil }
    return child.status()
  }

  /// Starts a program whose output is read as a stream.
  ///
  ///     let stream = try ChildProgram.stream(["gzip", "-dc", "--", path], as: path)
  ///
  /// - Parameter path: what errors and locations call the bytes.
  /// - Throws: ``FileError``; its code is ENOENT when there is no such program.
  package static func stream(_ arguments: [String], as path: String) throws(FileError) -> ByteStream {
    let output = try pipe(path)
    let errors: (reading: Int32, writing: Int32)
    do { errors = try pipe(path) } catch {
      close(output.reading)
      close(output.writing)
      throw error
    }
    let child = ChildProgram(
      arguments, input: .nothing, output: .descriptor(output.writing), errors: .descriptor(errors.writing), listening: errors.reading)
    let code = errno
    close(output.writing)
    close(errors.writing)
    guard let child else {
      close(output.reading)
      close(errors.reading)
      throw FileError(
        path: path, what: "\(arguments.first ?? "") could not be started: \(FileError.words(for: code))", code: code, exitClass: .ioError)
    }
    return try ByteStream(descriptor: output.reading, path: path, from: child)
  }

  /// Everything that a program writes.
  ///
  /// - Throws: ``FileError`` when it cannot be started, or ends in a failure.
  package static func output(of arguments: [String], as path: String) throws(FileError) -> [UInt8] {
    let stream = try stream(arguments, as: path)
    while try stream.read(waiting: 1_000) != .end {}
    if let failure = stream.failure { throw failure }
    return stream.bytes.array
  }

  private static func pipe(_ path: String) throws(FileError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw FileError.system(path, doing: "read", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Waits for its end.
  ///
  /// - Returns: what it complained of when it failed, in one line; nil when all went well.
  func wait() -> String? {
    let status = status()
    let said = complaint()
    guard status != 0 else { return nil }
    if !said.isEmpty { return said.hasPrefix(name) ? said : "\(name): \(said)" }
    return status.map { "\(name) ended with status \($0)" } ?? "\(name) was ended by a signal"
  }

  /// Ends it, whatever it does.
  func end() {
    kill(process, SIGKILL)
    _ = wait()
  }

  private func status() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// The first lines of what it said, as one.
  private func complaint() -> String {
    guard let errors else { return "" }
    defer { close(errors) }
    // Whoever it started may still hold the other end: what is not there now is not waited for.
    _ = fcntl(errors, F_SETFL, O_NONBLOCK)
    let said = [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in count = max(0, systemRead(errors, buffer.baseAddress, buffer.count)) }
    return String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .prefix(2).joined(separator: "; ")
  }
}

/// `pipe(2)` and `read(2)`, whose names methods hide.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }
