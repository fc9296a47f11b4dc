import Testing

@testable import Console

@Suite("The journal")
struct JournalTests {
  private func journal(_ lines: some Sequence<Int>) -> Journal {
    var journal = Journal()
    for line in lines { journal.append("line \(line)") }
    return journal
  }

  @Test(
    "gives back its lines, and those since an earlier one", arguments: [0, 1, 127, 128, 129, 300])
  func since(_ count: Int) {
    let whole = journal(0..<count)
    #expect(whole.lines == (0..<count).map { "line \($0)" })
    #expect(whole.count == count)
    for earlier in [0, 1, 127, 128, 129, 256, 300] where earlier <= count {
      #expect(whole.lines(since: journal(0..<earlier)) == Array(whole.lines.dropFirst(earlier)))
    }
  }

  @Test(
    "does not come after another one's lines, or after more lines", arguments: [0, 5, 128, 200])
  func unrelated(_ place: Int) {
    var other = (0..<250).map { $0 }
    other[place] = -1
    #expect(journal(0..<250).lines(since: journal(other)) == nil)
    #expect(journal(0..<300).lines(since: journal(other)) == nil)
    #expect(journal(0..<250).lines(since: journal(0..<251)) == nil)
  }
}
