import Diagnostics

/// The students of a course, from a table with a heading.
///
///     id,name
///     s01,Ada Lovelace
///     s02,Alan Turing
public struct Roster: Sendable {
  /// Which columns hold what.
  public struct Columns: Sendable {
    /// The heading of the students' ids.
    public var id = "id"
    /// The heading of their names; used where it is there.
    public var name = "name"
    /// The heading of their seeds; nil to compute them.
    public var seed: String?

    /// The default headings.
    public init() {}
  }

  /// The students in the order of the table.
  public let students: [Student]

  /// The roster in a text.
  ///
  /// - Parameters:
  ///   - course: The course's name, part of what the seeds are computed from.
  ///   - notebook: The notebook's file name, another part.
  /// - Throws: A `Diagnostic` with the line where a column or a cell is missing or a cell is too much, or
  ///   an id or a seed cannot be used.
  public init(
    _ source: SourceText, columns: Columns = Columns(), course: String, notebook: String
  ) throws {
    let table = try CSVTable(source)
    guard let heading = table.rows.first else {
      throw Diagnostic(
        .error, "the roster is empty", file: source.name,
        help: "Its first line names the columns, such as 'id,name'.")
    }
    let reader = RowReader(source: source, heading: heading)
    let id = try reader.column(columns.id, option: "--id")
    let seed = try columns.seed.map { try reader.column($0, option: "--seed-column") }
    let name = reader.index(of: columns.name)
    var lines: [String: Int] = [:]
    students = try table.rows.dropFirst().map { row in
      try reader.checkLength(of: row)
      let value = try reader.cell(id, of: row)
      guard !value.isEmpty else { throw reader.error("this student has no id", row) }
      guard let fileID = value.usableID else {
        throw reader.error(
          "the id '\(value.prefix(40))' cannot be used", row,
          help: "Ids are at most 80 bytes long and hold no control characters.")
      }
      // Files whose names differ by case alone are one file on some systems.
      if let other = lines.updateValue(row.line, forKey: fileID.lowercased()) {
        throw reader.error("the id '\(value)' stands on line \(other) as well", row)
      }
      let name = try name.map { try reader.cell($0, of: row) }.flatMap { $0.isEmpty ? nil : $0 }
      return Student(
        id: value, name: name,
        seed: try seed.map { try reader.seed($0, of: row) }
          ?? Student.seed(course: course, notebook: notebook, id: value))
    }
    guard !students.isEmpty else {
      throw Diagnostic(
        .error, "the roster names no student", file: source.name,
        help: "Below the line with the column names each line is a student.")
    }
  }
}

/// Finds cells by their columns' names.
private struct RowReader {
  let source: SourceText
  let heading: CSVTable.Row

  func index(of name: String) -> Int? {
    heading.cells.firstIndex { $0.lowercased() == name.lowercased() }
  }

  func column(_ name: String, option: String) throws -> Int {
    if let index = index(of: name) { return index }
    let near = suggestion(for: name, among: heading.cells).map { "\($0) " } ?? ""
    let known = heading.cells.map { "'\($0)'" }.joined(separator: ", ")
    throw error(
      "the roster has no column '\(name)'", heading,
      help: "\(near)It has \(known); '\(option)' names the one to take.")
  }

  func cell(_ index: Int, of row: CSVTable.Row) throws -> String {
    guard row.cells.indices.contains(index) else {
      throw error(
        "this row has \(row.cells.count) of \(heading.cells.count) columns", row)
    }
    return row.cells[index]
  }

  /// Fails where a row says something beyond the last column: a cell with a comma in it, mostly.
  func checkLength(of row: CSVTable.Row) throws {
    guard let extra = row.cells.dropFirst(heading.cells.count).first(where: { !$0.isEmpty }) else {
      return
    }
    throw error(
      "this row has '\(extra.prefix(40))' beyond the last column", row,
      help: "A cell with a comma in it stands in double quotes.")
  }

  func seed(_ index: Int, of row: CSVTable.Row) throws -> UInt64 {
    let text = try cell(index, of: row)
    guard let seed = UInt64(text), seed <= UInt64(Int.max) else {
      throw error("a seed is a whole number from 0, and this one is '\(text)'", row)
    }
    return seed
  }

  func error(_ message: String, _ row: CSVTable.Row, help: String? = nil) -> Diagnostic {
    Diagnostic(
      .error, message, file: source.name, at: SourcePosition(line: row.line), help: help)
  }
}

extension String {
  /// The id itself, where files can be named after it.
  fileprivate var usableID: String? {
    let isClean = unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isClean && utf8.count <= 80 ? self : nil
  }
}
