import Foundation
import NumPyLanguage
import Testing

@Suite("Programs do what Python with NumPy does")
struct ProgramCaseTests {
  /// A program, what it prints and the error that ends it (the scripts in `Generators` write them).
  struct Case: Decodable, CustomTestStringConvertible {
    var name: String
    var code: String
    var output: String
    var error: String
    var testDescription: String { name }
  }

  static let cases = ["ProgramCases.json", "LendingCases.json"].flatMap(cases)

  private static func cases(_ file: String) -> [Case] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
    return (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: url))) ?? []
  }

  @Test func hasManyCases() {
    #expect(Self.cases.count >= 300)
  }

  @Test(arguments: cases)
  func runs(_ expected: Case) {
    var output = ""
    let interpreter = Interpreter(output: { output += $0 })
    var found = ""
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: expected.name, text: expected.code))
    } catch {
      found = "\(error.kind.rawValue): \(error.message)"
    }
    // Of mistakes in the text, Python's kind is asked for; its wording changes with each version.
    if expected.name.hasPrefix("syntax") { found = String(found.prefix { $0 != ":" }) }
    #expect(found == expected.error)
    #expect(isSame(output, expected.output), "printed:\n\(output)\nexpected:\n\(expected.output)")
  }

  /// Whether two texts are the same up to the last digits of numbers: NumPy's vectorised `exp` and
  /// BLAS round in their own ways.
  private func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let number = /[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?/
    if left.replacing(number, with: "#") != right.replacing(number, with: "#") { return false }
    return zip(left.matches(of: number), right.matches(of: number)).allSatisfy {
      guard let a = Double($0.output), let b = Double($1.output) else { return false }
      return a == b || (a - b).magnitude <= 1e-12 + 1e-12 * b.magnitude
    }
  }
}
