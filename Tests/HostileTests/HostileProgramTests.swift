import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite("The program with files that a stranger sends", .serialized, .timeLimit(.minutes(Sanitizer.minutes(10))))
struct HostileProgramTests {
  /// Runs a command on a file with its output on a terminal, and tells what a terminal must not be told.
  private func expectCalm(_ arguments: [String], _ name: String) async throws {
    let start = ContinuousClock.now
    let ended = try await AnnalsProgram.runOnTerminal(arguments)
    // Long enough to wait for its turn among the children of other tests; LargeFileTests times the reading itself.
    #expect(ContinuousClock.now - start < Sanitizer.limit(.seconds(60)), "\(name): \(arguments[0])")
    #expect([0, 1, 65, 74].contains(ended.status), "\(name): \(arguments[0]) ended with \(ended.status)")
    #expect(!Self.obeys(Self.withoutProgress(ended.output)), "\(name): \(arguments[0]) wrote \(ended.text.debugDescription)")
  }

  /// The same without the line that tells how far a slow reading is, and that goes back over itself.
  private static func withoutProgress(_ output: [UInt8]) -> [UInt8] {
    guard let text = String(validating: output, as: UTF8.self) else { return output }
    return Array(text.replacing(/Reading \d+ % [^\r\n]*\r *\r+/, with: "").utf8)
  }

