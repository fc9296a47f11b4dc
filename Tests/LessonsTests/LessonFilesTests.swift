import Foundation
import Lessons
import Testing

@Suite("The lessons that come with nnrepl")
struct LessonFilesTests {
  private let catalog: LessonCatalog

  init() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().appending(path: "../../lessons").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    catalog = LessonCatalog(
      try names.filter(LessonCatalog.isScript).map { name in
        LessonCatalog.File(
          path: "lessons/" + name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
      })
  }

  @Test("all of them can be read")
  func readable() {
    for entry in catalog.entries {
      #expect(entry.reading.errors == [], "\(entry.path)")
    }
    #expect(catalog.repeatedIDs == [])
  }

  @Test("ids are kept by learners' progress: they may be added to, never changed")
  func ids() {
    let ids = catalog.lessons.map(\.id)
    let known = [
      "single-unit", "several-units", "two-hidden-layers", "layer-after-layer", "exercise-1",
      "regression-output", "binary-output", "multiclass-output", "backprop", "gradient-check",
      "exercise-4", "optimizers", "iris",
    ]
    #expect(known.filter { !ids.contains($0) } == [])
  }

  @Test("the files are numbered in the order of the course")
  func order() {
    let ids = catalog.lessons.map(\.id)
    let course = [
      "single-unit", "several-units", "exercise-1", "test-01", "test-02", "test-03", "test-04",
      "test-05", "test-06", "test-07", "test-08", "exercise-2", "exercise-3", "test-09", "test-10",
      "test-11", "backprop", "test-12", "test-13", "exercise-4", "numeric-differentiation",
      "gradient-check", "bug-hunt", "optimizers", "iris",
    ]
    #expect(ids.filter(course.contains) == course)
  }

  @Test("every lesson claims something that is checked")
  func claims() {
    for lesson in catalog.lessons {
      let items = lesson.steps.flatMap(\.items)
      let claims = items.filter { if case .expectation = $0 { true } else { false } }
      #expect(claims.count >= 2, "\(lesson.id)")
    }
  }
}
