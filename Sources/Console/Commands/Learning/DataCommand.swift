import ArrayFiles
import Lessons
import LinearAlgebra
import Localization
import NeuralNetworks
import SourceText

/// `data load|make|show|sample`: the samples to learn from.
enum DataCommand: Command {
  static let name = "data"
  static let group = CommandGroup.learning
  static let usage = [
    "data make KIND [NUMBER …] [n=N] [seed=N] [noise=WIDTH]",
    "data load FILE.csv [inputs=COLUMNS] [target=COLUMNS] [header=yes|no]",
    "data N x=FORMULA d=FORMULA [seed=N]",
    "data show [N]", "data sample K",
  ]
  static let summary = LocalizedText(
    ja: "学習データを作る・読み込む・見る", en: "make, load and look at the data to learn from")
  static let explanation = LocalizedText(
    ja: """
      make linear 2 3: y = 2x₀ + 3x₁、入力は [0,1) の一様乱数。xor、circles、spiral [腕の数]、blobs [かたまりの数]。
      load: CSV を読みます。見出しは自動で判断し、目標出力は最後の列です。inputs=1-4 や target=class のように \
      番号 (1 から) か名前で選べます。文字の列は one-hot になります。
      data 1000 x=np.random.rand(2) d=2*x[0]+3*x[1]: サンプルごとに式で作ります (i は 0 からの番号)。
      show は最初の行を、sample K は K 番 (0 から) を x と d にします。
      """,
    en: """
      make linear 2 3 is y = 2x₀ + 3x₁ with inputs uniform in [0, 1); xor, circles, spiral [ARMS] and \
      blobs [CLOUDS] are classes.
      load reads CSV; it finds the header, and the target is the last column unless target= names \
      one. Columns go by name or by number from 1: inputs=1-4. Text columns become one-hot.
      data 1000 x=np.random.rand(2) d=2*x[0]+3*x[1] makes each sample by formulas; i is its number.
      show prints the first rows; sample K puts sample K, counted from 0, into x and d.
      """)
  static let example = [
    "data make linear 2 3 n=1000 seed=1", "data show 3", "layers 2 5:sigmoid 1 init=randn seed=1",
    "data sample 0", "forward", "data 4 x=[i, i**2] d=np.sum(x)",
  ]
  static let options = [
    CommandOption("n", ja: "サンプル数 (省略時 200)", en: "the number of samples (default 200)"),
    CommandOption("seed", ja: "乱数の種", en: "the seed of the random numbers"),
    CommandOption("x", ja: "一つのサンプルの入力の式", en: "the formula of a sample's input"),
    CommandOption("d", ja: "目標出力の式 (x が使えます)", en: "the formula of its target; it may use x"),
    CommandOption("noise", ja: "正規乱数のノイズの幅", en: "the standard deviation of the noise"),
    CommandOption("inputs", ja: "入力の列 (1-4 や名前)", en: "the input columns: 1-4, or names"),
    CommandOption("target", ja: "目標出力の列", en: "the target columns"),
    CommandOption("header", ja: "見出しの行", en: "whether there is a header", choices: ["yes", "no"]),
  ]
  static let completion = WordCompletion.subcommands([
    ("load", .files), ("make", .words(Kind.allCases.map(\.rawValue))), ("sample", .none),
    ("show", .none),
  ])
  static let effect = CommandEffect.state

