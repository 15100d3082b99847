/// The distinct values of a column, numbered in order of first mention.
public struct CodeDictionary: Sendable {
  public private(set) var values: [String] = []
  private var codes: [String: UInt32]?
  /// The growing list of which these values are the beginning, if they are one's.
  package let vocabulary: Vocabulary?

  public init() {
    codes = [:]
    vocabulary = nil
  }

  /// The numbering as it was kept. The way from a value to its number is made when it is first asked for.
  ///
  /// - Parameter vocabulary: the list that these values are the beginning of, so that whoever takes chunk after chunk looks at new values only.
  package init(distinct values: [String], of vocabulary: Vocabulary? = nil) {
    self.values = values
    self.vocabulary = vocabulary
  }

  /// The numbers by value; the first of two equal values stands.
  private static func numbers(of values: [String]) -> [String: UInt32] {
    var numbers = [String: UInt32](minimumCapacity: values.count)
    for (number, value) in values.enumerated() where numbers[value] == nil { numbers[value] = UInt32(clamping: number) }
    return numbers
  }

  /// The number of a value, given now if it is new.
  public mutating func code(for value: String) -> UInt32 {
    if codes == nil { codes = Self.numbers(of: values) }
    let next = UInt32(clamping: values.count)
    // Looked up and, where it is new, entered in one.
    let code = codes?[value, default: next].itself ?? next
    if code == next { values.append(value) }
    return code
  }

  /// The number of a value that was seen before.
  public func known(_ value: String) -> UInt32? { (codes ?? Self.numbers(of: values))[value] }
}

extension UInt32 {
  /// The number, given back by a change that changes nothing: so a dictionary enters the value that it had not.
  fileprivate var itself: UInt32 { mutating get { self } }
}

/// A list of values that only grows: of two dictionaries of one vocabulary, the shorter is the beginning of the longer.
package final class Vocabulary: Sendable {
  package init() {}
}
