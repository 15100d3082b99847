import EDTF
import Testing
import TimelineModel

@Suite("The words of the model")
struct WordsTests {
  @Test(
    "A mistaken word finds the nearest that is known, unless none is near",
    arguments: [
      ("armeina", "armenia"), ("ARMENIA", "armenia"), ("azerbaijn", "azerbaijan"), ("armenia", "armenia"), ("xyz", nil), ("", nil),
      ("russia-mod", "russian-mod"),
      ("a", nil), ("tukrey", "turkey"), ("aremnia", "armenia"),
    ] as [(String, String?)])
  func suggestions(_ row: (word: String, nearest: String?)) {
    #expect(Suggestion.nearest(to: row.word, in: ["armenia", "azerbaijan", "russian-mod", "turkey"]) == row.nearest)
  }

  @Test("Of equally near words the first in the alphabet is taken, and long ones cost no more than their beginning")
  func ties() {
    #expect(Suggestion.nearest(to: "bat", in: ["cat", "hat", "bad"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", in: []) == nil)
    let long = String(repeating: "x", count: 10_000)
    #expect(Suggestion.nearest(to: long, in: [long + "y"]) == long + "y")
  }

  @Test("Every known kind has a meaning; the bands are of fighting and of talks, a publisher's own word is in neither", arguments: EventKind.known)
  func kinds(_ kind: EventKind) {
    #expect(kind.meaning != nil)
    let expected: Band? =
      ["war", "clash", "atrocity"].contains(kind.rawValue) ? .fighting : ["ceasefire", "agreement", "mediation"].contains(kind.rawValue) ? .talks : nil
    #expect(kind.band == expected)
    #expect(EventKind.known.count { $0 == kind } == 1)
  }

  @Test("A publisher's own word is a kind without meaning and band")
  func foreignKind() {
    let kind = EventKind(rawValue: "state-based")
    #expect(kind.meaning == nil && kind.band == nil && !EventKind.known.contains(kind))
  }

  @Test("Every link reads both ways, and its arrow says what came first", arguments: Link.Kind.allCases)
  func links(_ kind: Link.Kind) {
    #expect(!kind.forward.isEmpty && !kind.backward.isEmpty)
    #expect((kind.forward == kind.backward) == (kind == .sameAs))
    let towards: [Link.Kind: Link.Direction] = [
      .follows: .fromTarget, .respondsTo: .fromTarget, .implements: .fromTarget, .breaches: .fromTarget, .leadsTo: .toTarget,
    ]
    #expect(kind.direction == towards[kind] ?? .neither)
    #expect(kind.claimsCause == [.leadsTo, .respondsTo, .breaches].contains(kind))
    #expect(Link(kind, "other", source: "s").target == "other")
  }

  @Test("Findings are made by third parties alone", arguments: Actor.Kind.allCases)
  func findings(_ kind: Actor.Kind) {
    #expect(kind.mayFind == [.finder, .court, .organisation, .monitors].contains(kind))
  }

  @Test(
    "A problem is said in one form everywhere: place, severity, what, remedy",
    arguments: [
      (SourceLocation(file: "a.yaml", line: 3, column: 7), "a.yaml:3:7"), (SourceLocation(file: "a.yaml", line: 3), "a.yaml:3"),
      (SourceLocation(file: "a.yaml"), "a.yaml"),
      (SourceLocation(file: "a.yaml", line: 0, column: 9), "a.yaml"),
    ])
  func problems(_ row: (location: TimelineModel.SourceLocation, place: String)) {
    let bare = Problem(.warning, at: row.location, code: "c", "It is odd")
    #expect(bare.description == "\(row.place): warning: It is odd.")
    let whole = Problem(.error, at: row.location, code: "c", "It is wrong", remedy: "Mend it")
    #expect(whole.description == "\(row.place): error: It is wrong. Mend it.")
    #expect(whole.words == "It is wrong. Mend it.")
  }

  @Test("Places in files stand in order of file, line and column")
  func locations() {
    let inOrder = [
      SourceLocation(file: "a", line: 1, column: 2), SourceLocation(file: "a", line: 2, column: 1), SourceLocation(file: "a", line: 2, column: 5),
      SourceLocation(file: "b"),
    ]
    #expect(inOrder.reversed().sorted() == inOrder)
  }
}
