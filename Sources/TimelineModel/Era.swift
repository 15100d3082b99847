public import EDTF

/// A stretch of the timeline that has a name.
public struct Era: Hashable, Sendable {
  public var id: Identifier
  public var name: String
  public var date: EDTFDate
  /// Who held what and how it was recognised, in one sentence; said once an era.
  public var status: String?
  public var location: SourceLocation?

  public init(id: Identifier, name: String, date: EDTFDate, status: String? = nil, location: SourceLocation? = nil) {
    self.id = id
    self.name = name
    self.date = date
    self.status = status
    self.location = location
  }
}
