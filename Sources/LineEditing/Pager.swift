internal import CLineEditor
public import TerminalGraphics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Shows long output a window at a time.
///
/// Space or Page Down goes on by a window, Return or Down by a line, `b` or Page Up back by a window,
/// Up by a line, `g` and `G` to the ends, `/` searches and `n` searches on, Ctrl-Z stops the process, `q`,
/// Escape or Ctrl-C leaves. What has been shown stays on the screen, and what is typed after the key that
/// leaves is left for whoever reads next. Output that fits into the window is written as it is, and so is
/// all output where there is no terminal or a dumb one.
public struct Pager {
  private let terminal: Terminal
  private let isDumb: Bool
  private let usesColor: Bool
  private let help: StyledText

  /// Makes a pager of a terminal.
  ///
  /// - Parameters:
  ///   - help: The keys, in the user's language, shown with the position in the last row.
  ///   - configuration: The descriptors, and whether the terminal is a dumb one.
  public init(help: StyledText, configuration: LineEditor.Configuration) {
    self.help = help
    terminal = Terminal(input: configuration.input, output: configuration.output)
    isDumb = configuration.isDumb
    usesColor = configuration.usesColor
  }

  /// Shows a text, whose only escape sequences are colours.
  public func show(_ text: String) {
    let (columns, rows) = terminal.size
    let page = PagedText(text, columns: columns, height: rows - 1)
    guard !isDumb, rows > 2, page.rows.count > page.height, terminal.isTerminal else {
      terminal.write(text)
      return
    }
    var settings = termios()
    guard tcgetattr(terminal.input, &settings) == 0 else { return terminal.write(text) }
    var raw = settings
    cfmakeraw(&raw)
    let wakeUp = cle_signals_begin(terminal.output, "\r\u{1B}[K")
    tcsetattr(terminal.input, TCSADRAIN, &raw)
    var view = View(text: text, page: page, columns: columns)
    defer {
      terminal.write("\r\u{1B}[K")
      tcsetattr(terminal.input, TCSADRAIN, &settings)
      cle_signals_end()
    }
    terminal.write(Self.lines(page.shown))
    var decoder = KeyDecoder()
    while true {
      terminal.write(status(of: view))
      guard let key = nextKey(&decoder, wakeUp) else { return }
      if hasResized(&view) { continue }
      if key == .character("\u{1A}") {
        suspend(settings, raw)
        terminal.write(hasResized(&view) ? "" : Self.window(view.page))
        continue
      }
      guard let output = answer(to: key, &view) else { return }
      terminal.write(output)
    }
  }

  /// Leaves the terminal to the shell until somebody says `fg`.
  private func suspend(_ settings: termios, _ raw: termios) {
    var (settings, raw) = (settings, raw)
    terminal.write("\r\u{1B}[K")
    tcsetattr(terminal.input, TCSADRAIN, &settings)
    cle_signals_suspend()
    tcsetattr(terminal.input, TCSADRAIN, &raw)
  }

  /// What is shown, and what is being typed.
  private struct View {
    let text: String
    var page: PagedText
    var columns: Int
    /// The text that is searched for while it is typed.
    var query: String?
    var isNotFound = false
  }

  /// What to write for a key; nil when it leaves.
  private func answer(to key: Key, _ view: inout View) -> String? {
    if view.query != nil { return answerInQuery(to: key, &view) }
    view.isNotFound = false
    let height = view.page.height
    switch key {
    case .character(" "), .character("f"), .pageDown, .right:
      return view.page.isAtEnd ? nil : scroll(&view, by: height)
    case .character("\r"), .character("\n"), .character("j"), .down:
      return view.page.isAtEnd ? nil : scroll(&view, by: 1)
    case .character("b"), .pageUp, .left: return scroll(&view, by: -height)
    case .character("k"), .up: return scroll(&view, by: -1)
    case .character("g"), .home: return scroll(&view, by: -view.page.rows.count)
    case .character("G"), .end: return scroll(&view, by: view.page.rows.count)
    case .character("/"):
      view.query = ""
      return ""
    case .character("n"): return search("", &view)
    case .character("q"), .character("Q"), .character("\u{03}"), .character("\u{04}"), .escape:
      return nil
    default: return "\u{07}"
    }
  }

