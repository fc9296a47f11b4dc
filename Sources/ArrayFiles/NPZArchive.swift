/// Named arrays in one file, as `np.savez` and `np.load` exchange them: a zip archive with one
/// `.npy` file for each.
///
///     var archive = NPZArchive()
///     archive["W1"] = NPYArray(shape: [3, 5], numbers: weights)
///     archive["layers"] = NPYArray(string: "3 5:relu 4:softmax")
///     let file = try archive.npzBytes()                    // for np.load
///     let same = try NPZArchive(npzBytes: file)            // same == archive
///
/// The arrays keep their order.
public struct NPZArchive: Equatable, Sendable {
  /// An array and its name, without the `.npy` that its file in the archive ends with.
  public struct Member: Equatable, Sendable {
    /// The name, such as `W1`.
    public var name: String
    /// The array.
    public var array: NPYArray

    /// Makes a member from its name and array.
    public init(name: String, array: NPYArray) {
      self.name = name
      self.array = array
    }
  }

  /// The most UTF-8 bytes that a name may have.
  public static let maximumNameLength = 60_000

  /// The arrays, in the order of the file. No two have the same name.
  public internal(set) var members: [Member] = []

  /// Makes an archive without any array.
  public init() {}

  /// The array of this name. Setting one replaces it, appends a new one, or, by nil, removes it.
  ///
  /// - Precondition: A name that is set is not empty and has at most ``maximumNameLength`` bytes.
  /// - Complexity: O(*n*) in the number of arrays.
  public subscript(name: String) -> NPYArray? {
    get { members.first { $0.name == name }?.array }
    set {
      precondition(
        (1...Self.maximumNameLength).contains(name.utf8.count),
        "an array's name has \(name.utf8.count) bytes")
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let array?): members[index].array = array
      case (let index?, nil): members.remove(at: index)
      case (nil, let array?): members.append(Member(name: name, array: array))
      case (nil, nil): break
      }
    }
  }
}
