import TerminalGraphics
import Testing

@Suite("Sparklines")
struct SparklineTests {
  static let lines: [([Double], Int, String, String)] = [
    ([0, 1, 2, 3, 4, 5, 6, 7], 8, "▁▂▃▄▅▆▇█", "_.-~+*%#"),
    ([7, 7, 0, 0], 2, "█▁", "#_"),
    ([1, 1, 1], 10, "▁▁▁", "___"),
    ([4, 2, .nan, 1], 4, "█▃!▁", "#-!_"),
    ([.infinity, 1, 2], 3, "!▁█", "!_#"),
    ([-.greatestFiniteMagnitude, .greatestFiniteMagnitude], 2, "▁█", "_#"),
    ([], 5, "", ""),
    ([1, 2], 0, "", ""),
    ([1, 2], -1, "", ""),
  ]

  @Test(arguments: lines)
  func linear(_ values: [Double], _ width: Int, _ unicode: String, _ ascii: String) {
    #expect(Sparkline(values).render(width: width) == unicode)
    #expect(Sparkline(values).render(width: width, glyphs: .ascii) == ascii)
  }

  @Test func logarithmic() {
    let losses = [1, 0.1, 0.01, 0.001, 0]
    #expect(Sparkline(losses).render(width: 5) == "█▁▁▁▁")
    #expect(Sparkline(losses, scale: .logarithmic).render(width: 5) == "█▆▃▁▁")
  }

  @Test("every value belongs to one column, whatever the width")
  func buckets() {
    for count in 1...40 {
      let values = (0..<count).map(Double.init)
      for width in 1...40 {
        let line = Sparkline(values).render(width: width)
        #expect(line.count == min(width, count))
        #expect(line == String(line.sorted()), "rising values make a rising line")
      }
    }
  }
}
