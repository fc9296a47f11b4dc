internal import CLineEditor
internal import TerminalGraphics

extension EditSession {
  /// The next character for libedit: a key of its own, or the one that calls ``perform(_:)``.
  func nextCharacter() -> LibEdit.Input {
    let state = libedit.line
    guard fits(state) else { return call(.tooTall) }
    lastFitting = state
    undoHistory.record(state)
    while true {
      if !waitingCharacters.isEmpty { return .character(waitingCharacters.removeFirst()) }
      guard let key = nextKey() else {
        removeDecorations()
        if case .interrupted = end { return .stop }
        end = end ?? .endOfInput
        return .end
      }
      if let input = input(for: key) {
        removeDecorations()
        return input
      }
    }
  }

  /// The next key, or nil when the line has ended without one.
  private func nextKey() -> Key? {
    if !waitingKeys.isEmpty { return waitingKeys.removeFirst() }
    if let key = decoder.next() { return key }
    // While more keys are there already, as when a program types, the screen can wait.
    if terminal.wait(wakeUp: wakeUp, timeout: 0) == .timeout { paint() }
    while true {
      switch terminal.wait(wakeUp: wakeUp, timeout: decoder.isAmbiguous ? Self.escapeDelay : -1) {
      case .timeout:
        if let key = decoder.next(timedOut: true) { return key }
      case .wakeUp:
        guard handleSignals() else { return nil }
      case .input:
        let bytes = terminal.read()
        guard !bytes.isEmpty else {
          showEnd()
          end = .endOfInput
          return nil
        }
        decoder.feed(bytes)
        if let key = decoder.next() { return key }
      }
    }
  }

  /// How long Escape waits for the rest of a sequence, in milliseconds.
  private static let escapeDelay: Int32 = 50

  /// What libedit is given for a key, or nil when there is nothing for it to do.
  private func input(for key: Key) -> LibEdit.Input? {
    if search != nil { return call(key) }
    if menu != nil, let input = menuInput(for: key) { return input }
    switch key {
    case .character("\u{04}") where libedit.line.scalars.isEmpty:
      removeDecorations()
      showEnd()
      end = .endOfInput
      return .end
    case .character(let scalar):
      if (0x80..<0xA0).contains(scalar.value) { return nil }
      if ComposedText.isMark(scalar) { return call(key) }
      if scalar == NewlineMark.scalar || scalar.value >= 0x20 {
        guard hasRoom(for: [scalar]) else { return call(.other) }
      }
      return .character(scalar)
    case .meta("\r"), .meta("\n"): return call(key)
    case .meta(let scalar):
      waitingCharacters.append(scalar)
      return .character("\u{1B}")
    case .escape: return .character("\u{1B}")
    case .other: return nil
    default: return call(key)
    }
  }

  /// Lets libedit call ``perform(_:)`` for a key.
  func call(_ key: Key) -> LibEdit.Input {
    pendingKey = key
    return .character(Self.privateCharacter)
  }

  // MARK: - Signals

  /// Handles what the wake-up pipe tells; false when the line is given up.
  private func handleSignals() -> Bool {
    var goesOn = true
    for byte in Terminal(input: wakeUp, output: terminal.output).read() {
      switch cle_wake(UInt32(byte)) {
      case cle_wake_interrupt where goesOn:
        let wasEmpty = libedit.line.scalars.isEmpty && request?.earlierText.isEmpty == true
        removeDecorations()
        dropPaste()
        showEnd("^C")
        leaveSearch()
        end = .interrupted(wasEmpty: wasEmpty)
        goesOn = false
      case cle_wake_suspend where goesOn: suspend()
      case cle_wake_continue where goesOn: resume()
      case cle_wake_resize where goesOn: resize()
      default: break
      }
    }
    return goesOn
  }

  /// Drops a paste that has begun, with what is still to come of it.
  ///
  /// Its end mark may never come: the terminal drops what it holds when Ctrl-C is pressed.
  private func dropPaste() {
    while decoder.isInsidePaste, terminal.wait(wakeUp: -1, timeout: 200) == .input {
      let bytes = terminal.read()
      guard !bytes.isEmpty else { break }
      decoder.feed(bytes)
      if case .paste = decoder.next() { return }
    }
    if decoder.isInsidePaste { decoder.reset() }
  }

  /// Leaves the terminal to the shell until somebody says `fg`.
  private func suspend() {
    removeDecorations()
    showEnd()
    terminal.write(Self.farewell)
    libedit.setRaw(false)
    cle_signals_suspend()
    resume()
  }

  /// Takes the terminal again, whatever was done to it meanwhile.
  private func resume() {
    // libedit believes that it never left raw mode.
    libedit.setRaw(false)
    libedit.setRaw(true)
    window = terminal.size
    hideOrShowLine()
    libedit.resize()
    terminal.write("\r\u{1B}[J\u{1B}[?2004h")
    libedit.redraw()
    paint()
  }

  /// Draws the line again in a window of another size.
  private func resize() {
    window = terminal.size
    // The terminal has wrapped the rows anew, so the new width tells how far up the first one is.
    terminal.write(erasure)
    decorations = Decorations()
    hideOrShowLine()
    libedit.resize()
    libedit.redraw()
    paint()
  }

  /// Takes a line that the window cannot hold any more out of it, and brings it back when it can.
  private func hideOrShowLine() {
    let state = libedit.line
    if !fits(state) {
      hiddenLine = state
      libedit.replaceLine(with: LineState())
    } else if let hidden = hiddenLine, state.scalars.isEmpty, fits(hidden) {
      hiddenLine = nil
      libedit.replaceLine(with: hidden)
    }
  }
}
