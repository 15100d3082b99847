/// The first and the last bytes of a text, eight of each; they overlap where it is shorter than sixteen, so that with the length they are all of it. Where it
/// is shorter than eight, both are all of its bytes and zeros.
struct Edges: Hashable, Sendable {
  let head: UInt64
  let tail: UInt64

  @inline(__always)
  init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
  }

  @inline(__always)
  init(_ field: RawField) {
    head = field.head
    tail = field.count > 8 ? field.eight(at: field.count &- 8) : head
  }

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    guard count > 0, let base = bytes.baseAddress else {
      (head, tail) = (0, 0)
      return
    }
    let raw = UnsafeRawPointer(base)
    if count >= 8 {
      head = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      tail = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      return
    }
    // What overlaps is the same byte in the same place.
    if count >= 4 {
      let low = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let high = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      head = low | high << UInt64(8 * (count - 4))
    } else {
      head = UInt64(base[0]) | UInt64(base[count / 2]) << UInt64(8 * (count / 2)) | UInt64(base[count - 1]) << UInt64(8 * (count - 1))
    }
    tail = head
  }
}
