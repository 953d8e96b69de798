import Platform
import Synchronization

/// Which sheets are made, so that a run that was interrupted goes on where it stopped.
///
/// The ledger is a file in the sheets' folder with a line for each student: the digest of all that went
/// into the student's sheets, the digest of the files, the id. A sheet whose line fits and whose files are as
/// they were written is not made again.
public final class SheetLedger: Sendable {
  /// The name of the file.
  public static let fileName = ".nbrun-roster"

  private struct Entry {
    var origin: String
    var files: String
  }

  private let path: String
  private let entries: Mutex<[String: Entry]>

  /// The ledger of a folder, as earlier runs left it.
  public init(folder: String) {
    path = "\(folder)/\(Self.fileName)"
    var found: [String: Entry] = [:]
    let text = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    // The last line may have been cut short.
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[0].count == 64, words[1].count == 64 else { continue }
      found[String(words[2])] = Entry(origin: String(words[0]), files: String(words[1]))
    }
    entries = Mutex(found)
  }

  /// Whether the student's files are there, made from this origin and unchanged since.
  public func holds(_ student: Student, origin: String, files: [String]) -> Bool {
    guard let entry = entries.withLock({ $0[student.id] }), entry.origin == origin else {
      return false
    }
    let contents = files.compactMap { try? Files.read($0) }
    return contents.count == files.count && Self.digest(contents) == entry.files
  }

  /// Notes that the student's files are made.
  ///
  /// - Throws: `SystemError` where the ledger cannot be written.
  public func note(_ student: Student, origin: String, contents: [[UInt8]]) throws {
    let entry = Entry(origin: origin, files: Self.digest(contents))
    try entries.withLock {
      $0[student.id] = entry
      try Files.append(Array(Self.line(student, entry).utf8), to: path)
    }
  }

  /// Writes the ledger anew, in the roster's order.
  ///
  /// - Throws: `SystemError` where it cannot be written.
  public func close(_ students: [Student]) throws {
    let text = entries.withLock { entries in
      students.compactMap { student in entries[student.id].map { Self.line(student, $0) } }.joined()
    }
    try Files.replace(path, with: Array(text.utf8))
  }

  private static func line(_ student: Student, _ entry: Entry) -> String {
    "\(entry.origin) \(entry.files) \(student.id)\n"
  }

  private static func digest(_ contents: [[UInt8]]) -> String {
    SHA256.hex(ofParts: contents.map { SHA256.hex(of: $0) })
  }
}
