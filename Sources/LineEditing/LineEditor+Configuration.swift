extension LineEditor {
  /// What an editor is made with.
  public struct Configuration: Sendable {
    /// The name under which `~/.editrc` may address bindings to this program.
    public var program = "nnrepl"
    /// The terminal's descriptors.
    public var input: Int32 = 0
    /// The terminal's descriptors.
    public var output: Int32 = 1
    /// Whether the terminal understands no escape sequences.
    public var isDumb = false
    /// Whether prompt and line are coloured.
    public var usesColor = true
    /// Whether a faint hint shows how the line may go on; only where there are colours.
    public var showsHints = true
    /// Where statements are remembered, if anywhere.
    public var history: HistoryFile?
    /// Whether the user's `~/.editrc` counts.
    public var readsEditrc = true
    /// Prompts that are stripped from pastes, beside the current one and those of Python and IPython.
    public var sessionPrompts = ["nn> ", " .. "]

    /// Makes the configuration of a capable terminal on standard input and output.
    public init() {}

    /// Makes a configuration as the environment has it: `TERM` unset, empty or `dumb` is a dumb
    /// terminal, a `NO_COLOR` that is not empty switches colours and hints off.
    public init(environment: [String: String]) {
      self.init()
      isDumb = ["", "dumb"].contains(environment["TERM", default: ""])
      let noColor = environment["NO_COLOR", default: ""] != ""
      usesColor = !noColor && !isDumb
      showsHints = usesColor
    }
  }

  /// The words that the editor shows, in the user's language.
  public struct Labels: Hashable, Sendable {
    /// Stands before what is searched for.
    public var search: String
    /// Stands there when nothing was found.
    public var noMatch: String

    /// Makes a set of words.
    public init(search: String = "search", noMatch: String = "no match") {
      self.search = search
      self.noMatch = noMatch
    }
  }
}
