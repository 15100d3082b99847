import SeededRandom
import Testing
import TimelineFormats
import TimelineModel

@Suite("Random damage")
struct NativeMutationTests {
  /// Pieces that have a meaning somewhere in the format.
  private static let pieces =
    [
      ":", ": ", "-", "- ", "\n", "\n\n", " ", "  ", "\t", "\"", "'", "[", "]", "{", "}", ",", "#", " #", "|", ">", "|-\n", "&a", "*a", "!x", "%", "@", "?",
      "? ", "---\n", "\\",
      "\0", "\r", "\r\n", "\u{FEFF}", "é", "\u{2028}", "~", "id: ", "date: 9", "{low: 1}", "-1", "99999999999999999999", "1e400", "nan", "Y1E9", "\u{80}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  @Test("Twenty thousand damaged timelines are read without a trap, and every problem lies inside its file", arguments: 0..<20)
  func mutations(batch: Int) throws {
    let clean = try Fixtures.river()
    var random = SeededGenerator(batch + 1)
    for round in 0..<1000 {
      var files = clean
      let victim = Int.random(in: 0..<files.count, using: &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&files[victim].bytes, &random) }
      // Most often the damaged file alone, which is quicker; every tenth time in its company.
      if round % 10 > 0 { files = [files[victim]] }
      let result = NativeFormat.read(files)
      let ends = Dictionary(files.map { ($0.name, lines(of: $0.bytes)) }) { first, _ in first }
      for problem in result.problems {
        let lines = try #require(ends[problem.location.file], "\(problem)")
        guard problem.location.line >= 1, problem.location.line <= lines.count, problem.location.column >= 1,
          problem.location.column <= lines[problem.location.line - 1] + 1
        else {
          Issue.record("\(problem) is outside its file\n\(String(decoding: files[files.count == 1 ? 0 : victim].bytes, as: UTF8.self))")
          return
        }
      }
      #expect(result.problems.map(\.location) == result.problems.map(\.location).sorted())
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...12, using: &random)))
    case 2: bytes.removeSubrange(place...)
    case 3:
      let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
    }
  }

  /// The scalars of every line, as the reader counts lines and scalars.
  private func lines(of bytes: [UInt8]) -> [Int] {
    var counts = [0]
    var former: Unicode.Scalar?
    var scalars = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    for scalar in scalars {
      if former == "\r", scalar != "\n" { counts.append(0) }
      counts[counts.count - 1] += 1
      if scalar == "\n" { counts.append(0) }
      former = scalar
    }
    if former == "\r" { counts.append(0) }
    return counts
  }
}
