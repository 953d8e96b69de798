/// The lines of a file without their ends; empty lines are passed over.
struct LineReader {
  /// The number of the last line, from 1.
  private(set) var number = 0
  private let stream: DataStream
  private var buffer: ArraySlice<UInt8> = []
  private var hasEnded = false

  /// The most bytes that a line may have.
  private static let limit = 4096

  init(_ stream: DataStream) { self.stream = stream }

  /// The next line, or nil at the end.
  mutating func next() throws -> ArraySlice<UInt8>? {
    while true {
      if buffer.isEmpty && hasEnded { return nil }
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[buffer.startIndex..<end]
        buffer = buffer[(end + 1)...]
        if let line = try counted(line) { return line }
      } else if hasEnded {
        let line = buffer
        buffer = []
        if let line = try counted(line) { return line }
      } else {
        guard buffer.count <= Self.limit else { throw tooLong(number + 1) }
        let more = try stream.read(1 << 16)
        hasEnded = more.isEmpty
        buffer = ArraySlice(Array(buffer) + more)
      }
    }
  }

  private mutating func counted(_ line: ArraySlice<UInt8>) throws -> ArraySlice<UInt8>? {
    number += 1
    guard line.count <= Self.limit else { throw tooLong(number) }
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return line.isEmpty ? nil : line
  }

  private func tooLong(_ line: Int) -> DataFileError {
    stream.error(.lineTooLong(line: line, limit: Self.limit))
  }
}
