import CBytes
import SeededRandom
import Testing

@Suite("A folded text looked for in one that is not folded")
struct FoldedSearchTests {
  /// What ASCII folds to, as far as these tests need it: small letters, blanks for hyphens, nothing for apostrophes.
  private static let forms: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x27, 0x60: 0
    case 0...0x20, 0x2D: 0x20
    default: byte
    }
  }

  private struct Hit: Equatable {
    let place: Int
    let isDoubtful: Bool
  }

  private func hits(_ needle: String, anchor: Int, in text: [UInt8], way: Int32) -> [Hit] {
    withFolded(needle, anchor: anchor, text) { folded, text in
      var found: [Hit] = []
      var from = 0
      while true {
        let hit = cbytes_find_folded(way, folded, text.baseAddress, text.count, from)
        guard hit.place < text.count else { return found }
        found.append(Hit(place: hit.place, isDoubtful: hit.is_doubtful != 0))
        from = hit.place + 1
      }
    }
  }

  private func withFolded<Result>(
    _ needle: String, anchor: Int, _ text: [UInt8], _ body: (UnsafePointer<cbytes_folded>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let needle = Array(needle.utf8)
    return needle.withUnsafeBufferPointer { bytes in
      Self.forms.withUnsafeBufferPointer { forms in
        text.withUnsafeBufferPointer { text in
          let isFirm = anchor + 1 < needle.count && needle[anchor + 1] != 0x20
          var folded = cbytes_folded(
            bytes: bytes.baseAddress, length: bytes.count, anchor: anchor, has_pair: isFirm ? 1 : 0, forms: forms.baseAddress, separator: 0x2C)
          return body(&folded, text)
        }
      }
    }
  }

  private static let ways = Array(0...cbytes_best_folded_way())

  @Test(
    "Stands where its letters do, whatever their case, what is dropped between them, and how wide their blanks",
    arguments: [
      ("ceasefire", 0, "the CEASEFIRE of", [4]), ("cease fire", 6, "cease-fire, cease   fire", [6, 20]), ("baath", 0, "Ba'ath Ba`ath Bath", [0, 7]),
      ("a", 0, "", []), ("a", 0, "bA", [1]), ("ab", 0, "a", []), ("ab", 0, "a\u{C3}b", []), ("x-y", 0, "x-y", []), ("b a", 2, "b\u{1}a", [2]),
    ] as [(String, Int, String, [Int])], ways)
  func standing(_ row: (needle: String, anchor: Int, text: String, places: [Int]), way: Int32) {
    // Where it stands does not depend on what else there is before it: each place within a block is tried.
    for shift in [0, 1, 31, 54, 60, 63, 64, 65, 127] {
      let text = Array(repeating: UInt8(ascii: "."), count: shift) + Array(row.text.utf8)
      #expect(hits(row.needle, anchor: row.anchor, in: text, way: way).map(\.place) == row.places.map { $0 + shift }, "\(shift)")
    }
  }

  @Test("Is doubtful where a field or a record may end within it, or where a quote has to be read", arguments: ways)
  func doubt(_ way: Int32) {
    #expect(hits("a b", anchor: 0, in: Array("a b|a\nb|a \n b|a b".utf8), way: way).map(\.isDoubtful) == [false, true, true, false])
    #expect(hits("a,b", anchor: 0, in: Array("a,b".utf8), way: way).map(\.isDoubtful) == [true])
    #expect(hits("say \"no", anchor: 0, in: Array("SAY \"\"no\"\"".utf8), way: way) == [Hit(place: 0, isDoubtful: true)])
  }

  @Test("Is found in the same places by processors of every kind, in random texts", arguments: 0..<40)
  func everyKind(seed: Int) {
    var random = SeededGenerator(seed)
    let alphabet = Array("aAbB '`-,\n\"xé".utf8)
    let text = (0..<Int(random.next() % 400)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    for needle in ["a", "ab", "ba", "a b", "b a", "aa", "x", "ab ab", "a\"b", "bb,"] {
      for (place, byte) in needle.utf8.enumerated() where byte != 0x20 {
        let plain = hits(needle, anchor: place, in: text, way: 0)
        for way in Self.ways { #expect(hits(needle, anchor: place, in: text, way: way) == plain, "\(needle) at \(place)") }
      }
    }
  }

  @Test("Names each record that has it once, by its first place there", arguments: ways, 0..<20)
  func records(way: Int32, seed: Int) {
    var random = SeededGenerator(seed)
    let alphabet = Array("aAbB, \"é......".utf8)
    let text = (0..<Int(random.next() % 900)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    // The first record begins the text; some are empty.
    let starts = [0] + (0..<Int(random.next() % 60)).map { _ in UInt32(random.next() % UInt64(text.count + 1)) }.sorted()
    for (needle, anchor) in [("a", 0), ("ab", 1), ("a,b", 0), ("b\"a", 2), ("absent", 3)] {
      var expected: [UInt32: Bool] = [:]
      for hit in hits(needle, anchor: anchor, in: text, way: way).reversed() {
        let record = (starts.lastIndex { $0 <= hit.place } ?? 0)
        expected[UInt32(record)] = hit.isDoubtful
      }
      let found = withFolded(needle, anchor: anchor, text) { folded, text in
        [UInt32](unsafeUninitializedCapacity: starts.count) { room, count in
          guard let base = text.baseAddress else { return }
          count = cbytes_find_folded_records(way, folded, base, text.count, starts, starts.count, room.baseAddress)
        }
      }
      let doubtful: UInt32 = 1 << 31
      #expect(found == expected.map { $0 | ($1 ? doubtful : 0) }.sorted { $0 & ~doubtful < $1 & ~doubtful }, "\(needle)")
    }
  }

  @Test("Names of some records those that have it, each looked at alone", arguments: ways, 0..<20)
  func amongRecords(way: Int32, seed: Int) {
    var random = SeededGenerator(seed)
    let alphabet = Array("aAbB, \"é......".utf8)
    let text = (0..<Int(random.next() % 900)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    let starts = [0] + (0..<Int(random.next() % 60)).map { _ in UInt32(random.next() % UInt64(text.count + 1)) }.sorted()
    let some = starts.indices.filter { _ in random.next() % 3 == 0 }
    for (needle, anchor) in [("a", 0), ("ab", 1), ("a,b", 0), ("b\"a", 2), ("absent", 3)] {
      let expected: [UInt32] = some.compactMap { record in
        let end = record + 1 < starts.count ? Int(starts[record + 1]) : text.count
        let hit = hits(needle, anchor: anchor, in: Array(text[Int(starts[record])..<end]), way: way).first
        return hit.map { UInt32(record) | ($0.isDoubtful ? 1 << 31 : 0) }
      }
      var found = some.map { UInt32($0) }
      let count = withFolded(needle, anchor: anchor, text) { folded, text in
        text.baseAddress.map { cbytes_find_folded_among(way, folded, $0, text.count, starts, starts.count, &found, found.count) } ?? 0
      }
      #expect(Array(found[..<count]) == expected, "\(needle)")
    }
  }
}
