internal import Ccsv
import Diagnostics

/// A table of comma-separated values (RFC 4180), read by libcsv.
///
/// Spreadsheets in many countries write semicolons or tabs; what the first line has most of parts the
/// cells.
struct CSVTable {
  /// A line of the table.
  struct Row {
    /// The number of the line on which it begins, from 1.
    var line: Int
    /// The cells, without the blanks around them.
    var cells: [String]
  }

  /// The rows that are not empty, the heading first.
  let rows: [Row]

  /// The table in a text.
  ///
  /// - Throws: A `Diagnostic` where quotes do not match.
  init(_ source: SourceText) throws {
    let reader = try Reader(separator: Self.separator(in: source.lines.first ?? ""))
    for (index, line) in source.lines.enumerated() {
      let ending = index + 1 < source.lines.count ? "\n" : ""
      guard reader.read(String(line) + ending, line: index + 1) else {
        throw Self.error(in: source, line: index + 1)
      }
    }
    guard reader.finish() else { throw Self.error(in: source, line: reader.firstLine) }
    rows = reader.rows
  }

  private static func separator(in line: Substring) -> Character {
    let candidates: [Character] = [",", ";", "\t"]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    return zip(candidates, counts).reduce((",", 0)) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  private static func error(in source: SourceText, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "the quotation marks in this row do not match", file: source.name,
      at: SourcePosition(line: line),
      help: "A cell with quotation marks stands between quotation marks and doubles its own.")
  }
}

/// The parser, which tells what it meets by calls.
private final class Reader {
  private var parser = csv_parser()
  private var cells: [String] = []
  private var line = 1
  private(set) var firstLine = 1
  private(set) var rows: [CSVTable.Row] = []

  init(separator: Character) throws {
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)) == 0 else {
      throw Diagnostic(.error, "libcsv cannot be started")
    }
    csv_set_delim(&parser, separator.asciiValue ?? UInt8(ascii: ","))
  }

  deinit {
    csv_free(&parser)
  }

  /// Reads a line of text; false where it is wrong.
  func read(_ text: String, line: Int) -> Bool {
    if cells.isEmpty && parser.entry_pos == 0 { firstLine = line }
    self.line = line
    let bytes = Array(text.utf8)
    return csv_parse(&parser, bytes, bytes.count, Self.endCell, Self.endRow, pointer) == bytes.count
  }

  /// Reads what is left; false where a quotation mark is open.
  func finish() -> Bool {
    csv_fini(&parser, Self.endCell, Self.endRow, pointer) == 0
  }

  private var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  private static func reader(_ pointer: UnsafeMutableRawPointer?) -> Reader? {
    pointer.map { Unmanaged<Reader>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let endCell:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, pointer in
      let cell = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      reader(pointer)?.cells.append(String(decoding: cell, as: UTF8.self))
    }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, pointer in
    guard let reader = reader(pointer) else { return }
    if reader.cells.contains(where: { !$0.isEmpty }) {
      reader.rows.append(CSVTable.Row(line: reader.firstLine, cells: reader.cells))
    }
    reader.cells = []
  }
}
