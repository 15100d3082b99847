import EDTF

// The values that are more than a name: numbers, ranges, dates.

extension FilterParser {
  /// `5`, and after a colon also `5..10`, `5..`, `..10`. A number too large to count with counts as the largest.
  func number(_ part: FilterToken.Part, _ field: FilterField, _ comparison: Filter.Comparison) throws(FilterError) -> Filter.Value {
    if let number = wholeNumber(part.text[...]) { return .number(number) }
    let ends = part.text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard comparison == .matches, ends.count == 2, let first = ends.first, let last = ends.last, !(first.isEmpty && last.isEmpty) else {
      throw notANumber(part, field)
    }
    let from = wholeNumber(first)
    let through = wholeNumber(last)
    guard (from != nil) != first.isEmpty, (through != nil) != last.isEmpty else { throw notANumber(part, field) }
    if let from, let through, from > through {
      throw FilterError(range: part.range, what: "the range runs backwards", remedy: "Write \(field.name):\(through)..\(from).")
    }
    return .range(from: from, through: through)
  }

  private func notANumber(_ part: FilterToken.Part, _ field: FilterField) -> FilterError {
    FilterError(
      range: part.range, what: "“\(part.text)” is not a number",
      remedy: "Write a whole number, \(field.name)>10, or a range, \(field.name):10..50.")
  }

  private func wholeNumber(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 1_000, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return Int(text) ?? .max
  }

  /// An EDTF date or `today`, with the end that the field needs.
  func date(_ part: FilterToken.Part, _ relation: FilterField.DateRelation) throws(FilterError) -> Filter.DateArgument {
    if part.text.lowercased() == "today" {
      guard let today else {
        throw FilterError(range: part.range, what: "what day it is today is not known here", remedy: "Write the date.")
      }
      return Filter.DateArgument("today", earliest: today, latest: today)
    }
    let date: EDTFDate
    do {
      date = try EDTFDate(part.text)
    } catch {
      let start = min(part.range.lowerBound + (part.isQuoted ? 1 : 0) + max(0, error.offset), part.range.upperBound)
      let range = start < part.range.upperBound ? start..<part.range.upperBound : part.range
      throw FilterError(range: range, what: error.reason, remedy: error.remedy.map { $0.hasSuffix(".") ? $0 : $0 + "." })
    }
    let lacksStart = date.earliest == nil && !date.isOpenStart
    let lacksEnd = date.latest == nil && !date.isOpenEnd
    if (lacksStart && relation != .until) || (lacksEnd && relation != .since) {
      throw FilterError(
        range: part.range, what: "“\(part.text)” has no \(lacksStart && relation != .until ? "first" : "last") day that could be compared",
        remedy: date.boundsProblem.map { "It is \($0)." })
    }
    return Filter.DateArgument(part.text, earliest: date.earliest, latest: date.latest)
  }
}
