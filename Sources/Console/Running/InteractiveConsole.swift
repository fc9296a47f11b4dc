import Lessons
import Localization
import SourceText
import TerminalGraphics

/// A conversation: a prompt, a line, its result, and again.
public struct InteractiveConsole {
  /// The session that the lines change.
  public private(set) var session: Session
  private let environment: Environment
  private let printer: Printer

  /// Makes a conversation.
  public init(session: Session, environment: Environment, printer: Printer) {
    self.session = session
    self.environment = environment
    self.printer = printer
  }

  /// Says what this is, in one line.
  public func greet(version: String) {
    environment.output(
      .line(
        ja: "nnrepl \(version) · プロンプトで学ぶニューラルネットワーク · help, lessons, quit · English: lang en",
        en: "nnrepl \(version) · neural networks at a prompt · help, lessons, quit · 日本語: lang ja",
        .heading))
  }

  /// Runs the lines of a start-up file; an error in it is shown and ends it.
  public mutating func runStartUpFile(_ path: String) {
    do {
      try session.run(file: path, environment: environment)
    } catch {
      printer.show(error)
    }
  }

  /// Opens a lesson, as `lesson ID` does.
  ///
  /// - Parameters:
  ///   - lesson: Its id, or the path of its script.
  ///   - again: Whether it begins anew, its answers forgotten.
  /// - Returns: Whether it could be opened; if not, the error was shown.
  public mutating func open(lesson: String, again: Bool = false) -> Bool {
    execute("lesson \(Word.quoted(lesson))" + (again ? " again" : ""))
  }

  /// Talks until the person leaves or the lines end.
  ///
  /// - Parameter leavesWithLesson: Whether the end of the lesson is the end of the conversation.
  public mutating func converse(
    with source: inout some LineSource, leavesWithLesson: Bool = false
  ) {
    var offered: String?
    while !session.hasEnded {
      if leavesWithLesson, session.lesson == nil { return }
      // Nobody should have to type the code again that is to be mended.
      if let start = session.lesson?.openQuestion?.start, start != offered {
        source.offer(start)
        offered = start
      }
      let event = source.readStatement(
        prompt: StyledText(session.promptText, .bold),
        assistant: ConsoleAssistant(session: session, environment: environment))
      // The window may have changed while the line was typed.
      let size = source.windowSize
      printer.renderer.width = max(size.columns, 8)
      if let problem = source.takeHistoryProblem() {
        let words = problem.wording.message
        environment.output(
          .line(ja: "履歴を保存できません: \(words.ja)", en: "history is not kept: \(words.en)", .note))
      }
      switch event {
      case .interrupted(let wasEmpty):
        if wasEmpty {
          environment.output(
            .line(
              ja: "終わるには quit か Ctrl-D", en: "to leave: quit or Ctrl-D", .dim))
        }
      case .endOfInput: return
      case .line(let text):
        let isEmpty = text.allSatisfy(\.isWhitespace)
        if isEmpty, session.lesson != nil {
          returnKey()
        } else if Self.isPaged(text, session.reader) {
          page(text, with: &source, rows: size.rows)
        } else if !execute(text) {
          source.dropPasted()
        }
      }
    }
  }

  /// What Return on an empty line does in a lesson: it goes on, shows the question that waits once
  /// more, or nothing while lines are tried.
  private mutating func returnKey() {
    guard let lesson = session.lesson, lesson.sandbox == nil else { return }
    execute(lesson.openQuestion == nil ? NextCommand.name : LessonCommand.name)
  }

  @discardableResult
  private mutating func execute(_ text: String) -> Bool {
    defer { printer.endLine() }
    do {
      for statement in session.statements(of: text) where !session.hasEnded {
        try session.run(statement, environment: environment)
      }
      return true
    } catch {
      printer.endLine()
      printer.show(error)
      return false
    }
  }

  /// Whether a line only looks at something that may be long.
  private static func isPaged(_ text: String, _ reader: StatementReader) -> Bool {
    guard case .command(let line) = reader.statement(from: SourceLine(text: text)).kind,
      let command = CommandList.command(named: line.name.text)
    else { return false }
    return command.isPaged
  }

  private mutating func page(_ text: String, with source: inout some LineSource, rows: Int) {
    let shown = printer.collecting { _ = execute(text) }
    if shown.count(where: \.isNewline) >= rows {
      source.page(shown)
    } else {
      printer.write(shown)
    }
  }
}
