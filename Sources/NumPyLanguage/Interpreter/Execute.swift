import SourceText

extension StatementGroup {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    try statements.execute(frame)
  }
}

extension ExpressionStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    frame.interpreter.currentRange = expression.range
    _ = try expression.evaluate(frame)
    return .normal
  }
}

extension AssignmentStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    frame.interpreter.currentRange = range
    let value = try value.evaluate(frame)
    for i in 0..<targets.count - 1 { try targets.assign(i, value, frame) }
    try targets.assign(targets.count - 1, value, frame)
    return .normal
  }
}

extension ParallelAssignmentStatement {
  /// Evaluates all values, then assigns each.
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    let interpreter = frame.interpreter
    interpreter.currentRange = range
    let base = try interpreter.reserve(values.count)
    defer { interpreter.release(base) }
    let places = interpreter.places(base)
    for i in 0..<values.count { places[i].value = try values.evaluate(i, frame) }
    for i in 0..<values.count { try targets.assign(i, places[i].take(), frame) }
    return .normal
  }
}

extension UnpackingTarget {
  func assign(_ value: consuming Value, _ frame: Frame) throws(PythonError) {
    let source = Place(value)
    if starred == nil, case .tuple(let tuple) = source.value, tuple.items.count == targets.count {
      for i in 0..<targets.count { try targets.assign(i, tuple.items[i], frame) }
      return
    }
    let items: [Value]
    do throws(PythonError) {
      items = try unpacked(source.value, frame)
    } catch {
      throw error.at(range)
    }
    guard let starred else {
      for i in 0..<targets.count { try targets.assign(i, items[i], frame) }
      return
    }
    let after = targets.count - starred - 1
    for i in 0..<starred { try targets.assign(i, items[i], frame) }
    let middle = Array(items[starred..<items.count - after])
    try targets.assign(starred, .list(ListObject(middle)), frame)
    for i in 0..<after {
      try targets.assign(starred + 1 + i, items[items.count - after + i], frame)
    }
  }

  /// The items of a value, as many as the targets take.
  private func unpacked(_ value: Value, _ frame: Frame) throws(PythonError) -> [Value] {
    var items: [Value] = []
    var cursor: Cursor
    do throws(PythonError) {
      cursor = try Cursor(value)
    } catch {
      if case .array = value { throw error }
      throw PythonError(
        .typeError, "cannot unpack non-iterable \(value.typeName) object",
        .slip(.unpacking(names: targets.count, values: 1)))
    }
    while let item = try cursor.next(frame.interpreter) {
      items.append(item)
      if starred == nil, items.count > targets.count {
        throw PythonError(
          .valueError, "too many values to unpack (expected \(targets.count))",
          .slip(.unpacking(names: targets.count, values: nil)))
      }
      let limit = frame.interpreter.limits.elements
      if items.count > limit { throw .tooManyItems(limit: limit) }
      try frame.interpreter.tick()
    }
    let needed = starred == nil ? targets.count : targets.count - 1
    if items.count < needed {
      let expected = starred == nil ? "\(needed)" : "at least \(needed)"
      throw PythonError(
        .valueError, "not enough values to unpack (expected \(expected), got \(items.count))",
        .slip(.unpacking(names: targets.count, values: items.count)))
    }
    return items
  }

  func delete(_ frame: Frame) throws(PythonError) {
    for target in targets.all { try target.delete(frame) }
  }

  func update(by statement: AugmentedStatement, _ frame: Frame) {
    preconditionFailure("the parser refuses an augmented assignment to several targets")
  }
}

