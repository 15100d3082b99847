import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What is written outside of the browser: standard output in blocks, standard error in cleaned lines.
///
/// Lines for people pass the gate wherever they go. Data for programs passes it on a terminal alone; in a pipe or a file it stays byte for byte as it is.
struct Output: ~Copyable {
  private var buffer: [UInt8] = []
  let isTerminal: Bool
  private let block = 1 << 16

  init() { isTerminal = isatty(STDOUT_FILENO) == 1 }

  /// Writes data for programs, whole lines of it: exactly as it is, but on a terminal, which would obey what is hidden in it.
  mutating func data(_ bytes: [UInt8]) throws(Failure) {
    guard isTerminal else {
      buffer += bytes
      return try flushFullBlocks()
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { try self.line(String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)) }
  }

  /// Writes one line for people, through the gate.
  mutating func line(_ text: String) throws(Failure) {
    buffer += Array(CellText(text, ascii: isTerminal && !Locale.isUTF8).text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    try flushFullBlocks()
  }

  private mutating func flushFullBlocks() throws(Failure) {
    if buffer.count >= block { try flush() }
  }

  mutating func flush() throws(Failure) {
    try Self.write(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes everything, however often the system takes only a part of it.
  ///
  /// - Throws: A failure with words; a reader that went away (EPIPE) ends the program quietly, as it does other filters.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { area in
        Self.systemWrite(descriptor, area.baseAddress?.advanced(by: start), area.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(ExitStatus.fine.rawValue) }
        throw Failure("standard output: cannot write: \(String(cString: strerror(errno)))", .inputOutput)
      }
      start += written
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
    #else
    Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// Says something on standard error, always through the gate: an error quotes its input, and its input comes from strangers.
  ///
  /// - Parameter end: what follows each line; a carriage return lets the next one be written over it.
  static func complain(_ words: String, end: String = "\n") {
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let clean = Array((CellText(line, ascii: !Locale.isUTF8).text + end).utf8)
      _ = try? write(clean, to: STDERR_FILENO)
    }
  }
}

/// What the environment says of the language of the terminal.
enum Locale {
  /// Whether text may be anything but ASCII: the first of LC_ALL, LC_CTYPE and LANG that is set says so.
  static let isUTF8: Bool = {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = Environment[name], !value.isEmpty else { continue }
      let lower = value.lowercased()
      return lower.contains("utf-8") || lower.contains("utf8")
    }
    return false
  }()
}

/// The environment's variables.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
