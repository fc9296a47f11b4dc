/// The methods of strings. Characters are Unicode scalars, as in Python.
enum StringMethods {
  private typealias Scalars = ArraySlice<Unicode.Scalar>

  static let all: [NativeFunction] = [
    .method("format", "*args, **kwargs") { call in
      var keywords: DictObject?
      if case .dict(let dict) = call[1] { keywords = dict }
      return .text(
        try Formatting.format(try call.text(0), call.rest, keywords, call.interpreter))
    },
    .method("join", "iterable") { call in
      var parts: [String] = []
      var size = 0
      guard (try? Cursor(call[1])) != nil else {
        throw PythonError(.typeError, "can only join an iterable")
      }
      for (i, item) in try call.interpreter.items(of: call[1]).enumerated() {
        guard case .string(let text) = item else {
          throw PythonError(
            .typeError, "sequence item \(i): expected str instance, \(item.typeName) found",
            .unsupportedOperands(operation: "join", left: "str", right: item.typeName))
        }
        size += text.text.utf8.count
        parts.append(text.text)
      }
      let separator = try call.text(0)
      let (gaps, overflow) = separator.utf8.count.multipliedReportingOverflow(by: parts.count)
      if overflow || size + gaps > call.interpreter.limits.textSize {
        throw PythonError.textTooLong(size)
      }
      return .text(parts.joined(separator: separator))
    },
    .method("split", "sep=None, maxsplit=-1") { call in
      let text = try call.text(0)
      let most = try call.int(2, default: -1)
      if !call.has(1) { return .list(words(text, most).map { .text($0) }) }
      let separator = try call.text(1)
      if separator.isEmpty { throw PythonError(.valueError, "empty separator") }
      return .list(split(text, separator, most).map { .text($0) })
    },
    .method("splitlines", "") { call in
      var lines = try call.text(0).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return .list(lines.map { .text(String($0)) })
    },
    .method("replace", "old, new, count=-1") { call in
      let (text, old, new) = (try call.text(0), try call.text(1), try call.text(2))
      let most = try call.int(3, default: -1)
      let parts = old.isEmpty ? emptySplit(text) : split(text, old, most)
      let size = text.utf8.count + parts.count * new.utf8.count
      if size > call.interpreter.limits.textSize { throw PythonError.textTooLong(size) }
      return .text(parts.joined(separator: new))
    },
    .method("strip", "chars=None") { call in
      try stripped(call, start: true, end: true)
    },
    .method("lstrip", "chars=None") { call in
      try stripped(call, start: true, end: false)
    },
    .method("rstrip", "chars=None") { call in
      try stripped(call, start: false, end: true)
    },
    .method("upper", "") { call in
      .text(try call.text(0).uppercased())
    },
    .method("lower", "") { call in
      .text(try call.text(0).lowercased())
    },
    .method("capitalize", "") { call in
      let text = try call.text(0)
      return .text(text.prefix(1).uppercased() + text.dropFirst().lowercased())
    },
    .method("title", "") { call in
      var result = ""
      var isInWord = false
      for character in try call.text(0) {
        result += isInWord ? character.lowercased() : character.uppercased()
        isInWord = character.isLetter
      }
      return .text(result)
    },
    .method("startswith", "prefix") { call in
      .bool(try anyText(call) { $0.starts(with: $1) })
    },
    .method("endswith", "suffix") { call in
      .bool(try anyText(call) { $0.reversed().starts(with: $1.reversed()) })
    },
    .method("find", "sub, start=0") { call in
      .int(try place(call) ?? -1)
    },
    .method("index", "sub, start=0") { call in
      guard let place = try place(call) else {
        throw PythonError(.valueError, "substring not found")
      }
      return .int(place)
    },
    .method("count", "sub") { call in
      let (text, part) = (try call.text(0), try call.text(1))
      return .int(part.isEmpty ? text.unicodeScalars.count + 1 : split(text, part, -1).count - 1)
    },
    .method("isdigit", "") { call in
      let text = try call.text(0)
      return .bool(!text.isEmpty && text.allSatisfy { $0.isWholeNumber && $0.isNumber })
    },
    .method("isalpha", "") { call in
      let text = try call.text(0)
      return .bool(!text.isEmpty && text.allSatisfy(\.isLetter))
    },
    .method("zfill", "width") { call in
      let text = try call.text(0)
      let missing = try width(call) - text.unicodeScalars.count
      guard missing > 0 else { return call[0] }
      let sign = text.first == "-" || text.first == "+" ? 1 : 0
      return .text(
        text.prefix(sign) + String(repeating: "0", count: missing) + text.dropFirst(sign))
    },
    .method("ljust", "width, fillchar=' '") { call in
      .text(try call.text(0) + (try filler(call)))
    },
    .method("rjust", "width, fillchar=' '") { call in
      .text(try filler(call) + (try call.text(0)))
    },
    .method("center", "width, fillchar=' '") { call in
      let fill = try filler(call)
      let count = fill.unicodeScalars.count
      let width = try width(call)
      let left = count / 2 + (count & width & 1)
      return .text(String(fill.prefix(left)) + (try call.text(0)) + String(fill.dropFirst(left)))
    },
  ]

