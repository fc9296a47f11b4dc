import LinearAlgebra
import Localization

extension FunctionCheckError {
  /// The words for functions that cannot be checked.
  var wording: Wording {
    switch self {
    case .noFunction(let name, let role, let found, let known, let suggestions):
      return Wording(
        ja: found.map { "'\(name)' は関数ではなく \($0) です" } ?? "'\(name)' という関数はありません",
        en: found.map { "'\(name)' is no function but of type \($0)" }
          ?? "there is no function '\(name)'",
        help: Wording.didYouMean(suggestions) ?? role.help(known: known))
    case .noParameters:
      return Wording(
        ja: "動かす重みがありません: 辞書 network も W1, b1 … もありません",
        en: "there are no weights to move: no dictionary network, and no W1, b1 …",
        helpJa: "network = {'W1': np.random.randn(2, 5), 'b1': …} のように作るか、layers を使ってください。",
        helpEn: "make them, as in network = {'W1': np.random.randn(2, 5), 'b1': …}, or with layers."
      )
    case .noSamples(let name):
      return Wording(
        ja: "\(name) に値がありません", en: "there is no \(name)",
        helpJa: name == "x"
          ? "順伝播する入力を x = np.array([0.3, 0.7]) のように決めてください。"
          : "比べる目標出力を d = np.array([1.0]) のように決めてください。",
        helpEn: name == "x"
          ? "give the functions an input: x = np.array([0.3, 0.7])."
          : "give the functions a target: d = np.array([1.0]).")
    case .noArgument(let name, let function, let role):
      return Wording(
        ja: "\(function) の引数 \(name) に渡すものがわかりません",
        en: "nothing is known to pass for \(name) of \(function)",
        help: role.help(onArgument: name))
    case .noOutput(let function, let found):
      return Wording(
        ja: "\(function) は出力 y を返しませんでした (返り値の型: \(found))",
        en: "\(function) returned no output y (it returned a value of type \(found))",
        helpJa: "順伝播の関数は y を含む return で終わります。例: return z1, y",
        helpEn: "a forward function ends with a return that has y in it: return z1, y.")
    case .outputShape(let output, let target):
      return Wording(
        ja: "出力 y の形は \(ArrayFormat.tuple(output))、d の形は \(ArrayFormat.tuple(target)) で、比べられません",
        en:
          "the output y has shape \(ArrayFormat.tuple(output)) and d \(ArrayFormat.tuple(target)): they cannot be compared",
        helpJa: "y と d の要素の数をそろえるか、d をサンプルごとの正解の番号にしてください。",
        helpEn: "they need as many elements, or d one class number per sample.")
    case .noGradients(let function, let found, let names):
      let first = names.prefix(2).map { "grad['\($0)']" }.joined(separator: ", ")
      return Wording(
        ja: "\(function) は勾配を返しませんでした (返り値の型: \(found))",
        en: "\(function) returned no gradients (it returned a value of type \(found))",
        helpJa: "勾配は重みと同じ名前で辞書に入れて返します: \(first) …、最後に return grad",
        helpEn:
          "put them into a dictionary by the names of the weights, \(first) …, and return grad.")
    case .lossValue(let function, let found):
      return Wording(
        ja: "\(function)(d, y) は一つの数ではなく \(found) でした",
        en: "\(function)(d, y) is no single number but of type \(found)",
        helpJa: "誤差はバッチ全体で一つの数です。np.sum か np.mean でまとめてください。",
        helpEn: "a loss is one number for the whole batch: add it up with np.sum or np.mean.")
    }
  }
}

extension FunctionCheckError.Role {
  /// What to try where the function is missing.
  fileprivate func help(known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    switch self {
    case .loss:
      return LocalizedText(
        ja: "loss= には mse、ce、bce、functions.… か自分の関数の名前を書きます\(list.isEmpty ? "" : " (\(list))")。",
        en:
          "loss= takes mse, ce, bce, functions.… or a function of yours\(list.isEmpty ? "" : ": \(list)")."
      )
    case .forward, .backward:
      guard list.isEmpty else {
        return LocalizedText(
          ja: "定義されている関数: \(list)。順に順伝播、逆伝播の関数を書いてください。",
          en:
            "your functions: \(list). Name the one that runs forward, then the one that runs back.")
      }
      return LocalizedText(
        ja: "先に def forward(network, x): … と def backward(x, d, z1, y): … を定義 (貼り付け) してください。",
        en:
          "define (or paste) def forward(network, x): … and def backward(x, d, z1, y): … first.")
    }
  }

  /// What to try where nothing is known to pass for a parameter.
  fileprivate func help(onArgument name: String) -> LocalizedText {
    switch self {
    case .forward:
      LocalizedText(
        ja: "先に書くのが順伝播の関数で、network、x と、値のある変数が同じ名前で渡されます。",
        en:
          "the forward function is named first; it gets network, x and what has a value by the same name."
      )
    case .backward:
      LocalizedText(
        ja: "backward には network、x、d と forward が返した値が名前で渡されます。forward の return に \(name) を加えてください。",
        en:
          "backward gets network, x, d and what forward returns, by name: let forward return \(name), too."
      )
    case .loss:
      LocalizedText(
        ja: "誤差の関数の引数は d と y です。", en: "a loss is called with d and y.")
    }
  }
}
