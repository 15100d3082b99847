public import EDTF

extension EventStore {
  /// Reads a filter with the names that this store knows.
  ///
  ///     store.parse("actor:russia since:today", today: Day(year: 2026, month: 1, day: 9))
  ///
  /// - Parameters:
  ///   - today: the day that `today` means; nil makes that word an error.
  ///   - isPart: whether this is a part of what is filtered, so that a name it does not know may be known elsewhere and is no error.
  ///   - suggests: whether the error for a name that is not known suggests one that is, for which all of them are looked through.
  public func parse(_ text: String, today: Day? = nil, isPart: Bool = false, suggests: Bool = true) -> Result<Filter, FilterError> {
    do throws(FilterError) {
      var parser = FilterParser(store: self, today: today, isPart: isPart, suggests: suggests)
      return .success(try parser.parse(text))
    } catch {
      return .failure(error)
    }
  }

  /// The rows that a filter lets through, in an order.
  ///
  /// - Complexity: O(n / 64) a clause and the rows that it names; words are looked for in all text, which ``SelectionScan`` does in pieces.
  public func select(_ filter: Filter, sort: SortOrder = .date) -> Selection {
    var scan = SelectionScan(filter, sort: sort, of: self)
    while true {
      if let selection = scan.selection { return selection }
      scan.step()
    }
  }

  /// The same rows in another order.
  public func sorted(_ selection: Selection, by order: SortOrder) -> Selection {
    Selection(selection.bits, of: columns, order: order)
  }
}
