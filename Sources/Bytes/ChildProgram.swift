#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Another program while it runs. Always started by a list of arguments, never through a shell.
package struct ChildProgram: Sendable {
  /// As the system numbers it.
  package typealias Process = Int32

  private let name: String
  private let process: Process
  /// What it says on standard error, where we listen to that.
  private let errors: Int32?
  private let system: ReadingOperations

  /// Where a program's standard input, output or errors go.
  package enum Channel: Hashable, Sendable {
    case ours
    case nothing
    case descriptor(Int32)
  }

  /// Where all three of them go.
  package struct Channels: Hashable, Sendable {
    package var input, output, errors: Channel
  }

  private init(_ arguments: [String], _ channels: Channels, listening: Int32?, system: ReadingOperations) throws(SystemError) {
    process = try system.retrying { () throws(SystemError) in try system.start(arguments, channels) }
    (name, errors, self.system) = (arguments.first ?? "", listening, system)
  }

  /// Starts a program.
  static func spawn(_ arguments: [String], _ channels: Channels) throws(SystemError) -> Process {
    guard let program = arguments.first else { throw SystemError(ENOENT) }
    var actions: posix_spawn_file_actions_t = .init()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, channel) in [(STDIN_FILENO, channels.input), (STDOUT_FILENO, channels.output), (STDERR_FILENO, channels.errors)] {
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
    var child = Process()
    let status = posix_spawnp(&child, program, &actions, &attributes, words, environ)
    guard status == 0 else { throw SystemError(status) }
    return child
  }

  /// Runs a program and waits for its end.
  ///
  /// - Returns: its exit status, or nil when it could not be started or died by a signal.
  package static func run(_ arguments: [String], quietly: Bool) -> Int32? {
    let channel: Channel = quietly ? .nothing : .ours
    let channels = Channels(input: channel, output: channel, errors: channel)
    guard let child = try? ChildProgram(arguments, channels, listening: nil, system: .system), case .status(let status) = child.awaitEnd() else { return nil }
    return status
  }

  /// Starts a program whose output is read as a stream.
  ///
  ///     let stream = try ChildProgram.stream(["gzip", "-dc", "--", path], as: path)
  ///
  /// - Parameter path: what errors and locations call the bytes.
  /// - Throws: ``FileError``; its code is ENOENT when there is no such program.
  package static func stream(_ arguments: [String], as path: String, system: ReadingOperations = .system) throws(FileError) -> ByteStream {
    let output = try pipe(path, system)
    let errors: (reading: Int32, writing: Int32)
    do { errors = try pipe(path, system) } catch {
      close(output.reading)
      close(output.writing)
      throw error
    }
    defer {
      close(output.writing)
      close(errors.writing)
    }
    let channels = Channels(input: .nothing, output: .descriptor(output.writing), errors: .descriptor(errors.writing))
    let child: ChildProgram
    do throws(SystemError) { child = try ChildProgram(arguments, channels, listening: errors.reading, system: system) } catch {
      close(output.reading)
      close(errors.reading)
      throw FileError(
        path: path, what: "\(arguments.first ?? "") could not be started: \(FileError.words(for: error.code))", code: error.code, exitClass: .ioError)
    }
    return try ByteStream(descriptor: output.reading, path: path, from: child, system: system)
  }

  /// Everything that a program writes.
  ///
  /// - Throws: ``FileError`` when it cannot be started, or ends in a failure.
  package static func output(of arguments: [String], as path: String, system: ReadingOperations = .system) throws(FileError) -> [UInt8] {
    let stream = try stream(arguments, as: path, system: system)
    while try stream.read(waiting: 1_000) != .end {}
    if let failure = stream.failure { throw failure }
    return stream.bytes.array
  }

  private static func pipe(_ path: String, _ system: ReadingOperations) throws(FileError) -> (reading: Int32, writing: Int32) {
    do throws(SystemError) { return try system.retrying { () throws(SystemError) in try system.pipe() } } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
  }

  /// Waits for its end.
  ///
  /// - Returns: what it complained of when it failed, in one line; nil when all went well.
  func wait() -> String? {
    let end = awaitEnd()
    let said = complaint()
    guard end != .status(0) else { return nil }
    if !said.isEmpty { return said.hasPrefix(name) ? said : "\(name): \(said)" }
    switch end {
    case .status(let status): return "\(name) ended with status \(status)"
    case .signal: return "\(name) was ended by a signal"
    case .unknown(let code): return "it is not known how \(name) ended: \(FileError.words(for: code))"
    }
  }

  /// Ends it, whatever it does.
  func end() {
    kill(process, SIGKILL)
    _ = wait()
  }

  private enum End: Hashable {
    case status(Int32)
    case signal
    /// The system does not say.
    case unknown(Int32)
  }

  private func awaitEnd() -> End {
    do throws(SystemError) {
      let status = try system.retrying { () throws(SystemError) in try system.awaitEnd(process) }
      return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal
    } catch {
      return .unknown(error.code)
    }
  }

  /// The first lines of what it said, as one.
  private func complaint() -> String {
    guard let errors else { return "" }
    defer { close(errors) }
    // Whoever it started may still hold the other end: what is not there now is not waited for.
    _ = fcntl(errors, F_SETFL, O_NONBLOCK)
    let said = [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
      count = (try? system.retrying { () throws(SystemError) in try system.read(errors, UnsafeMutableRawBufferPointer(buffer)) }) ?? 0
    }
    return String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .prefix(2).joined(separator: "; ")
  }
}