  /// C0 but the line end, DEL, C1 in UTF-8 and as bytes, and what turns the direction of text.
  private static func obeys(_ output: [UInt8]) -> Bool {
    String(validating: output, as: UTF8.self) == nil
      || String(decoding: output, as: UTF8.self).unicodeScalars.contains { scalar in
        scalar != "\n" && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value))
      }
  }

  @Test("No command crashes, hangs or lets a control byte out, and check ends as the file deserves", arguments: HostileTable.ofData)
  func commands(table: HostileTable) async throws {
    let folder = try TemporaryFolder()
    for file in table.files {
      let path = folder.path + "/" + file.fileName
      try Data(file.bytes).write(to: URL(filePath: path))
      try await expectCalm(["list", path], file.name)
      try await expectCalm(["stats", path, "--by", "kind"], file.name)
      let check = try await AnnalsProgram.run(["check", path])
      #expect(check.status == (file.isRefused ? 65 : file.expected.hasPrefix("error") ? 1 : 0), "\(file.name): \(check.text)\(check.errorText)")
      #expect(!Self.obeys(check.output) && !Self.obeys(check.errors), "\(file.name)")
      // An editor jumps to the first of the worst.
      let place = file.expected.split(separator: " ").dropFirst(2).first.map { $0.prefix { $0 != "," } } ?? ""
      if file.expected.hasPrefix("error") { #expect((check.text + check.errorText).contains(":\(place): error: "), "\(file.name): \(check.text)") }
      if file.isRefused { #expect(check.errorText.contains(path), "\(file.name): \(check.errorText)") }
    }
  }

  @Test("The screen shows them and lets nothing through but what the program says itself", arguments: HostileTable.ofData)
  func screen(table: HostileTable) async throws {
    let folder = try TemporaryFolder()
    for (index, file) in table.files.enumerated() where index % 9 == 4 && !file.isRefused {
      let path = folder.path + "/" + file.fileName
      try Data(file.bytes).write(to: URL(filePath: path))
      try await expectCalmScreen([path], file.name)
    }
  }

  @Test("A title that is an order is drawn, not obeyed", arguments: PayloadTests.payloads.indices.filter { $0 % 2 == 0 })
  func payloads(index: Int) async throws {
    let folder = try TemporaryFolder()
    let (what, text) = PayloadTests.payloads[index]
    for carrier in [0, 5, 7] {
      let (_, name, write) = PayloadTests.carriers[carrier]
      guard carrier != 7 || text.unicodeScalars.allSatisfy({ $0.value < 0x10000 }) else { continue }
      let path = try folder.write("\(what) \(name)".replacing("/", with: "-"), write(text))
      try await expectCalm(["list", path], what)
      try await expectCalmScreen([path], what)
    }
  }

  /// Opens files in the browser, looks at an event, the problems and the facets, leaves, and reads what the terminal was told.
  private func expectCalmScreen(_ files: [String], _ name: String) async throws {
    let ended = try await AnnalsProgram.browse(files, keys: ["j", "\r", "!", "a", "\u{1B}", "Q"])
    #expect(ended.status == 0, "\(name): \(ended.status) \(ended.text.suffix(300).debugDescription)")
    let orders = TerminalOrders(ended.output)
    #expect(orders.strange.isEmpty, "\(name): \(orders.strange)")
  }

  @Test(
    "What a container holds is read as far as it goes, or refused in a sentence",
    arguments: [
      ("cut.gz", "head -c 60000 /dev/urandom | base64 | sed 's/^/1990,/' | (echo date,title; cat) | gzip -c | head -c 20000", [0, 1]),
      ("empty.gz", "printf '' | gzip -c", [1, 65, 74]), ("only-magic.gz", "printf '\\037\\213'", [1, 65, 74]),
      ("nonsense.gz", "printf '\\037\\213\\010nonsense'", [1, 65, 74]),
      ("twice.csv.gz", "printf 'date,title\\n1990,Shots\\n' | gzip -c | gzip -c", [1, 65, 74]),
      ("joined.csv.gz", "(printf 'date,title\\n1990,Shots\\n' | gzip -c; printf '1991,More\\n' | gzip -c)", [0, 1]),
      ("rubbish-after.csv.gz", "(printf 'date,title\\n1990,Shots\\n' | gzip -c; printf 'rubbish')", [0, 1, 65, 74]),
      ("zeros.gz", "head -c 30000000 /dev/zero | gzip -c", [1, 65, 74]), ("escape.csv.gz", "printf 'date,title\\n1990,\\033[2J\\n' | gzip -c", [0]),
      ("only-magic.zip", "printf 'PK\\003\\004'", [65, 74]), ("nonsense.zip", "printf 'PK\\003\\004nonsense and more nonsense'", [65, 74]),
      ("only-magic.xz", "printf '\\3757zXZ\\000'", [1, 65, 74]),
      ("only-magic.bz2", "printf 'BZh9'", [1, 65, 74]), ("only-magic.zst", "printf '\\050\\265\\057\\375'", [1, 65, 74]),
    ])
  func containers(name: String, make: String, status: [Int32]) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    let made = try await Child.run(["sh", "-c", "(\(make)) >'\(path)' 2>/dev/null; true"])
    #expect(made.status == 0)
    let start = ContinuousClock.now
    let check = try await AnnalsProgram.run(["check", path])
    #expect(ContinuousClock.now - start < Sanitizer.limit(.seconds(60)))
    #expect(status.contains(check.status), "\(check.status): \(check.text.prefix(300)) \(check.errorText)")
    #expect(!Self.obeys(check.output) && !Self.obeys(check.errors))
    if check.status != 0 { #expect((check.text + check.errorText).contains(name)) }
    try await expectCalm(["list", path], name)
  }

  @Test("An archive whose members are called as if they lay elsewhere puts nothing anywhere")
  func archiveOfPaths() async throws {
    let folder = try TemporaryFolder()
    let table = "date,title\\n1990,Shots\\n"
    let script = """
      import zipfile
      with zipfile.ZipFile('\(folder.path)/inside/a.zip', 'w') as archive:
          for name in ('../outside.csv', '\(folder.path)/absolute.csv', 'a\\x1b[2Jb.csv', '-p.csv', '*.csv', 'ordinary.csv'):
              archive.writestr(name, '\(table)')
      """
    try folder.write("inside/note", "")
    #expect(try await Child.run(["python3", "-c", script]).status == 0)
    let ended = try await AnnalsProgram.runOnTerminal(["list", folder.path + "/inside/a.zip"])
    #expect(ended.text.contains("Shots") && !Self.obeys(ended.output), "\(ended.text.debugDescription)")
    try await expectCalmScreen([folder.path + "/inside/a.zip"], "a.zip")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["inside"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/inside").sorted() == ["a.zip", "note"])
  }

  @Test("An archive of more tables than are read at once is refused with their number, before any of them is unpacked")
  func archiveOfMany() async throws {
    let folder = try TemporaryFolder()
    let script = """
      import zipfile
      with zipfile.ZipFile('\(folder.path)/a.zip', 'w') as archive:
          for number in range(3_000): archive.writestr(f'{number}.csv', 'date,title\\n1990,Shots\\n')
      """
    #expect(try await Child.run(["python3", "-c", script]).status == 0)
    let list = try await AnnalsProgram.run(["list", folder.path + "/a.zip"])
    #expect(list.status == 65 && list.errorText.contains("a.zip: this archive holds 3000 tables and timelines, and at most 64 are read at once"))
  }

  @Test("A reader's own files may hold anything: the browser opens, says what is wrong, and gives the terminal back")
  func ownFiles() async throws {
    for file in HostileTable.all.filter({ $0.name == "own" }).flatMap(\.files) {
      let folder = try TemporaryFolder()
      let family = file.name.split(separator: "/").first.map(String.init) ?? ""
      let place = ["config": "annals/config", "theme": "annals/themes/\(file.fileName)", "journal": "annals/notes/\(file.fileName).journal"][family] ?? ""
      for path in family == "config" ? [place, "annals/keys"] : [place] {
        try folder.write(path, "")
        try Data(file.bytes).write(to: URL(filePath: folder.path + "/" + path))
      }
      let environment = ChildEnvironment(["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path])
      let ended = try await AnnalsProgram.browse([AnnalsProgram.river], keys: ["j", "t", "Q"], in: environment)
      #expect(ended.status == 0, "\(file.name): \(ended.text.suffix(300).debugDescription)")
      #expect(TerminalOrders(ended.output).strange.isEmpty, "\(file.name): \(TerminalOrders(ended.output).strange)")
    }
  }

  @Test("Nothing of this took a gigabyte", .disabled(if: Sanitizer.isOn, "A sanitizer keeps books as large as what they are about"))
  func memory() {
    var usage = rusage()
    #if canImport(Glibc)
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    #else
    getrusage(RUSAGE_CHILDREN, &usage)
    #endif
    #if canImport(Darwin)
    let bytes = usage.ru_maxrss
    #else
    let bytes = usage.ru_maxrss << 10
    #endif
    #expect(bytes < 1 << 30)
  }
}
