package import Notebook

/// What the reader wrote and what is not on the disk yet.
package struct Unsaved: Sendable {
  package internal(set) var entries: [JournalEntry] = []
  /// Why it could not be saved; nil as long as nothing stood in the way.
  package internal(set) var reason: String?
  /// What was said when the last of it was written, to be said again without "saving" once it is.
  var words: String?
}
