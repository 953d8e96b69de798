import CNNCore
import Foundation
import Testing

/// An IDX file: the magic number, the lengths of the axes, the numbers.
func idxBytes(_ shape: [Int], _ numbers: [UInt8], type: UInt8 = 8) -> [UInt8] {
  let lengths = shape.flatMap { length in
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
  }
  return [0, 0, type, UInt8(shape.count)] + lengths + numbers
}

/// The bytes as gzip compresses them.
func gzipped(_ bytes: [UInt8], in folder: String) throws -> [UInt8] {
  let path = "\(folder)/\(UUID().uuidString)"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
  process.arguments = ["-n", path]
  try process.run()
  process.waitUntilExit()
  return Array(try Data(contentsOf: URL(fileURLWithPath: "\(path).gz")))
}

/// Writes a file and returns its path.
@discardableResult
func write(_ bytes: [UInt8], _ name: String, in folder: String) throws -> String {
  let path = "\(folder)/\(name)"
  let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
  try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return path
}

/// Expects that reading a file with these bytes fails with a text that follows the file's name.
func expectDataError(
  _ message: String, _ bytes: [UInt8], _ read: (String) throws -> Void,
  location: SourceLocation = #_sourceLocation
) throws {
  try withTemporaryFolder { folder in
    let path = try write(bytes, "file", in: folder)
    let error = #expect(throws: DataFileError.self, sourceLocation: location) { try read(path) }
    #expect(error?.description == "'\(path)' \(message)", sourceLocation: location)
  }
}
