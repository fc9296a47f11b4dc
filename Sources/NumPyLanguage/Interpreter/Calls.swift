import SourceText

extension CallExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    if let attribute = callee as? AttributeExpression {
      let owner = try attribute.object.evaluate(frame)
      if let method = attribute.method(of: owner) {
        return try call(method, receiver: owner, frame)
      }
      let value: Value
      if case .module(let module) = owner, module === attribute.cachedModule {
        value = attribute.cachedValue
      } else {
        do throws(PythonError) {
          value = try Attributes.get(owner, attribute.name, frame.interpreter)
        } catch {
          throw error.at(attribute.nameRange)
        }
        if case .module(let module) = owner {
          (attribute.cachedModule, attribute.cachedValue) = (module, value)
        }
      }
      return try call(value, frame)
    }
    return try call(try callee.evaluate(frame), frame)
  }

  private func call(_ value: Value, _ frame: Frame) throws(PythonError) -> Value {
    switch value {
    case .function(let function): return try call(function, frame)
    case .native(let function): return try call(function, receiver: .undefined, frame)
    case .method(let method): return try call(method.function, receiver: method.receiver, frame)
    case .type(let type):
      if let constructor = type.constructor {
        return try call(constructor, receiver: .undefined, frame)
      }
    default: break
    }
    throw PythonError(
      .typeError, "'\(value.typeName)' object is not callable",
      .unsupportedOperands(operation: "call", left: value.typeName, right: nil), at: range)
  }

  // MARK: Functions of the program

  private func call(_ function: FunctionObject, _ frame: Frame) throws(PythonError) -> Value {
    let interpreter = frame.interpreter
    let code = function.code
    guard isPlain, code.isPlain, arguments.count == code.positionalCount else {
      let (positional, keywords) = try evaluatedArguments(frame)
      do throws(PythonError) {
        return try interpreter.call(function, positional, keywords)
      } catch {
        throw error.called(code.name, from: range).at(range)
      }
    }
    let base: Int
    do throws(PythonError) {
      base = try interpreter.enter(slots: code.scope.slotCount, height: code.height)
    } catch {
      throw error.at(range)
    }
    defer { interpreter.leave(base, height: code.height) }
    let slots = interpreter.places(base)
    for i in arguments.indices { slots[i] = try arguments[i].value.evaluate(frame) }
    do throws(PythonError) {
      return try interpreter.run(function, slots)
    } catch {
      throw error.called(code.name, from: range).at(range)
    }
  }

  /// The arguments, those by position apart from those by keyword, with spreads spread.
  private func evaluatedArguments(
    _ frame: Frame
  ) throws(PythonError) -> (positional: [Value], keywords: [(String, Value)]) {
    var positional: [Value] = []
    var keywords: [(String, Value)] = []
    for argument in arguments {
      let value = try argument.value.evaluate(frame)
      do throws(PythonError) {
        switch argument.passing {
        case .position: positional.append(value)
        case .keyword(let name): keywords.append((name, value))
        case .spread: positional += try frame.interpreter.items(of: value)
        case .spreadKeywords:
          guard case .dict(let dict) = value else {
            throw PythonError(
              .typeError, "argument after ** must be a mapping, not \(value.typeName)")
          }
          for place in dict.table.places {
            guard case .string(let name) = dict.table.key(at: place) else {
              throw PythonError(.typeError, "keywords must be strings")
            }
            keywords.append((name.text, dict.table.value(at: place)))
          }
        }
      } catch {
        throw error.at(argument.value.range)
      }
    }
    return (positional, keywords)
  }

  // MARK: Native functions

  private func call(
    _ function: NativeFunction, receiver: Value, _ frame: Frame
  ) throws(PythonError) -> Value {
    let interpreter = frame.interpreter
    let hasReceiver = !receiver.isUndefined
    let count = arguments.count + (hasReceiver ? 1 : 0)
    guard isPlain, !function.isVariadic, count <= function.parameters.count else {
      var (positional, keywords) = try evaluatedArguments(frame)
      if hasReceiver { positional.insert(receiver, at: 0) }
      do throws(PythonError) {
        return try interpreter.call(function, positional, keywords)
      } catch {
        throw error.at(range)
      }
    }
    let base = try interpreter.reserve(function.parameters.count)
    defer { interpreter.release(base) }
    let places = interpreter.places(base)
    if hasReceiver { places[0] = receiver }
    let first = hasReceiver ? 1 : 0
    for i in arguments.indices { places[first + i] = try arguments[i].value.evaluate(frame) }
    do throws(PythonError) {
      if count < function.requiredCount { throw interpreter.missing(function, places) }
      return try function.run(
        Call(interpreter, function, places, total: function.parameters.count))
    } catch {
      throw error.at(range)
    }
  }
}

