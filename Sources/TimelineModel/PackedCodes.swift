/// A code for each row, or none, in as many bytes as the largest of them needs.
package enum PackedCodes: Sendable {
  case bytes([UInt8])
  case halves([UInt16])
  case words([UInt32])

  /// Stands for no code; each width writes it with all of its bits.
  package static let none = UInt32.max

  /// - Parameter bound: every code but ``none`` is less.
  package init(_ codes: [UInt32], bound: Int) {
    switch bound {
    case ...Int(UInt8.max): self = .bytes(codes.map { UInt8(truncatingIfNeeded: $0) })
    case ...Int(UInt16.max): self = .halves(codes.map { UInt16(truncatingIfNeeded: $0) })
    default: self = .words(codes)
    }
  }

  package var count: Int {
    switch self {
    case .bytes(let codes): codes.count
    case .halves(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  @inlinable package subscript(row: Int) -> UInt32 {
    switch self {
    case .bytes(let codes): codes[row] == .max ? .max : UInt32(codes[row])
    case .halves(let codes): codes[row] == .max ? .max : UInt32(codes[row])
    case .words(let codes): codes[row]
    }
  }
}
