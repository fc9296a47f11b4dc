extension NPZArchive {
  /// Reads a `.npz` file, as `np.savez`, `np.savez_compressed` or a zip program wrote it.
  ///
  /// The directory at the end of the file is what counts; every member must lie where it says,
  /// share no byte with another, and have the checksum it states. Nothing is reserved on the word
  /// of the file alone: a stored member is as large as its bytes, and a compressed one can be at
  /// most 1032 times as large as its bytes.
  ///
  /// - Parameters:
  ///   - npzBytes: The whole file.
  ///   - limit: The most bytes that all members may need together, 1 GiB unless told.
  /// - Throws: What is wrong with the file.
  /// - Complexity: O(*n*) in the size of the members.
  public init(npzBytes: [UInt8], limit: Int = 1 << 30) throws(NPZError) {
    self.init()
    let entries = try ZipDirectory.entries(of: npzBytes)
    try Self.checkSizes(of: entries, limit: limit)
    var names: Set<String> = []
    var stored: [ArraySlice<UInt8>] = []
    for entry in entries {
      guard names.insert(entry.arrayName).inserted else { throw .duplicateName(entry.arrayName) }
      stored.append(try entry.data(in: npzBytes))
    }
    try Self.checkOverlap(of: entries, data: stored)
    for (entry, data) in zip(entries, stored) {
      let content = try entry.content(from: data)
      do throws(NPYError) {
        members.append(Member(name: entry.arrayName, array: try NPYArray(npyBytes: content)))
      } catch {
        throw .array(name: entry.arrayName, error)
      }
    }
  }

  /// Refuses members that would need more memory than allowed.
  private static func checkSizes(of entries: [ZipEntry], limit: Int) throws(NPZError) {
    var total = 0
    for entry in entries {
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      guard !overflow, sum <= limit else {
        throw .tooLarge(name: entry.name, byteCount: overflow ? .max : sum, limit: limit)
      }
      total = sum
    }
  }

  /// Refuses members that share bytes, as archives do that unpack to far more than they hold.
  private static func checkOverlap(
    of entries: [ZipEntry], data: [ArraySlice<UInt8>]
  ) throws(NPZError) {
    let sorted = zip(entries, data).sorted { $0.0.offset < $1.0.offset }
    for (left, right) in zip(sorted, sorted.dropFirst())
    where left.1.endIndex > right.0.offset {
      throw .overlappingMembers(left.0.arrayName, right.0.arrayName)
    }
  }
}

extension ZipEntry {
  /// The name of the array in this member, as NumPy gives it.
  fileprivate var arrayName: String {
    name.hasSuffix(".npy") ? String(name.dropLast(4)) : name
  }

  /// The bytes of this member in the file, as they are stored.
  fileprivate func data(in file: [UInt8]) throws(NPZError) -> ArraySlice<UInt8> {
    let error = NPZError.misplacedMember(name: name, offset: offset)
    guard offset < file.count else { throw error }
    var reader = ByteReader(file[offset...])
    guard reader.integer(UInt32.self) == Zip.memberSignature,
      reader.take(4) != nil,  // Version and flags.
      reader.integer(UInt16.self) == method,
      reader.take(16) != nil,  // Time, date, checksum, sizes: those of the directory count.
      let nameLength = reader.count(UInt16.self), let extraLength = reader.count(UInt16.self),
      let nameBytes = reader.take(nameLength), nameBytes.elementsEqual(name.utf8),
      reader.take(extraLength) != nil,
      let data = reader.take(compressedSize)
    else { throw error }
    return data
  }

  /// The bytes of this member as they were before they were stored.
  fileprivate func content(from data: ArraySlice<UInt8>) throws(NPZError) -> ArraySlice<UInt8> {
    if flags & Zip.encryptedFlag != 0 { throw .encrypted(name: name) }
    let content: ArraySlice<UInt8>
    switch method {
    case Zip.stored:
      guard data.count == size else { throw .misplacedMember(name: name, offset: offset) }
      content = data
    case Zip.deflated:
      guard let inflated = Inflater.inflate(data, size: size) else {
        throw .malformedCompression(name: name)
      }
      content = inflated[...]
    default: throw .unsupportedCompression(name: name, method: Int(method))
    }
    let found = CRC32.checksum(of: content)
    guard found == checksum else {
      throw .wrongChecksum(name: name, expected: checksum, found: found)
    }
    return content
  }
}