extension Interpreter {
  /// Calls anything that can be called.
  public func call(
    _ callee: Value, _ positional: [Value], _ keywords: [(String, Value)] = []
  ) throws(PythonError) -> Value {
    switch callee {
    case .function(let function):
      do throws(PythonError) {
        return try call(function, positional, keywords)
      } catch {
        throw error.inside(function.code.unit)
      }
    case .native(let function): return try call(function, positional, keywords)
    case .method(let method):
      return try call(method.function, [method.receiver] + positional, keywords)
    case .type(let type):
      if let constructor = type.constructor { return try call(constructor, positional, keywords) }
    default: break
    }
    throw PythonError(
      .typeError, "'\(callee.typeName)' object is not callable",
      .unsupportedOperands(operation: "call", left: callee.typeName, right: nil))
  }

  /// Runs a function whose arguments lie in its frame.
  func run(
    _ function: FunctionObject, _ slots: UnsafeMutablePointer<Value>
  ) throws(PythonError) -> Value {
    let code = function.code
    for slot in code.scope.cellSlots { slots[slot] = .cell(CellObject(slots[slot])) }
    for i in function.captures.indices {
      slots[code.scope.captureSlots[i].here] = .cell(function.captures[i])
    }
    do throws(PythonError) {
      try tick()
      let frame = Frame(interpreter: self, slots: slots)
      if case .returned(let value) = try execute(code.body, frame) { return value }
      return .none
    } catch {
      throw error.inside(code.unit)
    }
  }

  /// Calls a function of the program.
  func call(
    _ function: FunctionObject, _ positional: [Value], _ keywords: [(String, Value)]
  ) throws(PythonError) -> Value {
    let code = function.code
    let base = try enter(slots: code.scope.slotCount, height: code.height + 4)
    defer { leave(base, height: code.height + 4) }
    let slots = places(base)
    try bind(positional, keywords, to: function, slots)
    return try run(function, slots)
  }

  private func bind(
    _ positional: [Value], _ keywords: [(String, Value)], to function: FunctionObject,
    _ slots: UnsafeMutablePointer<Value>
  ) throws(PythonError) {
    let code = function.code
    let extra = DictObject()
    for (i, value) in positional.prefix(code.positionalCount).enumerated() { slots[i] = value }
    for (name, value) in keywords {
      if let i = code.parameters.firstIndex(where: {
        $0.name == name && ($0.kind == .normal || $0.kind == .keywordOnly)
      }) {
        guard slots[i].isUndefined else {
          throw PythonError(
            .typeError, "\(code.name)() got multiple values for argument '\(name)'")
        }
        slots[i] = value
      } else if code.parameters.contains(where: { $0.kind == .restKeywords }) {
        extra[name] = value
      } else {
        let names = code.parameters.map(\.name)
        throw PythonError(
          .typeError, "\(code.name)() got an unexpected keyword argument '\(name)'",
          .unknownKeyword(
            name, function: code.name,
            suggestions: Spelling.suggestions(for: name, among: names)))
      }
    }
    var missing: [String] = []
    var missingKeywords: [String] = []
    for (i, parameter) in code.parameters.enumerated() {
      switch parameter.kind {
      case .normal, .keywordOnly:
        guard slots[i].isUndefined else { continue }
        if let index = parameter.defaultIndex {
          slots[i] = function.defaults[index]
        } else if parameter.kind == .normal {
          missing.append("'\(parameter.name)'")
        } else {
          missingKeywords.append("'\(parameter.name)'")
        }
      case .rest:
        slots[i] = .tuple(TupleObject(Array(positional.dropFirst(code.positionalCount))))
      case .restKeywords: slots[i] = .dict(extra)
      }
    }
    if positional.count > code.positionalCount,
      !code.parameters.contains(where: { $0.kind == .rest })
    {
      throw tooMany(positional.count, function)
    }
    if !missing.isEmpty { throw self.missing(missing, "positional", code.name) }
    if !missingKeywords.isEmpty { throw self.missing(missingKeywords, "keyword-only", code.name) }
  }

