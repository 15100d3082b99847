/// By which byte a text file sets its fields apart.
package struct CSVDialect: Hashable, Sendable {
  package let separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  package static let csv = CSVDialect(separator: UInt8(ascii: ","))
  static let tsv = CSVDialect(separator: UInt8(ascii: "\t"))
  private static let known: [CSVDialect] = [csv, tsv, CSVDialect(separator: UInt8(ascii: ";")), CSVDialect(separator: UInt8(ascii: "|"))]

  /// The dialect in which the first lines of a file fall into the most fields, the same number in each; by the name where that says nothing.
  ///
  ///     CSVDialect.guess(name: "events.csv", head: "date;title\n1994;Ceasefire\n")   // semicolons
  ///
  /// - Parameter head: the first kilobytes; a last line that is cut off is not counted.
  package static func guess(name: String, head: UnsafeBufferPointer<UInt8>) -> CSVDialect {
    let usual = name.lowercased().hasSuffix(".tsv") || name.lowercased().hasSuffix(".tab") ? tsv : csv
    var best = (score: 0, dialect: usual)
    for dialect in known {
      let score = score(of: dialect, head)
      if score > best.score || score == best.score && score > 0 && dialect == usual { best = (score, dialect) }
    }
    return best.dialect
  }

  /// How many of the first lines agree with the first in their number of fields, weighed by that number; 0 when there is but one field.
  private static func score(of dialect: CSVDialect, _ head: UnsafeBufferPointer<UInt8>) -> Int {
    let memory = CSVMemory()
    let walk = CSVWalk(head, dialect: dialect, memory: memory)
    guard walk.next(), walk.count > 1 else { return 0 }
    let columns = walk.count
    var agreeing = 1
    var seen = 1
    while seen < 20, walk.next(), !walk.isCutOff {
      seen += 1
      if walk.count == columns { agreeing += 1 }
    }
    return agreeing * 1_000 / seen * 100 + min(columns, 99)
  }
}
