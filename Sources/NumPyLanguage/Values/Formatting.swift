import LinearAlgebra

/// `format`, f-strings and the `%` operator of strings.
enum Formatting {
  /// What stands after the colon of `{value:>8.3f}`.
  private struct Spec {
    var fill: Character = " "
    var alignment: Character?
    /// A sign before positive numbers: `+` or a space; `-` asks for none.
    var givenSign: Character?
    var sign: Character { givenSign ?? "-" }
    var hasPrefix = false
    /// Whether a zero before the width asks for zeros up to it.
    var hasZero = false
    var width = 0
    var grouping: Character?
    var precision: Int?
    var type: Character?
  }

  /// A value in the format mini-language.
  static func format(
    _ value: Value, _ spec: String, _ interpreter: Interpreter
  ) throws(PythonError) -> String {
    if spec.isEmpty { return try interpreter.string(value) }
    let spec = try parse(spec, interpreter)
    switch value {
    case .string(let text):
      try checkGrouping(spec, default: "s")
      return try formatText(text.text, spec)
    // A boolean with a format is the number 0 or 1.
    case .int, .npInt, .bool:
      try checkGrouping(spec, default: "d")
      return try formatInt(value.asInt ?? 0, spec, typeName: value.typeName)
    case .float(let number), .npFloat(let number):
      try checkGrouping(spec, default: "f")
      return try formatFloat(number, spec)
    case .array(let array) where array.rank == 0:
      return try format(array.valueOrScalar, "", interpreter)
    default:
      throw PythonError(
        .typeError,
        "unsupported format string passed to \(value.typeName).__format__",
        .unsupportedOperands(operation: "format", left: value.typeName, right: nil))
    }
  }

  private static func parse(
    _ text: String, _ interpreter: Interpreter
  ) throws(PythonError) -> Spec {
    var spec = Spec()
    var rest = Array(text)[...]
    let alignments: Set<Character> = ["<", ">", "=", "^"]
    if rest.count > 1, alignments.contains(rest[1]) {
      spec.fill = rest.removeFirst()
      spec.alignment = rest.removeFirst()
    } else if let first = rest.first, alignments.contains(first) {
      spec.alignment = rest.removeFirst()
    }
    if let first = rest.first, ["+", "-", " "].contains(first) {
      spec.givenSign = rest.removeFirst()
    }
    if rest.first == "#" {
      spec.hasPrefix = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      if spec.alignment == nil {
        (spec.fill, spec.alignment) = ("0", "=")
        spec.hasZero = true
      }
    }
    spec.width = try number(&rest) ?? 0
    if let first = rest.first, first == "," || first == "_" { spec.grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      guard let precision = try number(&rest) else {
        throw PythonError(.valueError, "Format specifier missing precision")
      }
      spec.precision = precision
    }
    if let type = rest.popFirst() { spec.type = type }
    if !rest.isEmpty { throw PythonError(.valueError, "Invalid format specifier") }
    if spec.width > interpreter.limits.textSize || (spec.precision ?? 0) > 10_000 {
      throw .textTooLong(max(spec.width, spec.precision ?? 0))
    }
    return spec
  }

  private static func number(_ rest: inout ArraySlice<Character>) throws(PythonError) -> Int? {
    var number: Int?
    while let digit = rest.first?.wholeNumberValue, rest.first?.isASCII == true {
      guard (number ?? 0) < 1 << 40 else {
        throw PythonError(.valueError, "Too many decimal digits in format string")
      }
      number = (number ?? 0) * 10 + digit
      rest.removeFirst()
    }
    return number
  }

  private static func unknown(_ type: Character, for name: String) -> PythonError {
    PythonError(
      .valueError, "Unknown format code '\(type)' for object of type '\(name)'",
      .slip(.formatMisfit(code: String(type), type: name)))
  }

  /// Fails where digits are to be grouped that are none: of text, or in an unsuitable base.
  private static func checkGrouping(_ spec: Spec, default type: Character) throws(PythonError) {
    guard let grouping = spec.grouping else { return }
    let type = spec.type ?? type
    if "defgEFG%".contains(type) || (grouping == "_" && "boxX".contains(type)) { return }
    throw PythonError(.valueError, "Cannot specify '\(grouping)' with '\(type)'.")
  }

