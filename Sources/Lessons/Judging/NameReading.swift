/// Finds the variable of a question that a learner's own name stands for.
///
///     NameReading.variable(for: "W1", among: ["x", "W", "b"])    // "W"
///     NameReading.variable(for: "bias", among: ["x", "W", "b"])  // "b"
enum NameReading {
  /// The only variable that a name can mean, or nil.
  ///
  /// Upper and lower case are the same letter, digits and underscores at the end do not count, and
  /// words such as `weights` and 重み are read as their letter. Names with different numbers, as u2
  /// and u1, are different things.
  static func variable(for name: String, among variables: [String]) -> String? {
    let sameLetters = variables.filter { $0.lowercased() == name.lowercased() }
    if sameLetters.count == 1 { return sameLetters[0] }
    let wanted = parts(name)
    guard !wanted.stem.isEmpty else { return nil }
    let sameStem = variables.filter { variable in
      let known = parts(variable)
      return known.stem == wanted.stem
        && (known.digits == wanted.digits || known.digits.isEmpty || wanted.digits.isEmpty)
    }
    return sameStem.count == 1 ? sameStem[0] : nil
  }

  /// What a name is called, and the number at its end.
  private static func parts(_ name: String) -> (stem: String, digits: String) {
    var letters = name.lowercased()[...]
    var digits = ""
    while let last = letters.last, last.isWholeNumber && last.isASCII || last == "_" {
      if last != "_" { digits = String(last) + digits }
      letters.removeLast()
    }
    return (words[String(letters)] ?? String(letters), digits)
  }

  private static let words = [
    "weight": "w", "weights": "w", "bias": "b", "biases": "b", "input": "x", "inputs": "x",
    "target": "d", "teacher": "d", "t": "d", "output": "y", "lr": "learning_rate",
    "eps": "learning_rate", "epsilon": "learning_rate", "eta": "learning_rate",
    "alpha": "learning_rate", "ε": "learning_rate", "η": "learning_rate", "gradient": "grad",
    "grads": "grad", "重み": "w", "バイアス": "b", "入力": "x", "目標": "d", "目標出力": "d",
    "正解": "d", "訓練データ": "d", "出力": "y", "学習率": "learning_rate", "勾配": "grad",
  ]
}
