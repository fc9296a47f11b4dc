public import ArrayFiles
import Lessons
import Localization

/// The file in which a learner's progress is kept.
///
/// A file that cannot be understood is set aside under another name and one that cannot be read
/// stays as it is: neither is ever written over. That progress cannot be kept is no reason to stop
/// a lesson.
public struct ProgressStore: Sendable {
  private let path: String?
  private let files: FileStore

  /// What became of progress that was to be kept.
  enum Result: Equatable {
    /// It is kept, or there is no place to keep it.
    case kept
    /// It is kept; the file that was there could not be understood and now has this name.
    case keptBeside(String)
    /// It cannot be kept.
    case failed(FileError)
  }

  /// What stands in the file.
  private enum Content {
    case progress(LessonProgress)
    case broken
    case unreadable(FileError)
  }

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - path: The file, or nil to keep nothing.
  ///   - files: Where files are.
  public init(path: String?, files: FileStore = FileStore()) {
    self.path = path
    self.files = files
  }

  /// The progress that is kept; that of a beginner where there is none.
  func load() -> LessonProgress {
    guard let path, case .progress(let progress) = content(of: path) else {
      return LessonProgress()
    }
    return progress
  }

  /// Changes the progress that is kept: what is there now, whoever wrote it, with this change.
  func update(_ change: (inout LessonProgress) -> Void) -> Result {
    guard let path else {
      // A change may also tell its caller something.
      var nobody = LessonProgress()
      change(&nobody)
      return .kept
    }
    if let slash = path.lastIndex(of: "/") {
      do {
        try files.makeFolder(String(path[..<slash]))
      } catch {
        return .failed(error)
      }
    }
    // Two sessions that answer at once must not lose each other's answers.
    return files.withLock(of: path) { replace(path, change) }
  }

  private func replace(_ path: String, _ change: (inout LessonProgress) -> Void) -> Result {
    do throws(FileError) {
      var result = Result.kept
      var progress = LessonProgress()
      switch content(of: path) {
      case .progress(let kept): progress = kept
      case .broken: result = .keptBeside(try setAside(path))
      case .unreadable(let error): return .failed(error)
      }
      change(&progress)
      try files.write(Array(progress.encoded.utf8), to: path, permissions: .owner)
      return result
    } catch {
      return .failed(error)
    }
  }

  private func content(of path: String) -> Content {
    do {
      let text = try files.text(of: path, limit: 1 << 22)
      return (try? LessonProgress(decoding: text)).map { .progress($0) } ?? .broken
    } catch {
      switch error.reason {
      case .missing: return .progress(LessonProgress())
      case .notUTF8, .tooLarge: return .broken
      default: return .unreadable(error)
      }
    }
  }

  /// Gives a broken file a name that is free.
  ///
  /// - Returns: That name.
  private func setAside(_ path: String) throws(FileError) -> String {
    for number in 1...99 {
      let other = "\(path).broken-\(number)"
      if !files.exists(other) {
        try files.move(path, to: other)
        return other
      }
    }
    throw FileError(path: path, operation: .move, reason: .exists)
  }
}

extension Session {
  /// Changes the progress that is kept, and says once where it cannot be kept.
  mutating func updateProgress(
    _ environment: Environment, _ change: (inout LessonProgress) -> Void
  ) {
    switch environment.progress.update(change) {
    case .kept: break
    case .keptBeside(let path):
      environment.output(
        .line(
          ja: "進み具合のファイルが読めなかったので、\(path) として残し、新しく始めました。",
          en:
            "the progress file could not be understood: it is kept as \(path), and a new one begun.",
          .note))
    case .failed(let error):
      guard !hasLostProgress else { return }
      hasLostProgress = true
      environment.output(
        .line(
          ja: "進み具合を保存できません: \(error.wording.message.ja)",
          en: "progress is not kept: \(error.wording.message.en)", .note))
    }
  }
}
