import Foundation
import TestSupport
import Testing

@Suite struct ViPromptTests {
  private func withEditrc(
    _ content: String, _ body: (PseudoTerminal) throws -> Void
  ) throws {
    try withTemporaryFolder { home in
      try content.write(toFile: home + "/.editrc", atomically: true, encoding: .utf8)
      try body(try startDriver(["HOME": home]))
    }
  }

  @Test func viModeFromEditrc() throws {
    try withEditrc("bind -v\n") { terminal in
      terminal.type("hello world")
      try terminal.wait(forLine: "nn> hello world")
      terminal.type("\u{1B}")
      usleep(120_000)
      terminal.type("0xwcw総入力")
      try terminal.wait(forLine: "nn> ello 総入力")
      terminal.type("\r")
      try terminal.wait(forText: "[ello 総入力]\nnn>")
    }
  }

  @Test func escapeInCommandModeSwallowsNothing() throws {
    try withEditrc("bind -v\n") { terminal in
      terminal.type("abcd")
      for _ in 1...3 {
        terminal.type("\u{1B}")
        usleep(120_000)
      }
      terminal.type("x")
      try terminal.wait(forLine: "nn> abc")
      terminal.type("\u{1B}[Dx\r")
      try terminal.wait(forText: "[ac]")
    }
  }

  @Test func historyAndSearchInViMode() throws {
    try withEditrc("bind -v\n") { terminal in
      for line in ["one", "two", "three"] { try terminal.enter(line) }
      terminal.type("\u{1B}")
      usleep(120_000)
      terminal.type("kk")
      try terminal.wait(forLine: "nn> two")
      terminal.type("j")
      try terminal.wait(forLine: "nn> three")
      terminal.type("/on")
      try terminal.wait(forLine: "search 'on': one")
      terminal.type("\r")
      try terminal.wait(for: "the entry") { $0.text.hasSuffix("[one]\nnn>") }
      // The arrows work in both of vi's modes, and a letter k is a letter while inserting.
      terminal.type("kj\u{1B}[D\u{1B}[D\u{1B}[C|\r")
      try terminal.wait(for: "the letters") { $0.text.hasSuffix("[k|j]\nnn>") }
    }
  }

  @Test func completionAndPasteInViMode() throws {
    try withEditrc("bind -v\n") { terminal in
      terminal.type("ba\t")
      try terminal.wait(forLine: "nn> backward")
      terminal.paste("総入力\n")
      try terminal.wait(forLine: "nn> backward 総入力")
      terminal.type("\r")
      try terminal.wait(forText: "[backward 総入力]")
    }
  }

  @Test func ownBindingsFromEditrc() throws {
    try withEditrc("bind \"^T\" ed-move-to-beg\n") { terminal in
      terminal.type("bc\u{14}a\r")
      try terminal.wait(forText: "[abc]")
    }
  }
}
