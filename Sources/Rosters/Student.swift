import Platform

/// A student of a roster, with the seed of the student's own sheet.
public struct Student: Hashable, Sendable {
  /// What tells students apart, unique in the roster.
  public var id: String
  /// The name, where the roster has it.
  public var name: String?
  /// The seed.
  public var seed: UInt64

  /// A student.
  public init(id: String, name: String?, seed: UInt64) {
    self.id = id
    self.name = name
    self.seed = seed
  }

  /// What a sheet says that it is for: the name and the id, or the id alone.
  public var recipient: String { name.map { "\($0) (\(id))" } ?? id }

  /// The id as a file's name: what is no letter or digit of ASCII, `.`, `_` or `-` as `%` and two
  /// hexadecimal digits for each byte.
  public var fileName: String {
    let digits = Array("0123456789ABCDEF")
    return id.utf8.enumerated().map { index, byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain =
        character.isASCII && (character.isLetter || character.isNumber)
        || character == "_" || character == "-" || (character == "." && index > 0)
      return isPlain ? String(character) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }

  /// The seed that a student gets where the roster names none: the first 32 bits of
  ///
  ///     SHA-256("course\nnotebook\nid\n")
  ///
  /// in UTF-8, such as `printf '%s\n' 'ML 1' lesson.nb s1 | sha256sum | head -c 8` prints in hexadecimal
  /// digits. NumPy's seeds have 32 bits. That two of 1,000 students share one happens once in 8,600
  /// courses.
  public static func seed(course: String, notebook: String, id: String) -> UInt64 {
    UInt64(SHA256.hex(of: "\(course)\n\(notebook)\n\(id)\n").prefix(8), radix: 16) ?? 0
  }
}
