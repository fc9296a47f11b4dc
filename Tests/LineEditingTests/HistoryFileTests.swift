import Foundation
import Testing

@testable import LineEditing

@Suite struct HistoryFileTests {
  @Test(arguments: ["", "a", "a\nb", "a\\nb", "\\", "\\\\n\n\\", "総入力\n  x"])
  func escapingComesBack(entry: String) {
    let line = HistoryFile.escaped(entry)
    #expect(!line.contains("\n"))
    #expect(HistoryFile.unescaped(line) == entry)
  }

  @Test func escapingDropsControlCharacters() {
    #expect(HistoryFile.escaped("a\u{1B}[1m\u{7F}b\r") == "a[1mb")
    #expect(HistoryFile.unescaped("a\\tb\\") == "a\\tb\\")
  }

  @Test func keepsEntriesOnceAndInOrder() throws {
    try withTemporaryFolder { folder in
      let file = HistoryFile(path: folder + "/a/b/history")
      #expect(file.load().entries == [])
      #expect(file.load().problem == nil)
      for entry in ["one", "two\nlines", "three", "one"] { #expect(file.append(entry) == nil) }
      #expect(file.load().entries == ["two\nlines", "three", "one"])
    }
  }

  @Test func remembersNoMoreThanItsLimitAndCompacts() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      let file = HistoryFile(path: path, limit: 3)
      for number in 0..<200 { #expect(file.append("entry \(number)") == nil) }
      #expect(file.load().entries == ["entry 197", "entry 198", "entry 199"])
      let lines = try String(contentsOfFile: path, encoding: .utf8)
      #expect(lines == "entry 197\nentry 198\nentry 199\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
    }
  }

  @Test func readsForeignAndBrokenFiles() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      var data = Data("_HiStOrY_V2_\nfirst\n".utf8)
      data += [0xFF, 0x00, 0x1B, 0x41, 0x0A, 0x0A, 0x0D, 0x0A]
      data += Data(repeating: 0x78, count: 100_000) + Data("\nlast, cut o".utf8)
      try data.write(to: URL(fileURLWithPath: path))
      let file = HistoryFile(path: path)
      #expect(file.load().entries == ["_HiStOrY_V2_", "first", "\u{FFFD}A", "last, cut o"])
      // The next entry does not run into the line that was cut off.
      #expect(file.append("new") == nil)
      #expect(file.load().entries.suffix(2) == ["last, cut o", "new"])
    }
  }

  @Test func saysWhatIsWrong() throws {
    try withTemporaryFolder { folder in
      let isFolder = HistoryFile(path: folder)
      #expect(isFolder.load().problem?.errno == EISDIR)
      #expect(isFolder.append("x")?.action == .write)
      #expect(HistoryFile(path: "/dev/null").load().problem?.errno == EINVAL)
      #expect(HistoryFile(path: "/dev/null").append("x")?.errno == EINVAL)
      #expect(HistoryFile(path: "/dev/null/x").append("x")?.errno == ENOTDIR)
      #expect(mkfifo(folder + "/fifo", 0o600) == 0)
      #expect(HistoryFile(path: folder + "/fifo").load().problem?.errno == EINVAL)
      if getuid() != 0 {
        let path = folder + "/secret"
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0])
        #expect(HistoryFile(path: path).load().problem?.errno == EACCES)
      }
    }
  }

  @Test func aHistoryGoesOnInMemory() throws {
    var history = History(file: HistoryFile(path: "/dev/null/history"))
    #expect(history.takeProblem()?.action == .read)
    history.add("a")
    history.add("  \n")
    history.add("b\n")
    history.add("a")
    #expect(history.entries == ["b", "a"])
    #expect(history.takeProblem() == nil)
  }

  @Test func manyWritersLoseNothing() async throws {
    var template = Array("/tmp/line-editing-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = HistoryFile(path: folder + "/history")
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<100 { _ = file.append("\(writer) \(number)") }
        }
      }
    }
    let entries = file.load().entries
    #expect(entries.count == 400)
    for writer in 0..<4 {
      #expect(entries.filter { $0.hasPrefix("\(writer) ") } == (0..<100).map { "\(writer) \($0)" })
    }
  }
}

@Suite struct HistoryWalkTests {
  @Test func stepsThroughMatchesAndBack() {
    let entries = ["a1", "b", "a2", "a2", "a3"]
    var walk = HistoryNavigator(typed: "a", entries: entries)
    #expect(walk.older(in: entries) == "a3")
    #expect(walk.older(in: entries) == "a2")
    #expect(walk.older(in: entries) == "a1")
    #expect(walk.older(in: entries) == nil)
    #expect(walk.newer(in: entries) == "a2")
    #expect(walk.newer(in: entries) == "a3")
    #expect(walk.newer(in: entries) == "a")
    #expect(walk.newer(in: entries) == nil)
    #expect(walk.older(in: entries) == "a3")
  }

  @Test func anEmptyHistoryHasNothing() {
    var walk = HistoryNavigator(typed: "", entries: [])
    #expect(walk.older(in: []) == nil && walk.newer(in: []) == nil)
    var search = HistorySearch(original: LineState(), entries: [])
    search.extend(by: "x", in: [])
    #expect(search.failed && search.found == nil)
    search.older(in: [])
    search.newer(in: [])
    search.shorten(in: [])
    #expect(search.query == "" && !search.failed)
  }

  @Test func searchesInBothDirections() {
    let entries = ["Forward", "x", "forward", "y"]
    var search = HistorySearch(original: LineState(), entries: entries)
    search.extend(by: "f", in: entries)
    search.extend(by: "or", in: entries)
    #expect(search.found == "forward")
    search.older(in: entries)
    #expect(search.found == "Forward")
    search.older(in: entries)
    #expect(search.found == "Forward" && search.failed)
    search.newer(in: entries)
    #expect(search.found == "forward" && !search.failed)
    search.shorten(in: entries)
    search.shorten(in: entries)
    search.shorten(in: entries)
    search.extend(by: "F", in: entries)
    #expect(search.found == "Forward")
  }
}
