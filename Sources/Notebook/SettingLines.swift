package import Bytes

/// A file of lines `name: value` that belongs to the reader, of which annals changes single lines and leaves everything else as it is.
package struct SettingLines: Sendable {
  private var lines: [Substring]

  package init(_ text: String) {
    lines = Substring(text).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Gives a name its value: in the first line that has it, else in a new one at the end.
  ///
  ///     var lines = SettingLines("# mine\ntheme: dark\n")
  ///     lines["theme"] = "light"
  ///     lines.text                        // "# mine\ntheme: light\n"
  package subscript(name: String) -> String? {
    get { lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.utf8.count + 1).drop { $0 == " " }) } }
    set {
      guard let newValue else { return lines.removeAll { $0.hasPrefix(name + ":") } }
      let line = Substring("\(name): \(newValue)")
      if let index = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) { lines[index] = line } else { lines.append(line) }
    }
  }

  /// More than anybody sets; a larger file is left alone.
  private static let mostBytes = 1 << 20

  /// Changes values in a file, all of them or none.
  ///
  /// - Throws: ``FileError`` when the file cannot be read or written; it is as it was then.
  package static func change(_ values: [(name: String, value: String)], in path: String, files: FileOperations = .system) throws(FileError) {
    var lines = SettingLines("")
    do throws(SystemError) {
      // A link to a file that is kept elsewhere stays a link.
      let target = try? files.retrying { () throws(SystemError) in try files.resolve(path) }
      if let bytes = try files.contents(of: target ?? path, limit: mostBytes) { lines = SettingLines(String(decoding: bytes, as: UTF8.self)) }
    } catch {
      throw FileError.system(path, doing: "read", error.code)
    }
    let before = lines.text
    for (name, value) in values { lines[name] = value }
    guard lines.text != before else { return }
    try FileBytes.write(lines.text.utf8, atomicallyTo: path, files: files)
  }
}
