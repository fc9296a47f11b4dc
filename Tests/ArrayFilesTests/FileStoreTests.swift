import Foundation
import Testing

@testable import ArrayFiles

/// Whether the permissions of files bind the user who runs the tests.
private let permissionsBind = geteuid() != 0

@Suite("Reading and writing files")
final class FileStoreTests {
  let folder: String
  let store: FileStore

  init() throws {
    let url = URL.temporaryDirectory.appending(path: "nnrepl-tests-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    store = FileStore(folder: folder, home: folder + "/home")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func permissions(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func names() throws -> [String] {
    try store.entries(ofFolder: folder).map(\.name)
  }

  private func expect(
    _ operation: FileError.Operation, _ path: String, fails reason: FileError.Reason,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let error = FileError(path: path, operation: operation, reason: reason)
    #expect(throws: error, sourceLocation: sourceLocation, performing: body)
  }

  @Test("what is written is read", arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func roundTrip(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try store.write(bytes, to: "file")
    #expect(try store.bytes(of: "file") == bytes)
    #expect(try store.bytes(of: "file", limit: count) == bytes)
    #expect(try names() == ["file"])
    if count > 0 {
      expect(.read, "file", fails: .tooLarge(limit: count - 1)) {
        _ = try store.bytes(of: "file", limit: count - 1)
      }
    }
  }

  @Test(arguments: [
    ("/a/b", "/a/b"), ("a", "/course/a"), ("../a", "/course/../a"), ("~", "/home/me"),
    ("~/a", "/home/me/a"), ("~a", "/course/~a"), ("a~/b", "/course/a~/b"),
  ])
  func paths(_ path: String, _ resolved: String) {
    #expect(FileStore(folder: "/course", home: "/home/me").resolve(path) == resolved)
  }

  @Test("a store without folders leaves paths as they are", arguments: ["a", "~/a", "/a", ""])
  func plainPaths(_ path: String) {
    #expect(FileStore().resolve(path) == path)
  }

  @Test("text is UTF-8")
  func text() throws {
    try store.write(Array("総入力 u\r\n".utf8), to: "総入力.csv")
    #expect(try store.text(of: "総入力.csv") == "総入力 u\r\n")
    try store.write(Array("総".utf8) + [0x91, 0x8D], to: "shift-jis")
    expect(.read, "shift-jis", fails: .notUTF8(offset: 3)) { _ = try store.text(of: "shift-jis") }
    try store.write(Array("総".utf8.dropLast()), to: "cut")
    expect(.read, "cut", fails: .notUTF8(offset: 0)) { _ = try store.text(of: "cut") }
  }

  @Test("paths that lead nowhere")
  func wrongPaths() throws {
    try store.write([], to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/loop", withDestinationPath: "loop")
    let long = String(repeating: "x", count: 300)
    let cases: [(path: String, reason: FileError.Reason)] = [
      ("", .malformedPath), ("a\0b", .malformedPath), ("missing", .missing),
      ("missing/file", .missing), ("file/file", .isNotFolder), (long, .nameTooLong),
      (".", .isFolder), (folder, .isFolder),
    ]
    for (path, reason) in cases {
      expect(.read, path, fails: reason) { _ = try store.bytes(of: path) }
      if path != "missing" {
        expect(.write, path, fails: reason) { try store.write([1], to: path) }
        expect(.write, path, fails: reason) { try store.append([1], to: path) }
      }
    }
    expect(.read, "loop", fails: .linkLoop) { _ = try store.bytes(of: "loop") }
    expect(.list, "missing", fails: .missing) { _ = try store.entries(ofFolder: "missing") }
    expect(.list, "file", fails: .isNotFolder) { _ = try store.entries(ofFolder: "file") }
    expect(.makeFolder, "file", fails: .isNotFolder) { try store.makeFolder("file") }
    expect(.makeFolder, "file/a", fails: .isNotFolder) { try store.makeFolder("file/a") }
    expect(.move, "missing", fails: .missing) { try store.move("missing", to: "other") }
    #expect(try names() == ["file", "loop"])
  }

  @Test("a confined store reads what is in its folder and nothing else, and writes nothing")
  func confined() throws {
    try store.makeFolder("lesson/data")
    try store.write([1], to: "lesson/data/in.csv")
    try store.write([2], to: "outside")
    try store.write([3], to: "lesson-too")
    for (link, target) in [("in", "data/in.csv"), ("out", "../outside"), ("up", "..")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/lesson/\(link)", withDestinationPath: target)
    }
    let confined = store.confined(to: folder + "/lesson")
    for path in ["data/in.csv", "in", "./data/../in", folder + "/lesson/in"] {
      #expect(try confined.bytes(of: path) == [1])
    }
    #expect(try confined.entries(ofFolder: "data").map(\.name) == ["in.csv"])
    for path in ["out", "../outside", "up/outside", folder + "/outside", "../lesson-too"] {
      expect(.read, path, fails: .confined) { _ = try confined.bytes(of: path) }
      #expect(!confined.exists(path))
    }
    expect(.list, "up", fails: .confined) { _ = try confined.entries(ofFolder: "up") }
    #expect(!confined.isFolder(".."))
    expect(.read, "missing", fails: .missing) { _ = try confined.bytes(of: "missing") }
    expect(.write, "new", fails: .confined) { try confined.write([1], to: "new") }
    expect(.write, "in", fails: .confined) { try confined.append([1], to: "in") }
    expect(.makeFolder, "new", fails: .confined) { try confined.makeFolder("new") }
    expect(.move, "in", fails: .confined) { try confined.move("in", to: "new") }
    #expect(try store.bytes(of: "lesson/in") == [1])
    #expect(try store.entries(ofFolder: "lesson").map(\.name) == ["data", "in", "out", "up"])
  }

  @Test("changes under a lock do not get lost")
  func locked() throws {
    try store.write(Array("0".utf8), to: "count")
    let (store, failures) = (store, Counter())
    DispatchQueue.concurrentPerform(iterations: 40) { _ in
      do {
        try store.withLock(of: "count") { () throws(FileError) in
          let number = Int(try store.text(of: "count")) ?? 0
          try store.write(Array(String(number + 1).utf8), to: "count")
        }
      } catch {
        failures.increment()
      }
    }
    #expect(failures.value == 0)
    #expect(try store.text(of: "count") == "40")
    // Where there can be no lock, it goes on without one.
    #expect(store.withLock(of: "missing/file") { 7 } == 7)
    #expect(store.withLock(of: "") { 7 } == 7)
  }

  @Test("a new file has the permissions that are asked for")
  func newPermissions() throws {
    try store.write([1], to: "shared")
    try store.write([1], to: "personal", permissions: .owner)
    try store.append([1], to: "appended", permissions: .owner)
    #expect(try permissions(of: "shared") & ~0o644 == 0)
    #expect(try permissions(of: "personal") == 0o600)
    #expect(try permissions(of: "appended") == 0o600)
  }

  @Test("a replaced file keeps its permissions", arguments: [0o600, 0o640, 0o664, 0o755])
  func keptPermissions(_ mode: Int) throws {
    try store.write([1], to: "file")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(folder)/file")
    try store.write([2], to: "file", permissions: .owner)
    #expect(try permissions(of: "file") == mode)
    #expect(try store.bytes(of: "file") == [2])
  }

  @Test("a link stays a link to the file that is replaced")
  func link() throws {
    try store.makeFolder("inner")
    try store.write([1], to: "inner/file")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link", withDestinationPath: "inner/file")
    try store.write([2], to: "link")
    #expect(try store.bytes(of: "inner/file") == [2])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "inner/file")
    #expect(try store.entries(ofFolder: "inner").map(\.name) == ["file"])
  }

  @Test("what an earlier crash left beside the file does not matter")
  func leftovers() throws {
    for attempt in 0..<3 { try store.append([9], to: ".nnrepl-\(getpid())-\(attempt)") }
    try store.write([1], to: "file")
    #expect(try store.bytes(of: "file") == [1])
    #expect(try names().count == 4)
  }

  @Test("appending begins a file and goes on with it")
  func append() throws {
    for byte in 1...3 as ClosedRange<UInt8> { try store.append([byte, 0], to: "log") }
    #expect(try store.bytes(of: "log") == [1, 0, 2, 0, 3, 0])
  }

  @Test("pieces that are appended at the same time do not mix")
  func concurrentAppend() async throws {
    let store = store
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 as Range<UInt8> {
        group.addTask {
          for _ in 0..<50 {
            try? store.append([UInt8](repeating: writer, count: 32), to: "log")
          }
        }
      }
    }
    let bytes = try store.bytes(of: "log")
    #expect(bytes.count == 4 * 50 * 32)
    for start in stride(from: 0, to: bytes.count, by: 32) {
      #expect(Set(bytes[start..<start + 32]).count == 1)
    }
  }

  @Test("folders are made with those above them")
  func makeFolder() throws {
    try store.makeFolder("a/b//c/")
    try store.makeFolder("a/b/c", permissions: .everyone)
    try store.makeFolder("~/state/nnrepl")
    try store.makeFolder("\(folder)/a/d")
    #expect(try permissions(of: "a/b/c") == 0o700)
    #expect(store.isFolder("a/b/c") && store.isFolder("home/state/nnrepl"))
    #expect(try store.entries(ofFolder: "a").map(\.name) == ["b", "d"])
    #expect(!store.isFolder("a/x") && !store.isFolder("") && !store.isFolder("a\0"))
  }

  @Test("folders are listed by name, links followed")
  func list() throws {
    try store.makeFolder("b")
    for name in ["c", "a", ".hidden", "総"] { try store.write([], to: name) }
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/d", withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/e", withDestinationPath: "none")
    let entries = try store.entries(ofFolder: ".")
    #expect(entries.map(\.name) == [".hidden", "a", "b", "c", "d", "e", "総"])
    #expect(entries.filter(\.isFolder).map(\.name) == ["b", "d"])
  }

  @Test("a file that is moved replaces the one of that name")
  func move() throws {
    try store.write([1], to: "old")
    try store.write([2], to: "new")
    try store.move("old", to: "new")
    #expect(try names() == ["new"])
    #expect(try store.bytes(of: "new") == [1])
  }

  @Test("a pipe is read to its end")
  func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data([1, 2, 3]))
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    #expect(try FileStore().bytes(of: "/dev/fd/\(descriptor)") == [1, 2, 3])
  }

  @Test("an endless file is given up at the limit")
  func endless() {
    expect(.read, "/dev/zero", fails: .tooLarge(limit: 100_000)) {
      _ = try store.bytes(of: "/dev/zero", limit: 100_000)
    }
  }

  @Test("a device is written to directly")
  func device() throws {
    try store.write([1], to: "/dev/null")
    #expect(try store.bytes(of: "/dev/null") == [])
  }

  @Test("a full disk", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() {
    expect(.write, "/dev/full", fails: .noSpace) { try store.write([1], to: "/dev/full") }
    expect(.write, "/dev/full", fails: .noSpace) { try store.append([1], to: "/dev/full") }
  }

  @Test("what the user may not do", .enabled(if: permissionsBind))
  func noPermission() throws {
    try store.makeFolder("locked")
    try store.write([1], to: "locked/file")
    try store.write([1], to: "file")
    for (path, mode) in [("locked", 0), ("file", 0o400)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: "\(folder)/\(path)")
    }
    let path = "locked/file"
    expect(.read, path, fails: .noPermission) { _ = try store.bytes(of: path) }
    expect(.write, path, fails: .noPermission) { try store.write([2], to: path) }
    expect(.list, "locked", fails: .noPermission) { _ = try store.entries(ofFolder: "locked") }
    expect(.write, "file", fails: .noPermission) { try store.write([2], to: "file") }
    expect(.write, "file", fails: .noPermission) { try store.append([2], to: "file") }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: "\(folder)/locked")
  }

  @Test("a file that is not open")
  func closedFile() {
    #expect(throws: OpenFile.Failure(errorNumber: EBADF)) {
      try OpenFile(descriptor: -1).writeAll([1])
    }
    #expect(throws: OpenFile.Failure(errorNumber: EBADF)) {
      _ = try OpenFile(descriptor: -1).readToEnd(limit: 1)
    }
    #expect(throws: OpenFile.Failure(errorNumber: EBADF)) { try OpenFile(descriptor: -1).finish() }
  }

  @Test(
    arguments: [
      (ENOENT, .missing), (EISDIR, .isFolder), (ENOTDIR, .isNotFolder), (EEXIST, .exists),
      (EACCES, .noPermission), (EPERM, .noPermission), (ENOSPC, .noSpace), (EDQUOT, .noSpace),
      (EROFS, .readOnlyDisk), (ENAMETOOLONG, .nameTooLong), (ELOOP, .linkLoop), (EIO, .system(EIO)),
    ] as [(Int32, FileError.Reason)])
  func reasons(_ errorNumber: Int32, _ reason: FileError.Reason) {
    #expect(FileError.Reason(errorNumber: errorNumber) == reason)
  }
}

/// Counts from several threads.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  var value: Int { lock.withLock { count } }

  func increment() {
    lock.withLock { count += 1 }
  }
}
