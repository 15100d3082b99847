package import TimelineModel
package import TimelineStore

/// A short list to choose from by one key, or by the arrows and Enter.
package struct Menu: Sendable {
  package var title: String
  package var items: [Item]
  package var selected = 0
  /// Lines of text above the items.
  package var preamble: [String] = []

  package struct Item: Sendable {
    package var key: Unicode.Scalar?
    package var label: String
    package var note: String
    package var action: Action

    package init(key: Unicode.Scalar? = nil, _ label: String, note: String = "", _ action: Action) {
      self.key = key
      self.label = label
      self.note = note
      self.action = action
    }
  }

  /// What choosing an item does.
  package enum Action: Sendable {
    case go(Row)
    case addClause(Filter.Clause)
    case cite(CitationForm)
    case openURL(String)
    case copy(String, said: String)
    case sort(SortOrder)
    /// Back to where the last visit ended.
    case resume
    case edit(SourceLocation)
    /// Nothing: the item only informs.
    case dismiss
  }

  package init(_ title: String, _ items: [Item], preamble: [String] = []) {
    self.title = title
    self.items = items
    self.preamble = preamble
  }

  /// The keys given to items that have none of their own: 1…9, then letters.
  package static func numbered(_ title: String, _ items: [Item], preamble: [String] = []) -> Menu {
    let keys = Array("123456789abcdefghilmnoprstuvwxyz".unicodeScalars)
    var items = items
    for index in items.indices where items[index].key == nil && index < keys.count { items[index].key = keys[index] }
    return Menu(title, items, preamble: preamble)
  }
}

/// The forms in which an event is cited.
package enum CitationForm: String, CaseIterable, Hashable, Sendable {
  case chicago, bibtex, markdown

  package var title: String {
    switch self {
    case .chicago: "Chicago"
    case .bibtex: "BibTeX"
    case .markdown: "Markdown"
    }
  }
}
