/// One way to go on with a filter.
public struct Completion: Hashable, Sendable {
  /// The part of the text that it replaces, in UTF-8 offsets.
  public var replace: Range<Int>
  /// What to put there, quoted where it must be.
  public var text: String
  /// What a person reads beside it: a field's help, an actor's name.
  public var label: String
  /// How many rows have the value; nil for a field.
  public var count: Int?

  public init(replace: Range<Int>, text: String, label: String, count: Int? = nil) {
    self.replace = replace
    self.text = text
    self.label = label
    self.count = count
  }
}
