import Notebook
import SeededRandom
import Testing
import TimelineModel

@Suite("What stands in the margin")
struct MarginaliaTests {
  @Test("A note is there until it is written empty")
  func notes() {
    var margin = Marginalia()
    #expect(margin.note(on: "sotk") == nil)
    _ = margin.write(.note(on: "sotk", "first"), now: 100, by: 1)
    #expect(margin.note(on: "sotk") == "first")
    _ = margin.write(.note(on: "sotk", "second"), now: 200, by: 1)
    #expect(margin.note(on: "sotk") == "second")
    #expect(margin.notedEvents == ["sotk"])
    _ = margin.write(.note(on: "sotk", ""), now: 300, by: 1)
    #expect(margin.note(on: "sotk") == nil)
    #expect(margin.notedEvents.isEmpty)
    #expect(margin.entries.isEmpty)
  }

  @Test("Bookmarks, marks and the last visit hold as they were set last, however the entries come")
  func latest() {
    let entries = [
      Samples.entry(1, .bookmark("sotk", isSet: true)), Samples.entry(5, .bookmark("sotk", isSet: false)), Samples.entry(3, .bookmark("sotk", isSet: true)),
      Samples.entry(2, .mark("a", "sotk")), Samples.entry(4, .mark("a", "siege")), Samples.entry(4, .mark("b", "sotk")), Samples.entry(6, .mark("b", nil)),
      Samples.entry(8, .visit(Visit(event: "siege", title: "Title", filter: "", order: "date"))),
      Samples.entry(7, .visit(Visit(event: "sotk", title: "Title", filter: "", order: "date"))),
      Samples.entry(9, .bookmark("siege", isSet: true)),
    ]
    for order in [entries, entries.reversed(), entries + entries] {
      let margin = Marginalia(order)
      #expect(!margin.isBookmarked("sotk"))
      #expect(margin.bookmarkedEvents == ["siege"])
      #expect(margin.marks.map(\.letter) == ["a"])
      #expect(margin.event(marked: "a") == "siege")
      #expect(margin.event(marked: "b") == nil)
      #expect(margin.lastVisit?.event == "siege")
    }
  }

  @Test("Two notes that were written without knowledge of each other are both shown, until one is written in place of both")
  func concurrent() {
    var here = Marginalia()
    var there = Marginalia()
    let first = here.write(.note(on: "sotk", "mine"), now: 100, by: 1)
    let second = there.write(.note(on: "sotk", "yours"), now: 50, by: 2)
    here.take(second)
    there.take(first)
    #expect(here == there)
    #expect(here.note(on: "sotk") == "yours\n\nmine")
    let both = here.write(.note(on: "sotk", "ours"), now: 10, by: 1)
    #expect(here.note(on: "sotk") == "ours")
    there.take(both)
    #expect(there.note(on: "sotk") == "ours")
    #expect(both.replaced.count == 2)
  }

  @Test("Who deletes a note does not delete the one that somebody else is writing in its place")
  func deletedMeanwhile() {
    var here = Marginalia()
    let first = here.write(.note(on: "sotk", "old"), now: 1, by: 1)
    var there = Marginalia([first])
    let deleted = here.write(.note(on: "sotk", ""), now: 2, by: 1)
    _ = there.write(.note(on: "sotk", "new"), now: 3, by: 2)
    there.take(deleted)
    #expect(there.note(on: "sotk") == "new")
  }

  @Test("What is written is later than all that is there, even when the clock goes back or stands at its end", arguments: [Int64.min, 0, 99, 100, 101, .max])
  func clock(_ now: Int64) {
    var margin = Marginalia([Samples.note(100, "sotk", "old")])
    let entry = margin.write(.note(on: "sotk", "new"), now: now, by: 1)
    #expect(entry.stamp.time == max(101, now))
    #expect(margin.note(on: "sotk") == "new")
    #expect(margin.write(.bookmark("x", isSet: true), now: now, by: 1).stamp > entry.stamp || now == .max)
  }

  @Test("What holds now undoes what is about to be written")
  func undo() {
    var margin = Marginalia(Samples.all)
    for fact in [
      Fact.note(on: "brussels", ""), .bookmark("sotk", isSet: false), .mark("a", nil), .visit(Visit(event: "x", title: "Title", filter: "", order: "date")),
    ] {
      let before = margin
      let back = margin.present(insteadOf: fact)
      _ = margin.write(fact, now: 1_000, by: 1)
      if let back { _ = margin.write(back, now: 2_000, by: 1) }
      #expect(margin.note(on: "brussels") == before.note(on: "brussels"))
      #expect(margin.isBookmarked("sotk") == before.isBookmarked("sotk"))
      #expect(margin.event(marked: "a") == before.event(marked: "a"))
      #expect(margin.lastVisit == before.lastVisit)
    }
    #expect(Marginalia().present(insteadOf: .visit(Visit(event: "x", title: "Title", filter: "", order: "date"))) == nil)
  }

  @Test("Whatever the order of the entries, and however often each comes, the margin is the same", arguments: 1...50)
  func order(_ seed: Int) {
    var random = SeededGenerator(seed)
    // Several programs write, each knowing some of what the others wrote.
    var programs = [Marginalia(), Marginalia(), Marginalia()]
    var written: [JournalEntry] = []
    for time in 0..<40 {
      let writer = Int.random(in: 0..<3, using: &random)
      let event = ["sotk", "siege", "brussels"].randomElement(using: &random) ?? ""
      let fact: Fact =
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .bookmark(event, isSet: Bool.random(using: &random))
        case 1: .mark("ab".map(String.init).randomElement(using: &random) ?? "", Bool.random(using: &random) ? event : nil)
        case 2: .note(on: event, "")
        default: .note(on: event, "words \(time)")
        }
      written.append(programs[writer].write(fact, now: Int64.random(in: 0...50, using: &random), by: UInt32(writer)))
      if let heard = written.randomElement(using: &random) { programs[(writer + 1) % 3].take(heard) }
    }
    let margin = Marginalia(written)
    for _ in 0..<5 { #expect(Marginalia((written + written.prefix(10)).shuffled(using: &random)) == margin) }
    let again = Marginalia(margin.entries)
    #expect(again.entries == margin.entries)
    #expect(again.notedEvents.sorted() == margin.notedEvents.sorted())
    for event in margin.notedEvents { #expect(again.note(on: event) == margin.note(on: event)) }
  }
}
