import LinearAlgebra
import Localization
import NumPyLanguage

extension PythonError {
  /// The error in words: Python's own sentence, for that is what people search for, and one
  /// sentence of help.
  ///
  /// - Parameter operands: The arrays that the failing part names.
  func wording(operands: [NamedShape]) -> Wording {
    let sentence = message.isEmpty ? kind.rawValue : "\(kind.rawValue): \(message)"
    return Wording(ja: sentence, en: sentence, help: help(operands: operands))
  }

  private func help(operands: [NamedShape]) -> LocalizedText? {
    let shapes = Self.sentence(operands)
    guard let help = ownHelp(operands: operands) else { return shapes }
    guard let shapes, isAboutShapes else { return help }
    return LocalizedText(ja: shapes.ja + "\n  " + help.ja, en: shapes.en + "\n  " + help.en)
  }

  /// The shapes of arrays in words: `W1 is (3, 5), x is (3,)`.
  private static func sentence(_ operands: [NamedShape]) -> LocalizedText? {
    guard !operands.isEmpty else { return nil }
    let shapes = operands.map { "\($0.name) \(ArrayFormat.tuple($0.shape))" }
    return LocalizedText(
      ja: "形: " + shapes.joined(separator: "、"), en: "shapes: " + shapes.joined(separator: ", "))
  }

  /// Whether knowing the shapes of the operands helps.
  private var isAboutShapes: Bool {
    switch detail {
    case .shapesNotAligned, .shapesDoNotBroadcast, .cannotReshape, .indexOutOfBounds,
      .tooManyIndices, .ambiguousTruth:
      true
    default: false
    }
  }

