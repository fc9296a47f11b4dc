extension NumPyRandom {
  /// Why a choice cannot be made.
  public enum ChoiceError: Error, Hashable, Sendable {
    /// Something is asked for from nothing.
    case emptyPopulation
    /// The number of choices is negative.
    case negativeCount(Int)
    /// More things are asked for, without replacement, than there are.
    case countExceedsPopulation(count: Int, population: Int)
    /// There is not one probability per thing.
    case probabilityCount(found: Int, population: Int)
    /// A probability is negative or no number.
    case invalidProbability(Double, index: Int)
    /// The probabilities do not add up to 1 (within 1.5e-8).
    case probabilitiesDoNotSumToOne(Double)
    /// More things are asked for, without replacement, than have a probability above 0.
    case countExceedsPossible(count: Int, possible: Int)
  }

  /// Indices of things chosen at random: `np.random.choice(population, count, replace, p)`.
  ///
  /// - Parameters:
  ///   - population: how many things there are; the indices lie in `0 ..< population`.
  ///   - count: how many are chosen.
  ///   - replacing: whether a thing can be chosen more than once.
  ///   - probabilities: how likely each thing is; nil makes all equally likely.
  /// - Complexity: O(*count*) with replacement, O(*population*) without it or with probabilities
  ///   (plus a binary search per choice).
  public mutating func choice(
    from population: Int, count: Int, replacing: Bool = true, probabilities: [Double]? = nil
  ) throws(ChoiceError) -> [Int] {
    guard count >= 0 else { throw .negativeCount(count) }
    guard population > 0 || count == 0 else { throw .emptyPopulation }
    if let probabilities { try Self.check(probabilities, population: population) }
    if !replacing, count > population {
      throw .countExceedsPopulation(count: count, population: population)
    }
    switch (replacing, probabilities) {
    case (true, nil):
      return (0..<count).map { _ in integer(from: 0, through: population - 1) }
    case (true, let probabilities?):
      let cumulative = Self.cumulative(probabilities)
      return (0..<count).map { _ in Self.index(of: uniform(), in: cumulative) }
    case (false, nil):
      return population > 0 ? Array(permutation(population).prefix(count)) : []
    case (false, let probabilities?):
      return try distinctChoice(count: count, probabilities: probabilities)
    }
  }

  /// Different indices with given probabilities: those found already are taken out, round by
  /// round, until there are enough.
  private mutating func distinctChoice(
    count: Int, probabilities: [Double]
  ) throws(ChoiceError) -> [Int] {
    let possible = probabilities.count { $0 > 0 }
    guard possible >= count else {
      throw .countExceedsPossible(count: count, possible: possible)
    }
    var remaining = probabilities
    var found: [Int] = []
    while found.count < count {
      let numbers = (found.count..<count).map { _ in uniform() }
      for index in found { remaining[index] = 0 }
      let cumulative = Self.cumulative(remaining)
      var seen: Set<Int> = []
      for number in numbers {
        let index = Self.index(of: number, in: cumulative)
        if seen.insert(index).inserted { found.append(index) }
      }
    }
    return found
  }

  /// Fails unless the numbers are probabilities of so many things.
  private static func check(_ probabilities: [Double], population: Int) throws(ChoiceError) {
    guard probabilities.count == population else {
      throw .probabilityCount(found: probabilities.count, population: population)
    }
    if let index = probabilities.firstIndex(where: { !($0 >= 0) }) {
      throw .invalidProbability(probabilities[index], index: index)
    }
    // Kahan's sum, so that many small probabilities do not drift away from 1.
    var (sum, lost) = (0.0, 0.0)
    for probability in probabilities {
      let term = probability - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
    }
    guard abs(sum - 1) <= Double.ulpOfOne.squareRoot() else {
      throw .probabilitiesDoNotSumToOne(sum)
    }
  }

  /// The running sums of the probabilities, scaled so that the last one is 1.
  private static func cumulative(_ probabilities: [Double]) -> [Double] {
    var sum = 0.0
    var sums = probabilities.map { probability in
      sum += probability
      return sum
    }
    for i in sums.indices { sums[i] /= sum }
    return sums
  }

  /// The number of running sums that a number in [0, 1) has passed.
  private static func index(of number: Double, in cumulative: [Double]) -> Int {
    var (low, high) = (0, cumulative.count)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
