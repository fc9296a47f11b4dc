/// Numbers that the zip format fixes (PKWARE's APPNOTE.TXT, sections 4.3 to 4.5).
enum Zip {
  static let memberSignature: UInt32 = 0x0403_4B50
  static let entrySignature: UInt32 = 0x0201_4B50
  static let endSignature: UInt32 = 0x0605_4B50
  static let extendedEndSignature: UInt32 = 0x0606_4B50
  static let extendedEndLocatorSignature: UInt32 = 0x0706_4B50

  /// From this number on, a count of members does not fit into a plain end record.
  static let maximumMemberCount = 0xFFFF
  /// From this number on, an offset does not fit into a plain end record.
  static let maximumOffset = 0xFFFF_FFFF

  /// The compression methods that are read.
  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8

  /// The flags that matter: an encrypted member; a name in UTF-8.
  static let encryptedFlag: UInt16 = 1
  static let utf8Flag: UInt16 = 1 << 11

  /// The extra field that holds sizes and offsets of 64 bits (ZIP64).
  static let extendedSizes: UInt16 = 1
}

/// One member of a zip archive, as the directory at the archive's end describes it.
struct ZipEntry: Equatable {
  var name: String
  var flags: UInt16
  var method: UInt16
  var checksum: UInt32
  var compressedSize: Int
  var size: Int
  /// Where the member's own header begins.
  var offset: Int
}

/// Reading the directory of a zip archive, which stands at its end.
enum ZipDirectory {
  /// The size of an end record without its comment.
  private static let endSize = 22

  /// The entries of the directory, in its order.
  static func entries(of file: [UInt8]) throws(NPZError) -> [ZipEntry] {
    let (range, count) = try location(in: file)
    var reader = ByteReader(file[range])
    var entries: [ZipEntry] = []
    for _ in 0..<count {
      let offset = range.upperBound - reader.remaining
      guard let entry = try entry(from: &reader) else { throw .malformedDirectory(offset: offset) }
      entries.append(entry)
    }
    guard reader.remaining == 0 else {
      throw .malformedDirectory(offset: range.upperBound - reader.remaining)
    }
    return entries
  }

  /// Where the directory stands and how many entries it has.
  private static func location(
    in file: [UInt8]
  ) throws(NPZError) -> (range: Range<Int>, count: Int) {
    guard let end = endRecord(of: file) else { throw .notZip(found: Array(file.prefix(6))) }
    var reader = ByteReader(file[(end + 4)...])
    guard let disk = reader.count(UInt16.self), let directoryDisk = reader.count(UInt16.self),
      let countHere = reader.count(UInt16.self), var count = reader.count(UInt16.self),
      var size = reader.count(UInt32.self), var offset = reader.count(UInt32.self)
    else { throw .malformedDirectory(offset: end) }
    guard disk == 0, directoryDisk == 0, countHere == count else { throw .splitArchive }
    var directoryEnd = end
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      (directoryEnd, count, size, offset) = try extendedLocation(in: file, before: end)
    }
    // No entry is smaller than 46 bytes; this bounds the count by the file.
    guard offset <= directoryEnd, size == directoryEnd - offset, count <= size / 46 else {
      throw .malformedDirectory(offset: end)
    }
    return (offset..<directoryEnd, count)
  }

  /// What the ZIP64 end record says that stands before the plain one.
  private static func extendedLocation(
    in file: [UInt8], before end: Int
  ) throws(NPZError) -> (end: Int, count: Int, size: Int, offset: Int) {
    let error = NPZError.malformedDirectory(offset: end)
    guard end >= 20 else { throw error }
    var locator = ByteReader(file[(end - 20)..<end])
    guard locator.integer(UInt32.self) == Zip.extendedEndLocatorSignature,
      locator.integer(UInt32.self) == 0, let start = locator.count(UInt64.self),
      locator.integer(UInt32.self) == 1, start <= end - 20
    else { throw error }
    var record = ByteReader(file[start..<end - 20])
    guard record.integer(UInt32.self) == Zip.extendedEndSignature,
      record.take(20) != nil,  // Size of the record, versions, disks.
      let countHere = record.count(UInt64.self), let count = record.count(UInt64.self),
      countHere == count,
      let size = record.count(UInt64.self), let offset = record.count(UInt64.self)
    else { throw error }
    return (start, count, size, offset)
  }

  /// The offset of the end record: the last place where one fits with its comment.
  private static func endRecord(of file: [UInt8]) -> Int? {
    guard file.count >= endSize else { return nil }
    let last = file.count - endSize
    for start in (max(0, last - 0xFFFF)...last).reversed() where file[start] == 0x50 {
      var reader = ByteReader(file[start...])
      if reader.integer(UInt32.self) == Zip.endSignature, reader.take(16) != nil,
        reader.count(UInt16.self) == reader.remaining
      {
        return start
      }
    }
    return nil
  }

  /// The next entry, or nil where the bytes are none.
  private static func entry(from reader: inout ByteReader) throws(NPZError) -> ZipEntry? {
    guard reader.integer(UInt32.self) == Zip.entrySignature,
      reader.take(4) != nil,  // Versions.
      let flags = reader.integer(UInt16.self), let method = reader.integer(UInt16.self),
      reader.take(4) != nil,  // Time and date.
      let checksum = reader.integer(UInt32.self),
      let compressedSize = reader.count(UInt32.self), let size = reader.count(UInt32.self),
      let nameLength = reader.count(UInt16.self), let extraLength = reader.count(UInt16.self),
      let commentLength = reader.count(UInt16.self),
      reader.take(8) != nil,  // Disk and attributes.
      let offset = reader.count(UInt32.self),
      nameLength <= NPZArchive.maximumNameLength,
      let nameBytes = reader.take(nameLength), let extra = reader.take(extraLength),
      reader.take(commentLength) != nil
    else { return nil }
    guard let name = String(validating: nameBytes, as: UTF8.self) else {
      throw .undecodableName(Array(nameBytes))
    }
    var entry = ZipEntry(
      name: name, flags: flags, method: method, checksum: checksum,
      compressedSize: compressedSize, size: size, offset: offset)
    return entry.applyExtendedSizes(from: extra) ? entry : nil
  }
}

extension ZipEntry {
  /// Takes the sizes and the offset that do not fit into 32 bits from the ZIP64 extra field.
  ///
  /// - Returns: Whether each one that is needed is there.
  fileprivate mutating func applyExtendedSizes(from extra: ArraySlice<UInt8>) -> Bool {
    var fields = ByteReader(extra)
    var extended = ByteReader([])
    while let kind = fields.integer(UInt16.self), let length = fields.count(UInt16.self) {
      guard let field = fields.take(length) else { return false }
      if kind == Zip.extendedSizes { extended = ByteReader(field) }
    }
    for part in [\ZipEntry.size, \.compressedSize, \.offset]
    where self[keyPath: part] == 0xFFFF_FFFF {
      guard let value = extended.count(UInt64.self) else { return false }
      self[keyPath: part] = value
    }
    return true
  }
}
