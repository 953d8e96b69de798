/// Why a `.npy` or `.npz` file cannot be read or written.
public struct ArrayFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named, and the entry of an archive if one is concerned.
  public let file: String
  /// What is wrong with it.
  public let problem: Problem

  /// The file and what is wrong with it, as one sentence.
  public var description: String { "'\(file)' \(problem.description)" }
}

extension ArrayFileError {
  /// What is wrong with a file.
  public enum Problem: Equatable, Sendable, CustomStringConvertible {
    case unreadable(reason: String)
    case unwritable(reason: String)
    case noArrayFile
    case unknownVersion(major: Int, minor: Int)
    case truncatedHeader(announced: Int, present: Int)
    case malformedHeader(expected: String, offset: Int)
    case unsupportedType(String)
    case tooManyElements(shape: [Int])
    case wrongLength(shape: [Int], elementSize: Int, expected: Int, present: Int)
    case noArchive
    case brokenDirectory(String)
    case encrypted(entry: String)
    case unsupportedCompression(entry: String, method: Int)
    case tooLarge
    case brokenData(entry: String)
    case wrongChecksum(entry: String)
    case missingArray(name: String, present: [String])
    case repeatedName(String)

    /// The problem as the end of a sentence that begins with the file.
    public var description: String {
      switch self {
      case .unreadable(let reason): "cannot be read: \(reason)"
      case .unwritable(let reason): "cannot be written: \(reason)"
      case .noArrayFile: "is no .npy file: it does not begin with the bytes of \\x93NUMPY"
      case .unknownVersion(let major, let minor):
        "is of .npy version \(major).\(minor); versions 1.0, 2.0 and 3.0 are known"
      case .truncatedHeader(let announced, let present):
        "ends within its header: \(announced) bytes are announced, \(present) are there"
      case .malformedHeader(let expected, let offset):
        "has a header that cannot be read: expected \(expected) at its byte \(offset)"
      case .unsupportedType(let type):
        "holds elements of type \(type); b1, i1 to i8, u1 to u8 and f2 to f8 can be read"
      case .tooManyElements(let shape):
        "has shape \(shape), which holds more elements than can be counted"
      case .wrongLength(let shape, let size, let expected, let present):
        "has shape \(shape) of \(size)-byte elements, which takes \(expected) bytes, but "
          + "\(present) follow its header"
      default: archiveDescription
      }
    }

    private var archiveDescription: String {
      switch self {
      case .noArchive: "is no .npz file: it has no end record of a zip archive"
      case .brokenDirectory(let detail): "has a broken zip directory: \(detail)"
      case .encrypted(let entry): "is encrypted: entry '\(entry)'"
      case .unsupportedCompression(let entry, let method):
        "has entry '\(entry)' compressed by method \(method); 0 (stored) and 8 (deflated) can be read"
      case .tooLarge: "is larger than the 4 GB of a plain zip archive"
      case .brokenData(let entry): "has entry '\(entry)' whose compressed data is broken"
      case .wrongChecksum(let entry): "has entry '\(entry)' whose checksum is wrong"
      case .missingArray(let name, let present):
        "has no array '\(name)'; it has "
          + (present.isEmpty ? "none" : present.map { "'\($0)'" }.joined(separator: ", "))
      case .repeatedName(let name): "has two arrays '\(name)'"
      default: ""
      }
    }
  }
}