  private static func formatText(_ text: String, _ spec: Spec) throws(PythonError) -> String {
    if let type = spec.type, type != "s" { throw unknown(type, for: "str") }
    if let sign = spec.givenSign {
      throw PythonError(
        .valueError,
        "\(sign == " " ? "Space" : "Sign") not allowed in string format specifier")
    }
    if spec.hasPrefix {
      throw PythonError(
        .valueError, "Alternate form (#) not allowed in string format specifier")
    }
    var spec = spec
    if spec.hasZero { spec.alignment = "<" }
    if spec.alignment == "=" {
      throw PythonError(
        .valueError, "'=' alignment not allowed in string format specifier")
    }
    let cut =
      spec.precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) }
      ?? text
    return aligned("", cut, spec, default: "<")
  }

  private static func formatInt(
    _ number: Int, _ spec: Spec, typeName: String = "int"
  ) throws(PythonError) -> String {
    let radix: Int
    let prefix: String
    switch spec.type ?? "d" {
    case "d", "n": (radix, prefix) = (10, "")
    case "b": (radix, prefix) = (2, "0b")
    case "o": (radix, prefix) = (8, "0o")
    case "x": (radix, prefix) = (16, "0x")
    case "X": (radix, prefix) = (16, "0X")
    case "c":
      guard let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else {
        throw PythonError(.overflowError, "%c arg not in range(0x110000)")
      }
      return aligned("", String(Character(scalar)), spec, default: "<")
    case "e", "E", "f", "F", "g", "G", "%": return try formatFloat(Double(number), spec)
    default: throw unknown(spec.type ?? "d", for: typeName)
    }
    if spec.precision != nil {
      throw PythonError(.valueError, "Precision not allowed in integer format specifier")
    }
    var digits = String(number.magnitude, radix: radix, uppercase: spec.type == "X")
    if let grouping = spec.grouping {
      digits = grouped(digits, grouping, every: radix == 10 ? 3 : 4)
    }
    let sign = number < 0 ? "-" : spec.sign == "-" ? "" : String(spec.sign)
    return aligned(sign + (spec.hasPrefix ? prefix : ""), digits, spec, default: ">")
  }

  private static func formatFloat(_ number: Double, _ spec: Spec) throws(PythonError) -> String {
    var digits: String
    var suffix = ""
    let precision = spec.precision
    switch spec.type {
    case "f", "F": digits = NumberText.fixed(number.magnitude, precision ?? 6)
    case "e", "E": digits = NumberText.scientific(number.magnitude, precision ?? 6)
    case "g", "G", "n":
      digits = NumberText.general(number.magnitude, precision ?? 6, keepsZeros: spec.hasPrefix)
    case "%":
      digits = NumberText.fixed((number * 100).magnitude, precision ?? 6)
      suffix = "%"
    case nil:
      if let precision {
        digits = NumberText.general(number.magnitude, max(precision, 1), keepsZeros: false)
        if !digits.contains("."), !digits.contains("e"), number.isFinite { digits += ".0" }
      } else {
        digits = ArrayFormat.scalar(number.magnitude)
      }
    default: throw unknown(spec.type ?? "f", for: "float")
    }
    if spec.type == "E" || spec.type == "G" || spec.type == "F" { digits = digits.uppercased() }
    if let grouping = spec.grouping, number.isFinite {
      let integer = digits.prefix { $0.isNumber }
      digits = grouped(String(integer), grouping, every: 3) + digits.dropFirst(integer.count)
    }
    let isNegative = number.sign == .minus && !number.isNaN
    let sign = isNegative ? "-" : spec.sign == "-" ? "" : String(spec.sign)
    return aligned(sign, digits + suffix, spec, default: ">")
  }

  private static func grouped(_ digits: String, _ separator: Character, every size: Int) -> String {
    var result: [Character] = []
    for (position, digit) in digits.reversed().enumerated() {
      if position > 0, position % size == 0 { result.append(separator) }
      result.append(digit)
    }
    return String(result.reversed())
  }

  private static func aligned(
    _ sign: String, _ text: String, _ spec: Spec, default alignment: Character
  ) -> String {
    let missing = spec.width - sign.unicodeScalars.count - text.unicodeScalars.count
    guard missing > 0 else { return sign + text }
    func fill(_ count: Int) -> String { String(repeating: spec.fill, count: count) }
    switch spec.alignment ?? alignment {
    case "<": return sign + text + fill(missing)
    case "^": return fill(missing / 2) + sign + text + fill(missing - missing / 2)
    case "=": return sign + fill(missing) + text
    default: return fill(missing) + sign + text
    }
  }

  // MARK: The % operator

  /// `format % values`.
  static func percent(
    _ format: String, _ values: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> String {
    var arguments: [Value] = if case .tuple(let tuple) = values { tuple.items } else { [values] }
    var mapping: DictObject?
    if case .dict(let dict) = values { mapping = dict }
    var result = ""
    var rest = Array(format)[...]
    var isUsed = false
    func next() throws(PythonError) -> Value {
      isUsed = true
      if arguments.isEmpty {
        throw PythonError(.typeError, "not enough arguments for format string")
      }
      return arguments.removeFirst()
    }
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      var key: String?
      if rest.first == "(", let end = rest.firstIndex(of: ")") {
        key = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[(end + 1)...]
      }
      var spec = Spec()
      var isLeft = false
      flags: while let flag = rest.first {
        switch flag {
        case "-": isLeft = true
        case "+": spec.givenSign = "+"
        case " ": if spec.givenSign != "+" { spec.givenSign = " " }
        case "0": (spec.fill, spec.alignment) = ("0", "=")
        case "#": spec.hasPrefix = true
        default: break flags
        }
        rest.removeFirst()
      }
      if rest.first == "*" {
        rest.removeFirst()
        spec.width = try Call.int(try next())
      } else {
        spec.width = try number(&rest) ?? 0
      }
      if rest.first == "." {
        rest.removeFirst()
        if rest.first == "*" {
          rest.removeFirst()
          spec.precision = max(0, try Call.int(try next()))
        } else {
          spec.precision = try number(&rest) ?? 0
        }
      }
      if spec.width > interpreter.limits.textSize || (spec.precision ?? 0) > 10_000 {
        throw .textTooLong(spec.width)
      }
      if isLeft { (spec.fill, spec.alignment) = (" ", "<") }
      while let first = rest.first, ["l", "h", "L"].contains(first) { rest.removeFirst() }
      guard let type = rest.popFirst() else {
        throw PythonError(.valueError, "incomplete format")
      }
      if type == "%" {
        result += "%"
        continue
      }
      let value: Value
      if let key, let mapping {
        isUsed = true
        value = try mapping.value(of: .text(key), interpreter)
      } else {
        value = try next()
      }
      result += try percent(type, value, &spec, interpreter)
      if result.utf8.count > interpreter.limits.textSize { throw .textTooLong(result.utf8.count) }
    }
    // What can be subscripted counts as a mapping, which need not be used up.
    let isMapping =
      switch values {
      case .dict, .list, .range, .array: true
      default: false
      }
    if !arguments.isEmpty, !isMapping || isUsed && mapping == nil {
      throw PythonError(
        .typeError, "not all arguments converted during string formatting")
    }
    return result
  }

  private static func percent(
    _ type: Character, _ value: Value, _ spec: inout Spec, _ interpreter: Interpreter
  ) throws(PythonError) -> String {
    spec.type = type
    switch type {
    case "s", "r", "a":
      let text = type == "s" ? try interpreter.string(value) : try interpreter.repr(value)
      (spec.type, spec.givenSign, spec.hasPrefix) = (nil, nil, false)
      if spec.alignment != "<" { (spec.fill, spec.alignment) = (" ", ">") }
      return try formatText(text, spec)
    case "d", "i", "u", "x", "X", "o":
      let number: Int
      if let int = value.asInt {
        number = int
      } else if let float = value.asFloat, "diu".contains(type), float.isFinite {
        guard let int = Int(exactly: float.rounded(.towardZero)) else { throw .integerOverflow }
        number = int
      } else {
        throw PythonError(
          .typeError,
          "%\(type) format: \("diu".contains(type) ? "a real number" : "an integer") is required, "
            + "not \(value.typeName)",
          .unsupportedOperands(operation: "%\(type)", left: value.typeName, right: nil))
      }
      spec.type = "iu".contains(type) ? "d" : type
      spec.precision = nil
      return try formatInt(number, spec)
    case "e", "E", "f", "F", "g", "G":
      guard let number = value.asFloat else {
        throw PythonError(
          .typeError, "must be real number, not \(value.typeName)",
          .unsupportedOperands(operation: "%\(type)", left: value.typeName, right: nil))
      }
      return try formatFloat(number, spec)
    case "c":
      if case .string(let text) = value, text.scalars.count == 1 {
        return aligned("", text.text, spec, default: ">")
      }
      guard let number = value.asInt else {
        throw PythonError(
          .typeError, "%c requires int or char",
          .unsupportedOperands(operation: "%c", left: value.typeName, right: nil))
      }
      return try formatInt(number, spec)
    default:
      throw PythonError(
        .valueError, "unsupported format character '\(type)'")
    }
  }

  // MARK: str.format

  /// `"{} {name:.2f}".format(…)`.
  static func format(
    _ template: String, _ positional: [Value], _ keywords: DictObject?, _ interpreter: Interpreter,
    depth: Int = 0
  ) throws(PythonError) -> String {
    var result = ""
    var rest = Array(template)[...]
    var automatic = 0
    while let character = rest.popFirst() {
      if character == "{" || character == "}" {
        if rest.first == character {
          rest.removeFirst()
          result.append(character)
          continue
        }
        if character == "}" {
          throw PythonError(
            .valueError, "Single '}' encountered in format string")
        }
        let field = try takeField(&rest)
        result += try format(
          field, positional, keywords, &automatic, interpreter, depth: depth)
      } else {
        result.append(character)
      }
      if result.utf8.count > interpreter.limits.textSize { throw .textTooLong(result.utf8.count) }
    }
    return result
  }

  /// What stands up to the brace that closes a field.
  private static func takeField(
    _ rest: inout ArraySlice<Character>
  ) throws(PythonError) -> [Character] {
    var depth = 0
    var field: [Character] = []
    while let character = rest.popFirst() {
      if character == "}", depth == 0 { return field }
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      field.append(character)
    }
    throw PythonError(.valueError, "expected '}' before end of string")
  }

  private static func format(
    _ field: [Character], _ positional: [Value], _ keywords: DictObject?, _ automatic: inout Int,
    _ interpreter: Interpreter, depth: Int
  ) throws(PythonError) -> String {
    let colon = field.firstIndex(of: ":") ?? field.count
    var head = String(field[..<colon])
    var spec = colon < field.count ? String(field[(colon + 1)...]) : ""
    var conversion: Character?
    if let mark = head.firstIndex(of: "!") {
      conversion = head[head.index(after: mark)...].first
      head = String(head[..<mark])
    }
    let path = head.split(separator: ".", omittingEmptySubsequences: false)
    let first = String(path.first ?? "")
    let name = String(first.prefix { $0 != "[" })
    var value: Value
    if name.isEmpty || Int(name) != nil {
      let index = Int(name) ?? automatic
      if name.isEmpty { automatic += 1 }
      guard positional.indices.contains(index) else {
        throw PythonError(
          .indexError, "Replacement index \(index) out of range for positional args tuple")
      }
      value = positional[index]
    } else {
      value = try (keywords ?? DictObject()).value(of: .text(name), interpreter)
    }
    for part in first.dropFirst(name.count).split(whereSeparator: { $0 == "[" || $0 == "]" }) {
      let key: Value = Int(part).map { .int($0) } ?? .text(String(part))
      value = try Subscripts.get(value, key, interpreter)
    }
    for part in path.dropFirst() {
      value = try Attributes.get(value, String(part), interpreter)
    }
    if spec.contains("{") {
      if depth > 1 { throw PythonError(.valueError, "Max string recursion exceeded") }
      var inner = ""
      var rest = Array(spec)[...]
      while let character = rest.popFirst() {
        if character == "{" {
          inner += try format(
            try takeField(&rest), positional, keywords, &automatic, interpreter, depth: depth + 1)
        } else {
          inner.append(character)
        }
      }
      spec = inner
    }
    switch conversion {
    case "r", "a": value = .text(try interpreter.repr(value))
    case "s": value = .text(try interpreter.string(value))
    default: break
    }
    return try format(value, spec, interpreter)
  }
}
