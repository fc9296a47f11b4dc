import LinearAlgebra
public import SourceText

/// Finds the recorded values of a lesson that its lines no longer lead to, with what they lead to now.
///
/// Only what records a value is touched: `@expect u1 = …`, `sum`, `shape`, `topology` and `error`. A
/// bound, as `loss < 0.01`, is a claim of the author and stays.
public enum LessonUpdate {
  /// A part of a line and what belongs there.
  public struct Edit: Hashable, Sendable {
    /// The part, inside one line.
    public var range: SourceRange
    /// What replaces it.
    public var text: String
  }

  /// The edits for a lesson, in the order of the lines.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - host: what runs its lines; it begins afresh.
  ///   - line: gives the text of a line of the script by its number.
  public static func edits(
    for script: LessonScript, host: inout some LessonHost, line: (Int) -> String
  ) -> [Edit] {
    host.restart(for: script)
    var edits: [Edit] = []
    for step in script.steps {
      var last: (block: LessonBlock, result: LessonBlockResult)?
      for item in step.items {
        switch item {
        case .block(let block): last = (block, host.run(block))
        case .expectation(let expectation):
          let outcome = expectation.outcome(in: host, after: last?.result, of: last?.block)
          guard !outcome.isMet, let value = recorded(expectation, outcome, host),
            let part = part(of: expectation, in: line(expectation.range.start.line))
          else { continue }
          edits.append(Edit(range: part, text: value))
        case .text, .question: break
        }
      }
    }
    return edits
  }

  /// What an expectation should record; nil where it records nothing or there is nothing to record.
  private static func recorded(
    _ expectation: Expectation, _ outcome: ExpectationOutcome, _ host: some LessonHost
  ) -> String? {
    switch expectation.kind {
    case .value(let name, _, _):
      return host.value(ofQuantity: name).map { literal($0) }
    case .sum(let name, _, _):
      return host.value(ofQuantity: name).map { literal(ArrayValue($0.elements.reduce(0, +))) }
    case .shape(let name, _):
      return host.value(ofQuantity: name).map { ArrayFormat.tuple($0.shape) }
    case .topology:
      return host.topology.map { $0.map(String.init).joined(separator: "-") }
    case .failure:
      if case .otherFailure(_, let found) = outcome { return found }
      return nil
    case .comparison: return nil
    }
  }

  /// A value as scripts write it, with the shortest digits that give it back.
  private static func literal(_ value: ArrayValue) -> String {
    func number(_ value: Double) -> String {
      let text = ArrayFormat.scalar(value)
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return value.listLiteral(number)
  }

  /// Where the recorded value stands: after `=`, `topology` or `error`, up to `within` or the end.
  private static func part(of expectation: Expectation, in line: String) -> SourceRange? {
    let characters = Array(line)
    let (start, end) = (expectation.range.start.column - 1, expectation.range.end.column - 1)
    guard start >= 0, end <= characters.count, start < end else { return nil }
    let claim = characters[start..<end]
    var from: Int
    switch expectation.kind {
    case .value, .sum, .shape:
      guard let equals = claim.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
      from = equals + 1
    case .topology, .failure:
      guard let space = claim.firstIndex(where: \.isWhitespace) else { return nil }
      from = space
    case .comparison: return nil
    }
    var to = end
    let mark = Array("within")
    if let within = (from..<end).first(where: {
      $0 + mark.count <= end && Array(characters[$0..<($0 + mark.count)]) == mark
    }) {
      to = within
    }
    while from < to, characters[from].isWhitespace { from += 1 }
    while to > from, characters[to - 1].isWhitespace { to -= 1 }
    guard from < to else { return nil }
    return SourceRange(line: expectation.range.start.line, column: from + 1, length: to - from)
  }

  /// The bytes of a script with edits made; line ends and everything else stay as they are.
  ///
  /// - Parameter bytes: the script that the edits were found in.
  public static func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
      let index = edit.range.start.line - 1
      guard lines.indices.contains(index) else { continue }
      // The mark at the beginning of a file is no character of its first line.
      let mark = index == 0 && lines[index].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var characters = Array(String(decoding: lines[index].dropFirst(mark), as: UTF8.self))
      let (from, to) = (edit.range.start.column - 1, edit.range.end.column - 1)
      guard from >= 0, from <= to, to <= characters.count else { continue }
      characters.replaceSubrange(from..<to, with: Array(edit.text))
      lines[index] = lines[index].prefix(mark) + Array(String(characters).utf8)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
