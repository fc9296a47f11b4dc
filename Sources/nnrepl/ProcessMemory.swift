import NumPyLanguage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What this process uses of the machine's memory.
///
/// A class because it keeps a descriptor open: the question is asked while loops run.
final class ProcessMemory {
  /// What it may use: half of the machine's memory, at most 4 GB.
  private let limit: Int
  private let pageSize: Int
  /// Where Linux tells the process's sizes; −1 where there is no such file.
  private let descriptor: Int32

  init() {
    pageSize = max(1, sysconf(Int32(_SC_PAGESIZE)))
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    limit = min(4_000_000_000, pages > 0 ? pages / 2 * pageSize : .max)
    descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What it uses, and may.
  var use: MemoryUse { MemoryUse(bytes: residentSize, limit: limit) }

  /// The bytes of main memory that belong to the process; 0 where that is not known.
  private var residentSize: Int {
    #if canImport(Darwin)
      var information = mach_task_basic_info()
      var count = mach_msg_type_number_t(
        MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
      let result = withUnsafeMutablePointer(to: &information) {
        $0.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
          task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
        }
      }
      return result == KERN_SUCCESS ? Int(information.resident_size) : 0
    #else
      // The second number is the count of pages in main memory.
      var buffer = [UInt8](repeating: 0, count: 128)
      let count = pread(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return 0 }
      let numbers = buffer[..<count].split(separator: UInt8(ascii: " "))
      guard numbers.count > 1 else { return 0 }
      return numbers[1].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) } * pageSize
    #endif
  }
}
