public import EDTF

/// What somebody says of an event. A claim stays its speaker's: it is never told in the timeline's own voice.
public struct Account: Hashable, Sendable {
  /// The actor who says it.
  public var by: Identifier
  /// What is said, retold in the third person.
  public var says: String
  /// When it was said.
  public var stated: EDTFDate?
  /// The source it was read in.
  public var source: Identifier?
  public var extra: [ExtraField]
  public var location: SourceLocation?

  public init(
    by: Identifier, says: String, stated: EDTFDate? = nil, source: Identifier? = nil, extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.by = by
    self.says = says
    self.stated = stated
    self.source = source
    self.extra = extra
    self.location = location
  }
}
