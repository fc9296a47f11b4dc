public import Localization

/// A command of the console: its name, its help and what it does, in one place.
///
/// A command is one file that declares a type with these members; `CommandList` names the type and
/// nothing else has to know of it.
public protocol Command: Sendable {
  /// The name that a person types.
  static var name: String { get }
  /// The group under which `help` lists it.
  static var group: CommandGroup { get }
  /// The forms in which it can be written, the most usual first.
  static var usage: [String] { get }
  /// What it does, in a few words.
  static var summary: LocalizedText { get }
  /// What there is to know beyond that: formula, shapes, defaults.
  static var explanation: LocalizedText { get }
  /// Lines that show it at work; a test runs them in a new session.
  static var example: [String] { get }
  /// Its `key=value` options.
  static var options: [CommandOption] { get }
  /// Whether `key=value` words are options; a command that reads `=` in its own way says no.
  static var takesOptions: Bool { get }
  /// What its words can be, for completion.
  static var completion: WordCompletion { get }
  /// How it changes the session, for `undo` and `record`; a run may turn out to change less and
  /// then says so in its arguments.
  static var effect: CommandEffect { get }
  /// Whether an error leaves nothing of what was done before it. A command that runs other lines
  /// says no: each of them stands for itself.
  static var isAtomic: Bool { get }
  /// Whether it shows something that may be longer than a window and is done at once, so that a
  /// pager can show it.
  static var isPaged: Bool { get }

  /// Does it.
  ///
  /// - Parameters:
  ///   - arguments: The words after its name.
  ///   - session: The session, which is restored if this throws.
  ///   - environment: The world outside: output, files, clock, interrupts.
  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError)
}

extension Command {
  /// No options.
  public static var options: [CommandOption] { [] }
  /// `key=value` words are options.
  public static var takesOptions: Bool { true }
  /// Words that cannot be completed.
  public static var completion: WordCompletion { .none }
  /// It changes nothing.
  public static var effect: CommandEffect { .none }
  /// It does all it says or nothing.
  public static var isAtomic: Bool { true }
  /// It shows what it has as it comes.
  public static var isPaged: Bool { false }
}

/// The groups of commands, in the order in which `help` lists them.
public enum CommandGroup: CaseIterable, Sendable {
  case network, running, learning, looking, lessons, session

  /// The group's heading.
  public var title: LocalizedText {
    switch self {
    case .network: LocalizedText(ja: "ネットワーク", en: "network")
    case .running: LocalizedText(ja: "順伝播と誤差逆伝播", en: "running")
    case .learning: LocalizedText(ja: "学習", en: "learning")
    case .looking: LocalizedText(ja: "見る", en: "looking")
    case .lessons: LocalizedText(ja: "レッスン", en: "lessons")
    case .session: LocalizedText(ja: "セッション", en: "session")
    }
  }
}

/// How a command changes the session.
public enum CommandEffect: Sendable {
  /// It only looks.
  case none
  /// It goes back and forth between states that there were.
  case history
  /// It computes something from the network: `record` writes it down, `undo` does not count it.
  case results
  /// It changes the network, the data or what was computed from them: `undo` takes it back and
  /// `record` writes it down.
  case state
}

/// A `key=value` option of a command.
public struct CommandOption: Sendable {
  /// The key.
  public var name: String
  /// What the value is, as `help` and completion describe it.
  public var summary: LocalizedText
  /// The values that it can have, where they can be listed.
  public var choices: [String]

  /// Makes an option.
  public init(_ name: String, ja: String, en: String, choices: [String] = []) {
    self.name = name
    self.summary = LocalizedText(ja: ja, en: en)
    self.choices = choices
  }
}

/// What completion offers for the words of a command.
public indirect enum WordCompletion: Sendable {
  case none
  /// One of these words.
  case words([String])
  /// One of these words, or a function of the learner's.
  case functions([String])
  /// Layer sizes with an activation after the colon.
  case layers
  /// Names of parameters and other quantities of the session.
  case quantities
  /// Names of commands.
  case commands
  /// Names of files.
  case files
  /// One of these words, and after it what it asks for.
  case subcommands([(name: String, then: WordCompletion)])
  /// Identifiers of lessons.
  case lessons
  /// Identifiers of the steps of the lesson that is open.
  case steps
}
