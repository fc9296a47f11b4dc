import Lessons
import SourceText
import Testing

@Suite("The catalog of lessons")
struct LessonCatalogTests {
  private func file(_ path: String, id: String) -> LessonCatalog.File {
    LessonCatalog.File(
      path: path,
      bytes: Array("@lesson \(id) format=1\n@title ja あ\n@title en a\n@step s\nx\n".utf8))
  }

  @Test func ordersReadsAndFindsRepeats() throws {
    let catalog = LessonCatalog([
      file("lessons/10-iris.nn", id: "iris"), file("lessons/2-units.nn", id: "units"),
      LessonCatalog.File(path: "lessons/3-broken.nn", bytes: Array("hello".utf8)),
      file("lessons/11-again.nn", id: "units"),
    ])
    #expect(
      catalog.entries.map(\.path) == [
        "lessons/2-units.nn", "lessons/3-broken.nn", "lessons/10-iris.nn", "lessons/11-again.nn",
      ])
    #expect(catalog.entries.map(\.reading.errors.count) == [0, 1, 0, 0])
    #expect(catalog.lessons.map(\.id) == ["units", "iris"])
    let range = SourceRange(line: 1, column: 9, length: 5)
    #expect(
      catalog.repeatedIDs == [
        LessonCatalog.RepeatedID(
          id: "units", path: "lessons/11-again.nn", range: range,
          firstPath: "lessons/2-units.nn", firstRange: range)
      ])
    #expect(try catalog.lesson("units").path == "lessons/2-units.nn")
    #expect(throws: LessonCatalog.UnknownLesson(id: "irsi", suggestions: ["iris"])) {
      try catalog.lesson("irsi")
    }
  }

  @Test("numbers in names are compared by value")
  func order() {
    let sorted = [
      "1.nn", "2-a.nn", "2-b.nn", "007.nn", "7a.nn", "10.nn", "a/2.nn", "a/10.nn", "a2.nn", "b.nn",
    ]
    let shuffled = sorted.indices.map { sorted[($0 * 7 + 3) % sorted.count] }
    let catalog = LessonCatalog(shuffled.map { file($0, id: "x") })
    #expect(catalog.entries.map(\.path) == sorted)
  }

  @Test(arguments: [
    ("a.nn", true), ("lessons/a.nn", true), (".a.nn", false), ("a.nn~", false), ("a.py", false),
    ("", false), ("x/.hidden.nn", false),
  ])
  func scriptNames(_ name: String, _ isScript: Bool) {
    #expect(LessonCatalog.isScript(named: name) == isScript)
  }
}
