import Bytes
import TimelineFormats
import TimelineModel
import TimelineStore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ColumnCache {
  /// Writes what was read of files in the place of whatever was kept of them.
  ///
  /// - Parameters:
  ///   - subject: the files as they were before they were read.
  ///   - isCancelled: asked between two pieces; true leaves all as it was.
  /// - Returns: false where they cannot be kept, or changed while they were read.
  /// - Throws: the system's number when a call fails; what was kept before is untouched then.
  func keep(
    _ store: EventStore, _ problems: [Problem], of subject: Subject, _ intake: Intake, isCancelled: () -> Bool = { false }
  ) throws(SystemError) -> Bool {
    guard let tables = intake.wholeTables, let parts = store.keptParts, tables.map(\.file.seal) == subject.seals else { return false }
    let kept = KeptSet(columns: store.kept, directory: store.directory, parts: parts, problems: problems)
    try files.makeFolders(folder)
    let (file, temporary) = try files.create(beside: subject.path, permissions: 0o600)
    do throws(SystemError) {
      defer { files.close(file) }
      var (written, waiting) = (0, [UInt8]())
      let most = min(Self.mostBytes, max(Self.fewBytes, subject.bytes))
      let isWhole = try withoutActuallyEscaping(isCancelled) { isCancelled throws(SystemError) in
        try kept.write(key: subject.key, names: tables.map(\.name)) { bytes throws(SystemError) in
          written += bytes.count
          guard written <= most else { throw SystemError(EFBIG) }
          var rest = bytes[...]
          while !rest.isEmpty {
            if isCancelled() { throw SystemError(ECANCELED) }
            let room = Self.pieceBytes - waiting.count
            waiting += rest.prefix(room)
            rest = rest.dropFirst(room)
            if waiting.count == Self.pieceBytes { try write(&waiting, to: file) }
          }
        }
      }
      try write(&waiting, to: file)
      guard isWhole else {
        try? files.remove(temporary)
        return false
      }
      try files.retrying { () throws(SystemError) in try files.rename(temporary, subject.path) }
    } catch {
      try? files.remove(temporary)
      throw error
    }
    tidy(sparing: subject.path)
    return true
  }

  private static let pieceBytes = 1 << 20
  /// As much may be kept even of a smaller file.
  private static let fewBytes = 1 << 20

  private func write(_ waiting: inout [UInt8], to file: FileOperations.Descriptor) throws(SystemError) {
    try files.writeAll(waiting, to: file)
    waiting.removeAll(keepingCapacity: true)
  }

  /// How long, in seconds, a file that is being written may take before it is taken for one that a killed program left.
  private static let mostSeconds: Int64 = 3_600

  /// Throws away what was not used for longest where there is too much, and what was never finished.
  private func tidy(sparing path: String) {
    guard let names = try? files.names(folder) else { return }
    let now = Clock.now / 1_000_000
    var all: [(path: String, status: FileStatus)] = []
    for name in names {
      let own = folder + "/" + name
      guard name.hasSuffix(Self.ending) || name.hasSuffix(".new"), let status = try? files.statusAt(own, false), status.kind == .file else { continue }
      if name.hasSuffix(Self.ending) {
        all.append((own, status))
      } else if name.contains(Self.ending), status.written < now - Self.mostSeconds {
        try? files.remove(own)
      }
    }
    var (count, bytes) = (0, 0)
    for (own, status) in all.sorted(by: { ($0.path == path ? .max : $0.status.written, $0.path) > ($1.path == path ? .max : $1.status.written, $1.path) }) {
      count += 1
      bytes += min(status.size, Self.mostBytesInAll)
      if own != path, count > Self.mostFiles || bytes > Self.mostBytesInAll { try? files.remove(own) }
    }
  }
}
