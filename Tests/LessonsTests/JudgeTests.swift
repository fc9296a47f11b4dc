import Foundation
import LinearAlgebra
import Localization
import NumPyLanguage
import SourceText
import Testing

@testable import Lessons

@Suite("The judge")
struct JudgeTests {
  private static let lesson: LessonScript? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Answers/kinds.nn")
    return (try? Data(contentsOf: file)).flatMap {
      LessonScript.read(Array($0), path: "kinds.nn").script
    }
  }()

  private func question(_ id: String) throws -> Question {
    try #require(Self.lesson?.questions.first { $0.id == id })
  }

  /// A question in a script, with the parts that every question needs.
  private func question(_ kind: String, _ parts: String) -> Question {
    script(
      """
      @step s
      @ask q \(kind)
      @prompt ja あ
      @prompt en a
      \(parts)
      @hint ja 一
      @hint en 1
      @hint ja 二
      @hint en 2
      @why ja あ
      @why en a
      @end
      """
    ).questions[0]
  }

  // MARK: Seeds

  @Test("the same seed gives the same numbers and judgements, other seeds others")
  func seeds() throws {
    let question = try question("by-hand")
    var prompts: Set<String> = []
    for seed in 0..<40 as Range<UInt32> {
      let judge = Judge(seed: seed)
      let shown = judge.presented(question)
      #expect(shown == judge.presented(question))
      #expect(!shown.prompt.en.contains("{") && !shown.hints[1].ja.contains("{"))
      prompts.insert(shown.prompt.en)
      let number = try #require(shown.prompt.en.firstMatch(of: /x = (\d)/).flatMap { Int($0.1) })
      #expect(judge.judge("\(Double(number) / 2 - 1)", to: question).verdict == .right)
      #expect(judge.judge("\(Double(number) / 2)", to: question).feedback == .slip(.missingBias))
      #expect(judge.judge("99", to: question).verdict == .wrong)
    }
    #expect(prompts.count == 6)
  }

  @Test("braces that name nothing stay, and are reported")
  func placeholders() {
    let asked = question(
      "number",
      "@given a: () integer 3..3\n@key a\n@wrong 4 => own\n"
        + "@feedback own ja {a} {b} {} {1} {\n@feedback own en {a}")
    let shown = Judge(seed: 1).presented(asked)
    #expect(shown.feedback["own"]?.ja == "3 {b} {} {1} {")
    guard case .own("own", let told)? = Judge(seed: 1).judge("4", to: asked).feedback else {
      Issue.record("no feedback of its own")
      return
    }
    #expect(told.ja == "3 {b} {} {1} {")
    let problems = QuestionProof.findings(in: asked).map(\.problem)
    guard problems.count == 1, case .unknownPlaceholder("b") = problems[0] else {
      Issue.record("\(problems)")
      return
    }
  }

  // MARK: Evidence

  @Test("the lines of a counter-example show what they say")
  func counterExamples() throws {
    var examples = 0
    for answer in JudgingTableTests.answers where answer.verdict == .wrong {
      let question = try question(answer.question)
      let judgement = Judge(seed: 5).judge(answer.answer, to: question)
      for case .counterExample(let lines, let expected, let found) in judgement.evidence
      where question.kind == .formula {
        examples += 1
        let program = AnswerProgram(lines.joined(separator: "\n"))
        let runner = ProgramRunner()
        runner.reset([])
        let value = runner.run(program, result: question.settings.result).value
        #expect(value == found && value != nil, "\(answer.answer): \(lines)")
        #expect(value.map { !Comparison.standard.agree($0, expected) } ?? false, "\(lines)")
        #expect(lines.joined().count < 400)
      }
    }
    #expect(examples > 20)
  }

  @Test("a missing bias is shown with one input, one unit and small numbers")
  func smallExample() throws {
    let judgement = Judge(seed: 1).judge("np.dot(x, W)", to: try question("total-input"))
    let lines = judgement.evidence.compactMap { evidence -> [String]? in
      if case .counterExample(let lines, _, _) = evidence { lines } else { nil }
    }
    #expect(
      lines == [["x = np.array([1.]); W = np.array([[1.]]); b = np.array([1.]); np.dot(x, W)"]])
    guard case .element(let index, _, _) = judgement.evidence[0] else {
      Issue.record("\(judgement.evidence)")
      return
    }
    #expect(index.count == 1)
  }

  @Test("what only the key's function computes on its way is not among the lines to paste")
  func localNames() {
    let question = question(
      "code call=f",
      """
      @given x: ()
      @key
      def f(x):
          u1 = x + 1
          return u1 * W1
      @case f(x)
      @wrong => factor
      def f(x):
          return 2 * (x + 1) * W1
      """)
    let context = QuestionContext(values: ["u1": ArrayValue(5), "W1": ArrayValue(3)])
    let judgement = Judge(seed: 1).judge("def f(x):\n    return x", to: question, in: context)
    let lines = judgement.evidence.flatMap { evidence -> [String] in
      if case .counterExample(let lines, _, _) = evidence { lines } else { [] }
    }
    #expect(lines.contains { $0.contains("W1 = 3.") })
    #expect(!lines.isEmpty && !lines.contains { $0.contains("u1 =") })
  }

  @Test("parameters, the variables of loops and pairs are a function's own")
  func boundNames() {
    let program = AnswerProgram(
      """
      def f(x, lr=step):
          for i, (a, b) in enumerate(zip(x, d)):
              z1, network['y'] = g(a), w[k]
              u.v, t = 1, 2
              (p, q) = c
              s += h
          return z1
      """)
    let bound = Set(["x", "lr", "i", "a", "b", "z1", "t", "p", "q", "s"])
    #expect(bound.isSubset(of: program.assignedNames))
    for name in ["d", "w", "k", "c", "h", "g", "f", "y", "v"] {
      #expect(!program.isLocal(name), "\(name)")
    }
  }

  @Test("what a formula gives a value itself is not among the lines to paste")
  func ownTargets() {
    let question = question(
      "formula result=y", "@given x: ()\n@key y = 2 * x + 1\n@wrong 2 * x => missing-term")
    let context = QuestionContext(values: ["y": ArrayValue(5), "x": ArrayValue(3)])
    for answer in ["2 * x", "y = 2 * x"] {
      let judgement = Judge(seed: 1).judge(answer, to: question, in: context)
      let lines = judgement.evidence.flatMap { evidence -> [String] in
        if case .counterExample(let lines, _, _) = evidence { lines } else { [] }
      }
      #expect(lines == ["x = 1.; \(answer)"])
    }
    // A variable of the question that is changed is needed, though.
    let step = self.question(
      "formula result=w", "@given w: (); g: ()\n@key w = w - 2 * g\n@wrong w - g => factor")
    let judgement = Judge(seed: 1).judge("w = w - g", to: step)
    guard case .counterExample(let lines, _, _)? = judgement.evidence.last else {
      Issue.record("\(judgement.evidence)")
      return
    }
    #expect(lines == ["w = 1.; g = 1.; w = w - g"])
  }

  @Test("what the question knows as wrong is not called a rounded answer, and neither is 0")
  func roundedOrWrong() {
    let question = question(
      "number", "@key -0.4\n@wrong -0.5 => own\n@feedback own ja あ\n@feedback own en a")
    let judge = Judge(seed: 1)
    #expect(judge.judge("0", to: question).verdict == .wrong)
    #expect(judge.judge("-0.5", to: question).verdict == .wrong)
    let third = self.question("number", "@key 1 / 3\n@wrong 0.3 => factor")
    #expect(judge.judge("0.3", to: third).verdict == .wrong)
    #expect(judge.judge("0.33", to: third).verdict == .partial)
    #expect(judge.judge("0.333", to: third).verdict == .right)
    #expect(judge.judge("約 ０．３３３", to: third).verdict == .right)
  }

  @Test(
    "a number may be said with the words around it",
    arguments: [
      ("3番", "3"), ("３ 番目です。", nil), ("約 4.13", "4.13"), ("1200 回", "1200"), ("about 0.5", "0.5"),
      ("1200 updates", "1200"), ("≒ -2.5 です", "-2.5"), ("3.", nil), ("3", nil), ("-0.5", nil),
      ("3 x", nil), ("2 less", nil), ("2 * 3 個", nil), ("個", nil), ("", nil), ("1e5 回", nil),
      ("= 7", "7"),
      ("3 分の 1 です", "1 / 3"), ("分の 1", nil),
    ] as [(String, String?)])
  func numberInWords(_ answer: String, _ number: String?) {
    #expect(NumberInWords.number(in: answer) == number)
    if let number {
      let judgement = Judge(seed: 1).judge(
        answer, to: question("number", "@key \(number)\n@wrong 99 => sign"))
      #expect(judgement.verdict == .right && judgement.readings.count == 1)
    }
  }

  @Test("only infinity is infinity")
  func infinity() {
    for comparison in [Comparison.standard, Comparison(tolerance: .relative(0.01))] {
      #expect(!comparison.agree(1, .infinity) && !comparison.agree(.infinity, 1))
      #expect(!comparison.agree(-.infinity, .infinity) && comparison.agree(.infinity, .infinity))
      #expect(!comparison.agree(.nan, .infinity) && comparison.agree(.nan, .nan))
    }
    let question = question("formula", "@given d: (2,)\n@key -np.log(0 * d)\n@wrong d => sign")
    #expect(Judge(seed: 1).judge("d", to: question).verdict == .wrong)
    #expect(Judge(seed: 1).judge("d * 0 + np.inf", to: question).verdict == .right)
  }

  @Test("a wrong answer that the question knows is known when it is rounded, too")
  func roundedSlip() {
    let question = question(
      "number within=0.001", "@key 0.971125\n@wrong 1.94225 => factor\n@wrong 3.8845 => sign")
    let judge = Judge(seed: 1)
    #expect(judge.judge("1.94", to: question).feedback == .slip(.factor))
    #expect(judge.judge("3.88", to: question).feedback == .slip(.sign))
    #expect(judge.judge("2", to: question).feedback == nil)
    #expect(judge.judge("1.93", to: question).feedback == nil)
    #expect(judge.judge("0.971", to: question).verdict == .right)
    #expect(judge.judge("0.97", to: question).feedback == .slip(.rounded))
    #expect(judge.judge("1", to: question).verdict == .wrong)
    #expect(judge.judge("1.0", to: question).feedback == .slip(.rounded))
    #expect(judge.judge("97%", to: question).feedback == .slip(.rounded))
    #expect(judge.judge("97.1 %", to: question).verdict == .right)
    #expect(judge.judge("194%", to: question).feedback == .slip(.factor))
  }

  @Test(
    "who does not know is helped, whatever the kind of question",
    arguments: ["わからない", "分かりません。", "I don't know", "i don’t know!", "idk", "Not sure..."])
  func noIdea(_ answer: String) throws {
    for question in try #require(Self.lesson).questions {
      let judgement = Judge(seed: 1).judge(answer, to: question)
      guard judgement.verdict == .invalid, case .noIdea? = judgement.error else {
        Issue.record("\(question.id): \(judgement)")
        return
      }
    }
    #expect(!NoIdea.isSaid(by: "不明な値") && !NoIdea.isSaid(by: "x") && !NoIdea.isSaid(by: ""))
  }

  @Test(
    "words where a number is asked for are said to be words",
    arguments: ["ゼロ", "0 だと思う", "重みをかける", "one and a half", "it's zero"])
  func proseForNumber(_ answer: String) {
    let judgement = Judge(seed: 1).judge(answer, to: question("number", "@key 2\n@wrong 3 => sign"))
    guard judgement.verdict == .invalid, case .notANumber(answer)? = judgement.error else {
      Issue.record("\(judgement)")
      return
    }
  }

  @Test("a slip of the pen in a formula for a number stays an error of the language")
  func slipForNumber() {
    for answer in ["2 *", "2x", "zero", "2 + y3"] {
      let judgement = Judge(seed: 1)
        .judge(answer, to: question("number", "@key 2\n@wrong 3 => sign"))
      guard case .language? = judgement.error else {
        Issue.record("\(answer): \(judgement)")
        return
      }
    }
  }

  @Test("a number's solution shows the numbers that the learner was shown")
  func solutionWithNumbers() {
    let asked = question(
      "number",
      "@given a: () integer 3..3; c: () integer -2..-2\n@key 2 * a - c + abs(a)\n@wrong a => sign")
    #expect(Judge(seed: 1).presented(asked).solution == "2 * 3 - (-2) + abs(3) = 11")
  }

  @Test("what a case does not find in the dictionary of a function is missing, not misspelt")
  func missingKey() {
    let question = question(
      "code call=f",
      """
      @given x: ()
      @key
      def f(x):
          return {'a': x, 'b': 2 * x}
      @case f(x)['a']
      @case f(x)['b'] => second
      @wrong => second
      def f(x):
          return {'a': x}
      @feedback second ja あ
      @feedback second en a
      """)
    let judge = Judge(seed: 1)
    let missing = judge.judge("def f(x):\n    return {'a': 1 * x}", to: question)
    #expect(missing.verdict == .wrong && missing.feedback?.id == "second")
    guard case .failure(let error, _)? = missing.evidence.dropFirst().first else {
      Issue.record("\(missing.evidence)")
      return
    }
    #expect(error.kind == .keyError)
    // A key that the answer itself looks up and that is not there is misspelt.
    let misspelt = judge.judge(
      "def f(x):\n    d = {'a': x}\n    return {'a': d['A'], 'b': x}", to: question)
    #expect(misspelt.verdict == .invalid)
  }

  @Test("a function without return is told so, and no numbers are shown for it")
  func missingReturn() {
    let question = question(
      "code call=f",
      "@given x: ()\n@key\ndef f(x):\n    return 2 * x\n@case f(x)\n"
        + "@wrong => factor\ndef f(x):\n    return x")
    let judgement = Judge(seed: 1).judge("def f(x):\n    y = 2 * x", to: question)
    #expect(judgement.verdict == .wrong && judgement.evidence.count == 2)
    guard case .type(_, "None")? = judgement.evidence.last else {
      Issue.record("\(judgement.evidence)")
      return
    }
  }

  @Test("texts that differ are shown, both of them")
  func differentTexts() {
    let question = question(
      "code call=f",
      """
      @key
      def f(x):
          return 'two'
      @case f(1)
      @wrong => factor
      def f(x):
          return 'three'
      """)
    let judgement = Judge(seed: 1).judge("def f(x):\n    return 'one'", to: question)
    guard case .type("'two'", "'one'")? = judgement.evidence.dropFirst().first else {
      Issue.record("\(judgement.evidence)")
      return
    }
  }

  @Test("an answer that stops tells the shapes of its variables")
  func failures() throws {
    let judgement = Judge(seed: 1).judge("np.dot(W, x) + b", to: try question("fixed-layout"))
    guard case .failure(let error, let shapes) = judgement.evidence[0] else {
      Issue.record("\(judgement.evidence)")
      return
    }
    #expect(error.kind == .valueError)
    #expect(shapes.map(\.name) == ["W", "x", "b"])
    #expect(shapes[0].sizes == ["inputs", "units"])
    #expect(
      judgement.evidence.contains { if case .otherLayout(["W"]) = $0 { true } else { false } })
  }

  @Test("factors are named by the size that they are")
  func factors() throws {
    func ratios(_ answer: String, _ id: String) throws -> [String] {
      Judge(seed: 2).judge(answer, to: try question(id)).evidence.compactMap {
        if case .ratio(let ratio, let size, let isInverse) = $0 {
          "\(isInverse ? "1/" : "")\(size ?? "\(ratio)")"
        } else {
          nil
        }
      }
    }
    #expect(try ratios("-np.sum(d * np.log(y))", "cross-entropy") == ["samples"])
    #expect(try ratios("-np.mean(d * np.log(y))", "cross-entropy") == ["1/classes"])
    #expect(try ratios("np.mean((d - y) ** 2)", "squared-error") == ["2.0"])
    #expect(try ratios("np.dot(z1.T, delta2) / len(z1)", "gradient-w2") == ["1/samples"])
  }

  // MARK: Slips

  @Test(
    "a slip put into a key is never accepted, unless it changes no value",
    arguments: [
      "total-input", "fixed-layout", "delta1", "gradient-w2", "cross-entropy", "squared-error",
      "update",
    ])
  func mutations(_ id: String) throws {
    let question = try question(id)
    let bench = AnswerBench(
      question, in: QuestionContext(), seed: 77, trials: 12, runner: ProgramRunner())
    let key = AnswerProgram(question.key.text)
    let expected = bench.trials.map { bench.run(key, on: $0) }
    let mutations = KeyMutation.all(of: key, variables: bench.variables)
    #expect(mutations.count > 8)
    #expect(Set(mutations.map(\.text)).count == mutations.count)
    for mutation in mutations {
      let runs = bench.trials.map { bench.run(AnswerProgram(mutation.text), on: $0) }
      let isSame = zip(runs, expected).allSatisfy { run, key in
        guard let left = run.value, let right = key.value else { return false }
        return bench.comparison.agree(left, right)
      }
      let judgement = Judge(seed: 9).judge(mutation.text, to: question)
      #expect((judgement.verdict == .right) == isSame, "\(mutation.text): \(judgement.verdict)")
    }
  }

  // MARK: Strangers

  @Test(
    "an answer that would not end, or would eat the memory, is no answer",
    arguments: [
      "while True: pass", "u = [i for i in range(10**12)]", "u = 'a' * 10**12",
      "def f(n): return f(n + 1)\nu = f(0)", "u = np.zeros((10**6, 10**6))",
      "try:\n    while True: pass\nexcept:\n    pass\nwhile True: pass",
      String(repeating: "(", count: 100_000), String(repeating: "u = 1\n", count: 20_000),
      "import os", "open('/etc/passwd')", "__import__('os')", "u = 10**10**10", "\u{0}",
      "u = \u{1B}[2J", "u = np.sort(np.random.rand(10**8))", "u = np.arange(0, 1, 1e-7)",
      "u = np.concatenate([np.ones(10**6)] * 3)", "u = np.repeat(np.ones(10**4), 300)",
      "u = np.outer(np.ones(1500), np.ones(1500))", "u = ('a' * 10**6).replace('a', 'aaaa')",
    ])
  func bombs(_ answer: String) throws {
    for id in ["total-input", "softmax", "by-hand"] {
      let judgement = Judge(seed: 1).judge(answer, to: try question(id))
      #expect(judgement.verdict == .invalid, "\(id): \(judgement)")
      #expect(judgement.error != nil)
    }
  }

  @Test("an answer of a megabyte is no answer, whatever it asks for")
  func longAnswers() throws {
    for piece in ["a", "1 ", "x1 + ", "1-999,", "2x a ", "①=a "] {
      let answer = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
      for question in Self.lesson?.questions ?? [] {
        #expect(Judge(seed: 1).judge(answer, to: question).verdict == .invalid)
        let shorter = String(answer.prefix(4000))
        _ = Judge(seed: 1, trials: 2).judge(shorter, to: question)
      }
    }
  }

  @Test(
    "when its time is over, not even the next run of an answer begins",
    arguments: ["np.ones((300, 300)) @ np.ones((300, 300))", "np.sort(np.ones(100000))", "x"])
  func timeIsOver(_ answer: String) throws {
    var isOver = false
    var asked = 0
    let judge = Judge(
      seed: 1,
      shouldStop: {
        asked += isOver ? 1 : 0
        return isOver
      })
    let material = judge.material(try question("total-input"), QuestionContext())
    let judging = material.question.kind.rules.judge(of: material)
    isOver = true
    let judgement = judging.judge(answer, explains: true)
    #expect(judgement.verdict == .invalid)
    guard case .stopped? = judgement.error else {
      Issue.record("\(judgement)")
      return
    }
    #expect(asked == 1)
  }

  @Test("an interruption ends judging")
  func interruption() throws {
    let judge = Judge(seed: 1, shouldStop: { true })
    let answer = "u = 0\nfor i in range(10000): u += i"
    let judgement = judge.judge(answer, to: try question("total-input"))
    #expect(judgement.verdict == .invalid)
  }

  @Test("whatever is typed, judging ends with a verdict that fits")
  func noise() throws {
    let pieces = [
      "u", "=", "np.dot", "(", ")", "x", "W", "b", "+", "1", "2-3", "a", "c", ",", "\n", " ", "①",
      "'", "def f(x):", "return", "@", "[", "]", "線形", "。", "3", "layers", "#", "0.5", "if", "**",
    ]
    var random = NumPyRandom(seed: 11)
    for _ in 0..<40 {
      let count = random.integer(from: 0, through: 12)
      let text = (0..<count).map { _ in pieces[random.integer(from: 0, through: pieces.count - 1)] }
        .joined()
      for question in Self.lesson?.questions ?? [] {
        let judgement = Judge(seed: 1, trials: 4).judge(text, to: question)
        #expect((judgement.error != nil) == (judgement.verdict == .invalid), "\(text)")
      }
    }
  }

  // MARK: The console's values

  @Test("keys and answers see the values of the console")
  func context() {
    let asked = question(
      "number", "@key np.dot(np.array([1., 2.]), W1)[0] + b1[0]\n@wrong 0 => sign")
    let context = QuestionContext(values: [
      "W1": ArrayValue(shape: [2, 1], elements: [3, 4]),
      "b1": ArrayValue(shape: [1], elements: [5]),
      "grad.W1": ArrayValue(shape: [2, 1], elements: [1, 1]), "loss": ArrayValue(0.5),
    ])
    let judge = Judge(seed: 1)
    #expect(judge.judge("16", to: asked, in: context).verdict == .right)
    #expect(judge.judge("W1[0,0] + 2 * W1[1,0] + b1[0]", to: asked, in: context).verdict == .right)
    #expect(judge.judge("16", to: asked).verdict == .invalid)
    let gradient = question("formula", "@key -0.1 * grad['W1']\n@wrong 0.1 * grad['W1'] => sign")
    #expect(judge.judge("grad['W1'] * -0.1", to: gradient, in: context).verdict == .right)
    #expect(judge.judge("grad['W1'] / 10", to: gradient, in: context).feedback == .slip(.sign))
    #expect(QuestionProof.findings(in: gradient, context: context).isEmpty)
  }

  @Test("a network may be built instead of written")
  func builtNetwork() throws {
    let asked = try question("draw")
    let judge = Judge(seed: 1)
    let right = QuestionContext(network: NetworkPlan(reading: "2-3-3-1"))
    let wrong = QuestionContext(network: NetworkPlan(reading: "2-3-1"))
    #expect(judge.judge("", to: asked, in: right).verdict == .right)
    #expect(judge.judge("", to: asked, in: wrong).feedback?.id == "one-hidden-layer")
    #expect(judge.judge("", to: asked).verdict == .invalid)
    let plan = try #require(NetworkPlan(reading: "2-3-3-1"))
    #expect((plan.weightCount, plan.biasCount) == (18, 7))
  }

  // MARK: Proofs

  /// What a proof finds, in short.
  private func findings(_ question: Question) -> [String] {
    QuestionProof.findings(in: question).map { finding in
      switch finding.problem {
      case .keyFails: "key fails"
      case .keyRejected: "key rejected"
      case .otherVerdict(let sample, let judgement):
        "\(sample.role) \(sample.text) is \(judgement.verdict)"
      case .otherFeedback(let sample, let judgement):
        "\(sample.text) gets \(judgement.feedback?.id ?? "nothing")"
      case .startPasses: "start passes"
      case .unknownPlaceholder(let name): "no \(name)"
      }
    }
  }

  @Test("a proof finds whatever a question promises and does not keep")
  func proofs() {
    #expect(findings(question("number", "@key 1 +\n@wrong 2 => sign")) == ["key fails"])
    #expect(findings(question("number", "@key y\n@wrong 2 => sign")) == ["key fails"])
    #expect(
      findings(question("number", "@key 2\n@wrong 2.0 => sign\n@accept 3\n@wrong x => sign"))
        == ["wrong 2.0 is right", "wrong x is invalid"])
    #expect(
      findings(
        question(
          "number",
          "@key 2\n@wrong 3 => own\n@wrong 3.0 => sign\n"
            + "@feedback own ja あ\n@feedback own en a")) == ["3.0 gets own"])
    #expect(
      findings(
        question("formula", "@given x: (n,)\n@key x * 2\n@wrong x + x => sign\n@start\nx * 2"))
        == ["wrong x + x is right", "start passes"])
    #expect(
      findings(question("formula property=linear", "@key x + 1\n@wrong 2 * x => sign"))
        == ["key rejected", "wrong 2 * x is right"])
    #expect(
      findings(
        question("text", "@idea a ja あ\n@idea a en yes\n@key ja い\n@key en yes\n@wrong no => a"))
        == ["key rejected"])
    #expect(findings(question("lines", "@listing\nx = 1\ny = 2\n@key 1\n@wrong 2 => sign")) == [])
  }
}
