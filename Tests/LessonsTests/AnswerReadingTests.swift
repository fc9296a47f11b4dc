import Testing

@testable import Lessons

@Suite("What an answer is read as")
struct AnswerReadingTests {
  @Test(
    "numbers may have words, units, brackets and other signs around them",
    arguments: [
      ("20", "20"), ("20個です", "20"), ("答えは 20", "20"), ("約20", "20"), ("20 cm", "20"),
      ("u = 20", "20"), ("u: 20", "20"), ("= 20", "20"), ("\"20\"", "20"), ("20。", "20"),
      ("20,", "20"), ("「20」", "20"), ("the answer is 20", "20"), ("-0.5", "-0.5"),
      ("1e-3", "1e-3"), ("7分の6", "6 / 7"), ("85.7%", "85.7 / 100"), ("9割", "9 / 10"), ("２０", "20"),
      ("[11. 30.]", "[11., 30.]"), ("11 30", "[11, 30]"), ("11、30", "[11, 30]"),
      ("11と30", "[11, 30]"), ("11 and 30", "[11, 30]"), ("(11, 30)", "[11, 30]"),
      ("[4 -3 0]", "[4, -3, 0]"), ("[0, 1, 0].", "[0, 1, 0]"), ("[20]", "[20]"),
      ("0.5·30 − 15", "0.5*30 - 15"), ("3・2", "3*2"), ("2^3", "2**3"),
    ])
  func numbers(_ answer: String, _ reading: String) {
    #expect(NumberReading(answer).text == reading)
  }

  @Test(
    "what is no number stays as it is",
    arguments: ["二十", "2x", "12 - 3", "a + 3", "[a + 3, 14]", "20 !", "007", "わからない"])
  func noNumbers(_ answer: String) {
    #expect(NumberReading(answer).text == answer)
    #expect(!NumberReading(answer).isWorthShowing)
  }

  @Test(
    "a reading is shown where more than brackets changed",
    arguments: [("11 30", false), ("[11. 30.]", false), ("20個", true), ("2^3", true), ("２０", true)])
  func shown(_ answer: String, _ isWorthShowing: Bool) {
    #expect(NumberReading(answer).isWorthShowing == isWorthShowing)
  }

  @Test(
    "marks around a whole answer are left out",
    arguments: [
      ("`x @ W`", "x @ W"), ("「x @ W」", "x @ W"), ("```python\nx @ W\n```", "x @ W"),
      (">>> u = x @ W\n... + b", "u = x @ W\n+ b"), ("x @ W。", "x @ W"), (" x @ W", "x @ W"),
      ("「a」と「b」", "[a]と[b]"), ("print(x @ W)", "x @ W"),
      ("print((x + 1) * (x - 1))", "(x + 1) * (x - 1)"),
      ("print(x, W)", "print(x, W)"), ("print(x) + print(W)", "print(x) + print(W)"),
      ("u = 1\nprint(u)", "u = 1\nprint(u)"),
    ])
  func marks(_ answer: String, _ text: String) {
    #expect(AnswerProgram(answer).text == text)
  }

  @Test(
    "an equation with one equals sign has a right side",
    arguments: [
      ("∂E/∂y = y - d", "y - d"), ("f(x) = 3 * x", "3 * x"), ("= 20", "20"), ("u := x", "x"),
      ("a == b", nil), ("a = b = c", nil), ("w -= 1", nil), ("x <= 1", nil), ("u =", nil),
      ("u = 1\nv", nil), ("np.sum(g, axis=0", nil),
    ] as [(String, String?)])
  func equations(_ text: String, _ right: String?) {
    #expect(EquationReading.rightSide(of: text) == right)
  }

  @Test(
    "names stand for variables of the same letter, never for other numbers",
    arguments: [
      ("W1", "W"), ("bias", "b"), ("重み", "W"), ("入力", "x"), ("X", "x"), ("u2", nil), ("二十", nil),
      ("u", "u1"), ("三", nil),
    ] as [(String, String?)])
  func names(_ name: String, _ variable: String?) {
    #expect(NameReading.variable(for: name, among: ["x", "W", "b", "u1", "_"]) == variable)
  }

  @Test("an infinity agrees with itself alone")
  func infinities() {
    let comparison = Comparison.standard
    #expect(comparison.agree(.infinity, .infinity) && comparison.agree(.nan, .nan))
    #expect(!comparison.agree(1, .infinity) && !comparison.agree(.infinity, 1))
    #expect(!comparison.agree(-.infinity, .infinity))
  }

  @Test("a program tells the parameters of its functions")
  func parameters() {
    let program = AnswerProgram("def f(x, W=1, *b):\n    u = x @ W\n    return u + c")
    #expect(program.parameters == ["x", "W", "b"])
    #expect(AnswerProgram("f(x, W)").parameters == [])
  }
}
