import Foundation
import TestSupport
import Testing

@Suite("nnrepl answer and its like")
struct AnswerProcessTests {
  @Test(
    "answers come from the command line or from standard input, and the status tells the verdict")
  func answers() throws {
    try withTemporaryFolder { folder in
      let environment = ["NNREPL_LESSONS": folder]
      #expect(try nnrepl(["new-lesson", "mine"], environment: environment).status == 0)
      #expect(try nnrepl(["new-lesson", "mine"], environment: environment).status == 1)
      func answer(_ arguments: String..., input: String = "") throws -> Run {
        try nnrepl(["answer"] + arguments, input: input, environment: environment)
      }
      // The number of the seed stands in the exported page.
      let page = try nnrepl(
        ["lesson", "export", "mine", "--markdown"], environment: environment)
      let shown = try #require(page.output.firstMatch(of: /the inputs (\d) and 1/))
      let right = 0.5 * (Double(shown.1) ?? 0) + 3
      #expect(try answer("mine/by-hand", "\(right)").status == 0)
      #expect(try answer("mine", "\(right)").status == 0)
      #expect(try answer("mine", "-", input: "# my answer\n\(right)\n").status == 0)
      #expect(try answer("mine", "-1").status == 1)
      #expect(try answer("mine", "--", "-1").status == 1)
      #expect(try answer("mine", "one").status == 65)
      #expect(try answer("mine", "-", input: "").status == 65)
      #expect(try answer("mine/other", "1").status == 64)
      #expect(try answer("yours", "1").status == 64)
      #expect(try answer("mine").status == 64)
      let json = try answer("mine", "\(right - 1)", "--json", "--lang", "ja")
      #expect(json.status == 1)
      #expect(
        json.output.hasPrefix("{\"lesson\":\"mine\",\"question\":\"by-hand\",\"verdict\":\"wrong\"")
      )
      #expect(json.output.contains("\"slip\":\"missing-bias\""))
      #expect(json.output.contains("バイアス"))
    }
  }

  @Test("check --update mends a recorded value")
  func update() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/mine.nn"
      let environment = ["NNREPL_LESSONS": folder]
      #expect(try nnrepl(["new-lesson", "mine"], environment: environment).status == 0)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("u1 = [8]", with: "u1 = [9]")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try nnrepl(["check", file]).status == 1)
      #expect(try nnrepl(["check", "--update", file]).status == 0)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
  }
}
