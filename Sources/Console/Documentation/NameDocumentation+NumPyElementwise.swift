import Localization

extension NameDocumentation {
  /// Np: functions of each element.
  static let numPyElementwise: [NameDocumentation] = [
    NameDocumentation(
      "np.abs(x)", shapes: "(…) → (…)",
      ja: "各要素の絶対値 |x|",
      en: "The magnitude |x| of each element.",
      example: "np.abs(np.array([-1.5, 2.]))",
      result: "array([1.5, 2. ])"),
    NameDocumentation(
      "np.sign(x)", shapes: "(…) → (…)",
      ja: "各要素の符号を −1, 0, 1 で表す",
      en: "The sign of each element: −1, 0 or 1.",
      example: "np.sign(np.array([-3, 0, 5]))",
      result: "array([-1,  0,  1])"),
    NameDocumentation(
      "np.negative(x)", shapes: "(…) → (…)",
      ja: "各要素の符号を反転する。−x と同じ",
      en: "Each element with its sign changed, as −x.",
      example: "np.negative(np.array([1, -2]))",
      result: "array([-1,  2])"),
    NameDocumentation(
      "np.reciprocal(x)", shapes: "(…) → (…)",
      ja: "各要素の逆数 1/x。整数の配列では切り捨て",
      en: "1/x of each element; cut off where x is whole.",
      example: "np.reciprocal(np.array([2., 4.]))",
      result: "array([0.5 , 0.25])"),
    NameDocumentation(
      "np.square(x)", shapes: "(…) → (…)",
      ja: "各要素の 2 乗 x²",
      en: "The square x² of each element.",
      example: "np.square(np.array([1, 2, 3]))",
      result: "array([1, 4, 9])"),
    NameDocumentation(
      "np.sqrt(x)", shapes: "(…) → (…)",
      ja: "各要素の平方根 √x。負の数では nan",
      en: "The square root √x of each element; nan below 0.",
      example: "np.sqrt(np.array([4., 9.]))",
      result: "array([2., 3.])"),
    NameDocumentation(
      "np.exp(x)", shapes: "(…) → (…)",
      ja: "各要素の指数関数 eˣ",
      en: "e to the power of each element, eˣ.",
      example: "np.exp(np.array([0., 1.]))",
      result: "array([1.        , 2.71828183])"),
    NameDocumentation(
      "np.exp2(x)", shapes: "(…) → (…)",
      ja: "各要素について 2 の x 乗",
      en: "2 to the power of each element, 2ˣ.",
      example: "np.exp2(np.array([0., 3.]))",
      result: "array([1., 8.])"),
    NameDocumentation(
      "np.expm1(x)", shapes: "(…) → (…)",
      ja: "eˣ − 1。0 に近い x でも桁落ちしない",
      en: "eˣ − 1, exact for x near 0, too.",
      example: "np.expm1(1e-12)",
      result: "1.0000000000005e-12"),
    NameDocumentation(
      "np.log(x)", shapes: "(…) → (…)",
      ja: "各要素の自然対数 log x。0 では -inf、負の数では nan",
      en: "The natural logarithm log x; -inf at 0, nan below.",
      example: "np.log(np.array([1., np.e]))",
      result: "array([0., 1.])"),
    NameDocumentation(
      "np.log2(x)", shapes: "(…) → (…)",
      ja: "2 を底とする対数 log₂ x",
      en: "The logarithm to base 2, log₂ x.",
      example: "np.log2(np.array([1., 8.]))",
      result: "array([0., 3.])"),
    NameDocumentation(
      "np.log10(x)", shapes: "(…) → (…)",
      ja: "常用対数 log₁₀ x",
      en: "The logarithm to base 10, log₁₀ x.",
      example: "np.log10(np.array([1., 1000.]))",
      result: "array([0., 3.])"),
    NameDocumentation(
      "np.log1p(x)", shapes: "(…) → (…)",
      ja: "log(1 + x)。0 に近い x でも桁落ちしない",
      en: "log(1 + x), exact for x near 0, too.",
      example: "np.log1p(1e-12)",
      result: "9.999999999995e-13"),
    NameDocumentation(
      "np.sin(x)", shapes: "(…) → (…)",
      ja: "正弦 sin x。x はラジアン",
      en: "The sine of each element, in radians.",
      example: "np.sin(np.array([0., np.pi / 2]))",
      result: "array([0., 1.])"),
    NameDocumentation(
      "np.cos(x)", shapes: "(…) → (…)",
      ja: "余弦 cos x。x はラジアン",
      en: "The cosine of each element, in radians.",
      example: "np.cos(np.array([0., np.pi]))",
      result: "array([ 1., -1.])"),
    NameDocumentation(
      "np.tan(x)", shapes: "(…) → (…)",
      ja: "正接 tan x。x はラジアン",
      en: "The tangent of each element, in radians.",
      example: "np.tan(np.array([0., 1.]))",
      result: "array([0.        , 1.55740772])"),
    NameDocumentation(
      "np.arcsin(x)", shapes: "(…) → (…)",
      ja: "sin の逆関数。結果はラジアン",
      en: "The inverse of sin, in radians.",
      example: "np.arcsin(1.0)",
      result: "1.5707963267948966"),
    NameDocumentation(
      "np.arccos(x)", shapes: "(…) → (…)",
      ja: "cos の逆関数。結果はラジアン",
      en: "The inverse of cos, in radians.",
      example: "np.arccos(1.0)",
      result: "0.0"),
    NameDocumentation(
      "np.arctan(x)", shapes: "(…) → (…)",
      ja: "tan の逆関数。結果はラジアン",
      en: "The inverse of tan, in radians.",
      example: "np.arctan(1.0)",
      result: "0.7853981633974483"),
    NameDocumentation(
      "np.arctan2(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "点 (x2, x1) の偏角。x1 が縦、x2 が横の座標",
      en: "The angle of the point (x2, x1): x1 is the height.",
      example: "np.arctan2(1.0, -1.0)",
      result: "2.356194490192345"),
    NameDocumentation(
      "np.hypot(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "直角三角形の斜辺の長さ √(x1² + x2²)",
      en: "The long side of a right triangle, √(x1² + x2²).",
      example: "np.hypot(3.0, 4.0)",
      result: "5.0"),
    NameDocumentation(
      "np.sinh(x)", shapes: "(…) → (…)",
      ja: "双曲線正弦 (eˣ − e⁻ˣ) / 2",
      en: "The hyperbolic sine, (eˣ − e⁻ˣ) / 2.",
      example: "np.sinh(1.0)",
      result: "1.1752011936438014"),
    NameDocumentation(
      "np.cosh(x)", shapes: "(…) → (…)",
      ja: "双曲線余弦 (eˣ + e⁻ˣ) / 2",
      en: "The hyperbolic cosine, (eˣ + e⁻ˣ) / 2.",
      example: "np.cosh(0.0)",
      result: "1.0"),
    NameDocumentation(
      "np.tanh(x)", shapes: "(…) → (…)",
      ja: "双曲線正接。値が −1 と 1 の間に入る活性化関数でもある",
      en: "The hyperbolic tangent, also an activation; between −1 and 1.",
      example: "np.tanh(np.array([-1., 0., 1.]))",
      result: "array([-0.76159416,  0.        ,  0.76159416])"),
    NameDocumentation(
      "np.degrees(x)", shapes: "(…) → (…)",
      ja: "ラジアンを度に直す",
      en: "Radians turned into degrees.",
      example: "np.degrees(np.pi)",
      result: "180.0"),
    NameDocumentation(
      "np.radians(x)", shapes: "(…) → (…)",
      ja: "度をラジアンに直す",
      en: "Degrees turned into radians.",
      example: "np.radians(180.0)",
      result: "3.141592653589793"),
    NameDocumentation(
      "np.floor(x)", shapes: "(…) → (…)",
      ja: "x 以下で最大の整数に切り下げる",
      en: "Each element rounded down.",
      example: "np.floor(np.array([1.7, -1.2]))",
      result: "array([ 1., -2.])"),
    NameDocumentation(
      "np.ceil(x)", shapes: "(…) → (…)",
      ja: "x 以上で最小の整数に切り上げる",
      en: "Each element rounded up.",
      example: "np.ceil(np.array([1.2, -1.7]))",
      result: "array([ 2., -1.])"),
    NameDocumentation(
      "np.trunc(x)", shapes: "(…) → (…)",
      ja: "小数部分を切り捨て、0 の方向へ丸める",
      en: "Each element without its fraction, rounded towards 0.",
      example: "np.trunc(np.array([1.7, -1.7]))",
      result: "array([ 1., -1.])"),
    NameDocumentation(
      "np.rint(x)", shapes: "(…) → (…)",
      ja: "最も近い整数に丸める。ちょうど中間なら偶数へ",
      en: "The nearest whole number; halves go to the even one.",
      example: "np.rint(np.array([0.5, 1.5, 2.6]))",
      result: "array([0., 2., 3.])"),
    NameDocumentation(
      "np.round(a, decimals=0)", shapes: "(…) → (…)",
      ja: "小数点以下 decimals 桁に丸める。ちょうど中間なら偶数へ",
      en: "Rounded to decimals places; halves go to the even digit.",
      example: "np.round(3.14159, 2)",
      result: "3.14"),
    NameDocumentation(
      "np.clip(a, min=None, max=None)", shapes: "(…) → (…)",
      ja: "min より小さい要素を min に、max より大きい要素を max にそろえる",
      en: "Elements below min become min, those above max become max.",
      example: "np.clip(np.array([-2, 3, 9]), 0, 5)",
      result: "array([0, 3, 5])"),
    NameDocumentation(
      "np.nan_to_num(x, nan=0.0)", shapes: "(…) → (…)",
      ja: "nan を 0 に、無限大を最大の有限値に置き換える",
      en: "0 in place of nan, the largest numbers in place of infinity.",
      example: "np.nan_to_num(np.array([np.nan, 1.]))",
      result: "array([0., 1.])"),
    NameDocumentation(
      "np.add(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとの和。x1 + x2 と同じ",
      en: "The sum of elements, as x1 + x2.",
      example: "np.add(np.array([1, 2]), 10)",
      result: "array([11, 12])"),
    NameDocumentation(
      "np.subtract(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとの差。x1 - x2 と同じ",
      en: "The difference of elements, as x1 - x2.",
      example: "np.subtract(np.array([5, 2]), 1)",
      result: "array([4, 1])"),
    NameDocumentation(
      "np.multiply(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとの積。x1 * x2 と同じ。行列の積は np.dot",
      en: "The product of elements, as x1 * x2; np.dot is the matrix product.",
      example: "np.multiply(np.array([1, 2]), np.array([3, 4]))",
      result: "array([3, 8])"),
    NameDocumentation(
      "np.divide(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとの商。x1 / x2 と同じ。0 で割ると inf か nan",
      en: "The quotient of elements, as x1 / x2; by 0 it is inf or nan.",
      example: "np.divide(np.array([1, 3]), 2)",
      result: "array([0.5, 1.5])"),
    NameDocumentation(
      "np.floor_divide(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "切り下げた商。x1 // x2 と同じ",
      en: "The quotient rounded down, as x1 // x2.",
      example: "np.floor_divide(np.array([7, -7]), 2)",
      result: "array([ 3, -4])"),
    NameDocumentation(
      "np.remainder(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "割り算の余り。x1 % x2 と同じで、符号は x2 に合う",
      en: "The remainder, as x1 % x2; it has the sign of x2.",
      example: "np.remainder(np.array([7, -7]), 3)",
      result: "array([1, 2])"),
    NameDocumentation(
      "np.power(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとのべき乗。x1 ** x2 と同じ",
      en: "x1 to the power x2, as x1 ** x2.",
      example: "np.power(np.array([1, 2, 3]), 2)",
      result: "array([1, 4, 9])"),
    NameDocumentation(
      "np.maximum(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとに大きい方。np.maximum(0, u) は ReLU",
      en: "The larger of two elements; np.maximum(0, u) is the ReLU.",
      example: "np.maximum(0, np.array([-1., 2.]))",
      result: "array([0., 2.])"),
    NameDocumentation(
      "np.minimum(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "要素ごとに小さい方",
      en: "The smaller of two elements.",
      example: "np.minimum(np.array([1, 5]), 3)",
      result: "array([1, 3])"),
    NameDocumentation(
      "np.bitwise_and(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "ビットごとの and。x1 & x2 と同じ",
      en: "And of the bits, as x1 & x2.",
      example: "np.bitwise_and(6, 3)",
      result: "2"),
    NameDocumentation(
      "np.bitwise_or(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "ビットごとの or。x1 | x2 と同じ",
      en: "Or of the bits, as x1 | x2.",
      example: "np.bitwise_or(6, 3)",
      result: "7"),
    NameDocumentation(
      "np.bitwise_xor(x1, x2)", shapes: "(…), (…) → (…)",
      ja: "ビットごとの排他的論理和。x1 ^ x2 と同じ",
      en: "Exclusive or of the bits, as x1 ^ x2.",
      example: "np.bitwise_xor(6, 3)",
      result: "5"),
    NameDocumentation(
      "np.invert(x)", shapes: "(…) → (…)",
      ja: "真偽値の否定、整数ではビットの反転。~x と同じ",
      en: "Not of booleans, or of all bits, as ~x.",
      example: "np.invert(np.array([True, False]))",
      result: "array([False,  True])"),
  ]

  /// Other names of what stands above.
  static let numPyElementwiseAliases: [(name: String, of: String)] = [
    ("np.absolute", "np.abs"), ("np.around", "np.round"), ("np.true_divide", "np.divide"),
    ("np.mod", "np.remainder"), ("np.pow", "np.power"), ("np.bitwise_not", "np.invert"),
  ]
}
