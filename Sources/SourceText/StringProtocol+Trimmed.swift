extension StringProtocol {
  /// The text without the white space at both ends, line ends included.
  ///
  ///     " u1 = x\n".trimmed  // "u1 = x"
  public var trimmed: String {
    guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...end].drop { $0.isWhitespace })
  }
}
