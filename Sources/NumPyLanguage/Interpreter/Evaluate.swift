import LinearAlgebra
import SourceText

extension ConstantExpression {
  func evaluate(_ frame: Frame) -> Value { value }

  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? { place }
}

extension FormattedExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    .text(try text(frame))
  }

  fileprivate func text(_ frame: Frame) throws(PythonError) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .value(let expression, let conversion, let format, let label):
        let value = try expression.evaluate(frame)
        let spec = try format?.text(frame) ?? ""
        do throws(PythonError) {
          result += label
          let isRepr =
            conversion == "r" || conversion == "a"
            || (!label.isEmpty && conversion == nil && format == nil)
          if isRepr {
            result += try Formatting.format(
              .text(frame.interpreter.repr(value)), spec, frame.interpreter)
          } else if conversion == "s" {
            result += try Formatting.format(
              .text(frame.interpreter.string(value)), spec, frame.interpreter)
          } else {
            result += try Formatting.format(value, spec, frame.interpreter)
          }
        } catch {
          throw error.at(expression.range)
        }
      }
    }
    if result.utf8.count > frame.interpreter.limits.textSize {
      throw PythonError.textTooLong(result.utf8.count).at(range)
    }
    return result
  }
}

extension Expression {
  func called(by call: CallExpression, _ frame: Frame) throws(PythonError) -> Value {
    let callee = Place(try evaluate(frame))
    return try call.call(callee, frame)
  }
}

extension UnaryExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    let value = try operand.evaluate(frame)
    do throws(PythonError) {
      return operation == .not
        ? .bool(try !value.truth()) : try Operators.unary(operation, value)
    } catch {
      throw error.at(range)
    }
  }
}

extension BinaryExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    if let left = left.place(frame, acrossCalls: !isRightQuiet) {
      if let right = right.place(frame, acrossCalls: false) {
        return try combine(left.pointee, right.pointee, frame)
      }
      let right = Place(try right.evaluate(frame))
      return try combine(left.pointee, right, frame)
    }
    let left = Place(try left.evaluate(frame))
    if let right = right.place(frame, acrossCalls: false) {
      return try combine(temporary: left, right.pointee, frame)
    }
    let right = Place(try right.evaluate(frame))
    return try combine(temporary: left, right, frame)
  }

  /// An array that nobody else holds gives its memory to the result, where that has its shape.
  private func combine(
    temporary left: consuming Place, _ right: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    if left.reuse(operation, with: right) { return left.take() }
    return try combine(left, right, frame)
  }

  private func combine(
    _ left: borrowing Place, _ right: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    do throws(PythonError) {
      var result = Place(
        try Operators.binary(operation, left.value, right.value, frame.interpreter))
      try frame.interpreter.weigh(result)
      return result.take()
    } catch {
      throw error.at(range, operands: [self.left.range, self.right.range])
    }
  }
}

extension ComparisonExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    var left = try first.evaluate(frame)
    var result = Value.bool(true)
    for (position, (operation, operand)) in rest.enumerated() {
      let right = try operand.evaluate(frame)
      do throws(PythonError) {
        result = try Operators.compare(operation, left, right)
        if position < rest.count - 1, try !result.truth() { return result }
      } catch {
        let before = position > 0 ? rest[position - 1].operand : first
        throw error.at(range, operands: [before.range, operand.range])
      }
      left = right
    }
    return result
  }
}

extension LogicalExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    var value = Value.none
    for i in 0..<operands.count {
      value = try operands.evaluate(i, frame)
      if i == operands.count - 1 { break }
      do throws(PythonError) {
        if try value.truth() != isConjunction { return value }
      } catch {
        throw error.at(operands[i].range)
      }
    }
    return value
  }
}

extension Expression {
  /// Whether the expression's value counts as true.
  func truth(_ frame: Frame) throws(PythonError) -> Bool {
    let value = try evaluate(frame)
    if case .bool(let truth) = value { return truth }
    do throws(PythonError) {
      return try value.truth()
    } catch {
      throw error.at(range)
    }
  }
}

extension ConditionalExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    try condition.truth(frame) ? try value.evaluate(frame) : try otherwise.evaluate(frame)
  }
}

