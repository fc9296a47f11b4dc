internal import CLineEditor
internal import TerminalGraphics

/// Editing one line: keys on one side, libedit and the screen on the other.
///
/// libedit asks for a character; the session reads keys, keeps those that are its own (history,
/// completion, search, paste, undo …) for ``perform(_:)``, which libedit calls as a bound
/// function, and hands the others to libedit. Before it waits for a key it paints colours and hints
/// over what libedit has drawn, and takes the hint away again before libedit draws.
final class EditSession: LibEdit.Delegate {
  /// How a line ended.
  enum End {
    /// Return.
    case line(String)
    /// Ctrl-C.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line, or no terminal any more.
    case endOfInput
    /// A paste of several lines; what was typed around it belongs to its first and last line.
    case pasted(PastedText)
  }

  /// What the application gives for one line.
  struct Request {
    var prompt: StyledText
    /// The lines of the same statement that have been entered, each with its newline.
    var earlierText = ""
    /// What the line starts with.
    var initialText = ""
    var assistant: any LineAssistant
  }

  /// What is on the screen beside what libedit has drawn.
  struct Decorations {
    var showsHint = false
    var menuRows = 0
    /// Where the cursor stands, to come back to.
    var column = 0
    var rowsBelowCursor = 0
    var isEmpty: Bool { !showsHint && menuRows == 0 }
  }

  let terminal: Terminal
  let configuration: LineEditor.Configuration
  let libedit: LibEdit
  var labels = LineEditor.Labels()
  var history: History

  var decoder = KeyDecoder()
  /// Keys to be handled before the decoder's.
  var waitingKeys: [Key] = []
  /// Characters to be given to libedit before any key is read.
  var waitingCharacters: [Unicode.Scalar] = []
  /// The key that ``perform(_:)`` is called for, when no character stands for it.
  var pendingKey: Key?

  var request: Request?
  var wakeUp: Int32 = -1
  /// The size of the window as libedit knows it: the terminal's own may have changed since.
  var window = (columns: 80, rows: 24)
  /// The prompt on the screen: that of the request, or the search's.
  private(set) var promptText = StyledText()
  var end: End?
  var undoHistory = UndoHistory()
  var navigator: HistoryNavigator?
  var search: HistorySearch?
  var menu: CompletionMenu?
  var hint = ""
  /// The line as it last fitted into the window.
  var lastFitting = LineState()
  /// A line that is not shown because the window has become too small for it.
  var hiddenLine: LineState?
  var decorations = Decorations()

  /// The character that stands for keys without one, bound to ``perform(_:)``.
  static let privateCharacter: Unicode.Scalar = "\u{80}"
  /// What the terminal is sent when the editor leaves it.
  static let farewell = "\u{1B}[?2004l"
  private static let greeting = "\u{1B}[?2004h"

  init(terminal: Terminal, configuration: LineEditor.Configuration) throws(TerminalError) {
    self.terminal = terminal
    self.configuration = configuration
    guard
      let libedit = LibEdit(
        program: configuration.program, input: terminal.input, output: terminal.output)
    else { throw .unusable }
    self.libedit = libedit
    history = History(file: configuration.history)
    if configuration.readsEditrc { libedit.readUserBindings() }
    bindKeys()
    libedit.delegate = self
  }

  /// Binds the session's keys; after the user's own bindings, since `bind -v` resets the maps.
  private func bindKeys() {
    let isVi = libedit.isVi
    for key in ["\\200", "^I", "^R", "^S", "^_", "^P", "^N"] {
      libedit.bind(key)
      if isVi { libedit.bind(key, commandMap: true) }
    }
    if isVi {
      // Escape is bound as well, to nothing: it would wait for the rest of a sequence in command mode.
      for key in ["k", "j", "/", "^["] { libedit.bind(key, commandMap: true) }
    } else {
      for key in ["^E", "^F"] { libedit.bind(key) }
      libedit.bind("^W", to: "ed-delete-prev-word")
    }
  }

  /// Lets somebody edit a line.
  func editLine(_ request: Request) -> End {
    self.request = request
    end = nil
    undoHistory = UndoHistory()
    navigator = nil
    search = nil
    menu = nil
    hint = ""
    lastFitting = LineState()
    hiddenLine = nil
    decorations = Decorations()
    pendingKey = nil
    waitingCharacters = []
    if !request.initialText.isEmpty { waitingKeys.insert(.text(request.initialText), at: 0) }
    window = terminal.size
    showPrompt(request.prompt)
    wakeUp = cle_signals_begin(terminal.output, Self.farewell)
    terminal.write(Self.greeting)
    defer {
      terminal.write(Self.farewell)
      cle_signals_end()
      self.request = nil
    }
    // libedit itself would show the prompt first, and the terminal would echo what comes in between.
    libedit.setRaw(true)
    let lineEnd = libedit.editLine()
    if let end { return end }
    return lineEnd == .accepted ? .line(libedit.line.text) : .endOfInput
  }

  /// The line as it stands, and where libedit has put it on the screen.
  func layout(of state: LineState) -> ScreenLayout {
    ScreenLayout(
      prompt: Array(promptText.plain.unicodeScalars), line: state.scalars,
      columns: window.columns, width: LibEdit.width(of:))
  }

  /// Changes the prompt; it is drawn with the next refresh.
  func showPrompt(_ prompt: StyledText) {
    promptText = prompt
    libedit.setPrompt(prompt.plain)
  }
}
