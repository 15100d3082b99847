/// A code for each row, or none, in as many bytes as the largest of them needs.
package enum PackedCodes: Sendable {
  case bytes([UInt8])
  case halves([UInt16])
  case words([UInt32])

  /// Stands for no code; each width writes it with all of its bits.
  package static let none = UInt32.max

  /// - Parameter bound: every code but ``none`` is less.
  package init(_ codes: UnsafeBufferPointer<UInt32>, bound: Int) {
    switch bound {
    case ...Int(UInt8.max): self = .bytes(Self.made(codes) { UInt8(truncatingIfNeeded: $0) })
    case ...Int(UInt16.max): self = .halves(Self.made(codes) { UInt16(truncatingIfNeeded: $0) })
    default: self = .words(Array(codes))
    }
  }

  /// The same rows with other numbers for their codes; a code that has none becomes ``none``.
  ///
  /// - Parameter bound: every number is less.
  package func renumbered(_ numbers: [UInt32], bound: Int) -> PackedCodes {
    switch self {
    case .bytes(let codes): Self.renumbered(codes, numbers, bound)
    case .halves(let codes): Self.renumbered(codes, numbers, bound)
    case .words(let codes): Self.renumbered(codes, numbers, bound)
    }
  }

  private static func renumbered<Code: FixedWidthInteger & UnsignedInteger>(_ codes: [Code], _ numbers: [UInt32], _ bound: Int) -> PackedCodes {
    switch bound {
    case ...Int(UInt8.max): .bytes(looked(up: codes, in: numbers))
    case ...Int(UInt16.max): .halves(looked(up: codes, in: numbers))
    default: .words(looked(up: codes, in: numbers))
    }
  }

  @inline(__always)
  private static func looked<From: FixedWidthInteger & UnsignedInteger, To: FixedWidthInteger & UnsignedInteger>(
    up codes: [From], in numbers: [UInt32]
  ) -> [To] {
    numbers.withUnsafeBufferPointer { numbers in
      codes.withUnsafeBufferPointer { codes in
        made(codes) { code in Int(code) < numbers.count ? To(truncatingIfNeeded: numbers[Int(code)]) : .max }
      }
    }
  }

  /// One number for each code, in a loop in which nothing is asked but what the body asks.
  @inline(__always)
  private static func made<From, To>(_ codes: UnsafeBufferPointer<From>, _ body: (From) -> To) -> [To] {
    Array(unsafeUninitializedCapacity: codes.count) { room, written in
      if let start = room.baseAddress {
        for index in 0..<codes.count { (start + index).initialize(to: body(codes[index])) }
      }
      written = codes.count
    }
  }

  package var count: Int {
    switch self {
    case .bytes(let codes): codes.count
    case .halves(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  /// Whether every code but ``none`` is less than some number.
  package func isBelow(_ bound: Int) -> Bool {
    switch self {
    case .bytes(let codes): Self.isBelow(bound, codes)
    case .halves(let codes): Self.isBelow(bound, codes)
    case .words(let codes): Self.isBelow(bound, codes)
    }
  }

  /// The largest is found first, since a loop that leaves early looks at one code at a time.
  private static func isBelow<Code: FixedWidthInteger & UnsignedInteger>(_ bound: Int, _ codes: [Code]) -> Bool {
    var most: Code = 0
    // One more than none is zero.
    for code in codes { most = max(most, code &+ 1) }
    return Int(most) <= bound
  }

  @inlinable package subscript(row: Int) -> UInt32 {
    switch self {
    case .bytes(let codes): codes[row] == .max ? .max : UInt32(codes[row])
    case .halves(let codes): codes[row] == .max ? .max : UInt32(codes[row])
    case .words(let codes): codes[row]
    }
  }
}
