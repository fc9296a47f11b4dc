import SourceText

extension LessonProgress {
  /// The answers as a table for a teacher, in CSV: a row for each question that was begun.
  ///
  ///     lesson,question,verdict,attempts,hints,time
  ///     test-03,the-line,right,2,1,2025-11-24T16:00:00Z
  ///
  /// The verdict is the word of ``AnswerRecord/Standing``; the time is that of the last answer, in
  /// UTC, and empty where there was none. No field ever needs quotes: ids have none of the signs.
  public var csv: String {
    var lines = ["lesson,question,verdict,attempts,hints,time"]
    let lessons = records.sorted { NaturalOrder.isBefore($0.key, $1.key) }
    for (lesson, record) in lessons {
      for (question, answer) in record.answers.sorted(by: { NaturalOrder.isBefore($0.key, $1.key) })
      {
        let time = answer.lastAttempt.map { Timestamp.text(secondsSince1970: $0) } ?? ""
        lines.append(
          "\(lesson),\(question),\(answer.standing.rawValue),\(answer.attempts),\(answer.hints),"
            + time)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A time of day as text, without a calendar of the system.
public enum Timestamp {
  /// The time in UTC as ISO 8601 writes it.
  ///
  ///     Timestamp.text(secondsSince1970: 1_764_000_000)  // 2025-11-24T16:00:00Z
  ///
  /// Years are those of the Gregorian calendar; what lies outside 1970 to 9999 is cut to it.
  public static func text(secondsSince1970 seconds: Int) -> String {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // Days are counted from 1 March of year 0, so that a leap day ends its year; an era is 400 years.
    let shifted = days + 719_468
    let (era, day) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
    let date = "\(padded(civilYear, 4))-\(padded(civilMonth))-\(padded(dayOfMonth))"
    return date + "T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
