/// How much work it is to read a piece of Swift, told without reading it.
///
/// Square brackets can begin a value or a type: the parser tries both, and each level of nesting doubles its
/// work. What stands in texts and comments does not count, but for what texts interpolate.
public struct CodeNesting {
  /// The byte at which the code becomes too much work; nil where it does not.
  public private(set) var excess: Int?

  /// The longest code that is read, in bytes.
  public static let longestCode = 1 << 20
  /// The work that is done for one piece of code, in brackets that are not nested.
  private static let mostWork = 1 << 18

  /// Looks through a piece of code.
  public init(_ code: String) {
    if code.utf8.count > Self.longestCode {
      excess = Self.longestCode
      return
    }
    // So few brackets are never too much, however they are nested.
    if code.utf8.count(where: { $0 == UInt8(ascii: "[") }) <= 16 { return }
    var scan = Scan(bytes: Array(code.utf8))
    scan.code(until: nil)
    excess = scan.excess
  }

  private struct Scan {
    let bytes: [UInt8]
    var index = 0
    var depth = 0
    var work = 0
    var excess: Int?

    /// Scans code up to the parenthesis that closes an interpolation, or to the end.
    mutating func code(until closing: UInt8?) {
      var parentheses = 0
      while index < bytes.count, excess == nil {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "["):
          depth += 1
          work += 1 << min(depth, 30)
          if work > CodeNesting.mostWork { excess = index }
        case UInt8(ascii: "]"): depth = max(0, depth - 1)
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"):
          parentheses -= 1
          if closing != nil && parentheses < 0 { return }
        case UInt8(ascii: "\""):
          text()
          continue
        case UInt8(ascii: "/") where starts("//"):
          while index < bytes.count, bytes[index] != 0x0A { index += 1 }
          continue
        case UInt8(ascii: "/") where starts("/*"):
          comment()
          continue
        default: break
        }
        index += 1
      }
    }

    private func starts(_ text: StaticString) -> Bool {
      bytes[index...].starts(
        with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func text() {
      let isLong = starts("\"\"\"")
      index += isLong ? 3 : 1
      while index < bytes.count, excess == nil {
        if starts("\\(") {
          index += 2
          code(until: UInt8(ascii: ")"))
          index += 1
        } else if bytes[index] == UInt8(ascii: "\\") {
          index += 2
        } else if isLong ? starts("\"\"\"") : bytes[index] == UInt8(ascii: "\"") {
          index += isLong ? 3 : 1
          return
        } else if !isLong && bytes[index] == 0x0A {
          return
        } else {
          index += 1
        }
      }
    }

    private mutating func comment() {
      var open = 0
      while index < bytes.count {
        if starts("/*") {
          open += 1
          index += 2
        } else if starts("*/") {
          open -= 1
          index += 2
          if open == 0 { return }
        } else {
          index += 1
        }
      }
    }
  }
}
