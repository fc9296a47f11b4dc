import SourceText

extension CallExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    try callee.called(by: self, frame)
  }
}

extension AttributeExpression {
  func called(by call: CallExpression, _ frame: Frame) throws(PythonError) -> Value {
    if let module = object.place(frame, acrossCalls: false), isCached(module.pointee) {
      return try call.call(cachedValue.pointee, frame)
    }
    if let owner = object.place(frame, acrossCalls: !call.areArgumentsQuiet) {
      return try called(by: call, of: owner.pointee, frame)
    }
    let owner = Place(try object.evaluate(frame))
    return try called(by: call, of: owner, frame)
  }

  /// Calls a method, or what the attribute is otherwise.
  private func called(
    by call: CallExpression, of owner: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    if isMethod(of: owner) { return try call.callMethod(cachedValue.pointee, of: owner, frame) }
    let callee = Place(try lookUp(owner, frame))
    return try call.call(callee, frame)
  }
}

extension CallExpression {
  func callMethod(
    _ method: borrowing Place, of owner: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    guard case .native(let function) = method.value else { preconditionFailure("no method") }
    return try call(function, receiver: owner, frame)
  }

  /// Calls a value with the arguments.
  func call(_ callee: borrowing Place, _ frame: Frame) throws(PythonError) -> Value {
    let none = Place(.undefined)
    switch callee.value {
    case .function(let function): return try call(function, frame)
    case .native(let function): return try call(function, receiver: none, frame)
    case .method(let method):
      let receiver = Place(method.receiver)
      return try call(method.function, receiver: receiver, frame)
    case .type(let type):
      if let constructor = type.constructor {
        return try call(constructor, receiver: none, frame)
      }
    default: break
    }
    let name = callee.value.typeName
    throw PythonError(
      .typeError, "'\(name)' object is not callable", .slip(.notCallable(type: name)), at: range)
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
    for i in 0..<arguments.count { slots[i].value = try arguments.evaluate(i, frame) }
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
    for (i, passing) in passings.enumerated() {
      let value = try arguments.evaluate(i, frame)
      do throws(PythonError) {
        switch passing {
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
        throw error.at(arguments[i].range)
      }
    }
    return (positional, keywords)
  }

  // MARK: Native functions

  /// How the arguments of a call fit a native function's parameters.
  struct Binding {
    /// The function that was called last: mostly the one that is called next. It is only compared.
    fileprivate var function: ObjectIdentifier?
    fileprivate var hasReceiver = false
    /// The parameter that takes each argument; nil where the call has to be bound the long way.
    fileprivate var parameters: [Int]?
    /// How many places the call needs.
    fileprivate var total = 0
    /// Whether the arguments are the first parameters in order, two at most.
    fileprivate var isQuick = false
  }

  private func bind(_ function: NativeFunction, hasReceiver: Bool) {
    binding = Binding(function: ObjectIdentifier(function), hasReceiver: hasReceiver)
    let first = hasReceiver ? 1 : 0
    let fixed = function.parameters.count
    let positional = first + passings.prefix { $0 == .position }.count
    let leading = function.isVariadic ? min(function.requiredCount, positional) : fixed
    if positional > leading, !function.isVariadic { return }
    var parameters: [Int] = []
    for (i, passing) in passings.enumerated() {
      switch passing {
      case .position:
        let place = first + i
        parameters.append(place < leading ? place : fixed + place - leading)
      case .keyword(let name):
        guard function.restKeywordsIndex == nil, name != "self",
          let place = function.parameters.firstIndex(of: name), place >= min(positional, leading),
          !parameters.contains(place)
        else { return }
        parameters.append(place)
      case .spread, .spreadKeywords: return
      }
    }
    if function.restKeywordsIndex != nil { return }
    binding.total = fixed + positional - min(positional, leading)
    binding.isQuick =
      function.quick != nil && first + parameters.count <= 2 && !function.isVariadic
      && first + parameters.count >= function.requiredCount
      && parameters.elementsEqual(first..<first + parameters.count)
    binding.parameters = parameters
  }

  // MARK: Native functions

  private func call(
    _ function: NativeFunction, receiver: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    let hasReceiver = !receiver.isUndefined
    if binding.function != ObjectIdentifier(function) || binding.hasReceiver != hasReceiver {
      bind(function, hasReceiver: hasReceiver)
    }
    if binding.isQuick, let quick = function.quick {
      return try callQuickly(function, quick, receiver, frame)
    }
    let interpreter = frame.interpreter
    guard let parameters = binding.parameters else {
      var (positional, keywords) = try evaluatedArguments(frame)
      if hasReceiver { positional.insert(receiver.value, at: 0) }
      do throws(PythonError) {
        return try interpreter.call(function, positional, keywords)
      } catch {
        throw error.at(range, operands: operandRanges(function))
      }
    }
    let total = binding.total
    let base = try interpreter.reserve(total)
    defer { interpreter.release(base) }
    let places = interpreter.places(base)
    if hasReceiver { places[0].value = receiver.value }
    for i in 0..<arguments.count {
      places[parameters[i]].value = try arguments.evaluate(i, frame)
    }
    return try run(function, places, total: total, interpreter)
  }

  /// Runs a native function whose arguments lie on the stack.
  @inline(never)
  private func run(
    _ function: NativeFunction, _ places: UnsafeMutablePointer<Place>, total: Int,
    _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    do throws(PythonError) {
      for i in 0..<function.requiredCount where places[i].isUndefined {
        throw interpreter.missing(function, places)
      }
      var result = Place(try function.run(Call(interpreter, function, places, total: total)))
      try interpreter.weigh(result)
      if total > 0 { try interpreter.weigh(places[0]) }
      return result.take()
    } catch {
      throw error.at(range, operands: operandRanges(function))
    }
  }

  /// Calls a native function by its short way, with arguments that are lent where they lie.
  private func callQuickly(
    _ function: NativeFunction, _ quick: NativeFunction.Quick, _ receiver: borrowing Place,
    _ frame: Frame
  ) throws(PythonError) -> Value {
    let none = Place(.undefined)
    if !receiver.isUndefined {
      if arguments.count == 0 { return try call(function, quick, receiver, none, frame) }
      if let first = arguments.place(0, frame, acrossCalls: false) {
        return try call(function, quick, receiver, first.pointee, frame)
      }
      let first = Place(try arguments.evaluate(0, frame))
      return try call(function, quick, receiver, first, frame)
    }
    switch arguments.count {
    case 0: return try call(function, quick, none, none, frame)
    case 1:
      if let first = arguments.place(0, frame, acrossCalls: false) {
        return try call(function, quick, first.pointee, none, frame)
      }
      let first = Place(try arguments.evaluate(0, frame))
      return try call(function, quick, first, none, frame)
    default:
      return try frame.lend(arguments, isQuiet: areArgumentsQuiet) {
        (first, second) throws(PythonError) in
        try call(function, quick, first, second, frame)
      }
    }
  }

  private func call(
    _ function: NativeFunction, _ quick: NativeFunction.Quick, _ first: borrowing Place,
    _ second: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    let interpreter = frame.interpreter
    do throws(PythonError) {
      if let value = try quick(first, second, interpreter) {
        var result = Place(value)
        try interpreter.weighArray(result)
        try interpreter.weighArray(first)
        return result.take()
      }
    } catch {
      throw error.at(range, operands: operandRanges(function))
    }
    let total = function.parameters.count
    let base = try interpreter.reserve(total)
    defer { interpreter.release(base) }
    let places = interpreter.places(base)
    if total > 0 { places[0].value = first.value }
    if total > 1 { places[1].value = second.value }
    return try run(function, places, total: total, interpreter)
  }

  /// The places of the arguments, after that of the object whose method is called.
  private func operandRanges(_ function: NativeFunction) -> [SourceRange] {
    let isMethod = function.parameters.first == "self"
    let receiver = isMethod ? (callee as? AttributeExpression)?.object.range : nil
    return (receiver.map { [$0] } ?? []) + arguments.all.map(\.range)
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
      .slip(.notCallable(type: callee.typeName)))
  }

