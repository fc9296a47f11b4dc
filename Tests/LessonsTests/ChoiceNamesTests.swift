import Foundation
import SourceText
import Testing

@testable import Lessons

@Suite("Options and items by their texts and places")
struct ChoiceNamesTests {
  private func script(_ kind: String, _ parts: String) throws -> Question {
    let text = """
      @lesson l format=1
      @title ja あ
      @title en a
      @step s
      @ask q \(kind)
      @prompt ja あ
      @prompt en a
      \(parts)
      @hint ja 一
      @hint en 1
      @hint ja 二
      @hint en 2
      @why ja あ
      @why en a
      @feedback no ja あ
      @feedback no en a
      @end

      """
    let reading = LessonScript.read(Array(text.utf8), path: "l.nn")
    #expect(reading.errors == [])
    return try #require(reading.script?.questions.first)
  }

  private func curves() throws -> Question {
    try script(
      "match",
      """
      @item 1 ja 傾き 1 の直線
      @item 1 en a line of slope 1
      @item 2 ja 0 で飛ぶ
      @item 2 en jumps at 0
      @item 3 ja 向きは滑らか
      @item 3 en smooth, as a curve is
      @option a ReLU
      @option b ja シグモイド関数
      @option b en sigmoid
      @option c ja ステップ関数
      @option c en step function
      @option d functions.sigmoid(u)
      @key 1=a, 2=c, 3=b
      @wrong 1=b, 2=a, 3=c => no
      """)
  }

  private func verdict(_ answer: String, _ question: Question) -> Judgement {
    Judge(seed: 1).judge(answer, to: question)
  }

  @Test(
    "pairs by ids, circled signs, places and texts, in both languages and widths",
    arguments: [
      "1=a, 2=c, 3=b", "①ⓐ ②ⓒ ③ⓑ", "１＝ａ　２＝ｃ　３＝ｂ", "❶=Ⓐ ❷=Ⓒ ❸=Ⓑ", "1=1 2=3 3=2",
      "①＝①、②＝③、③＝②", "1:1, 2:3, 3:2", "1-a 2-c 3-b", "1 → 1, 2 → 3, 3 → 2", "1->a 2->c 3->b",
      "1 3 2", "1 1 2 3 3 2", "a=1 c=2 b=3", "a c b", "1=ReLU 2=step function 3=sigmoid",
      "1=relu、2=ステップ関数、3=シグモイド関数", "①はReLU、②はステップ関数、③はシグモイド関数",
      "ReLU, step function, sigmoid", "傾き 1 の直線=a, 0 で飛ぶ=c, 向きは滑らか=b",
      "a line of slope 1 = ReLU; jumps at 0 = step function; smooth, as a curve is = sigmoid",
      "ReLU=1, sigmoid=3, step function=2", "3=sigmoid\n1=relu\n2=c",
    ])
  func pairs(_ answer: String) throws {
    let judgement = verdict(answer, try curves())
    #expect(judgement.verdict == .right, "\(judgement)")
  }

  @Test("what is wrong by a name is as wrong as by an id, and how it was read is told")
  func wrongPairs() throws {
    let question = try curves()
    let judgement = verdict("1=sigmoid, 2=1, 3=c", question)
    #expect(judgement.verdict == .wrong)
    #expect(judgement.feedback?.id == "no")
    guard case .text(let reading)? = judgement.readings.first else {
      Issue.record("\(judgement)")
      return
    }
    #expect(reading == "1=b 2=a 3=c")
    #expect(verdict("1=a, 2=c, 3=b", question).readings.isEmpty)
    // Another option's text that holds a shorter one is not that one.
    #expect(verdict("1=ReLU, 2=c, 3=functions.sigmoid(u)", question).verdict == .partial)
  }

  @Test(
    "what could be meant otherwise, or means nothing, is no answer",
    arguments: [
      "1=tanh, 2=c, 3=b", "1=5, 2=c, 3=b", "1=0, 2=c, 3=b", "4=1, 2=c, 3=b", "1=関数, 2=c, 3=b",
      "1=a 1=b 2=c",
      "1=", "=", "1==a", "1 2", "ReLU", "sigmoids=1 2=c 3=a",
    ])
  func unreadable(_ answer: String) throws {
    #expect(verdict(answer, try curves()).verdict == .invalid)
  }

  @Test(
    "an order by ids, circled signs, places and texts",
    arguments: [
      "c a b", "cab", "ⓒⓐⓑ", "Ⓒ→Ⓐ→Ⓑ", "３１２", "3 1 2", "③①②", "3 > 1 > 2", "3、1、2",
      "順伝播、誤差、更新", "forward → the loss → update", "順伝播→a→更新", "forward\nthe loss\nupdate",
      "(3) (1) (2)", "c, the loss, 2",
    ])
  func order(_ answer: String) throws {
    let question = try script(
      "order",
      """
      @option a ja 誤差
      @option a en the loss
      @option b ja 更新
      @option b en update
      @option c ja 順伝播
      @option c en forward
      @key c a b
      @wrong a b c => no
      """)
    #expect(verdict(answer, question).verdict == .right, "\(verdict(answer, question))")
    #expect(verdict("1 2 3", question).feedback?.id == "no")
    for invalid in ["3 1", "311", "4 1 2", "3 1 2 2", "updates a c"] {
      #expect(verdict(invalid, question).verdict == .invalid, "\(invalid)")
    }
  }

  @Test("where options are numbers, a number is never a place")
  func numbers() throws {
    let question = try script(
      "order",
      """
      @option a 3
      @option b 1
      @option c 2
      @key b c a
      @wrong a b c => no
      """)
    #expect(verdict("1 2 3", question).verdict == .right)
    #expect(verdict("b c a", question).verdict == .right)
    #expect(verdict("3 1 2", question).feedback?.id == "no")
  }

  @Test("lines of a listing are paired from either side, too")
  func lines() throws {
    let question = try script(
      "match",
      """
      @listing
      a = 1
      b = a
      c = b
      @item a ja 写す
      @item a en copies
      @item b ja 始める
      @item b en begins
      @key a=2, b=1
      @wrong a=1, b=2 => no
      """)
    for answer in ["a=2, b=1", "copies=2, begins=1", "2=a, 1=b", "写すは2、始めるは1", "2 1"] {
      #expect(verdict(answer, question).verdict == .right, "\(answer)")
    }
    #expect(verdict("copies=1, begins=2", question).feedback?.id == "no")
    #expect(verdict("copies=9, begins=1", question).verdict == .invalid)
  }
}
