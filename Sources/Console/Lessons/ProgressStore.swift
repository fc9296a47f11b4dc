public import ArrayFiles
import Lessons

/// The file in which a learner's progress is kept.
///
/// A file that cannot be read is set aside under another name, never written over; a file that
/// cannot be written is no reason to stop a lesson.
public struct ProgressStore: Sendable {
  private let path: String?
  private let files: FileStore

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
    guard let path, let text = try? files.text(of: path, limit: 1 << 22) else {
      return LessonProgress()
    }
    do {
      return try LessonProgress(decoding: text)
    } catch {
      setAside(path)
      return LessonProgress()
    }
  }

  /// Changes the progress that is kept.
  func update(_ change: (inout LessonProgress) -> Void) {
    guard let path else { return }
    var progress = load()
    change(&progress)
    if let slash = path.lastIndex(of: "/") {
      try? files.makeFolder(String(path[..<slash]))
    }
    try? files.write(Array(progress.encoded.utf8), to: path, permissions: .owner)
  }

  /// Gives a broken file a name that is free.
  private func setAside(_ path: String) {
    for number in 1...99 {
      let other = "\(path).broken-\(number)"
      if (try? files.bytes(of: other, limit: 1 << 30)) == nil {
        try? files.move(path, to: other)
        return
      }
    }
  }
}
