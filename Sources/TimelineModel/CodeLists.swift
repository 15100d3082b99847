/// The distinct values of a column, numbered in order of first mention.
public struct CodeDictionary: Sendable {
  public private(set) var values: [String] = []
  private var codes: [String: UInt32]?

  public init() { codes = [:] }

  /// The numbering as it was kept. The way from a value to its number is made when it is first asked for.
  package init(distinct values: [String]) { self.values = values }

  /// The numbers by value; the first of two equal values stands.
  private static func numbers(of values: [String]) -> [String: UInt32] {
    var numbers = [String: UInt32](minimumCapacity: values.count)
    for (number, value) in values.enumerated() where numbers[value] == nil { numbers[value] = UInt32(clamping: number) }
    return numbers
  }

  /// The number of a value, given now if it is new.
  public mutating func code(for value: String) -> UInt32 {
    if codes == nil { codes = Self.numbers(of: values) }
    if let known = codes?[value] { return known }
    let code = UInt32(clamping: values.count)
    values.append(value)
    codes?[value] = code
    return code
  }

  /// The number of a value that was seen before.
  public func known(_ value: String) -> UInt32? { (codes ?? Self.numbers(of: values))[value] }
}

/// For each row a short list of codes, end to end in one array, with the dictionary that they come from.
public struct CodeLists: Sendable {
  public private(set) var dictionary = CodeDictionary()
  public private(set) var codes: [UInt32] = []
  /// Where each row's list ends in ``codes``.
  public private(set) var ends: [Int] = []

  public init() {}

  /// The lists as they were kept. A code that the dictionary does not have, or an end that runs backward, is left to whoever reads them.
  package init(dictionary: CodeDictionary, codes: [UInt32], ends: [Int]) {
    self.dictionary = dictionary
    self.codes = codes
    var last = 0
    self.ends = ends.map { end in
      last = min(max(last, end), codes.count)
      return last
    }
  }

  public mutating func code(for value: String) -> UInt32 { dictionary.code(for: value) }

  /// Adds to the list of the row that is next to be closed; the same code twice in one row counts once.
  public mutating func add(_ code: UInt32) {
    guard !codes[(ends.last ?? 0)...].contains(code) else { return }
    codes.append(code)
  }

  package mutating func close() { ends.append(codes.count) }
}
