public import SourceText

/// The lessons of a folder, in the order in which they are taken.
///
/// The order is that of the file names, numbers in them compared by value: `2-units.nn` stands
/// before `10-iris.nn`. A file that cannot be read as a lesson is kept with its errors.
public struct LessonCatalog: Hashable, Sendable {
  /// A script file as it was read from the disk.
  public struct File: Hashable, Sendable {
    /// Its path.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]

    /// Makes a file from its path and what it holds.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// A script file and what reading it led to.
  public struct Entry: Hashable, Sendable {
    /// The path of the file.
    public var path: String
    /// The lesson or its errors.
    public var reading: LessonScript.Reading
  }

  /// A lesson whose id an earlier file has taken.
  public struct RepeatedID: Hashable, Sendable {
    /// The id.
    public var id: String
    /// The path of the later file.
    public var path: String
    /// Where the id stands in it.
    public var range: SourceRange
    /// The path of the earlier file.
    public var firstPath: String
    /// Where the id stands in it.
    public var firstRange: SourceRange

    /// Makes a finding from the id and its two places.
    public init(
      id: String, path: String, range: SourceRange, firstPath: String, firstRange: SourceRange
    ) {
      self.id = id
      self.path = path
      self.range = range
      self.firstPath = firstPath
      self.firstRange = firstRange
    }
  }

  /// All files, in order.
  public let entries: [Entry]
  /// The readable lessons, in order; of lessons with the same id only the first.
  public let lessons: [LessonScript]
  /// The lessons that were left out for their id.
  public let repeatedIDs: [RepeatedID]

  /// Reads the files of a folder.
  ///
  /// - Complexity: O(*n* log *n*) in the number of files, O(*n*) in their bytes.
  public init(_ files: [File]) {
    let sorted = files.sorted { NaturalOrder.isBefore($0.path, $1.path) }
    entries = sorted.map {
      Entry(path: $0.path, reading: LessonScript.read($0.bytes, path: $0.path))
    }
    var lessons: [LessonScript] = []
    var indexes: [String: Int] = [:]
    var repeated: [RepeatedID] = []
    for lesson in entries.compactMap(\.reading.script) {
      if let index = indexes[lesson.id] {
        repeated.append(
          RepeatedID(
            id: lesson.id, path: lesson.path, range: lesson.idRange,
            firstPath: lessons[index].path, firstRange: lessons[index].idRange))
      } else {
        indexes[lesson.id] = lessons.count
        lessons.append(lesson)
      }
    }
    self.lessons = lessons
    repeatedIDs = repeated
  }

  /// Whether a file of this name is a lesson script: `*.nn`, not hidden.
  public static func isScript(named name: String) -> Bool {
    let name = name.split(separator: "/").last ?? ""
    return name.hasSuffix(".nn") && !name.hasPrefix(".")
  }

  /// The lesson with an id.
  ///
  /// - Throws: where there is none, with the ids that look like it.
  public func lesson(_ id: String) throws(UnknownLesson) -> LessonScript {
    guard let lesson = lessons.first(where: { $0.id == id }) else {
      throw UnknownLesson(
        id: id, suggestions: Spelling.suggestions(for: id, among: lessons.map(\.id)))
    }
    return lesson
  }

  /// No lesson has this id.
  public struct UnknownLesson: Error, Hashable, Sendable {
    /// The id.
    public var id: String
    /// Ids that look like it.
    public var suggestions: [String]

    /// Makes an error from the id that is not there and those that look like it.
    public init(id: String, suggestions: [String]) {
      self.id = id
      self.suggestions = suggestions
    }
  }
}
