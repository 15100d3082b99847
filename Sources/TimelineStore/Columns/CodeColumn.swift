/// A column of short lists of codes, readable both ways: the codes of a row, and the rows of a code (its postings).
///
/// ```
/// row      0        1    2           code     0      1        2
/// starts   0        2    2    3      starts   0      1        2   3
/// codes    1 2      –    0           rows     2      0        0
/// ```
struct CodeColumn: Sendable {
  /// What the codes stand for.
  let values: [String]
  private let starts: [UInt32]
  private let codes: [UInt32]
  private let postingStarts: [UInt32]
  private let postings: [UInt32]

  /// - Parameters:
  ///   - starts: for each row where its list starts, and the end of the last; empty when no row has a code. Codes outside of `values` must not occur.
  init(values: [String], starts: [UInt32], codes: [UInt32]) {
    self.values = values
    self.starts = starts
    self.codes = codes
    var counts = [UInt32](repeating: 0, count: values.count + 1)
    for code in codes { counts[Int(code) + 1] += 1 }
    for code in values.indices { counts[code + 1] += counts[code] }
    postingStarts = counts
    var postings = [UInt32](repeating: 0, count: codes.count)
    for row in 0..<max(0, starts.count - 1) {
      for position in Int(starts[row])..<Int(starts[row + 1]) {
        let code = Int(codes[position])
        postings[Int(counts[code])] = UInt32(clamping: row)
        counts[code] += 1
      }
    }
    self.postings = postings
  }

  /// The codes of one row.
  @inline(__always)
  func codes(of row: Int) -> ArraySlice<UInt32> {
    guard row >= 0, row + 1 < starts.count else { return [] }
    return codes[Int(starts[row])..<Int(starts[row + 1])]
  }

  /// Calls the body with each code of a row, for loops over many rows.
  @inline(__always)
  func visitCodes(of row: Int, _ body: (Int) -> Void) {
    guard row + 1 < starts.count else { return }
    for position in Int(starts[row])..<Int(starts[row + 1]) { body(Int(codes[position])) }
  }

  /// The rows that have a code, in time order.
  func rows(of code: Int) -> ArraySlice<UInt32> {
    guard values.indices.contains(code) else { return [] }
    return postings[Int(postingStarts[code])..<Int(postingStarts[code + 1])]
  }

  /// In how many rows a code stands.
  func count(of code: Int) -> Int { rows(of: code).count }

  /// The rows that have any of these codes.
  func rows(ofAny codes: some Sequence<Int>, bound: Int) -> Bitset {
    var set = Bitset(bound: bound)
    for code in codes {
      for row in rows(of: code) { set.insert(Int(row)) }
    }
    return set
  }

  /// The rows whose list is not empty.
  func rowsWithAny(bound: Int) -> Bitset {
    Bitset(bound: bound) { row in row + 1 < starts.count && starts[row] < starts[row + 1] }
  }

  /// The same lists with everything above each code added to it, each once.
  ///
  /// - Parameter above: for each code the codes above it; all empty gives the column back as it is.
  func adding(above: [[UInt32]]) -> CodeColumn {
    guard above.contains(where: { !$0.isEmpty }) else { return self }
    var newStarts: [UInt32] = [0]
    var newCodes: [UInt32] = []
    newStarts.reserveCapacity(starts.count)
    for row in 0..<max(0, starts.count - 1) {
      let first = newCodes.count
      for code in codes(of: row) {
        if !newCodes[first...].contains(code) { newCodes.append(code) }
        for higher in above[Int(code)] where !newCodes[first...].contains(higher) { newCodes.append(higher) }
      }
      newStarts.append(UInt32(clamping: newCodes.count))
    }
    return CodeColumn(values: values, starts: newStarts, codes: newCodes)
  }
}
