import LinearAlgebra
import Localization
import NumPyLanguage

extension Session {
  /// The documentation of an attribute of one of the learner's values: `x.reshape`.
  func documentation(of name: String) -> NameDocumentation? {
    guard let dot = name.lastIndex(of: "."), let workspace,
      let value = workspace.interpreter[String(name[..<dot])]
    else { return nil }
    let attribute = String(name[name.index(after: dot)...])
    return NameDocumentation.entry(for: attribute, ofType: value.typeName)
  }

  /// What one of the learner's names stands for, in a line: its type, and its shape or signature.
  func description(ofName name: String) -> LocalizedText? {
    if let value = state.quantity(name) {
      let label = LocalizedText.quantity(name)
      let shape = ArrayFormat.tuple(value.shape)
      return LocalizedText(ja: "\(label.ja): 形 \(shape)", en: "\(label.en): shape \(shape)")
    }
    guard let value = workspace?.interpreter[name] else { return nil }
    let type = value.typeName
    if case .function(let function) = value {
      let signature = "\(name)(\(function.parameterNames.joined(separator: ", ")))"
      return LocalizedText(ja: "\(signature): 自分の関数", en: "\(signature): a function of yours")
    }
    if let numbers = value.numbers {
      let shape = ArrayFormat.tuple(numbers.shape)
      return LocalizedText(
        ja: "\(name): \(type)、形 \(shape)", en: "\(name): \(type), shape \(shape)")
    }
    return LocalizedText(ja: "\(name): \(type)", en: "\(name): \(type)")
  }
}

extension String {
  /// A name as it may be asked for, without the brackets of a call: `np.dot()`.
  var trimmedCall: String { hasSuffix("()") ? String(dropLast(2)) : self }
}
