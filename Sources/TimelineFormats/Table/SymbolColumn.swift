import TimelineModel

/// A column of words while rows are read: numbers of the whole file, and for each chunk the codes of the chunk's own dictionary.
struct SymbolColumn: Sendable {
  private var table = ByteTable()
  private(set) var texts: [String] = []
  /// By symbol, the code in the chunk being filled; ``none`` while it has not been mentioned there.
  private var codes: [UInt32] = []
  /// The symbols that have a code in this chunk.
  private var mentioned: [Int] = []

  private static let none = UInt32.max

  /// The number of a word in the whole file, given now if it is new.
  @inline(__always)
  mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let symbol = table.symbol(bytes)
    if symbol == texts.count {
      texts.append(table.text(symbol))
      codes.append(Self.none)
    }
    return symbol
  }

  /// The word as a String, which is made once a file.
  @inline(__always)
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let symbol = symbol(bytes)
    return texts[symbol]
  }

  /// Adds a word to the row's list in a chunk.
  @inline(__always)
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, to lists: inout CodeLists) {
    let symbol = symbol(bytes)
    if codes[symbol] == Self.none {
      codes[symbol] = lists.code(for: texts[symbol])
      mentioned.append(symbol)
    }
    lists.add(codes[symbol])
  }

  /// Adds what a symbol stands for to the row's list in a chunk, under a name.
  @inline(__always)
  mutating func add(_ symbol: Int, named name: @autoclosure () -> String, to lists: inout CodeLists) {
    if codes[symbol] == Self.none {
      codes[symbol] = lists.code(for: name())
      mentioned.append(symbol)
    }
    lists.add(codes[symbol])
  }

  /// The code of a word in a chunk's dictionary.
  @inline(__always)
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>, in dictionary: inout CodeDictionary, named name: (String) -> String) -> UInt32 {
    let symbol = symbol(bytes)
    if codes[symbol] == Self.none {
      codes[symbol] = dictionary.code(for: name(texts[symbol]))
      mentioned.append(symbol)
    }
    return codes[symbol]
  }

  /// Begins a chunk, whose dictionary is empty.
  mutating func startChunk() {
    for symbol in mentioned { codes[symbol] = Self.none }
    mentioned.removeAll(keepingCapacity: true)
  }
}