  private func answerInQuery(to key: Key, _ view: inout View) -> String? {
    guard let query = view.query else { return "" }
    switch key {
    case .character("\r"), .character("\n"):
      view.query = nil
      return search(query, &view)
    case .escape, .character("\u{03}"), .character("\u{07}"): view.query = nil
    case .character("\u{7F}"), .character("\u{08}"):
      view.query = query.isEmpty ? nil : String(query.dropLast())
    case .character(let scalar) where scalar.value >= 0x20:
      view.query = ComposedText.composed(query + String(scalar))
    case .paste(let text):
      view.query = query + (PastedText(text, prompts: SessionPrompts([])).lines.first ?? "")
    default: return "\u{07}"
    }
    return ""
  }

  /// Scrolls: down by writing the rows that follow, up by drawing the window again.
  private func scroll(_ view: inout View, by count: Int) -> String {
    let old = view.page.bottom
    guard view.page.scroll(by: count) else { return "\u{07}" }
    let new = view.page.bottom
    guard new > old else { return Self.window(view.page) }
    return "\r\u{1B}[K" + Self.lines(view.page.rows[max(old, view.page.top)..<new])
  }

  private func search(_ query: String, _ view: inout View) -> String {
    view.isNotFound = !view.page.search(query)
    return view.isNotFound ? "\u{07}" : Self.window(view.page)
  }

  /// Draws the text anew when the window has got another size.
  private func hasResized(_ view: inout View) -> Bool {
    let (columns, rows) = terminal.size
    guard columns != view.columns || rows - 1 != view.page.height else { return false }
    let share = Double(view.page.top) / Double(max(1, view.page.rows.count))
    view.columns = columns
    view.page = PagedText(view.text, columns: columns, height: rows - 1)
    _ = view.page.scroll(by: Int(share * Double(view.page.rows.count)))
    terminal.write(Self.window(view.page))
    return true
  }

  /// The next key; a change of the window's size counts as one, and nil is the end.
  private func nextKey(_ decoder: inout KeyDecoder, _ wakeUp: Int32) -> Key? {
    if let key = decoder.next() { return key }
    while true {
      switch terminal.wait(wakeUp: wakeUp, timeout: decoder.isAmbiguous ? 50 : -1) {
      case .timeout: if let key = decoder.next(timedOut: true) { return key }
      case .wakeUp:
        let reasons = Terminal(input: wakeUp, output: terminal.output).read()
        if reasons.contains(UInt8(cle_wake_interrupt.rawValue)) { return nil }
        return reasons.contains(UInt8(cle_wake_suspend.rawValue)) ? .character("\u{1A}") : .other
      case .input:
        // Byte by byte: what follows the key that leaves is not the pager's to take.
        let bytes = terminal.read(atMost: 1)
        guard !bytes.isEmpty else { return nil }
        decoder.feed(bytes)
        if let key = decoder.next() { return key }
      }
    }
  }

  /// The last row of the window.
  private func status(of view: View) -> String {
    let page = view.page
    var text = StyledText("\(page.top + 1)–\(page.bottom) / \(page.rows.count)  ", .bold)
    if let query = view.query {
      text = StyledText("/" + query)
    } else if view.isNotFound {
      text += StyledText("∅  ", .yellow) + help
    } else {
      text += help
    }
    return "\r\u{1B}[K" + text.truncated(to: view.columns - 1).render(color: usesColor)
  }

  private static func window(_ page: PagedText) -> String {
    // Each row is erased before it is written: behind a full one the cursor stands on its last cell.
    "\u{1B}[H" + page.shown.map { "\u{1B}[K" + $0.text + "\r\n" }.joined() + "\u{1B}[J"
  }

  private static func lines(_ rows: ArraySlice<PagedText.Row>) -> String {
    rows.map { $0.text + "\r\n" }.joined()
  }
}
