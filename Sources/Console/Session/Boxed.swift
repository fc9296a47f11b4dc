/// A value behind a reference, so that whatever holds it stays small: a session is copied for every
/// line, and the copies of nested scripts lie on the stack at once.
indirect enum Boxed<Value> {
  case value(Value)

  /// Puts a value behind a reference.
  init(_ value: Value) {
    self = .value(value)
  }

  /// The value.
  var value: Value {
    switch self {
    case .value(let value): value
    }
  }
}
