import Bytes
import TimelineFormats
import TimelineModel

/// What a reader said of the columns of tables, by their headers: `$XDG_CONFIG_HOME/annals/columns`, a file for each header, named after a hash of its names.
/// Whoever opens another file with that header need not say it again.
struct ColumnMemory: Sendable {
  private let folder: String?
  private let operations: FileOperations

  init(folder: String? = Directories.configuration.map { $0 + "/columns" }, operations: FileOperations = .system) {
    (self.folder, self.operations) = (folder, operations)
  }

  /// More than any choice takes.
  private static let mostBytes = 1 << 20

  private func path(for header: [String]) -> String? {
    // A header whose names are set apart otherwise is another one.
    let hash = String(RowFacts.hash(ofID: header.joined(separator: "\u{1F}")), radix: 16)
    return folder.map { "\($0)/\(hash)" }
  }

  /// What was said of a header; nil where nothing was, where it cannot be read, and where it names columns that this header does not have.
  func choice(for header: [String]) -> ColumnChoice? {
    guard let path = path(for: header), let bytes = try? operations.contents(of: path, limit: Self.mostBytes) else { return nil }
    return ColumnChoice(kept: String(decoding: bytes, as: UTF8.self)).flatMap { $0.refusal(for: header) == nil ? $0 : nil }
  }

  /// Returns when it is on the disk.
  ///
  /// - Returns: why it could not be kept, in words.
  func keep(_ choice: ColumnChoice, for header: [String]) -> String? {
    guard let folder, let path = path(for: header) else { return "there is no home directory to keep it in" }
    if self.choice(for: header) == choice { return nil }
    do throws(SystemError) {
      try operations.makeFolders(folder)
      try operations.replace(path, with: Array(choice.kept.utf8), permissions: 0o600)
      return nil
    } catch { return "\(path): \(error)" }
  }

  func forget(_ header: [String]) -> String? {
    guard let path = path(for: header), (try? operations.contents(of: path, limit: Self.mostBytes)) != nil else { return nil }
    do throws(SystemError) {
      try operations.remove(path)
      return nil
    } catch { return "\(path): \(error)" }
  }
}

/// Finds for one table what its columns are, and notes what went wrong with that.
final class ColumnChooser {
  private let request: ColumnRequest
  private let memory: ColumnMemory
  private let name: String
  /// A choice that this file does not fit.
  private(set) var failure: Failure?
  /// What could not be kept.
  private(set) var note: String?

  init(_ request: ColumnRequest, memory: ColumnMemory, name: String) { (self.request, self.memory, self.name) = (request, memory, name) }

  func choose(_ header: [String]) -> (ColumnChoice, ColumnReason)? {
    switch request {
    case .remembered: return memory.choice(for: header).map { ($0, .remembered) }
    case .forget:
      note = memory.forget(header).map { "\(name): what --map said of its columns could not be forgotten: \($0)" }
      return nil
    case .choice(let choice):
      if let refusal = choice.refusal(for: header) {
        failure = Failure("--map: \(name): \(refusal.words)", .usage)
        return nil
      }
      note = memory.keep(choice, for: header).map { "\(name): what --map says of its columns could not be remembered: \($0)" }
      return (choice, .map)
    }
  }
}
