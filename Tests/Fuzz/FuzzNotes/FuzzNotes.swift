import Bytes
import Fuzzing
import Notebook
import TimelineModel

/// The journal of a reader's notes, damaged in any way: what is whole is read, what is not is set aside and told, and what is written afterwards is there.
///
/// Nobody guesses a checksum: a line of the input that begins with `!` gets its length and its sum here, by a reckoning of our own.
enum FuzzNotes: FuzzTarget {
  private static let path = MemoryFiles.folder + "/a.journal"

  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    checkDamaged(Array(lines.map { $0.first == UInt8(ascii: "!") ? signed($0.dropFirst()) : $0 }.joined(separator: [UInt8(ascii: "\n")])))
    checkWritten(lines.prefix(40), cutAt: lines.last.map { $0.reduce(0) { $0 &* 31 &+ Int($1) } } ?? 0)
  }

  /// A record with its length and its sum in front.
  private static func signed(_ fields: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var sum = UInt32.max
    for byte in fields {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    let digits = String(~sum, radix: 16)
    return (Array("\(fields.count) ".utf8) + [UInt8](repeating: 0x30, count: 8 - digits.utf8.count) + Array("\(digits) ".utf8) + fields)[...]
  }

  // MARK: - Any file

  private static func checkDamaged(_ text: [UInt8]) {
    let disk = MemoryFiles()
    disk[path] = text
    let journal = Journal(path, files: disk.operations)
    guard let loaded = try? journal.load() else { return demand(false, "it cannot be read") }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for problem in loaded.problems {
      demand(problem.location.file == path && (1...lines.count).contains(problem.location.line), "a problem outside of its file: \(problem)")
    }
    let aside = disk[journal.damagedPath]?.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() ?? []
    demand(aside.elementsEqual(loaded.problems.map { lines[$0.location.line - 1] }), "what is damaged is not set aside as it was")

    guard let again = try? journal.load() else { return demand(false, "mended, it cannot be read") }
    demand(again.problems.isEmpty, "mended, it is still damaged: \(again.problems)")
    demand(Held(again.margin) == Held(loaded.margin), "mended, it holds something else")

    var margin = again.margin
    let entry = margin.write(.note(on: "added", "Words\n\tbehind"), now: 0, by: 9)
    demand((try? journal.append([entry])) != nil, "nothing can be added")
    demand((try? journal.load()).map { Held($0.margin) } == Held(margin), "what was added is not there")
  }

  // MARK: - What a reader writes

  private static func checkWritten(_ pieces: ArraySlice<ArraySlice<UInt8>>, cutAt place: Int) {
    var margin = Marginalia()
    // A second program that knows nothing of the first.
    var other = Marginalia()
    var entries: [JournalEntry] = []
    for (index, piece) in pieces.enumerated() {
      let (choice, who) = (piece.first ?? 0, piece.dropFirst().first ?? 0)
      let words = String(decoding: piece.dropFirst(2), as: UTF8.self)
      let event = ["sotk", "", "Շուշի", words][Int(who >> 1) % 4]
      let fact: Fact =
        switch choice % 4 {
        case 0: .note(on: event, words)
        case 1: .bookmark(event, isSet: choice & 4 == 0)
        case 2: .mark(String(words.prefix(1)), choice & 4 == 0 ? event : nil)
        default: .visit(Visit(event: event, title: words, filter: words, order: "date"))
        }
      entries.append(who & 1 == 0 ? margin.write(fact, now: Int64(index), by: 1) : other.write(fact, now: Int64(index), by: 2))
    }
    let all = Held(Marginalia(entries))
    demand(Held(Marginalia(entries.reversed())) == all, "another order, and another margin")
    demand(Held(Marginalia(Marginalia(entries).entries)) == all, "the fewest entries make another margin")

    let disk = MemoryFiles()
    let journal = Journal(path, files: disk.operations)
    guard (try? journal.append(entries)) != nil, let whole = disk[path] else { return demand(entries.isEmpty, "it cannot be written") }
    demand((try? journal.load()).map { Held($0.margin) } == all, "what was written is not what is read")
    demand(disk[journal.damagedPath] == nil, "what was written is damaged")

    disk[path] = Array(whole.prefix(Int(place.magnitude % UInt(whole.count + 1))))
    let last = JournalEntry(Stamp(time: 1 << 40, writer: 3), .note(on: "last", "x"))
    demand((try? journal.append([last])) != nil && (try? journal.load())?.margin.note(on: "last") == "x", "cut off, it takes nothing more")
  }

  /// What a margin says, apart from what it remembers of how that came about.
  private struct Held: Equatable {
    private var notes: [Identifier: String?] = [:]
    private let bookmarks: Set<Identifier>
    private let marks: [String: Identifier]
    private let visit: Visit?

    init(_ margin: Marginalia) {
      for event in margin.notedEvents { notes[event] = margin.note(on: event) }
      bookmarks = Set(margin.bookmarkedEvents)
      marks = Dictionary(margin.marks.map { ($0.letter, $0.event) }) { first, _ in first }
      visit = margin.lastVisit
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzNotes.test(bytes, count) }
