/// Something that is given any bytes whatever, and whose promises must hold for all of them.
///
/// ```swift
/// enum FuzzDates: FuzzTarget {
///   static func test(_ bytes: UnsafeBufferPointer<UInt8>) { demand(…, "…") }
/// }
///
/// @_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzDates.test(bytes, count) }
/// ```
/// The main program is libFuzzer's, and calls the last line with what it makes up. `Tools/fuzz` builds and runs all of them.
///
/// Source: https://llvm.org/docs/LibFuzzer.html
package protocol FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension FuzzTarget {
  /// The same, as C has it; 0 says that the input may be kept.
  package static func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    test(UnsafeBufferPointer(start: bytes, count: count))
    return 0
  }
}

/// Ends the program, so that libFuzzer keeps the input, when a promise is broken.
package func demand(_ holds: Bool, _ words: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line) {
  guard !holds else { return }
  fatalError(words(), file: file, line: line)
}

extension Unicode.Scalar {
  /// Whether a terminal or a reader's eye would obey it: C0, DEL, C1, line and paragraph separators, bidirectional controls, tags. Written down here once more,
  /// apart from the table that the gate goes by.
  package var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: false
    }
  }
}
