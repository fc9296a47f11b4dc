import Localization
import SourceText

/// What the reader knows of a lesson while it reads.
struct LessonDraft {
  var path: String
  var lesson: (id: String, range: SourceRange)?
  var titles: [Language: (text: String, range: SourceRange)] = [:]
  var covers: [LessonCover] = []
  var seed: (value: UInt32, range: SourceRange)?
  var introduction: (text: LocalizedText, range: SourceRange)?
  var steps: [LessonStep] = []
  private var openBlock: [LessonLine] = []

  init(path: String) {
    self.path = path
  }

  /// Whether the first step has begun.
  var isInStep: Bool { !steps.isEmpty }

  /// The last item of the step that is being read.
  var lastItem: LessonItem? { steps.last?.items.last }

  /// The questions that were read so far.
  var questions: [Question] { steps.flatMap(\.questions) }

  /// Adds an item to the step that is being read.
  ///
  /// - Precondition: a step has begun.
  mutating func append(_ item: LessonItem) {
    steps[steps.count - 1].items.append(item)
  }

  /// Adds a line to the block that is being read.
  ///
  /// - Precondition: a step has begun.
  mutating func append(_ line: LessonLine) {
    openBlock.append(line)
  }

  /// Ends the block that is being read, if there is one.
  mutating func closeBlock() {
    guard !openBlock.isEmpty else { return }
    append(.block(LessonBlock(lines: openBlock)))
    openBlock = []
  }

  /// The lesson, or nil where a part that it cannot do without is missing.
  var script: LessonScript? {
    guard let lesson, let ja = titles[.ja], let en = titles[.en], !steps.isEmpty else { return nil }
    return LessonScript(
      id: lesson.id, idRange: lesson.range, path: path,
      title: LocalizedText(ja: ja.text, en: en.text), covers: covers, seed: seed?.value,
      introduction: introduction?.text, steps: steps)
  }
}