  private func ownHelp(operands: [NamedShape]) -> LocalizedText? {
    switch detail {
    case .none: return Self.help(on: kind)
    case .undefinedName(let name, let suggestions):
      return Wording.origin(ofQuantity: name) ?? Wording.didYouMean(suggestions)
        ?? LocalizedText(
          ja: "\(name) という名前にはまだ値がありません。先に \(name) = … としてください。",
          en: "nothing is called \(name) yet: give it a value first, \(name) = …")
    case .unknownAttribute(_, let owner, let suggestions):
      return Wording.didYouMean(suggestions)
        ?? LocalizedText(
          ja: "\(owner) にあるものは Tab キーで見られます。", en: "the Tab key lists what \(owner) has.")
    case .unknownKeyword(_, let function, let suggestions):
      return Wording.didYouMean(suggestions)
        ?? LocalizedText(
          ja: "?\(function) で引数を見られます。", en: "?\(function) shows what it takes.")
    case .unknownModule(_, let available):
      let list = available.joined(separator: ", ")
      return LocalizedText(ja: "使えるモジュール: \(list)", en: "there are: \(list)")
    case .shapesNotAligned(let left, let right):
      return Self.help(onProductOf: left, right, operands)
    case .shapesDoNotBroadcast:
      return LocalizedText(
        ja: "形を後ろから比べて、同じか、どちらかが 1 でなければ要素ごとに計算できません。",
        en: "compared from the last axis, sizes must be the same or one of them 1.")
    case .cannotReshape(let count, let shape):
      let product = shape.filter { $0 >= 0 }.reduce(1.0) { $0 * Double($1) }
      return LocalizedText(
        ja: "要素は \(count) 個です。形 \(ArrayFormat.tuple(shape)) の積は \(Quantity.large(product)) です。",
        en:
          "there are \(Quantity.counted(count, "element")); the sizes \(ArrayFormat.tuple(shape)) multiply to \(Quantity.large(product))."
      )
    case .indexOutOfBounds(_, _, let size):
      guard size > 0 else {
        return LocalizedText(
          ja: "空なので、取り出せるものがありません。", en: "it is empty: there is nothing to take.")
      }
      if size == 1 {
        return LocalizedText(
          ja: "要素は一つだけです。番号は 0 (後ろからは -1) です。",
          en: "there is one element: its index is 0, or -1 from the end.")
      }
      return LocalizedText(
        ja: "番号は 0 から \(size - 1) まで、後ろからは -1 から -\(size) までです。",
        en: "indices go from 0 to \(size - 1), or from the end from -1 to -\(size).")
    case .tooManyIndices(let dimensions, _):
      return LocalizedText(
        ja: "軸は \(dimensions) 本なので、番号も \(dimensions) 個までです。",
        en: "its number of axes is \(dimensions): give at most as many indices.")
    case .missingKey(_, let suggestions):
      return Wording.didYouMean(suggestions)
        ?? LocalizedText(ja: ".keys() でキーの一覧が見られます。", en: ".keys() lists the keys.")
    case .unsupportedOperands(_, let left, let right):
      let types = ([left] + (right.map { [$0] } ?? [])).joined(separator: ", ")
      if message.hasPrefix("must be real number, not numpy.ndarray") {
        return LocalizedText(
          ja: "math の関数は一つの数だけを受け取ります。配列には np.exp や np.log を使います。",
          en: "functions of math take a single number; for arrays there are np.exp, np.log …")
      }
      return LocalizedText(
        ja: "この型にはできない操作です: \(types)", en: "values of this type cannot do that: \(types)")
    case .ambiguousTruth(let shape):
      return LocalizedText(
        ja:
          "形 \(ArrayFormat.tuple(shape)) の配列は一つの真偽になりません。np.all(…) か np.any(…) を使うか、要素ごとなら & と | を使います。",
        en:
          "an array of shape \(ArrayFormat.tuple(shape)) is not one truth value: np.all(…) or np.any(…), or & and | for each element."
      )
    case .refused:
      return LocalizedText(
        ja: "ここで動くのは NumPy の入門に要る Python だけで、ファイル・プロセス・ネットワークには触れません。",
        en:
          "here runs the Python of a first NumPy course; files, processes and the network are out of reach."
      )
    case .unbalanced(let sign): return Self.help(onUnbalanced: sign)
    case .unexpected(_, let expected):
      return expected.isEmpty ? nil : Self.help(onExpected: expected)
    case .integerOverflow:
      return LocalizedText(
        ja: "整数は ±9.2e18 までです。小数なら扱えます: 10.0**400 ではなく 10.0**300 まで。",
        en: "whole numbers go up to ±9.2e18; floats go further, to 1.8e308: write 10.0 for 10.")
    case .tooLarge(let bytes, let limit):
      return LocalizedText(
        ja: "\(Quantity.bytes(bytes)) が必要ですが、上限は \(Quantity.bytes(limit)) です。",
        en: "that takes \(Quantity.bytes(bytes)), the limit is \(Quantity.bytes(limit)).")
    case .tooManyItems(let limit):
      return LocalizedText(
        ja: "ここで持てる要素は \(Quantity.count(limit)) 個までです。繰り返しが終わらないのではありませんか。",
        en: "at most \(Quantity.count(limit)) elements go in there: does a loop never end?")
    case .tooDeep(let limit):
      return LocalizedText(
        ja: "\(limit) 段より深く重なっています。終わる条件のない再帰ではありませんか。",
        en: "that is nested more than \(limit) deep: does a recursion never end?")
    case .outOfMemory(let use):
      let (held, limit) = (Quantity.bytes(Double(use.bytes)), Quantity.bytes(Double(use.limit)))
      return LocalizedText(
        ja:
          "すべての値を合わせて \(held) になり、上限は \(limit) です。繰り返しの中で増え続けるものはありませんか。del 名前 か reset で減らせます。",
        en:
          "all values together take \(held), the limit is \(limit): does a loop keep adding to something? del NAME or reset gives memory back."
      )
    case .slip(let slip): return slip.help
    case .interrupted: return nil
    }
  }

  /// What should have stood where something else does; names of symbols are the same in both
  /// languages.
  private static func help(onExpected expected: String) -> LocalizedText {
    switch expected {
    case "the end of the line":
      return LocalizedText(
        ja: "行はここで終わるはずです。* などの演算子が抜けていませんか。",
        en: "the line should end here. Is an operator such as * missing?")
    default:
      let words = [
        "a name": "名前", "an index": "添字", "an expression": "式", "a simple statement": "一行で済む文",
      ]
      return LocalizedText(
        ja: "ここに必要なもの: \(words[expected] ?? expected)", en: "expected here: \(expected)")
    }
  }

  /// What to try after an error that carries nothing but its kind.
  private static func help(on kind: Kind) -> LocalizedText? {
    switch kind {
    case .zeroDivisionError:
      LocalizedText(
        ja: "分母が 0 です。NumPy の配列なら inf になり、警告が出ます。",
        en: "the divisor is 0. With NumPy arrays the result would be inf, with a warning.")
    case .indentationError:
      LocalizedText(
        ja: "def や for の中の行は、同じ幅の空白 (ふつう 4 個) で字下げします。",
        en: "lines inside def, for or if are indented by the same number of spaces, usually 4.")
    case .tabError:
      LocalizedText(
        ja: "タブと空白が混ざっています。空白だけにしてください。", en: "tabs and spaces are mixed: use spaces only.")
    default: nil
    }
  }

