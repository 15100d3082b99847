/// A table as RFC 4180 says it: the shortest reading that is right, to hold what annals writes against.
struct CSVTable {
  private(set) var header: [String] = []
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch (bytes[at], isQuoted) {
      case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
        field.append(bytes[at])
        at += 1
      case (UInt8(ascii: "\""), _): isQuoted.toggle()
      case (UInt8(ascii: ","), false), (UInt8(ascii: "\r"), false):
        record.append(String(decoding: field, as: UTF8.self))
        field = []
        if next == UInt8(ascii: "\n"), bytes[at] == UInt8(ascii: "\r") {
          records.append(record)
          record = []
          at += 1
        }
      default: field.append(bytes[at])
      }
      at += 1
    }
    // What is left over has no line end, and RFC 4180 files of ours always have one.
    if !field.isEmpty || !record.isEmpty { records.append(record + [String(decoding: field, as: UTF8.self) + "⟨no line end⟩"]) }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// A column by its name.
  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { index < $0.count ? $0[index] : "⟨missing⟩" }
  }
}
