import Testing
import TimelineModel

@Suite("Codes for words")
struct CodeTests {
  private final class Words: WordSource {
    func word(_ number: Int) -> String { "w\(number)" }
  }

  private static func packed(_ codes: [UInt32], bound: Int) -> PackedCodes { codes.withUnsafeBufferPointer { PackedCodes($0, bound: bound) } }

  @Test("Codes take as many bytes as the largest needs, and none is none in each", arguments: [255, 256, 65_535, 65_536])
  func packing(bound: Int) {
    let codes: [UInt32] = [0, UInt32(bound - 1), PackedCodes.none, 7]
    let packed = Self.packed(codes, bound: bound)
    #expect(packed.count == 4 && (0..<4).map { packed[$0] } == codes)
    switch packed {
    case .bytes: #expect(bound == 255)
    case .halves: #expect(bound == 256 || bound == 65_535)
    case .words: #expect(bound == 65_536)
    }
  }

  @Test(
    "Renumbered, a code has its new number in as many bytes as that needs; one that has none becomes none", arguments: [255, 256, 65_536], [255, 256, 65_536])
  func renumbering(before: Int, after: Int) {
    let numbers = [UInt32(after - 1), 0, PackedCodes.none]
    let packed = Self.packed([0, 1, 2, 3, PackedCodes.none], bound: before).renumbered(numbers, bound: after)
    #expect((0..<5).map { packed[$0] } == [UInt32(after - 1), 0, PackedCodes.none, PackedCodes.none, PackedCodes.none])
  }

  @Test("Words of a source are made into text when one of them is asked for, and a new one comes behind them")
  func source() {
    var dictionary = CodeDictionary(Words(), count: 3)
    #expect(dictionary.count == 3 && dictionary.value(2) == "w2" && dictionary.source != nil && dictionary.known("w1") == 1 && dictionary.known("w3") == nil)
    #expect(dictionary.code(for: "w1") == 1 && dictionary.source == nil)
    #expect(dictionary.code(for: "w3") == 3 && dictionary.code(for: "new") == 4 && dictionary.values == ["w0", "w1", "w2", "w3", "new"])
    #expect(dictionary.value(4) == "new")
  }

  @Test("Of equal words that were kept the first stands")
  func distinct() {
    var dictionary = CodeDictionary(distinct: ["a", "b", "a"])
    #expect(dictionary.known("a") == 0 && dictionary.code(for: "a") == 0 && dictionary.code(for: "c") == 3)
  }

  @Test("Lists of one code say the same as lists with ends")
  func single() {
    let lists = CodeLists(dictionary: CodeDictionary(distinct: ["a", "b"]), single: Self.packed([1, PackedCodes.none, 0], bound: 2))
    #expect(lists.codes == [1, 0] && lists.ends == [1, 1, 2] && !lists.isEmpty)
    #expect(CodeLists().isEmpty)
  }

  @Test("Ends that run backward or out of the codes are put right")
  func ends() {
    let lists = CodeLists(dictionary: CodeDictionary(distinct: ["a"]), codes: [0, 0, 0], ends: [2, 1, -5, 99])
    #expect(lists.ends == [2, 2, 2, 3])
  }

  @Test("What is made when it is first asked for is made once, whoever asks at the same time")
  func lazily() async {
    let made = Made()
    let value = Lazily { made.count() }
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<50 { group.addTask { value.value } }
      for await number in group { #expect(number == 1) }
    }
    #expect(made.times == 1 && value.value == 1)
  }

  /// Counts how often it was made.
  private final class Made: @unchecked Sendable {
    // Asked under the lock of the value alone.
    private(set) var times = 0
    func count() -> Int {
      times += 1
      return times
    }
  }
}
