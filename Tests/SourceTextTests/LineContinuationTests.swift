import SourceText
import Testing

@Suite("A statement over several lines")
struct LineContinuationTests {
  @Test(arguments: [
    ("x = 1", false), ("x = [1,", true), ("x = [1,\n2]", false), ("f(\"(\")", false),
    ("x = '''a", true), ("x = '''a\n(''' + \"\"", false), (#"x = '\'('"#, false),
    ("x = 1 + \\", true),
    ("# \\", false), ("x = [ # ]", true), ("x = ]\n[", true), ("x = ［", true), ("'''\\'''", true),
    ("", false),
  ])
  func python(_ text: String, _ isOpen: Bool) {
    var lines = LineContinuation(.python)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { lines.read(line) }
    #expect(lines.isOpen == isOpen)
  }

  @Test("in a command a quote ends with its line, and a backslash in it is one")
  func words() {
    for (text, isOpen) in [(#"load 'a\'"#, false), ("load '''", false), ("set W1 = [", true)] {
      var lines = LineContinuation(.words)
      lines.read(text)
      #expect(lines.isOpen == isOpen, "\(text)")
    }
  }

  @Test(arguments: [
    ("", ""), (" \t\n", ""), ("u = x", "u = x"), ("\n u = x\r\n", "u = x"), ("　あ　い　", "あ　い"),
  ])
  func trimming(_ text: String, _ trimmed: String) {
    #expect(text.trimmed == trimmed)
  }
}
