public import EDTF

/// Something that was read: the ground on which summaries, accounts and figures stand.
public struct Source: Hashable, Sendable {
  public var id: Identifier
  public var publisher: String
  public var title: String
  /// When it was published.
  public var date: EDTFDate?
  public var url: String?
  /// The day on which it was read.
  public var accessed: EDTFDate?
  /// What sort of source it is: text, party, agency, media, finder, organisation, court, reference, scholarly.
  public var kind: String?
  /// The party whose outlet or statement it is; nil for a third party's.
  public var party: Identifier?
  /// Where an archived copy was seen.
  public var archived: String?
  public var extra: [ExtraField]
  public var location: SourceLocation?

  public init(
    id: Identifier, publisher: String, title: String, date: EDTFDate? = nil, url: String? = nil, accessed: EDTFDate? = nil, kind: String? = nil,
    party: Identifier? = nil, archived: String? = nil, extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.date = date
    self.url = url
    self.accessed = accessed
    self.kind = kind
    self.party = party
    self.archived = archived
    self.extra = extra
    self.location = location
  }
}
