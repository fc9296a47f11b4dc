// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "nnrepl", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Training",
      dependencies: [
        .product(name: "NeuralNetworks", package: "nnrepl"),
        .product(name: "LinearAlgebra", package: "nnrepl"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Training",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Language",
      dependencies: [
        .product(name: "NumPyLanguage", package: "nnrepl"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Language",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
