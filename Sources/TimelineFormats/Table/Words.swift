/// What a ``WordTable`` holds.
struct Words: @unchecked Sendable {
  private struct State {
    var slots: UnsafeMutablePointer<UInt64>
    var mask: Int
    var count = 0
    var last: Word
    var lastNumber = 0
    /// Room that is left in the newest block of the arena.
    var room: UnsafeMutablePointer<UInt8>?
    var left = 0
    /// Words that fields asked for, by their outer bytes.
    var recent: UnsafeMutablePointer<Recent>
    var blocks: [UnsafeMutablePointer<UInt8>] = []
  }

  /// A word that was asked for, found again without a look at its hash.
  private struct Recent {
    var start: UnsafePointer<UInt8>?
    var edges: Edges
    var count: Int32
    var number: Int32
  }

  private let state: UnsafeMutablePointer<State>
  /// Blocks of words, each twice as long as the one before.
  private let shelves: UnsafeMutablePointer<UnsafeMutablePointer<Word>?>

  static let seed = UInt64.random(in: .min ... .max) | 1
  /// The same at hand.
  private let seed: UInt64
  private static let recentBits: UInt64 = 7
  /// The words of the first shelf; of so many shelves there are as many words as there are numbers.
  private static let firstShelf = 64
  private static let mostShelves = 27
  private static let blockBytes = 1 << 14
  /// Longer than any word: nothing that is asked for equals it.
  private static let nothing = Word(start: nil, count: .max, noteCount: 0, hash: 0, edges: Edges(head: 0, tail: 0))

  init() {
    state = .allocate(capacity: 1)
    shelves = .allocate(capacity: Self.mostShelves)
    shelves.initialize(repeating: nil, count: Self.mostShelves)
    let recent = UnsafeMutablePointer<Recent>.allocate(capacity: 1 << Int(Self.recentBits))
    recent.initialize(repeating: Recent(start: nil, edges: Edges(head: 0, tail: 0), count: -1, number: 0), count: 1 << Int(Self.recentBits))
    state.initialize(to: State(slots: Self.emptySlots(128), mask: 127, last: Self.nothing, recent: recent))
    seed = Self.seed
  }

  /// Ends the table.
  func free() {
    for block in state.pointee.blocks { block.deallocate() }
    for shelf in 0..<Self.mostShelves { shelves[shelf]?.deallocate() }
    state.pointee.slots.deallocate()
    state.pointee.recent.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
    shelves.deallocate()
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    slots.initialize(repeating: 0, count: count)
    return slots
  }

  var count: Int { state.pointee.count }

  /// A word whose number is below a count that was handed over.
  func word(_ number: Int) -> Word {
    let shelf = (number / Self.firstShelf + 1).bitWidth - 1 - (number / Self.firstShelf + 1).leadingZeroBitCount
    guard number >= 0, shelf < Self.mostShelves, let words = shelves[shelf] else { return Self.nothing }
    return words[number - Self.firstShelf * ((1 << shelf) - 1)]
  }

