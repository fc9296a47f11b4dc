import SourceText

// Names, attributes and subscripts: what can be read and assigned to.

extension NameExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    switch location {
    case .local(let slot):
      let value = frame.slots[slot].value
      if case .undefined = value { throw unbound(frame) }
      return value
    case .cell(let slot):
      guard case .cell(let cell) = frame.slots[slot].value, !cell.value.isUndefined else {
        throw unbound(frame)
      }
      return cell.value
    case .global(let slot):
      let value = frame.globals[slot].value
      if case .undefined = value {
        if case .undefined = builtin { throw unbound(frame) }
        return builtin
      }
      return value
    }
  }

  /// A local variable is written by its own function's statements only; a global one by whatever
  /// runs, and what a cell holds as well.
  @inline(__always)
  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? {
    switch location {
    case .local(let slot):
      let place = frame.slots + slot
      return place.pointee.isUndefined ? nil : place
    case .cell: return nil
    case .global(let slot):
      if acrossCalls { return nil }
      let place = frame.globals + slot
      return place.pointee.isUndefined ? nil : place
    }
  }

  private func unbound(_ frame: Frame) -> PythonError {
    if case .global = location {
      let slip = Self.otherWords[name.lowercased()].map {
        PythonError.Detail.slip(.otherWord(name, python: $0))
      }
      return PythonError(
        .nameError, "name '\(name)' is not defined",
        slip
          ?? .undefinedName(
            name, suggestions: frame.interpreter.suggestions(forName: name)), at: range)
    }
    return PythonError(
      .unboundLocalError,
      "cannot access local variable '\(name)' where it is not associated with a value",
      .slip(.usedBeforeAssignment(name)), at: range)
  }

  /// Constants as other languages write them, and Python's.
  private static let otherWords = [
    "true": "True", "false": "False", "null": "None", "nil": "None", "none": "None",
    "undefined": "None", "nan": "np.nan", "inf": "np.inf", "infinity": "np.inf",
  ]

  @inline(__always)
  func assign(_ value: consuming Value, _ frame: Frame) {
    switch location {
    case .local(let slot): frame.slots[slot].value = value
    case .cell(let slot):
      if case .cell(let cell) = frame.slots[slot].value { cell.value = value }
    case .global(let slot): frame.globals[slot].value = value
    }
  }

  func delete(_ frame: Frame) throws(PythonError) {
    if case .global(let slot) = location, frame.globals[slot].isUndefined {
      throw unbound(frame)
    }
    _ = try evaluate(frame)
    assign(.undefined, frame)
  }
}

extension AttributeExpression {
  /// The transpose of a vector is the vector.
  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? {
    guard property == .transpose, let owner = object.place(frame, acrossCalls: acrossCalls),
      case .array(let array) = owner.pointee.value, array.rank < 2
    else { return nil }
    return owner
  }

  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    try frame.lend(object) { (owner) throws(PythonError) in try get(owner, frame) }
  }

  private func get(_ owner: borrowing Place, _ frame: Frame) throws(PythonError) -> Value {
    if case .array(let array) = owner.value, let property { return array.value(of: property) }
    if isCached(owner) { return cachedValue.pointee.value }
    return try lookUp(owner, frame)
  }

  /// Whether the value is the module of the last look-up, so that its result is still good.
  func isCached(_ owner: borrowing Place) -> Bool {
    if case .module(let module) = owner.value { return ObjectIdentifier(module) == cachedModule }
    return false
  }

  /// The attribute of a value; that of a module is kept for next time.
  func lookUp(_ owner: borrowing Place, _ frame: Frame) throws(PythonError) -> Value {
    do throws(PythonError) {
      let value = try Attributes.get(owner.value, name, frame.interpreter)
      if case .module(let module) = owner.value {
        (cachedModule, cachedOwner) = (ObjectIdentifier(module), nil)
        cachedValue.pointee.value = value
      }
      return value
    } catch {
      throw error.at(nameRange)
    }
  }

  /// Whether a call of this attribute means a native method, which then lies in `cachedValue`.
  func isMethod(of owner: borrowing Place) -> Bool {
    guard let kind = MethodTable.Owner(owner.value) else { return false }
    if cachedOwner == kind { return true }
    guard let method = MethodTable.method(name, of: kind) else { return false }
    (cachedModule, cachedOwner) = (nil, kind)
    cachedValue.pointee.value = .native(method)
    return true
  }

  func assign(_ value: consuming Value, _ frame: Frame) throws(PythonError) {
    let owner = try object.evaluate(frame)
    throw PythonError(
      .attributeError, "cannot set attribute '\(name)' of '\(owner.typeName)' object",
      .unknownAttribute(name, of: owner.typeName, suggestions: []), at: nameRange)
  }

  func delete(_ frame: Frame) throws(PythonError) {
    let owner = try object.evaluate(frame)
    throw PythonError(
      .attributeError, "cannot delete attribute '\(name)' of '\(owner.typeName)' object",
      .unknownAttribute(name, of: owner.typeName, suggestions: []), at: nameRange)
  }
}

