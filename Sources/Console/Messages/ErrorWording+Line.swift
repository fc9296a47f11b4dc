import LinearAlgebra
import Localization

extension ConsoleError.Reason {
  /// The words for what is wrong with a line as it was typed.
  var lineWording: Wording {
    switch self {
    case .unknownName(let name, let suggestions):
      return Wording(
        ja: "'\(name)' というコマンドや名前はありません",
        en: "unknown command or name '\(name)'",
        help: Wording.origin(ofQuantity: name) ?? Wording.didYouMean(suggestions)
          ?? LocalizedText(ja: "help で一覧を見られます。", en: "help lists the commands."))
    case .unknownCommand(let name, let suggestions):
      return Wording(
        ja: "'\(name)' というコマンドはありません", en: "unknown command '\(name)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(ja: "help で一覧を見られます。", en: "help lists the commands."))
    case .hiddenCommand(let name, let line):
      return Wording(
        ja: "\(name) はいま自分で定義した名前なので、コマンドとして読みません",
        en: "\(name) is a name that you defined, so this is not read as the command",
        helpJa: "コマンドなら先頭に : を付けます: :\(line)",
        helpEn: "a colon makes it the command: :\(line)")
    case .unclosedQuote:
      return Wording(
        ja: "引用符が閉じられていません", en: "this quote is never closed",
        helpJa: "行の終わりまでに同じ引用符で閉じてください。", helpEn: "close it with the same sign.")
    case .unclosedBracket:
      return Wording(
        ja: "かっこが閉じられていません", en: "this bracket is never closed",
        helpJa: "] または ) を補ってください。", helpEn: "add the ] or ) that is missing.")
    case .unknownOption(let name, let command, let known, let suggestions):
      let list = known.map { $0 + "=" }.joined(separator: " ")
      return Wording(
        ja: "\(command) に '\(name)=' というオプションはありません",
        en: "\(command) has no option '\(name)='",
        help: Wording.didYouMean(suggestions)
          ?? (known.isEmpty
            ? LocalizedText(ja: "\(command) にはオプションがありません。", en: "\(command) takes no options.")
            : LocalizedText(ja: "使えるもの: \(list)", en: "it knows: \(list)")))
    case .repeatedOption(let name):
      return Wording(
        ja: "'\(name)=' が二度書かれています", en: "'\(name)=' is given twice",
        helpJa: "どちらか一つにしてください。", helpEn: "keep one of the two.")
    case .missingArgument(let what, let usage):
      return Wording(
        ja: "\(what) が足りません", en: "\(what) is missing",
        helpJa: "使い方: \(usage)", helpEn: "usage: \(usage)")
    case .extraArgument(let text, let usage):
      return Wording(
        ja: "'\(text)' が余っています", en: "'\(text)' is one word too many",
        helpJa: "使い方: \(usage)", helpEn: "usage: \(usage)")
    case .notANumber(let text, let what):
      return Wording(
        ja: "\(what) には数が必要ですが、'\(text)' でした", en: "\(what) must be a number, got '\(text)'",
        helpJa: "例: 0.5、-2、1e-3", helpEn: "for example 0.5, -2 or 1e-3.")
    case .notAWholeNumber(let text, let what):
      return Wording(
        ja: "\(what) には整数が必要ですが、'\(text)' でした",
        en: "\(what) must be a whole number, got '\(text)'",
        helpJa: "例: 10", helpEn: "for example 10.")
    case .notFinite(let text, let what):
      return Wording(
        ja: "\(what) には有限の数が必要ですが、'\(text)' でした",
        en: "\(what) must be a finite number, got '\(text)'",
        helpJa: "nan や inf は使えません。", helpEn: "nan and inf cannot be used here.")
    case .outOfRange(let text, let what, let allowed):
      return Wording(
        ja: "\(what) の範囲は \(allowed) ですが、\(text) でした",
        en: "\(what) must be \(allowed), got \(text)")
    case .notAChoice(let text, let what, let choices, let suggestions):
      let list = choices.joined(separator: ", ")
      return Wording(
        ja: "\(what) に '\(text)' は選べません", en: "\(what) cannot be '\(text)'",
        help: Wording.didYouMean(suggestions).map {
          LocalizedText(ja: "\($0.ja)選べるもの: \(list)", en: "\($0.en) It can be: \(list)")
        } ?? LocalizedText(ja: "選べるもの: \(list)", en: "it can be: \(list)"))
    case .notALayer(let text):
      return Wording(
        ja: "'\(text)' は層として読めません", en: "'\(text)' is not a layer",
        helpJa: "ユニット数、または ユニット数:活性化関数 と書きます。例: layers 3 5:relu 4:softmax",
        helpEn: "write a size, or size:activation, as in layers 3 5:relu 4:softmax.")
    case .activationOfInput:
      return Wording(
        ja: "入力層には活性化関数がありません", en: "the input has no activation",
        helpJa: "活性化関数は二つ目の数から書きます。例: layers 3 5:relu 4:softmax",
        helpEn: "activations begin with the second number: layers 3 5:relu 4:softmax.")
    case .sampleShape(let shape):
      return Wording(
        ja: "サンプルは一行か表で書きますが、形は \(shape) でした",
        en: "samples are one row or a table of rows, got the shape \(shape)",
        helpJa: "1 サンプルなら 1 2 3、バッチなら [[1, 2, 3], [4, 5, 6]] です。",
        helpEn: "one sample is 1 2 3, a batch [[1, 2, 3], [4, 5, 6]].")
    case .sampleFormula(let name, let found, let shape):
      let what = shape.map { "\(found) \(ArrayFormat.tuple($0))" } ?? found
      return Wording(
        ja: "\(name) の式は一つのサンプルの値 (数か 1 次元の配列) になる必要がありますが、\(what) でした",
        en: "\(name)= must give one sample, a number or an array of one axis, got \(what)",
        helpJa: "サンプルごとに一回計算します。例: x=np.random.rand(2)",
        helpEn: "it is computed once for each sample: x=np.random.rand(2).")
    case .sampleColumns(let name, let expected, let found, let sample):
      return Wording(
        ja: "サンプル \(sample) の \(name) は \(found) 列ですが、その前は \(expected) 列でした",
        en:
          "sample \(sample) has \(Quantity.counted(found, "column")) in \(name), those before it \(expected)",
        helpJa: "どのサンプルも同じ長さにしてください。", helpEn: "all samples must have the same length.")
    case .eitherOr(let first, let second):
      return Wording(
        ja: "\(first)= と \(second)= は一緒に使えません", en: "\(first)= and \(second)= exclude each other",
        helpJa: "どちらか一つにしてください。", helpEn: "keep one of the two.")
    default: preconditionFailure("not an error of a line: \(self)")
    }
  }
}
