import Bytes
import TimelineFormats

/// What a file may be wrapped in, told by its first bytes and never by its name, and how the system's own programs take it out.
enum Container: CaseIterable {
  case gzip, zip, bzip2, xz, zstd

  /// How such a file begins.
  private var beginning: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .bzip2: [0x42, 0x5A, 0x68]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// The program that takes it out, as it has to be written to do so to standard output.
  private var command: [String] {
    switch self {
    case .gzip: ["gzip", "-dc", "--"]
    // The empty password keeps it from asking for one on the terminal.
    case .zip: ["unzip", "-P", "", "-p"]
    case .bzip2: ["bzip2", "-dc", "--"]
    case .xz: ["xz", "-dc", "--"]
    case .zstd: ["zstd", "-dcq", "--"]
    }
  }

  /// The ending that a name loses when it is taken out: `ged.csv.gz` holds `ged.csv`.
  private var ending: String {
    switch self {
    case .gzip: ".gz"
    case .zip: ".zip"
    case .bzip2: ".bz2"
    case .xz: ".xz"
    case .zstd: ".zst"
    }
  }

  static func of(_ head: some Collection<UInt8>) -> Container? { allCases.first { head.starts(with: $0.beginning) } }

  /// A thing in a container: what it is called, and the bytes that are still to come.
  struct Member {
    var name: String
    var stream: ByteStream
  }

  /// Starts to take out what there is to read in a file.
  ///
  /// - Throws: a failure in words when the program for it is missing, or there is nothing in it that annals reads.
  func open(_ path: String, _ system: ReadingOperations) throws(Failure) -> [Member] {
    guard path != "-" else {
      let program = command.dropLast().joined(separator: " ")
      throw Failure(
        self == .zip
          ? "standard input is a zip archive; save it as a file and open that, or unpack it"
          : "standard input is compressed; unpack it on the way, as in \(program) | annals -", .unreadableData)
    }
    guard self == .zip else {
      return [Member(name: path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path, stream: try start(command + [path], path, system))]
    }
    var members: [Member] = []
    for name in try Self.members(of: path, system) {
      members.append(Member(name: "\(path)/\(name)", stream: try start(command + [Self.plain(path), Self.literally(name)], "\(path)/\(name)", system)))
    }
    return members
  }

  private func start(_ arguments: [String], _ name: String, _ system: ReadingOperations) throws(Failure) -> ByteStream {
    do { return try ChildProgram.stream(arguments, as: name, system: system) } catch { throw failure(error, name) }
  }

  private func failure(_ error: FileError, _ name: String) -> Failure {
    guard error.code == Self.noSuchFile, let program = command.first else { return Failure(error) }
    return Failure("\(name): is read by \(program), which is not installed; install it, or unpack the file and open what is in it", .unreadableData)
  }

  /// ENOENT, the same number on every system that annals runs on.
  private static let noSuchFile: Int32 = 2

  // MARK: - Zip

  /// The files of an archive that are timelines or tables by their name, in its order.
  private static func members(of path: String, _ system: ReadingOperations) throws(Failure) -> [String] {
    let listing: [UInt8]
    do { listing = try ChildProgram.output(of: ["unzip", "-Z1", plain(path)], as: path, system: system) } catch { throw Container.zip.failure(error, path) }
    let names = String(decoding: listing, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    // Macintosh archives hold a shadow of each file.
    let files = names.filter { !$0.hasSuffix("/") && !$0.hasPrefix("__MACOSX/") && !$0.contains("/.") && !$0.hasPrefix(".") }
    let readable = files.filter { name in
      let lower = name.lowercased()
      return Format.all.contains { format in format.extensions.contains { lower.hasSuffix("." + $0) } }
    }
    // A single file may be called as it likes.
    let chosen = readable.isEmpty && files.count == 1 ? files : readable
    guard !chosen.isEmpty else {
      let some = files.isEmpty ? "nothing" : files.prefix(5).joined(separator: ", ") + (files.count > 5 ? " …" : "")
      throw Failure("\(path): nothing in this archive is a table or a timeline; it holds \(some)", .unreadableData)
    }
    // Each is unpacked by a program of its own, and all of them at the same time.
    guard chosen.count <= mostMembers else {
      throw Failure(
        "\(path): this archive holds \(chosen.count) tables and timelines, and at most \(mostMembers) are read at once; unpack it and open some of them",
        .unreadableData)
    }
    return chosen
  }

  /// How many members of an archive are read.
  private static let mostMembers = 64

  /// A path that unzip does not take for an option: it knows no `--`.
  private static func plain(_ path: String) -> String { path.hasPrefix("-") ? "./" + path : path }

  /// A member's name in which unzip finds no pattern.
  private static func literally(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if "*?[]\\".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
