/// What became of a question: the best verdict so far, and what it took.
public struct AnswerRecord: Hashable, Sendable {
  /// The best verdict that an answer got; never ``Judgement/Verdict/invalid``, nil before the first.
  public private(set) var verdict: Judgement.Verdict?
  /// How many answers were judged; those that were none do not count.
  public private(set) var attempts = 0
  /// How many of the hints were shown.
  public private(set) var hints = 0
  /// Whether the learner passed the question over and has not answered it since.
  public private(set) var isSkipped = false
  /// Whether the solution was shown before an answer was accepted.
  public private(set) var isShown = false
  /// Whether the learner found that an answer that was not accepted says the same as the model answer.
  public private(set) var isSelfAssessed = false
  /// When an answer was judged last, in seconds since 1970.
  public private(set) var lastAttempt: Int?
  /// Words of a progress file that this version does not know, in order.
  var unknown: [String] = []

  /// Something that happens to an open question.
  public enum Event: Hashable, Sendable {
    /// An answer was judged, at a time in seconds since 1970.
    case judged(Judgement.Verdict, at: Double)
    /// The next hint was shown.
    case hint
    /// The learner passed it over.
    case skip
    /// The solution was shown.
    case solution
    /// The model answer was shown beside the learner's own, which was not accepted.
    case comparison
    /// The learner said whether the two say the same.
    case selfAssessed(Bool)
  }

  /// How a question stands, in one word.
  public enum Standing: String, CaseIterable, Hashable, Sendable {
    /// Answered as the key does.
    case right
    /// Answered otherwise, and accepted.
    case alternative
    /// The best answer was partly right.
    case partial
    /// All answers were wrong.
    case wrong
    /// Not accepted, but marked right by the learner, who saw the model answer beside it.
    case selfAssessed = "self-assessed"
    /// Passed over.
    case skipped
    /// The solution was shown before an answer was accepted.
    case shown
    /// Not answered yet.
    case open
  }

  /// Makes the record of a question that was not asked yet.
  public init() {}

  /// Notes what happened.
  public mutating func note(_ event: Event) {
    switch event {
    case .judged(.invalid, _): return
    case .judged(let verdict, let seconds):
      attempts = min(attempts, .max - 1) + 1
      lastAttempt = Int(exactly: seconds.rounded(.down))
      if verdict.rank > self.verdict?.rank ?? 0 { self.verdict = verdict }
      if verdict.isAccepted { isSkipped = false }
    case .hint: hints = min(hints, .max - 1) + 1
    case .skip: isSkipped = !isAccepted && !isShown
    case .solution, .comparison:
      if !isAccepted { isShown = true }
      isSkipped = false
    case .selfAssessed(let saysTheSame): if !isAccepted { isSelfAssessed = saysTheSame }
    }
  }

  /// How the question stands.
  public var standing: Standing {
    if isSelfAssessed { return .selfAssessed }
    if isShown { return .shown }
    if isSkipped { return .skipped }
    switch verdict {
    case .right: return .right
    case .alternative: return .alternative
    case .partial: return .partial
    case .wrong: return .wrong
    case .invalid, nil: return .open
    }
  }

  /// Whether the lesson may go on: it was answered, passed over, or its solution shown.
  public var isSettled: Bool { isAccepted || isSelfAssessed || isSkipped || isShown }

  /// Whether an answer was accepted, before or after the solution was shown.
  public var isAccepted: Bool { verdict?.isAccepted ?? false }
}

extension Judgement.Verdict {
  /// The better, the higher.
  fileprivate var rank: Int {
    switch self {
    case .invalid: 0
    case .wrong: 1
    case .partial: 2
    case .alternative: 3
    case .right: 4
    }
  }
}

// MARK: In a progress file

extension AnswerRecord {
  /// Reads the words of a line such as `verdict=right attempts=2 hints=1 time=1764000000`.
  ///
  /// - Returns: nil where a word that this version knows has a value that makes no sense.
  init?(words: some Sequence<String>) {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1]) : nil
      switch (String(parts[0]), value) {
      case ("verdict", let value?):
        // A verdict that only a later version gives is kept for it.
        if let verdict = Judgement.Verdict(rawValue: value), verdict != .invalid {
          self.verdict = verdict
        } else {
          unknown.append(word)
        }
      case ("attempts", let value?):
        guard let number = Int(value), number >= 0 else { return nil }
        attempts = number
      case ("hints", let value?):
        guard let number = Int(value), number >= 0 else { return nil }
        hints = number
      case ("time", let value?):
        guard let number = Int(value) else { return nil }
        lastAttempt = number
      case ("skipped", nil): isSkipped = true
      case ("shown", nil): isShown = true
      case ("self-assessed", nil): isSelfAssessed = true
      case ("verdict", nil), ("attempts", nil), ("hints", nil), ("time", nil), ("skipped", _?),
        ("shown", _?), ("self-assessed", _?):
        return nil
      default: unknown.append(word)
      }
    }
  }

  /// The words of its line in a progress file.
  var words: [String] {
    var words: [String] = []
    if let verdict { words.append("verdict=\(verdict.rawValue)") }
    if attempts > 0 { words.append("attempts=\(attempts)") }
    if hints > 0 { words.append("hints=\(hints)") }
    if isSkipped { words.append("skipped") }
    if isShown { words.append("shown") }
    if isSelfAssessed { words.append("self-assessed") }
    if let lastAttempt { words.append("time=\(lastAttempt)") }
    return words + unknown
  }
}
