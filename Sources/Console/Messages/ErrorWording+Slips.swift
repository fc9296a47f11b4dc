import LinearAlgebra
import Localization
import NumPyLanguage

extension PythonError.Slip {
  /// What to try, for a mistake that beginners make often.
  var help: LocalizedText {
    switch self {
    case .missingColon(let word):
      LocalizedText(
        ja: "\(word) の行の終わりに : が必要です。", en: "the line of \(word) ends in a colon, :")
    case .missingComma:
      LocalizedText(ja: "間に , を書き忘れていませんか。", en: "is a comma missing before this?")
    case .assignmentForComparison:
      LocalizedText(
        ja: "= は代入です。等しいかどうかは == で比べます。", en: "= assigns; to compare, write ==.")
    case .notAssignable:
      LocalizedText(
        ja: "= の左に書けるのは名前や要素だけです。比べるなら == です。",
        en: "only names and elements can stand on the left of =; to compare, write ==.")
    case .printWithoutBrackets:
      LocalizedText(ja: "print(…) とかっこを付けます。", en: "put what is printed in brackets: print(…)")
    case .otherOperator(let found, let python):
      LocalizedText(
        ja: "Python では \(found) ではなく \(python) です。", en: "Python writes \(python) for \(found).")
    case .otherWord(let found, let python):
      LocalizedText(
        ja: "Python では \(found) ではなく \(python) です。", en: "Python writes \(python) for \(found).")
    case .otherSign(let found, " "):
      LocalizedText(
        ja: "'\(found)' は全角などの空白です。半角の空白にしてください。",
        en: "'\(found)' is another kind of space: use the plain one.")
    case .otherSign(let found, let python):
      LocalizedText(ja: "\(found) ではなく \(python) と書きます。", en: "write \(python) for \(found).")
    case .missingBlock(let word):
      LocalizedText(
        ja: "\(word) の中の行は空白 4 個で字下げします。何もしないなら pass と書きます。",
        en: "indent the lines that belong to \(word) by 4 spaces; pass does nothing.")
    case .unexpectedIndent(let columns):
      LocalizedText(
        ja: "行の先頭に余分な空白が \(columns) 個分あります。前の行と左端をそろえてください。",
        en: "the line begins \(columns) too far right: line it up with the one before.")
    case .unmatchedIndent(let columns, let open):
      LocalizedText(
        ja: "字下げは \(columns) ですが、開いているブロックは \(Self.list(open)) です。どれかにそろえてください。",
        en:
          "it is indented by \(columns); the open blocks are at \(Self.list(open)): use one of them."
      )
    case .tabsAndSpaces:
      LocalizedText(
        ja: "タブと空白が混ざっています。空白だけにしてください。", en: "tabs and spaces are mixed: use spaces only.")
    case .misplaced("return"):
      LocalizedText(
        ja: "return は def の中に書きます。字下げは合っていますか。",
        en: "return belongs inside a def: is the line indented?")
    case .misplaced("break"), .misplaced("continue"):
      LocalizedText(
        ja: "for か while の中に書きます。字下げは合っていますか。",
        en: "it belongs inside a for or while: is the line indented?")
    case .misplaced(let word):
      LocalizedText(
        ja: "\(word) の前に、同じ字下げの if などがありません。",
        en: "there is no if, or the like, before this \(word), indented as it is.")
    case .notCallable("int"), .notCallable("float"):
      LocalizedText(
        ja: "数の後ろに (…) は付けられません。掛け算なら * を書きます。",
        en: "a number is no function: to multiply, write *.")
    case .notCallable("numpy.ndarray"):
      LocalizedText(
        ja: "配列は関数ではありません。掛け算なら *、要素なら [ ] です。関数と同じ名前に代入していませんか。",
        en:
          "an array is no function: to multiply, write *, for elements [ ]; was a function's name reassigned?"
      )
    case .notCallable(let type):
      LocalizedText(
        ja: "\(Self.name(type).ja) は関数ではありません。要素なら [ ] で取り出します。関数と同じ名前に代入していませんか。",
        en:
          "\(Self.name(type).en) is no function: take elements with [ ]; was a function's name reassigned?"
      )
    case .notIterable("int"):
      LocalizedText(
        ja: "数は繰り返せません。n 回なら range(n) です。", en: "a number has no elements; range(n) counts to n.")
    case .notIterable(let type):
      LocalizedText(
        ja: "\(Self.name(type).ja) には順に取り出す要素がありません。",
        en: "\(Self.name(type).en) has no elements to go through.")
    case .caretForPower:
      LocalizedText(ja: "べき乗は ** です: x ** 2", en: "a power is written **: x ** 2")
    case .listArithmetic(let operation):
      LocalizedText(
        ja: "リストの \(operation) は要素ごとの計算ではありません。np.array(…) で配列にしてください。",
        en: "lists do not compute element by element with \(operation): make arrays, np.array(…)")
    case .textAndNumber:
      LocalizedText(
        ja: "文字列と数は混ぜられません。str(x) や f\"{x}\"、逆なら float(x) で変換します。",
        en: "text and numbers do not mix: str(x) or f\"{x}\" makes text, float(x) a number.")
    case .arithmeticWithNone:
      LocalizedText(
        ja: "値が None です。関数に return を書き忘れていませんか。",
        en: "one side is None: does a function lack its return?")
    case .fractionForWholeNumber:
      LocalizedText(
        ja: "整数が必要です。/ の結果は小数なので、// を使うか int(…) で変換します。",
        en: "a whole number is needed; / always gives a float: use // or int(…)")
    case .unchangeable(let type):
      LocalizedText(
        ja: "\(type) の要素は書き換えられません。リストか配列を使います。",
        en: "elements of a \(type) cannot be changed: use a list or an array.")
    case .divisionByZero:
      LocalizedText(
        ja: "分母が 0 です。NumPy の配列なら inf になり、警告が出ます。",
        en: "the divisor is 0. With NumPy arrays the result would be inf, with a warning.")
    case .outsideDomain(let function):
      LocalizedText(
        ja: "math.\(function) はこの値では定義されません。np.\(function) なら警告だけで nan か inf になります。",
        en: "math.\(function) has no value there; np.\(function) gives nan or inf with a warning.")
    case .notANumber:
      LocalizedText(
        ja: "数として読めません。小数なら float(…) を使います。",
        en: "that text is no such number; one with a fraction takes float(…)")
    case .noElements:
      LocalizedText(ja: "空で、要素がありません。", en: "it is empty: there is no element.")
    case .formatMisfit(let code, let type):
      LocalizedText(
        ja: "書式 \(code) は \(type) には使えません。小数は .3f、整数は d です。",
        en: "format \(code) does not go with \(type): .3f is for floats, d for whole numbers.")
    case .usedBeforeAssignment(let name):
      LocalizedText(
        ja: "関数の中で \(name) に代入しているので、\(name) はその関数だけの変数です。先に値を入れるか、global \(name) と書きます。",
        en:
          "the function assigns \(name), so it is its own variable: set it first, or write global \(name)."
      )
    case .sizesApart(let function):
      LocalizedText(
        ja: "形は一つのタプルで渡します: np.\(function)((2, 3))",
        en: "the shape is one tuple: np.\(function)((2, 3))")
    case .sizesTogether(let function):
      LocalizedText(
        ja: "大きさは並べて書きます: np.random.\(function)(2, 3)",
        en: "the sizes are arguments of their own: np.random.\(function)(2, 3)")
    case .elementsApart(let function):
      LocalizedText(
        ja: "一つのリストにまとめます: np.\(function)([…, …])",
        en: "they belong in one list: np.\(function)([…, …])")
    case .argumentCount(let function, let least, let most, let given):
      LocalizedText(
        ja: "\(function) の引数は \(Self.span(least, most)) 個ですが、\(given) 個でした。",
        en:
          "\(function) takes \(Self.span(least, most)) argument\(least == 1 && most == 1 ? "" : "s"), got \(given)."
      )
    case .missingArguments(let names, let function):
      LocalizedText(
        ja: "足りない引数: \(names.joined(separator: ", "))。書き方は ?\(function) か、その def の行にあります。",
        en: "missing: \(names.joined(separator: ", ")); see ?\(function), or its def.")
    case .unpacking(let names, let values):
      LocalizedText(
        ja: "左の名前は \(names) 個、右の値は\(values.map { " \($0) 個です" } ?? "それより多くあります")。",
        en:
          "\(Quantity.counted(names, "name")) on the left, \(values.map { "\($0)" } ?? "more") on the right."
      )
    case .axisOutOfBounds(_, let dimensions) where dimensions < 2:
      LocalizedText(
        ja: "軸が \(dimensions) 本の配列です。1 サンプルなら axis= は要りません。行列にするには np.atleast_2d です。",
        en:
          "the array has \(dimensions == 0 ? "no axes" : "one axis"): leave axis= out, or make a batch of it, np.atleast_2d."
      )
    case .axisOutOfBounds(_, let dimensions):
      LocalizedText(
        ja: "軸は 0 から \(dimensions - 1) までです。axis=0 は列ごと、axis=1 は行ごとです。",
        en:
          "axes go from 0 to \(dimensions - 1): axis=0 is down the columns, axis=1 along the rows.")
    case .piecesMisfit(let shapes):
      LocalizedText(
        ja: "つなぐ軸のほかは同じ形でなければなりません: \(Self.list(shapes))",
        en: "all axes but the one they are joined along must be the same: \(Self.list(shapes))")
    case .unevenRows:
      LocalizedText(ja: "どの行も同じ個数の数にしてください。", en: "give every row the same number of elements.")
    }
  }

  private static func list(_ shapes: [[Int]]) -> String {
    shapes.map { ArrayFormat.tuple($0) }.joined(separator: ", ")
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  private static func span(_ least: Int, _ most: Int?) -> String {
    most.map { $0 == least ? "\(least)" : "\(least)–\($0)" } ?? "\(least)+"
  }

  /// A type as a learner calls it.
  private static func name(_ type: String) -> LocalizedText {
    switch type {
    case "numpy.ndarray": LocalizedText(ja: "配列", en: "an array")
    case "int", "float", "numpy.float64", "numpy.int64": LocalizedText(ja: "数", en: "a number")
    default: LocalizedText(ja: type, en: "a \(type)")
    }
  }
}
