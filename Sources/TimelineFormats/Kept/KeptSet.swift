package import TimelineModel

/// The rows of some files as a store had them, with what else was found in reading: all that a second opening of the same files needs beside the files themselves.
///
/// ```
/// key        what was read, by which annals: bytes that have to be the same
/// remarks    kinds, columns, parts of the files, problems (``KeptRemarks``)
/// directory  actors and places, as a compiled timeline has them
/// facts      earliest, latest, precision, marks, kind, weight, source count, killed, wounded, id hash, arrival
/// records    where each row begins and on which line, in the order of arrival; the rows beyond ASCII
/// lists      actors, places, sources, and each extra: sort, codes, starts, above, where these start, ends of the words, words
/// ```
/// Each line but the first three is several sections (``SectionWriter``). Events and texts are not kept: they are read back from the files.
package struct KeptSet: Sendable {
  package var columns: KeptColumns
  package var directory: Directory
  package var parts: [KeptPart]
  package var problems: [Problem]

  package init(columns: KeptColumns, directory: Directory, parts: [KeptPart], problems: [Problem]) {
    (self.columns, self.directory, self.parts, self.problems) = (columns, directory, parts, problems)
  }

  /// Of what version these bytes are; part of whatever they are told by.
  package static var version: UInt64 { SectionForm.version }

  /// How the codes of a column lie.
  enum Sort: UInt64 {
    case many, bytes, halves, words
  }
}
