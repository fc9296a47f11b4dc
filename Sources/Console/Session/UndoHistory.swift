/// The earlier and later values of something that can be undone.
///
/// Values are copied on write, so that a step costs what it changed.
public struct UndoHistory<Value> {
  private struct Step {
    var value: Value
    var name: String
    var bytes: Int
  }

  private var earlier: [Step] = []
  private var later: [Step] = []
  private let limit: Int
  private let byteLimit: Int

  /// Makes a history.
  ///
  /// - Parameters:
  ///   - limit: The most steps it keeps.
  ///   - byteLimit: The most memory its steps may hold; the last one is kept whatever it holds.
  public init(limit: Int = 200, byteLimit: Int = 1 << 30) {
    self.limit = limit
    self.byteLimit = byteLimit
  }

  /// Whether there is a step to take back.
  public var canUndo: Bool { !earlier.isEmpty }

  /// Whether there is a step to bring back.
  public var canRedo: Bool { !later.isEmpty }

  /// Notes the value before a change, and forgets what was undone before it.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The line that made the change.
  ///   - bytes: How much memory the value may hold alone.
  public mutating func record(_ value: Value, before name: String, bytes: Int = 0) {
    later = []
    earlier.append(Step(value: value, name: name, bytes: bytes))
    var held = earlier.reduce(0) { $0 + $1.bytes }
    while earlier.count > limit || (held > byteLimit && earlier.count > 1) {
      held -= earlier.removeFirst().bytes
    }
  }

  /// The value before the last change and the line that made it, or nil.
  ///
  /// - Parameter current: The value now, for ``redo(from:)``.
  public mutating func undo(from current: Value) -> (value: Value, name: String)? {
    guard let last = earlier.popLast() else { return nil }
    later.append(Step(value: current, name: last.name, bytes: last.bytes))
    return (last.value, last.name)
  }

  /// The value that was undone last and the line that had made it, or nil.
  public mutating func redo(from current: Value) -> (value: Value, name: String)? {
    guard let last = later.popLast() else { return nil }
    earlier.append(Step(value: current, name: last.name, bytes: last.bytes))
    return (last.value, last.name)
  }
}
