/// What the mouse did, and in which cell.
package struct MouseEvent: Hashable, Sendable {
  package var action: Action
  /// The cell under the pointer, from 0.
  package var point: Point
  package var modifiers: KeyModifiers

  package init(_ action: Action, at point: Point, modifiers: KeyModifiers = []) {
    self.action = action
    self.point = point
    self.modifiers = modifiers
  }

  package enum Action: Hashable, Sendable {
    case press(Button)
    /// The button that went up; terminals of the old protocol cannot say which, ours is the new one.
    case release(Button)
    /// The pointer moved to another cell with a button held down.
    case drag(Button)
    /// The pointer moved with no button held; only terminals that send more than they were asked do so.
    case move
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  package enum Button: Hashable, Sendable {
    case left, middle, right
    /// Back, forward and beyond, by number from 8.
    case other(Int)
  }
}
