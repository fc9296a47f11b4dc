import LinearAlgebra
import Localization
import NeuralNetworks
import NumPyLanguage
import SourceText

/// `gradcheck`: whether backpropagation agrees with numeric gradients.
enum GradcheckCommand: Command {
  static let name = "gradcheck"
  static let group = CommandGroup.running
  static let usage = [
    "gradcheck [h=1e-4]", "gradcheck sweep", "gradcheck FORWARD BACKWARD [loss=NAME] [h=1e-4]",
  ]
  static let summary = LocalizedText(
    ja: "誤差逆伝播法の勾配を数値微分と比べます", en: "compare backpropagation with numeric gradients")
  static let explanation = LocalizedText(
    ja: """
      パラメータを一つずつ ±h ずらし、(E(w + h) − E(w − h)) / 2h を求めて ∂E/∂w と比べます。\
      いまの x と d を使い、なければデータの先頭 10 サンプルまでを使います。
      sweep は h を 1e-1 から 1e-12 まで変えて、誤差がどう変わるかを表にします: 大きい h では打ち切り誤差、\
      小さい h では丸め誤差が目立ちます。
      関数の名前を二つ書くと、自分で書いた順伝播と逆伝播を調べます。辞書 network の配列を動かし、x と d で\
      実行します。引数は名前で渡されます: network、x、d と forward が返した値 (z1、y …)。誤差は backward が\
      呼ぶ functions の関数からわかります。loss= なら mse、ce、bce か自分の関数です。合わないときは、どの誤りか\
      を探します。
      """,
    en: """
      It moves each parameter by ±h, takes (E(w + h) − E(w − h)) / 2h and compares that with ∂E/∂w, \
      on x and d or, without them, on up to 10 samples of the data.
      sweep tabulates the error against h from 1e-1 to 1e-12: with a large h truncation shows, with \
      a small one rounding.
      With the names of two functions it checks a forward and a backward pass of your own: it moves \
      the arrays of the dictionary network and runs them on x and d. They get their arguments by \
      name: network, x, d and what forward returned (z1, y …). The loss follows from what backward \
      calls of functions, or is loss=mse, ce, bce or a function of yours. Where they disagree, it \
      looks for the slip.
      """)
  static let example = [
    "layers 2 3:sigmoid 1 init=randn seed=1", "input [[1, 2], [0.5, -1]]", "target [[1], [0]]",
    "gradcheck", "gradcheck sweep",
    """
    def forward(network, x):
        z1 = functions.sigmoid(x @ network['W1'] + network['b1'])
        y = z1 @ network['W2'] + network['b2']
        return z1, y
    """,
    """
    def backward(x, d, z1, y):
        delta2 = functions.d_mean_squared_error(d, y)
        delta1 = delta2 @ network['W2'].T * functions.d_sigmoid(z1)
        return {
            'W2': z1.T @ delta2, 'b2': np.sum(delta2, axis=0),
            'W1': x.T @ delta1, 'b1': np.sum(delta1, axis=0)}
    """, "gradcheck forward backward",
  ]
  static let options = [
    CommandOption("h", ja: "ずらす幅 (省略時 1e-4)", en: "the step of the quotient (default 1e-4)"),
    CommandOption(
      "loss", ja: "自分の関数を調べるときの誤差", en: "the loss, for functions of your own",
      choices: Loss.allCases.map(\.rawValue)),
  ]
  static let completion = WordCompletion.functions(["sweep"])
  static let effect = CommandEffect.results

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let sweeps = arguments.take("sweep") != nil
    if !sweeps, !arguments.isEmpty {
      return try checkFunctions(&arguments, session: &session, environment: environment)
    }
    try arguments.finish()
    if let loss = arguments.option("loss") {
      throw ConsoleError(.missingArgument("FORWARD BACKWARD", usage: usage[2]), at: loss.range)
    }
    let h = try arguments.positive("h") ?? 1e-4
    let network = try session.state.network(for: name)
    let data = try session.state.samples(for: name, preferring: .inputAndTarget)
    try network.check(data: data)
    let count =
      session.state.input == nil || session.state.target == nil
      ? min(data.count, 10) : data.count
    let (input, target) = (data.inputs.rows(0..<count), data.targets.rows(0..<count))
    do {
      if sweeps {
        let rows = try GradientCheck.sweep(
          network, input: input, target: target, shouldStop: environment.isInterrupted)
        show(rows, environment.output)
      } else {
        let check = try GradientCheck.run(
          network, input: input, target: target, h: h, clock: environment.clock,
          shouldStop: environment.isInterrupted)
        session.state.keep(check)
        check.show(environment.output)
      }
    } catch {
      throw ConsoleError(.gradientCheck(error))
    }
  }

  // MARK: Functions of the learner's

  private static func checkFunctions(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let workspace = session.openWorkspace()
    let names = (try arguments.word("FORWARD"), arguments.next)
    let forward = try function(names.0, .forward, workspace)
    guard let last = names.1 else {
      throw ConsoleError(.missingArgument("BACKWARD", usage: usage[2]), at: arguments.end)
    }
    let backward = try function(arguments.word("BACKWARD"), .backward, workspace)
    if let extra = arguments.next {
      throw ConsoleError(.extraArgument(extra.text, usage: usage[2]), at: extra.range)
    }
    let result: FunctionCheck.Result
    do {
      result = try FunctionCheck.run(
        forward: forward, backward: backward,
        loss: try arguments.option("loss").map { word throws(ConsoleError) in
          try loss(word, workspace, environment)
        },
        h: try arguments.positive("h") ?? 1e-4, workspace: workspace, environment: environment)
    } catch {
      guard case .functionCheck(let reason) = error.reason, error.range == nil else { throw error }
      let isBackward = reason.role == .backward
      throw ConsoleError(error.reason, at: (isBackward ? last : names.0).range)
    }
    session.state.keep(result.check)
    environment.output(.line(result.loss.line, .plain))
    result.check.show(environment.output, extraNotes: result.notes)
    for line in SlipExplanation(result).lines { environment.output(.line(line, .note)) }
  }

  /// A function of the learner's by its name.
  private static func function(
    _ word: Word, _ role: FunctionCheckError.Role, _ workspace: Workspace
  ) throws(ConsoleError) -> FunctionObject {
    let value = workspace.interpreter[word.text]
    if case .function(let function)? = value { return function }
    throw unknownFunction(word, role, found: value, workspace, others: ["sweep"])
  }

  /// The loss that `loss=` names: a function of the learner's, one of `functions`, or a built-in
  /// one.
  private static func loss(
    _ word: Word, _ workspace: Workspace, _ environment: Environment
  ) throws(ConsoleError) -> CheckedLoss.Kind {
    let value = workspace.interpreter[word.text]
    if case .function? = value { return .function(value!, name: word.text) }
    if let loss = Loss(rawValue: word.text.lowercased()) { return .builtin(loss) }
    let parts = word.text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.allSatisfy({ $0.first?.isLetter == true && $0.allSatisfy(\.isIdentifierPart) }),
      let found = try? workspace.value(
        of: SourceUnit(name: "", text: word.text), environment: environment)
    {
      switch found {
      case .function, .native: return .function(found, name: word.text)
      default: throw unknownFunction(word, .loss, found: found, workspace, others: losses)
      }
    }
    throw unknownFunction(word, .loss, found: nil, workspace, others: losses)
  }

  private static let losses =
    Loss.allCases.map(\.rawValue) + [
      "functions.mean_squared_error", "functions.cross_entropy_error",
    ]

  private static func unknownFunction(
    _ word: Word, _ role: FunctionCheckError.Role, found: Value?, _ workspace: Workspace,
    others: [String]
  ) -> ConsoleError {
    let known = workspace.functionNames
    return ConsoleError(
      .functionCheck(
        .noFunction(
          word.text, role: role, found: found?.typeName, known: known,
          suggestions: Spelling.suggestions(for: word.text, among: known + others))),
      at: word.range)
  }

  // MARK: The sweep

  private static func show(_ rows: [GradientCheck.SweepRow], _ output: (Output) -> Void) {
    var table = OutputTable([
      .text(ja: "h", en: "h"), .text(ja: "最大の差", en: "largest difference"),
      .text(ja: "最大の相対誤差", en: "largest relative error"),
    ])
    let best = rows.min { $0.largestDifference < $1.largestDifference }
    for row in rows {
      table.rows.append([
        OutputTable.Cell(ArrayFormat.scientific(row.h, digits: 0)),
        OutputTable.Cell(
          ArrayFormat.scientific(row.largestDifference), row == best ? .good : .plain),
        OutputTable.Cell(ArrayFormat.scientific(row.largestRelativeError)),
      ])
    }
    output(.table(table))
    if let best, best.largestRelativeError > 1e-3 {
      output(
        .line(
          ja: "  どの h でも差が縮みません: 折れ点 (ReLU の 0) の上にいないか、gradcheck で確かめてください。",
          en: "  no h makes the difference small: is there a kink (a ReLU at 0)? gradcheck tells.",
          .note))
    }
    output(
      .line(
        ja: "  大きい h: 打ち切り誤差 (h² に比例)。小さい h: 丸め誤差 (1/h に比例)。",
        en: "  large h: truncation, growing as h²; small h: rounding, growing as 1/h.", .dim))
  }
}

extension Character {
  /// Whether it can stand in a name.
  fileprivate var isIdentifierPart: Bool { isLetter || isNumber || self == "_" }
}
