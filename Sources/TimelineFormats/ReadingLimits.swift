/// How much of a file is read before a reader says that it is too much. Each limit has its own message with file, line and column.
public struct ReadingLimits: Hashable, Sendable {
  /// The most bytes of one curated file.
  public var fileBytes: Int
  /// The most bytes of one text in it: a summary, an account.
  public var fieldBytes: Int
  /// The most collections inside one another.
  public var depth: Int
  /// The most bytes of a key; YAML's own rule.
  public var keyBytes: Int
  /// How many problems are listed; the rest is counted.
  public var problems: Int
  /// The most bytes of one record of a table.
  public var recordBytes: Int
  /// The most fields of one record of a table.
  public var columns: Int

  public init(
    fileBytes: Int = 64 << 20, fieldBytes: Int = 1 << 20, depth: Int = 128, keyBytes: Int = 1024, problems: Int = 1000, recordBytes: Int = 16 << 20,
    columns: Int = 16_384
  ) {
    // Positions are kept in 32 bits.
    self.fileBytes = min(fileBytes, 1 << 30)
    self.fieldBytes = fieldBytes
    self.depth = depth
    self.keyBytes = keyBytes
    self.problems = problems
    // A field is found by offsets of 31 bits within its record.
    self.recordBytes = max(1, min(recordBytes, 1 << 30))
    self.columns = max(1, columns)
  }

  public static let standard = ReadingLimits()
}