extension AugmentedStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    frame.interpreter.currentRange = range
    do throws(PythonError) {
      try target.update(by: self, frame)
    } catch {
      throw error.at(range, operands: [target.range, value.range])
    }
    return .normal
  }

  /// The new value for an old one; nil where the old one has changed in place.
  fileprivate func result(
    _ old: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value? {
    if let operand = value.place(frame, acrossCalls: false) {
      return try result(old, operand.pointee, frame)
    }
    let operand = Place(try value.evaluate(frame))
    return try result(old, operand, frame)
  }

  /// Arrays, lists and sets change in place; other values give way to a new one.
  fileprivate func result(
    _ old: borrowing Place, _ operand: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value? {
    let interpreter = frame.interpreter
    switch old.value {
    case .array(let array) where array.rank > 0:
      if array.quicklyCombine(operation, with: operand.value) { return nil }
      try array.combine(operation, with: try Operand.make(from: operand.value, interpreter)) {
        interpreter.warn($0, $1)
      }
      return nil
    case .list(let list) where operation == .add:
      let items = try interpreter.items(of: operand.value)
      if list.items.count + items.count > interpreter.limits.elements {
        throw .tooManyItems(limit: interpreter.limits.elements)
      }
      list.items += items
      return nil
    case .list(let list) where operation == .multiply:
      if case .list(let repeated) = try Operators.binary(
        .multiply, old.value, operand.value, interpreter)
      {
        list.items = repeated.items
        return nil
      }
    case .set(let set):
      guard case .set(let other) = operand.value else { break }
      if case .set(let changed) = try Operators.binary(
        operation, old.value, .set(other), interpreter)
      {
        set.table = changed.table.copy()
        return nil
      }
    case .dict(let dict) where operation == .or:
      try dict.merge(operand.value, interpreter)
      return nil
    default: break
    }
    do throws(PythonError) {
      return try Operators.binary(operation, old.value, operand.value, interpreter)
    } catch {
      // Python names the operator that was written.
      throw error.renaming(operation.rawValue, to: operation.rawValue + "=")
    }
  }
}

extension NameExpression {
  func update(by statement: AugmentedStatement, _ frame: Frame) throws(PythonError) {
    let new: Value?
    if let old = place(frame, acrossCalls: !statement.value.isQuiet) {
      new = try statement.result(old.pointee, frame)
    } else {
      let old = Place(try evaluate(frame))
      new = try statement.result(old, frame)
    }
    if let new { assign(new, frame) }
  }
}

extension AttributeExpression {
  func update(by statement: AugmentedStatement, _ frame: Frame) throws(PythonError) {
    let old = Place(try evaluate(frame))
    try assign(try statement.result(old, frame) ?? old.value, frame)
  }
}

extension SubscriptExpression {
  /// Owner and index are evaluated once.
  func update(by statement: AugmentedStatement, _ frame: Frame) throws(PythonError) {
    if statement.value.isQuiet {
      try frame.lend(object, index, isQuiet: index.isQuiet) { (owner, key) throws(PythonError) in
        try update(owner, key, by: statement, frame)
      }
    } else {
      let owner = Place(try object.evaluate(frame))
      let key = Place(try index.evaluate(frame))
      try update(owner, key, by: statement, frame)
    }
  }

  private func update(
    _ owner: borrowing Place, _ key: borrowing Place, by statement: AugmentedStatement,
    _ frame: Frame
  ) throws(PythonError) {
    let interpreter = frame.interpreter
    if statement.value.isQuiet, let entry = owner.entry(of: key), entry.pointee.isArrayWithAxes {
      // The array changes in place, and the dictionary not at all.
      _ = try statement.result(entry.pointee, frame)
      return
    }
    let old = Place(try Subscripts.get(owner.value, key.value, interpreter))
    if let new = try statement.result(old, frame) {
      try Subscripts.set(owner.value, key.value, to: new, interpreter)
    } else if case .tuple = owner.value {
      // The element has changed by now; Python complains afterwards, too.
      try Subscripts.set(owner.value, key.value, to: old.value, interpreter)
    }
  }
}

extension FunctionStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    target.assign(try function.evaluate(frame), frame)
    return .normal
  }
}

extension ReturnStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    frame.interpreter.currentRange = range
    return .returned(try value.evaluate(frame))
  }
}

extension JumpStatement {
  func execute(_ frame: Frame) -> Completion { completion }
}

extension IfStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    for i in 0..<branches.count where try branches[i].condition.truth(frame) {
      return try branches[i].body.execute(frame)
    }
    return try otherwise.execute(frame)
  }
}

extension WhileStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    loop: while try condition.truth(frame) {
      do throws(PythonError) {
        try frame.interpreter.tick()
      } catch {
        throw error.at(range)
      }
      switch try body.execute(frame) {
      case .normal, .continueLoop: break
      case .breakLoop: return .normal
      case .returned(let value): return .returned(value)
      }
    }
    return try otherwise.execute(frame)
  }
}

extension ForStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    let source = try iterable.evaluate(frame)
    let cursor: Cursor
    do throws(PythonError) {
      cursor = try Cursor(source)
    } catch {
      throw error.at(iterable.range)
    }
    var index = 0
    while true {
      do throws(PythonError) {
        try frame.interpreter.tick()
        guard let value = try cursor.item(index, frame.interpreter) else { break }
        cursor.lookAhead(from: index)
        index += 1
        try target.assign(value, frame)
      } catch {
        throw error.at(range)
      }
      switch try body.execute(frame) {
      case .normal, .continueLoop: break
      case .breakLoop: return .normal
      case .returned(let value): return .returned(value)
      }
    }
    return try otherwise.execute(frame)
  }
}

extension DeleteStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    for target in targets { try target.delete(frame) }
    return .normal
  }
}

extension AssertStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    if try condition.truth(frame) { return .normal }
    let text = try message.map { (message) throws(PythonError) in
      try frame.interpreter.string(try message.evaluate(frame))
    }
    throw PythonError(.assertionError, text ?? "", at: range)
  }
}

