import LinearAlgebra
import NeuralNetworks

/// x, d and y of the learner's as batches, one row per sample.
struct LearnerSamples {
  /// x.
  let input: Matrix
  /// y.
  let output: Matrix
  /// d in the shape of y; labels become one-hot rows.
  let target: Matrix

  /// Lays the arrays out; nil where d does not fit y.
  ///
  /// Two axes are a batch. One axis is a single sample, but for outputs of a batch that has one
  /// number per sample.
  init?(input: ArrayValue, output: ArrayValue, target: ArrayValue) {
    let isBatch = input.shape.count == 2
    let samples: Int
    switch output.shape.count {
    case 2: samples = output.shape[0]
    case 1: samples = isBatch && output.elements.count == input.shape[0] ? input.shape[0] : 1
    case 0: samples = 1
    default: return nil
    }
    let count = output.elements.count
    guard samples > 0, count > 0, count.isMultiple(of: samples) else { return nil }
    let columns = count / samples
    self.output = Matrix(rows: samples, columns: columns, elements: output.elements)
    if target.elements.count == count {
      self.target = Matrix(rows: samples, columns: columns, elements: target.elements)
    } else if target.elements.count == samples,
      let labels = Self.oneHot(target.elements, columns: columns)
    {
      self.target = labels
    } else {
      return nil
    }
    let features = input.elements.count
    guard features > 0, features.isMultiple(of: samples) else { return nil }
    self.input = Matrix(rows: samples, columns: features / samples, elements: input.elements)
  }

  /// Labels as one-hot rows; nil where one of them is no class.
  private static func oneHot(_ labels: [Double], columns: Int) -> Matrix? {
    var result = Matrix(rows: labels.count, columns: columns)
    for (row, label) in labels.enumerated() {
      guard label >= 0, label < Double(columns), label == label.rounded() else { return nil }
      result[row, Int(label)] = 1
    }
    return result
  }
}
