import Bytes
import Synchronization

/// Puts everything that the chunks brought into columns in time order: the columns of many rows on all processors, each taking the next that is left.
struct ColumnMaker: Sendable {
  let facts: FactTable
  let builders: [CodeColumnBuilder]

  /// The fewest rows for which threads are worth their while.
  private static let many = 32_768

  private enum Made: Sendable {
    case facts(FactColumns)
    case codes(Int, CodeColumn)
  }

  /// Counts up the work that was taken.
  private final class Turn: Sendable {
    let next = Atomic<Int>(0)
  }

  /// - Parameter rows: for each arrival number the row.
  func columns(_ rows: [UInt32]) -> (facts: FactColumns, codes: [CodeColumn]) {
    guard rows.count >= Self.many else { return (facts.columns(rows), builders.map { $0.column(rows) }) }
    let turn = Turn()
    let made = Workers.map(Array(0..<Workers.processors)) { _ in
      var made: [Made] = []
      while true {
        // The facts first, which take longest.
        let work = turn.next.add(1, ordering: .relaxed).oldValue
        guard work <= builders.count else { return made }
        made.append(work == 0 ? .facts(facts.columns(rows)) : .codes(work - 1, builders[work - 1].column(rows)))
      }
    }
    var ofFacts: FactColumns?
    var ofCodes: [Int: CodeColumn] = [:]
    for one in made.joined() {
      switch one {
      case .facts(let columns): ofFacts = columns
      case .codes(let number, let column): ofCodes[number] = column
      }
    }
    return (ofFacts ?? facts.columns(rows), builders.indices.map { ofCodes[$0] ?? builders[$0].column(rows) })
  }
}