  private static func width(_ call: borrowing Call) throws(PythonError) -> Int {
    let width = try call.int(1)
    if width > call.interpreter.limits.textSize { throw PythonError.textTooLong(width) }
    return max(0, width)
  }

  private static func filler(_ call: borrowing Call) throws(PythonError) -> String {
    let missing = try width(call) - (try call.text(0)).unicodeScalars.count
    let fill = call.has(2) ? try call.text(2) : " "
    if fill.unicodeScalars.count != 1 {
      throw PythonError(.typeError, "The fill character must be exactly one character long")
    }
    return missing > 0 ? String(repeating: fill, count: missing) : ""
  }

  private static func anyText(
    _ call: borrowing Call, _ test: ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
  ) throws(PythonError) -> Bool {
    let text = Array(try call.text(0).unicodeScalars)
    guard case .tuple(let tuple) = call[1] else {
      return test(text, Array(try call.text(1).unicodeScalars))
    }
    for case .string(let part) in tuple.items where test(text, part.scalars) { return true }
    return false
  }

  private static func place(_ call: borrowing Call) throws(PythonError) -> Int? {
    let (text, part) = (
      Array(try call.text(0).unicodeScalars), Array(try call.text(1).unicodeScalars)
    )
    let start = min(max(0, try call.int(2, default: 0)), text.count)
    if part.isEmpty { return start }
    return text[start...].firstRange(of: part)?.lowerBound
  }

  private static func stripped(
    _ call: borrowing Call, start: Bool, end: Bool
  ) throws(PythonError) -> Value {
    var scalars = Array(try call.text(0).unicodeScalars)[...]
    let given = call.has(1) ? Set(try call.text(1).unicodeScalars) : nil
    func isStripped(_ scalar: Unicode.Scalar) -> Bool {
      given?.contains(scalar) ?? scalar.properties.isWhitespace
    }
    if start { scalars = scalars.drop(while: isStripped) }
    if end { while let last = scalars.last, isStripped(last) { scalars.removeLast() } }
    return .text(text(scalars))
  }

  private static func text(_ scalars: Scalars) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The words between white space.
  private static func words(_ text: String, _ most: Int) -> [String] {
    var result: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      if rest.isEmpty { return result }
      if most >= 0, result.count == most {
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        return result + [self.text(rest)]
      }
      let word = rest.prefix { !$0.properties.isWhitespace }
      result.append(self.text(word))
      rest = rest[word.endIndex...]
    }
  }

  private static func split(_ text: String, _ separator: String, _ most: Int) -> [String] {
    var result: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    let part = Array(separator.unicodeScalars)
    while most < 0 || result.count < most, let found = rest.firstRange(of: part) {
      result.append(self.text(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return result + [self.text(rest)]
  }

  /// The characters with a gap before, between and after them.
  private static func emptySplit(_ text: String) -> [String] {
    [""] + text.unicodeScalars.map { String(Character($0)) } + [""]
  }
}
