import ArrayFiles
import SourceText

/// The words after a command's name, taken one by one; what is left over at the end is an error.
public struct Arguments: Sendable {
  /// The command they belong to.
  let command: any Command.Type
  /// The line they stand in.
  let line: CommandLine
  /// The words that were not taken yet.
  private(set) var words: [Word]
  private var options: [(name: Word, value: Word)] = []
  /// Options that the command filled in itself, such as the seed it chose: `record` adds them.
  private(set) var resolved: [(name: String, value: String)] = []
  /// The line that `record` writes in place of the one typed.
  var replacement: String?
  /// How this run of the command changes the session.
  var effect: CommandEffect
  /// The file that the command reads: a replay has to find it from another folder.
  private var file: (word: Word, path: String)?

  /// Splits a command line into words and options.
  ///
  /// - Throws: ``ConsoleError`` for an open quote or bracket and for an option that the command
  ///   does not have or that is given twice.
  init(_ line: CommandLine, for command: any Command.Type) throws(ConsoleError) {
    self.command = command
    self.line = line
    effect = command.effect
    words = try Word.words(of: line.rest, line: line.line, column: line.restColumn)
    if command.takesOptions { try takeOptions() }
  }

  /// The number of the line in its source.
  var lineNumber: Int { line.line }

  /// The first form of the command, for errors.
  var usage: String { command.usage[0] }

  /// The place after the last character of the line: where something is missing.
  var end: SourceRange {
    let trimmed = line.rest.reversed().drop(while: \.isWhitespace).count
    return SourceRange(line: line.line, column: line.restColumn + trimmed, length: 1)
  }

  /// Everything after the command's name, comments left out, as one text with its column.
  var rest: (text: String, column: Int) {
    let spaces = line.rest.prefix(while: \.isWhitespace).count
    return (String(line.rest.dropFirst(spaces)), line.restColumn + spaces)
  }

  /// Whether all words are taken.
  var isEmpty: Bool { words.isEmpty }

  /// The next word, without taking it.
  var next: Word? { words.first }

  /// Takes the next word.
  ///
  /// - Parameter what: What it is, for the error if there is none.
  mutating func word(_ what: String) throws(ConsoleError) -> Word {
    guard !words.isEmpty else {
      throw ConsoleError(.missingArgument(what, usage: usage), at: end)
    }
    return words.removeFirst()
  }

  /// Takes the next word if it is this one.
  mutating func take(_ text: String) -> Word? {
    guard let first = words.first, first.text == text, !first.isQuoted else { return nil }
    return words.removeFirst()
  }

  /// Takes all words that are left.
  mutating func takeAll() -> [Word] {
    defer { words = [] }
    return words
  }

  /// Throws if a word is left.
  func finish() throws(ConsoleError) {
    guard let first = words.first else { return }
    throw ConsoleError(.extraArgument(first.text, usage: usage), at: first.range)
  }

  // MARK: Options

  /// The value of an option as it was written, or nil.
  func option(_ name: String) -> Word? {
    assert(command.options.contains { $0.name == name }, "\(command.name) declares no \(name)=")
    return options.first { $0.name.text == name }?.value
  }

  /// The value of an option as a number above 0.
  func positive(_ name: String) throws(ConsoleError) -> Double? {
    guard let word = option(name) else { return nil }
    let value = try word.number(name)
    guard value > 0 else {
      throw ConsoleError(.outOfRange(word.text, what: name, allowed: "> 0"), at: word.range)
    }
    return value
  }

  /// The value of an option as a number.
  func number(_ name: String) throws(ConsoleError) -> Double? {
    guard let word = option(name) else { return nil }
    return try word.number(name)
  }

  /// The value of an option as a whole number in a range.
  func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws(ConsoleError) -> Int? {
    guard let word = option(name) else { return nil }
    return try word.wholeNumber(name, in: range)
  }

  /// The value of an option as one of the cases of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type = Choice.self
  ) throws(ConsoleError) -> Choice? where Choice.RawValue == String {
    guard let word = option(name) else { return nil }
    return try word.choice(name)
  }

  /// The seed that the line gives, or one of the session's own, which `record` then writes down.
  mutating func seed(from session: inout Session) throws(ConsoleError) -> UInt32 {
    if let given = try wholeNumber("seed", in: 0...Int(UInt32.max)) { return UInt32(given) }
    let chosen = session.nextSeed()
    resolve("seed", String(chosen))
    return chosen
  }

  /// Notes the value of an option that the line left open, so that `record` can add it.
  mutating func resolve(_ name: String, _ value: String) {
    resolved.append((name, value))
  }

  /// Notes the file that a word names, and its place whatever the folder is.
  mutating func resolve(_ word: Word, in files: FileStore) {
    file = (word, files.resolve(word.text))
  }

  /// The line as `record` writes it: in one row, with everything that was left open filled in.
  var recordedLine: String { completeLine(resolvingFile: true) }

  /// The line as `undo` names it: in one row, with everything that was left open filled in.
  var shownLine: String { completeLine(resolvingFile: false) }

  private func completeLine(resolvingFile: Bool) -> String {
    if let replacement { return replacement }
    var rest = Array(line.rest)
    if resolvingFile, let file, file.word.range.start.line == line.line,
      file.word.range.end.line == line.line
    {
      let range =
        file.word.range.start.column - line.restColumn..<file.word.range.end.column
        - line.restColumn
      rest.replaceSubrange(range, with: Word.quoted(file.path))
    }
    let given = String(rest.map { $0.isNewline ? " " : $0 }).trimmed
    let filledIn = resolved.map { "\($0.name)=\($0.value)" }
    return ([line.name.text, given] + filledIn).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Writes down that an option had another value, or that it stood in the place of others.
  mutating func recordInstead(of names: [String], _ name: String, _ value: String) {
    options.removeAll { names.contains($0.name.text) }
    let kept = options.map { " \($0.name.text)=\($0.value.text)" }.joined()
    let filledIn = resolved.map { " \($0.name)=\($0.value)" }.joined()
    replacement = "\(line.name.text)\(kept) \(name)=\(value)\(filledIn)"
  }

  private mutating func takeOptions() throws(ConsoleError) {
    let known = command.options.map(\.name)
    var rest: [Word] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      var found = word.optionSplit
      // `lr = 0.1` and `lr= 0.1` are read as `lr=0.1`.
      if found == nil, known.contains(word.text), index + 1 < words.count,
        words[index].text == "="
      {
        found = (word, words[index + 1])
        index += 2
      } else if let split = found, split.value.text.isEmpty, !split.value.isQuoted,
        index < words.count
      {
        found = (split.name, words[index])
        index += 1
      }
      guard let (name, value) = found else {
        rest.append(word)
        continue
      }
      guard known.contains(name.text) else {
        throw ConsoleError(
          .unknownOption(
            name.text, command: command.name, known: known,
            suggestions: Spelling.suggestions(for: name.text, among: known)),
          at: name.range)
      }
      guard !options.contains(where: { $0.name.text == name.text }) else {
        throw ConsoleError(.repeatedOption(name.text), at: name.range)
      }
      options.append((name, value))
    }
    words = rest
  }
}
