import Lessons

/// How a line is read while a question of a lesson waits: commands stay commands, everything else is
/// an answer of this form.
public enum AnswerForm: Hashable, Sendable {
  /// One line, whatever brackets and quotes stand in it.
  case line
  /// A sentence, in one line. It may begin with a word that is a command's name: only as long a line
  /// as a command usually has is one, and `:` says that it is.
  case sentence
  /// A statement of Python, which may go on in other lines.
  case statement
  /// Lines of Python up to an empty one.
  case program

  /// How the statement goes on in other lines.
  var continuation: Continuation.Form {
    switch self {
    case .line, .sentence: .sentence
    case .statement: .formula
    case .program: .program
    }
  }

  /// The most words of a command that an answer of this form cannot be mistaken for.
  var commandWordLimit: Int { self == .sentence ? 2 : .max }
}

extension Question.Kind {
  /// How answers to a question of the kind are read.
  var answerForm: AnswerForm {
    switch self {
    case .formula, .number: .statement
    case .code: .program
    case .text: .sentence
    case .choice, .lines, .network, .order, .match: .line
    }
  }
}
