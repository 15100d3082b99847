/// What is wrong with a filter, where, and what to write instead.
///
///     store.parse("kind:clahs", today: nil)
///     // range 5..<10, what "there is no kind “clahs”", remedy "Did you mean “clash”?"
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part of the text that is meant, in UTF-8 offsets.
  public var range: Range<Int>
  /// What is wrong, without a full stop.
  public var what: String
  /// What to do about it: a whole sentence, or nil.
  public var remedy: String?

  public init(range: Range<Int>, what: String, remedy: String? = nil) {
    self.range = range
    self.what = what
    self.remedy = remedy
  }

  /// `what. remedy`
  public var description: String { remedy.map { "\(what). \($0)" } ?? "\(what)." }
}
