/// The script that `new-lesson` writes: short, commented, and complete enough to pass `check`.
enum LessonSkeleton {
  /// The script of a lesson with an id.
  static func script(id: String) -> String {
    """
    # A lesson script. Lines without @ run as if they were typed; help lesson-format explains the rest.
    # nnrepl check FILE verifies it, nnrepl play FILE takes it.
    @lesson \(id) format=1
    @title ja 新しいレッスン
    @title en A new lesson
    @seed 7

    # Why it matters, in two sentences.
    @text ja
    総入力は、入力に重みを掛けて足し、最後にバイアスを足した数です。
    ネットワークのどの層も、まずこれを計算します。
    @text en
    The total input is the inputs times their weights, added up, plus the bias.
    Every layer of a network computes it first.
    @end

    # Each step waits for Return before the next. Its id never changes.
    @step try-it
    @text ja
    入力が二つ、ユニットが一つの層です。
    @text en
    A layer with two inputs and one unit.
    @end
    layers 2 1:identity
    set W1 = [[0.5], [2]]
    set b1 = [1]
    forward 2 3
    # What must hold after these lines; check --update records new values.
    @expect u1 = [8] within 1e-12

    @step think
    # A question: its key is run, and so is every answer. Braces show the numbers of the learner's seed.
    @ask by-hand number
    @prompt ja 同じ重みとバイアスで、入力が {a} と 1 のとき、u はいくつですか。
    @prompt en With the same weights and bias, what is u for the inputs {a} and 1?
    @given a: () integer 3..9
    @key 0.5 * a + 2 + 1
    @wrong 0.5 * a + 2 => missing-bias
    @hint ja 重みを掛けて足したあと、まだ一つ残っています。
    @hint en After weighing and adding up, one thing is left.
    @hint ja 0.5 × {a} + 2 × 1 + 1 です。
    @hint en It is 0.5 × {a} + 2 × 1 + 1.
    @why ja u = w₁x₁ + w₂x₂ + b で、b は入力に関係なく足されます。
    @why en u = w₁x₁ + w₂x₂ + b, and b is added whatever the inputs are.
    @end

    """
  }
}