  private enum Action: String, CaseIterable { case load, make, sample, show }

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    if let count = arguments.next, count.text.first?.isNumber ?? false {
      try makeByFormula(&arguments, &session, environment)
      session.state.data?.show(first: 5, environment.output)
      return
    }
    switch try arguments.word("load|make|sample|show").choice("data", Action.self) {
    case .load: try load(&arguments, &session, environment)
    case .make: try make(&arguments, &session)
    case .sample:
      try sample(&arguments, &session)
      return
    case .show: arguments.effect = .none
    }
    let count = arguments.isEmpty ? 5 : try arguments.word("N").wholeNumber("N", in: 0...1_000_000)
    try arguments.finish()
    guard let data = session.state.data else { throw ConsoleError(.noData(command: "data show")) }
    data.show(first: count, environment.output)
  }

  // MARK: Making

  private enum Kind: String, CaseIterable { case linear, xor, circles, spiral, blobs }

  private static func make(
    _ arguments: inout Arguments, _ session: inout Session
  ) throws(ConsoleError) {
    let kindWord = try arguments.word("KIND")
    let kind = try kindWord.choice("KIND", Kind.self)
    var numbers: [Double] = []
    for word in arguments.takeAll() { numbers.append(try word.number("NUMBER")) }
    let count = try arguments.wholeNumber("n", in: 1...(1 << 40)) ?? 200
    let noise = try arguments.number("noise")
    let seed = try arguments.seed(from: &session)
    var random = NumPyRandom(seed: seed)
    let size = try sizeArgument(numbers, kind, at: kindWord.range)
    let dataset: Dataset
    do {
      dataset =
        switch kind {
        case .linear:
          try .linear(
            coefficients: numbers.isEmpty ? [2, 3] : numbers, noise: noise ?? 0, count: count,
            random: &random)
        case .xor: try .xor(count: count, noise: noise ?? 0, random: &random)
        case .circles: try .circles(count: count, noise: noise ?? 0.05, random: &random)
        case .spiral:
          try .spiral(classes: size ?? 3, count: count, noise: noise ?? 0.02, random: &random)
        case .blobs:
          try .blobs(classes: size ?? 3, count: count, spread: noise ?? 1, random: &random)
        }
    } catch {
      throw ConsoleError(.dataset(error), at: kindWord.range)
    }
    guard (dataset.inputs.elements + dataset.targets.elements).allSatisfy(\.isFinite) else {
      throw ConsoleError(.notFinite("inf", what: kind.rawValue), at: kindWord.range)
    }
    let words = [kind.rawValue] + numbers.map { ArrayFormat.brief($0) }
    session.state.replace(
      data: NamedDataset(dataset: dataset, name: words.joined(separator: " ") + ", seed \(seed)"))
  }

  /// The number of classes that a kind takes; linear takes coefficients instead.
  private static func sizeArgument(
    _ numbers: [Double], _ kind: Kind, at range: SourceRange
  ) throws(ConsoleError) -> Int? {
    switch kind {
    case .linear: return nil
    case .xor, .circles:
      guard numbers.isEmpty else {
        throw ConsoleError(
          .extraArgument(ArrayFormat.brief(numbers[0]), usage: "data make \(kind.rawValue)"),
          at: range)
      }
      return nil
    case .spiral, .blobs:
      guard let first = numbers.first else { return nil }
      guard numbers.count == 1, let size = Int(exactly: first), (2...1000).contains(size) else {
        throw ConsoleError(
          .outOfRange(
            numbers.map { ArrayFormat.brief($0) }.joined(separator: " "), what: kind.rawValue,
            allowed: "2 … 1000"),
          at: range)
      }
      return size
    }
  }

  // MARK: Formulas

  private static func makeByFormula(
    _ arguments: inout Arguments, _ session: inout Session, _ environment: Environment
  ) throws(ConsoleError) {
    let count = try arguments.word("N").wholeNumber("N", in: 1...(1 << 27))
    _ = arguments.takeAll()
    for option in ["n", "noise", "inputs", "target", "header"] {
      guard let value = arguments.option(option) else { continue }
      throw ConsoleError(
        .extraArgument("\(option)=\(value.text)", usage: usage[2]), at: value.range)
    }
    let (text, column) = arguments.rest
    let formulas = try SampleFormulas(
      count: count, text: text, line: arguments.lineNumber, column: column, usage: usage[2])
    let seed = try arguments.seed(from: &session)
    let workspace = session.openWorkspace()
    let dataset = try formulas.dataset(
      in: workspace, seed: seed, line: arguments.lineNumber, environment: environment)
    session.state.replace(
      data: NamedDataset(dataset: dataset, name: formulas.name + ", seed \(seed)"))
  }

  // MARK: Loading

  private enum YesNo: String, CaseIterable { case yes, no }

  private static func load(
    _ arguments: inout Arguments, _ session: inout Session, _ environment: Environment
  ) throws(ConsoleError) {
    let file = try arguments.word("FILE.csv")
    let header: CSVTable.Header =
      switch try arguments.choice("header", YesNo.self) {
      case .yes: .present
      case .no: .absent
      case nil: .detected
      }
    let inputs = arguments.option("inputs").map { columns(in: $0) }
    let targets = arguments.option("target").map { columns(in: $0) }
    let (text, files) = try text(of: file, session, environment)
    do {
      let table = try CSVTable(text, header: header)
      let numbers = try table.numbers(inputs: inputs, targets: targets)
      session.state.replace(
        data: NamedDataset(
          dataset: Dataset(
            inputs: Matrix(numbers.inputs), targets: Matrix(numbers.targets),
            inputNames: numbers.inputs.names, targetNames: numbers.targets.names),
          name: file.text))
    } catch {
      throw ConsoleError(.table(error, path: file.text), at: file.range)
    }
    arguments.resolve(file, in: files)
  }

  /// The text of a file, and where it was found: in a lesson also beside the lesson, so that its own
  /// lines work when a learner types them.
  private static func text(
    of file: Word, _ session: Session, _ environment: Environment
  ) throws(ConsoleError) -> (String, FileStore) {
    do {
      return (try environment.files.text(of: file.text), environment.files)
    } catch {
      if let script = session.lesson?.progress.script, environment.depth == 0 {
        let folder = environment.files.folderOfFile(script.path)
        let files = environment.files.confined(to: folder)
        if let text = try? files.text(of: file.text) { return (text, files) }
      }
      throw ConsoleError(.file(error), at: file.range)
    }
  }

  /// The columns that an option names: `1-4`, `[a, b]`, `a;b`.
  private static func columns(in word: Word) -> [String] {
    word.text.split { "[],;".contains($0) }.map { $0.trimmed.filter { !"'\"".contains($0) } }
      .filter { !$0.isEmpty }
  }

  // MARK: One sample

  private static func sample(
    _ arguments: inout Arguments, _ session: inout Session
  ) throws(ConsoleError) {
    guard let data = session.state.data?.dataset else {
      throw ConsoleError(.noData(command: "data sample"))
    }
    let index = try arguments.word("K").wholeNumber("K", in: 0...(data.count - 1))
    try arguments.finish()
    session.state.replace(
      input: Samples(Matrix(row: data.inputs.row(index)), isSingle: true))
    session.state.replace(
      target: Samples(Matrix(row: data.targets.row(index)), isSingle: true))
  }
}

extension Matrix {
  /// The numbers of some columns of a table, of shape (rows, columns).
  fileprivate init(_ columns: NumericColumns) {
    self.init(rows: columns.rowCount, columns: columns.names.count, elements: columns.elements)
  }
}