extension FunctionExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    var values: [Value] = []
    for expression in defaults { values.append(try expression.evaluate(frame)) }
    var captures: [CellObject] = []
    for (_, outside) in code.scope.captureSlots {
      if case .cell(let cell) = frame.slots[outside].value { captures.append(cell) }
    }
    return .function(FunctionObject(code, defaults: values, captures: captures))
  }
}

extension SliceExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    if let constant { return .slice(constant) }
    return .slice(
      SliceObject(
        try start?.evaluate(frame) ?? .none, try stop?.evaluate(frame) ?? .none,
        try step?.evaluate(frame) ?? .none))
  }
}

extension SpreadExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    throw PythonError(.syntaxError, "can't use starred expression here", at: range)
  }
}

extension SequenceExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    if let constant { return .tuple(constant) }
    var items: [Value] = []
    items.reserveCapacity(elements.count)
    for i in 0..<elements.count {
      if hasSpread, let spread = elements[i] as? SpreadExpression {
        let value = try spread.operand.evaluate(frame)
        do throws(PythonError) {
          items += try frame.interpreter.items(of: value)
        } catch {
          throw error.at(spread.range)
        }
      } else {
        items.append(try elements.evaluate(i, frame))
      }
    }
    switch kind {
    case .tuple: return .tuple(TupleObject(items))
    case .list: return .list(ListObject(items))
    case .set:
      do throws(PythonError) {
        return .set(try SetObject(unique: items))
      } catch {
        throw error.at(range)
      }
    }
  }
}

extension DictExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    let dict = DictObject()
    for (key, value) in pairs {
      do throws(PythonError) {
        if let key {
          let key = try key.evaluate(frame)
          dict.table.set(key, hash: try key.hashed(), to: try value.evaluate(frame))
        } else {
          try dict.merge(try value.evaluate(frame), frame.interpreter)
        }
      } catch {
        throw error.at(key?.range ?? value.range)
      }
    }
    return .dict(dict)
  }
}

extension ComprehensionExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    let source = try clauses[0].iterable.evaluate(frame)
    for slot in scope.cellSlots { frame.slots[slot].value = .cell(CellObject(.undefined)) }
    switch kind {
    case .list, .generator:
      var items: [Value] = []
      try run(0, source, frame) { (frame) throws(PythonError) in
        items.append(try self.element.evaluate(frame))
        let limit = frame.interpreter.limits.elements
        if items.count > limit { throw .tooManyItems(limit: limit) }
      }
      if kind == .list { return .list(ListObject(items)) }
      // A generator's values are made at once; it still gives them one by one, once.
      return .iterator(Interpreter.iterator("generator", over: items))
    case .set:
      let set = SetObject()
      try run(0, source, frame) { (frame) throws(PythonError) in
        try set.insert(try self.element.evaluate(frame))
      }
      return .set(set)
    case .dict:
      let dict = DictObject()
      try run(0, source, frame) { (frame) throws(PythonError) in
        guard let key = try self.key?.evaluate(frame) else { return }
        dict.table.set(key, hash: try key.hashed(), to: try self.element.evaluate(frame))
      }
      return .dict(dict)
    }
  }

  /// Runs a clause and those within it.
  private func run(
    _ position: Int, _ source: Value, _ frame: Frame,
    _ body: (Frame) throws(PythonError) -> Void
  ) throws(PythonError) {
    let clause = clauses[position]
    var cursor: Cursor
    do throws(PythonError) {
      cursor = try Cursor(source)
    } catch {
      throw error.at(clause.iterable.range)
    }
    values: while let value = try cursor.next(frame.interpreter) {
      try frame.interpreter.tick()
      try clause.target.assign(value, frame)
      for condition in clause.conditions where try !condition.truth(frame) { continue values }
      if position + 1 < clauses.count {
        try run(position + 1, try clauses[position + 1].iterable.evaluate(frame), frame, body)
      } else {
        do throws(PythonError) {
          try body(frame)
        } catch {
          throw error.at(element.range)
        }
      }
    }
  }
}

extension PythonError {
  /// The error of a container with more than so many elements.
  static func tooManyItems(limit: Int) -> PythonError {
    PythonError(.memoryError, "too many elements", .tooManyItems(limit: limit))
  }
}
