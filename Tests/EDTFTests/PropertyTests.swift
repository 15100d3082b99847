import EDTF
import SeededRandom
import Testing

@Suite("EDTF, whatever comes")
struct PropertyTests {
  /// Every valid text of the tables.
  static let texts: [String] = [validDates, libraryOfCongressExamples].joined(separator: "\n").split(separator: "\n").compactMap { line in
    line.split(separator: "|").first.map { String($0.dropLast()) }
  }

  @Test("The earliest day is never after the latest")
  func order() throws {
    for text in PropertyTests.texts {
      let date = try EDTFDate(text)
      if let earliest = date.earliest, let latest = date.latest { #expect(earliest <= latest, "\(text)") }
    }
  }

  @Test("A bound that is missing is open, unknown or too far, and says which")
  func missing() throws {
    for text in PropertyTests.texts {
      let date = try EDTFDate(text)
      #expect((date.earliest == nil) == (date.isOpenStart || date.isUnknownStart || (date.boundsProblem != nil && date.earliest == nil)), "\(text)")
      if date.boundsProblem != nil { #expect(date.earliest == nil || date.latest == nil, "\(text)") }
      if date.earliest == nil, !date.isOpenStart, !date.isUnknownStart { #expect(date.boundsProblem != nil, "\(text)") }
      if date.latest == nil, !date.isOpenEnd, !date.isUnknownEnd { #expect(date.boundsProblem != nil, "\(text)") }
    }
  }

  @Test("What is read keeps its text and reads the same again")
  func again() throws {
    for text in PropertyTests.texts {
      let date = try EDTFDate(text)
      #expect(date.text == text && date.description == text)
      #expect(try EDTFDate(date.text) == date)
    }
  }

  @Test("Every date has words and a label, in ASCII where asked for")
  func printable() throws {
    for text in PropertyTests.texts {
      let date = try EDTFDate(text)
      #expect(!date.words.isEmpty && date.words.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(text)")
      let label = date.label(within: 2004, ascii: true)
      #expect(!label.isEmpty && label.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(text)")
      #expect(date.label(within: nil).unicodeScalars.count <= 26, "\(text)")
    }
  }

  @Test("A hundred thousand mutations neither trap nor read as anything out of order")
  func mutations() {
    var random = SeededGenerator(100_000)
    let letters = Array("0123456789X-/.,[]{}?~%YESTZ:+ xé".utf8)
    var valid = 0
    for _ in 0..<100_000 {
      var bytes = Array((PropertyTests.texts.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let letter = letters.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(letter, at: at)
        case 1 where at < bytes.count: bytes.remove(at: at)
        case 2 where at < bytes.count: bytes[at] = letter
        default: bytes.append(contentsOf: bytes.prefix(at).suffix(4))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do {
        let date = try EDTFDate(text)
        valid += 1
        if let earliest = date.earliest, let latest = date.latest, earliest > latest { Issue.record("\(text) is out of order") }
        if date.words.isEmpty || date.label(within: 1985).isEmpty { Issue.record("\(text) has no words") }
      } catch {
        if !(0...text.utf8.count).contains(error.offset) { Issue.record("\(text) fails outside itself") }
      }
    }
    #expect(valid > 5_000)
  }

  @Test("Random bytes never trap")
  func noise() {
    var random = SeededGenerator(7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? EDTFDate(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("A text of fifty thousand bytes is read in one pass", arguments: ["1", "X", "?", "-", "/", ".", "[", "Y9", "1985,", "é", " ", "u", "–"])
  func huge(unit: String) {
    let long = String(repeating: unit, count: 50_000 / unit.utf8.count)
    for text in [long, "Y1" + long, "[" + long + "1985]", "{1985" + long, "Y1E1" + long, "1950S" + long, "1985/" + long] {
      guard let date = try? EDTFDate(text) else { continue }
      #expect(date.words.utf8.count < 1_000)
      #expect(date.label(within: nil).utf8.count < 40)
    }
  }
}
