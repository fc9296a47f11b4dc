import Localization

extension NameDocumentation {
  /// Plt: figures.
  static let plotting: [NameDocumentation] = [
    NameDocumentation(
      "plt.plot(x, y, format, label=…)", shapes: "(n,), (n,)",
      ja: "点を線で結ぶ。x を略すと 0, 1, 2 …。'o' なら点だけ",
      en: "A line through points; without x at 0, 1, 2 …; 'o' for points.",
      example: "plt.plot([0, 1, 2], [0, 1, 4]);",
      result: ""),
    NameDocumentation(
      "plt.scatter(x, y, label=…)", shapes: "(n,), (n,)",
      ja: "散布図。点を線で結ばずに打つ",
      en: "Points that are not joined.",
      example: "plt.scatter([1, 2, 3], [3, 1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.bar(x, height, label=…)", shapes: "(n,), (n,)",
      ja: "棒グラフ",
      en: "Bars of the given heights.",
      example: "plt.bar([0, 1, 2], [3, 1, 2]); plt.show()",
      result: ""),
    NameDocumentation(
      "plt.hist(x, bins=10, label=…)", shapes: "(n,)",
      ja: "ヒストグラム。bins 個の区間に入る数を数える",
      en: "A histogram: how many values fall into each of the bins.",
      example: "plt.hist([1, 1, 2, 5], bins=2)[0]",
      result: "array([3., 1.])"),
    NameDocumentation(
      "plt.title(label)",
      ja: "図の題名",
      en: "The title of the figure.",
      example: "plt.title('loss'); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.xlabel(label)",
      ja: "横軸の名前",
      en: "The name of the horizontal axis.",
      example: "plt.xlabel('epoch'); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.ylabel(label)",
      ja: "縦軸の名前",
      en: "The name of the vertical axis.",
      example: "plt.ylabel('loss'); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.legend(names)",
      ja: "凡例を出す。名前は plot の label でも、ここで並べてもよい",
      en: "Shows the names of the series, of label= or given here.",
      example: "plt.legend(); plt.plot([1, 2], label='train');",
      result: ""),
    NameDocumentation(
      "plt.grid(visible=True)",
      ja: "格子線を引く",
      en: "Shows a grid.",
      example: "plt.grid(); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.xlim(left, right)",
      ja: "横軸の範囲",
      en: "The ends of the horizontal axis.",
      example: "plt.xlim(0, 5); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.ylim(bottom, top)",
      ja: "縦軸の範囲",
      en: "The ends of the vertical axis.",
      example: "plt.ylim(0, 5); plt.plot([1, 2]);",
      result: ""),
    NameDocumentation(
      "plt.figure()",
      ja: "新しい図を始める。大きさなどの指定は無視される",
      en: "Begins a new figure; sizes and the like are ignored.",
      example: "fig = plt.figure(); plt.bar([0, 1], [3, 1]); plt.show()",
      result: ""),
    NameDocumentation(
      "plt.show()",
      ja: "図を表示する。次の図は白紙から始まる",
      en: "Shows the figure; the next one starts empty.",
      example: "plt.bar([0, 1, 2], [3, 1, 2]); plt.show()",
      result: ""),
    NameDocumentation(
      "plt.close()",
      ja: "図を表示せずに閉じる",
      en: "Forgets the figure without showing it.",
      example: "plt.bar([0, 1], [3, 1]); plt.close()",
      result: ""),
    NameDocumentation(
      "plt.clf()",
      ja: "図を白紙に戻す",
      en: "Clears the figure.",
      example: "plt.bar([0, 1], [3, 1]); plt.clf()",
      result: ""),
    NameDocumentation(
      "plt.tight_layout()",
      ja: "余白の調整。ここでは何もしない",
      en: "Adjusts margins elsewhere; does nothing here.",
      example: "plt.tight_layout()",
      result: ""),
    NameDocumentation(
      "plt.savefig(fname)",
      ja: "図をファイルに保存する。ここではファイルに書けない",
      en: "Writes the figure to a file; no file can be written from here.",
      example: "plt.savefig('loss.png')",
      result: "NotImplementedError: files: plt.savefig() is not supported here"),
  ]
}
