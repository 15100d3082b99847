/// For each row a short list of codes, end to end in one array, with the dictionary that they come from.
///
/// Lists of one code at most, as columns of a table mostly are, may be kept without their ends; ``codes`` and ``ends`` say the same of both.
public struct CodeLists: Sendable {
  public private(set) var dictionary = CodeDictionary()
  private var ownCodes: [UInt32] = []
  private var ownEnds: [UInt32] = []
  /// One code for each row, or ``PackedCodes/none``; the other two arrays are empty then.
  package let single: PackedCodes?

  public init() { single = nil }

  /// The lists as they were kept. A code that the dictionary does not have, or an end that runs backward, is left to whoever reads them.
  package init(dictionary: CodeDictionary, codes: [UInt32], ends: [Int]) {
    self.dictionary = dictionary
    ownCodes = codes
    single = nil
    var last = 0
    ownEnds = ends.map { end in
      last = min(max(last, end), codes.count)
      return UInt32(clamping: last)
    }
  }

  /// Lists as a reader of large data has filled them: the ends rise, and the last of them is the number of codes.
  package init(dictionary: CodeDictionary, codes: [UInt32], risingEnds: [UInt32]) {
    self.dictionary = dictionary
    ownCodes = codes
    ownEnds = risingEnds
    single = nil
  }

  /// Lists of one code at most.
  package init(dictionary: CodeDictionary, single: PackedCodes) {
    self.dictionary = dictionary
    self.single = single
  }

  /// Whether no row has any.
  package var isEmpty: Bool { single == nil && ownCodes.isEmpty }

  /// All lists, end to end.
  public var codes: [UInt32] {
    guard let single else { return ownCodes }
    return (0..<single.count).lazy.map { single[$0] }.filter { $0 != PackedCodes.none }
  }

  /// Where each row's list ends in ``codes``.
  public var ends: [UInt32] {
    guard let single else { return ownEnds }
    var end: UInt32 = 0
    return (0..<single.count).map { row in
      if single[row] != PackedCodes.none { end += 1 }
      return end
    }
  }

  public mutating func code(for value: String) -> UInt32 { dictionary.code(for: value) }

  /// Adds to the list of the row that is next to be closed; the same code twice in one row counts once.
  public mutating func add(_ code: UInt32) {
    guard !ownCodes[Int(ownEnds.last ?? 0)...].contains(code) else { return }
    ownCodes.append(code)
  }

  package mutating func close() { ownEnds.append(UInt32(clamping: ownCodes.count)) }
}
