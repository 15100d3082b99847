import Bytes
import EDTF
import TimelineModel

/// Finds the values of a field that begin as one has typed, and counts the rows of a selection that have them.
struct ValueCounter {
  /// More than these nobody reads.
  static let most = 100

  /// A value as it is written in a filter, as it is read by a person, and in how many rows it stands.
  struct Candidate {
    var text: String
    var label: String
    var count: Int?

    init(_ id: String, _ label: String, _ count: Int?) {
      text = FilterGrammar.written(.text(id), isWord: false)
      self.label = label
      self.count = count
    }
  }

  private let store: EventStore
  private let selection: Selection

  init(_ store: EventStore, _ selection: Selection) {
    self.store = store
    self.selection = selection
  }

  /// The most frequent first, no more than ``most``.
  func candidates(_ prefix: String, of fieldName: String) -> [Candidate] {
    let field = FilterField.all.first { $0.name == fieldName.lowercased() }
    let (columns, names, directory) = (store.columns, store.names, store.directory)
    if field == nil, let index = store.columnIndex(named: fieldName) {
      let column = columns.extras[index].column
      return candidates(prefix, column, names.extras[index].value) {
        column.values[$0]
      } isBefore: {
        column.values[$0] < column.values[$1]
      }
    }
    switch (field ?? FilterField.named(fieldName))?.meaning {
    case .actor:
      let (labels, lookAlikes) = (store.actorLabels, store.lookAlikes)
      return candidates(prefix, columns.actorsAndAbove, names.actors) { code in
        labels.labels[code] + (lookAlikes[columns.actorsAndAbove.values[code]].map { " (looks like another, with \($0.words))" } ?? "")
      } isBefore: {
        labels.places[$0] < labels.places[$1]
      }
    case .place:
      let labels = store.placeLabels
      return candidates(prefix, columns.placesAndAround, names.places) {
        labels.labels[$0]
      } isBefore: {
        labels.places[$0] < labels.places[$1]
      }
    case .source:
      let (labels, ids) = (store.sourceLabels, columns.sources.values)
      return candidates(prefix, columns.sources, names.sources) {
        directory.source(ids[$0])?.title ?? ids[$0]
      } isBefore: {
        labels.places[$0] < labels.places[$1]
      }
    case .kind: return facets(.kind, prefix) { EventKind(rawValue: $0.key).meaning ?? $0.key }
    case .side: return facets(.side, prefix) { $0.label }
    case .era: return facets(.era, prefix) { $0.label }
    case .precision: return precisions(prefix)
    case .has:
      return mostFrequentFirst(
        Possession.allCases.filter { matches($0.rawValue, prefix) }.map { possession in
          var rows = store.rows(having: possession)
          rows.formIntersection(selection.bits)
          return Candidate(possession.rawValue, possession.rawValue, rows.count)
        })
    case .number(.weight):
      return mostFrequentFirst(
        store.facets(.weight, in: selection).filter { $0.key != "none" && $0.key.hasPrefix(prefix) }.map { Candidate($0.key, $0.label, $0.events) })
    case .date:
      return "today".hasPrefix(prefix.lowercased()) ? [Candidate("today", "The day it is", nil)] : []
    case .id, .number, nil:
      return []
    }
  }

  private func matches(_ word: String, _ prefix: String) -> Bool { Folding.words(word).contains(Folding.words(prefix).dropLast()) }

  private func mostFrequentFirst(_ all: [Candidate]) -> [Candidate] {
    Array(all.sorted { ($1.count ?? 0, $0.label, $0.text) < ($0.count ?? 0, $1.label, $1.text) }.prefix(Self.most))
  }

  private func facets(_ field: FacetField, _ prefix: String, label: (Facet) -> String) -> [Candidate] {
    mostFrequentFirst(
      store.facets(field, in: selection).filter { matches($0.key, prefix) || field == .era && matches($0.label, prefix) }.map {
        Candidate($0.key, label($0), $0.events)
      })
  }

  private func precisions(_ prefix: String) -> [Candidate] {
    let tallies = store.columns.tallies(ValueGroups(store.columns.precision), of: selection.dated)
    return mostFrequentFirst(
      Precision.allCases.filter { matches($0.word, prefix) }.map { Candidate($0.word, $0.word, tallies[Int($0.rawValue)].events) })
  }

  /// Values under any of their names. The labels of thousands are not made, only those of the first.
  private func candidates(
    _ prefix: String, _ column: CodeColumn, _ names: NameIndex, label: (Int) -> String, isBefore: (Int, Int) -> Bool
  ) -> [Candidate] {
    let counts = column.counts
    let codes = names.codes(withWordsBeginning: prefix).filter { counts[$0] > 0 }
    let counted = zip(codes, store.columns.counts(of: codes, column, in: selection.bits)).sorted { one, other in
      one.1 != other.1 ? one.1 > other.1 : isBefore(one.0, other.0)
    }
    return counted.prefix(Self.most).map { Candidate(column.values[$0.0], label($0.0), $0.1) }
  }
}

extension Columns {
  /// In how many rows of a set each of these codes stands.
  ///
  /// - Complexity: by the rows of the codes, where these can be had and are fewer, or by one pass over the rows of the set.
  func counts(of codes: [Int], _ column: CodeColumn, in set: Bitset) -> [Int] {
    let rows = set.count
    if rows == set.bound { return codes.map { [counts = column.counts] in Int(counts[$0]) } }
    if column.hasPostings, column.count(ofAll: codes) <= 2 * rows {
      return codes.map { code in column.rows(of: code).reduce(0) { set.contains(Int($1)) ? $0 + 1 : $0 } }
    }
    let tallies = tallies(of: column, in: set)
    return codes.map { tallies[$0].events }
  }
}

extension Selection {
  /// Those of its rows that have a usable date.
  fileprivate var dated: Bitset {
    var dated = Bitset(bound: bits.bound)
    dated.insert(0..<columns.datedCount)
    dated.formIntersection(bits)
    return dated
  }
}
