import Bytes
import Testing
import TimelineFormats
import TimelineModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("The table of formats")
struct FormatTests {
  @Test("Every format has a name, an ending and a sentence, and no two share a name")
  func table() {
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    for format in Format.all { #expect(!format.extensions.isEmpty && !format.summary.hasSuffix(".")) }
  }

  @Test("A YAML file is the native format", arguments: [("a.yaml", "native"), ("events/1990.yml", "native"), ("a.zip", nil)] as [(String, String?)])
  func detection(name: String, format: String?) { #expect(Format.detect(name: name, head: [])?.name == format) }

  @Test(
    "A timeline from a pipe has no name and is known by its first key",
    arguments: [
      ("id: a\ntitle: b\n", true), ("\u{FEFF}# by hand\n\n---\nevents:\n  - id: a\n", true), ("period: 1990\r\n", true),
      ("id,date,title\n", false), ("identity: 4\n", false), ("{\"id\": 1}", false), ("", false), ("# alone", false),
    ])
  func piped(text: String, isNative: Bool) { #expect((Format.detect(name: "-", head: Array(text.utf8))?.name == "native") == isNative) }

  @Test("A format reads what it recognises")
  func reading() throws {
    let format = try #require(Format.detect(name: "timeline.yaml", head: []))
    let result = format.read(try Fixtures.river())
    #expect(result.timeline.events.count == 3)
    #expect(result.errorCount == 0 && result.warningCount == 0)
  }

  @Test("A folder is read with the folders in it, a file alone")
  func folder() throws {
    let names = try Fixtures.river().map(\.name)
    #expect(names == ["actors.yaml", "events/1990.yaml", "events/1991.yaml", "places.yaml", "sources.yaml", "timeline.yaml"])
    let path = Fixtures.root + "/Fixtures/native/river/places.yaml"
    #expect(try TimelineFolder.files(at: path).map(\.name) == [path])
    #expect(throws: FileError.self) { try TimelineFolder.files(at: Fixtures.root + "/TimelineFormatsTests/Support") }
    #expect(throws: FileError.self) { try TimelineFolder.files(at: "/nowhere") }
  }

  @Test("Bytes in static memory are read like a file's")
  func staticBytes() {
    let text: StaticString = "id: a\ntitle: b\n"
    let file = InputFile(name: "a.yaml", staticBytes: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    #expect(NativeFormat.read([file]).timeline.id == "a")
  }
}
