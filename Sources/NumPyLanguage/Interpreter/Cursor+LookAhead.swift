import CMatrixKernels

/// A loop over thousands of samples finds each of them somewhere else in memory, and would wait for
/// the object of the sample, then for its entries, then for the arrays in these. Asking for each
/// some rounds before it is needed takes a tenth off a round of gradient descent, and changes no
/// result.
extension Cursor {
  /// Asks for the memory of what the loop comes to in the next rounds.
  @inline(__always)
  func lookAhead(from index: Int) {
    switch source {
    case .list(let list):
      list.items.withUnsafeBufferPointer { Cursor.lookAhead(from: index, in: $0) }
    case .items(let items): items.withUnsafeBufferPointer { Cursor.lookAhead(from: index, in: $0) }
    case .range, .array, .text, .iterator: break
    }
  }

  @inline(__always)
  private static func lookAhead(from index: Int, in items: UnsafeBufferPointer<Value>) {
    guard index + 6 < items.count, let first = items.baseAddress else { return }
    // Counting a reference to an object would read it now. A place is read without, and has no
    // more in it than its value.
    let places = UnsafeRawPointer(first).assumingMemoryBound(to: Place.self)
    askForObject(of: places + index + 6)
    places[index + 4].askForEntries()
    places[index + 2].askForArrays()
  }

  /// Asks for the object that a value refers to. What a number's bits point to, asking for is
  /// harmless as well.
  @inline(__always)
  fileprivate static func askForObject(of place: UnsafePointer<Place>) {
    let word = UnsafeRawPointer(place).loadUnaligned(as: UInt.self)
    guard let object = UnsafeRawPointer(bitPattern: word) else { return }
    bring_near(object)
    bring_near(object + 64)
  }
}

extension Place {
  /// Asks for the entries of a dictionary, whose object was asked for.
  fileprivate func askForEntries() {
    guard case .dict(let dict) = value, dict.table.end > 0 else { return }
    let entries = UnsafeRawPointer(dict.table.valuePlace(at: 0))
    bring_near(entries)
    bring_near(entries + 64)
  }

  /// Asks for the first values of a dictionary, whose entries were asked for; the parts of a small
  /// array, its elements included, fill four lines of the cache.
  fileprivate func askForArrays() {
    guard case .dict(let dict) = value else { return }
    for place in 0..<min(2, dict.table.end) {
      let value = UnsafePointer(dict.table.valuePlace(at: place))
      let word = UnsafeRawPointer(value).loadUnaligned(as: UInt.self)
      guard let object = UnsafeRawPointer(bitPattern: word) else { continue }
      for line in 0..<4 { bring_near(object + line * 64) }
    }
  }
}
