import Localization

extension NameDocumentation {
  /// Np: sums, extremes and products.
  static let numPyReducing: [NameDocumentation] = [
    NameDocumentation(
      "np.sum(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,), axis=1: (n,)",
      ja: "合計。axis=0 は行方向にたどって列ごと、axis=1 は行ごと",
      en: "The sum; axis=0 adds down the columns, axis=1 along the rows.",
      example: "np.sum(np.array([[1, 2], [3, 4]]), axis=0)",
      result: "array([4, 6])"),
    NameDocumentation(
      "np.prod(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,), axis=1: (n,)",
      ja: "すべての要素の積 (axis を指定するとその軸に沿って)",
      en: "The product of all elements, or along an axis.",
      example: "np.prod([2, 3, 4])",
      result: "24"),
    NameDocumentation(
      "np.mean(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,), axis=1: (n,)",
      ja: "平均 (axis を指定するとその軸に沿って)",
      en: "The mean of all elements, or along an axis.",
      example: "np.mean([1, 2, 6])",
      result: "3.0"),
    NameDocumentation(
      "np.average(a, axis=None, weights=None)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "加重平均 Σ w·a / Σ w。weights がなければ平均",
      en: "The weighted mean Σ w·a / Σ w; without weights the mean.",
      example: "np.average([1., 3.], weights=[3, 1])",
      result: "1.5"),
    NameDocumentation(
      "np.median(a, axis=None)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "中央値。小さい順に並べて真ん中の値",
      en: "The median: the middle value in order of size.",
      example: "np.median([1, 9, 2])",
      result: "2.0"),
    NameDocumentation(
      "np.var(a, axis=None, ddof=0, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "分散 Σ (a − 平均)² / (n − ddof)",
      en: "The variance Σ (a − mean)² / (n − ddof).",
      example: "np.var([1, 2, 3, 4])",
      result: "1.25"),
    NameDocumentation(
      "np.std(a, axis=None, ddof=0, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "標準偏差。分散の平方根",
      en: "The standard deviation, the root of the variance.",
      example: "np.std([1, 3])",
      result: "1.0"),
    NameDocumentation(
      "np.max(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,), axis=1: (n,)",
      ja: "最大値 (axis を指定するとその軸に沿って)",
      en: "The largest element, or the largest along an axis.",
      example: "np.max(np.array([[1, 5], [3, 2]]), axis=1)",
      result: "array([5, 3])"),
    NameDocumentation(
      "np.min(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,), axis=1: (n,)",
      ja: "最小値 (axis を指定するとその軸に沿って)",
      en: "The smallest element, or the smallest along an axis.",
      example: "np.min([3, 1, 2])",
      result: "1"),
    NameDocumentation(
      "np.argmax(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=1: (n,)",
      ja: "最大の要素の位置 (0 から数える)。分類の答えを選ぶのに使う",
      en: "Where the largest element is, from 0: the class of an output.",
      example: "np.argmax([0.1, 0.7, 0.2])",
      result: "1"),
    NameDocumentation(
      "np.argmin(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=1: (n,)",
      ja: "最小の要素の位置 (0 から数える)",
      en: "Where the smallest element is, counted from 0.",
      example: "np.argmin([0.3, 0.1, 0.6])",
      result: "1"),
    NameDocumentation(
      "np.ptp(a, axis=None)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "最大値と最小値の差",
      en: "The distance from the smallest to the largest.",
      example: "np.ptp([3, 9, 5])",
      result: "6"),
    NameDocumentation(
      "np.cumsum(a, axis=None)", shapes: "(n,) → (n,)",
      ja: "先頭からの累積和",
      en: "Running sums from the first element on.",
      example: "np.cumsum([1, 2, 3])",
      result: "array([1, 3, 6])"),
    NameDocumentation(
      "np.cumprod(a, axis=None)", shapes: "(n,) → (n,)",
      ja: "先頭からの累積積",
      en: "Running products from the first element on.",
      example: "np.cumprod([1, 2, 3, 4])",
      result: "array([ 1,  2,  6, 24])"),
    NameDocumentation(
      "np.diff(a, axis=-1)", shapes: "(n,) → (n − 1,)",
      ja: "隣り合う要素の差",
      en: "The differences of neighbours.",
      example: "np.diff([1, 4, 9])",
      result: "array([3, 5])"),
    NameDocumentation(
      "np.count_nonzero(a, axis=None)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "0 でない (真の) 要素の数。正解の数を数えるのに使う",
      en: "How many elements are not 0 or are true: counts right answers.",
      example: "np.count_nonzero(np.array([1, 0, 2]))",
      result: "2"),
    NameDocumentation(
      "np.dot(a, b)", shapes: "(n,)·(n,) → (), (n,)·(n, m) → (m,), (k, n)·(n, m) → (k, m)",
      ja: "内積、行列の積。a の最後の軸と b の行の数がそろうこと",
      en: "Inner or matrix product: a's last axis must be b's number of rows.",
      example: "np.dot(np.array([1, 2]), np.array([[1, 0, 2], [0, 1, 3]]))",
      result: "array([1, 2, 8])"),
    NameDocumentation(
      "np.matmul(x1, x2)", shapes: "(n,)·(n, m) → (m,), (k, n)·(n, m) → (k, m)",
      ja: "行列の積。x1 @ x2 と同じ",
      en: "The matrix product, as x1 @ x2.",
      example: "np.matmul(np.array([[1, 2]]), np.array([[3], [4]]))",
      result: "array([[11]])"),
    NameDocumentation(
      "np.inner(a, b)", shapes: "(n,), (n,) → ()",
      ja: "内積 Σ aᵢ bᵢ",
      en: "The inner product Σ aᵢ bᵢ.",
      example: "np.inner([1, 2], [3, 4])",
      result: "11"),
    NameDocumentation(
      "np.outer(a, b)", shapes: "(n,), (m,) → (n, m)",
      ja: "すべての組の積 aᵢ bⱼ。1 サンプルの W の勾配は np.outer(z, delta)",
      en: "All products aᵢ bⱼ; of one sample, ∂E/∂W is np.outer(z, delta).",
      example: "np.outer([1, 2], [3, 4, 5])",
      result: "array([[ 3,  4,  5],\n       [ 6,  8, 10]])"),
    NameDocumentation(
      "np.trace(a)", shapes: "(n, n) → ()",
      ja: "対角成分の和",
      en: "The sum of the diagonal.",
      example: "np.trace(np.array([[1, 2], [3, 4]]))",
      result: "5"),
  ]

  /// Other names of what stands above.
  static let numPyReducingAliases: [(name: String, of: String)] = [
    ("np.amax", "np.max"), ("np.amin", "np.min"),
  ]
}
