extension NPZArchive {
  /// The archive as a `.npz` file, uncompressed, byte for byte what `np.savez` writes for the same
  /// arrays of float64 and strings.
  ///
  /// - Parameter modified: The time of change that each member carries; by default the fixed one
  ///   that NumPy writes.
  /// - Precondition: The file stays under 4 GiB and 65,535 arrays.
  /// - Complexity: O(*n*) in the size of the file.
  public func npzBytes(modified: ZipTimestamp = .earliest) -> [UInt8] {
    precondition(members.count < 0xFFFF, "\(members.count) arrays do not fit into a .npz file")
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = Array("\(member.name).npy".utf8)
      let data = member.array.npyBytes()
      let offset = file.count
      precondition(offset + data.count < 0xFFFF_0000, "the arrays do not fit into a .npz file")

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
    precondition(
      file.count + directory.count < 0xFFFF_FFFF, "the arrays do not fit into a .npz file")

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
