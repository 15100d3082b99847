/// Numbers for the distinct byte strings of a column, so that a word is copied once a file and found as a number on every other row.
///
/// ```
/// slots    –  8c1f…3  –  –  a07e…1  –         half of a word's hash and its number + 1, open addressing, at most half full
/// words    0 → "Syria" …                      of each: its hash, its outer bytes and where it stands
/// arena    "SyriaAngolaMali"                  the bytes end to end, in blocks that never move
/// last     1 "Angola"                         what was asked for last
/// ```
/// The hash has a seed of its own in every process, so no file can be made to collide on purpose. A word may bear a note: what was known beside it when
/// it was first met.
///
/// One thread adds words. A word that was counted when something was handed over never changes nor moves, so any other thread may read it.
final class WordTable: @unchecked Sendable {
  /// The table for loops over many rows: a bare pointer, good as long as the table.
  let words = Words()
  /// Tables whose arenas some words of this one stand in.
  private var lenders: [ObjectIdentifier: WordTable] = [:]

  deinit { words.free() }

  var count: Int { words.count }

  func text(_ number: Int) -> String { String(decoding: words.bytes(number), as: UTF8.self) }
  func note(_ number: Int) -> UnsafeBufferPointer<UInt8> { words.note(number) }

  /// Takes over words of another table, which must live as long as it is used by anybody; those that are known keep their numbers.
  ///
  /// - Returns: their numbers here.
  func adopt(_ range: Range<Int>, of other: WordTable) -> [UInt32] {
    let before = count
    let numbers = range.map { words.adopt(other.words.word($0)) }
    if count > before { lenders[ObjectIdentifier(other)] = other }
    return numbers
  }
}

/// One of the words of a table: where it stands, with its note behind it.
struct Word: @unchecked Sendable {
  let start: UnsafePointer<UInt8>?
  let count: Int
  let noteCount: Int
  let hash: UInt64
  let edges: Edges

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}
