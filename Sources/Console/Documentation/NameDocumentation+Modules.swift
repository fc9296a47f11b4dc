import Localization

extension NameDocumentation {
  /// The modules themselves.
  static let modules: [NameDocumentation] = [
    NameDocumentation(
      "np",
      ja: "NumPy: 配列とその計算。import numpy as np と同じもの",
      en: "NumPy: arrays and computing with them, import numpy as np.",
      example: "np.array([1, 2]) * 10",
      result: "array([10, 20])"),
    NameDocumentation(
      "np.random",
      ja: "乱数。np.random.seed で始まりを決められる",
      en: "Random numbers; np.random.seed makes them repeatable.",
      example: "np.random.seed(0); np.random.rand()",
      result: "0.5488135039273248"),
    NameDocumentation(
      "np.linalg",
      ja: "線形代数",
      en: "Linear algebra.",
      example: "np.linalg.norm([3., 4.])",
      result: "5.0"),
    NameDocumentation(
      "functions",
      ja: "講座の関数: 活性化関数、誤差関数とその導関数",
      en: "The course's functions: activations, losses, derivatives.",
      example: "functions.relu(-2.0)",
      result: "0.0"),
    NameDocumentation(
      "plt",
      ja: "図を描く。import matplotlib.pyplot as plt と同じ書き方",
      en: "Figures, written as with import matplotlib.pyplot as plt.",
      example: "plt.bar([0, 1], [3, 1]); plt.show()",
      result: ""),
    NameDocumentation(
      "math",
      ja: "一つの数についての数学関数。配列には np の関数を使う",
      en: "Mathematics of single numbers; np has it for arrays.",
      example: "math.sqrt(16)",
      result: "4.0"),
    NameDocumentation(
      "time",
      ja: "時間を測る、待つ",
      en: "Measuring time, and waiting.",
      example: "time.sleep(0)",
      result: ""),
    NameDocumentation(
      "sys",
      ja: "Python の設定。プログラムがそのまま動くようにあるだけ",
      en: "Python's settings; here so that programs run unchanged.",
      example: "import sys; sys.maxsize",
      result: "9223372036854775807"),
    NameDocumentation(
      "os",
      ja: "経路を書くための文字列。ファイルには触れられない",
      en: "Texts for writing paths; no file can be reached.",
      example: "import os; os.curdir",
      result: "'.'"),
    NameDocumentation(
      "os.path",
      ja: "経路をつなぐ。ファイルには触れられない",
      en: "Joining paths; no file can be reached.",
      example: "import os; os.path.join('a', 'b')",
      result: "'a/b'"),
    NameDocumentation(
      "warnings",
      ja: "警告の設定。プログラムがそのまま動くようにあるだけ",
      en: "Settings of warnings; here so that programs run unchanged.",
      example: "import warnings; warnings.simplefilter('ignore')",
      result: ""),
  ]
}
