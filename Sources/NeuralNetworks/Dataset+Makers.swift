#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
public import LinearAlgebra

/// Why a dataset cannot be made.
public enum DatasetError: Error, Hashable, Sendable {
  /// The number of samples is below 1 or above the limit.
  case sampleCount(Int, limit: Int)
  /// The number of inputs, classes … is below the least that makes sense or above the limit.
  case size(name: String, found: Int, least: Int, limit: Int)
  /// A width of the noise is negative or not finite.
  case noise(Double)
}

/// Datasets drawn from a stream of random numbers: equal seeds make equal samples.
extension Dataset {
  /// The most numbers that a made dataset may hold in its inputs and targets together: 2²⁶.
  public static let elementLimit = 1 << 26

  /// A linear function of inputs from [0, 1): d = Σ cᵢ xᵢ + bias, with normal noise if wanted.
  ///
  /// The inputs are drawn row by row, as `np.random.rand(count, inputs)`; then, unless `noise` is
  /// 0, one normal number per sample.
  ///
  /// - Parameters:
  ///   - coefficients: c, one per input.
  ///   - bias: what is added to every target.
  ///   - noise: the standard deviation of what is added to each target.
  ///   - count: how many samples are made.
  public static func linear(
    coefficients: [Double], bias: Double = 0, noise: Double = 0, count: Int,
    random: inout NumPyRandom
  ) throws(DatasetError) -> Dataset {
    try check(count: count, columns: coefficients.count + 1, noise: noise)
    try check("coefficients", coefficients.count, least: 1)
    let inputs = coefficients.count
    var x = [Double](repeating: 0, count: count * inputs)
    var numbers = x.mutableSpan
    random.fillUniform(&numbers)
    var d = [Double](repeating: 0, count: count)
    for sample in 0..<count {
      var sum = 0.0
      for i in 0..<inputs { sum += coefficients[i] * x[sample * inputs + i] }
      d[sample] = sum + bias
    }
    if noise > 0 {
      for sample in 0..<count { d[sample] += noise * random.standardNormal() }
    }
    return Dataset(
      inputs: Matrix(rows: count, columns: inputs, elements: x),
      targets: Matrix(rows: count, columns: 1, elements: d))
  }

  /// Exclusive or: two inputs near 0 or 1, the target 1 where just one of them is near 1.
  ///
  /// The four corners take turns; `noise` is the standard deviation around them.
  public static func xor(
    count: Int, noise: Double = 0, random: inout NumPyRandom
  ) throws(DatasetError) -> Dataset {
    try check(count: count, columns: 3, noise: noise)
    var x = Matrix(rows: count, columns: 2)
    var d = Matrix(rows: count, columns: 1)
    for sample in 0..<count {
      let (first, second) = (Double(sample / 2 % 2), Double(sample % 2))
      x[sample, 0] = first + draw(noise, &random)
      x[sample, 1] = second + draw(noise, &random)
      d[sample, 0] = first == second ? 0 : 1
    }
    return Dataset(inputs: x, targets: d)
  }

  /// Two rings around the origin, of radius 1 (target 0) and 0.5 (target 1), in turns.
  public static func circles(
    count: Int, noise: Double = 0.05, random: inout NumPyRandom
  ) throws(DatasetError) -> Dataset {
    try check(count: count, columns: 3, noise: noise)
    var x = Matrix(rows: count, columns: 2)
    var d = Matrix(rows: count, columns: 1)
    for sample in 0..<count {
      let inside = sample % 2 == 1
      let angle = 2 * Double.pi * random.uniform()
      let radius = inside ? 0.5 : 1
      x[sample, 0] = radius * cos(angle) + draw(noise, &random)
      x[sample, 1] = radius * sin(angle) + draw(noise, &random)
      d[sample, 0] = inside ? 1 : 0
    }
    return Dataset(inputs: x, targets: d)
  }

  /// Spiral arms from the origin out to radius 1, one class (one-hot) per arm, in turns.
  ///
  /// - Parameters:
  ///   - classes: the number of arms, at least 2.
  ///   - turns: how often an arm goes round.
  public static func spiral(
    classes: Int = 3, turns: Double = 0.75, count: Int, noise: Double = 0.02,
    random: inout NumPyRandom
  ) throws(DatasetError) -> Dataset {
    try check("classes", classes, least: 2)
    try check(count: count, columns: 2 + classes, noise: noise)
    var x = Matrix(rows: count, columns: 2)
    var d = Matrix(rows: count, columns: classes)
    for sample in 0..<count {
      let arm = sample % classes
      let radius = random.uniform()
      let angle = 2 * Double.pi * (Double(arm) / Double(classes) + turns * radius)
      x[sample, 0] = radius * cos(angle) + draw(noise, &random)
      x[sample, 1] = radius * sin(angle) + draw(noise, &random)
      d[sample, arm] = 1
    }
    return Dataset(inputs: x, targets: d)
  }

  /// Round clouds of points, one class (one-hot) per cloud, in turns.
  ///
  /// The centres are drawn first, from [−5, 5) in each input; `spread` is the standard deviation
  /// around them.
  public static func blobs(
    classes: Int = 3, inputs: Int = 2, count: Int, spread: Double = 1,
    random: inout NumPyRandom
  ) throws(DatasetError) -> Dataset {
    try check("classes", classes, least: 2)
    try check("inputs", inputs, least: 1)
    try check(count: count, columns: inputs + classes, noise: spread)
    try check("classes", classes, least: 2, limit: elementLimit / inputs)
    let centres = (0..<classes * inputs).map { _ in random.uniform(low: -5, high: 5) }
    var x = Matrix(rows: count, columns: inputs)
    var d = Matrix(rows: count, columns: classes)
    for sample in 0..<count {
      let cloud = sample % classes
      for i in 0..<inputs {
        x[sample, i] = centres[cloud * inputs + i] + draw(spread, &random)
      }
      d[sample, cloud] = 1
    }
    return Dataset(inputs: x, targets: d)
  }

  /// Normal noise of a width; nothing is drawn for the width 0.
  private static func draw(_ width: Double, _ random: inout NumPyRandom) -> Double {
    width == 0 ? 0 : width * random.standardNormal()
  }

  /// Fails unless so many samples of so many numbers can be made.
  private static func check(count: Int, columns: Int, noise: Double) throws(DatasetError) {
    let limit = elementLimit / columns
    guard 1 <= count, count <= limit else { throw .sampleCount(count, limit: limit) }
    guard noise >= 0, noise.isFinite else { throw .noise(noise) }
  }

  /// Fails unless a size is sensible.
  private static func check(
    _ name: String, _ found: Int, least: Int, limit: Int = 100_000
  ) throws(DatasetError) {
    guard least <= found, found <= limit else {
      throw .size(name: name, found: found, least: least, limit: limit)
    }
  }
}
