/// What is wrong with a `.npy` file.
///
/// Texts in here come from the file as they are: show them only with control characters escaped.
public enum NPYError: Error, Equatable, Sendable {
  /// The file does not begin with NumPy's signature, but with these bytes (at most six).
  case notNPY(found: [UInt8])
  /// The format version is none of 1.0, 2.0 and 3.0.
  case unsupportedVersion(major: Int, minor: Int)
  /// The file ends inside its header, which needs this many bytes in all.
  case truncatedHeader(expected: Int, found: Int)
  /// The header is not the dictionary of `descr`, `fortran_order` and `shape` that it must be;
  /// reading stopped at this offset of it.
  case malformedHeader(text: String, offset: Int)
  /// The elements are pickled Python objects, which are code and are never run.
  case objectElements
  /// The elements are of a type that is neither a number of up to 64 bits nor a string.
  case unsupportedElementType(String)
  /// No array can have this shape: too many axes or too many elements.
  case implausibleShape([Int])
  /// The shape calls for another number of bytes than the file holds after its header.
  case wrongByteCount(shape: [Int], expected: Int, found: Int)
  /// The string at this row-major index holds something that is not a Unicode scalar.
  case malformedString(index: Int)
}
