import TimelineModel

/// A column with one word a row at most, while a stretch is read: a bare pointer for the loop over its rows, good as long as the ``LaneColumns`` it is of.
struct WordColumn: @unchecked Sendable {
  private struct State {
    var codes: UnsafeMutablePointer<UInt32>
    var isEmpty = true
  }

  let words: Words
  private let state: UnsafeMutablePointer<State>

  init(_ words: Words, rows: Int) {
    self.words = words
    state = .allocate(capacity: 1)
    state.initialize(to: State(codes: .allocate(capacity: rows)))
    state.pointee.codes.initialize(repeating: PackedCodes.none, count: rows)
  }

  func free() {
    state.pointee.codes.deallocate()
    state.deallocate()
  }

  func grow(from rows: Int, to more: Int) {
    state.pointee.codes.move(rows, to: more)
    (state.pointee.codes + rows).initialize(repeating: PackedCodes.none, count: more - rows)
  }

  /// Sets a row's word; rows that are passed over have none.
  @inline(__always)
  func set(_ bytes: UnsafeBufferPointer<UInt8>, of row: Int) { set(words.number(bytes), of: row) }

  @inline(__always)
  func set(_ number: Int, of row: Int) {
    state.pointee.codes[row] = UInt32(truncatingIfNeeded: number)
    state.pointee.isEmpty = false
  }

  /// Where the codes stand from a row on, to be set there; ``noteSome()`` has to be told unless all are none.
  @inline(__always)
  func codes(from row: Int) -> UnsafeMutablePointer<UInt32> { state.pointee.codes + row }

  func noteSome() { state.pointee.isEmpty = false }

  func take(_ rows: Int) -> LaneCodes {
    guard !state.pointee.isEmpty else { return .none }
    defer {
      state.pointee.codes.update(repeating: PackedCodes.none, count: rows)
      state.pointee.isEmpty = true
    }
    return .single(PackedCodes(UnsafeBufferPointer(start: state.pointee.codes, count: rows), bound: words.count))
  }
}

/// A column with a list of words for each row, while a stretch is read.
struct WordListColumn: @unchecked Sendable {
  private struct State {
    var codes: UnsafeMutablePointer<UInt32>
    var capacity: Int
    var count = 0
    /// Where the lists of the rows before ``row`` end, and where that of the row itself starts.
    var ends: UnsafeMutablePointer<UInt32>
    var row = 0
    var start = 0
  }

  let words: Words
  private let state: UnsafeMutablePointer<State>

  init(_ words: Words, rows: Int) {
    self.words = words
    state = .allocate(capacity: 1)
    state.initialize(to: State(codes: .allocate(capacity: 2 * rows), capacity: 2 * rows, ends: .allocate(capacity: rows)))
  }

  func free() {
    state.pointee.codes.deallocate()
    state.pointee.ends.deallocate()
    state.deallocate()
  }

  func grow(from rows: Int, to more: Int) {
    state.pointee.ends.move(state.pointee.row, to: more)
  }

  /// Adds a word to a row's list; the same one twice counts once.
  @inline(__always)
  func add(_ bytes: UnsafeBufferPointer<UInt8>, to row: Int) { add(words.number(bytes), to: row) }

  @inline(__always)
  func add(_ number: Int, to row: Int) {
    if state.pointee.row < row { close(before: row) }
    let code = UInt32(truncatingIfNeeded: number)
    let count = state.pointee.count
    for index in state.pointee.start..<count where state.pointee.codes[index] == code { return }
    if count == state.pointee.capacity { growCodes() }
    state.pointee.codes[count] = code
    state.pointee.count = count + 1
  }

  private func close(before row: Int) {
    let end = UInt32(truncatingIfNeeded: state.pointee.count)
    while state.pointee.row < row {
      state.pointee.ends[state.pointee.row] = end
      state.pointee.row += 1
    }
    state.pointee.start = state.pointee.count
  }

  private func growCodes() {
    state.pointee.capacity *= 2
    state.pointee.codes.move(state.pointee.count, to: state.pointee.capacity)
  }

  func take(_ rows: Int) -> LaneCodes {
    defer { (state.pointee.count, state.pointee.row, state.pointee.start) = (0, 0, 0) }
    guard state.pointee.count > 0 else { return .none }
    close(before: rows)
    return .lists(
      codes: Array(UnsafeBufferPointer(start: state.pointee.codes, count: state.pointee.count)),
      ends: Array(UnsafeBufferPointer(start: state.pointee.ends, count: rows)))
  }
}

/// The codes of a column as a lane numbers its words.
enum LaneCodes: Sendable {
  case none
  /// One for each row, or `PackedCodes.none`.
  case single(PackedCodes)
  case lists(codes: [UInt32], ends: [UInt32])
}

/// A column of the rows that a lane read of one stretch.
struct LaneColumn: Sendable {
  let codes: LaneCodes
  let words: WordTable
  /// How many words of the table the codes are of.
  let count: Int
}
