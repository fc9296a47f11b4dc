/// All commands, in the order in which `help` lists them.
public enum CommandList {
  /// The commands.
  static let all: [any Command.Type] = [
    LayersCommand.self, InitCommand.self, SetCommand.self, ShowCommand.self, WeightsCommand.self,
    InputCommand.self, TargetCommand.self, ForwardCommand.self, LossCommand.self,
    BackwardCommand.self, GradcheckCommand.self,
    StepCommand.self, TrainCommand.self, DataCommand.self, UndoCommand.self, RedoCommand.self,
    HelpCommand.self, HistoryCommand.self, TimeCommand.self,
    LessonsCommand.self, LessonCommand.self, NextCommand.self, BackCommand.self,
    GotoCommand.self, HintCommand.self, SkipCommand.self, SolutionCommand.self, PlayCommand.self,
    ResumeCommand.self, ReviewCommand.self, ProgressCommand.self, ForgetCommand.self,
    LeaveCommand.self,
    SaveCommand.self, LoadCommand.self, RunCommand.self, RecordCommand.self, LangCommand.self,
    ResetCommand.self, QuitCommand.self,
  ]

  /// The names of all commands.
  static let names = all.map { $0.name }

  /// The lesson for those who are new.
  static let firstLesson = "single-unit"

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The command of a name, or nil.
  static func command(named name: String) -> (any Command.Type)? { byName[name] }
}
