import TimelineModel

/// The columns that one lane fills, and the words that it has met: memory that is made once and used for stretch after stretch, by one thread at a time.
final class LaneColumns: @unchecked Sendable {
  private(set) var singles: [WordColumn] = []
  private(set) var lists: [WordListColumn] = []
  private var singleTables: [WordTable] = []
  private var listTables: [WordTable] = []
  private(set) var facts: UnsafeMutablePointer<RowFacts>
  private(set) var capacity = 2_048
  private var room: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 512)
  private var madeRecentPlaces: RecentPlaces?
  /// What is to be looked at in the rows of a run.
  let doubts: UnsafeMutablePointer<RowDoubts> = .allocate(capacity: RecordRun.mostRecords)

  init() { facts = .allocate(capacity: capacity) }

  deinit {
    for column in singles { column.free() }
    for column in lists { column.free() }
    facts.deallocate()
    room.deallocate()
    doubts.deallocate()
    madeRecentPlaces?.free()
  }

  /// The places met lately, for a schema that looks there.
  var recentPlaces: RecentPlaces {
    if let madeRecentPlaces { return madeRecentPlaces }
    let made = RecentPlaces()
    madeRecentPlaces = made
    return made
  }

  /// Room for some bytes, good until it is asked for again.
  @inline(__always)
  func scratch(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if let start = room.baseAddress, count <= room.count { return start }
    room.deallocate()
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * count)
    room = UnsafeMutableBufferPointer(start: start, count: 2 * count)
    return start
  }

  func addSingle() -> WordColumn {
    let table = WordTable()
    let column = WordColumn(table.words, rows: capacity)
    singleTables.append(table)
    singles.append(column)
    return column
  }

  func addList() -> WordListColumn {
    let table = WordTable()
    let column = WordListColumn(table.words, rows: capacity)
    listTables.append(table)
    lists.append(column)
    return column
  }

  /// Makes room for twice as many rows.
  func grow() {
    let more = capacity * 2
    for column in singles { column.grow(from: capacity, to: more) }
    for column in lists { column.grow(from: capacity, to: more) }
    facts.move(capacity, to: more)
    capacity = more
  }

  /// Gives one of the columns with one word a row and makes it empty.
  func takeSingle(_ number: Int, rows: Int) -> LaneColumn {
    LaneColumn(codes: singles[number].take(rows), words: singleTables[number], count: singleTables[number].count)
  }

  /// The same for one of those with lists.
  func takeList(_ number: Int, rows: Int) -> LaneColumn {
    LaneColumn(codes: lists[number].take(rows), words: listTables[number], count: listTables[number].count)
  }
}

extension UnsafeMutablePointer {
  /// Moves what stands here to where there is more room, and gives the old memory back.
  mutating func move(_ count: Int, to capacity: Int) {
    let larger = Self.allocate(capacity: capacity)
    larger.moveInitialize(from: self, count: count)
    deallocate()
    self = larger
  }
}
