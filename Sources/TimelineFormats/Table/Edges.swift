/// The first and the last bytes of a text, eight of each; they overlap where it is shorter than sixteen, so that with the length they are all of it.
struct Edges: Hashable, Sendable {
  let head: UInt64
  let tail: UInt64

  init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
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
      head = raw.loadUnaligned(as: UInt64.self)
      tail = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      head = UInt64(raw.loadUnaligned(as: UInt32.self))
      tail = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      head = UInt64(base[0]) | UInt64(base[count / 2]) << 8
      tail = UInt64(base[count - 1])
    }
  }
}
