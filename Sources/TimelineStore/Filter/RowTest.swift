import Bytes
import EDTF
import TimelineModel

/// A question that each row of a column answers with yes or no, for all rows at once.
///
/// A generic type and not a closure, so that the loop over millions of rows is compiled for each of them.
protocol RowTest: Sendable {
  /// The answers of a run of rows that begins with a word of a ``Bitset``, 64 to a word.
  func words(of rows: Range<Int>) -> [UInt64]
}

extension Bitset {
  /// The rows below a bound that pass the test.
  ///
  /// - Complexity: O(bound), about a nanosecond a row and processor.
  init(bound: Int, passing test: some RowTest) {
    let parts = Workers.parts(of: (bound + 63) / 64, atLeast: 2_048)
    let words = Workers.map(parts) { part in test.words(of: part.lowerBound << 6..<min(bound, part.upperBound << 6)) }
    self.init(words: words.count == 1 ? words[0] : Array(words.joined()), bound: bound)
  }

  /// The answers of one row after another, each 0 or 1, put together to words.
  @inline(__always)
  static func words(of rows: Range<Int>, _ answer: (Int) -> UInt64) -> [UInt64] {
    Array(unsafeUninitializedCapacity: (rows.count + 63) / 64) { words, count in
      var first = rows.lowerBound
      while first < rows.upperBound {
        var bits: UInt64 = 0
        for row in first..<min(first + 64, rows.upperBound) { bits |= answer(row) &<< UInt64(truncatingIfNeeded: row - first) }
        words.initializeElement(at: count, to: bits)
        count += 1
        first += 64
      }
    }
  }
}

/// Whether the value of a row is one of those wanted, where there are few values.
struct CodeTest<Code: ColumnCode>: RowTest {
  private let column: [Code]
  /// 1 for each value that is wanted, and behind the last value 0 for those that are none.
  private let answers: [UInt8]

  /// - Parameter isWanted: asked once for every value that there may be.
  init(_ column: [Code], values: Int = Code.valueCount, _ isWanted: (Int) -> Bool) {
    self.column = column
    answers = (0..<values).map { isWanted($0) ? 1 : 0 } + [0]
  }

  func words(of rows: Range<Int>) -> [UInt64] {
    column.withUnsafeBufferPointer { column in
      answers.withUnsafeBufferPointer { answers in
        let none = answers.count - 1
        return Bitset.words(of: rows) { UInt64(answers[min(column[$0].tableIndex, none)]) }
      }
    }
  }
}

/// A value of a column by which a table can be looked up.
protocol ColumnCode: Sendable {
  /// How many values the type has, where that is a number for a table.
  static var valueCount: Int { get }
  /// From 0, below the number of values.
  var tableIndex: Int { get }
}

/// Codes are counted by their dictionary; all ones stand for none.
extension UInt8: ColumnCode {
  static var valueCount: Int { 256 }
  var tableIndex: Int { self == .max ? .max : Int(self) }
}

extension UInt16: ColumnCode {
  static var valueCount: Int { 65_536 }
  var tableIndex: Int { self == .max ? .max : Int(self) }
}

extension UInt32: ColumnCode {
  static var valueCount: Int { 0 }
  var tableIndex: Int { Int(self) }
}

extension Int8: ColumnCode {
  static var valueCount: Int { 256 }
  var tableIndex: Int { Int(UInt8(bitPattern: self)) }
}

extension Precision: ColumnCode {
  static var valueCount: Int { 256 }
  var tableIndex: Int { Int(rawValue) }
}

extension RowMarks: ColumnCode {
  static var valueCount: Int { 256 }
  var tableIndex: Int { Int(rawValue) }
}

/// Whether any of the codes of a row is one of those wanted.
struct AnyCodeTest: RowTest {
  /// Where each row's codes start, and the end of the last.
  let starts: [UInt32]
  let codes: [UInt32]
  let isWanted: [Bool]

  /// The codes are gone through, not the rows: few are wanted, and the row of one of these is found by going on from that of the last.
  func words(of rows: Range<Int>) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (rows.count + 63) / 64)
    let end = min(rows.upperBound, starts.count - 1)
    guard rows.lowerBound < end else { return words }
    words.withUnsafeMutableBufferPointer { words in
      starts.withUnsafeBufferPointer { starts in
        codes.withUnsafeBufferPointer { codes in
          isWanted.withUnsafeBufferPointer { isWanted in
            var row = rows.lowerBound
            for position in Int(starts[row])..<Int(starts[end]) where isWanted[Int(codes[position])] {
              while Int(starts[row + 1]) <= position { row += 1 }
              words[(row - rows.lowerBound) >> 6] |= 1 &<< UInt64(truncatingIfNeeded: row - rows.lowerBound)
            }
          }
        }
      }
    }
    return words
  }
}

/// Whether a figure, which may be a range, fits a condition.
struct FigureTest: RowTest {
  let figures: [PackedFigure]
  let test: NumberTest
  /// Must every number of the range fit, rather than may one.
  let isSure: Bool

  func words(of rows: Range<Int>) -> [UInt64] {
    figures.withUnsafeBufferPointer { figures in
      Bitset.words(of: rows) { row in
        guard let range = figures[row].range else { return 0 }
        return isSure ? test.mustHold(low: range.low, high: range.high) : test.mayHold(low: range.low, high: range.high)
      }
    }
  }
}

/// Whether a number fits a condition.
struct CountTest: RowTest {
  let counts: [UInt16]
  let test: NumberTest

  func words(of rows: Range<Int>) -> [UInt64] {
    counts.withUnsafeBufferPointer { counts in
      Bitset.words(of: rows) { test.mayHold(low: Int(counts[$0]), high: Int(counts[$0])) }
    }
  }
}
