public import EDTF

extension EventStore {
  /// Reads a filter with the names that this store knows.
  ///
  ///     store.parse("actor:russia since:today", today: Day(year: 2026, month: 1, day: 9))
  ///
  /// - Parameter today: the day that `today` means; nil makes that word an error.
  public func parse(_ text: String, today: Day? = nil) -> Result<Filter, FilterError> {
    do throws(FilterError) {
      return .success(try FilterParser(store: self, today: today).parse(text))
    } catch {
      return .failure(error)
    }
  }

  /// The rows that a filter lets through, in an order.
  ///
  /// - Complexity: O(n / 64) a clause and the rows that it names; words are looked for in all text.
  public func select(_ filter: Filter, sort: SortOrder = .date) -> Selection {
    var rows = Bitset(allBelow: count)
    for clause in filter.clauses where clause.isOn { rows.formIntersection(self.rows(of: clause)) }
    return Selection(rows, of: columns, order: sort)
  }

  /// The same rows in another order.
  public func sorted(_ selection: Selection, by order: SortOrder) -> Selection {
    Selection(selection.bits, of: columns, order: order)
  }
}
