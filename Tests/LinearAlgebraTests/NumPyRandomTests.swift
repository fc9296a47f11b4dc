import LinearAlgebra
import Testing

/// The streams against NumPy's own, number for number.
struct NumPyRandomTests {
  /// The first numbers of a seed.
  struct Stream {
    let seed: UInt32
    let rand: [Double]
    let randn: [Double]
    let afterwards: [Double]
  }

  static let streams = [
    Stream(
      seed: 0, rand: NumPyNumbers.rand0, randn: NumPyNumbers.randn0,
      afterwards: NumPyNumbers.afterwards0),
    Stream(
      seed: 7, rand: NumPyNumbers.rand7, randn: NumPyNumbers.randn7,
      afterwards: NumPyNumbers.afterwards7),
    Stream(
      seed: .max, rand: NumPyNumbers.rand4294967295, randn: NumPyNumbers.randn4294967295,
      afterwards: NumPyNumbers.afterwards4294967295),
  ]

  @Test(arguments: streams) func uniformAndNormalNumbers(stream: Stream) {
    var random = NumPyRandom(seed: stream.seed)
    #expect(stream.rand.map { _ in random.uniform() } == stream.rand)
    #expect(stream.randn.map { _ in random.standardNormal() } == stream.randn)
    // An odd number of normal numbers leaves one over: uniform numbers pass it by.
    #expect(
      [random.uniform(), random.standardNormal(), random.standardNormal()]
        == stream.afterwards)
  }

  @Test func theStreamGoesOnOverManyBlocks() {
    var random = NumPyRandom(seed: 1)
    var numbers = [Double](repeating: 0, count: 100_000)
    var span = numbers.mutableSpan
    random.fillUniform(&span)
    #expect([623, 624, 1247, 1248, 50_000, 99_999].map { numbers[$0] } == NumPyNumbers.farAlong)
  }

  @Test func filledWithNormalNumbers() {
    var random = NumPyRandom(seed: 7)
    for _ in NumPyNumbers.rand7 { _ = random.uniform() }
    var numbers = [Double](repeating: 0, count: NumPyNumbers.randn7.count)
    var span = numbers.mutableSpan
    random.fillStandardNormal(&span)
    #expect(numbers == NumPyNumbers.randn7)
  }

  @Test func seedsOfSeveralWords() {
    var short = NumPyRandom(key: [1, 2, 3, 4])
    #expect(NumPyNumbers.keyOf4.map { _ in short.uniform() } == NumPyNumbers.keyOf4)
    var long = NumPyRandom(key: Array(0..<700))
    #expect(NumPyNumbers.keyOf700.map { _ in long.uniform() } == NumPyNumbers.keyOf700)
  }

  @Test func scaledNumbers() {
    var random = NumPyRandom(seed: 3)
    #expect(
      NumPyNumbers.uniform.map { _ in random.uniform(low: -2.5, high: 4) }
        == NumPyNumbers.uniform)
    #expect(
      NumPyNumbers.normal.map { _ in random.normal(mean: 10, standardDeviation: 0.5) }
        == NumPyNumbers.normal)
  }

  @Test func integers() {
    var random = NumPyRandom(seed: 4)
    func draw(_ count: Int, from low: Int, through high: Int) -> [Int] {
      (0..<count).map { _ in random.integer(from: low, through: high) }
    }
    #expect(draw(12, from: 0, through: 9) == NumPyNumbers.smallIntegers)
    #expect(draw(12, from: 0, through: 1) == NumPyNumbers.coins)
    #expect(draw(3, from: 5, through: 5) == NumPyNumbers.constants)
    #expect(draw(6, from: -1000, through: -991) == NumPyNumbers.negativeIntegers)
    #expect(draw(4, from: 0, through: 1 << 32 - 1) == NumPyNumbers.integers32)
    #expect(draw(4, from: -1 << 39, through: 1 << 39 - 1) == NumPyNumbers.integers40)
    #expect(draw(4, from: .min, through: .max - 1) == NumPyNumbers.integers64)
    #expect([random.uniform(), random.uniform()] == NumPyNumbers.afterIntegers)
    _ = random.integer(from: .min, through: .max)
  }

  @Test func shufflesAndPermutations() {
    var random = NumPyRandom(seed: 5)
    #expect(random.permutation(10) == NumPyNumbers.permutation10)
    var elements = Array(20..<27)
    var copy = random
    random.shuffle(&elements)
    #expect(elements == NumPyNumbers.shuffled)
    var swapped = Array(20..<27)
    copy.shuffle(count: swapped.count) { swapped.swapAt($0, $1) }
    #expect(swapped == elements && copy == random)
    #expect(random.permutation(1) == NumPyNumbers.permutation1)
    #expect(random.permutation(0) == [])
    #expect(random.uniform() == NumPyNumbers.afterPermutations[0])
  }

  @Test func choices() throws {
    var random = NumPyRandom(seed: 6)
    let p = [0.1, 0, 0.2, 0.3, 0.4]
    #expect(try random.choice(from: 8, count: 10) == NumPyNumbers.choices)
    #expect(try random.choice(from: 5, count: 10, probabilities: p) == NumPyNumbers.choicesWithP)
    #expect(try random.choice(from: 8, count: 5, replacing: false) == NumPyNumbers.distinct)
    #expect(
      try random.choice(from: 5, count: 4, replacing: false, probabilities: p)
        == NumPyNumbers.distinctWithP)
    #expect(random.uniform() == NumPyNumbers.afterChoices[0])
    #expect(try random.choice(from: 0, count: 0) == [])
    #expect(try random.choice(from: 0, count: 0, replacing: false) == [])
  }

  @Test func choicesThatCannotBe() {
    var random = NumPyRandom(seed: 6)
    let start = random
    typealias ChoiceError = NumPyRandom.ChoiceError
    #expect(throws: ChoiceError.negativeCount(-1)) { try random.choice(from: 3, count: -1) }
    #expect(throws: ChoiceError.emptyPopulation) { try random.choice(from: 0, count: 1) }
    #expect(throws: ChoiceError.countExceedsPopulation(count: 4, population: 3)) {
      try random.choice(from: 3, count: 4, replacing: false)
    }
    #expect(throws: ChoiceError.probabilityCount(found: 1, population: 2)) {
      try random.choice(from: 2, count: 1, probabilities: [1])
    }
    #expect(throws: ChoiceError.invalidProbability(-0.5, index: 1)) {
      try random.choice(from: 2, count: 1, probabilities: [1.5, -0.5])
    }
    #expect(throws: ChoiceError.self) {
      try random.choice(from: 2, count: 1, probabilities: [.nan, 1])
    }
    #expect(throws: ChoiceError.probabilitiesDoNotSumToOne(0.75)) {
      try random.choice(from: 2, count: 1, probabilities: [0.5, 0.25])
    }
    #expect(throws: ChoiceError.countExceedsPossible(count: 2, possible: 1)) {
      try random.choice(from: 2, count: 2, replacing: false, probabilities: [1, 0])
    }
    #expect(random == start)
  }

  @Test func aCopyKeepsItsPlace() {
    var random = NumPyRandom(seed: 9)
    _ = random.standardNormal()
    var copy = random
    let first = (0..<1000).map { _ in random.standardNormal() }
    #expect((0..<1000).map { _ in copy.standardNormal() } == first)
    #expect(copy == random)
  }

  @Test func theAuthorsFirstWords() {
    // The output that the generator's authors publish for the key 0x123, 0x234, 0x345, 0x456.
    var generator = MersenneTwister(key: [0x123, 0x234, 0x345, 0x456])
    #expect(
      (0..<3).map { _ in generator.nextUInt32() } == [1_067_595_299, 955_945_823, 477_289_528])
  }
}
