import Localization

extension NameDocumentation {
  /// Np: constants and types.
  static let numPyConstants: [NameDocumentation] = [
    NameDocumentation(
      "np.pi",
      ja: "円周率 π",
      en: "π, the ratio of a circle's circumference to its diameter.",
      example: "np.pi",
      result: "3.141592653589793"),
    NameDocumentation(
      "np.e",
      ja: "ネイピア数 e。自然対数の底",
      en: "e, the base of the natural logarithm.",
      example: "np.e",
      result: "2.718281828459045"),
    NameDocumentation(
      "np.inf",
      ja: "無限大。-np.inf は負の無限大",
      en: "Infinity; -np.inf is its negative.",
      example: "np.inf > 1e308",
      result: "True"),
    NameDocumentation(
      "np.nan",
      ja: "数でない値 (not a number)。自分自身とも等しくない",
      en: "Not a number; it is not even equal to itself.",
      example: "np.nan == np.nan",
      result: "False"),
    NameDocumentation(
      "np.newaxis",
      ja: "添字に書くと、そこに大きさ 1 の軸ができる",
      en: "Between brackets it makes an axis of size 1.",
      example: "np.array([1, 2])[:, np.newaxis].shape",
      result: "(2, 1)"),
    NameDocumentation(
      "np.ndarray",
      ja: "配列の型。isinstance(x, np.ndarray) で確かめられる",
      en: "The type of arrays, for isinstance(x, np.ndarray).",
      example: "isinstance(np.zeros(2), np.ndarray)",
      result: "True"),
    NameDocumentation(
      "np.dtype(dtype)",
      ja: "要素の型。ここでは float64、int64、bool",
      en: "A type of elements: here float64, int64 or bool.",
      example: "np.dtype(float)",
      result: "dtype('float64')"),
    NameDocumentation(
      "np.float64(x)",
      ja: "64 ビットの浮動小数点数。配列の要素の型、または一つの数",
      en: "A 64-bit floating-point number, or the type of such elements.",
      example: "np.float64(3)",
      result: "3.0"),
    NameDocumentation(
      "np.int64(x)",
      ja: "64 ビットの整数。配列の要素の型、または一つの数",
      en: "A 64-bit whole number, or the type of such elements.",
      example: "np.int64(3)",
      result: "3"),
    NameDocumentation(
      "np.bool_(x)",
      ja: "NumPy の真偽値。比較の結果の型",
      en: "NumPy's true or false, the type of comparisons.",
      example: "np.bool_(1)",
      result: "True"),
    NameDocumentation(
      "np.floating",
      ja: "浮動小数点数の型の総称",
      en: "Any type of floating-point number, for isinstance.",
      example: "isinstance(np.float64(1), np.floating)",
      result: "True"),
    NameDocumentation(
      "np.integer",
      ja: "整数の型の総称",
      en: "Any type of whole number, for isinstance.",
      example: "isinstance(np.int64(1), np.integer)",
      result: "True"),
    NameDocumentation(
      "np.number",
      ja: "数の型の総称",
      en: "Any type of number, for isinstance.",
      example: "isinstance(np.int64(1), np.number)",
      result: "True"),
  ]

  /// Other names of what stands above.
  static let numPyConstantsAliases: [(name: String, of: String)] = [
    ("np.double", "np.float64"), ("np.int_", "np.int64"), ("np.bool", "np.bool_"),
  ]
}
