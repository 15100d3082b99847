/// The distinct values of a column, numbered in order of first mention.
public struct CodeDictionary: Sendable {
  public private(set) var values: [String] = []
  private var codes: [String: UInt32] = [:]

  public init() {}

  /// The number of a value, given now if it is new.
  public mutating func code(for value: String) -> UInt32 {
    if let known = codes[value] { return known }
    let code = UInt32(clamping: values.count)
    values.append(value)
    codes[value] = code
    return code
  }

  /// The number of a value that was seen before.
  public func known(_ value: String) -> UInt32? { codes[value] }
}

/// For each row a short list of codes, end to end in one array, with the dictionary that they come from.
public struct CodeLists: Sendable {
  public private(set) var dictionary = CodeDictionary()
  public private(set) var codes: [UInt32] = []
  /// Where each row's list ends in ``codes``.
  public private(set) var ends: [Int] = []

  public init() {}

  public mutating func code(for value: String) -> UInt32 { dictionary.code(for: value) }

  /// Adds to the list of the row that is next to be closed; the same code twice in one row counts once.
  public mutating func add(_ code: UInt32) {
    guard !codes[(ends.last ?? 0)...].contains(code) else { return }
    codes.append(code)
  }

  package mutating func close() { ends.append(codes.count) }
}
