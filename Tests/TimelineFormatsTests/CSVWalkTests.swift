import SeededRandom
import Testing
import TimelineFormats

@Suite("The walk over delimited text")
struct CSVWalkTests {
  /// All records with the faults that the plain reading counts too.
  static func walk(_ text: String, separator: Character = ",", limits: ReadingLimits = .standard) -> [PlainCSV.Record] {
    walk(Array(text.utf8), separator: separator.asciiValue ?? 0x2C, limits: limits)
  }

  static func walk(_ bytes: [UInt8], separator: UInt8, limits: ReadingLimits = .standard, pace: CSVWalk.Pace = .single) -> [PlainCSV.Record] {
    bytes.withUnsafeBufferPointer { bytes in
      let memory = CSVMemory()
      let walk = CSVWalk(bytes, dialect: CSVDialect(separator: separator), memory: memory, limits: limits, pace: pace)
      var records: [PlainCSV.Record] = []
      while walk.next() {
        records.append(
          PlainCSV.Record(
            line: walk.line, fields: (0..<walk.count).map { Array(walk[$0]) }, openQuotes: walk.faults.count { $0.kind == .unterminatedQuote },
            tails: walk.faults.count { $0.kind == .textAfterQuote }))
      }
      return records
    }
  }

  static func texts(_ text: String) -> [[String]] { walk(text).map { $0.fields.map { String(decoding: $0, as: UTF8.self) } } }

