import SmallTimeline
import Testing
import TimelineModel
import TimelineStore

@Suite("Completion")
struct CompletionTests {
  let store = EventStore(SmallTimeline.timeline)

  @Test(
    "offers what may stand where the cursor is (⟦⟧)",
    arguments: [
      ("kin⟦⟧", ["kind:"]), ("who⟦⟧", ["actor:"]), ("country_n⟦⟧", ["country_name:"]), ("actor:hayas⟦⟧", []), ("actor:Հայ⟦⟧", ["armenia"]),
      ("actor:azer⟦⟧", ["azerbaijan"]), ("kind:war actor:rus⟦⟧ susa", ["russia"]), ("actor:armenia,r⟦⟧", ["armenia", "russia"]),
      ("place:zo⟦⟧", ["sotk"]), ("kind:\"shelling, a⟦⟧", ["\"Shelling, artillery\""]), ("side:a⟦⟧", ["armenian", "azerbaijani"]), ("era:la⟦⟧", ["late"]),
      ("precision:mo⟦⟧", ["month"]), ("has:⟦⟧", ["place", "casualties", "dispute", "accounts", "bookmark", "note"]), ("weight:⟦⟧", ["1", "2", "3"]),
      ("since:to⟦⟧", ["today"]),
      ("killed:⟦⟧", []), ("source:gaz⟦⟧", ["gazette-1"]), ("country_name:t⟦⟧", ["Türkiye"]), ("sure:kil⟦⟧", ["killed:"]), ("-ki⟦⟧", ["kind:", "killed:"]),
      ("kin⟦⟧d:war", ["kind:"]), ("arm⟦⟧", ["actor:armenia", "side:armenian", "place:armenia-country", "actor:armenia-mod"]), ("sot⟦⟧", ["place:sotk"]),
    ])
  func offers(marked: String, expected: [String]) {
    let parts = marked.split(separator: "⟦⟧", omittingEmptySubsequences: false).map(String.init)
    let cursor = parts[0].utf8.count
    let offered = store.completions(for: parts.joined(), at: cursor)
    #expect(offered.map(\.text) == expected)
    for completion in offered { #expect(completion.replace.lowerBound <= cursor && cursor <= completion.replace.upperBound) }
  }

  @Test(
    "leaves beside the clause under the cursor all that is written",
    arguments: [
      ("actor:armenia pla⟦⟧ since:2020", "actor:armenia  since:2020"), ("⟦⟧actor:armenia kind:war", " kind:war"), ("kind:war  ⟦⟧  x", "kind:war    x"),
      ("⟦⟧", ""),
    ])
  func rest(marked: String, rest: String) {
    let parts = marked.split(separator: "⟦⟧", omittingEmptySubsequences: false).map(String.init)
    #expect(store.rest(of: parts.joined(), at: parts[0].utf8.count) == rest)
    #expect(store.rest(of: "kind:war", at: -7) == "" && store.rest(of: "kind:war", at: 700) == "")
  }

  @Test("puts the most frequent first, and fields before values")
  func order() {
    #expect(store.completions(for: "actor:", at: 6).map(\.text) == ["armenia", "azerbaijan", "armenia-mod", "russia"])
    #expect(store.completions(for: "actor:", at: 6).map(\.count) == [4, 4, 1, 1])
    #expect(store.completions(for: "", at: 0).map(\.text).prefix(3) == ["actor:", "side:", "kind:"])
    #expect(store.completions(for: "s", at: 1).map(\.text).prefix(4) == ["side:", "source:", "since:", "sources:"])
  }

  @Test("replaces the value under the cursor and nothing else")
  func replaces() {
    #expect(store.completions(for: "kind:war actor:azer susa", at: 19).first == Completion(replace: 15..<19, text: "azerbaijan", label: "Azerbaijan", count: 4))
    #expect(store.completions(for: "ki:war", at: 2).first?.replace == 0..<3)
    #expect(store.completions(for: "-arm", at: 4).first?.replace == 1..<4)
  }
}
