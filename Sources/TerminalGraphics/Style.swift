/// How a piece of text looks on a terminal that can show it.
///
///     Style.red
///     Style.bold.adding(.green)
public struct Style: Hashable, Sendable {
  /// The eight colours every terminal has; the user's theme decides how they look.
  public enum Color: Int, Hashable, Sendable {
    /// The colours in the order of their codes.
    case black, red, green, yellow, blue, magenta, cyan, white
  }

  /// The colour of the letters, or nil for the terminal's own.
  public var color: Color?
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Whether the letters are fainter than usual.
  public var isDim: Bool
  /// Whether the letters are underlined.
  public var isUnderlined: Bool

  /// Makes a style; without arguments it is the plain one.
  public init(
    color: Color? = nil, isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false
  ) {
    self.color = color
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
  }

  /// This style with what another one asks for on top: its colour wins, emphasis adds up.
  public func adding(_ other: Style) -> Style {
    Style(
      color: other.color ?? color, isBold: isBold || other.isBold, isDim: isDim || other.isDim,
      isUnderlined: isUnderlined || other.isUnderlined)
  }

  /// The terminal's own look.
  public static let plain = Style()
  /// Bold letters.
  public static let bold = Style(isBold: true)
  /// Faint letters, for what stands beside the matter.
  public static let dim = Style(isDim: true)
  /// Underlined letters.
  public static let underlined = Style(isUnderlined: true)
  /// Red letters, for errors.
  public static let red = Style(color: .red)
  /// Green letters, for what is right.
  public static let green = Style(color: .green)
  /// Yellow letters, for warnings.
  public static let yellow = Style(color: .yellow)
  /// Blue letters.
  public static let blue = Style(color: .blue)
  /// Magenta letters.
  public static let magenta = Style(color: .magenta)
  /// Cyan letters, for names and input.
  public static let cyan = Style(color: .cyan)

  /// The parameters of the SGR sequence that turns this style on, or nil for the plain style.
  var selectGraphicRendition: String? {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if let color { codes.append("\(30 + color.rawValue)") }
    return codes.isEmpty ? nil : codes.joined(separator: ";")
  }
}
