import TimelineModel

/// A column of short lists of codes, readable both ways: the codes of a row, and the rows of a code (its postings).
///
/// ```
/// row      0        1    2           code     0      1        2
/// starts   0        2    2    3      starts   0      1        2   3
/// codes    1 2      –    0           rows     2      0        0
/// ```
/// Where no row has more than one code, there is one for each row in as few bytes as they need. The postings are made when they are first asked for.
/// A column may be seen with what lies above each code: that is looked up code by code, not kept row by row.
struct CodeColumn: Sendable {
  private let named: Values
  /// How many codes there are.
  let valueCount: Int
  let lists: Lists
  let lineage: Lineage?
  private let kept = Kept()

  /// Which codes each row has. Codes outside of the values must not occur.
  enum Lists: Sendable {
    /// No row has any.
    case none
    /// One for each row, or `PackedCodes.none`.
    case single(PackedCodes)
    /// Where each row's list starts, and the end of the last.
    case many(starts: [UInt32], codes: [UInt32])
  }

  /// What the codes stand for.
  enum Values: Sendable {
    case ready([String])
    /// Made when somebody first asks.
    case later(count: Int, Lazily<[String]>)
  }

  /// For each code those above it, end to end.
  struct Lineage: Sendable {
    let starts: [UInt32]
    let codes: [UInt32]

    @inline(__always)
    func codes(above code: Int) -> Range<Int> { Int(starts[code])..<Int(starts[code + 1]) }
  }

  private struct Postings: Sendable {
    let starts: [UInt32]
    let rows: [UInt32]
  }

  /// What is worked out when it is first asked for.
  private final class Kept: Sendable {
    let counts = Keep<[UInt32]>()
    let postings = Keep<Postings>()
  }

  init(_ values: CodeDictionary, _ lists: Lists) {
    self.init(values.source == nil ? .ready(values.values) : .later(count: values.count, Lazily { values.values }), lists, nil)
  }

  init(_ values: Values, _ lists: Lists, _ lineage: Lineage?) {
    named = values
    switch values {
    case .ready(let all): valueCount = all.count
    case .later(let count, _): valueCount = count
    }
    self.lists = lists
    self.lineage = lineage
  }

  /// What the codes stand for.
  var values: [String] {
    switch named {
    case .ready(let all): all
    case .later(_, let all): all.value
    }
  }

  /// The same lists with everything above each code added to it, each once.
  ///
  /// - Parameters:
  ///   - valueCount: how many values there are with those that are only above others, which come last.
  ///   - texts: what all of them are.
  ///   - above: the codes above a code; none above any gives the column back as it is.
  func adding(_ valueCount: Int, _ texts: @escaping @Sendable () -> [String], above: (Int) -> [UInt32]) -> CodeColumn {
    var starts: [UInt32] = [0]
    var codes: [UInt32] = []
    starts.reserveCapacity(valueCount + 1)
    for code in 0..<valueCount {
      codes += above(code)
      starts.append(UInt32(clamping: codes.count))
    }
    if codes.isEmpty, valueCount == self.valueCount { return self }
    return CodeColumn(.later(count: valueCount, Lazily(texts)), lists, Lineage(starts: starts, codes: codes))
  }

  /// How many rows there are codes for.
  private var rowCount: Int {
    switch lists {
    case .none: 0
    case .single(let codes): codes.count
    case .many(let starts, _): max(0, starts.count - 1)
    }
  }

  /// The codes of one row.
  func codes(of row: Int) -> ArraySlice<UInt32> {
    guard row >= 0, row < rowCount else { return [] }
    if lineage == nil, case .many(let starts, let codes) = lists { return codes[Int(starts[row])..<Int(starts[row + 1])] }
    var all: [UInt32] = []
    visitCodes(of: row) { all.append(UInt32(truncatingIfNeeded: $0)) }
    return all[...]
  }

  /// Calls the body with each code of a row, for loops over many rows.
  @inline(__always)
  func visitCodes(of row: Int, _ body: (Int) -> Void) {
    if let lineage {
      visitCodes(of: row, with: lineage, body)
    } else {
      visitOwnCodes(of: row, body)
    }
  }

  /// Calls the body with each code of every row; what a column is made of is looked at once, not for every row.
  @inline(__always)
  private func visitAll(_ body: (_ row: Int, _ code: Int) -> Void) {
    guard lineage == nil, case .many(let starts, let codes) = lists else {
      for row in 0..<rowCount { visitCodes(of: row) { body(row, $0) } }
      return
    }
    starts.withUnsafeBufferPointer { starts in
      codes.withUnsafeBufferPointer { codes in
        for row in 0..<max(0, starts.count - 1) {
          for position in Int(starts[row])..<Int(starts[row + 1]) { body(row, Int(codes[position])) }
        }
      }
    }
  }

