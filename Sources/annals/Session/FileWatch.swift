import Bytes
import Synchronization
import TimelineBrowser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Looks at the open files every other second and says when one of them is no longer what was read. Asks the system for their length and time alone, on a thread
/// of its own, so that a disk that does not answer holds up nobody.
final class FileWatch: Sendable {
  private let paths: [String]
  private let mailbox: Mailbox
  private let isStale = Atomic<Bool>(true)

  private static let seconds: UInt32 = 2

  /// Begins to watch; nil where there is no file to watch.
  init?(_ paths: [String], _ mailbox: Mailbox) {
    self.paths = paths.filter { $0 != "-" }
    self.mailbox = mailbox
    guard !self.paths.isEmpty, BackgroundThread.start({ self.watch() }) else { return nil }
  }

  /// What lies there now is being read: changes are told from here on.
  func startAnew() { isStale.store(true, ordering: .relaxed) }

  private func watch() {
    var known: [String: FileStamp] = [:]
    var told: String?
    while true {
      if isStale.exchange(false, ordering: .relaxed) { (known, told) = (stamps, nil) }
      sleep(Self.seconds)
      if isStale.load(ordering: .relaxed) { continue }
      let words = change(since: known)
      if words != told { mailbox.post(.filesChanged(words)) }
      told = words
    }
  }

  /// Files by path, those of folders too.
  private var stamps: [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for path in paths { Self.visit(path) { stamps[$0] = FileStamp(path: $0) } }
    return stamps
  }

  private static func visit(_ path: String, _ body: (String) -> Void) {
    guard FileBytes.isDirectory(path) else { return body(path) }
    for entry in (try? FileBytes.list(directory: path)) ?? [] where !entry.name.hasPrefix(".") {
      let inside = path.hasSuffix("/") ? path + entry.name : "\(path)/\(entry.name)"
      if entry.kind == .directory { visit(inside, body) } else if entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml") { body(inside) }
    }
  }

  /// What happened to the files, in words; nil when nothing did.
  private func change(since known: [String: FileStamp]) -> String? {
    let now = stamps
    for (path, stamp) in known.sorted(by: { $0.key < $1.key }) {
      switch stamp.change(to: now[path]) {
      case nil: continue
      case .grew(let bytes): return "\(path) has grown by \(Progress.grouped(bytes)) bytes since it was read"
      case .cutShort(let bytes): return "\(path) was cut short to \(Progress.grouped(bytes)) bytes: what lay behind is gone from the screen too"
      case .rewritten: return "\(path) was written anew since it was read"
      case .gone: return "\(path) is no longer there"
      }
    }
    return now.keys.contains { known[$0] == nil } ? "There are new files in \(paths.joined(separator: ", "))" : nil
  }
}
