internal import CPseudoTerminal
internal import Foundation

/// A program on a pseudo-terminal, and the screen that its user would see.
///
/// It is spawned, never forked, with the terminal as its controlling one, default signals and no
/// descriptors but the terminal's; it is killed when the value goes.
public final class PseudoTerminal {
  /// What went wrong with a program under test.
  public enum Failure: Error, CustomStringConvertible {
    /// A call to the system failed.
    case system(call: String, errno: Int32)
    /// What was waited for did not come; the screen as it was then.
    case timeout(waitingFor: String, screen: String)

    /// What went wrong, with the screen.
    public var description: String {
      switch self {
      case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
      case .timeout(let waitingFor, let screen):
        "waited in vain for \(waitingFor); the screen:\n\(screen)"
      }
    }
  }

  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
    /// It had to be killed.
    case timeout
  }

  /// What is to be seen.
  public private(set) var screen: VirtualTerminal
  /// All bytes that came.
  public private(set) var output: [UInt8] = []
  /// The program's process.
  public let processIdentifier: Int32
  /// A folder that is removed with the terminal, such as the program's home.
  public var ownFolder: String?
  private let descriptor: Int32
  private var exit: Exit?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: Its path.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: Its whole environment; `TERM` is `xterm-256color` unless it says otherwise.
  ///   - columns: The width of the window.
  ///   - rows: The height of the window.
  public init(
    _ executable: String, arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = VirtualTerminal(columns: columns, rows: rows)
    var path = [CChar](repeating: 0, count: 128)
    descriptor = cpt_open(&path, path.count)
    guard descriptor >= 0 else { throw Failure.system(call: "posix_openpt", errno: errno) }
    cpt_resize(descriptor, Int32(columns), Int32(rows))
    let everything = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
      .merging(environment) { _, new in new }
    processIdentifier = try Self.spawn(
      executable, arguments: arguments, environment: everything, terminal: path)
  }

  deinit {
    if exit == nil {
      kill(processIdentifier, SIGKILL)
      waitpid(processIdentifier, nil, 0)
    }
    close(descriptor)
    if let ownFolder { try? FileManager.default.removeItem(atPath: ownFolder) }
  }

  // MARK: - The user's side

  /// Sends what a user types.
  public func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Sends bytes, whatever they are.
  public func type(bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      // A program that is slow to read must be able to write meanwhile.
      read(timeout: 0)
      let count = bytes.prefix(512).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Sends a text as a paste in brackets.
  public func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Changes the size of the window and waits for the program to draw anew.
  ///
  /// Nothing that the program wrote for the old size may still be under way, so it has to have been
  /// quiet for a moment.
  public func resize(columns: Int, rows: Int) throws {
    while read(timeout: 60) {}
    let before = output.count
    screen.resize(columns: columns, rows: rows)
    cpt_resize(descriptor, Int32(columns), Int32(rows))
    try wait(for: "an answer to the new size") { _ in output.count > before }
    while read(timeout: 60) {}
  }

  /// Sends a signal to the program.
  public func send(signal: Int32) { kill(processIdentifier, signal) }

  // MARK: - Waiting

  /// Waits until the screen meets a condition.
  ///
  /// - Throws: ``Failure/timeout(waitingFor:screen:)`` after some seconds.
  public func wait(
    for what: String, seconds: Double = 60, until condition: (VirtualTerminal) -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !condition(screen) {
      let milliseconds = Int32(max(0, min(100, deadline.timeIntervalSinceNow * 1000)))
      if !read(timeout: milliseconds), deadline.timeIntervalSinceNow <= 0 {
        throw Failure.timeout(waitingFor: what, screen: screen.transcript)
      }
    }
  }

  /// Types a line and waits until more is shown than before and it all ends with a text.
  ///
  /// Without the first condition, a line that is typed twice would find the end of its first answer
  /// and return before the second.
  public func enter(_ line: String, untilLast end: String) throws {
    let before = screen.transcript.count
    type(line + "\r")
    try wait(for: "'\(end)' after '\(line)'") {
      $0.transcript.count > before && $0.transcript.hasSuffix(end)
    }
  }

  /// Waits until the row of the cursor reads so, blanks at its end aside.
  public func wait(forLine line: String) throws {
    try wait(for: "the line '\(line)'") { $0.currentLine == line }
  }

  /// Waits until a text is on the screen.
  public func wait(forText text: String) throws {
    try wait(for: "'\(text)'") { $0.text.contains(text) }
  }

  /// Waits until the whole screen reads so.
  public func wait(forScreen text: String) throws {
    try wait(for: "the screen\n\(text)\n") { $0.text == text }
  }

  /// Waits for the end of the program, and ends it if it does not come.
  public func waitForExit(seconds: Double = 60) -> Exit {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while exit == nil {
      read(timeout: 10)
      var status: Int32 = 0
      let isLate = deadline.timeIntervalSinceNow <= 0
      if isLate { kill(processIdentifier, SIGKILL) }
      if waitpid(processIdentifier, &status, isLate ? 0 : WNOHANG) == processIdentifier {
        let signal = status & 0x7F
        exit = isLate ? .timeout : signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
      }
    }
    while read(timeout: 0) {}
    return exit ?? .timeout
  }

  /// Whether the program has not ended.
  public var isRunning: Bool {
    var status: Int32 = 0
    guard exit == nil else { return false }
    guard waitpid(processIdentifier, &status, WNOHANG) == processIdentifier else { return true }
    let signal = status & 0x7F
    exit = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    return false
  }

  /// Takes what the program has written; false when there is nothing.
  @discardableResult
  private func read(timeout: Int32) -> Bool {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&event, 1, timeout) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(descriptor, &bytes, bytes.count)
    guard count > 0 else {
      // Linux reports the end of the other side as an error.
      usleep(1000)
      return false
    }
    output += bytes.prefix(count)
    screen.feed(bytes.prefix(count))
    return true
  }

  private static func spawn(
    _ executable: String, arguments: [String], environment: [String: String], terminal: [CChar]
  ) throws -> pid_t {
    let arguments = ([executable] + arguments).map { strdup($0) } + [nil]
    let environment = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var process: pid_t = 0
    let number = cpt_spawn(&process, executable, arguments, environment, terminal)
    guard number == 0 else {
      throw Failure.system(call: "posix_spawn \(executable)", errno: number)
    }
    return process
  }
}
