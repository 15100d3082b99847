extension SchemaText {
  /// The JSON Schema of what `annals check --format json` prints.
  ///
  /// The file `data/schema/check.json` holds it; tests keep the two equal, and the document to it.
  public static var check: String {
    let place: [(String, JSONTree)] = [
      ("severity", .object([("enum", .list([.text("error"), .text("warning")]))])), ("file", text("The file as it was named")),
      ("line", orNull("integer", "From 1; null for the file as a whole")),
      ("column", orNull("integer", "From 1, in Unicode scalars; null for the line as a whole")), ("code", text("A stable name for the kind of problem")),
    ]
    let column = object([
      ("name", text("The heading")), ("role", text("What it was taken for, as date or title")), ("by", text("Why: name, map or remembered")),
    ])
    let file = object([
      ("name", text("The file as it was named")), ("format", text("One of annals formats")), ("rows", whole("Rows, or events of a curated timeline")),
      ("layout", orNull("string", "What the table is, in words; null where it is none")), ("columns", array(of: column)),
    ])
    let document = object([
      ("format", .object([("const", .text("annals-check"))])), ("version", .object([("const", .integer(1))])), ("files", array(of: file)),
      ("events", whole("In all files together")), ("actors", whole("Distinct")), ("places", whole("Distinct, with those around others")),
      ("first", orNull("string", "The first known day, YYYY-MM-DD")), ("last", orNull("string", "The last")),
      (
        "problems",
        array(of: object(place + [("what", text("What is wrong")), ("remedy", orNull("string", "What was done, or is to be done"))]))
      ),
      (
        "recurring",
        array(of: object(place + [("count", whole("How often, told one by one or not")), ("remedy", orNull("string", "What was done, or is to be done"))]))
      ),
      ("errors", whole("How many in all")), ("warnings", whole("How many in all")),
    ])
    guard case .object(let members) = document else { return "" }
    let head: [(String, JSONTree)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text("What annals check --format json prints")),
    ]
    return JSONTree.object(head + members).printed() + "\n"
  }

  /// An object that has all of these members and no others.
  private static func object(_ members: [(String, JSONTree)]) -> JSONTree {
    .object([
      ("type", .text("object")), ("properties", .object(members)), ("additionalProperties", .flag(false)),
      ("required", .list(members.map { .text($0.0) })),
    ])
  }

  private static func text(_ help: String) -> JSONTree { .object([("description", .text(help)), ("type", .text("string"))]) }
  private static func orNull(_ type: String, _ help: String) -> JSONTree {
    .object([("description", .text(help)), ("type", .list([.text(type), .text("null")]))])
  }

  private static func whole(_ help: String) -> JSONTree {
    .object([("description", .text(help)), ("type", .text("integer")), ("minimum", .integer(0))])
  }
}
