import SourceText
import Testing

@Suite("Did you mean")
struct SpellingTests {
  let names = [
    "forward", "backward", "gradcheck", "layers", "lesson", "lessons", "load", "loss", "loss",
  ]

  @Test(arguments: [
    ("forwrad", ["forward"]),
    ("FORWARD", ["forward"]),
    ("layer", ["layers"]),
    ("lesons", ["lessons", "lesson"]),
    ("los", ["loss"]),
    ("lossy", ["loss"]),
    ("zebra", []),
    ("", []),
    (String(repeating: "x", count: 65), []),
  ])
  func suggestions(_ typed: String, _ expected: [String]) {
    #expect(Spelling.suggestions(for: typed, among: names) == expected)
  }
}
