/// Why a file with data cannot be read or written.
public struct DataFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// What is wrong with it.
  public let problem: Problem

  /// The file, what was found, what was expected and what to do.
  public var description: String { "'\(file)' \(problem.description)" }
}

extension DataFileError {
  /// What is wrong with a file.
  public enum Problem: Equatable, Sendable {
    case unreadable(reason: String)
    case unwritable(reason: String)
    case noRegularFile
    case damagedCompression(reason: String)
    case trailingBytes(announced: Int)

    // IDX
    case noIDXFile(start: [UInt8])
    case unknownIDXType(code: UInt8)
    case cutHeader(present: Int, expected: Int)
    case tooManyNumbers(shape: [Int])
    case wrongLength(shape: [Int], expected: Int, present: Int)
    case cannotHold(shape: [Int], expected: Int, compressed: Int)
    case noImages(shape: [Int])
    case noLabels(shape: [Int])
    case noBytes(found: String)

    // Labels
    case labelOutOfRange(label: Int, position: Int, classes: Int)
    case differentCounts(labels: Int, images: Int, imageFile: String)

    // CIFAR-10 and tables
    case noWholeRecords(length: Int, record: Int)
    case empty(expected: String)
    case lineTooLong(line: Int, limit: Int)
    case wrongFieldCount(line: Int, found: Int, expected: Int)
    case noNumber(line: Int, field: Int, text: String)
    case pixelOutOfRange(line: Int, field: Int, value: Int, largest: Int)
    case labelOutOfTable(line: Int, label: Int, classes: Int)

    // Pictures
    case noPicture(start: [UInt8])
    case damagedPicture(format: String, reason: String)

    // Folders
    case missingPart(needed: String)
    case notDownloaded(name: String)
  }
}
