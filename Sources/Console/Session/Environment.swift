public import ArrayFiles
public import NumPyLanguage

/// The world outside a session, passed in so that everything runs in a test.
public struct Environment {
  /// Where results go.
  public var output: (Output) -> Void
  /// Whether the person wants a computation to end; polled by everything that can take long.
  public var isInterrupted: () -> Bool
  /// What the process uses of the machine's memory; polled by the formulas that run.
  public var memory: () -> MemoryUse
  /// What durations are measured with.
  public var clock: any Clock<Duration>
  /// The time of day in seconds since 1970, for `time.time()`.
  public var secondsSince1970: () -> Double
  /// Waits for some seconds, or until the person wants it to end.
  public var sleep: (Double) -> Void
  /// Whether figures are shown.
  public var showsPlots: Bool
  /// The lines that were typed, the latest last; empty where there is no history.
  public var typedLines: () -> [String]
  /// The files, and the folder against which relative names are read.
  public var files: FileStore
  /// The folder of the lesson scripts, or nil where there is none.
  public var lessonsFolder: String?
  /// How far the learner has come in the lessons.
  public var progress: ProgressStore
  /// The seed of the numbers in questions, where the person asks for one; nil for the learner's own.
  public var questionSeed: UInt32?
  /// How many `run` lines led here, to stop a script that runs itself.
  public var depth = 0
  /// Whether a person sits at a terminal.
  public var isInteractive: Bool

  /// Makes an environment.
  public init(
    output: @escaping (Output) -> Void,
    isInterrupted: @escaping () -> Bool = { false },
    memory: @escaping () -> MemoryUse = { MemoryUse() },
    clock: any Clock<Duration> = ContinuousClock(),
    secondsSince1970: @escaping () -> Double = { 0 },
    sleep: @escaping (Double) -> Void = { _ in },
    showsPlots: Bool = true,
    typedLines: @escaping () -> [String] = { [] },
    files: FileStore = FileStore(),
    lessonsFolder: String? = nil,
    progress: ProgressStore = ProgressStore(path: nil),
    questionSeed: UInt32? = nil,
    isInteractive: Bool = false
  ) {
    self.output = output
    self.isInterrupted = isInterrupted
    self.memory = memory
    self.clock = clock
    self.secondsSince1970 = secondsSince1970
    self.sleep = sleep
    self.showsPlots = showsPlots
    self.typedLines = typedLines
    self.files = files
    self.lessonsFolder = lessonsFolder
    self.progress = progress
    self.questionSeed = questionSeed
    self.isInteractive = isInteractive
  }

  /// Tells a computation to stop: when the person wants it, or when it has taken so long from now on.
  func stop(after limit: Duration) -> () -> Bool {
    func make(_ clock: some Clock<Duration>) -> () -> Bool {
      let deadline = clock.now.advanced(by: limit)
      return { isInterrupted() || clock.now > deadline }
    }
    return make(clock)
  }

  /// The time that a body takes.
  func duration(of body: () throws(ConsoleError) -> Void) throws(ConsoleError) -> Duration {
    func measure(_ clock: some Clock<Duration>) throws(ConsoleError) -> Duration {
      let start = clock.now
      try body()
      return start.duration(to: clock.now)
    }
    return try measure(clock)
  }
}
