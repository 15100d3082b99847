package import Bytes

/// A file of lines `name: value` that belongs to the reader, of which annals changes single lines and leaves every byte of the others as it is.
package struct SettingLines: Sendable {
  /// Without their line feeds.
  private var lines: [ArraySlice<UInt8>]

  private static let (feed, carriageReturn, blank) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "))

  package init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: Self.feed, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var bytes: [UInt8] { lines.flatMap { $0 + [Self.feed] } }
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Gives a name its value: in the first line that has it, else in a new one at the end.
  ///
  ///     var lines = SettingLines("# mine\ntheme: dark\n")
  ///     lines["theme"] = "light"
  ///     lines.text                        // "# mine\ntheme: light\n"
  package subscript(name: String) -> String? {
    get {
      lines.first { Self.has($0, name) }.map { line in
        let value = line.dropFirst(name.utf8.count + 1).drop { $0 == Self.blank }
        return String(decoding: value.last == Self.carriageReturn ? value.dropLast() : value, as: UTF8.self)
      }
    }
    set {
      guard let newValue else { return lines.removeAll { Self.has($0, name) } }
      var line = Array("\(name): \(newValue)".utf8)
      let index = lines.firstIndex { Self.has($0, name) }
      // A file that was saved with CR LF keeps it.
      if (index.map { lines[$0] } ?? lines.last)?.last == Self.carriageReturn { line.append(Self.carriageReturn) }
      if let index { lines[index] = line[...] } else { lines.append(line[...]) }
    }
  }

  private static func has(_ line: ArraySlice<UInt8>, _ name: String) -> Bool { line.starts(with: (name + ":").utf8) }

  /// More than anybody sets; a larger file is left alone.
  private static let mostBytes = 1 << 20

  /// Changes values in a file, all of them or none.
  ///
  /// - Throws: ``FileError`` when the file cannot be read or written; it is as it was then.
  package static func change(_ values: [(name: String, value: String)], in path: String, files: FileOperations = .system) throws(FileError) {
    var lines = SettingLines([])
    do throws(SystemError) {
      // A link to a file that is kept elsewhere stays a link.
      let target = try? files.retrying { () throws(SystemError) in try files.resolve(path) }
      if let bytes = try files.contents(of: target ?? path, limit: mostBytes) { lines = SettingLines(bytes) }
    } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
    let before = lines.bytes
    for (name, value) in values { lines[name] = value }
    let after = lines.bytes
    guard after != before else { return }
    try FileBytes.write(after, atomicallyTo: path, files: files)
  }
}
