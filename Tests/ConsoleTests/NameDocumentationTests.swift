import Localization
import NumPyLanguage
import TerminalGraphics
import Testing

@testable import Console

@Suite("Documentation of names")
struct NameDocumentationTests {
  /// An interpreter with a value of each type that has attributes, under its type's name.
  private func interpreter() throws -> Interpreter {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(
      SourceUnit(
        name: "names",
        text: """
          import sys, os, warnings
          values = np.zeros(3), [1], (1,), {'a': 1}, {1}, 'a', 1, 1.5, range(3), np.zeros(3).dtype
          ndarray_, list_, tuple_, dict_, set_, str_, int_, float_, range_, dtype_ = values
          """))
    return interpreter
  }

  /// The names that the interpreter offers below an owner.
  private func offered(_ owner: String, _ interpreter: Interpreter) -> Set<String> {
    Set(interpreter.completions(of: owner + ".").completions.map(\.text))
  }

  @Test(arguments: [
    ("np", ["random", "linalg"]), ("np.random", []), ("np.linalg", []), ("functions", []),
    ("plt", []), ("math", []), ("time", []), ("sys", []), ("os", ["path"]), ("os.path", []),
    ("warnings", []),
  ])
  func everyNameOfAModuleHasAnEntry(_ module: String, _ inner: [String]) throws {
    let offered = try offered(module, interpreter())
    #expect(Set(NameDocumentation.names(under: module)) == offered.union(inner))
  }

  @Test(arguments: [
    "ndarray", "list", "tuple", "dict", "set", "str", "int", "float", "range", "dtype",
  ])
  func everyAttributeOfATypeHasAnEntry(_ type: String) throws {
    let offered = try offered(type + "_", interpreter())
    #expect(Set(NameDocumentation.names(under: type)) == offered)
  }

  @Test func everyNameThatNeedsNoImportHasAnEntry() throws {
    let names = Interpreter(output: { _ in }).knownNames.filter { !$0.hasPrefix("__") }
    // A program imports these before it can name them.
    let imported = ["os", "sys", "warnings"]
    #expect(
      NameDocumentation.names(under: "") == Set(names + imported).subtracting(["numpy"]).sorted())
    #expect(NameDocumentation.entry(for: "numpy") == NameDocumentation.entry(for: "np"))
  }

  @Test func everyNameHasOneEntry() {
    let names = NameDocumentation.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: NameDocumentation.all)
  func exampleGivesItsResult(_ entry: NameDocumentation) {
    #expect(answer(to: entry.example) == entry.result)
  }

  /// What a prompt that is new answers to lines.
  private func answer(to lines: String) -> String {
    var text = ""
    let interpreter = Interpreter(output: { text += $0 })
    do throws(PythonError) {
      var values: [Value] = []
      try interpreter.execute(SourceUnit(name: "example", text: lines)) { values.append($0) }
      for value in values { text += try interpreter.display(value) + "\n" }
    } catch {
      let message = error.message.isEmpty ? "" : ": " + error.message
      text += error.kind.rawValue + message
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  @Test(arguments: ["np.absolute", "np.concat", "functions.step", "np.random.random_sample"])
  func aliasIsWrittenUnderItsOwnName(_ name: String) throws {
    let entry = try #require(NameDocumentation.entry(for: name))
    #expect(entry.name == name)
    #expect(entry.usage.hasPrefix(name + "("))
    #expect(entry.example.contains(name + "("))
    #expect(answer(to: entry.example) == entry.result)
  }

  @Test func methodIsFoundByTheTypeOfAValue() {
    #expect(
      NameDocumentation.entry(for: "reshape", ofType: "numpy.ndarray")?.name == "ndarray.reshape")
    #expect(NameDocumentation.entry(for: "item", ofType: "numpy.float64")?.name == "ndarray.item")
    #expect(NameDocumentation.entry(for: "append", ofType: "list")?.name == "list.append")
    #expect(NameDocumentation.entry(for: "reshape", ofType: "list") == nil)
    #expect(NameDocumentation.entry(for: "np.nothing") == nil)
  }

  @Test func moduleMayBeWrittenInFull() {
    #expect(NameDocumentation.entry(for: "numpy.dot")?.name == "np.dot")
    #expect(NameDocumentation.entry(for: "matplotlib.pyplot.plot")?.name == "plt.plot")
    #expect(NameDocumentation.names(under: "numpy") == NameDocumentation.names(under: "np"))
  }

  /// Room for a margin in a window of 80 columns.
  @Test(arguments: NameDocumentation.all)
  func noLineIsWide(_ entry: NameDocumentation) {
    let texts = [entry.usage, entry.shapes, entry.summary.ja, entry.summary.en, entry.result]
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      #expect(DisplayWidth.of(line) <= 74, "\(line)")
    }
    for line in entry.example.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= 70, "\(line)")
    }
  }

  @Test(arguments: NameDocumentation.all)
  func summaryIsOneSentenceInEachLanguage(_ entry: NameDocumentation) {
    #expect(!entry.summary.ja.contains("\n") && !entry.summary.en.contains("\n"))
    #expect(!entry.summary.ja.hasSuffix("。"))
    #expect(entry.summary.en.hasSuffix(".") || entry.summary.en.hasSuffix(":"))
    #expect(entry.summary.ja.unicodeScalars.contains { $0.value >= 0x3041 })
  }

  /// What stands between the brackets of a usage are names that the function takes.
  @Test func usageNamesTheParametersOfTheFunction() throws {
    let interpreter = try interpreter()
    for module in ["np", "np.random", "functions", "math"] {
      for member in interpreter.completions(of: module + ".").completions {
        guard let signature = member.signature, !signature.contains("*") else { continue }
        let entry = try #require(NameDocumentation.entry(for: "\(module).\(member.text)"))
        let taken = Set(parameters(signature))
        for name in parameters(String(entry.usage.dropFirst(entry.name.count + 1).dropLast())) {
          #expect(taken.contains(name), "\(entry.usage) of \(signature)")
        }
      }
    }
  }

  private func parameters(_ signature: String) -> [String] {
    let names = signature.split(separator: ",").map { part in
      String(part.prefix { $0 != "=" }.filter { $0 != " " })
    }
    return names.filter { !["", "…"].contains($0) }
  }
}
