// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: warnings are errors, imports and existentials are spelled out.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One room of the project: a target that may use only the rooms below it.
func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room.
func tests(of name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies,
    exclude: fixtures[name, default: []], swiftSettings: strict)
}

/// Files beside the tests that are read at run time or by hand, not compiled.
let fixtures: [String: [String]] = [
  "LinearAlgebra": ["ArrayFormatCases.json", "array_format_cases.py", "make_numpy_numbers.py"],
  "NeuralNetworks": ["make_optimizer_numbers.py", "make_training_numbers.py"],
  "NumPyLanguage": ["ProgramCases.json", "LendingCases.json", "Generators"],
  "TerminalGraphics": ["Generators"],
  "Lessons": ["Answers", "Generators"],
  "ArrayFiles": ["Fixtures"],
  "Console": ["Scripts", "Replays", "Wordings", "Conversations"],
]

let package = Package(
  name: "nnrepl",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "nnrepl", targets: ["nnrepl"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "NeuralNetworks", targets: ["NeuralNetworks"]),
    .library(name: "NumPyLanguage", targets: ["NumPyLanguage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Rooms, from the ground up: each may use those named in its line and knows nothing of those below it in this list.
    room("SourceText"),
    room("Localization"),
    .target(name: "CMatrixKernels"),
    room("LinearAlgebra", uses: ["CMatrixKernels"]),
    room("ArrayFiles", uses: ["SourceText"]),
    room("NeuralNetworks", uses: ["LinearAlgebra"]),
    room("NumPyLanguage", uses: ["CMatrixKernels", "LinearAlgebra", "SourceText"]),
    room("Notebooks", uses: ["SourceText"]),
    room("TerminalGraphics"),
    room(
      "Lessons",
      uses: ["LinearAlgebra", "NeuralNetworks", "NumPyLanguage", "SourceText", "Localization"]),
    room(
      "Console",
      uses: [
        "LinearAlgebra", "ArrayFiles", "NeuralNetworks", "Notebooks", "NumPyLanguage",
        "TerminalGraphics", "Lessons", "SourceText", "Localization",
      ]),
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "CLineEditor", dependencies: ["CLibEdit"]),
    room("LineEditing", uses: ["CLineEditor", "TerminalGraphics"]),
    .executableTarget(
      name: "nnrepl",
      dependencies: [
        "ArrayFiles", "Console", "LineEditing", "Localization", "TerminalGraphics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests(of: "SourceText", uses: ["SourceText"]),
    tests(
      of: "LineEditing",
      uses: ["LineEditing", "TerminalGraphics", "TestSupport", "LineEditorDriver"]),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal", "TerminalGraphics"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "LineEditorDriver", dependencies: ["LineEditing", "TerminalGraphics"],
      path: "Tests/LineEditorDriver", swiftSettings: strict),
    tests(of: "LinearAlgebra", uses: ["LinearAlgebra", "CMatrixKernels"]),
    tests(of: "NeuralNetworks", uses: ["NeuralNetworks", "LinearAlgebra"]),
    tests(of: "NumPyLanguage", uses: ["NumPyLanguage", "LinearAlgebra", "SourceText"]),
    .executableTarget(
      name: "LanguageDriver", dependencies: ["NumPyLanguage", "SourceText"],
      path: "Tests/LanguageDriver", swiftSettings: strict),
    tests(of: "Notebooks", uses: ["Notebooks", "SourceText"]),
    tests(of: "TerminalGraphics", uses: ["TerminalGraphics"]),
    tests(of: "ArrayFiles", uses: ["ArrayFiles", "SourceText"]),
    tests(
      of: "Lessons",
      uses: ["Lessons", "LinearAlgebra", "NumPyLanguage", "SourceText", "Localization"]),
    tests(of: "nnrepl", uses: ["nnrepl", "Lessons", "Localization", "TestSupport"]),
    tests(
      of: "Console",
      uses: [
        "Console", "ArrayFiles", "Lessons", "LinearAlgebra", "Localization", "NeuralNetworks",
        "Notebooks",
        "NumPyLanguage", "SourceText", "TerminalGraphics",
      ]),
  ]
)