  func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let word = word(number)
    return word.start == nil ? UnsafeBufferPointer(start: nil, count: 0) : word.bytes
  }

  func note(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let word = word(number)
    return word.start.map { UnsafeBufferPointer(start: $0 + word.count, count: word.noteCount) } ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The number of a byte string, given now if it is new.
  ///
  /// - Complexity: O(length), amortised.
  @inline(__always)
  func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { known(bytes) ?? add(bytes) }

  /// The number of a byte string that was given before. Rows that follow one another often say the same, so the last answer is tried first.
  @inline(__always)
  func known(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let edges = Edges(bytes)
    let last = state.pointee.last
    if edges == last.edges, bytes.count == last.count, bytes.count <= 16 || Self.haveSameMiddle(last.start, bytes.baseAddress, bytes.count) {
      return state.pointee.lastNumber
    }
    return find(bytes, edges)
  }

  /// Gives a byte string a number that is not known.
  ///
  /// - Parameter note: what to keep beside it.
  @inline(never)
  func add(_ bytes: UnsafeBufferPointer<UInt8>, note: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)) -> Int {
    // What is not UTF-8 is the word that it is shown as, so that every word is found by its text.
    if bytes.contains(where: { $0 >= 0x80 }), UTF8Check.firstInvalid(in: bytes) != nil {
      return Array(String(decoding: bytes, as: UTF8.self).utf8).withUnsafeBufferPointer { known($0) ?? add($0, note: note) }
    }
    let (start, edges) = (copy(bytes, note), Edges(bytes))
    return enter(Word(start: UnsafePointer(start), count: bytes.count, noteCount: note.count, hash: Self.hash(bytes, edges, seed), edges: edges))
  }

  /// The same for a field without quotes.
  @inline(__always)
  func number(of field: RawField) -> Int {
    let edges = Edges(field)
    let mixed = (edges.head &* 0x9E37_79B9_7F4A_7C15) ^ ((edges.tail ^ UInt64(truncatingIfNeeded: field.count)) &* 0xC2B2_AE3D_27D4_EB4F)
    let recent = state.pointee.recent + Int(truncatingIfNeeded: mixed >> (64 - Self.recentBits))
    if recent.pointee.edges == edges, Int(recent.pointee.count) == field.count,
      field.count <= 16 || Self.haveSameMiddle(recent.pointee.start, field.start, field.count)
    {
      return Int(recent.pointee.number)
    }
    return number(of: field, edges, recent)
  }

  @inline(never)
  private func number(of field: RawField, _ edges: Edges, _ recent: UnsafeMutablePointer<Recent>) -> Int {
    let number = find(field.bytes, edges) ?? add(field.bytes)
    let word = word(number)
    // A field that is not UTF-8 has another word.
    if word.edges == edges, word.count == field.count, let count = Int32(exactly: field.count), let short = Int32(exactly: number) {
      recent.pointee = Recent(start: word.start, edges: edges, count: count, number: short)
    }
    return number
  }

  @inline(never)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ edges: Edges) -> Int? {
    let hash = Self.hash(bytes, edges, seed)
    let (slots, mask) = (state.pointee.slots, state.pointee.mask)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        let word = word(number)
        if word.edges == edges, word.count == bytes.count, bytes.count <= 16 || Self.haveSameMiddle(word.start, bytes.baseAddress, bytes.count) {
          state.pointee.last = word
          state.pointee.lastNumber = number
          return number
        }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Takes a word of another table without copying it; one that is known keeps its number.
  func adopt(_ word: Word) -> UInt32 { UInt32(truncatingIfNeeded: find(word.bytes, word.edges) ?? enter(word)) }

  private func enter(_ word: Word) -> Int {
    let number = state.pointee.count
    let shelf = (number / Self.firstShelf + 1).bitWidth - 1 - (number / Self.firstShelf + 1).leadingZeroBitCount
    // More words than there are numbers for are the last of them.
    guard shelf < Self.mostShelves, number < Int(UInt32.max) - 1 else { return max(0, number - 1) }
    // Written once and never again: others read the words of a shelf while more are put on it.
    if shelves[shelf] == nil { shelves[shelf] = .allocate(capacity: Self.firstShelf << shelf) }
    if let words = shelves[shelf] { (words + (number - Self.firstShelf * ((1 << shelf) - 1))).initialize(to: word) }
    state.pointee.count = number + 1
    if (number + 1) * 2 > state.pointee.mask { grow() } else { place(word.hash, number) }
    state.pointee.last = word
    state.pointee.lastNumber = number
    return number
  }

  private func place(_ hash: UInt64, _ number: Int) {
    let (slots, mask) = (state.pointee.slots, state.pointee.mask)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
  }

  private func grow() {
    state.pointee.slots.deallocate()
    let count = (state.pointee.mask + 1) * 4
    state.pointee.slots = Self.emptySlots(count)
    state.pointee.mask = count - 1
    for number in 0..<state.pointee.count { place(word(number).hash, number) }
  }

  /// Behind every word some bytes can be looked at.
  private func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ note: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let count = bytes.count + note.count + RecordRun.slack
    if state.pointee.left < count {
      let size = max(Self.blockBytes, count)
      let block = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      state.pointee.blocks.append(block)
      (state.pointee.room, state.pointee.left) = (block, size)
    }
    guard let room = state.pointee.room else { return UnsafeMutablePointer<UInt8>.allocate(capacity: count) }
    if let source = bytes.baseAddress { room.update(from: source, count: bytes.count) }
    if let source = note.baseAddress { (room + bytes.count).update(from: source, count: note.count) }
    let used = bytes.count + note.count
    (state.pointee.room, state.pointee.left) = (room + used, state.pointee.left - used)
    return room
  }

  /// Whether two words of the same length, above sixteen, have the same bytes between the outer ones.
  @inline(__always)
  private static func haveSameMiddle(_ one: UnsafePointer<UInt8>?, _ other: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
    guard let one = UnsafeRawPointer(one), let other = UnsafeRawPointer(other) else { return false }
    var index = 8
    while index + 8 < count {
      if one.loadUnaligned(fromByteOffset: index, as: UInt64.self) != other.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    return true
  }

  /// Eight bytes at a time: multiply to 128 bits and fold.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ edges: Edges, _ seed: UInt64) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = mixed(seed ^ UInt64(truncatingIfNeeded: raw.count) ^ edges.head, seed)
    var index = 8
    while index + 8 < raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), seed)
      index += 8
    }
    return mixed(hash ^ edges.tail, seed)
  }

  /// The hash under which a word would stand.
  static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { hash(bytes, Edges(bytes), seed) }

  /// A number stirred with the seed, which a loop has at hand.
  @inline(__always)
  static func mixed(_ value: UInt64, _ seed: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ seed
  }
}
