import ArrayFiles
import Localization
import SourceText

extension CSVError {
  /// The words for a table that cannot be used.
  func wording(path: String) -> Wording {
    let (place, words, help) = parts
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return Wording(
      ja: "\(path)\(position): \(words.ja)", en: "\(path)\(position): \(words.en)", help: help)
  }

  private var parts: (SourcePosition?, LocalizedText, LocalizedText?) {
    switch self {
    case .empty: (nil, LocalizedText(ja: "データがありません", en: "there is no data in it"), nil)
    case .noRows:
      (nil, LocalizedText(ja: "見出しの下に行がありません", en: "there is no row below the header"), nil)
    case .tooManyCells(let limit):
      (
        nil,
        LocalizedText(
          ja: "セルが \(Quantity.count(limit)) 個を超えています",
          en: "it has more than \(Quantity.count(limit)) cells"),
        nil
      )
    case .unterminatedQuote(let place):
      (
        place, LocalizedText(ja: "この引用符が閉じられていません", en: "this quote is never closed"), nil
      )
    case .textAfterQuote(let place):
      (
        place,
        LocalizedText(
          ja: "閉じた引用符のあとに文字があります", en: "something follows a closing quote"),
        LocalizedText(ja: "引用符の中の \" は \"\" と書きます。", en: "a \" inside quotes is written \"\".")
      )
    case .raggedRow(let place, let expected, let found):
      (
        place,
        LocalizedText(
          ja: "この行は \(found) 列ですが、最初の行は \(expected) 列です",
          en: "this row has \(found) cell\(found == 1 ? "" : "s"), the first one has \(expected)"),
        LocalizedText(
          ja: "区切りの過不足や、引用符のないコンマがないか確かめてください。",
          en: "look for a separator too many or too few, or a comma that needs quotes.")
      )
    case .duplicateColumn(let place, let name):
      (
        place,
        LocalizedText(ja: "列の名前 '\(name)' が二度出てきます", en: "the column name '\(name)' occurs twice"),
        nil
      )
    case .noSuchColumn(let name, let known):
      (
        nil, LocalizedText(ja: "列 '\(name)' がありません", en: "there is no column '\(name)'"),
        Wording.didYouMean(Spelling.suggestions(for: name, among: known))
          ?? LocalizedText(
            ja: "ある列: \(known.joined(separator: ", "))",
            en: "there are: \(known.joined(separator: ", "))")
      )
    case .columnChosenTwice(let name):
      (
        nil,
        LocalizedText(ja: "列 '\(name)' が二度選ばれています", en: "the column '\(name)' is chosen twice"), nil
      )
    case .noInputs:
      (
        nil, LocalizedText(ja: "入力の列がありません", en: "no column is left for the inputs"),
        LocalizedText(ja: "inputs= で選んでください。", en: "choose some with inputs=.")
      )
    case .noTargets:
      (
        nil, LocalizedText(ja: "目標出力の列がありません", en: "no column is chosen for the targets"),
        LocalizedText(ja: "target= で選んでください。", en: "choose one with target=.")
      )
    case .missingValue(let place, let column):
      (
        place,
        LocalizedText(
          ja: "列 '\(column)' の値がありません", en: "a value of the column '\(column)' is missing"),
        LocalizedText(
          ja: "値を補うか、その行を消すか、inputs= で列を外してください。",
          en: "fill it in, delete the row, or leave the column out with inputs=.")
      )
    case .notANumber(let place, let column, let text):
      (
        place,
        LocalizedText(
          ja: "列 '\(column)' は数ですが、'\(text)' がありました",
          en: "the column '\(column)' holds numbers, got '\(text)'"),
        nil
      )
    case .notFinite(let place, let column, let text):
      (
        place,
        LocalizedText(
          ja: "列 '\(column)' に有限でない数 '\(text)' がありました",
          en: "the column '\(column)' has '\(text)', which is not finite"),
        LocalizedText(
          ja: "その行を消すか、値を補ってください。", en: "delete the row or fill in a number.")
      )
    case .tooManyClasses(let column, let count, let limit):
      (
        nil,
        LocalizedText(
          ja: "列 '\(column)' に \(count) 種類の文字列があり、上限 \(limit) を超えています",
          en: "the column '\(column)' has \(count) different texts, more than \(limit) classes"),
        LocalizedText(ja: "inputs= で列を外してください。", en: "leave it out with inputs=.")
      )
    case .tooManyElements(let rows, let columns, let limit):
      (
        nil,
        LocalizedText(
          ja: "\(rows) 行 × \(columns) 列は上限 \(Quantity.count(limit)) 個を超えています",
          en: "\(rows) rows × \(columns) columns are more than \(Quantity.count(limit)) numbers"),
        nil
      )
    }
  }
}
