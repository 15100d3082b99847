/// The memory that a walk over records needs: room for the fields of one record and for the text of those that have to be decoded.
///
/// Made once a file and used for record after record; a class, because it owns memory, and used by one walk at a time.
package final class CSVMemory {
  private(set) var fields: UnsafeMutablePointer<CSVField>
  /// For how many fields there is room.
  private(set) var fieldCapacity = 64
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaSize: Int
  private var used = 0

  package init() {
    fields = .allocate(capacity: fieldCapacity)
    arenaSize = 1 << 12
    arena = .allocate(capacity: arenaSize)
  }

  deinit {
    fields.deallocate()
    arena.deallocate()
    for old in outgrown { old.deallocate() }
  }

  private var madeIndex: RecordIndex?

  /// The room to look ahead with, made when a walk first wants to.
  func index() -> RecordIndex {
    if let madeIndex { return madeIndex }
    let index = RecordIndex()
    madeIndex = index
    return index
  }

  /// Makes room for twice as many fields.
  func growFields() {
    let larger = UnsafeMutablePointer<CSVField>.allocate(capacity: 2 * fieldCapacity)
    larger.update(from: fields, count: fieldCapacity)
    fields.deallocate()
    fields = larger
    fieldCapacity *= 2
  }

  /// Arenas that a field of the current record may still point into.
  private var outgrown: [UnsafeMutablePointer<UInt8>] = []

  /// Gives the room of the last record back.
  @inline(__always)
  func forget() {
    used = 0
    guard !outgrown.isEmpty else { return }
    for old in outgrown { old.deallocate() }
    outgrown.removeAll()
  }

  /// The text of an encoded field, valid until ``forget()``.
  ///
  /// - Parameter recordLength: the length of the whole record, so that room is made once for all of its fields.
  func decoded(_ raw: UnsafeBufferPointer<UInt8>, recordLength: Int) -> UnsafeBufferPointer<UInt8> {
    if arenaSize - used < raw.count {
      outgrown.append(arena)
      arenaSize = max(2 * arenaSize, recordLength)
      arena = .allocate(capacity: arenaSize)
      used = 0
    }
    let room = arena + used
    let count = CSVField.decode(raw, into: room)
    used += count
    return UnsafeBufferPointer(start: room, count: count)
  }
}
