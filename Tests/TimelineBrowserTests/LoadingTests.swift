import Terminal
import Testing
import TimelineBrowser
import TimelineModel
import TimelineStore

@Suite("While files are being read")
struct LoadingTests {
  private static let file = GrowingSample(["c 1992", "b 1991", "d 1993", "a 1990", "e 1994", "b 1995", "z 1989"])
  private static let nothing = EventStore(Timeline(id: "", title: "ged.csv"))

  /// A session that has the first rows of a file.
  private static func session(_ count: Int, _ columns: Int = 120, _ rows: Int = 40) -> Session {
    var session = Session(columns, rows, store: nothing)
    session.send(.loading(file.progress(0)))
    session.load(count, of: file)
    return session
  }

  @Test("Before the first rows are there, the screen says that they are coming")
  func empty() {
    var session = Session(store: Self.nothing)
    session.send(.loading(Progress(bytesRead: 0, bytesInAll: nil, events: 0)))
    #expect(session.shows("ged.csv") && session.shows("The first events are on their way. q leaves."))
    for key in ["j", "Enter", "/", "x", "Enter", "a", "q", "s", "w"] { session.press(key) }
    session.load(1, of: Self.file)
    #expect(session.selectedID == "c" && session.shows("1 event"))
  }

  @Test(
    "How much has been read stands in the footer, with the key that stops it",
    arguments: [
      (Progress(bytesRead: 105, bytesInAll: 256, events: 164_000), "Reading 41 %  164,000 events  ^C stops"),
      (Progress(bytesRead: .max, bytesInAll: 1, events: 1), "Reading 100 %  1 event  ^C stops"),
      (Progress(bytesRead: 50, bytesInAll: nil, events: 1_234_567), "Reading: 1,234,567 events  ^C stops"),
    ])
  func progress(progress: Progress, words: String) {
    var session = Session()
    session.send(.loading(progress))
    #expect(session.footer.contains(words))
    session.press("^C")
    #expect(session.effects.last == .cancelWork && session.footer.contains(words))
    session.send(.loading(nil))
    #expect(!session.shows("Reading"))
  }

  @Test(
    "Numbers have a comma after every third digit",
    arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_000, "-1,000"), (-100, "-100"), (.max, "9,223,372,036,854,775,807")])
  func grouped(number: Int, text: String) { #expect(Progress.grouped(number) == text) }

  @Test("A reader who has not moved stays at the beginning, wherever that is as more is read")
  func untouched() {
    var session = Self.session(1)
    #expect(session.selectedID == "c")
    session.load(3, of: Self.file)
    #expect(session.selectedID == "b")
    session.load(7, of: Self.file, isAll: true)
    #expect(session.selectedID == "z" && session.state.progress == nil && session.notice.isEmpty)
  }

  @Test("One who has moved stays with the event, also when another has the same id")
  func moved() {
    var session = Self.session(6)
    session.press("G")
    #expect(session.selectedID == "b" && session.shows("Event b of 1995"))
    session.load(7, of: Self.file)
    #expect(session.state.selected == Row(6))
    session.press("g", "j", "j")
    #expect(session.selectedID == "b" && session.state.selected == Row(2))
    session.load(7, of: Self.file, isAll: true)
    #expect(session.state.selected == Row(2))
  }

  @Test("Filter, search, page and the way back stay, and take in what is new")
  func keepsThePlace() {
    var session = Self.session(3)
    session.press("f")
    session.type("since:1991")
    session.press("Enter", "/")
    session.type("event")
    session.press("Enter")
    #expect(session.footer.contains("of 3"))
    session.press("Enter")
    let open = session.currentID
    session.load(7, of: Self.file)
    #expect(session.currentID == open && session.place == .event && session.filter == "since:1991" && session.count == 5)
    session.press("q", "n")
    session.load(7, of: Self.file, isAll: true)
    #expect(session.footer.contains("of 5"))
  }

  @Test("A menu of events that is open leads where it did")
  func menu() {
    var timeline = Sample.timeline
    var session = Session()
    session.press(":")
    session.type("open sotk-artillery")
    session.press("Enter", "w")
    guard let menu = session.state.menu else { return }
    timeline.events.append(Event(id: "first-of-all", date: date("1900"), title: "Long before", kind: .clash))
    session.send(.loaded(EventStore(timeline), [], Progress(bytesRead: 1, bytesInAll: 2, events: 1)))
    #expect(session.state.menu?.items.map(\.label) == menu.items.map(\.label))
    session.press("1")
    #expect(session.currentID != "first-of-all" && session.shows(menu.items[0].label.split(separator: " ").dropFirst().joined(separator: " ")))
  }

  @Test("Problems are counted when all has been read, and listed while it is")
  func problems() {
    var session = Self.session(2)
    session.load(3, of: Self.file, problems: DrawingTests.problems)
    #expect(session.notice.isEmpty)
    session.press("P")
    #expect(session.place == .problems)
    session.load(7, of: Self.file, isAll: true, problems: DrawingTests.problems + DrawingTests.problems)
    #expect(session.notice == "4 problems in the data; P lists them" && session.place == .problems)
  }

  @Test("A file that changed on disk is told of until it is read again")
  func changed() {
    var session = Session()
    session.send(.filesChanged("ged.csv has grown by 640 bytes since it was read"))
    session.press("j")
    #expect(session.footer.contains("R reads again: ged.csv has grown by 640 bytes"))
    session.press("R")
    #expect(session.effects == [.reload] && !session.shows("ged.csv") && session.footer.contains("Reading"))
    session.send(.loaded(Sample.store, []))
    #expect(!session.shows("Reading"))
    session.send(.filesChanged("ged.csv is no longer there"))
    session.send(.filesChanged(nil))
    #expect(!session.shows("R reads again"))
  }

  @Test("A visit that begins at an event stands there, however many come before it")
  func beginning() {
    var session = Session(store: Self.nothing)
    session.send(.loading(Self.file.progress(0)))
    var found = [session.state.begin(atEvent: "e")]
    session.load(5, of: Self.file)
    found.append(session.state.begin(atEvent: "e"))
    session.load(7, of: Self.file, isAll: true)
    #expect(found == [false, true] && session.currentID == "e" && session.place == .event)
  }

  @Test("It is drawn like this", arguments: [(120, 40), (80, 24), (40, 12)])
  func drawing(columns: Int, rows: Int) { expectDrawing("loading-\(columns)x\(rows)", Self.session(5, columns, rows).screen) }
}
