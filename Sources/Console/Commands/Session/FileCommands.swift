import ArrayFiles
import Localization
import NeuralNetworks

/// `save FILE`: keeps the network in a file that NumPy reads too.
enum SaveCommand: Command {
  static let name = "save"
  static let group = CommandGroup.session
  static let usage = ["save FILE.npz"]
  static let summary = LocalizedText(
    ja: "ネットワークを NumPy の .npz ファイルに保存します", en: "keep the network in a .npz file of NumPy's")
  static let explanation = LocalizedText(
    ja: "W1, b1, W2 … の配列と層の並びが入ります。NumPy では np.load('FILE.npz')['W1'] で読めます。",
    en: "It holds W1, b1, W2 … and the plan of the layers; np.load('FILE.npz')['W1'] reads it.")
  static let example: [String] = []
  static let completion = WordCompletion.files

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let network = try session.state.network(for: name)
    let file = try arguments.word("FILE.npz")
    try arguments.finish()
    let path = file.text.hasSuffix(".npz") ? file.text : file.text + ".npz"
    let bytes: [UInt8]
    do {
      bytes = try NetworkFile.archive(of: network).npzBytes()
    } catch {
      throw ConsoleError(.archive(error, path: path), at: file.range)
    }
    do {
      try environment.files.write(bytes, to: path)
    } catch {
      throw ConsoleError(.file(error), at: file.range)
    }
    environment.output(
      .line(
        ja: "\(path) に保存しました (\(Quantity.bytes(Double(bytes.count))))",
        en: "saved to \(path) (\(Quantity.bytes(Double(bytes.count))))"))
  }
}

/// `load FILE`: takes a network from a file.
enum LoadCommand: Command {
  static let name = "load"
  static let group = CommandGroup.session
  static let usage = ["load FILE.npz"]
  static let summary = LocalizedText(
    ja: "保存したネットワークを読み込みます", en: "take a network from a .npz file")
  static let explanation = LocalizedText(
    ja: """
      save で書いたファイルは層の並びごと読み込みます。numpy.savez(f, W1=W1, b1=b1, …) で書いたファイルは \
      配列の形から層を作り、活性化関数はいまのネットワークが同じ形ならそれを、そうでなければ中間層 relu・出力層 \
      identity とします。
      """,
    en: """
      A file of save's brings its layers along. From one of numpy.savez(f, W1=W1, b1=b1, …) the \
      shapes tell the layers; the activations are those of the present network where it has the \
      same sizes, else relu and, for the output, identity.
      """)
  static let example: [String] = []
  static let completion = WordCompletion.files
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let file = try arguments.word("FILE.npz")
    try arguments.finish()
    let bytes: [UInt8]
    do {
      bytes = try environment.files.bytes(of: file.text)
    } catch {
      throw ConsoleError(.file(error), at: file.range)
    }
    let archive: NPZArchive
    do {
      archive = try NPZArchive(npzBytes: bytes)
    } catch {
      throw ConsoleError(.archive(error, path: file.text), at: file.range)
    }
    do {
      session.state.replace(
        network: try NetworkFile.network(in: archive, like: session.state.network))
      session.state.forgetOrigin()
      arguments.resolve(file, in: environment.files)
    } catch {
      throw ConsoleError(.networkFile(error, path: file.text), at: file.range)
    }
    session.state.summary.forEach(environment.output)
  }
}
