import TimelineModel

/// The words of a column, numbered in order of first mention in the file.
struct WordList: Sendable {
  private var table = ByteTable()
  /// The words, or what they stand for; by number.
  private(set) var names: [String] = []
  private var vocabulary: Vocabulary?

  /// The number of a word, given now if it is new.
  ///
  /// - Parameter name: what to call it where that is not the word itself.
  @inline(__always)
  mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, name: (String) -> String = { $0 }) -> Int {
    let number = table.symbol(bytes)
    if number == names.count { names.append(name(table.text(number))) }
    return number
  }

  /// The number of a thing that several fields describe; one with the number ``names```.count` is new and has to be named with ``add(_:)``.
  @inline(__always)
  mutating func number(ofKey bytes: UnsafeBufferPointer<UInt8>) -> Int { table.symbol(bytes) }

  mutating func add(_ name: String) { names.append(name) }

  /// All words so far, for a chunk to take with it.
  mutating func dictionary() -> CodeDictionary {
    let vocabulary = vocabulary ?? Vocabulary()
    self.vocabulary = vocabulary
    return CodeDictionary(distinct: names, of: vocabulary)
  }
}

/// A column with one word a row at most, while a chunk is filled.
struct WordColumn: Sendable {
  private(set) var words = WordList()
  private var codes: [UInt32] = []

  /// Sets a row's word; rows before it that were passed over have none.
  @inline(__always)
  mutating func set(_ bytes: UnsafeBufferPointer<UInt8>, of row: Int) { put(UInt32(truncatingIfNeeded: words.number(bytes)), of: row) }

  /// Sets what a row has to the thing that a key stands for.
  ///
  /// - Parameter name: asked when the key is new; the empty name is no thing.
  @inline(__always)
  mutating func set(key: UnsafeBufferPointer<UInt8>, of row: Int, name: () -> String) {
    let number = words.number(ofKey: key)
    if number == words.names.count { words.add(name()) }
    if !words.names[number].isEmpty { put(UInt32(truncatingIfNeeded: number), of: row) }
  }

  @inline(__always)
  private mutating func put(_ code: UInt32, of row: Int) {
    while codes.count < row { codes.append(PackedCodes.none) }
    codes.append(code)
  }

  /// Gives the chunk's column and begins the next.
  mutating func take(rows: Int) -> CodeLists {
    defer { codes.removeAll(keepingCapacity: true) }
    while codes.count < rows { codes.append(PackedCodes.none) }
    return CodeLists(dictionary: words.dictionary(), single: PackedCodes(codes, bound: words.names.count))
  }

  var isEmpty: Bool { codes.isEmpty }
}

/// A column with a list of words for each row, while a chunk is filled.
struct WordListColumn: Sendable {
  private(set) var words = WordList()
  private var codes: [UInt32] = []
  private var ends: [UInt32] = []
  /// Where the list of the row being filled starts.
  private var start = 0

  /// Adds a word to a row's list; the same one twice counts once.
  @inline(__always)
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, to row: Int) {
    close(before: row)
    let code = UInt32(truncatingIfNeeded: words.number(bytes))
    for index in start..<codes.count where codes[index] == code { return }
    codes.append(code)
  }

  @inline(__always)
  private mutating func close(before row: Int) {
    guard ends.count < row else { return }
    while ends.count < row { ends.append(UInt32(truncatingIfNeeded: codes.count)) }
    start = codes.count
  }

  /// Gives the chunk's column and begins the next.
  mutating func take(rows: Int) -> CodeLists {
    defer {
      codes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      start = 0
    }
    close(before: rows)
    return CodeLists(dictionary: words.dictionary(), codes: codes, risingEnds: ends)
  }

  var isEmpty: Bool { codes.isEmpty }
}
