extension NPYArray {
  /// The array as a `.npy` file, byte for byte what `np.save` writes for a C-contiguous array of
  /// float64 or of strings.
  ///
  /// Numbers are written as `<f8`, strings as `<U`*n* with *n* the length of the longest, both
  /// in row-major order, in format version 1.0. Zeros at the end of a string are lost, as in NumPy.
  ///
  /// - Complexity: O(*n*) in the size of the file. Strings take as much space each as the longest.
  public func npyBytes() -> [UInt8] {
    switch elements {
    case .numbers(let numbers):
      var file = header(elementType: "<f8")
      file.reserveCapacity(file.count + 8 * numbers.count)
      for number in numbers { file.append(littleEndian: number.bitPattern) }
      return file
    case .strings(let strings):
      let length = elements.stringLength
      var file = header(elementType: "<U\(length)")
      for string in strings {
        for scalar in string.unicodeScalars { file.append(littleEndian: scalar.value) }
        let padding = 4 * (length - string.unicodeScalars.count)
        file.append(contentsOf: repeatElement(0, count: padding))
      }
      return file
    }
  }

  /// Signature, version 1.0, and the header padded with spaces so that the data begins at a
  /// multiple of 64 bytes.
  ///
  /// NumPy leaves room to let the first axis grow to 21 digits in place; so do we, to write the
  /// same bytes.
  private func header(elementType: String) -> [UInt8] {
    let tuple =
      switch shape.count {
      case 1: "(\(shape[0]),)"
      default: "(\(shape.map(String.init).joined(separator: ", ")))"
      }
    var text = "{'descr': '\(elementType)', 'fortran_order': False, 'shape': \(tuple), }"
    if let first = shape.first {
      text += String(repeating: " ", count: 21 - String(first).count)
    }
    let prefixSize = Self.signature.count + 4
    let unpadded = prefixSize + text.utf8.count + 1
    text += String(repeating: " ", count: 64 - unpadded % 64) + "\n"

    var header = Self.signature + [1, 0]
    header.append(littleEndian: UInt16(text.utf8.count))
    return header + text.utf8
  }
}

extension NPYArray.Elements {
  /// The number of Unicode scalars that each string is padded to.
  fileprivate var stringLength: Int {
    max(1, (strings ?? []).map(\.unicodeScalars.count).max() ?? 1)
  }

  /// The number of bytes that the elements take in a file, or `Int.max` where it is beyond that.
  var byteCount: Int {
    let size = strings == nil ? 8 : 4 * stringLength
    let (product, overflow) = count.multipliedReportingOverflow(by: size)
    return overflow ? .max : product
  }
}
