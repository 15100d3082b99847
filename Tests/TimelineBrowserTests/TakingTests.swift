import Terminal
import Testing
import TimelineBrowser
import TimelineModel

@Suite("Taking something along")
struct TakingTests {
  private func at(_ id: String) -> Session {
    var session = Session()
    session.press(":")
    session.type("open \(id)")
    session.press("Enter")
    return session
  }

  @Test("A citation is asked for in the form that is chosen", arguments: [("c", CitationForm.chicago), ("b", .bibtex), ("m", .markdown)])
  func citations(_ row: (key: String, form: CitationForm)) {
    var session = at("siege")
    session.press("y")
    #expect(session.shows("Cite as") && session.shows(row.form.title))
    session.press(row.key)
    guard case .cite(let event, let form)? = session.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(event.id == "siege" && form == row.form)
  }

  @Test(
    "The permalink is a command line that a shell reads back",
    arguments: [
      ([], "", "annals --event rally"), (["x y.yaml", "-"], "", "annals 'x y.yaml' - --event rally"),
      ([], "kind:political", "annals --filter kind:political --event rally"),
      ([], "\"first rally\" until:1990", "annals --filter '\"first rally\" until:1990' --event rally"),
      (["it's.yaml"], "", "annals 'it'\\''s.yaml' --event rally"), ([""], "", "annals '' --event rally"),
    ])
  func permalinks(_ row: (arguments: [String], filter: String, line: String)) {
    var session = Session(settings: Settings(arguments: row.arguments))
    session.press("f")
    session.type(row.filter)
    session.press("Enter", "Y")
    #expect(session.effects.last == .copy(row.line))
    #expect(session.notice == "Printed when you leave: \(row.line)")
  }

  @Test(
    "Only addresses of the web are ever opened",
    arguments: [
      ("https://example.org/a?b=c#d", true), ("HTTP://EXAMPLE.ORG", true), ("ftp://example.org", false), ("file:///etc/passwd", false),
      ("javascript:alert(1)", false),
      ("https://example.org/\u{1b}[2J", false), ("https://example.org/a b", false), ("https://example.org/\"x", false), ("https://exämple.org", false),
      ("", false),
    ])
  func webAddresses(_ row: (url: String, isWeb: Bool)) {
    #expect(BrowserState.isWebAddress(row.url) == row.isWeb)
  }

  @Test("A source's address is shown before anything is opened")
  func sources() {
    var session = at("siege")
    session.press("o")
    #expect(session.shows("Open in the web browser") && session.shows("http://example.org/a") && session.shows("no address"))
    session.press("1")
    #expect(session.effects.isEmpty, "ftp is not opened")
    session.press("o", "4")
    #expect(session.effects.last == .openURL("https://example.org/atlas?id=1&x=y"))
    session.press("S-Tab", "Enter")
    #expect(session.shows("Atlas of Treaties: Armistice of 1994") && session.shows("https://example.org/atlas?id=1&x=y"))
    session.press("o")
    #expect(session.effects.count == 2)
    session.press("S-Tab", "o")
    #expect(session.notice == "Belmark Ministry of Defence: this source has no address")
  }

  @Test("What has no source or no place in a file says so")
  func without() {
    var session = at("court")
    session.press("o")
    #expect(session.notice == "This event names no source")
    session.press("e")
    #expect(session.notice == "It is not known where in a file this event stands")
  }

  @Test(
    "The codes of an event are explained",
    arguments: [("village", "EDTF level 1"), ("no-date", "3: detail"), ("combining", "the publisher's own word"), ("treaty-draft", "open")])
  func explained(_ row: (id: String, words: String)) {
    var session = at(row.id)
    session.press("x")
    #expect(session.shows("What the codes mean") && session.shows(row.words))
    session.press("Enter")
    #expect(session.state.menu == nil && session.place == .event)
  }

  @Test("Themes and the pane go round, are remembered, and are taken by name")
  func preferences() {
    var session = Session()
    session.press("t")
    #expect(session.effects.last == .save(Preferences(theme: "light", pane: .right)))
    session.press("t", "t", "t", "p")
    #expect(session.effects.last == .save(Preferences(theme: "dark", pane: .below)))
    session.press("p", "J")
    #expect(session.notice.contains("no detail pane"))
    session.press("p")
    #expect(session.state.settings.preferences.pane == .right)
    for (line, notice) in [
      ("theme mono", "Theme: mono"), ("theme pink", "pink is none of dark, light, high-contrast, mono"), ("detail-pane off", "Detail pane: off"),
      ("detail-pane up", "up is none of right, below, off"),
    ] {
      session.press(":")
      session.type(line)
      session.press("Enter")
      #expect(session.notice == notice)
    }
    var own = Session(settings: Settings(preferences: Preferences(theme: "gone"), themes: []))
    own.press("t")
    #expect(own.notice == "Theme: gone")
  }

  @Test("The screen is redrawn, the program suspended, and ^C names the way out")
  func screen() {
    var session = Session()
    session.press("^L", "^Z", "^C")
    #expect(session.effects == [.redraw, .suspend] && session.notice == "Nothing is running; Q leaves")
    session.send(.said(Notice("It broke", .error)))
    #expect(session.notice == "It broke" && session.roles.split(separator: "\n").last?.contains("X") == true)
  }

  @Test(
    "Drawn anew or suspended, the picture is the same picture, and what was typed so far still counts",
    arguments: [["5"], ["1", "2"], ["]"], ["m"], ["D"], [","], [":", "s"], ["f", "a"], ["/", "t"], ["c", "x"], ["a", "j"], ["Enter", "3"]])
  func sameAgain(keys: [String]) {
    var session = Session()
    var undisturbed = Session()
    for key in keys {
      session.press(key)
      undisturbed.press(key)
    }
    session.press("^L", "^Z")
    #expect(session.screen == undisturbed.screen && session.roles == undisturbed.roles && session.effects.suffix(2) == [.redraw, .suspend])
    session.press("j")
    undisturbed.press("j")
    #expect(session.screen == undisturbed.screen && session.roles == undisturbed.roles)
  }

  @Test("Esc and the key behind it count as both when they come together, as over a slow line, unless that is a key of its own")
  func escapeAndKey() {
    var session = Session()
    session.press("Enter")
    session.send(.key(.alt("?")))
    #expect(session.place == .help && session.state.views.count == 1)
    // What is being typed is not thrown away for it.
    session.press("/")
    session.send(.key(.alt("Q")))
    #expect(session.state.prompt != nil && session.effects.isEmpty)
    session.press("Esc")
    session.send(.key(.alt("Q")))
    #expect(session.effects == [.quit])
  }

  @Test("q leaves from the first view alone, Esc never, Q from anywhere")
  func leaving() {
    var session = Session()
    session.press("Esc", "Esc", "Esc")
    #expect(session.effects.isEmpty && session.notice == "q leaves")
    session.press("Enter", "C", "?", "Esc", "Esc", "Esc")
    #expect(session.place == .timeline && session.effects.isEmpty)
    session.press("Enter", "Q")
    #expect(session.effects == [.quit])
    session.press("q", "q")
    #expect(session.effects == [.quit, .quit])
  }
}
