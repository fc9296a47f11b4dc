import ArrayFiles
import Lessons
import Localization
import SourceText

extension BatchConsole {
  /// Writes what the lines of lessons lead to now over the values that their scripts record.
  ///
  /// - Parameter paths: Scripts, or folders of them.
  /// - Returns: The exit status; a script that cannot be read is left as it is and is a failure.
  public mutating func updateLessons(_ paths: [String]) -> Int32 {
    let library = LessonLibrary(environment)
    var status = ExitStatus.success
    var (values, changed) = (0, 0)
    for path in paths {
      do throws(ConsoleError) {
        for file in try library.scripts(in: path) {
          let reading = LessonScript.read(file.bytes, path: file.path)
          guard let script = reading.script else {
            throw library.scriptError(reading.errors[0], in: file)
          }
          let edits = self.edits(for: script, in: file)
          guard !edits.isEmpty else { continue }
          try write(LessonUpdate.applying(edits, to: file.bytes), to: file.path)
          values += edits.count
          changed += 1
          for edit in edits {
            environment.output(.line("\(file.path):\(edit.range.start.line): \(edit.text)", .dim))
          }
        }
      } catch {
        status = report(LineError(error, in: SourceLine(text: "")))
      }
    }
    environment.output(
      .line(
        ja: values == 0 ? "書き換える値はありません" : "\(changed) 個のスクリプトで \(values) 個の値を書き換えました",
        en: values == 0
          ? "nothing to update"
          : "updated \(Quantity.counted(values, "value")) in \(Quantity.counted(changed, "script"))"
      ))
    return status
  }

  private func edits(
    for script: LessonScript, in file: LessonCatalog.File
  ) -> [LessonUpdate.Edit] {
    var quiet = environment
    quiet.output = { _ in }
    var host = SessionHost(session: session, environment: quiet)
    return LessonUpdate.edits(for: script, host: &host) { file.line($0) }
  }

  /// Writes a commented script that passes `check`, to begin a lesson with.
  ///
  /// - Parameter id: the id of the lesson; the file is `ID.nn` in the folder of the lessons, or here
  ///   where there is none.
  /// - Returns: The exit status.
  public mutating func makeLesson(_ id: String) -> Int32 {
    do throws(ConsoleError) {
      let text = LessonSkeleton.script(id: id)
      let reading = LessonScript.read(Array(text.utf8), path: "\(id).nn")
      guard reading.errors.isEmpty else { throw ConsoleError(.notALessonID(id)) }
      let path = (environment.lessonsFolder.map { $0 + "/" } ?? "") + "\(id).nn"
      guard !environment.files.exists(path) else {
        throw ConsoleError(.file(FileError(path: path, operation: .write, reason: .exists)))
      }
      try write(Array(text.utf8), to: path)
      environment.output(
        .line(
          ja: "\(path) を書きました。nnrepl play \(path) で試し、nnrepl check \(path) で確かめられます。",
          en: "wrote \(path): nnrepl play \(path) tries it, nnrepl check \(path) verifies it."))
      return ExitStatus.success
    } catch {
      return report(LineError(error, in: SourceLine(text: "")))
    }
  }

  /// Writes a lesson as a page of Markdown, with the answers folded in.
  ///
  /// - Returns: The exit status.
  public mutating func exportMarkdown(_ name: String) -> Int32 {
    do throws(ConsoleError) {
      let script = try LessonLibrary(environment).lesson(name)
      var quiet = environment
      quiet.output = { _ in }
      var host = SessionHost(session: session, environment: quiet)
      let contexts = QuestionContext.contexts(in: script, host: &host)
      let judge = Judge(seed: script.seed ?? 0)
      let page = LessonMarkdown(script, session.language) { question in
        judge.presented(question, in: contexts[question.id] ?? QuestionContext())
      }
      environment.output(.printed(page.text))
      return ExitStatus.success
    } catch {
      return report(LineError(error, in: SourceLine(text: "")))
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(ConsoleError) {
    do throws(FileError) {
      try environment.files.write(bytes, to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
  }
}
