import TimelineModel

/// Whether the attacks on civilians that a file tells were all suffered by one side.
extension NativeReader {
  /// One or two attacks show no slant.
  private static let fewestAttacks = 3

  mutating func checkBalance() {
    let suffering = Set(timeline.actors.lazy.filter { $0.kind == .population }.compactMap(\.side))
    // With one people only there is nobody to be told of as well.
    guard suffering.count > 1 else { return }
    let actors = Dictionary(timeline.actors.map { ($0.id, $0) }) { first, _ in first }
    for file in files {
      guard let period = file.period else { continue }
      var attacks: [Set<String>] = []
      for index in file.events where timeline.events[index].kind == .atrocity {
        let victims = Self.victims(of: timeline.events[index], actors)
        if !victims.isEmpty { attacks.append(victims) }
      }
      guard attacks.count >= Self.fewestAttacks, let side = attacks[0].first, attacks.allSatisfy({ $0 == [side] }) else { continue }
      let others = suffering.subtracting([side]).sorted().joined(separator: ", ")
      report(
        .warning, at: period, "one-sided-atrocities", "All \(attacks.count) atrocities of this period whose victims are told had victims of one side, \(side)",
        remedy: "Look for those that others suffered (\(others)) and tell them as well")
    }
  }

  /// The sides of those whose losses an event counts; where it counts none, of the populations that take part in it.
  private static func victims(of event: Event, _ actors: [Identifier: Actor]) -> Set<String> {
    let counted = Set(event.casualties.compactMap { actors[$0.of]?.side })
    guard counted.isEmpty else { return counted }
    return Set(event.actors.compactMap { actors[$0.actor] }.filter { $0.kind == .population }.compactMap(\.side))
  }
}
