package import Bytes

/// The files of a timeline on disk.
package enum TimelineFolder {
  /// A single file, or every YAML file in a folder and the folders in it, named relative to it.
  ///
  /// Hidden names and links to folders are passed over, so the walk stays inside and ends.
  ///
  ///     try TimelineFolder.files(at: "data/nagorno-karabakh").map(\.name)   // ["actors.yaml", "events/1988-1990.yaml", …]
  ///
  /// - Throws: ``FileError`` for a file that cannot be read, a folder without YAML files, or a file that is cut short while it is read.
  package static func files(at path: String) throws(FileError) -> [InputFile] {
    guard FileBytes.isDirectory(path) else { return [try file(at: path, name: path)] }
    var files: [InputFile] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileBytes.list(directory: folder.isEmpty ? path : "\(path)/\(folder)") where !entry.name.hasPrefix(".") {
        let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        switch entry.kind {
        case .directory: folders.append(name)
        case .file where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): files.append(try file(at: "\(path)/\(name)", name: name))
        case .file, .other: continue
        }
      }
    }
    guard !files.isEmpty else {
      throw FileError(path: path, what: "is a folder without YAML files, so it is no timeline", exitClass: .noInput)
    }
    return files.sorted { $0.name < $1.name }
  }

  private static func file(at path: String, name: String) throws(FileError) -> InputFile {
    let bytes = try FileBytes(path: path)
    let input = InputFile(name: path == "-" ? "standard input" : name, bytes: bytes.array)
    if let byte = bytes.missingFrom {
      throw FileError(path: path, what: "was cut short at byte \(byte) while it was read; try again", exitClass: .ioError)
    }
    return input
  }
}
