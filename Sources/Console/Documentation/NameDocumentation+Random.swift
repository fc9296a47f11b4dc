import Localization

extension NameDocumentation {
  /// Np.random and np.linalg.
  static let random: [NameDocumentation] = [
    NameDocumentation(
      "np.random.seed(seed)",
      ja: "乱数列の始まりを決める。同じ seed なら同じ数が出る",
      en: "Where the stream of random numbers starts: same seed, same numbers.",
      example: "np.random.seed(1); np.random.rand(2)",
      result: "array([0.417022  , 0.72032449])"),
    NameDocumentation(
      "np.random.rand(d0, d1, …)", shapes: "→ (d0, d1, …)",
      ja: "0 以上 1 未満の一様乱数。大きさは引数に並べて書く",
      en: "Uniform numbers in [0, 1); the sizes are the arguments.",
      example: "np.random.seed(0); np.random.rand(2)",
      result: "array([0.5488135 , 0.71518937])"),
    NameDocumentation(
      "np.random.randn(d0, d1, …)", shapes: "→ (d0, d1, …)",
      ja: "平均 0、標準偏差 1 の正規乱数。重みの初期値に使う",
      en: "Normal numbers, mean 0 and deviation 1: initial weights.",
      example: "np.random.seed(0); np.random.randn(2)",
      result: "array([1.76405235, 0.40015721])"),
    NameDocumentation(
      "np.random.random(size=None)", shapes: "→ size",
      ja: "0 以上 1 未満の一様乱数。大きさはタプルで書く",
      en: "Uniform numbers in [0, 1); the size is a tuple.",
      example: "np.random.seed(0); np.random.random((1, 2))",
      result: "array([[0.5488135 , 0.71518937]])"),
    NameDocumentation(
      "np.random.standard_normal(size=None)", shapes: "→ size",
      ja: "平均 0、標準偏差 1 の正規乱数。大きさはタプルで書く",
      en: "Normal numbers, mean 0 and deviation 1; the size is a tuple.",
      example: "np.random.seed(0); np.random.standard_normal(2)",
      result: "array([1.76405235, 0.40015721])"),
    NameDocumentation(
      "np.random.uniform(low=0.0, high=1.0, size=None)", shapes: "→ size",
      ja: "low 以上 high 未満の一様乱数",
      en: "Uniform numbers in [low, high).",
      example: "np.random.seed(0); np.random.uniform(-1, 1, 2)",
      result: "array([0.09762701, 0.43037873])"),
    NameDocumentation(
      "np.random.normal(loc=0.0, scale=1.0, size=None)", shapes: "→ size",
      ja: "平均 loc、標準偏差 scale の正規乱数",
      en: "Normal numbers with mean loc and deviation scale.",
      example: "np.random.seed(0); np.random.normal(10, 2, 2)",
      result: "array([13.52810469, 10.80031442])"),
    NameDocumentation(
      "np.random.randint(low, high=None, size=None)", shapes: "→ size",
      ja: "low 以上 high 未満の整数の乱数。high を略すと 0 以上 low 未満",
      en: "Whole numbers in [low, high); with one bound, in [0, low).",
      example: "np.random.seed(0); np.random.randint(0, 10, 5)",
      result: "array([5, 0, 3, 3, 7])"),
    NameDocumentation(
      "np.random.choice(a, size=None, replace=True, p=None)", shapes: "→ size",
      ja: "ランダムに選ぶ。a が整数なら 0 … a − 1 から。ミニバッチ選びに",
      en: "Elements at random, of 0 … a − 1 for a number: a mini-batch.",
      example: "np.random.seed(0); np.random.choice(100, 3)",
      result: "array([44, 47, 64])"),
    NameDocumentation(
      "np.random.permutation(x)", shapes: "(n,) → (n,)",
      ja: "ランダムに並べ替えたコピー。整数なら 0 … x − 1 を並べ替える",
      en: "A copy in random order; of a number, 0 … x − 1.",
      example: "np.random.seed(0); np.random.permutation(5)",
      result: "array([2, 0, 1, 3, 4])"),
    NameDocumentation(
      "np.random.shuffle(x)", shapes: "(n, …)",
      ja: "先頭の軸に沿って、その場でランダムに並べ替える",
      en: "Brings x itself into random order, along its first axis.",
      example: "np.random.seed(0); a = np.arange(4); np.random.shuffle(a); a",
      result: "array([2, 3, 1, 0])"),
    NameDocumentation(
      "np.random.default_rng(seed)",
      ja: "新しい方式の乱数。ここにはない。np.random.seed を使う",
      en: "NumPy's newer generators; not here, use np.random.seed.",
      example: "np.random.default_rng(0)",
      result: "NotImplementedError: np.random.default_rng() is not supported here"),
    NameDocumentation(
      "np.linalg.norm(x, ord=None, axis=None, keepdims=False)", shapes: "(n,) → ()",
      ja: "ノルム (長さ) √Σx²。ord=1 は Σ|x|、np.inf は最大の |x|",
      en: "The length √Σx²; ord=1 is Σ|x|, np.inf the largest |x|.",
      example: "np.linalg.norm([3., 4.])",
      result: "5.0"),
    NameDocumentation(
      "np.linalg.LinAlgError",
      ja: "線形代数の計算ができないときのエラー",
      en: "The error of linear algebra that cannot be done.",
      example: "raise np.linalg.LinAlgError('singular')",
      result: "LinAlgError: singular"),
  ]

  /// Other names of what stands above.
  static let randomAliases: [(name: String, of: String)] = [
    ("np.random.random_sample", "np.random.random")
  ]
}
