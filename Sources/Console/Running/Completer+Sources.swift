import ArrayFiles
import Lessons
import Localization

extension Completer {
  /// The files that a part of a path can go on to; folders end with a slash.
  func fileCandidates(
    _ typed: String, adding others: [Candidate]
  ) -> (replacing: Int, candidates: [Candidate]) {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let beginning = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let entries = (try? environment.files.entries(ofFolder: folder.isEmpty ? "." : folder)) ?? []
    let found = entries.filter {
      $0.name.hasPrefix(beginning) && ($0.name.first != "." || beginning.first == ".")
    }.map { entry in
      let path = folder + entry.name + (entry.isFolder ? "/" : "")
      return Candidate(text: path.contains(" ") ? "'\(path)'" : path, summary: "")
    }
    return (typed.count, found + others.filter { $0.text.hasPrefix(typed) })
  }

  /// The lessons by their ids, with their titles.
  var lessonCandidates: [Candidate] {
    let lessons = (try? LessonLibrary(environment).catalog())?.lessons ?? []
    return lessons.map { Candidate(text: $0.id, summary: $0.title[session.language]) }
  }

  /// The steps and questions of the lesson that is open.
  var stepCandidates: [Candidate] {
    guard let lesson = session.lesson?.progress else { return [] }
    let steps = lesson.script.steps.enumerated().map {
      Candidate(text: $1.id, summary: "\($0 + 1)")
    }
    let known = Set(steps.map(\.text))
    let questions = lesson.script.questions.filter { !known.contains($0.id) }.map { question in
      let standing = lesson.answers[question.id]?.standing ?? .open
      return Candidate(text: question.id, summary: standing.wording[session.language])
    }
    return steps + questions
  }
}