  /// Runs a function whose arguments lie in its frame.
  func run(
    _ function: FunctionObject, _ slots: UnsafeMutablePointer<Place>
  ) throws(PythonError) -> Value {
    let code = function.code
    if code.scope.hasCells {
      for slot in code.scope.cellSlots {
        slots[slot].value = .cell(CellObject(slots[slot].value))
      }
      for i in function.captures.indices {
        slots[code.scope.captureSlots[i].here].value = .cell(function.captures[i])
      }
    }
    do throws(PythonError) {
      try tick()
      let frame = Frame(self, slots)
      if case .returned(let value) = try code.body.execute(frame) { return value }
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
    _ slots: UnsafeMutablePointer<Place>
  ) throws(PythonError) {
    let code = function.code
    let extra = DictObject()
    for (i, value) in positional.prefix(code.positionalCount).enumerated() {
      slots[i].value = value
    }
    for (name, value) in keywords {
      if let i = code.parameters.firstIndex(where: {
        $0.name == name && ($0.kind == .normal || $0.kind == .keywordOnly)
      }) {
        guard slots[i].isUndefined else {
          throw PythonError(
            .typeError, "\(code.name)() got multiple values for argument '\(name)'")
        }
        slots[i].value = value
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
          slots[i].value = function.defaults[index]
        } else if parameter.kind == .normal {
          missing.append("'\(parameter.name)'")
        } else {
          missingKeywords.append("'\(parameter.name)'")
        }
      case .rest:
        slots[i].value = .tuple(TupleObject(Array(positional.dropFirst(code.positionalCount))))
      case .restKeywords: slots[i].value = .dict(extra)
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
        + (count == 1 ? "was given" : "were given"),
      .slip(.argumentCount(function: code.name, least: least, most: most, given: count)))
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
        + ": \(list)",
      .slip(.missingArguments(names.map { String($0.dropFirst().dropLast()) }, function: function)))
  }

  // MARK: Native functions

  func missing(_ function: NativeFunction, _ places: UnsafeMutablePointer<Place>) -> PythonError {
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
          + "(\(positional.count) given)",
        .slip(
          .argumentCount(
            function: function.name, least: function.requiredCount, most: fixed,
            given: positional.count)))
    }
    let base = try enter(slots: total, height: 10)
    defer { leave(base, height: 10) }
    let places = places(base)
    for (i, value) in positional.enumerated() {
      places[i < leading ? i : fixed + i - leading].value = value
    }
    let others = function.restKeywordsIndex.map { _ in DictObject() }
    if let others, let index = function.restKeywordsIndex { places[index].value = .dict(others) }
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
      places[i].value = value
    }
    if (0..<function.requiredCount).contains(where: { places[$0].isUndefined }) {
      throw missing(function, places)
    }
    var result = Place(try function.run(Call(self, function, places, total: total)))
    try weigh(result)
    return result.take()
  }
}
