/// What a reader set down on an event, to be written beside it and apart from what the data say.
public struct Remark: Hashable, Sendable {
  public var note: String?
  public var isBookmarked: Bool

  public init(note: String? = nil, isBookmarked: Bool = false) {
    self.note = note
    self.isBookmarked = isBookmarked
  }
}
