extension NPZArchive {
  /// The archive as a `.npz` file, uncompressed, byte for byte what `np.savez` writes for the same
  /// arrays of float64 and strings.
  ///
  /// - Parameter modified: The time of change that each member carries; by default the fixed one
  ///   that NumPy writes.
  /// - Throws: ``NPZError/tooLarge(name:byteCount:limit:)`` where the file would not stay under
  ///   4 GiB, ``NPZError/tooManyMembers(limit:)`` from 65,535 arrays on.
  /// - Complexity: O(*n*) in the size of the file.
  public func npzBytes(modified: ZipTimestamp = .earliest) throws(NPZError) -> [UInt8] {
    guard members.count < Zip.maximumMemberCount else {
      throw .tooManyMembers(limit: Zip.maximumMemberCount - 1)
    }
    // Room for the directory stays free, so that only the data can be too much; their headers take
    // less than 2 KiB each.
    let limit = Zip.maximumOffset - members.reduce(0) { $0 + 46 + 4 + $1.name.utf8.count } - 22
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = Array("\(member.name).npy".utf8)
      let offset = file.count
      let (byteCount, overflow) = member.array.elements.byteCount
        .addingReportingOverflow(offset + name.count + 2048)
      guard !overflow, byteCount <= limit else {
        throw .tooLarge(name: member.name, byteCount: byteCount, limit: limit)
      }
      let data = member.array.npyBytes()

      var shared: [UInt8] = []  // The fields that a member and its directory entry have in common.
      shared.append(littleEndian: UInt16(45))  // The zip version that can read it.
      shared.append(littleEndian: UInt16(name.contains { $0 >= 0x80 } ? Zip.utf8Flag : 0))
      shared.append(littleEndian: Zip.stored)
      shared.append(littleEndian: modified.packedTime)
      shared.append(littleEndian: modified.packedDate)
      shared.append(littleEndian: CRC32.checksum(of: data))

      // Like NumPy, state the sizes as ZIP64 before the member and plainly in the directory.
      file.append(littleEndian: Zip.memberSignature)
      file.append(contentsOf: shared)
      file.append(littleEndian: UInt32.max)
      file.append(littleEndian: UInt32.max)
      file.append(littleEndian: UInt16(name.count))
      file.append(littleEndian: UInt16(20))
      file.append(contentsOf: name)
      file.append(littleEndian: Zip.extendedSizes)
      file.append(littleEndian: UInt16(16))
      file.append(littleEndian: UInt64(data.count))
      file.append(littleEndian: UInt64(data.count))
      file.append(contentsOf: data)

      directory.append(littleEndian: Zip.entrySignature)
      directory.append(littleEndian: UInt16(3 << 8 | 45))  // Made on Unix.
      directory.append(contentsOf: shared)
      directory.append(littleEndian: UInt32(data.count))
      directory.append(littleEndian: UInt32(data.count))
      directory.append(littleEndian: UInt16(name.count))
      directory.append(contentsOf: repeatElement(0, count: 8))  // No extra, comment, disk, kind.
      directory.append(littleEndian: UInt32(0o600 << 16))  // Readable by the owner.
      directory.append(littleEndian: UInt32(offset))
      directory.append(contentsOf: name)
    }

    let directoryOffset = file.count
    file.append(contentsOf: directory)
    file.append(littleEndian: Zip.endSignature)
    file.append(littleEndian: UInt32(0))  // The first and only disk.
    file.append(littleEndian: UInt16(members.count))
    file.append(littleEndian: UInt16(members.count))
    file.append(littleEndian: UInt32(directory.count))
    file.append(littleEndian: UInt32(directoryOffset))
    file.append(littleEndian: UInt16(0))  // No comment.
    return file
  }
}
