import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Compares a screen with the drawing of that name in `Drawings/`.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the drawings anew; read them as a reader of the program would before you commit them.
func expectDrawing(_ name: String, _ drawn: String, file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation) {
  var folder = file.description.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  if folder.hasSuffix("/Support") { folder = String(folder.dropLast("/Support".count)) }
  let path = "\(folder)/Drawings/\(name).txt"
  let text = drawn + "\n"
  if getenv("RECORD_SNAPSHOTS") != nil {
    #expect(Files.write(text, to: path), "\(path) cannot be written", sourceLocation: sourceLocation)
    return
  }
  guard let known = Files.read(path) else {
    Issue.record("There is no drawing \(name); RECORD_SNAPSHOTS=1 makes it", sourceLocation: sourceLocation)
    return
  }
  if known != text { Issue.record("\(name) is drawn differently (- as it was, + as it is):\n\(difference(known, text))", sourceLocation: sourceLocation) }
}

/// The lines that differ, each with its number.
private func difference(_ old: String, _ new: String) -> String {
  let (old, new) = (old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false))
  var lines: [String] = []
  for index in 0..<max(old.count, new.count) {
    let (before, after) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
    guard before != after else { continue }
    if let before { lines.append("\(index + 1)- \(before)") }
    if let after { lines.append("\(index + 1)+ \(after)") }
  }
  return lines.joined(separator: "\n")
}

/// Small files as text, by the C library alone.
private enum Files {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
