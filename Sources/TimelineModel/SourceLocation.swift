/// A place in a text: the file's name as the reader gave it, the line and the column, both counted from 1.
///
/// The column counts Unicode scalars, so that an editor jumps to the right one. Printed as `events/2020.yaml:214:7`.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1; 0 when the place is the file as a whole.
  public var line: Int
  /// From 1; 0 when the place is the line as a whole.
  public var column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String {
    guard line > 0 else { return file }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }
}

extension SourceLocation: Comparable {
  public static func < (one: SourceLocation, other: SourceLocation) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}
