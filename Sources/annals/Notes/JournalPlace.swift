import Bytes
import Notebook
import TimelineModel
import TimelineStore

/// Where the reader's margin of what is open is kept: `$XDG_STATE_HOME/annals/notes`, a journal for each timeline.
///
/// The timeline that comes with annals and a folder in the native format are told by the id that the timeline gives itself, so that notes stay when the folder
/// moves. Any other file is told by its path, several files by all their paths, standard input by the id of what comes in.
enum JournalPlace {
  /// - Returns: nil as long as it is not known which timeline it is, or when there is no home to keep anything in.
  static func journal(for paths: [String], _ store: EventStore, isWhole: Bool) -> Journal? {
    guard let folder = Directories.state, let (key, label) = identity(of: paths, id: store.header.id, isWhole: isWhole) else { return nil }
    return Journal("\(folder)/notes/\(JournalName.name(forKey: key, label: label))")
  }

  private static func identity(of paths: [String], id: String, isWhole: Bool) -> (key: String, label: String)? {
    let isNamed = paths.isEmpty || (paths.count == 1 && FileBytes.isDirectory(paths[0]))
    if isNamed, !id.isEmpty { return ("timeline:" + id, id) }
    guard isWhole || !(isNamed || paths.contains("-")) else { return nil }
    let places = paths.map { $0 == "-" ? "-" + id : (try? FileOperations.system.resolve($0)) ?? $0 }
    let name = paths.first.map { $0 == "-" ? id : $0.split(separator: "/").last.map(String.init) ?? $0 } ?? id
    return ("files:" + places.joined(separator: "\n"), name)
  }
}
