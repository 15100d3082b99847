import EDTF
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

/// A store too large to be looked through at once: no key waits for that, and what is found comes when it is known.
@Suite("Looking through large data")
struct GoingOnTests {
  private struct Rows: EventDecoder {
    func event(at index: Int) -> Event {
      Event(id: "row-\(index)", date: EDTFDate(Day(Int64(index))), title: GoingOnTests.title(index), kind: EventKind(rawValue: "clash"))
    }
  }

  private static func title(_ index: Int) -> String { index == 21_500 ? "A needle in the hay" : "Straw \(index)" }

  private static let store: EventStore = {
    var builder = StoreBuilder(Timeline(id: "large", title: "Large"))
    let source = builder.addSource(Rows())
    for first in stride(from: 0, to: 24_000, by: 2_000) {
      var chunk = RowChunk()
      for index in first..<first + 2_000 {
        chunk.addText(title(index))
        chunk.append(RowFacts(date: EDTFDate(Day(Int64(index))), kind: chunk.kinds.code(for: "clash"), id: "row-\(index)"))
      }
      builder.append(chunk, from: source)
    }
    return builder.snapshot()
  }()

  /// Lets the program go on as often as it asks to, as the loop does.
  private func goOn(_ session: inout Session, atMost times: Int = 1_000) -> Int {
    var heard = 0
    while heard < times, session.effects.count(where: { $0 == .goOn }) > session.goneOn {
      session.goneOn += 1
      heard += 1
      session.send(.goOn)
    }
    return heard
  }

  @Test("A rare word is looked for between the keys, and the cursor goes to it when it is found")
  func rare() {
    var session = Session(80, 24, store: Self.store)
    session.press("/")
    session.type("needle")
    #expect(session.footer.hasSuffix("looking …") && session.selectedID == "row-0")
    #expect(goOn(&session) > 1)
    #expect(session.selectedID == "row-21500" && session.footer.hasSuffix("1 of 1"))
    session.press("Esc")
    #expect(session.selectedID == "row-0")
  }

  @Test("A word that is not quite near is found before all text has been looked through")
  func notQuiteNear() {
    var session = Session(80, 24, store: Self.store)
    session.press("/")
    session.type("straw 5000")
    #expect(session.selectedID == "row-0")
    #expect(goOn(&session, atMost: 5) == 5)
    #expect(session.selectedID == "row-5000" && session.footer.hasSuffix("looking …"))
    _ = goOn(&session)
    #expect(session.selectedID == "row-5000" && session.footer.hasSuffix("1 of 2"))
  }

  @Test("A common word is found at once; only how often it stands there is told later")
  func common() {
    var session = Session(80, 24, store: Self.store)
    session.press("j", "j", "/")
    session.type("straw 7")
    #expect(session.selectedID == "row-7" && session.footer.hasSuffix("looking …"))
    _ = goOn(&session)
    #expect(session.selectedID == "row-7" && session.footer.hasSuffix("1 of 7962"))
  }

  @Test("Enter does not wait; the hit comes unless the reader has gone elsewhere", arguments: [false, true])
  func accepted(goesElsewhere: Bool) {
    var session = Session(80, 24, store: Self.store)
    session.press("/")
    session.type("needle")
    session.press("Enter")
    #expect(session.footer.contains("/needle: looking …"))
    session.press("n")
    #expect(session.notice.contains("Still looking"))
    if goesElsewhere { session.press("j") }
    _ = goOn(&session)
    #expect(session.selectedID == (goesElsewhere ? "row-1" : "row-21500"))
    if goesElsewhere {
      session.press("n")
      #expect(session.selectedID == "row-21500")
    }
    session.press("H")
    #expect(session.selectedID == (goesElsewhere ? "row-1" : "row-0"))
  }

  @Test("What is nowhere is said when all has been looked through")
  func absent() {
    var session = Session(80, 24, store: Self.store)
    session.press("/")
    session.type("xyzzy")
    session.press("Enter")
    _ = goOn(&session)
    #expect(session.notice == "Nothing found for xyzzy" && session.selectedID == "row-0")
  }

  @Test(
    "Letters that come together come to what they come to one by one",
    arguments: [
      "/needle", "/straw 12", "fkind:cl", "factor:", "f(((", "@1994", "@nonsense", ":zoom", "jj/hay", "5jg3G", "a/bel", "?/page", "mxjj'x", "cA note: 1 < 2",
    ])
  func together(keys: String) {
    var (one, other) = (Session(80, 24, store: Self.store), Session(80, 24, store: Self.store))
    one.type(keys)
    other.typeAtOnce(keys)
    _ = (goOn(&one), goOn(&other))
    #expect(one.screen == other.screen)
    one.press("Enter")
    other.press("Enter")
    _ = (goOn(&one), goOn(&other))
    #expect(one.screen == other.screen && one.selectedID == other.selectedID)
  }

  @Test("Another letter drops what was begun, and only one piece of work is ever asked for at a time")
  func dropped() {
    var session = Session(80, 24, store: Self.store)
    session.press("/")
    for letter in ["n", "e", "e", "d", "x"] {
      session.type(letter)
      #expect(session.effects.count { $0 == .goOn } <= session.goneOn + 1)
      _ = goOn(&session, atMost: 2)
    }
    _ = goOn(&session)
    #expect(session.state.search?.query.text == "needx" && session.state.search?.hits?.isEmpty == true && session.footer.hasSuffix("nothing found"))
    session.press("^U")
    #expect(goOn(&session) == 0)
  }

  @Test("A filter with words counts while one types and waits for its events when it is accepted, and Esc gives it up")
  func filter() {
    var session = Session(80, 24, store: Self.store)
    session.press("f")
    session.type("needle")
    #expect(session.state.prompt?.count == nil)
    session.press("Enter")
    #expect(session.footer.hasSuffix("looking …") && session.count == 24_000)
    _ = goOn(&session)
    #expect(session.state.prompt == nil && session.count == 1 && session.filter == "needle")
    session.press("u", "f")
    session.type("straw kin")
    session.press("Esc")
    _ = goOn(&session)
    #expect(session.state.prompt == nil && session.count == 24_000)
  }
}
