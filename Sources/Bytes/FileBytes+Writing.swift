#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

extension FileBytes {
  /// Writes a file so that at any moment, even after a crash, either the old or the whole new content is there.
  ///
  /// The bytes go to a new file in the same directory, are synced, and the file is renamed over the old one; then the directory is synced.
  /// The permissions of an existing file are kept; a new one gets `permissions` less the umask. A link stays, and what it leads to is written.
  ///
  /// - Throws: ``FileError`` of class `ioError`; the old file is untouched then and the temporary one removed.
  package static func write(
    _ bytes: some Sequence<UInt8>, atomicallyTo path: String, permissions: UInt16 = 0o644, files: FileOperations = .system
  ) throws(FileError) {
    // Without a name there is nothing beside which a file could be written.
    guard !path.isEmpty else { throw FileError.system(path, doing: "written", ENOENT) }
    do throws(SystemError) {
      let former = try? files.retrying { () throws(SystemError) in try files.statusAt(path, true) }
      let target = former == nil ? path : try files.retrying { () throws(SystemError) in try files.resolve(path) }
      try files.replace(target, with: Array(bytes), permissions: permissions, exactly: former?.kind == .file ? former?.permissions : nil)
    } catch {
      throw FileError.system(path, doing: "written", error.code)
    }
  }

  /// Makes a directory and those above it that are missing, for the user alone, as the XDG specification asks.
  package static func createDirectory(_ path: String, files: FileOperations = .system) throws(FileError) {
    do throws(SystemError) { try files.makeFolders(path) } catch { throw FileError.system(path, doing: "made", error.code) }
  }
}