  private func tooMany(_ count: Int, _ function: FunctionObject) -> PythonError {
    let code = function.code
    let most = code.positionalCount
    let least = code.parameters.prefix(most).filter { $0.defaultIndex == nil }.count
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    return PythonError(
      .typeError,
      "\(code.name)() takes \(takes) positional argument\(takes == "1" ? "" : "s") but \(count) "
        + (count == 1 ? "was given" : "were given"))
  }

  private func missing(_ names: [String], _ kind: String, _ function: String) -> PythonError {
    let list =
      names.count < 2
      ? names.joined()
      : names.count == 2
        ? names.joined(separator: " and ")
        : names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
    return PythonError(
      .typeError,
      "\(function)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s")"
        + ": \(list)")
  }

  // MARK: Native functions

  func missing(_ function: NativeFunction, _ places: UnsafeMutablePointer<Value>) -> PythonError {
    let names = function.parameters.prefix(function.requiredCount).enumerated()
      .filter { places[$0.offset].isUndefined }.map { "'\($0.element)'" }
    return missing(names, "positional", function.name)
  }

  /// Calls a native function.
  func call(
    _ function: NativeFunction, _ positional: [Value], _ keywords: [(String, Value)]
  ) throws(PythonError) -> Value {
    let fixed = function.parameters.count
    // Of a variadic function's parameters, those that must be given come first, by position.
    let leading = function.isVariadic ? min(function.requiredCount, positional.count) : fixed
    let total = function.isVariadic ? fixed + positional.count - leading : fixed
    if positional.count > leading, !function.isVariadic {
      let takes = fixed - function.requiredCount == 0 ? "\(fixed)" : "at most \(fixed)"
      throw PythonError(
        .typeError,
        "\(function.name)() takes \(takes) argument\(fixed == 1 ? "" : "s") "
          + "(\(positional.count) given)")
    }
    let base = try enter(slots: total, height: 10)
    defer { leave(base, height: 10) }
    let places = places(base)
    for (i, value) in positional.enumerated() {
      places[i < leading ? i : fixed + i - leading] = value
    }
    let others = function.restKeywordsIndex.map { _ in DictObject() }
    if let others, let index = function.restKeywordsIndex { places[index] = .dict(others) }
    for (name, value) in keywords {
      guard let i = function.parameters.firstIndex(of: name), name != "self" else {
        if let others {
          others[name] = value
          continue
        }
        throw PythonError(
          .typeError,
          function.isVariadic
            ? "'\(name)' is an invalid keyword argument for \(function.name)()"
            : "\(function.name)() got an unexpected keyword argument '\(name)'",
          .unknownKeyword(
            name, function: function.name,
            suggestions: Spelling.suggestions(for: name, among: function.parameters)))
      }
      guard places[i].isUndefined else {
        throw PythonError(
          .typeError, "\(function.name)() got multiple values for argument '\(name)'")
      }
      places[i] = value
    }
    if (0..<function.requiredCount).contains(where: { places[$0].isUndefined }) {
      throw missing(function, places)
    }
    return try function.run(Call(self, function, places, total: total))
  }
}
