import SourceText

/// What a function is made of, the same for each time its `def` or `lambda` runs.
final class FunctionCode {
  struct Parameter {
    enum Kind { case normal, keywordOnly, rest, restKeywords }
    var name: String
    var kind: Kind
    /// The place of its default among the function's defaults.
    var defaultIndex: Int?
  }
  let name: String
  let parameters: [Parameter]
  let scope: Scope
  let unit: SourceUnit
  /// What the function does; a `lambda` returns its expression.
  let body: NodeList<any Statement>
  /// How deep running it goes at most, without the calls it makes.
  let height: Int
  /// Where it is defined.
  let range: SourceRange

  /// How many parameters can be passed by position.
  let positionalCount: Int
  /// Whether each parameter is passed by position: no `*rest`, no `**rest`, none by keyword only.
  let isPlain: Bool

  init(
    name: String, parameters: [Parameter], scope: Scope, unit: SourceUnit,
    body: [any Statement], height: Int, range: SourceRange
  ) {
    (self.name, self.parameters, self.scope, self.unit) = (name, parameters, scope, unit)
    (self.height, self.range) = (height, range)
    self.body = NodeList(body)
    positionalCount = parameters.prefix { $0.kind == .normal }.count
    isPlain = positionalCount == parameters.count
  }
}
