import TestSupport
import Testing

@Suite("--map", .timeLimit(.minutes(Sanitizer.minutes(10))))
struct ColumnsTests {
  private static let table = "Nr,Datum,\"Was, wer\",Tote\n1,1990-05-01,Shots,2\n2,1991-07-02,Treaty,0\n"
  private static let said = "date=Datum,title=Was, wer,killed=Tote"

  /// A folder with a table and a home of its own.
  private static func sample() throws -> (folder: TemporaryFolder, file: String) {
    let folder = try TemporaryFolder()
    return (folder, try folder.write("t.csv", table))
  }

  private static func run(_ arguments: [String], _ folder: TemporaryFolder) async throws -> Ended {
    try await Child.run(
      [AnnalsProgram.path] + arguments, in: ChildEnvironment(["XDG_CONFIG_HOME": folder.path + "/config", "HOME": folder.path, "LC_ALL": "C.UTF-8"]))
  }

  @Test("What is said of columns holds for every command, and for the next file with that header, until it is forgotten")
  func remembered() async throws {
    let (folder, file) = try Self.sample()
    #expect(try await Self.run(["check", file], folder).status == 1)
    let listed = try await Self.run(["list", file, "--map", Self.said, "--format", "csv"], folder)
    #expect(CSVTable(listed.text).column("title") == ["Shots", "Treaty"] && CSVTable(listed.text).column("killed_best") == ["2", "0"], "\(listed.errorText)")
    let other = try folder.write("other.csv", Self.table + "3,1992-01-01,End,1\n")
    let stats = try await Self.run(["stats", other, "--by", "year", "--format", "csv"], folder)
    #expect(CSVTable(stats.text).column("key") == ["1990", "1991", "1992"], "\(stats.errorText)")
    let check = try await Self.run(["check", other], folder)
    #expect(check.status == 0 && check.text.contains("date is Datum, title is Was, wer, killed is Tote (remembered)\n"), "\(check.text)")
    #expect(try await Self.run(["show", "L2", "--in", other], folder).text.contains("Shots"))
    #expect(try await Self.run(["check", other, "--map", "none"], folder).status == 1)
    #expect(try await Self.run(["check", other], folder).status == 1)
  }

  @Test("check says that --map was why")
  func reason() async throws {
    let (folder, file) = try Self.sample()
    let check = try await Self.run(["check", file, "--map", "date=datum", "--map", "title=Was, wer"], folder)
    #expect(check.text.contains("date is Datum, title is Was, wer (by --map)\n") && check.status == 0, "\(check.text)")
  }

  @Test(
    "What is wrong with it is said in a sentence, with the nearest that there is",
    arguments: [
      ("dat=Datum", "--map: a column cannot be dat; it can be date, end, title,"),
      ("date=Datun", "there is no column Datun; did you mean Datum? The columns are Nr, Datum"),
      ("date", "“date” is no part and its column"), ("date=Datum,date=Nr", "date is given two columns"),
    ])
  func refused(said: String, words: String) async throws {
    let (folder, file) = try Self.sample()
    let ended = try await Self.run(["list", file, "--map", said], folder)
    #expect(ended.status == 64 && ended.errorText.contains(words), "\(ended.errorText)")
  }

  @Test("A format that says itself what its columns are is not told otherwise")
  func otherFormat() async throws {
    let folder = try TemporaryFolder()
    let ended = try await Self.run(["list", AnnalsProgram.package + "/Tests/Fixtures/ged/river-25.csv", "--map", "date=year"], folder)
    #expect(ended.status == 64 && ended.errorText.contains("is read as ged, which says itself what its columns are"), "\(ended.errorText)")
  }

  @Test("Where nothing can be kept the command goes on and says so")
  func unkept() async throws {
    let (folder, file) = try Self.sample()
    try folder.write("config", "a file where the folder should be")
    let listed = try await Self.run(["list", file, "--map", Self.said], folder)
    #expect(listed.status == 0 && listed.lines.count == 2 && listed.errorText.contains("could not be remembered"), "\(listed.errorText)")
  }

  @Test("What was kept and damaged counts as nothing said")
  func damaged() async throws {
    let (folder, file) = try Self.sample()
    _ = try await Self.run(["list", file, "--map", Self.said], folder)
    _ = try await Child.run(
      ["sh", "-c", "for f in '\(folder.path)'/config/annals/columns/*; do printf 'date\\tgone\\n\\377' >$f; done"], in: ChildEnvironment([:]))
    #expect(try await Self.run(["check", file], folder).status == 1)
  }
}
