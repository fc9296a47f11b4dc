internal import CLineEditor

/// Turns Ctrl-C into something that a computation can look at.
///
/// While a monitor lives, the first Ctrl-C (SIGINT) of a computation raises its flag, and one that
/// comes more than a second later, the flag still raised, ends the process with status 130: a
/// computation that does not look cannot lock its user out. During
/// ``LineEditor/readLine(prompt:assistant:)`` Ctrl-C belongs to the prompt instead; entering it
/// lowers the flag.
///
/// Signals belong to the process, so one monitor at a time is enough; a line editor installs the same handler.
public final class InterruptMonitor: Sendable {
  /// Starts watching. Without the descriptors for it, Ctrl-C goes on ending the process.
  public init() {
    _ = cle_interrupts_install()
  }

  deinit {
    cle_interrupts_remove()
  }

  /// Whether Ctrl-C was pressed since the flag was lowered. Cheap enough to ask in a loop.
  public var isRaised: Bool { cle_interrupts_count() > 0 }

  /// Lowers the flag, when an interrupted computation has stopped or a new one starts.
  public func lower() { cle_interrupts_clear() }
}
