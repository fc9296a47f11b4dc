import Localization

extension NameDocumentation {
  /// Np: comparisons and logic.
  static let numPyComparing: [NameDocumentation] = [
    NameDocumentation(
      "np.equal(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素が等しいか。x1 == x2 と同じ",
      en: "Whether elements are equal, as x1 == x2.",
      example: "np.equal(np.array([1, 2]), 2)",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.not_equal(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素が異なるか。x1 != x2 と同じ",
      en: "Whether elements differ, as x1 != x2.",
      example: "np.not_equal(np.array([1, 2]), 2)",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.less(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "x1 の要素の方が小さいか。x1 < x2 と同じ",
      en: "Whether x1 is less, as x1 < x2.",
      example: "np.less(np.array([1, 2]), 2)",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.less_equal(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "x1 の要素が x2 以下か。x1 <= x2 と同じ",
      en: "Whether x1 is less or equal, as x1 <= x2.",
      example: "np.less_equal(np.array([1, 3]), 2)",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.greater(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "x1 の要素の方が大きいか。x1 > x2 と同じ",
      en: "Whether x1 is greater, as x1 > x2.",
      example: "np.greater(np.array([1, 3]), 2)",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.greater_equal(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "x1 の要素が x2 以上か。x1 >= x2 と同じ",
      en: "Whether x1 is greater or equal, as x1 >= x2.",
      example: "np.greater_equal(np.array([1, 2]), 2)",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.logical_and(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "両方が真か。and は配列には使えない",
      en: "Whether both are true; `and` does not work on arrays.",
      example: "np.logical_and(np.array([True, False]), True)",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.logical_or(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "どちらかが真か。or は配列には使えない",
      en: "Whether either is true; `or` does not work on arrays.",
      example: "np.logical_or(np.array([True, False]), False)",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.logical_xor(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "片方だけが真か",
      en: "Whether just one of the two is true.",
      example: "np.logical_xor(np.array([True, False]), True)",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.logical_not(x)", shapes: "(…) → (…)",
      ja: "偽、または 0 か",
      en: "Whether an element is false or 0.",
      example: "np.logical_not(np.array([0, 5]))",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.isnan(x)", shapes: "(…) → (…)",
      ja: "要素が nan (数でない値) か",
      en: "Whether an element is nan, not a number.",
      example: "np.isnan(np.array([1., np.nan]))",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.isinf(x)", shapes: "(…) → (…)",
      ja: "要素が無限大か",
      en: "Whether an element is infinite.",
      example: "np.isinf(np.array([1., -np.inf]))",
      result: "array([False,  True])"),
    NameDocumentation(
      "np.isfinite(x)", shapes: "(…) → (…)",
      ja: "要素が有限の数か (inf でも nan でもない)",
      en: "Whether an element is neither infinite nor nan.",
      example: "np.isfinite(np.array([1., np.nan]))",
      result: "array([ True, False])"),
    NameDocumentation(
      "np.isclose(a, b, rtol=1e-05, atol=1e-08)", shapes: "(…), (…) → (…)",
      ja: "要素がほぼ等しいか: |a − b| ≤ atol + rtol·|b|",
      en: "Whether elements are nearly equal: |a − b| ≤ atol + rtol·|b|.",
      example: "np.isclose(0.1 + 0.2, 0.3)",
      result: "True"),
    NameDocumentation(
      "np.allclose(a, b, rtol=1e-05, atol=1e-08)", shapes: "(…), (…) → bool",
      ja: "すべての要素がほぼ等しいか。小数の比較に使う",
      en: "Whether all elements are nearly equal; use it to compare floats.",
      example: "np.allclose([0.1 + 0.2, 1.], [0.3, 1.])",
      result: "True"),
    NameDocumentation(
      "np.array_equal(a1, a2)", shapes: "(…), (…) → bool",
      ja: "形もすべての要素も等しいか",
      en: "Whether shapes and all elements are equal.",
      example: "np.array_equal([1, 2], [1, 2, 3])",
      result: "False"),
    NameDocumentation(
      "np.isscalar(element)",
      ja: "配列ではなく一つの値か",
      en: "Whether it is a single value and no array.",
      example: "np.isscalar(3.0), np.isscalar(np.array(3.0))",
      result: "(True, False)"),
    NameDocumentation(
      "np.where(condition, x, y)", shapes: "(…), (…), (…) → (…)",
      ja: "条件が真の所は x、偽の所は y の要素。条件だけなら真の位置",
      en: "x where the condition is true, else y; alone: where it is true.",
      example: "np.where(np.array([-1., 2.]) > 0, 1, 0)",
      result: "array([0, 1])"),
    NameDocumentation(
      "np.all(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "すべての要素が真か (axis を指定するとその軸に沿って)",
      en: "Whether all elements are true, over all axes or one.",
      example: "np.all(np.array([1, 2, 0]))",
      result: "False"),
    NameDocumentation(
      "np.any(a, axis=None, keepdims=False)", shapes: "(n, m) → (), axis=0: (m,)",
      ja: "どれかの要素が真か (axis を指定するとその軸に沿って)",
      en: "Whether any element is true, over all axes or one.",
      example: "np.any(np.array([0, 0, 3]))",
      result: "True"),
  ]
}
