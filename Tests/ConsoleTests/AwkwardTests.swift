import ArrayFiles
import Foundation
import Lessons
import Localization
import SourceText
import TerminalGraphics
import Testing

@testable import Console

/// What lines, files and lessons from strangers, or at awkward moments, must not do.
@Suite("Awkward lines and files")
struct AwkwardTests {
  @Test("a folder named like a lesson script is no script")
  func folderAsScript() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/x.nn", withIntermediateDirectories: true)
      let console = TestConsole(folder: folder)
      #expect(console.run("lesson x.nn") != nil)
      #expect(console.shown.contains("it is a folder"))
    }
  }

  @Test("a lesson that takes itself ends with an error")
  func lessonInLesson() throws {
    try withTemporaryFolder { folder in
      try lesson("loop", lines: "lesson loop").write(
        toFile: folder + "/loop.nn", atomically: true, encoding: .utf8)
      try lesson("run", lines: "run run.nn").write(
        toFile: folder + "/run.nn", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder, lessons: folder)
      for line in ["lesson loop", "run loop.nn", "lesson run", "run run.nn"] {
        console.clear()
        #expect(console.run(line) != nil)
        #expect(console.shown.contains("is nested more than 32 deep"), "\(console.shown)")
      }
    }
  }

  @Test("what undo changes in a lesson is gone when the next step begins")
  func undoInLesson() throws {
    try withTemporaryFolder { folder in
      let script =
        lesson("undo", lines: "layers 2 1 seed=1", "set b1 = [5]")
        + "@step two\nweights b1\n@expect b1 = [5]\n"
      try script.write(toFile: folder + "/undo.nn", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder, lessons: folder)
      for line in ["lesson undo", "undo", "next"] {
        #expect(console.run(line) == nil, "\(line): \(console.shown)")
      }
    }
  }

  @Test("looking at data is nothing to undo")
  func dataShow() {
    let console = TestConsole()
    for line in ["data make xor n=4 seed=1", "data show 2"] { console.run(line) }
    #expect(console.output(of: "undo") == "undone: data make xor n=4 seed=1\n")
  }

  @Test("numbers that a dataset cannot hold are refused")
  func infiniteData() {
    let console = TestConsole()
    #expect(console.run("data make linear 1e308 1e308 1e308 1e308 seed=1") != nil)
    #expect(console.session.state.data == nil)
  }

  @Test("a script that fails keeps what ran before, in the session as in the recording")
  func failingScript() throws {
    try withTemporaryFolder { folder in
      try "layers 2 3 seed=1\ninput 1 2\nforwrad\n".write(
        toFile: folder + "/a.nn", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder)
      console.run("record b.nn")
      let error = try #require(console.run("run a.nn"))
      #expect(error.source.name == "a.nn" && error.error.range?.start.line == 3)
      #expect(console.output(of: "show").contains("x = [1. 2.]"))
      let recorded = try String(contentsOfFile: folder + "/b.nn", encoding: .utf8)
      #expect(recorded == "# nnrepl\nlayers 2 3 seed=1\ninput 1 2\n")
      #expect(console.output(of: "undo") == "undone: input 1 2\n")
    }
  }

  @Test("a recording finds its files from another folder, whatever their names")
  func recordedPaths() throws {
    try withTemporaryFolder { folder in
      let names = ["plain.csv", "two words.csv", "it's.csv", "\"q\" it's.csv"]
      try FileManager.default.createDirectory(
        atPath: folder + "/below", withIntermediateDirectories: true)
      for (index, name) in names.enumerated() {
        try "a,my class\n\(index),1\n2,3\n".write(
          toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        let console = TestConsole(folder: folder)
        console.run("record below/r.nn")
        let line = "data load \(Word.quoted(name)) target=\"my class\" # comment"
        #expect(console.run(line) == nil, "\(console.shown)")
        let replay = TestConsole(folder: "/")
        #expect(replay.run("run \(folder)/below/r.nn") == nil, "\(replay.shown)")
        #expect(replay.session.state.data?.dataset == console.session.state.data?.dataset)
        #expect(console.output(of: "undo").hasPrefix("undone: data load \(Word.quoted(name)) "))
      }
    }
  }

  @Test("record replaces an earlier recording, but no other file")
  func recordOverFile() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/notes.nn"
      try "my notes\n".write(toFile: file, atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder)
      #expect(console.run("record notes.nn") != nil)
      #expect(console.shown.contains("it is already there"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "my notes\n")
      for line in ["record new.nn", "record stop", "record new.nn", "record stop"] {
        #expect(console.run(line) == nil)
      }
    }
  }

  @Test("step that is stopped before its first update changes nothing")
  func stoppedStep() {
    let console = TestConsole()
    for line in ["layers 2 1 seed=1", "input 1 2", "target 1"] { console.run(line) }
    let before = console.session.fingerprint
    console.interruptAfter = 0
    #expect(console.run("step 5") != nil)
    console.interruptAfter = nil
    #expect(console.session.fingerprint == before)
  }

  @Test("progress that cannot be understood or read is never written over")
  func progress() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/progress"
      let store = ProgressStore(path: path)
      for (number, bytes) in [Data([0xFF, 0xFE, 0x0A]), Data("nnrepl progress 99\n".utf8)]
        .enumerated()
      {
        try bytes.write(to: URL(filePath: path))
        #expect(store.load() == .init())
        let aside = "\(path).broken-\(number + 1)"
        #expect(store.update { $0[lesson: "a"].step = "one" } == .keptBeside(aside))
        #expect(try Data(contentsOf: URL(filePath: aside)) == bytes)
        #expect(store.load()[lesson: "a"].step == "one")
      }
      // A folder stands in its place.
      let blocked = ProgressStore(path: folder)
      #expect(
        blocked.update { $0[lesson: "a"].step = "one" }
          == .failed(FileError(path: folder, operation: .read, reason: .isFolder)))
      #expect(ProgressStore(path: nil).update { _ in } == .kept)
    }
  }

  @Test("an unclosed bracket before 100,000 lines is found without reading them over and over")
  func unclosedBracket() {
    let console = TestConsole()
    var input = console.session.inputReader(name: "f")
    var statements = input.read("input [[1, 2],")
    for _ in 0..<100_000 where statements.isEmpty { statements = input.read("[3, 4],") }
    #expect(statements.isEmpty)
    #expect(input.finish() != nil)
    #expect(!input.isInsideStatement)
  }

  private func lesson(_ id: String, lines: String...) -> String {
    "@lesson \(id) format=1\n@title ja あ\n@title en A\n@step one\n"
      + lines.joined(separator: "\n") + "\n"
  }
}
