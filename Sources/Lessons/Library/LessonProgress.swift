/// How far a learner has come, by the ids of lessons, steps and questions.
///
/// It is kept as text, a line for each lesson and each question, and whatever this version does not
/// know stays as it was:
///
///     nnrepl progress 1
///     @student seed=4711
///     exercise-1 at=loss done=weights,forward
///     total-input finished done=weigh-and-add
///     total-input/the-line verdict=right attempts=2 hints=1 time=1764000000
///
/// Reading and writing the file is the caller's affair; this is only what stands in it.
public struct LessonProgress: Hashable, Sendable {
  /// What is known of one lesson.
  public struct Record: Hashable, Sendable {
    /// The id of the step at which the learner left, or nil.
    public var step: String?
    /// The id of the question that was open when the learner left, or nil.
    public var question: String?
    /// The ids of the steps that were taken to their end, in the order they were.
    public var finishedSteps: [String] = []
    /// Whether the lesson was taken to its end.
    public var isFinished = false
    /// What became of its questions, by their ids.
    public var answers: [String: AnswerRecord] = [:]
    /// Words of the line that this version does not know, in order.
    var unknown: [String] = []

    /// Makes a record of a lesson that was not begun.
    public init() {}

    /// Notes that a step was taken to its end.
    public mutating func finish(step id: String) {
      if !finishedSteps.contains(id) { finishedSteps.append(id) }
    }
  }

  /// The seed of the numbers that differ from learner to learner; nil before the first lesson.
  public var seed: UInt32?
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

  /// The lesson to go on with where none is named: of those that were left in the middle, the one
  /// whose answers are the latest; nil where there is none.
  public var latest: String? {
    func time(_ record: Record) -> Int {
      record.answers.values.compactMap(\.lastAttempt).max() ?? 0
    }
    return records.filter { $0.value.step != nil && !$0.value.isFinished }
      .max { (time($0.value), $0.key) < (time($1.value), $1.key) }?.key
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
    /// The line with this number has a lesson or a question that an earlier line has.
    case repeatedLesson(String, line: Int)
  }

  private static let heading = "nnrepl progress "
  private static let version = "1"
  private static let student = "@student"

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
    var keys: Set<String> = []
    for index in lines.indices.dropFirst() where !lines[index].isEmpty {
      try read(lines[index], number: index + 1, after: &keys)
    }
  }

  private mutating func read(
    _ line: Substring, number: Int, after keys: inout Set<String>
  ) throws(DecodingError) {
    let words = line.split(separator: " ").map(String.init)
    guard let key = words.first else { return }
    if LessonIdentifier.isValid(key) {
      guard keys.insert(key).inserted else { throw .repeatedLesson(key, line: number) }
      guard let record = Record(words: words.dropFirst(), answers: self[lesson: key].answers) else {
        throw .malformedLine(number)
      }
      records[key] = record
      return
    }
    let names = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if names.count == 2, names.allSatisfy(LessonIdentifier.isValid) {
      guard keys.insert(key).inserted else { throw .repeatedLesson(key, line: number) }
      guard let answer = AnswerRecord(words: words.dropFirst()) else {
        throw .malformedLine(number)
      }
      self[lesson: names[0]].answers[names[1]] = answer
      return
    }
    if key == Self.student, seed == nil, words.count == 2, words[1].hasPrefix("seed="),
      let seed = UInt32(words[1].dropFirst("seed=".count))
    {
      self.seed = seed
      return
    }
    // Keys of another form belong to a later version.
    guard key.allSatisfy({ $0.isASCII && !$0.isWhitespace }), !line.contains("\0") else {
      throw .malformedLine(number)
    }
    unknownLines.append(String(line))
  }

  /// The text of the progress file: lessons in the order of their ids, each with its questions, then
  /// what is not known.
  public var encoded: String {
    var lines = [Self.heading + Self.version]
    if let seed { lines.append("\(Self.student) seed=\(seed)") }
    for (id, record) in records.sorted(by: { $0.key < $1.key }) {
      let words = record.words
      if !words.isEmpty || record.answers.isEmpty {
        lines.append(([id] + words).joined(separator: " "))
      }
      for (question, answer) in record.answers.sorted(by: { $0.key < $1.key }) {
        lines.append((["\(id)/\(question)"] + answer.words).joined(separator: " "))
      }
    }
    return (lines + unknownLines).joined(separator: "\n") + "\n"
  }
}

extension LessonProgress.Record {
  /// Makes a record of which only the answers are known.
  fileprivate init(answers: [String: AnswerRecord]) {
    self.init()
    self.answers = answers
  }

  /// Reads the words of a lesson's line; nil where one of them makes no sense.
  fileprivate init?(words: some Sequence<String>, answers: [String: AnswerRecord]) {
    self.init(answers: answers)
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let ids = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
      switch parts[0] {
      case "finished" where parts.count == 1: isFinished = true
      case "at" where ids.count == 1 && LessonIdentifier.isValid(ids[0]): step = ids[0]
      case "asking" where ids.count == 1 && LessonIdentifier.isValid(ids[0]): question = ids[0]
      case "done" where !ids.isEmpty && ids.allSatisfy(LessonIdentifier.isValid):
        for id in ids { finish(step: id) }
      case "at", "asking", "done", "finished": return nil
      default: unknown.append(word)
      }
    }
  }

  /// The words of the lesson's line.
  fileprivate var words: [String] {
    var words: [String] = []
    if isFinished { words.append("finished") }
    if let step { words.append("at=\(step)") }
    if let question { words.append("asking=\(question)") }
    if !finishedSteps.isEmpty { words.append("done=" + finishedSteps.joined(separator: ",")) }
    return words + unknown
  }
}
