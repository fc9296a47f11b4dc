import Foundation
import TestSupport
import Testing

@Suite("nnrepl without a terminal")
struct ProcessTests {
  private static let layers = """
      layer  units  activation  W       b     parameters
      input      2
      1          1  identity    (2, 1)  (1,)           3
      loss: mean squared error · 3 parameters · rand, seed 1

    """

  @Test("runs lines from -c, a pipe and files alike, without prompt, banner or escapes")
  func lines() throws {
    let line = "layers 2 1 seed=1"
    let expected = Run(status: 0, output: Self.layers, errors: "")
    try withTemporaryFolder { folder in
      let file = folder + "/a.nn"
      try (line + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      for run in [
        try nnrepl(["-c", line]), try nnrepl([], input: line + "\n"), try nnrepl([], input: line),
        try nnrepl([], input: line + "\r\n"), try nnrepl([file]), try nnrepl(["run", file]),
      ] {
        #expect(run.output == expected.output)
        #expect(run.status == 0 && run.errors.isEmpty)
      }
    }
  }

  @Test("an error ends a pipe: place, line and caret on standard error, status 1")
  func errors() throws {
    let run = try nnrepl([], input: "layers 2 3 seed=1\nforward 1\nlayers 5 5\n")
    #expect(run.status == 1)
    #expect(!run.output.contains("(5, 5)"))
    #expect(
      run.errors == """
        <stdin>:2:9: error: the network takes 2 inputs (layers 2 3:identity), got 1
          forward 1
                  ^
          give one number per input; write several samples as [[…], […]].

        """)
  }

  @Test(
    "exit statuses",
    arguments: [
      (["--nonsense"], 64), (["-c", "show", "file.nn"], 64), (["--lang", "fr", "-c", "show"], 64),
      (["play"], 64), (["--help"], 0), (["--version"], 0), (["/nonexistent.nn"], 1),
      (["-c", ""], 0), (["-c", "quit\nforwrad"], 0), (["-c", "forwrad"], 1),
      (["replay", "nothing"], 1), (["check", "/nonexistent"], 1),
    ] as [([String], Int32)])
  func statuses(_ arguments: [String], _ expected: Int32) throws {
    let run = try nnrepl(arguments)
    #expect(run.status == expected, "\(run.errors)")
    #expect(run.errors.isEmpty == (expected == 0))
  }

  @Test("speaks the language that is asked for")
  func language() throws {
    let japanese = "ネットワークはまだありません (例: layers 3 5:relu 4:softmax)\n"
    let locale = ["LC_ALL": "", "LANG": "ja_JP.UTF-8"]
    let asked = try nnrepl(["--lang", "ja", "-c", "show"])
    #expect(asked.output == japanese)
    let fromLocale = try nnrepl(["-c", "show"], environment: locale)
    #expect(fromLocale.output == japanese)
    let english = try nnrepl(["--lang", "en", "-c", "show"], environment: locale)
    #expect(english.output.hasPrefix("there is no network yet"))
  }

  @Test("seeds make runs equal, and ASCII keeps to ASCII")
  func options() throws {
    let lines = "layers 2 3 1\nweights\nlayers 2 1\nweights"
    let first = try nnrepl(["--seed", "5", "-c", lines])
    let same = try nnrepl(["--seed", "5", "-c", lines])
    let other = try nnrepl(["--seed", "6", "-c", lines])
    #expect(first.output == same.output)
    #expect(first.output != other.output)
    let ascii = try nnrepl(["--ascii", "-c", "help train\nlayers 2 1\ninput 1 2\ntarget 1\nloss"])
    let beyond = ascii.output.unicodeScalars.filter { !$0.isASCII }
    #expect(beyond.isEmpty, "\(ascii.output)")
  }

  @Test("lessons: list, check, replay, play")
  func lessons() throws {
    let list = try nnrepl(["lessons"])
    #expect(list.status == 0 && list.output.contains("exercise-1"))
    let check = try nnrepl(["check", lessonsFolder])
    #expect(check.status == 0, "\(check.errors)")
    let replay = try nnrepl(["replay", "exercise-1"])
    #expect(replay.status == 0 && replay.output.contains("2.87283688"))
    let play = try nnrepl(
      ["play", "single-unit"],
      input: "\n1.1\nforward 1 1\n\n0\n\na\n\nskip\n\nfunctions.relu(x @ w + b)\n\n\n")
    #expect(play.status == 0, "\(play.errors)")
    #expect(play.output.contains("step 7 of 7"))
    let none = try nnrepl(["lessons"], environment: ["NNREPL_LESSONS": "/dev/null/lessons"])
    #expect(none.status == 1 && none.errors.contains("/dev/null/lessons"))
  }

  @Test("output that cannot be written is an error, a pipe that closes is not a crash")
  func badOutput() throws {
    let program = BuiltProduct.path(of: "nnrepl")
    func shell(_ command: String) throws -> (status: Int32, errors: String) {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", command]
      process.standardError = pipe
      try process.run()
      let errors = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: errors, as: UTF8.self))
    }
    #if os(Linux)
      let full = try shell("'\(program)' -c 'layers 2 1' > /dev/full")
      #expect(full.status == 1 && full.errors.contains("cannot write"))
    #endif
    let closed = try shell(
      "yes 'layers 2 1' | head -3000 | '\(program)' | head -1 > /dev/null")
    #expect(closed.status == 0 && closed.errors.isEmpty)
  }

  @Test("broken text in a pipe: bytes that are not UTF-8, NUL, a very long line")
  func brokenText() throws {
    for input in ["layers 2\u{0} 1\n", "\u{FFFD}\n", String(repeating: "x", count: 2_000_000)] {
      let run = try nnrepl([], input: input)
      #expect(run.status == 0 || run.status == 1)
      #expect(!run.errors.contains("\u{1B}"))
    }
  }

  @Test("training data and 1000 updates from a script")
  func training() throws {
    let run = try nnrepl([
      "-c",
      """
      data make linear 2 3 n=100000 seed=1
      layers 2 5:sigmoid 1 init=randn seed=1
      train updates=1000 lr=0.07 shuffle=choice seed=1
      @expect loss < 0.05
      """,
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1,000 updates"))
  }
}
