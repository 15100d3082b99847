import Bytes
import Foundation
import Testing
import TimelineFormats

@Suite("The JSON Schema of the native format")
struct SchemaTests {
  @Test("The shipped file is what the reader's tables say (RECORD_SNAPSHOTS=1 rewrites it)")
  func snapshot() throws {
    let path = Fixtures.package + "/data/schema/native.json"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(atPath: Fixtures.package + "/data/schema", withIntermediateDirectories: true)
      try FileBytes.write(SchemaText.native.utf8, atomicallyTo: path)
    }
    #expect(try Fixtures.text(path) == SchemaText.native)
  }

  @Test("So is the one of what check prints (RECORD_SNAPSHOTS=1 rewrites it)")
  func check() throws {
    let path = Fixtures.package + "/data/schema/check.json"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" { try FileBytes.write(SchemaText.check.utf8, atomicallyTo: path) }
    #expect(try Fixtures.text(path) == SchemaText.check)
    #expect(try JSONSerialization.jsonObject(with: Data(SchemaText.check.utf8)) is [String: Any])
  }

  @Test("It is JSON, and everything it points to is in it")
  func references() throws {
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(SchemaText.native.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    for match in SchemaText.native.matches(of: /"#\/\$defs\/([a-z]+)"/) { #expect(definitions[String(match.1)] != nil) }
    let event = try #require(definitions["event"] as? [String: Any])
    #expect(event["required"] as? [String] == ["id", "date", "title", "kind"])
    #expect((definitions["date"] as? [String: Any])?["type"] as? [String] == ["string", "integer"])
  }
}
