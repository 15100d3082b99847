import TimelineModel

/// A place and those around it, the innermost first.
typealias PlaceAndAround = (place: Place, around: [Place])

/// The places that the rows of a file name. A row gives the id of its place as bytes, and beside the first of each id what tells the place: a `Place` is
/// made only for somebody who looks at it.
final class FilePlaces: PlaceSource {
  private let table: WordTable
  private let describe: @Sendable (_ note: [String]) -> PlaceAndAround?

  init(_ table: WordTable, _ describe: @escaping @Sendable (_ note: [String]) -> PlaceAndAround?) {
    self.table = table
    self.describe = describe
  }

  /// Sets the fields of a note apart.
  static let separator: UInt8 = 0x1F

  func word(_ number: Int) -> String { table.text(number) }
  func shelf(count: Int) -> any PlaceShelf { Shelf(self, count: min(count, table.count)) }

  fileprivate func fields(_ number: Int) -> [String] {
    table.note(number).split(separator: Self.separator, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where words stand by their hashes: their numbers + 1, open addressing, at most half full. The table itself may be growing meanwhile.
  private struct Positions: Sendable {
    private let table: WordTable
    private var slots: [UInt32]

    init(_ table: WordTable, _ count: Int) {
      self.table = table
      var size = 64
      while size < 2 * count { size *= 2 }
      slots = Array(repeating: 0, count: size)
      for number in 0..<count {
        var slot = Int(truncatingIfNeeded: table.words.word(number).hash) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: number + 1)
      }
    }

    subscript(id: Identifier) -> Int? {
      id.withBytes { bytes in
        var slot = Int(truncatingIfNeeded: Words.hash(of: bytes)) & (slots.count - 1)
        while slots[slot] != 0 {
          let number = Int(slots[slot]) - 1
          if ByteText.areEqual(table.words.bytes(number), bytes) { return number }
          slot = (slot + 1) & (slots.count - 1)
        }
        return nil
      }
    }
  }

  /// The first so many places and those around them.
  private final class Shelf: PlaceShelf {
    private let source: FilePlaces
    private let own: Int
    private let positions: Lazily<Positions>
    private let surroundings: Lazily<Surroundings>

    init(_ source: FilePlaces, count: Int) {
      self.source = source
      own = count
      let positions = Lazily { Positions(source.table, count) }
      self.positions = positions
      surroundings = Lazily { Surroundings(source, count) { positions.value[$0] } }
    }

    var count: Int { own + surroundings.value.places.count }

    func id(at position: Int) -> Identifier { position < own ? source.word(position) : surroundings.value.place(position)?.id ?? "" }

    func place(at position: Int) -> Place {
      guard position < own else { return surroundings.value.place(position) ?? Place(id: "", name: "") }
      let (id, fields) = (source.word(position), source.fields(position))
      // Most have coordinates, and what lies around others has none.
      let isOnMap = fields.count > 2 && !(fields[1].isEmpty && fields[2].isEmpty)
      if !isOnMap, let place = surroundings.value.namedBefore[position] { return place }
      var place = source.describe(fields)?.place ?? Place(id: id, name: id)
      place.id = id
      return place
    }

    func position(of id: Identifier) -> Int? { positions.value[id] ?? surroundings.value.position(of: id) }
    func around(_ position: Int) -> [UInt32] { surroundings.value.around(position) }
  }

  /// The places around others, worked out for all of them when the first is asked for.
  private struct Surroundings: Sendable {
    /// Those that are no row's own place; they are counted behind these.
    private(set) var places: [Place] = []
    /// Rows' own places that lay around another before any row had them for its own: as the first row that names a place tells it, so it is.
    private(set) var namedBefore: [Int: Place] = [:]
    private let own: Int
    private var positions: [Identifier: Int] = [:]
    /// For each of these places those around it, the innermost first.
    private var lines: [[UInt32]] = []
    /// The same for the rows' own places, which share most of their surroundings with others: each one's number, and what that is.
    private var numbers: [UInt32] = []
    private var linesOfOwn: [[UInt32]] = []

    init(_ source: FilePlaces, _ count: Int, ownPosition: (Identifier) -> Int?) {
      own = count
      numbers.reserveCapacity(count)
      let known = WordTable()
      for position in 0..<count {
        let number = known.words.number(Self.surroundings(source.table.note(position)))
        if number == linesOfOwn.count {
          let around = source.describe(source.fields(position))?.around ?? []
          let line = around.map { place in
            let own = ownPosition(place.id)
            if let own, own > position, namedBefore[own] == nil { namedBefore[own] = place }
            return UInt32(truncatingIfNeeded: own ?? enter(place))
          }
          linesOfOwn.append(line)
          for (index, place) in line.enumerated() where place >= count && lines[Int(place) - count].isEmpty {
            lines[Int(place) - count] = Array(line[(index + 1)...])
          }
        }
        numbers.append(UInt32(truncatingIfNeeded: number))
      }
    }

    /// What of a note tells the places around: all behind its first four fields.
    private static func surroundings(_ note: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      var fields = 0
      for index in note.indices where note[index] == FilePlaces.separator {
        fields += 1
        if fields == 4 { return UnsafeBufferPointer(rebasing: note[index...]) }
      }
      return UnsafeBufferPointer(start: nil, count: 0)
    }

    private mutating func enter(_ place: Place) -> Int {
      if let known = positions[place.id] { return known }
      positions[place.id] = own + places.count
      places.append(place)
      lines.append([])
      return own + places.count - 1
    }

    func place(_ position: Int) -> Place? { places.indices.contains(position - own) ? places[position - own] : nil }
    func position(of id: Identifier) -> Int? { positions[id] }

    func around(_ position: Int) -> [UInt32] {
      if position >= own { return lines.indices.contains(position - own) ? lines[position - own] : [] }
      // A row's own place may be the same as one of those around it.
      return numbers.indices.contains(position) ? linesOfOwn[Int(numbers[position])].filter { $0 != position } : []
    }
  }
}
