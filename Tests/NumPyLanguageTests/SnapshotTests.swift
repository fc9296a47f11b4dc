import NumPyLanguage
import Testing

@Suite("A snapshot brings back names and contents")
struct SnapshotTests {
  /// Lines that change something, each on its own.
  static let changes = [
    "small[0] = 9.", "small += 1", "small *= small", "small[1:] -= small[:-1]", "view[0] = 7",
    "large[3, 4] = 9.", "large -= 1.", "large[0] = large[1]", "large.T[0] = 5.", "large[...] = 0",
    "d['new'] = 1", "d['a'][0] = 5.", "d.pop('a')", "d.clear()", "inner['deep'] = 2",
    "items.append(1)", "items[0] = 'other'", "items.sort(key=str)", "s.add(9)", "s.clear()",
    "small = None", "del d", "other = 1", "count()", "names = [items] * 2",
  ]

  private let program = """
    import numpy as np
    small = np.arange(4.)
    view = small[1:3]
    large = np.arange(100.).reshape(10, 10)
    d = {'a': np.ones(2), 'b': {'deep': 1}, 3: (1, [2])}
    inner = d['b']
    items = [1, d, [small]]
    items.append(items)
    s = {1, 2}
    def counter():
        n = 0
        def count():
            nonlocal n
            n += 1
            return n
        return count
    count = counter()
    """
  private let shown = "[small, view, large.sum(), large[3, 4], d, inner, items, s]"

  @Test(arguments: changes)
  func restores(_ change: String) throws {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(SourceUnit(name: "before", text: program))
    let before = try interpreter.repr(
      try interpreter.evaluate(SourceUnit(name: "shown", text: shown)))
    let snapshot = interpreter.snapshot()
    let isSame = interpreter.snapshot().isSame(as: snapshot)
    #expect(isSame)

    try interpreter.execute(SourceUnit(name: "change", text: change))
    let isSameAfterwards = interpreter.snapshot().isSame(as: snapshot)
    #expect(!isSameAfterwards)

    // Twice, since what a snapshot shares must not change with the second use.
    for _ in 0..<2 {
      interpreter.restore(snapshot)
      let isBack = interpreter.snapshot().isSame(as: snapshot)
      #expect(isBack)
      let after = try interpreter.repr(
        try interpreter.evaluate(SourceUnit(name: "shown", text: shown)))
      #expect(after == before)
      #expect(interpreter["other"] == nil)
      try interpreter.execute(
        SourceUnit(name: "aliases", text: "view[0] = -1.\nassert small[1] == -1"))
      try interpreter.execute(
        SourceUnit(name: "change", text: "small[0] = 3.\n" + "large[0, 0] = 8."))
    }
  }
}
