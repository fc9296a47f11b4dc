import ArrayFiles
public import Lessons
import SourceText

/// Finds and reads lesson scripts.
public struct LessonLibrary {
  private let files: FileStore
  private let folder: String?

  /// Makes a library of the lessons of an environment.
  public init(_ environment: Environment) {
    files = environment.files
    folder = environment.lessonsFolder
  }

  /// The lessons of the folder, or nil where there is no folder.
  public func catalog() throws(ConsoleError) -> LessonCatalog {
    guard let folder else { throw ConsoleError(.noLessonsFolder) }
    return LessonCatalog(try scripts(in: folder))
  }

  /// The script files of a folder, or a single file.
  public func scripts(in path: String) throws(ConsoleError) -> [LessonCatalog.File] {
    do throws(FileError) {
      guard files.isFolder(path) else { return [try file(path)] }
      var found: [LessonCatalog.File] = []
      for entry in try files.entries(ofFolder: path)
      where !entry.isFolder && LessonCatalog.isScript(named: entry.name) {
        found.append(try file(path + "/" + entry.name))
      }
      return found
    } catch {
      throw ConsoleError(.file(error))
    }
  }

  private func file(_ path: String) throws(FileError) -> LessonCatalog.File {
    LessonCatalog.File(
      path: path, bytes: try files.bytes(of: path, limit: LessonScript.maximumBytes + 1))
  }

  /// A lesson by its id, or by the path of its script.
  public func lesson(_ name: String) throws(ConsoleError) -> LessonScript {
    if LessonCatalog.isScript(named: name) {
      let file: LessonCatalog.File
      do {
        file = try self.file(name)
      } catch {
        throw ConsoleError(.file(error))
      }
      let reading = LessonScript.read(file.bytes, path: file.path)
      if let script = reading.script { return script }
      throw scriptError(reading.errors[0], in: file)
    }
    let catalog = try catalog()
    do {
      return try catalog.lesson(name)
    } catch {
      throw ConsoleError(.unknownLesson(name, suggestions: error.suggestions))
    }
  }

  /// An error of a script with its place.
  func scriptError(_ error: LessonScriptError, in file: LessonCatalog.File) -> ConsoleError {
    let number = error.range.start.line
    return ConsoleError(
      .inScript(
        LineError(
          ConsoleError(.lessonScript(error), at: error.range),
          in: SourceLine(name: file.path, number: number, text: file.line(number)))))
  }
}

extension LessonCatalog.File {
  /// A line of the file, counted from 1; bytes that are not UTF-8 become `�`.
  func line(_ number: Int) -> String {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return "" }
    var line = String(decoding: lines[number - 1].prefix(1 << 14), as: UTF8.self)
    if line.last == "\r" { line.removeLast() }
    return line
  }
}
