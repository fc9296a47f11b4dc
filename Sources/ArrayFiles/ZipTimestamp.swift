/// A date and time as zip archives hold it: local time from 1980 to 2107 in steps of two seconds.
public struct ZipTimestamp: Equatable, Sendable {
  /// The year, 1980 to 2107.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int
  /// The second, 0 to 59; odd seconds are stored as the even one before.
  public var second: Int

  /// Makes a timestamp from its parts.
  ///
  /// - Precondition: Each part is in its range.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    precondition(
      (1980...2107).contains(year) && (1...12).contains(month) && (1...31).contains(day)
        && (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second),
      "no such zip timestamp: \(year)-\(month)-\(day) \(hour):\(minute):\(second)")
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }

  /// The beginning of 1980, which NumPy writes always: the same arrays give the same file.
  public static let earliest = ZipTimestamp(year: 1980, month: 1, day: 1)

  /// The time in the format of MS-DOS: 5 bits hour, 6 minute, 5 half the second.
  var packedTime: UInt16 { UInt16(hour << 11 | minute << 5 | second / 2) }
  /// The date in the format of MS-DOS: 7 bits year from 1980, 4 month, 5 day.
  var packedDate: UInt16 { UInt16((year - 1980) << 9 | month << 5 | day) }
}
