import Testing

@testable import Lessons

@Suite("Negations in sentences")
struct NegationTests {
  @Test(
    "deny the phrase close to them",
    arguments: [
      ("updat", "The weights are not updated.", "not updated"),
      ("updat", "weights never get updated", "never get updated"),
      ("updat", "They don't update them", "don't update"),
      ("updat", "It won’t be updated", "won't be updated"),
      ("updat", "learning without updates", "without updates"),
      ("label", "It does not need labels", "not need labels"),
      ("label", "There is no label.", "no label"),
      ("label", "labels are not needed", "labels are not needed"),
      ("label", "the labels need not be there", "labels need not be"),
      ("linear", "it is not linear", "not linear"),
      ("linear", "it is nonlinear", "nonlinear"),
      ("linear", "It is Non-linear", "non-linear"),
      ("importan", "it is unimportant", "unimportant"),
      ("更新", "重みは更新しない", "更新しない"),
      ("更新", "重みは更新されません", "更新されません"),
      ("更新", "データを見ても更新せず、待つ", "更新せず"),
      ("更新", "更新を行わない", "更新を行わない"),
      ("更新", "更新しなかった", "更新しなかっ"),
      ("ラベル", "ラベルは不要", "ラベルは不要"),
      ("ラベル", "ラベルを必要としない", "ラベルを必要としない"),
      ("ラベル", "ラベルなしで学ぶ", "ラベルなし"),
      ("線形", "これは線形ではない", "線形ではない"),
      ("線形", "これは非線形です", "非線形"),
      ("学習率", "学習率ではなく勾配で決まる", "学習率ではなく"),
    ])
  func denials(_ phrase: String, _ text: String, _ words: String) {
    #expect(Negation.denial(of: phrase, in: TextNormalization.reading(text)) == words)
  }

  @Test(
    "leave alone what only looks like a denial, or is said elsewhere in the text",
    arguments: [
      ("updat", "The weights are updated, the code is not."),
      ("updat", "Not only biases, all weights are updated"),
      ("updat", "We do not wait, we update"),
      ("updat", "it does not wait for all the data and updates the weights"),
      ("updat", "no matter what, it updates"),
      ("updat", "Not updated before, but updated now"),
      ("weight", "not the code but the weights"),
      ("weight", "the weights are not fixed but learned"),
      ("0.25", "the slope is not more than 0.25"),
      ("is not", "it is not so"),
      ("更新", "必ず更新する"),
      ("更新", "少しずつ更新する"),
      ("更新", "重みを更新しなければならない"),
      ("更新", "更新しなくてはいけない"),
      ("更新", "更新しないと学習できない"),
      ("更新", "更新するかもしれない"),
      ("更新", "更新するしかない"),
      ("更新", "重みを更新し、全部は待たない"),
      ("更新", "更新するのでデータを待たなくてよい"),
      ("更新", "前は更新しないが、いまは更新する"),
      ("重み", "重みだけでなくバイアスも"),
      ("重み", "重みは固定ではなく学習される"),
      ("符号", "符号をなくすため"),
      ("誤差", "誤差が少なくなる"),
      ("データ", "データを一つずつ使う"),
      ("更新", "更新のはずです"),
      ("満たさない", "満たさない"),
      ("重み", "データだけ"),
    ])
  func plainWords(_ phrase: String, _ text: String) {
    #expect(Negation.denial(of: phrase, in: TextNormalization.reading(text)) == nil)
  }

  @Test("a text that is all denials is read in no time")
  func longText() {
    let text = String(repeating: "not updated ", count: 5000)
    #expect(Negation.denial(of: "updat", in: text) == "not updated")
    let sentence = String(repeating: "更新しない", count: 10_000)
    #expect(Negation.denial(of: "更新", in: sentence) == "更新しない")
  }
}
