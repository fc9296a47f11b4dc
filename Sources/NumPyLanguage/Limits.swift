/// How much memory a process uses, and how much it may.
public struct MemoryUse: Hashable, Sendable {
  /// What it uses, in bytes.
  public var bytes: Int
  /// What it may use, in bytes.
  public var limit: Int

  /// Makes a measurement; without arguments, one of no use and no limit.
  public init(bytes: Int = 0, limit: Int = .max) { (self.bytes, self.limit) = (bytes, limit) }
}

/// How far a program may go before it is stopped with an error.
public struct Limits: Hashable, Sendable {
  /// Calls inside calls, as in Python.
  public var callDepth = 1000
  /// Brackets inside brackets, as in Python.
  public var bracketDepth = 200
  /// Levels of a syntax tree.
  public var syntaxDepth = 500
  /// Blocks inside blocks, as in Python.
  public var indentationDepth = 99
  /// Levels that are evaluated at the same time, over all calls; bounds the machine's stack.
  public var evaluationDepth = 12_000
  /// Bytes of source.
  public var sourceSize = 16 << 20
  /// Elements of one array, list or other container.
  public var elements = 1 << 27
  /// Items of one list that grows, or that is made of others.
  var items: Int { elements / 8 }
  /// Bytes of one string.
  public var textSize = 1 << 26

  /// The limits for a learner's machine.
  public init() {}
}
