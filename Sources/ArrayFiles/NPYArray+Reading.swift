extension NPYArray {
  /// The bytes that every `.npy` file begins with.
  static let signature: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads a `.npy` file of format version 1.0, 2.0 or 3.0.
  ///
  /// Element types are booleans, integers and floating-point numbers of 1, 2, 4 or 8 bytes and
  /// strings (`U`), in either byte order, stored in row-major or column-major order. The file must
  /// end with its last element.
  ///
  /// - Parameter npyBytes: The whole file.
  /// - Throws: What is wrong with the file.
  /// - Complexity: O(*n*) in the size of the file; so is the memory, whatever the header
  ///   claims.
  public init(npyBytes: [UInt8]) throws(NPYError) {
    try self.init(npyBytes: npyBytes[...])
  }

  init(npyBytes: ArraySlice<UInt8>) throws(NPYError) {
    let (header, data) = try Self.split(npyBytes)
    let size = header.elementType.size
    guard let count = Self.elementCount(of: header.shape) else {
      throw .implausibleShape(header.shape)
    }
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: size)
    if overflow { throw .implausibleShape(header.shape) }
    guard byteCount == data.count else {
      throw .wrongByteCount(shape: header.shape, expected: byteCount, found: data.count)
    }

    func bytes(ofElement index: Int) -> ArraySlice<UInt8> {
      let start = data.startIndex + index * size
      return data[start..<start + size]
    }
    if header.elementType.kind == .string {
      var strings: [String] = []
      strings.reserveCapacity(count)
      for index in 0..<count {
        guard let string = header.elementType.string(from: bytes(ofElement: index)) else {
          throw .malformedString(index: index)
        }
        strings.append(string)
      }
      let ordered = header.isColumnMajor ? Self.rowMajor(strings, shape: header.shape) : strings
      self.init(shape: header.shape, elements: .strings(ordered))
    } else {
      let numbers = (0..<count).map { header.elementType.number(from: bytes(ofElement: $0)) }
      let ordered = header.isColumnMajor ? Self.rowMajor(numbers, shape: header.shape) : numbers
      self.init(shape: header.shape, elements: .numbers(ordered))
    }
  }

  /// The header of a file and the bytes after it.
  private static func split(
    _ file: ArraySlice<UInt8>
  ) throws(NPYError) -> (header: NPYHeader, data: ArraySlice<UInt8>) {
    var reader = ByteReader(file)
    guard reader.take(signature.count).map(Array.init) == signature else {
      throw .notNPY(found: Array(file.prefix(signature.count)))
    }
    guard let major = reader.count(UInt8.self), let minor = reader.count(UInt8.self) else {
      throw .truncatedHeader(expected: signature.count + 4, found: file.count)
    }
    guard (1...3).contains(major), minor == 0 else {
      throw .unsupportedVersion(major: major, minor: minor)
    }
    let lengthSize = major == 1 ? 2 : 4
    let length = major == 1 ? reader.count(UInt16.self) : reader.count(UInt32.self)
    let prefixSize = signature.count + 2 + lengthSize
    guard let length else { throw .truncatedHeader(expected: prefixSize, found: file.count) }
    guard let text = reader.take(length) else {
      throw .truncatedHeader(expected: prefixSize + length, found: file.count)
    }
    return (try NPYHeader(parsing: text), file[text.endIndex...])
  }

  /// Elements that were stored with their first axis running fastest, put in row-major order.
  ///
  /// - Complexity: O(*n* · *rank*).
  static func rowMajor<Element>(_ elements: [Element], shape: [Int]) -> [Element] {
    var strides: [Int] = []
    var stride = 1
    for axis in shape {
      strides.append(stride)
      stride *= axis
    }
    return elements.indices.map { target in
      var rest = target
      var source = 0
      for axis in shape.indices.reversed() {
        source += rest % shape[axis] * strides[axis]
        rest /= shape[axis]
      }
      return elements[source]
    }
  }
}
