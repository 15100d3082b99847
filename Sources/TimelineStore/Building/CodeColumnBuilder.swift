import TimelineModel

/// A column of code lists while it grows, in order of arrival, in codes of the whole store.
struct CodeColumnBuilder: Sendable {
  private(set) var dictionary = CodeDictionary()
  private var codes: [UInt32] = []
  private var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  init(known values: [String] = []) { dictionary = CodeDictionary(distinct: values) }

  mutating func code(for value: String) -> UInt32 { dictionary.code(for: value) }

  /// Takes over a chunk's lists, its codes translated. A code that the chunk's dictionary does not have is left out.
  mutating func append(_ lists: CodeLists, rows: Int) {
    // A chunk whose dictionary begins as ours does needs no translation, and then nothing is hashed.
    if codes.isEmpty, lists.dictionary.values.starts(with: dictionary.values) { dictionary = lists.dictionary }
    let isSame = lists.dictionary.values == dictionary.values
    let translated = isSame ? (0..<UInt32(clamping: dictionary.values.count)).map(\.self) : lists.dictionary.values.map { dictionary.code(for: $0) }
    var first = 0
    for row in 0..<rows {
      let end = row < lists.ends.count ? lists.ends[row] : first
      for code in lists.codes[first..<end] where Int(code) < translated.count { codes.append(translated[Int(code)]) }
      starts.append(UInt32(clamping: codes.count))
      first = end
    }
  }

  /// Rows without any value.
  mutating func pad(to rows: Int) {
    while count < rows { starts.append(UInt32(clamping: codes.count)) }
  }

  /// The column in time order.
  func column(inOrder arrivals: [UInt32]) -> CodeColumn {
    if codes.isEmpty { return CodeColumn(values: dictionary.values, starts: [], codes: []) }
    var newStarts: [UInt32] = [0]
    var newCodes: [UInt32] = []
    newStarts.reserveCapacity(starts.count)
    newCodes.reserveCapacity(codes.count)
    starts.withUnsafeBufferPointer { starts in
      codes.withUnsafeBufferPointer { codes in
        for arrival in arrivals {
          for position in Int(starts[Int(arrival)])..<Int(starts[Int(arrival) + 1]) { newCodes.append(codes[position]) }
          newStarts.append(UInt32(clamping: newCodes.count))
        }
      }
    }
    return CodeColumn(values: dictionary.values, starts: newStarts, codes: newCodes)
  }
}