  /// What to try where a bracket or a quote has no partner.
  private static func help(onUnbalanced sign: String) -> LocalizedText {
    switch sign {
    case "(", "[", "{":
      let partner = ["(": ")", "[": "]", "{": "}"][sign, default: ""]
      return LocalizedText(
        ja: "この \(sign) を閉じる \(partner) がありません。", en: "this \(sign) needs its \(partner).")
    case ")", "]", "}":
      return LocalizedText(
        ja: "この \(sign) に合う開きかっこがありません。", en: "this \(sign) closes no bracket of its kind.")
    default:
      return LocalizedText(
        ja: "文字列の終わりに \(sign) が必要です。", en: "the text must end with \(sign) as it begins.")
    }
  }

  /// What to try where the inner sizes of a product differ.
  private static func help(
    onProductOf left: [Int], _ right: [Int], _ operands: [NamedShape]
  ) -> LocalizedText {
    let inner = (
      ja: "左の最後の軸と右の最初の軸 (2 次元なら後ろから 2 番目) が同じ大きさでなければなりません。",
      en: "the last axis of the left one must be as long as the first axis of the right one"
    )
    let first = operands.first { $0.shape == left }
    let second = operands.last { $0.shape == right }
    guard let first, let second, first.name != second.name else {
      return LocalizedText(ja: inner.ja, en: inner.en + ".")
    }
    func transposed(_ operand: NamedShape) -> String {
      operand.name.hasSuffix(".T") ? String(operand.name.dropLast(2)) : operand.name + ".T"
    }
    func fitting(_ line: String) -> LocalizedText {
      LocalizedText(ja: "\(inner.ja)\(line) なら合います。", en: "\(inner.en): \(line) would fit.")
    }
    switch (left.count, right.count) {
    case (2, 1) where left[0] == right[0]:
      let line = "np.dot(\(second.name), \(first.name))"
      return LocalizedText(
        ja: "行ベクトルが先です: \(line)", en: "here a row vector comes first: \(line)")
    case (1, 2) where left[0] == right[1], (2, 2) where left[1] == right[1]:
      return fitting("np.dot(\(first.name), \(transposed(second)))")
    case (2, 2) where left[0] == right[0]:
      return fitting("np.dot(\(transposed(first)), \(second.name))")
    case (2, 2) where left[0] == right[1]:
      return fitting("np.dot(\(second.name), \(first.name))")
    default: return LocalizedText(ja: inner.ja, en: inner.en + ".")
    }
  }
}

extension Wording {
  /// Which command gives a name of the network its value, or nil for any other name.
  static func origin(ofQuantity name: String) -> LocalizedText? {
    let isNumbered = Int(name.dropFirst()).map { $0 > 0 } ?? false
    let command: String
    switch name.first {
    case "W" where isNumbered, "b" where isNumbered: command = "layers 3 5:relu 4:softmax"
    case "u" where isNumbered, "z" where isNumbered: command = "forward"
    default:
      if name == "network" {
        command = "layers 3 5:relu 4:softmax"
      } else if name == "y" {
        command = "forward"
      } else if name == "grad" || (name.hasPrefix("delta") && Int(name.dropFirst(5)) != nil) {
        command = "backward"
      } else if name == "x" {
        command = "input 1 2 3"
      } else if name == "d" {
        command = "target 0 1"
      } else {
        return nil
      }
    }
    return LocalizedText(
      ja: "\(name) は \(command) のあとにできます。自分で \(name) = … としてもかまいません。",
      en: "\(name) is there after \(command); or give it a value yourself, \(name) = …")
  }
}

extension ConsoleError.Reason {
  /// The words for what a formula did to a parameter.
  static func misfitWording(_ name: String, _ expected: [Int], _ found: [Int]?) -> Wording {
    let wanted = ArrayFormat.tuple(expected)
    guard let found else {
      return Wording(
        ja: "network['\(name)'] には形 \(wanted) の配列が必要です",
        en: "network['\(name)'] must be an array of shape \(wanted)",
        helpJa: "ネットワークは元の値のままです。", helpEn: "the network keeps the array it had.")
    }
    return Wording(
      ja: "network['\(name)'] の形は \(wanted) ですが、\(ArrayFormat.tuple(found)) の配列でした",
      en:
        "network['\(name)'] has shape \(wanted), got an array of shape \(ArrayFormat.tuple(found))",
      helpJa: "ネットワークは元の値のままです。層の大きさを変えるには layers を使います。",
      helpEn: "the network keeps the array it had; layers makes one of other sizes.")
  }
}
