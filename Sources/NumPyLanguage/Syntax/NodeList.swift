/// Parts of a program in a row, as the statements of a block.
///
/// They never change while the program runs. A Swift array would count a reference to each part
/// that is run, since it might; here a part is lent where it lies.
struct NodeList<Node>: ~Copyable {
  /// One part. It cannot be copied, so that running it takes no reference to it.
  struct Link: ~Copyable {
    let node: Node
  }
  private let links: UnsafeMutablePointer<Link>
  let count: Int

  init(_ nodes: [Node]) {
    (links, count) = (.allocate(capacity: nodes.count), nodes.count)
    for (i, node) in nodes.enumerated() { (links + i).initialize(to: Link(node: node)) }
  }

  deinit {
    links.deinitialize(count: count)
    links.deallocate()
  }

  /// A part, as a reference of the caller's own.
  subscript(index: Int) -> Node {
    precondition(0 <= index && index < count, "part \(index) of \(count)")
    return links[index].node
  }

  /// All parts.
  var all: [Node] { (0..<count).map { self[$0] } }
}

// MARK: Statements

extension NodeList.Link where Node == any Statement {
  fileprivate func execute(_ frame: Frame) throws(PythonError) -> Completion {
    try node.execute(frame)
  }
}

extension NodeList where Node == any Statement {
  /// Runs the statements until one ends otherwise than normally.
  func execute(_ frame: Frame) throws(PythonError) -> Completion {
    for i in 0..<count {
      let completion = try links[i].execute(frame)
      if case .normal = completion { continue }
      return completion
    }
    return .normal
  }
}

// MARK: Expressions

extension NodeList.Link where Node == any Expression {
  fileprivate func evaluate(_ frame: Frame) throws(PythonError) -> Value {
    try node.evaluate(frame)
  }

  fileprivate func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? {
    node.place(frame, acrossCalls: acrossCalls)
  }
}

extension NodeList where Node == any Expression {
  /// The value of one of the expressions, which must be one of them.
  func evaluate(_ index: Int, _ frame: Frame) throws(PythonError) -> Value {
    try links[index].evaluate(frame)
  }

  /// Where the value of one of the expressions lies.
  func place(
    _ index: Int, _ frame: Frame, acrossCalls: Bool
  ) -> UnsafeMutablePointer<Place>? {
    links[index].place(frame, acrossCalls: acrossCalls)
  }
}

// MARK: Targets

extension NodeList.Link where Node == any Target {
  fileprivate func assign(_ value: consuming Value, _ frame: Frame) throws(PythonError) {
    try node.assign(value, frame)
  }
}

extension NodeList where Node == any Target {
  /// Puts a value where one of the targets says, which must be one of them.
  func assign(
    _ index: Int, _ value: consuming Value, _ frame: Frame
  ) throws(PythonError) {
    try links[index].assign(value, frame)
  }
}
