/// What of a row that was read with many others has to be looked at by itself, since it is not as rows nearly always are.
struct RowDoubts: OptionSet {
  let rawValue: UInt8

  /// Its bytes are not all UTF-8.
  static let text = RowDoubts(rawValue: 1)
  /// One of its fields may be longer than what is shown of one.
  static let length = RowDoubts(rawValue: 64)
  /// These are the schema's own; see where it fills runs.
  static let id = RowDoubts(rawValue: 2)
  static let date = RowDoubts(rawValue: 4)
  static let place = RowDoubts(rawValue: 8)
  static let toll = RowDoubts(rawValue: 16)
  static let sources = RowDoubts(rawValue: 32)
}
