/// The distinct values of a column, numbered in order of first mention.
public struct CodeDictionary: Sendable {
  private var texts: [String] = []
  private var codes: [String: UInt32]?
  /// Where the values lie, if they are not texts yet, and how many of its words they are.
  package private(set) var source: (any WordSource)?
  private var sourceCount = 0

  public init() { codes = [:] }

  /// The numbering as it was kept. The way from a value to its number is made when it is first asked for.
  package init(distinct values: [String]) { texts = values }

  /// The first words of a source, made into texts when somebody asks for them.
  package init(_ source: any WordSource, count: Int) {
    self.source = source
    sourceCount = count
  }

  public var count: Int { source == nil ? texts.count : sourceCount }

  /// All values. Costs making each of them where they lie in a source.
  public var values: [String] { source.map { source in (0..<sourceCount).map { source.word($0) } } ?? texts }

  /// The value of a number below ``count``.
  package func value(_ number: Int) -> String { source.map { $0.word(number) } ?? texts[number] }

  /// The numbers by value; the first of two equal values stands.
  private static func numbers(of values: [String]) -> [String: UInt32] {
    var numbers = [String: UInt32](minimumCapacity: values.count)
    for (number, value) in values.enumerated() where numbers[value] == nil { numbers[value] = UInt32(clamping: number) }
    return numbers
  }

  /// The number of a value, given now if it is new.
  public mutating func code(for value: String) -> UInt32 {
    if source != nil { (texts, source) = (values, nil) }
    if codes == nil { codes = Self.numbers(of: texts) }
    let next = UInt32(clamping: texts.count)
    // Looked up and, where it is new, entered in one.
    let code = codes?[value, default: next].itself ?? next
    if code == next { texts.append(value) }
    return code
  }

  /// The number of a value that was seen before.
  public func known(_ value: String) -> UInt32? { (codes ?? Self.numbers(of: values))[value] }
}

extension UInt32 {
  /// The number, given back by a change that changes nothing: so a dictionary enters the value that it had not.
  fileprivate var itself: UInt32 { mutating get { self } }
}
