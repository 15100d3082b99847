public import EDTF

/// A filter for events that come part after part, each part a store of its own: together they let through what it lets through of a store of everything.
///
///     var filter = PartFilter("kind:attack", today: nil)
///     while let part = nextPart() {
///       switch try filter.select(in: part) {
///       case .rows(let selection): take(selection, of: part)
///       case .beginAgain: dropWhatWasTaken(); rewind()
///       }
///     }
///
/// `kind:attack` means the kind of just that name, or where there is none every kind with the word in it; `actor:=x` the actor of that id, or else those who
/// are called so. Which of the two holds is certain when all names are known. The filter goes by those seen so far; in the rare case that a later part shows
/// an earlier one to have been read otherwise, it asks to begin again, and reads that one rightly then.
public struct PartFilter: Sendable {
  public enum Answer: Sendable {
    case rows(Selection)
    /// What the parts before this one gave does not hold: they have to be put to the filter once more, from the first.
    case beginAgain
  }

  /// Whether a filter asks for words or a place, and so for what places are called. Each part would make these names anew, of the same thousands of places;
  /// a store of everything makes them once.
  public static func asksForNamesOfPlaces(_ text: String) -> Bool {
    var scanner = FilterScanner(text) { _ in true }
    return scanner.tokens().contains { token in
      guard let field = token.field else { return true }
      return FilterField.named(field.text)?.meaning == .place
    }
  }

  private let text: String
  private let today: Day?
  /// Names that are taken for columns only where there is such a column: those that begin with a digit, and other words for fields.
  private let doubtfulColumns: [String]
  private var settled: Set<SettledName> = []
  /// What was read as words, and let something through or might have.
  private var readAsWords: Set<SettledName> = []
  /// Whether some part knew all names in the filter. Where none did, only a store of everything tells whether each of them is known, and whether anything
  /// else is wrong behind one that is not.
  public private(set) var isKnown = false

  public init(_ text: String, today: Day?) {
    self.text = text
    self.today = today
    var scanner = FilterScanner(text) { _ in true }
    doubtfulColumns = scanner.tokens().compactMap { $0.field?.text }.filter { name in
      name.first?.isNumber == true || FilterField.named(name).map { $0.name != name.lowercased() } == true
    }
  }

  /// The rows of the next part.
  ///
  /// - Throws: what is wrong with the filter, whatever the other parts hold.
  public mutating func select(in part: EventStore) throws(FilterError) -> Answer {
    var part = part
    part.settledNames = settled
    var parser = FilterParser(store: part, today: today, isPart: true)
    let filter: Filter
    do throws(FilterError) {
      filter = try parser.parse(text)
    } catch {
      // Before what is wrong there may be a name that is nowhere, which a store of everything would complain of first.
      guard !parser.knowsAllNames else { throw error }
      return .rows(Selection(Bitset(bound: part.count), of: part.columns, order: .date))
    }
    var wasMisread = false
    for (name, sense) in senses(of: filter, in: part) {
      switch sense {
      case .oneName: if settled.insert(name).inserted { wasMisread = wasMisread || readAsWords.contains(name) }
      case .words: if !settled.contains(name) { readAsWords.insert(name) }
      }
    }
    guard !wasMisread else {
      (readAsWords, isKnown) = ([], false)
      return .beginAgain
    }
    isKnown = isKnown || parser.knowsAllNames
    part.settledNames = settled
    return .rows(part.select(filter))
  }

  /// What a part says of each value, and each name, that may be read in two ways.
  private func senses(of filter: Filter, in part: EventStore) -> [(SettledName, EventStore.Sense)] {
    let columns = doubtfulColumns.map { name in
      (SettledName(field: name), part.columnIndex(named: name) == nil ? EventStore.Sense.words : .oneName)
    }
    return columns
      + filter.clauses.flatMap { clause in
        clause.values.compactMap { value in
          guard case .text(let word) = value, let sense = part.sense(of: word, in: clause) else { return nil }
          return (SettledName(field: clause.field ?? "", word: word), sense)
        }
      }
  }
}

/// A value of a field that is known to mean one name, or a field that is known to be a column.
struct SettledName: Hashable, Sendable {
  var field: String
  var word = ""
}

extension EventStore {
  /// The two ways in which a value may be read.
  enum Sense { case oneName, words }

  /// In which way this store would read a value; nil where there is but one, or nothing of either.
  fileprivate func sense(of word: String, in clause: Filter.Clause) -> Sense? {
    if clause.field == FilterField.kindName {
      if !names.kinds.codes(named: word).isEmpty { return .oneName }
      return kindCodes(word).isEmpty ? nil : .words
    }
    guard clause.comparison == .exactly, let index = column(of: clause)?.names else { return nil }
    let named = index.codes(named: word)
    return named.isEmpty ? nil : named.contains { index.isID(word, of: $0) } ? .oneName : .words
  }
}
