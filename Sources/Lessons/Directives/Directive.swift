/// What one word after `@` means. A new directive is one file with its reading, and one word in the
/// list here.
struct Directive: Sendable {
  /// The name, without the `@`.
  let name: String
  /// Reads the directive's line, and further lines if it is a block, into the draft.
  let read: @Sendable (DirectiveLine, inout LessonScriptReader) throws(LessonScriptError) -> Void

  /// All directives of format 1.
  static let all: [Directive] = [.lesson, .title, .covers, .seed, .step, .text, .expect, .ask]

  /// The word that closes a block.
  static let end = "end"

  /// The directive with a name, or nil.
  static func named(_ name: String) -> Directive? {
    all.first { $0.name == name }
  }

  /// The names of all directives, and the word that closes a block.
  static var names: [String] { all.map(\.name) + [end] }
}
