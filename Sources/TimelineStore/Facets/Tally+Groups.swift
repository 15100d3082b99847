import Bytes

/// In which groups each row is.
///
/// A generic type and not a closure, so that the loop over millions of rows is compiled for each of them.
protocol RowGroups: Sendable {
  /// How many groups there are; they are numbered from 0.
  var count: Int { get }
  func visitGroups(of row: Int, _ body: (Int) -> Void)
}

/// A row is in one group, that of its value.
struct ValueGroups<Code: ColumnCode>: RowGroups {
  let column: [Code]
  let count: Int

  init(_ column: [Code], count: Int = Code.valueCount) {
    self.column = column
    self.count = count
  }

  @inline(__always)
  func visitGroups(of row: Int, _ body: (Int) -> Void) { body(column[row].tableIndex) }
}

extension Columns {
  /// The sums of each group over the rows of a set.
  ///
  /// - Complexity: one pass over the rows of the set, some 5 ns a row, group and processor.
  func tallies(_ groups: some RowGroups, of set: Bitset) -> [Tally] {
    let parts = Workers.parts(of: set.words.count, atLeast: 2_048)
    let tallies = Workers.map(parts) { [self] part in self.tallies(groups, of: set, words: part) }
    guard var sum = tallies.first else { return Array(repeating: Tally(), count: groups.count) }
    for other in tallies.dropFirst() {
      for group in sum.indices { sum[group].add(other[group]) }
    }
    return sum
  }

  private func tallies(_ groups: some RowGroups, of set: Bitset, words: Range<Int>) -> [Tally] {
    var tallies = Array(repeating: Tally(), count: groups.count)
    tallies.withUnsafeMutableBufferPointer { tallies in
      withSums { reader in
        set.visit(words: words) { row in
          let sums = reader.sums(of: row)
          groups.visitGroups(of: row) { tallies[$0].add(sums) }
        }
      }
    }
    return tallies
  }

  /// The sums of one group.
  func tally(of set: Bitset) -> Tally {
    var tally = Tally()
    withSums { reader in set.visit { tally.add(reader.sums(of: $0)) } }
    return tally
  }
}

extension Bitset {
  /// Calls the body with the rows of a range of words, in rising order.
  @inline(__always)
  func visit(words range: Range<Int>, _ body: (Int) -> Void) {
    words.withUnsafeBufferPointer { words in
      for word in range {
        var bits = words[word]
        while bits != 0 {
          body(word << 6 + bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
    }
  }
}
