/// The earlier states of a line, for undo.
///
/// Typing a word is one step; every other edit is a step of its own.
struct UndoHistory: Sendable {
  private var earlier: [LineState] = []
  private var current = LineState()
  private var isTyping = false

  /// Notes the state of the line before each key; what changed since the last call is a step.
  mutating func record(_ state: LineState) {
    guard state.scalars != current.scalars else {
      current.cursor = state.cursor
      return
    }
    let typed = typedScalar(in: state)
    if !(isTyping && typed != nil && typed != " ") { earlier.append(current) }
    isTyping = typed != nil
    current = state
  }

  /// The state before the last step, or nil when there is none.
  mutating func undo() -> LineState? {
    guard let state = earlier.popLast() else { return nil }
    isTyping = false
    current = state
    return state
  }

  /// The scalar that was typed, if that is all that happened.
  private func typedScalar(in state: LineState) -> Unicode.Scalar? {
    guard state.scalars.count == current.scalars.count + 1, state.cursor == current.cursor + 1,
      current.cursor < state.scalars.count,
      state.scalars[..<current.cursor] == current.scalars[..<current.cursor]
    else { return nil }
    return state.scalars[current.cursor]
  }
}
