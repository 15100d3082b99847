import TestSupport
import Testing

@Suite("Tables, as they come", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct TableFilesTests {
  private static let fixtures = AnnalsProgram.package + "/Tests/Fixtures"
  private static let ged = fixtures + "/ged/river-25.csv"
  private static let river = fixtures + "/table/river.csv"

  /// Runs a line of shell in a folder; `$annals` is the program.
  private static func shell(_ line: String, in folder: TemporaryFolder) async throws -> Ended {
    try await Child.run(["sh", "-c", "cd \(folder.path) && \(line)"], in: ChildEnvironment(["annals": AnnalsProgram.path]))
  }

  @Test(
    "A table is the same through a pipe, compressed, in an archive, and slowly",
    arguments: [
      "cat '\(ged)' | $annals list -", "gzip -c '\(ged)' >a.csv.gz; $annals list a.csv.gz", "gzip -c '\(ged)' >noname; $annals list noname",
      "zip -jq a.zip '\(ged)'; $annals list a.zip", "(head -n 2 '\(ged)'; sleep 1; tail -n +3 '\(ged)') | $annals list -", "$annals list - <'\(ged)'",
      "mkfifo p; cat '\(ged)' >p & $annals list p",
    ])
  func ways(line: String) async throws {
    guard await Child.exists("zip") || !line.contains("zip -") else { return }
    let plain = try await AnnalsProgram.run(["list", Self.ged])
    let other = try await Self.shell(line, in: try TemporaryFolder())
    #expect(other.status == 0 && !plain.output.isEmpty && other.output == plain.output, "\(other.errorText)")
  }

  @Test("Of an archive the tables and timelines are read, and it says which")
  func archive() async throws {
    guard await Child.exists("zip") else { return }
    let folder = try TemporaryFolder()
    _ = try folder.copy(of: AnnalsProgram.river, as: "river")
    let list = try await Self.shell("cp '\(Self.river)' 't[1].csv'; echo no >readme; zip -qr a.zip river 't[1].csv' readme; $annals list a.zip", in: folder)
    #expect(list.status == 0 && list.text.contains("Shots at the old bridge") && list.text.contains("Talks"), "\(list.errorText)")
    #expect(list.errorText.hasPrefix("annals: a.zip: read ") && list.errorText.contains(" of its files: river/") && !list.errorText.contains("readme"))
    #expect(list.lines.count == 7, "\(list.text)")
    let nothing = try await Self.shell(
      "zip -q b.zip readme river/actors.yaml; zip -dq b.zip river/actors.yaml; echo >r2; zip -q b.zip r2; $annals list b.zip", in: folder)
    #expect(nothing.status == 65 && nothing.errorText == "annals: b.zip: nothing in this archive is a table or a timeline; it holds readme, r2\n")
  }

  @Test(
    "What cannot be unpacked is said in a sentence",
    arguments: [
      ("gzip -c '\(ged)' | $annals list -", 65, "standard input is compressed; unpack it on the way, as in gzip -dc | annals -"),
      ("printf 'PK\\003\\004junk' | $annals list -", 65, "standard input is a zip archive; save it as a file and open that, or unpack it"),
      ("gzip -c '\(ged)' >a.gz; PATH=/nowhere $annals list a.gz", 65, "a.gz: is read by gzip, which is not installed; install it, or unpack the file"),
      ("printf 'hello' | gzip -c >a.gz; $annals list a.gz", 65, "a.gz: this is no format that annals reads"),
      ("printf 'PK\\003\\004junk' >a.zip; $annals list a.zip", 74, "a.zip: "),
    ] as [(String, Int32, String)])
  func packed(line: String, status: Int32, words: String) async throws {
    let ended = try await Self.shell(line, in: try TemporaryFolder())
    #expect(ended.status == status && ended.errorText.hasPrefix("annals: " + words), "\(ended.errorText)")
  }

  @Test("Of a file that was packed and cut off, what came is read, and the rest is an error")
  func cut() async throws {
    let folder = try TemporaryFolder()
    let table = "date,title\n" + (0..<2_000).map { "19\($0 % 90 + 10)-01-01,Event \($0 &* 7_919 % 10_007)\n" }.joined()
    try folder.write("t.csv", table)
    let check = try await Self.shell("gzip t.csv; head -c 4000 t.csv.gz >cut.csv.gz; $annals check cut.csv.gz", in: folder)
    #expect(check.status == 1 && check.text.contains("cut.csv.gz: error: It was not unpacked to its end (gzip: "), "\(check.text)")
    #expect(!check.text.contains("\n0 events"))
  }

  @Test("Several files are one timeline; an id that stands in two of them is kept twice and counted")
  func several() async throws {
    let check = try await AnnalsProgram.run(["check", Self.ged, Self.ged, AnnalsProgram.river])
    #expect(check.text.contains("duplicate-id") && check.text.contains("on line 2 of \(Self.ged)"), "\(check.text)")
    let one = try await AnnalsProgram.run(["list", Self.ged])
    let all = try await AnnalsProgram.run(["list", Self.ged, AnnalsProgram.river, Self.ged])
    #expect(all.lines.count == 2 * one.lines.count + 3)
    #expect(all.lines == all.lines.sorted { _, _ in false })
  }

  @Test("check says what a table is, what recurs in it, and what was done about that")
  func check() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.csv", "When,What,Deaths\n2001-05-01,a,1\n43192,b,2\n43193,c,3\nsoon,d,4\n")
    let check = try await AnnalsProgram.run(["check", file])
    #expect(check.status == 1)
    #expect(
      check.text.contains(
        "\(file): table, 3 columns set apart by commas: date is When, title is What, killed is Deaths (by name)\n\(file): 4 rows\n"), "\(check.text)")
    #expect(check.text.contains("\(file):3: warning: 2 × spreadsheet-date, the first of them here."))
    #expect(check.lines.suffix(2).first?.hasPrefix("Together: 2001-05-01 to 2018-04-03, ") == true)
    #expect(check.lines.last == "4 events, 1 error, 2 warnings")
  }

  @Test("More problems than are listed are still counted")
  func manyProblems() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.csv", "date,title\n" + String(repeating: "never,x\n", count: 5_000))
    let check = try await AnnalsProgram.run(["check", file])
    #expect(check.lines.last == "5000 events, 5000 errors, 0 warnings" && check.lines.count < 200, "\(check.lines.last ?? "")")
  }

  // MARK: Order of the file

  @Test("In the order of the file the list ends with its limit, and takes every format but one document")
  func fileOrder() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.csv", "date,title,actors\n2003-01-01,c,x\n2001-01-01,a,y\n2002-01-01,b,x\n")
    func titles(_ options: String...) async throws -> [String] {
      try await AnnalsProgram.run(["list", file, "--sort", "file"] + options).lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    }
    #expect(try await titles() == ["c", "a", "b"])
    #expect(try await titles("--limit", "2") == ["c", "a"])
    #expect(try await titles("--filter", "actor:x") == ["c", "b"])
    let lines = try await AnnalsProgram.run(["list", file, "--sort", "file", "--format", "jsonl"])
    #expect(lines.lines.count == 3 && lines.lines[1].contains("2001-01-01"))
    #expect(try await AnnalsProgram.run(["list", file, "--sort", "file", "--format", "json"]).status == 64)
    let unknown = try await AnnalsProgram.run(["list", file, "--sort", "file", "--filter", "actor:nobody"])
    #expect(unknown.status == 64 && unknown.errorText.contains("there is no actor “nobody”"))
    let bundled = try await AnnalsProgram.run(["list", "--sort", "file", "--limit", "1"])
    #expect(bundled.lines.count == 1)
    let river = try await AnnalsProgram.run(["list", AnnalsProgram.river, "--sort", "file"])
    #expect(river.lines.count == 3 && river.lines[0].contains("Shots at the old bridge"))
  }

  @Test("An actor that only a later part of a file names is found in it")
  func laterNames() async throws {
    let folder = try TemporaryFolder()
    let rows = (0..<70_000).map { "2001-01-01,e\($0),\($0 == 69_000 ? "late" : "x")\n" }
    let file = try folder.write("t.csv", "date,title,actors\n" + rows.joined())
    let list = try await AnnalsProgram.run(["list", file, "--sort", "file", "--filter", "actor:late", "--format", "jsonl"])
    #expect(list.status == 0 && list.lines.count == 1 && list.text.contains("e69000"), "\(list.errorText)")
  }

  @Test("A table that is read in many parts is listed and counted as one, from a file and through a pipe")
  func parts() async throws {
    let folder = try TemporaryFolder()
    // The kind attack comes after others with that word in them.
    let rows = (0..<50_000).map { row -> (id: Int, year: Int, kind: String, killed: Int) in
      let kind = row > 40_000 && row % 2 == 0 ? "attack" : row % 3 == 0 ? "attack from the air" : "siege"
      return (id: row, year: 1900 + row * 7_919 % 100, kind: kind, killed: row % 501)
    }
    let lines = rows.map { "\($0.id),\($0.year)-05-01,e\($0.id),\($0.kind),\($0.killed)\n" }
    let file = try folder.write("t.csv", "id,date,title,kind,killed\n" + lines.joined())
    let attacks = rows.filter { $0.kind == "attack" }.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
    for input in ["cat t.csv | $annals ARGS", "$annals ARGS"] {
      func run(_ arguments: String) async throws -> Ended {
        let files = input.hasPrefix("cat") ? "-" : file
        return try await Self.shell(input.replacing("ARGS", with: arguments.replacing("FILE", with: files)), in: folder)
      }
      let listed = CSVTable(try await run("list FILE --filter kind:attack --format csv").text)
      #expect(listed.column("id") == attacks.map { String($0.id) })
      let deadliest = CSVTable(try await run("list FILE --sort killed --limit 300 --format csv").text)
      #expect(deadliest.column("id") == rows.sorted { ($1.killed, $0.year, $0.id) < ($0.killed, $1.year, $1.id) }.prefix(300).map { String($0.id) })
      let years = CSVTable(try await run("stats FILE --by year --filter kind:attack --format csv").text)
      let counted = Dictionary(grouping: attacks, by: \.year).sorted { $0.key < $1.key }
      #expect(years.column("key") == counted.map { String($0.key) } && years.column("events") == counted.map { String($0.value.count) })
      #expect(years.column("killed_best") == counted.map { String($0.value.reduce(0) { $0 + $1.killed }) })
      let unknown = try await run("stats FILE --by year --filter kind:atack")
      #expect(unknown.status == 64 && unknown.errorText.contains("Did you mean “attack”?"), "\(unknown.errorText)")
    }
  }

  @Test("An event is shown from wherever it stands in a table, and a near id suggested where there is none")
  func show() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.csv", "id,date,title\nfirst,2003,One\nsecond,2001,Two\nthird,2002,Three\n")
    let shown = try await AnnalsProgram.run(["show", "third", "first", "--in", file])
    #expect(shown.status == 0 && shown.lines.first == "Three" && shown.lines.contains("One"))
    let missing = try await AnnalsProgram.run(["show", "secund", "--in", file])
    #expect(missing.status == 64 && missing.errorText == "annals: there is no event with the id secund; did you mean second?\n")
  }

  @Test("A file for which there is no room is refused in words", .disabled(if: Sanitizer.isOn, "A sanitizer needs more addresses than the limit leaves"))
  func noRoom() async throws {
    let ended = try await Self.shell("printf 'date,title\\n' >t.csv; truncate -s 20G t.csv; ulimit -v 4000000; $annals list t.csv", in: try TemporaryFolder())
    #expect(ended.status == 74 && ended.errorText.contains("t.csv: has 21474836480 bytes, and there are no addresses left for so many"), "\(ended.errorText)")
  }
}
