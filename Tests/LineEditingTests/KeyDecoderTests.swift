import Testing

@testable import LineEditing

@Suite struct KeyDecoderTests {
  private func keys(of text: String, timedOut: Bool = true) -> [Key] {
    var decoder = KeyDecoder()
    decoder.feed(Array(text.utf8))
    var keys: [Key] = []
    while let key = decoder.next(timedOut: timedOut) { keys.append(key) }
    return keys
  }

  @Test(
    arguments: [
      ("a", .character("a")), ("あ", .character("あ")), ("\t", .character("\t")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
      ("\u{1B}[D", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
      ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
      ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2C", .right),
      ("\u{1B}\u{1B}[D", .wordLeft), ("\u{1B}Oc", .wordRight), ("\u{1B}b", .meta("b")),
      ("\u{1B}\r", .meta("\r")), ("\u{1B}あ", .meta("あ")), ("\u{1B}", .escape),
      ("\u{1B}[15~", .other), ("\u{1B}[[A", .other), ("\u{1B}[", .other), ("\u{1B}O", .meta("O")),
      ("\u{1B}[200~x = 1\n\u{1B}[201~", .paste("x = 1\n")),
    ] as [(String, Key)])
  func knowsTheKeysOfCommonTerminals(bytes: String, key: Key) {
    #expect(keys(of: bytes) == [key])
  }

  @Test func waitsForTheRestOfASequence() {
    var decoder = KeyDecoder()
    for byte in "\u{1B}[1;5".utf8 {
      decoder.feed([byte])
      #expect(decoder.next() == nil)
      #expect(decoder.isAmbiguous)
    }
    decoder.feed(Array("Cx".utf8))
    #expect(decoder.next() == .wordRight)
    #expect(decoder.next() == .character("x"))
    #expect(decoder.next() == nil)
    #expect(!decoder.isAmbiguous)
  }

  @Test func waitsForTheRestOfACharacter() {
    var decoder = KeyDecoder()
    let bytes = Array("総".utf8)
    decoder.feed(bytes[..<2])
    #expect(decoder.next() == nil)
    decoder.feed(bytes[2...])
    #expect(decoder.next() == .character("総"))
  }

  @Test func replacesWhatIsNotUTF8AndLosesNothingElse() {
    var decoder = KeyDecoder()
    decoder.feed([0xE7, 0xB7, 0x61, 0xFF, 0x80, 0x62])
    let keys = (0..<5).map { _ in decoder.next(timedOut: true) }
    #expect(
      keys == [
        .character("\u{FFFD}"), .character("a"), .character("\u{FFFD}"), .character("\u{FFFD}"),
        .character("b"),
      ])
    #expect(decoder.next(timedOut: true) == nil)
  }

  @Test func splitsAPasteAnywhereFromWhatFollows() {
    let bytes = Array("a\u{1B}[200~f\u{1B}[20(x)\u{1B}[201~b".utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      var keys: [Key] = []
      for part in [bytes[..<cut], bytes[cut...]] {
        decoder.feed(part)
        while let key = decoder.next() { keys.append(key) }
      }
      #expect(keys == [.character("a"), .paste("f\u{1B}[20(x)"), .character("b")], "cut at \(cut)")
    }
  }

  @Test func boundsAPasteThatNeverEnds() {
    var decoder = KeyDecoder()
    decoder.feed(Array("\u{1B}[200~".utf8))
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<12 {
      decoder.feed(chunk)
      #expect(decoder.next() == nil)
    }
    decoder.feed(Array("\u{1B}[201~y".utf8))
    #expect(decoder.next() == .paste(String(repeating: "x", count: KeyDecoder.pasteLimit)))
    #expect(decoder.next() == .character("y"))
  }

  @Test func survivesNoise() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let alphabet = Array("\u{1B}[O0;19~ABx$^\u{7F}あ".utf8) + [0xFF, 0xC2, 0x80]
      decoder.feed((0..<40).map { _ in alphabet.randomElement(using: &generator)! })
      var count = 0
      while decoder.next(timedOut: true) != nil { count += 1 }
      #expect(count <= 40)
    }
  }
}
