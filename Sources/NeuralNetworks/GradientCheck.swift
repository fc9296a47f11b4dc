/// Whether backpropagation agrees with numeric differentiation, array by array.
///
/// Each parameter w is moved by ±h and the loss E computed anew:
///
///     numeric = (E(w + h) − E(w − h)) / 2h
///
/// which differs from the true derivative by about h² E‴ / 6 (truncation) and by the rounding of
/// E divided by h. With the default h = 1e-4 a right gradient agrees to about nine digits.
public struct GradientCheck: Hashable, Sendable {
  /// What a comparison says.
  public enum Verdict: Hashable, Sendable {
    /// The relative error is at most `tolerance`.
    case agrees
    /// The relative error is larger, but the difference is no larger than the rounding of the loss
    /// makes it.
    case agreesWithinRounding
    /// The relative error is larger, but goes away when the truncation of the difference quotient
    /// is taken out (by Richardson's extrapolation from h and h/2).
    case agreesWithoutTruncation
    /// The difference quotient reaches across the kink of a ReLU or a step, where it is no
    /// derivative: nothing can be said.
    case undecidedAtKink
    /// The two do not agree.
    case disagrees
    /// One of the two is infinite or no number.
    case notFinite
    /// There is no gradient for the array: nothing was compared.
    case missing
    /// The gradient has this shape and not that of its array: nothing was compared.
    case misshapen([Int])
    /// The gradient has this shape, the reverse of its array's, and agrees once it is transposed.
    case transposed([Int])

    /// Whether nothing speaks against the gradient.
    public var isFine: Bool {
      switch self {
      case .agrees, .agreesWithinRounding, .agreesWithoutTruncation, .undecidedAtKink: true
      case .disagrees, .notFinite, .missing, .misshapen, .transposed: false
      }
    }
  }

  /// The comparison for one parameter array, shown at its worst element.
  public struct Row: Hashable, Sendable {
    /// The name of the array, for example `W1`.
    public let name: String
    /// Its shape.
    public let shape: [Int]
    /// Where the worst element stands in the array, row by row.
    public let worst: Int
    /// The difference quotient there; NaN where nothing was compared.
    public let numeric: Double
    /// The gradient that backpropagation gives there; NaN where nothing was compared.
    public let backprop: Double
    /// What the comparison says, of the whole array.
    public let verdict: Verdict
    /// How many elements were left out because they reach across a kink.
    public let kinks: Int
    /// The first element that does not agree; nil where all do, or nothing was compared.
    public let first: Element?

    /// An element of an array, with both of its derivatives.
    public struct Element: Hashable, Sendable {
      /// Where it stands in the array, row by row.
      public let place: Int
      /// The difference quotient.
      public let numeric: Double
      /// The gradient that backpropagation gives.
      public let backprop: Double
    }

    /// |numeric − backprop| at the worst element.
    public var difference: Double { abs(numeric - backprop) }
    /// The relative error at the worst element.
    public var relativeError: Double {
      GradientCheck.relativeError(numeric: numeric, backprop: backprop)
    }
    /// The index of the worst element as it stands in brackets: `[row, column]`, `[unit]` or `[]`.
    public var worstIndex: [Int] { index(of: worst) }

    /// The index of an element, from its place in the array, row by row.
    public func index(of place: Int) -> [Int] {
      var (rest, index) = (place, [Int]())
      for size in shape.reversed() {
        index.append(rest % size)
        rest /= size
      }
      return index.reversed()
    }
  }

  /// A total input that changes its sign while a parameter is moved by ±h.
  public struct Kink: Hashable, Sendable {
    /// The layer, from 1.
    public let layer: Int
    /// The unit, from 0.
    public let unit: Int
    /// The sample, from 0.
    public let sample: Int
    /// The total input before anything was moved.
    public let preActivation: Double
  }

  /// Up to which relative error numbers agree.
  public static let tolerance = 1e-6
  /// The least magnitude that differences are measured against.
  public static let floor = 1e-8
  /// How many kinks are kept in `kinks`.
  static let kinkLimit = 100

  /// By how much each parameter was moved.
  public let h: Double
  /// One row per parameter array: W1, b1, W2 …
  public let rows: [Row]
  /// The units that changed sides of a kink, the first hundred.
  public let kinks: [Kink]
  /// Whether the loss was differentiated without the guard that the printed one has: see
  /// `Loss.leavesOutGuard`.
  public let leavesOutGuard: Bool
  /// How many parameters the network has.
  public let parameterCount: Int
  /// How many forward passes the numeric gradient took: two per parameter, and more where the
  /// truncation or a kink had to be looked at. Backpropagation took one forward and one backward pass.
  public let forwardPasses: Int
  /// How long the numeric gradient took.
  public let numericDuration: Duration
  /// How long backpropagation took: one forward and one backward pass.
  public let backpropDuration: Duration

  /// Whether no array disagrees.
  public var isFine: Bool { rows.allSatisfy(\.verdict.isFine) }

  /// |n − b| / max(|n|, |b|, 1e-8): how far numeric and backprop are apart, relative to their
  /// size.
  ///
  /// The least size, 1e-8, keeps two numbers that are both almost 0 from differing relatively.
  public static func relativeError(numeric: Double, backprop: Double) -> Double {
    abs(numeric - backprop) / max(abs(numeric), abs(backprop), floor)
  }
}

/// Why gradients cannot be checked.
public enum GradientCheckError: Error, Hashable, Sendable {
  /// The samples do not fit the network.
  case network(NetworkError)
  /// h is not a positive number.
  case step(Double)
  /// The check would take more multiplications than the limit.
  case tooCostly(multiplications: Double, limit: Double)
  /// It was asked to stop.
  case interrupted
}