  @inline(__always)
  private func visitOwnCodes(of row: Int, _ body: (Int) -> Void) {
    switch lists {
    case .none: return
    case .single(let codes):
      guard row < codes.count else { return }
      let code = codes[row]
      if code != PackedCodes.none { body(Int(code)) }
    case .many(let starts, let codes):
      guard row + 1 < starts.count else { return }
      for position in Int(starts[row])..<Int(starts[row + 1]) { body(Int(codes[position])) }
    }
  }

  /// What several codes of a row have above them counts once.
  @inline(__always)
  private func visitCodes(of row: Int, with lineage: Lineage, _ body: (Int) -> Void) {
    switch lists {
    case .none: return
    case .single(let codes):
      guard row < codes.count else { return }
      let code = codes[row]
      guard code != PackedCodes.none else { return }
      body(Int(code))
      for position in lineage.codes(above: Int(code)) { body(Int(lineage.codes[position])) }
    case .many(let starts, let codes):
      guard row + 1 < starts.count else { return }
      let own = codes[Int(starts[row])..<Int(starts[row + 1])]
      for position in own.indices {
        let before = own[own.startIndex..<position]
        let code = own[position]
        if !isAbove(code, any: before, lineage) { body(Int(code)) }
        for place in lineage.codes(above: Int(code)) {
          let higher = lineage.codes[place]
          if !before.contains(higher), !isAbove(higher, any: before, lineage) { body(Int(higher)) }
        }
      }
    }
  }

  private func isAbove(_ code: UInt32, any others: ArraySlice<UInt32>, _ lineage: Lineage) -> Bool {
    others.contains { other in lineage.codes(above: Int(other)).contains { lineage.codes[$0] == code } }
  }

  /// The rows that have a code, in time order.
  func rows(of code: Int) -> ArraySlice<UInt32> {
    guard (0..<valueCount).contains(code) else { return [] }
    let postings = kept.postings.value { makePostings() }
    return postings.rows[Int(postings.starts[code])..<Int(postings.starts[code + 1])]
  }

  /// Whether to take the rows of a code costs nothing, because some were asked for before.
  var hasPostings: Bool { kept.postings.ifKept != nil }

  /// In how many rows some codes stand, a row once for each of them that it has.
  func count(ofAll codes: [Int]) -> Int {
    let counts = counts
    return codes.reduce(0) { $0 + (counts.indices.contains($1) ? Int(counts[$1]) : 0) }
  }

  /// In how many rows each code stands. To be asked for once before many are looked up.
  var counts: [UInt32] {
    kept.counts.value {
      var counts = [UInt32](repeating: 0, count: valueCount)
      visitAll { _, code in counts[code] += 1 }
      return counts
    }
  }

  private func makePostings() -> Postings {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(valueCount + 1)
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    var rows = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
    visitAll { row, code in
      rows[Int(next[code])] = UInt32(truncatingIfNeeded: row)
      next[code] += 1
    }
    return Postings(starts: starts, rows: rows)
  }

  /// The rows that have any of these codes.
  ///
  /// - Complexity: O(rows) with a small factor; O(answer) for a rare code once its postings are made.
  func rows(ofAny codes: some Sequence<Int>, bound: Int) -> Bitset {
    let codes = codes.filter { (0..<valueCount).contains($0) }
    if let postings = kept.postings.ifKept {
      let answer = codes.reduce(0) { $0 + Int(postings.starts[$1 + 1] - postings.starts[$1]) }
      if answer < bound / 4 {
        var set = Bitset(bound: bound)
        for code in codes { for row in rows(of: code) { set.insert(Int(row)) } }
        return set
      }
    }
    guard !codes.isEmpty else { return Bitset(bound: bound) }
    return rows(wanted: wanted(codes), bound: bound)
  }

  /// For each code of the rows' own whether it is one of these or has one of them above it.
  private func wanted(_ codes: [Int]) -> [Bool] {
    var wanted = [Bool](repeating: false, count: valueCount)
    for code in codes { wanted[code] = true }
    guard let lineage else { return wanted }
    let asked = wanted
    for code in 0..<valueCount where !asked[code] { wanted[code] = lineage.codes(above: code).contains { asked[Int(lineage.codes[$0])] } }
    return wanted
  }

  private func rows(wanted: [Bool], bound: Int) -> Bitset {
    switch lists {
    case .none: Bitset(bound: bound)
    case .single(.bytes(let codes)): one(of: codes, wanted, bound)
    case .single(.halves(let codes)): one(of: codes, wanted, bound)
    case .single(.words(let codes)): one(of: codes, wanted, bound)
    case .many(let starts, let codes): Bitset(bound: bound, passing: AnyCodeTest(starts: starts, codes: codes, isWanted: wanted))
    }
  }

  private func one<Code: ColumnCode>(of codes: [Code], _ wanted: [Bool], _ bound: Int) -> Bitset {
    Bitset(bound: min(bound, codes.count), passing: CodeTest(codes, values: wanted.count) { wanted[$0] }).widened(to: bound)
  }

  /// The rows whose list is not empty.
  func rowsWithAny(bound: Int) -> Bitset { rows(wanted: [Bool](repeating: true, count: valueCount), bound: bound) }
}
