import Diagnostics
import Platform
import Rosters

/// The table of students that a command line names.
struct RosterFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The students in it.
  ///
  /// - Throws: `RosterError` where something in the table is wrong, a `Diagnostic` where it is no text,
  ///   `SystemError`.
  func students(
    columns: Roster.Columns, course: String, notebook: String
  ) throws -> [Student] {
    let name = String(path.split(separator: "/").last ?? "")
    let bytes = try Files.read(path)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Diagnostic(
        .error, "the roster is not UTF-8", file: name,
        help: "Save it as 'CSV UTF-8', or convert it with 'iconv'.")
    }
    let source = SourceText(name: name, text: text)
    do {
      return try Roster(source, columns: columns, course: course, notebook: notebook).students
    } catch let error as Diagnostic {
      throw RosterError(text: DiagnosticWriter(quoting: [source]).text(of: error))
    }
  }
}

/// What is wrong with a roster, with the line that it is about.
struct RosterError: Error {
  var text: String
}
