import Subprocess

/// How a child ended, and what it wrote.
package struct Ended: Sendable {
  /// The exit status; 128 and the number of the signal for a child that died by one, as shells count.
  package var status: Int32
  package var output: [UInt8]
  package var errors: [UInt8]

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
  package var lines: [String] { text.split(separator: "\n").map(String.init) }
}

package enum Child {
  /// Far more than any test writes.
  private static let limit = 64 << 20

  /// Runs a program to its end, in a session of its own, so that it has no terminal to fall back on.
  ///
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - redirections: as a shell writes them: `>/dev/full`.
  ///   - input: what it reads from standard input; nil is nothing at all.
  package static func run(
    _ words: [String], redirections: String = "", input: String? = nil, in environment: ChildEnvironment = ChildEnvironment()
  ) async throws -> Ended {
    try await run(words.map { Array($0.utf8) }, redirections: redirections, input: input, in: environment)
  }

  /// The same for arguments that are not all UTF-8.
  package static func run(
    _ words: [[UInt8]], redirections: String = "", input: String? = nil, in environment: ChildEnvironment = ChildEnvironment()
  ) async throws -> Ended {
    var options = PlatformOptions()
    options.createSession = true
    let script = "exec \"$0\" \"$@\" \(redirections)"
    // Subprocess hands bytes on as they are, without the zero that ends a C string.
    let configuration = Configuration(
      executable: .name("sh"), arguments: Arguments(([Array("-c".utf8), Array(script.utf8)] + words).map { $0 + [0] }),
      environment: .custom(Dictionary(uniqueKeysWithValues: environment.variables.map { (Environment.Key(stringLiteral: $0), $1) })), platformOptions: options)
    await Turnstile.children.enter()
    do {
      let ended = try await ended(configuration, input)
      await Turnstile.children.leave()
      return ended
    } catch {
      await Turnstile.children.leave()
      throw error
    }
  }

  private static func ended(_ configuration: Configuration, _ input: String?) async throws -> Ended {
    guard let input else { return Ended(try await Subprocess.run(configuration, input: .none, output: .bytes(limit: limit), error: .bytes(limit: limit))) }
    return Ended(try await Subprocess.run(configuration, input: .string(input), output: .bytes(limit: limit), error: .bytes(limit: limit)))
  }

  /// Whether a program lies in the path.
  package static func exists(_ program: String) async -> Bool {
    (try? await run(["sh", "-c", "command -v '\(program)'"]).status) == 0
  }
}

extension Ended {
  fileprivate init<Input>(_ result: ExecutionResult<Input, BytesOutput, BytesOutput>) {
    status =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    output = result.standardOutput
    errors = result.standardError
  }
}
