import Testing
import TimelineModel
import TimelineStore

@Suite("Completion")
struct CompletionTests {
  let store = EventStore(SmallTimeline.timeline)

  @Test(
    "offers what may stand where the cursor is (⟦⟧)",
    arguments: [
      ("ki⟦⟧", ["kind:"]), ("who⟦⟧", ["actor:"]), ("count⟦⟧", ["country_name:"]), ("actor:hayas⟦⟧", []), ("actor:Հայ⟦⟧", ["armenia"]),
      ("actor:azer⟦⟧", ["azerbaijan"]), ("kind:war actor:rus⟦⟧ susa", ["russia"]), ("actor:armenia,r⟦⟧", ["armenia", "armenia-mod", "russia"].suffix(2)),
      ("place:zo⟦⟧", ["sotk"]), ("kind:\"shelling, a⟦⟧", ["\"Shelling, artillery\""]), ("side:a⟦⟧", ["armenian", "azerbaijani"]), ("era:la⟦⟧", ["late"]),
      ("precision:mo⟦⟧", ["month"]), ("has:⟦⟧", ["place", "casualties", "dispute", "accounts"]), ("weight:⟦⟧", ["2", "1", "3"]), ("since:to⟦⟧", ["today"]),
      ("killed:⟦⟧", []), ("source:gaz⟦⟧", ["gazette-1"]), ("country_name:t⟦⟧", ["Türkiye"]), ("sure:kil⟦⟧", ["killed:"]), ("-ki⟦⟧", ["kind:"]),
      ("ki⟦⟧nd:war", ["kind:"]), ("arm⟦⟧", ["actor:armenia", "side:armenian", "actor:armenia-mod"]), ("sot⟦⟧", ["place:sotk"]),
    ])
  func offers(marked: String, expected: [String]) {
    let parts = marked.split(separator: "⟦⟧", omittingEmptySubsequences: false).map(String.init)
    let cursor = parts[0].utf8.count
    let offered = store.completions(for: parts.joined(), at: cursor)
    #expect(Set(offered.map(\.text)).isSuperset(of: expected.filter { !$0.isEmpty }) || expected.isEmpty)
    #expect(offered.isEmpty == expected.isEmpty || !expected.isEmpty)
    for completion in offered { #expect(completion.replace.lowerBound <= cursor && cursor <= completion.replace.upperBound) }
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
