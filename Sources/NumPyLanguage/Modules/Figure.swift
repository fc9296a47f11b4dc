/// What a program drew with `plt`, until `plt.show()` hands it over.
public struct Figure: Hashable, Sendable {
  /// A line, a cloud of points or a histogram.
  public struct Series: Hashable, Sendable {
    /// How the series is drawn.
    public enum Kind: String, Hashable, Sendable {
      /// `plt.plot`
      case line
      /// `plt.scatter`, and `plt.plot` with a marker and no line.
      case points
      /// `plt.hist`
      case histogram
      /// `plt.bar`
      case bars
    }
    /// How the series is drawn.
    public var kind: Kind
    /// The horizontal places; of a histogram, the edges of its bins.
    public var x: [Double]
    /// The heights; of a histogram, the counts.
    public var y: [Double]
    /// The name in the legend, if it has one.
    public var label: String?
    /// Matplotlib's short format, as `'r--'`; empty where none was given.
    public var format: String
  }

  /// What was drawn, in order.
  public var series: [Series] = []
  /// The title, if it has one.
  public var title: String?
  /// The name of the horizontal axis.
  public var xLabel: String?
  /// The name of the vertical axis.
  public var yLabel: String?
  /// The ends of the horizontal axis, where they were set.
  public var xLimits: [Double]?
  /// The ends of the vertical axis, where they were set.
  public var yLimits: [Double]?
  /// Whether a legend was asked for.
  public var hasLegend = false
  /// Whether a grid was asked for.
  public var hasGrid = false

  /// An empty figure.
  public init() {}

  /// Whether nothing was drawn.
  public var isEmpty: Bool { series.isEmpty }
}