extension RaiseStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    guard let exception else {
      if let error = frame.interpreter.handled.last { throw error }
      throw PythonError(.runtimeError, "No active exception to reraise", at: range)
    }
    switch try exception.evaluate(frame) {
    case .exception(let object):
      let error = try frame.interpreter.error(object).at(range)
      frame.interpreter.raised = (object, error)
      throw error
    case .type(let type):
      if let kind = type.errorKind { throw PythonError(kind, "", at: range) }
    default: break
    }
    throw PythonError(.typeError, "exceptions must derive from BaseException", at: range)
  }
}

extension TryStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    if cleanup.count == 0 { return try executeHandled(frame) }
    let completion: Completion
    do throws(PythonError) {
      completion = try executeHandled(frame)
    } catch {
      let end = try cleanup.execute(frame)
      if case .normal = end { throw error }
      return end
    }
    let end = try cleanup.execute(frame)
    if case .normal = end { return completion }
    return end
  }

  private func executeHandled(_ frame: Frame) throws(PythonError) -> Completion {
    do throws(PythonError) {
      let completion = try body.execute(frame)
      guard case .normal = completion else { return completion }
    } catch {
      if error.detail.isFinal { throw error }
      guard let handler = try handler(for: error, frame) else { throw error }
      handler.target?.assign(.exception(frame.interpreter.exception(of: error)), frame)
      frame.interpreter.handled.append(error)
      defer {
        _ = frame.interpreter.handled.popLast()
        handler.target?.assign(.undefined, frame)
      }
      return try handler.body.execute(frame)
    }
    return try otherwise.execute(frame)
  }

  private func handler(
    for error: PythonError, _ frame: Frame
  ) throws(PythonError) -> Handler? {
    for handler in handlers {
      guard let kinds = handler.kinds else { return handler }
      let value = try kinds.evaluate(frame)
      let types: [Value] = if case .tuple(let tuple) = value { tuple.items } else { [value] }
      for type in types {
        guard case .type(let object) = type, let kind = object.errorKind else {
          throw PythonError(
            .typeError,
            "catching classes that do not inherit from BaseException is not allowed",
            at: kinds.range)
        }
        if error.kind.isCase(of: kind) { return handler }
      }
    }
    return nil
  }
}

extension ImportStatement {
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    let interpreter = frame.interpreter
    guard let module = interpreter.module(named: module) else {
      throw PythonError(
        .moduleNotFoundError, "No module named '\(module)'",
        .unknownModule(module, available: Interpreter.moduleNames), at: moduleRange)
    }
    switch what {
    case .module(let target, let isWhole):
      let top = String(module.name.prefix { $0 != "." })
      let bound = isWhole ? module : interpreter.module(named: top) ?? module
      target.assign(.module(bound), frame)
    case .names(let names):
      for (name, target, range) in names {
        if let member = module.members[name] {
          target.assign(member, frame)
        } else if let inner = interpreter.module(named: module.name + "." + name) {
          target.assign(.module(inner), frame)
        } else {
          throw PythonError(
            .importError, "cannot import name '\(name)' from '\(module.name)'",
            .unknownAttribute(
              name, of: module.name,
              suggestions: Spelling.suggestions(for: name, among: module.members.keys)),
            at: range)
        }
      }
    case .all:
      for name in module.exports { interpreter.globals[name] = module.members[name] }
    }
    return .normal
  }
}

extension Interpreter {
  /// The error that raising an exception object throws.
  func error(_ exception: ExceptionObject) throws(PythonError) -> PythonError {
    if let error = exception.error { return error }
    return PythonError(exception.kind, try string(.exception(exception)))
  }

  /// The object that `except … as e` binds: what the program raised, or one made of the error.
  func exception(of error: PythonError) -> ExceptionObject {
    if let (object, raised) = raised, raised.kind == error.kind, raised.message == error.message,
      raised.range == error.range
    {
      return ExceptionObject(object.kind, object.arguments, error: error)
    }
    var argument = Value.text(error.message)
    if error.kind == .keyError {
      // The sentence of a missing key is the key as the prompt shows it.
      let text = error.message
      if let number = Int(text) {
        argument = .int(number)
      } else if text.count > 1, text.first == "'", text.last == "'" {
        argument = .text(String(text.dropFirst().dropLast()))
      }
    }
    return ExceptionObject(error.kind, error.message.isEmpty ? [] : [argument], error: error)
  }
}

extension PythonError {
  /// The error with another operator in its sentence.
  fileprivate func renaming(_ operation: String, to other: String) -> PythonError {
    let old = "unsupported operand type(s) for \(operation):"
    guard case .unsupportedOperands(_, let left, let right) = detail, message.hasPrefix(old)
    else { return self }
    return PythonError(
      kind, "unsupported operand type(s) for \(other):" + message.dropFirst(old.count),
      .unsupportedOperands(operation: other, left: left, right: right))
  }
}
