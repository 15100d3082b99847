import Terminal
import TimelineStore

extension BrowserState {
  mutating func pressInMenu(_ key: Key) -> [Effect] {
    guard var menu else { return [] }
    switch key {
    case .escape, .control("c"): self.menu = nil
    case .down, .control("n"), .tab:
      menu.selected = min(menu.selected + 1, max(0, menu.items.count - 1))
      self.menu = menu
    case .up, .control("p"), .backTab:
      menu.selected = max(0, menu.selected - 1)
      self.menu = menu
    case .pageDown, .control("f"):
      menu.selected = min(menu.selected + max(1, frame(of: menu).items.height), max(0, menu.items.count - 1))
      self.menu = menu
    case .pageUp, .control("b"):
      menu.selected = max(0, menu.selected - max(1, frame(of: menu).items.height))
      self.menu = menu
    case .home:
      menu.selected = 0
      self.menu = menu
    case .end:
      menu.selected = max(0, menu.items.count - 1)
      self.menu = menu
    case .enter: return chooseItem(menu.selected)
    case .character(let scalar):
      if let index = menu.items.firstIndex(where: { $0.key == scalar }) { return chooseItem(index) }
      if scalar == "j" || scalar == "k" { return pressInMenu(scalar == "j" ? .down : .up) }
      self.menu = nil
    default: break
    }
    return []
  }

  mutating func chooseItem(_ index: Int) -> [Effect] {
    guard let menu else { return [] }
    self.menu = nil
    guard menu.items.indices.contains(index) else { return [] }
    switch menu.items[index].action {
    case .go(let row): jump(to: row)
    case .addClause(let clause): add(clause)
    case .cite(let form):
      guard let row = currentRow else { return [] }
      return [.cite(store.event(at: row), form)]
    case .openURL(let url): return [.openURL(url)]
    case .copy(let text, let said):
      notice = Notice("\(tookWords) \(said)")
      return [.copy(text)]
    case .sort(let order): setSort(order)
    case .resume: resume()
    case .edit(let location): return [.edit(location)]
    case .dismiss: break
    }
    return []
  }
}