  @Test(
    "Fields are what stands between separators, quotes taken off",
    arguments: [
      ("a,b\n", [["a", "b"]]),
      ("a,b", [["a", "b"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]),
      ("\"a, b\",c\n", [["a, b", "c"]]),
      ("\"say \"\"no\"\"\",c\n", [["say \"no\"", "c"]]),
      ("\"two\nlines\",c\nd,e\n", [["two\nlines", "c"], ["d", "e"]]),
      ("a\r\nb\r\n", [["a"], ["b"]]),
      ("a\rb\r", [["a"], ["b"]]),
      ("\n\na\n\nb\n\n", [["a"], ["b"]]),
      ("\"\",\"\"\"\"\n", [["", "\""]]),
      ("a \"b\" c,d\n", [["a \"b\" c", "d"]]),
      ("\"a\" b,c\n", [["a b", "c"]]),
      ("", []), ("\n", []), (",", [["", ""]]), ("\"", [["\""]]), ("\"\"", [[""]]),
    ] as [(String, [[String]])])
  func fields(text: String, records: [[String]]) { #expect(Self.texts(text) == records) }

  @Test("A quote that is never closed spoils its own row and no other")
  func unterminated() {
    let text = "a,b\n1,\"open\n2,x\n3,\"y, z\"\n4,w\n"
    #expect(Self.texts(text) == [["a", "b"], ["1", "\"open"], ["2", "x"], ["3", "y, z"], ["4", "w"]])
    #expect(Self.walk(text).map(\.openQuotes) == [0, 1, 0, 0, 0])
    #expect(Self.walk(text).map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test("A record knows its line, whatever lines the fields before it have")
  func lines() { #expect(Self.walk("h\n\"a\n\nb\"\n\nc\r\nd\re\n").map(\.line) == [1, 2, 6, 7, 8]) }

  @Test("A carriage return alone within quotes is text, and no line ends there")
  func returnsWithinQuotes() {
    #expect(Self.walk("h\n\"a\rb\",c\nd,e\n").map(\.line) == [1, 2, 3])
    #expect(Self.texts("h\n\"a\rb\",c\n") == [["h"], ["a\rb", "c"]])
  }

  @Test("Twenty thousand random documents are read as the plain reading reads them", arguments: 0..<8)
  func random(batch: Int) {
    var generator = SeededGenerator(batch + 20)
    let letters = Array("\"\"\",,,\n\n\r;ab é".utf8)
    let calm = Array("abc def,,\"\n".utf8)
    for number in 0..<AtLength.cases(usually: 20_000) / 8 {
      let alphabet = number % 3 == 0 ? calm : letters
      let length = number % 10 == 0 ? Int.random(in: 0...400, using: &generator) : Int.random(in: 0...40, using: &generator)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let plain = PlainCSV.records(bytes, separator: 0x2C)
      for pace in [CSVWalk.Pace.single, .ahead] {
        let ours = Self.walk(bytes, separator: 0x2C, pace: pace)
        guard ours == plain else {
          Issue.record("\(pace): \(String(decoding: bytes, as: UTF8.self).debugDescription)\n  ours \(ours)\n plain \(plain)")
          return
        }
      }
    }
  }

  @Test("Looking ahead finds in large regular texts, with odd stretches in between, what scanning row by row finds", arguments: 0..<12)
  func ahead(seed: Int) {
    var generator = SeededGenerator(seed + 900)
    var text: [UInt8] = []
    let fields = ["", "a", "north bank", "\"two, three\"", "\"say \"\"no\"\"\"", "\"two\nlines\"", "Şuşa", "\"\"", "12.50", "a \"b\" c"]
    let ends = seed % 3 == 0 ? ["\r\n"] : ["\n"]
    while text.count < 3 * RecordWindow.bytes / 2 {
      let row = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        // The last of them is regular nowhere; most texts have none.
        fields[Int.random(in: 0..<(seed % 4 == 1 ? fields.count : fields.count - 1), using: &generator)]
      }
      text += row.joined(separator: ",").utf8
      text += (ends[0]).utf8
      if Int.random(in: 0..<400, using: &generator) == 0 { text += ["\n", "\"open,x\n", "a\rb\n", "\u{0}\n"][Int.random(in: 0..<4, using: &generator)].utf8 }
      if Int.random(in: 0..<900, using: &generator) == 0 { text += String(repeating: "long ", count: 30_000).utf8 }
    }
    let limits = ReadingLimits(recordBytes: seed % 2 == 0 ? 1 << 20 : 5_000, columns: seed % 5 == 0 ? 7 : 100)
    let (one, other) = (Self.walk(text, separator: 0x2C, limits: limits), Self.walk(text, separator: 0x2C, limits: limits, pace: .ahead))
    #expect(one.count == other.count)
    #expect(zip(one, other).first { $0 != $1 }.map { "\($0.line) \($0.fields) \($1.line) \($1.fields)" } == nil)
  }

  /// How much a walk looks at at once.
  private enum RecordWindow { static let bytes = 1 << 17 }

  @Test("A walk can begin anywhere that another stood")
  func place() {
    let bytes = Array("a,b\n\"c\nd\",e\nf,g\n".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let memory = CSVMemory()
      let first = CSVWalk(bytes, dialect: .csv, memory: memory)
      _ = first.next()
      _ = first.next()
      let second = CSVWalk(bytes, dialect: .csv, memory: memory, from: first.place)
      _ = second.next()
      #expect(second.line == 4 && Array(second[0]) == Array("f".utf8) && !second.isCutOff)
      let isOver = !second.next()
      #expect(isOver)
    }
  }

  @Test("Ten thousand columns are read, and beyond the limit a row is cut with a word")
  func columns() {
    let row = String(repeating: "x,", count: 9_999) + "y\n"
    #expect(Self.walk(row + row).map(\.fields.count) == [10_000, 10_000])
    let bytes = Array("1,2,3,4,5\n6,7\n".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let memory = CSVMemory()
      let walk = CSVWalk(bytes, dialect: .csv, memory: memory, limits: ReadingLimits(columns: 3))
      _ = walk.next()
      #expect(walk.count == 3 && walk.faults == [CSVFault(kind: .tooManyColumns, offset: 6)])
      _ = walk.next()
      #expect(walk.count == 2 && walk.faults.isEmpty)
    }
  }

  @Test("A line that is too long is cut and the next one is whole, whatever lines end in", arguments: ["x", "\"x", "x,"], ["\n", "\r\n", "\r"])
  func longLine(piece: String, lineEnd: String) {
    let text = String(repeating: piece, count: 300) + lineEnd + "next,row" + lineEnd
    let records = Self.walk(text, limits: ReadingLimits(recordBytes: 100))
    #expect(records.last.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } } == ["next", "row"])
    #expect(records.last?.line == 2)
    #expect(records.count == 2)
  }

  @Test("A file of nothing but open quotes takes time in proportion to its length")
  func openQuotes() {
    // Each row opens a quote that only the next row's quote could close, with text behind it.
    let text = String(repeating: "a,\"b\"\"\n", count: 20_000)
    let records = Self.walk(text)
    #expect(records.count == 20_000)
  }

  @Test(
    "The separator is the one by which the lines agree",
    arguments: [
      ("a.csv", "date,title\n1994,x\n", ","), ("a.csv", "date;title\n1994;x, y\n", ";"), ("a.csv", "date\ttitle\n1994\tx\n", "\t"),
      ("a.tsv", "one\ntwo\n", "\t"), ("a.txt", "a|b\nc|d\n", "|"), ("a.csv", "one\n", ","), ("a.csv", "a,b;c\n1,2\n3,4\n", ","),
    ] as [(String, String, Character)])
  func dialect(name: String, text: String, separator: Character) {
    let dialect = Array(text.utf8).withUnsafeBufferPointer { CSVDialect.guess(name: name, head: $0) }
    #expect(dialect.separator == separator.asciiValue)
  }
}
