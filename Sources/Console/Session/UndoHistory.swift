/// The earlier and later values of something that can be undone.
///
/// Values are copied on write, so that a step costs what it changed.
public struct UndoHistory<Value: Sendable>: Sendable {
  private var earlier: [(value: Value, name: String)] = []
  private var later: [(value: Value, name: String)] = []
  private let limit: Int

  /// Makes a history that keeps at most this many steps.
  public init(limit: Int = 200) {
    self.limit = limit
  }

  /// Notes the value before a change, and forgets what was undone before it.
  ///
  /// - Parameter name: The line that made the change.
  public mutating func record(_ value: Value, before name: String) {
    earlier.append((value, name))
    if earlier.count > limit { earlier.removeFirst(earlier.count - limit) }
    later = []
  }

  /// The value before the last change and the line that made it, or nil.
  ///
  /// - Parameter current: The value now, for ``redo(from:)``.
  public mutating func undo(from current: Value) -> (value: Value, name: String)? {
    guard let last = earlier.popLast() else { return nil }
    later.append((current, last.name))
    return last
  }

  /// The value that was undone last and the line that had made it, or nil.
  public mutating func redo(from current: Value) -> (value: Value, name: String)? {
    guard let last = later.popLast() else { return nil }
    earlier.append((current, last.name))
    return last
  }
}
