/// What is wrong with a `.npz` file, which is a zip archive of `.npy` files.
///
/// Names in here come from the file as they are: show them only with control characters escaped.
public enum NPZError: Error, Equatable, Sendable {
  /// There is no zip archive here: no end record, which a truncated file has lost, too. The file
  /// begins with these bytes (at most six).
  case notZip(found: [UInt8])
  /// The directory of the archive contradicts itself or the rest of the file at this offset.
  case malformedDirectory(offset: Int)
  /// The archive is one part of several.
  case splitArchive
  /// A member's name is not UTF-8.
  case undecodableName([UInt8])
  /// Two members have the same name.
  case duplicateName(String)
  /// Two members share bytes of the file.
  case overlappingMembers(String, String)
  /// The member that the directory names is not where it says, or is cut off.
  case misplacedMember(name: String, offset: Int)
  /// The member is encrypted.
  case encrypted(name: String)
  /// The member is compressed by a method (its number in the zip format) other than deflate.
  case unsupportedCompression(name: String, method: Int)
  /// The compressed bytes of a member are not what deflate writes, or not of the stated size.
  case malformedCompression(name: String)
  /// The members together need more bytes than allowed, counting up to this one.
  case tooLarge(name: String, byteCount: Int, limit: Int)
  /// There are more arrays than a file may hold.
  case tooManyMembers(limit: Int)
  /// The bytes of a member are not those that were written.
  case wrongChecksum(name: String, expected: UInt32, found: UInt32)
  /// The member is not an array that can be read.
  case array(name: String, NPYError)
}
