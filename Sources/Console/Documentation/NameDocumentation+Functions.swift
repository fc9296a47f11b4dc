import Localization

extension NameDocumentation {
  /// Functions: the course's activations and losses.
  static let functions: [NameDocumentation] = [
    NameDocumentation(
      "functions.sigmoid(x)", shapes: "(…) → (…)",
      ja: "シグモイド関数 σ(x) = 1 / (1 + e⁻ˣ)。値は 0 と 1 の間",
      en: "The sigmoid σ(x) = 1 / (1 + e⁻ˣ), between 0 and 1.",
      example: "functions.sigmoid(np.array([0., 2.]))",
      result: "array([0.5       , 0.88079708])"),
    NameDocumentation(
      "functions.relu(x)", shapes: "(…) → (…)",
      ja: "ReLU 関数 max(0, x)。負の数を 0 にする",
      en: "The ReLU max(0, x): 0 in place of negative numbers.",
      example: "functions.relu(np.array([-1.5, 2.]))",
      result: "array([0., 2.])"),
    NameDocumentation(
      "functions.step_function(x)", shapes: "(…) → (…)",
      ja: "ステップ関数。x > 0 で 1、それ以外は 0",
      en: "The step function: 1 where x > 0, else 0.",
      example: "functions.step_function(np.array([-1., 0., 1.]))",
      result: "array([0, 0, 1])"),
    NameDocumentation(
      "functions.softmax(x)", shapes: "(K,) → (K,), (N, K) → (N, K)",
      ja: "ソフトマックス関数 eˣⁱ / Σ eˣᵏ。和は 1。2 次元なら行ごと",
      en: "The softmax eˣⁱ / Σ eˣᵏ, which sums to 1; of a batch, row by row.",
      example: "functions.softmax(np.array([1., 1., 2.]))",
      result: "array([0.21194156, 0.21194156, 0.57611688])"),
    NameDocumentation(
      "functions.mean_squared_error(d, y)", shapes: "(…), (…) → ()",
      ja: "二乗誤差の平均の半分: mean((d − y)²) / 2",
      en: "Half the mean of the squares: mean((d − y)²) / 2.",
      example: "functions.mean_squared_error(np.array([1., 2.]), np.array([1., 4.]))",
      result: "1.0"),
    NameDocumentation(
      "functions.cross_entropy_error(d, y)", shapes: "(N, K) or (N,), (N, K) → ()",
      ja: "交差エントロピー誤差 −Σ log(y[n, dₙ] + 1e-7) / N。d は目標",
      en: "The cross entropy −Σ log(y[n, dₙ] + 1e-7) / N; d is the target.",
      example: "functions.cross_entropy_error(np.array([0, 1]), np.array([0.5, 0.5]))",
      result: "0.6931469805599654"),
    NameDocumentation(
      "functions.d_sigmoid(x)", shapes: "(…) → (…)",
      ja: "シグモイドの導関数 σ(x)(1 − σ(x))。x は z ではなく総入力 u",
      en: "The sigmoid's derivative σ(x)(1 − σ(x)); x is u, not z.",
      example: "functions.d_sigmoid(np.array([0., 2.]))",
      result: "array([0.25      , 0.10499359])"),
    NameDocumentation(
      "functions.d_relu(x)", shapes: "(…) → (…)",
      ja: "ReLU の導関数。x > 0 で 1、それ以外は 0",
      en: "The ReLU's derivative: 1 where x > 0, else 0.",
      example: "functions.d_relu(np.array([-1., 0., 3.]))",
      result: "array([0, 0, 1])"),
    NameDocumentation(
      "functions.d_step_function(x)", shapes: "(…) → ()",
      ja: "ステップ関数の導関数。いつも 0 なので学習には使えない",
      en: "The step's derivative: always 0, so that nothing learns by it.",
      example: "functions.d_step_function(np.array([1., 2.]))",
      result: "0"),
    NameDocumentation(
      "functions.d_mean_squared_error(d, y)", shapes: "(…), (…) → (…)",
      ja: "二乗誤差の導関数 (y − d) / d.shape[0]。一つの数なら y − d",
      en: "The derivative (y − d) / d.shape[0]; of single numbers, y − d.",
      example: "functions.d_mean_squared_error(np.array([1., 2.]), np.array([2., 2.]))",
      result: "array([0.5, 0. ])"),
    NameDocumentation(
      "functions.d_softmax_with_loss(d, y)", shapes: "(N, K) or (N,), (N, K) → (N, K)",
      ja: "ソフトマックスと交差エントロピーを合わせた導関数 (y − d) / N",
      en: "The derivative of cross entropy after softmax, (y − d) / N.",
      example: "functions.d_softmax_with_loss(np.array([1]), np.array([[0.2, 0.8]]))",
      result: "array([[ 0.2, -0.2]])"),
    NameDocumentation(
      "functions.d_sigmoid_with_loss(d, y)", shapes: "(…), (…) → (…)",
      ja: "シグモイドと交差エントロピーを合わせた導関数 y − d",
      en: "The derivative of binary cross entropy after sigmoid, y − d.",
      example: "functions.d_sigmoid_with_loss(np.array([1.]), np.array([0.75]))",
      result: "array([-0.25])"),
    NameDocumentation(
      "functions.numerical_gradient(f, x)", shapes: "(…) → (…)",
      ja: "数値微分: 各要素を h = 1e-4 だけ前後に動かした中心差分",
      en: "The gradient by central differences, h = 1e-4, of each element.",
      example: "functions.numerical_gradient(lambda x: x[0] ** 2, np.array([3.]))",
      result: "array([6.])"),
    NameDocumentation(
      "functions.np",
      ja: "NumPy。from common.functions import * で np も使える",
      en: "NumPy itself, so that a star import brings np along.",
      example: "functions.np.pi",
      result: "3.141592653589793"),
  ]

  /// Other names of what stands above.
  static let functionsAliases: [(name: String, of: String)] = [
    ("functions.step", "functions.step_function")
  ]
}
