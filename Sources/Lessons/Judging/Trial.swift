import LinearAlgebra

/// Values for the variables of a question, on which key and answer run beside each other.
struct Trial {
  /// A variable with its value.
  struct Variable {
    var name: String
    var value: ArrayValue
    /// Whether its numbers are whole numbers for Python.
    var isInteger: Bool
  }

  /// Which of the shapes it has.
  var variant: Int
  /// The length of each named size.
  var sizes: [String: Int]
  /// The variables in order.
  var variables: [Variable]

  /// How a trial chooses its lengths and numbers.
  enum Style {
    /// All named sizes differ, numbers are random.
    case random
    /// As random, but the sizes that only later variants have are 1: a batch of one sample.
    case oneSample
    /// All sizes are 3: what only broadcasts by luck runs, too.
    case square
  }

  /// Draws a trial.
  init(
    _ givens: [Given], variant: Int, style: Style, random: inout NumPyRandom
  ) {
    self.variant = variant
    let names = Self.sizeNames(of: givens)
    let lengths = random.permutation(names.count + 3).map { $0 + 2 }
    let single = Set(Self.sizeNames(of: givens, inVariant: 0))
    sizes = [:]
    for (name, length) in zip(names, lengths) {
      switch style {
      case .random: sizes[name] = length
      case .oneSample: sizes[name] = single.contains(name) ? length : 1
      case .square: sizes[name] = 3
      }
    }
    variables = []
    for given in givens {
      variables.append(Self.draw(given, variant, sizes, &random))
    }
  }

  /// Makes a trial with sizes and numbers that were chosen elsewhere.
  init(variant: Int, sizes: [String: Int], variables: [Variable]) {
    (self.variant, self.sizes, self.variables) = (variant, sizes, variables)
  }

  /// The names of all sizes, in the order in which they stand.
  static func sizeNames(of givens: [Given], inVariant variant: Int? = nil) -> [String] {
    var names: [String] = []
    for given in givens {
      var sizes = variant.map { given.shape(inVariant: $0) } ?? given.shapes.flatMap { $0 }
      if case .label(let count) = given.values { sizes.append(count) }
      for case .named(let name) in sizes where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The lengths of a variable's axes.
  static func lengths(_ shape: [Given.Size], _ sizes: [String: Int]) -> [Int] {
    shape.map { length($0, sizes) }
  }

  static func length(_ size: Given.Size, _ sizes: [String: Int]) -> Int {
    switch size {
    case .fixed(let length): length
    case .named(let name): sizes[name] ?? 1
    }
  }

  private static func draw(
    _ given: Given, _ variant: Int, _ sizes: [String: Int], _ random: inout NumPyRandom
  ) -> Variable {
    let shape = lengths(given.shape(inVariant: variant), sizes)
    let count = shape.reduce(1, *)
    let row = shape.last ?? 1
    var elements: [Double] = []
    var isInteger = false
    switch given.values {
    case .normal: for _ in 0..<count { elements.append(random.standardNormal()) }
    case .unit: for _ in 0..<count { elements.append(random.uniform(low: 0.02, high: 0.98)) }
    case .positive: for _ in 0..<count { elements.append(random.uniform(low: 0.1, high: 3)) }
    case .integer(let range):
      isInteger = true
      for _ in 0..<count {
        elements.append(
          Double(random.integer(from: range.lowerBound, through: range.upperBound)))
      }
    case .label(let size):
      isInteger = true
      let limit = max(1, length(size, sizes))
      for _ in 0..<count { elements.append(Double(random.integer(from: 0, through: limit - 1))) }
    case .oneHot:
      isInteger = true
      elements = [Double](repeating: 0, count: count)
      for start in stride(from: 0, to: count, by: row) {
        elements[start + random.integer(from: 0, through: row - 1)] = 1
      }
    case .probability:
      for _ in stride(from: 0, to: count, by: row) {
        let parts = (0..<row).map { _ in random.uniform(low: 0.05, high: 1) }
        let sum = parts.reduce(0, +)
        elements += parts.map { $0 / sum }
      }
    }
    return Variable(
      name: given.name, value: ArrayValue(shape: shape, elements: elements), isInteger: isInteger)
  }
}
