/// How far a learner has come, by the ids of lessons and steps.
///
/// It is kept as text, one lesson a line, and whatever this version does not know stays as it was:
///
///     nnrepl progress 1
///     exercise-1 at=loss done=weights,forward
///     total-input finished done=weigh-and-add
///
/// Reading and writing the file is the caller's affair; this is only what stands in it.
public struct LessonProgress: Hashable, Sendable {
  /// What is known of one lesson.
  public struct Record: Hashable, Sendable {
    /// The id of the step at which the learner left, or nil.
    public var step: String?
    /// The ids of the steps that were taken to their end, in the order they were.
    public var finishedSteps: [String] = []
    /// Whether the lesson was taken to its end.
    public var isFinished = false
    /// Words of the line that this version does not know, in order.
    var unknown: [String] = []

    /// Makes a record of a lesson that was not begun.
    public init() {}

    /// Notes that a step was taken to its end.
    public mutating func finish(step id: String) {
      if !finishedSteps.contains(id) { finishedSteps.append(id) }
    }
  }

  /// What is known of each lesson, by its id.
  public var records: [String: Record] = [:]
  /// Lines that this version does not know, in order.
  private var unknownLines: [String] = []

  /// Makes the progress of somebody who has not begun.
  public init() {}

  /// What is known of a lesson; an empty record where nothing is.
  public subscript(lesson id: String) -> Record {
    get { records[id] ?? Record() }
    set { records[id] = newValue }
  }

  /// Forgets a lesson.
  public mutating func forget(lesson id: String) {
    records[id] = nil
  }

  /// Where to go on in a lesson that may have changed since: the step at which the learner left, or
  /// if it is gone, the step after the last one that was finished and still exists.
  ///
  /// - Returns: the index of the step, and whether it is the one the learner left.
  public func resumption(of script: LessonScript) -> (step: Int, isExact: Bool) {
    guard let record = records[script.id], let id = record.step else { return (0, true) }
    if let index = script.index(ofStep: id) { return (index, true) }
    let last = record.finishedSteps.compactMap(script.index(ofStep:)).max() ?? -1
    return (min(last + 1, script.steps.count - 1), false)
  }
}

extension LessonProgress {
  /// What is wrong with the text of a progress file.
  public enum DecodingError: Error, Hashable, Sendable {
    /// The first line does not say that this is such a file.
    case notProgress
    /// The file is of a version that this one does not know.
    case unsupportedVersion(String)
    /// The line with this number is not a lesson and its words.
    case malformedLine(Int)
    /// The line with this number has a lesson that an earlier line has.
    case repeatedLesson(String, line: Int)
  }

  private static let heading = "nnrepl progress "
  private static let version = "1"

  /// Reads the text of a progress file; an empty one is that of somebody who has not begun.
  ///
  /// - Throws: what is wrong with it. A file that cannot be read should be kept aside, not be written
  ///   over.
  public init(decoding text: String) throws(DecodingError) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first else { return }
    guard first.hasPrefix(Self.heading) else { throw .notProgress }
    let found = first.dropFirst(Self.heading.count)
    guard found == Self.version else { throw .unsupportedVersion(String(found)) }
    for index in lines.indices.dropFirst() where !lines[index].isEmpty {
      try read(lines[index], number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) throws(DecodingError) {
    let words = line.split(separator: " ").map(String.init)
    guard let id = words.first else { return }
    // Keys of another form belong to a later version.
    guard LessonIdentifier.isValid(id) else {
      guard id.allSatisfy({ $0.isASCII && !$0.isWhitespace }), !line.contains("\0") else {
        throw .malformedLine(number)
      }
      unknownLines.append(String(line))
      return
    }
    guard records[id] == nil else { throw .repeatedLesson(id, line: number) }
    var record = Record()
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let ids = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
      switch parts[0] {
      case "finished" where parts.count == 1: record.isFinished = true
      case "at" where ids.count == 1 && LessonIdentifier.isValid(ids[0]): record.step = ids[0]
      case "done" where !ids.isEmpty && ids.allSatisfy(LessonIdentifier.isValid):
        for id in ids { record.finish(step: id) }
      case "at", "done", "finished": throw .malformedLine(number)
      default: record.unknown.append(word)
      }
    }
    records[id] = record
  }

  /// The text of the progress file: lessons in the order of their ids, then what is not known.
  public var encoded: String {
    var lines = [Self.heading + Self.version]
    for (id, record) in records.sorted(by: { $0.key < $1.key }) {
      var words = [id]
      if record.isFinished { words.append("finished") }
      if let step = record.step { words.append("at=\(step)") }
      if !record.finishedSteps.isEmpty {
        words.append("done=" + record.finishedSteps.joined(separator: ","))
      }
      lines.append((words + record.unknown).joined(separator: " "))
    }
    return (lines + unknownLines).joined(separator: "\n") + "\n"
  }
}
