import Localization

extension NameDocumentation {
  /// Np: making arrays.
  static let numPyMaking: [NameDocumentation] = [
    NameDocumentation(
      "np.array(object, dtype=None)", shapes: "→ (n,), (n, m) …",
      ja: "リスト (や入れ子のリスト) から配列を作る。いつもコピーになる",
      en: "An array of a list's numbers, nested lists for more axes; a copy.",
      example: "np.array([[1., 2.], [3., 4.]])",
      result: "array([[1., 2.],\n       [3., 4.]])"),
    NameDocumentation(
      "np.asarray(a, dtype=None)", shapes: "(…) → (…)",
      ja: "配列にする。もともと配列ならコピーせずそのまま返す",
      en: "An array; what is one already is given back, not copied.",
      example: "np.asarray([1, 2, 3])",
      result: "array([1, 2, 3])"),
    NameDocumentation(
      "np.copy(a)", shapes: "(…) → (…)",
      ja: "配列のコピー。書き換えても元は変わらない",
      en: "A copy: changing it leaves the original alone.",
      example: "a = np.zeros(2); b = np.copy(a); b[0] = 1; a",
      result: "array([0., 0.])"),
    NameDocumentation(
      "np.zeros(shape, dtype=None)", shapes: "→ shape",
      ja: "指定した形の、すべて 0 の配列",
      en: "An array of zeros in a shape.",
      example: "np.zeros((2, 3))",
      result: "array([[0., 0., 0.],\n       [0., 0., 0.]])"),
    NameDocumentation(
      "np.ones(shape, dtype=None)", shapes: "→ shape",
      ja: "指定した形の、すべて 1 の配列",
      en: "An array of ones in a shape.",
      example: "np.ones(3)",
      result: "array([1., 1., 1.])"),
    NameDocumentation(
      "np.empty(shape, dtype=None)", shapes: "→ shape",
      ja: "中身を決めずに作る配列。ここでは 0 が入る",
      en: "An array to be filled later; here it holds zeros.",
      example: "np.empty((2, 2)).shape",
      result: "(2, 2)"),
    NameDocumentation(
      "np.full(shape, fill_value, dtype=None)", shapes: "→ shape",
      ja: "すべての要素が同じ値の配列",
      en: "An array with the same value everywhere.",
      example: "np.full((2, 2), 0.5)",
      result: "array([[0.5, 0.5],\n       [0.5, 0.5]])"),
    NameDocumentation(
      "np.zeros_like(a, dtype=None)", shapes: "(…) → (…)",
      ja: "a と同じ形の、すべて 0 の配列",
      en: "Zeros in the shape of a.",
      example: "np.zeros_like(np.array([1., 2.]))",
      result: "array([0., 0.])"),
    NameDocumentation(
      "np.ones_like(a, dtype=None)", shapes: "(…) → (…)",
      ja: "a と同じ形の、すべて 1 の配列",
      en: "Ones in the shape of a.",
      example: "np.ones_like(np.array([1., 2.]))",
      result: "array([1., 1.])"),
    NameDocumentation(
      "np.empty_like(a, dtype=None)", shapes: "(…) → (…)",
      ja: "a と同じ形の、中身を決めない配列。ここでは 0 が入る",
      en: "An array in the shape of a, to be filled; zeros here.",
      example: "np.empty_like(np.ones((2, 3))).shape",
      result: "(2, 3)"),
    NameDocumentation(
      "np.full_like(a, fill_value, dtype=None)", shapes: "(…) → (…)",
      ja: "a と同じ形で、すべて同じ値の配列",
      en: "One value everywhere, in the shape of a.",
      example: "np.full_like(np.array([1., 2.]), 7)",
      result: "array([7., 7.])"),
    NameDocumentation(
      "np.eye(N, M=None, k=0, dtype=None)", shapes: "→ (N, M)",
      ja: "対角成分が 1 の行列。np.eye(3)[labels] で one-hot になる",
      en: "Ones on the diagonal; np.eye(3)[labels] makes one-hot rows.",
      example: "np.eye(3)[[0, 2]]",
      result: "array([[1., 0., 0.],\n       [0., 0., 1.]])"),
    NameDocumentation(
      "np.identity(n, dtype=None)", shapes: "→ (n, n)",
      ja: "n × n の単位行列",
      en: "The identity matrix of n rows.",
      example: "np.identity(2)",
      result: "array([[1., 0.],\n       [0., 1.]])"),
    NameDocumentation(
      "np.diag(v)", shapes: "(n,) → (n, n), (n, n) → (n,)",
      ja: "対角行列を作る。行列を渡すとその対角成分",
      en: "A diagonal matrix of a vector; of a matrix, its diagonal.",
      example: "np.diag([1, 2])",
      result: "array([[1, 0],\n       [0, 2]])"),
    NameDocumentation(
      "np.arange(start, stop, step=1, dtype=None)", shapes: "→ (n,)",
      ja: "start から step 刻みの数。stop は含まない",
      en: "Numbers from start in steps, without stop itself.",
      example: "np.arange(0, 1, 0.25)",
      result: "array([0.  , 0.25, 0.5 , 0.75])"),
    NameDocumentation(
      "np.linspace(start, stop, num=50, endpoint=True)", shapes: "→ (num,)",
      ja: "区間を等分する num 個の数。stop も含む",
      en: "num equally spaced numbers over an interval, stop included.",
      example: "np.linspace(0, 1, 5)",
      result: "array([0.  , 0.25, 0.5 , 0.75, 1.  ])"),
    NameDocumentation(
      "np.logspace(start, stop, num=50)", shapes: "→ (num,)",
      ja: "10 の start 乗から 10 の stop 乗まで、対数で等間隔な数",
      en: "num numbers from 10^start to 10^stop, each the same factor more.",
      example: "np.logspace(0, 3, 4)",
      result: "array([   1.,   10.,  100., 1000.])"),
    NameDocumentation(
      "np.meshgrid(x, y)", shapes: "(n,), (m,) → (m, n), (m, n)",
      ja: "格子点の x 座標と y 座標の配列",
      en: "The coordinates of all points of a grid, x and y apart.",
      example: "X, Y = np.meshgrid([1, 2, 3], [4, 5]); X",
      result: "array([[1, 2, 3],\n       [1, 2, 3]])"),
    NameDocumentation(
      "np.tril(m, k=0)", shapes: "(n, m) → (n, m)",
      ja: "下三角行列。対角線より上を 0 にする",
      en: "A matrix with zeros above its diagonal.",
      example: "np.tril(np.ones((2, 2)))",
      result: "array([[1., 0.],\n       [1., 1.]])"),
    NameDocumentation(
      "np.triu(m, k=0)", shapes: "(n, m) → (n, m)",
      ja: "上三角行列。対角線より下を 0 にする",
      en: "A matrix with zeros below its diagonal.",
      example: "np.triu(np.ones((2, 2)))",
      result: "array([[1., 1.],\n       [0., 1.]])"),
    NameDocumentation(
      "np.array2string(a)", shapes: "(…) → str",
      ja: "配列を、print で表示される文字列にする",
      en: "An array as the text that print shows.",
      example: "np.array2string(np.array([1., 2.5]))",
      result: "'[1.  2.5]'"),
    NameDocumentation(
      "np.set_printoptions(precision=8, suppress=False, linewidth=75, …)",
      ja: "配列の表示を変える: 小数の桁数、指数表示の有無、行の幅など",
      en: "Sets how arrays are shown: digits, exponents, width of a line.",
      example: "np.set_printoptions(precision=3); np.array([1 / 3])",
      result: "array([0.333])"),
    NameDocumentation(
      "np.ndindex(shape)",
      ja: "その形のすべての添字を順に与える。for で使う",
      en: "All indices of a shape, one after the other, for a loop.",
      example: "list(np.ndindex(2, 2))",
      result: "[(0, 0), (0, 1), (1, 0), (1, 1)]"),
    NameDocumentation(
      "np.ndenumerate(arr)",
      ja: "添字と要素の組を順に与える。for で使う",
      en: "Pairs of index and element, for a loop.",
      example: "list(np.ndenumerate(np.array([7, 8])))",
      result: "[((0,), 7), ((1,), 8)]"),
  ]
}