extension SubscriptExpression {
  func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    if isTuple {
      return try withParts(frame) { (owner, key) throws(PythonError) in
        try Subscripts.get(owner.value, key, frame.interpreter)
      }
    }
    return try frame.lend(object, index, isQuiet: index.isQuiet) {
      (owner, key) throws(PythonError) in
      try get(owner, key, frame)
    }
  }

  /// The entry of a dictionary, where finding it runs nothing.
  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? {
    guard mayBeEntry, !acrossCalls, let owner = object.place(frame, acrossCalls: false),
      let key = index.place(frame, acrossCalls: false)
    else { return nil }
    return owner.pointee.entry(of: key.pointee)
  }

  private func get(
    _ owner: borrowing Place, _ key: borrowing Place, _ frame: Frame
  ) throws(PythonError) -> Value {
    do throws(PythonError) {
      return try Subscripts.get(owner.value, key.value, frame.interpreter)
    } catch {
      throw error.at(range)
    }
  }

  func assign(_ value: consuming Value, _ frame: Frame) throws(PythonError) {
    let value = Place(value)
    if isTuple {
      try withParts(frame) { (owner, key) throws(PythonError) in
        try Subscripts.set(owner.value, key, to: value.value, frame.interpreter)
      }
      return
    }
    try frame.lend(object, index, isQuiet: index.isQuiet) { (owner, key) throws(PythonError) in
      try set(owner, key, value, frame)
    }
  }

  private func set(
    _ owner: borrowing Place, _ key: borrowing Place, _ value: borrowing Place, _ frame: Frame
  ) throws(PythonError) {
    do throws(PythonError) {
      try Subscripts.set(owner.value, key.value, to: value.value, frame.interpreter)
    } catch {
      throw error.at(range)
    }
  }

  /// Calls a function with the object and the parts of the index, which lie on the stack.
  private func withParts<Result>(
    _ frame: Frame,
    _ body: (borrowing Place, Subscripts.Parts) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    let count = parts.count
    let owner = Place(try object.evaluate(frame))
    let base = try frame.interpreter.reserve(count)
    defer { frame.interpreter.release(base) }
    let places = frame.interpreter.places(base)
    for i in 0..<count { places[i].value = try parts.evaluate(i, frame) }
    do throws(PythonError) {
      return try body(owner, Subscripts.Parts(start: places, count: count))
    } catch {
      throw error.at(range)
    }
  }

  func delete(_ frame: Frame) throws(PythonError) {
    let owner = try object.evaluate(frame)
    let key = try index.evaluate(frame)
    do throws(PythonError) {
      try Subscripts.delete(owner, key, frame.interpreter)
    } catch {
      throw error.at(range)
    }
  }
}
