/// Finds the variable of a question that a learner's own name stands for.
///
///     NameReading.variable(for: "W1", among: ["x", "W", "b"])    // "W"
///     NameReading.variable(for: "bias", among: ["x", "W", "b"])  // "b"
enum NameReading {
  /// The only variable that a name can mean, or nil.
  ///
  /// Upper and lower case are the same letter, digits and underscores at the end do not count, and
  /// words such as `weights` are read as their letter.
  static func variable(for name: String, among variables: [String]) -> String? {
    let sameLetters = variables.filter { $0.lowercased() == name.lowercased() }
    if sameLetters.count == 1 { return sameLetters[0] }
    let wanted = stem(name)
    let sameStem = variables.filter { stem($0) == wanted }
    return sameStem.count == 1 ? sameStem[0] : nil
  }

  private static func stem(_ name: String) -> String {
    var letters = name.lowercased()[...]
    while let last = letters.last, last.isNumber || last == "_" { letters.removeLast() }
    return words[String(letters)] ?? String(letters)
  }

  private static let words = [
    "weight": "w", "weights": "w", "bias": "b", "biases": "b", "input": "x", "inputs": "x",
    "target": "d", "teacher": "d", "t": "d", "output": "y", "lr": "learning_rate",
    "eps": "learning_rate", "epsilon": "learning_rate", "eta": "learning_rate",
    "alpha": "learning_rate", "ε": "learning_rate", "η": "learning_rate", "gradient": "grad",
    "grads": "grad",
  ]
}
