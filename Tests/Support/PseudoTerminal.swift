import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A terminal with nobody at it: what a child writes to it is collected as it was written.
package struct PseudoTerminal: Sendable {
  package struct Unavailable: Error {}

  /// The file to which the child's output is directed.
  package let path: String
  private let ours: Int32
  private let child: Int32

  package init(columns: Int, rows: Int) throws {
    // The child's end is kept open until the child has ended: a terminal that nobody holds open reads as closed.
    var (ours, child): (Int32, Int32) = (-1, -1)
    // Not ttyname, which answers all threads in one place: tests run side by side, and one would write to another's terminal.
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ours, &child, nil, nil, nil) == 0, ttyname_r(child, &name, name.count) == 0 else { throw Unavailable() }
    (self.ours, self.child, path) = (ours, child, String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    var modes = termios()
    tcgetattr(child, &modes)
    cfmakeraw(&modes)
    tcsetattr(child, TCSANOW, &modes)
    var size = winsize(ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(child, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until the child's end is closed. On a thread of its own: a read that waits must not hold up the tests beside it.
  package func reading() -> Task<[UInt8], Never> {
    let ours = ours
    return Task {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          var bytes: [UInt8] = []
          var buffer = [UInt8](repeating: 0, count: 1 << 16)
          while true {
            let count = read(ours, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
          }
          close(ours)
          continuation.resume(returning: bytes)
        }
      }
    }
  }

  /// Types keys, a moment between one and the next, and the last of them again and again until the task is cancelled: a program that starts may not listen yet.
  package func typing(_ keys: [String]) -> Task<Void, Never> {
    let ours = ours
    return Task {
      var rest = keys[...]
      while !Task.isCancelled, let key = rest.first {
        try? await Task.sleep(for: .milliseconds(60))
        _ = write(ours, key, key.utf8.count)
        if rest.count > 1 { rest.removeFirst() }
      }
    }
  }

  /// Says that nothing more will be written.
  package func closeChildEnd() { close(child) }
}
