internal import CLineEditor

/// libedit behind Swift types: one editor with its line.
///
/// It is a class because libedit keeps its address and calls back into it.
final class LibEdit {
  /// What libedit asks for while it edits a line.
  protocol Delegate: AnyObject {
    /// The next character for libedit, or why there is none.
    func nextCharacter() -> Input
    /// Runs the key that a bound character stands for.
    func perform(_ character: Unicode.Scalar) -> Outcome
  }

  /// What the delegate answers to libedit's request for a character.
  enum Input {
    case character(Unicode.Scalar)
    /// The end of input.
    case end
    /// Nothing; the line is given up.
    case stop
  }

  /// What libedit has to do after a key that it did not handle itself.
  enum Outcome {
    case nothing, accept, refresh, moveCursor, beep
  }

  /// How editing a line ended.
  enum LineEnd {
    case accepted, endOfInput, stopped
  }

  /// The delegate; without one there is no input.
  weak var delegate: (any Delegate)?
  private var handle: OpaquePointer?

  /// Opens libedit on two descriptors of a terminal; nil when that is impossible.
  init?(program: String, input: Int32, output: Int32) {
    guard cle_use_utf8_locale() else { return nil }
    var callbacks = cle_callbacks(
      read_character: { context, character in
        LibEdit.from(context).readCharacter(into: character!)
      },
      dispatch: { context, character in
        LibEdit.from(context).dispatch(character)
      })
    handle = cle_open(program, input, output, &callbacks, Unmanaged.passUnretained(self).toOpaque())
    guard handle != nil else { return nil }
  }

  deinit {
    if let handle { cle_close(handle) }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> LibEdit {
    Unmanaged<LibEdit>.fromOpaque(context!).takeUnretainedValue()
  }

  private func readCharacter(into character: UnsafeMutablePointer<UInt32>) -> Int32 {
    switch delegate?.nextCharacter() ?? .end {
    case .character(let scalar):
      character.pointee = scalar.value
      return 1
    case .end: return 0
    case .stop: return -1
    }
  }

  private func dispatch(_ character: UInt32) -> Int32 {
    let outcome = Unicode.Scalar(character).flatMap { delegate?.perform($0) } ?? .nothing
    let result: cle_result =
      switch outcome {
      case .nothing: cle_result_normal
      case .accept: cle_result_newline
      case .refresh: cle_result_refresh
      case .moveCursor: cle_result_cursor
      case .beep: cle_result_error
      }
    return Int32(result.rawValue)
  }

  // MARK: - Set-up

  /// Reads ~/.editrc.
  func readUserBindings() { cle_source(handle, nil) }

  /// Whether the user edits lines at all: not with `edit off` in ~/.editrc.
  var edits: Bool { cle_edits(handle) }

  /// Whether the user edits as in vi.
  var isVi: Bool { cle_is_vi(handle) }

  /// Lets the delegate run a key (in libedit's notation), in vi's command map if asked.
  func bind(_ key: String, commandMap: Bool = false) {
    withWide(key) { cle_bind(handle, $0, commandMap) }
  }

  /// Binds a key to one of libedit's functions.
  func bind(_ key: String, to function: String) {
    withWide(key) { key in withWide(function) { cle_bind_to(handle, key, $0) } }
  }

  /// The plain text of the prompt from the next drawing on.
  func setPrompt(_ text: String) {
    let scalars = text.unicodeScalars.map(\.value) + [0]
    cle_set_prompt(handle, scalars)
  }

  private func withWide(_ text: String, _ body: (UnsafePointer<wchar_t>) -> Void) {
    let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    wide.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  // MARK: - The line

  /// Lets somebody edit a line.
  func editLine() -> LineEnd {
    let count = cle_read_line(handle)
    return count > 0 ? .accepted : count == 0 ? .endOfInput : .stopped
  }

  /// The line as it is, without the newline that accepting it adds.
  var line: LineState {
    var length = 0
    var cursor = 0
    guard let characters = cle_line(handle, &length, &cursor) else { return LineState() }
    if length > 0, characters[length - 1] == 10 { length -= 1 }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(length)
    for index in 0..<length { scalars.append(Unicode.Scalar(characters[index]) ?? "\u{FFFD}") }
    return LineState(scalars, cursor: min(cursor, length))
  }

  /// Replaces the whole line; what is drawn follows with the next refresh.
  func replaceLine(with state: LineState) {
    replace(0..<line.scalars.count, with: state.scalars)
    moveCursor(to: state.cursor)
  }

  /// Replaces some scalars and leaves the cursor behind the new ones; false when there is no room.
  @discardableResult
  func replace(_ range: Range<Int>, with scalars: [Unicode.Scalar]) -> Bool {
    moveCursor(to: range.upperBound)
    cle_delete_before_cursor(handle, Int32(range.count))
    return cle_insert(handle, scalars.map(\.value) + [0])
  }

  /// Moves the cursor behind so many scalars.
  func moveCursor(to position: Int) { cle_set_cursor(handle, max(0, position)) }

  // MARK: - The terminal

  /// Draws prompt and line from the screen's cursor on.
  func redraw() { cle_refresh(handle) }

  /// Learns the size of the window.
  func resize() { cle_resize(handle) }

  /// Switches the terminal to editing or back.
  func setRaw(_ isRaw: Bool) { cle_set_raw(handle, isRaw) }

  /// The columns of a scalar as libedit reckons.
  static func width(of scalar: Unicode.Scalar) -> Int { Int(cle_character_width(scalar.value)) }
}
