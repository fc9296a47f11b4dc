import Foundation
import Testing

@testable import LinearAlgebra

@Suite("Arrays print as in NumPy")
struct ArrayFormatTests {
  /// An array and what NumPy prints for it (`array_format_cases.py` writes them).
  struct Case: Decodable {
    /// An element as text for floats, as a number for integers and booleans.
    enum Element: Decodable {
      case float(Double)
      case integer(Int)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .integer(number)
        } else {
          self = .float(Double(try container.decode(String.self)) ?? .nan)
        }
      }
      var float: Double {
        switch self {
        case .float(let value): value
        case .integer(let value): Double(value)
        }
      }
      var integer: Int {
        switch self {
        case .float(let value): Int(value)
        case .integer(let value): value
        }
      }
    }
    struct Options: Decodable {
      var precision: Int?
      var threshold: Int?
      var edgeitems: Int?
      var linewidth: Int?
      var suppress: Bool?
      var sign: String?
      var floatmode: String?
      var nanstr: String?
      var infstr: String?
    }
    var type: String
    var shape: [Int]
    var elements: [Element]
    var options: Options
    var string: String
    var repr: String

    var format: ArrayFormat {
      var format = ArrayFormat()
      if let value = options.precision { format.precision = value }
      if let value = options.threshold { format.threshold = value }
      if let value = options.edgeitems { format.edgeItems = value }
      if let value = options.linewidth { format.lineWidth = value }
      if let value = options.suppress { format.suppressesSmall = value }
      if let value = options.sign?.first { format.sign = value }
      if let value = options.floatmode.flatMap(ArrayFormat.FloatMode.init) {
        format.floatMode = value
      }
      if let value = options.nanstr { format.nanText = value }
      if let value = options.infstr { format.infinityText = value }
      return format
    }

    var printed: (string: String, repr: String) {
      switch type {
      case "float64":
        let values = elements.map(\.float)
        return (
          format.string(elements: values, shape: shape), format.repr(elements: values, shape: shape)
        )
      case "int64":
        let values = elements.map(\.integer)
        return (
          format.string(elements: values, shape: shape), format.repr(elements: values, shape: shape)
        )
      default:
        let values = elements.map { $0.integer != 0 }
        return (
          format.string(elements: values, shape: shape), format.repr(elements: values, shape: shape)
        )
      }
    }
  }

  @Test func printsEveryArrayAsNumPyDoes() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "ArrayFormatCases.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    #expect(cases.count >= 200)
    for expected in cases {
      let printed = expected.printed
      #expect(printed.string == expected.string)
      #expect(printed.repr == expected.repr)
    }
  }

  @Test func writesShapesAsTuples() {
    #expect(ArrayFormat.tuple([]) == "()")
    #expect(ArrayFormat.tuple([3]) == "(3,)")
    #expect(ArrayFormat.tuple([2, 3]) == "(2, 3)")
  }

  @Test(arguments: [
    0, 1, 0.1, 1e-7, 123.456, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, 1e22,
    2.0 / 3,
  ])
  func shortestDigitsReadBackTheSame(value: Double) {
    #expect(Double(ArrayFormat.scalar(value)) == value)
    #expect(Double(ArrayFormat.scalar(-value)) == -value)
  }
}
