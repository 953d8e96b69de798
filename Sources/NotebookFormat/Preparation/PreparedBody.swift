import Diagnostics

/// A notebook's body made ready for a CommonMark parser that knows nothing of our extensions.
///
/// What stands inside lines (formulas, inline values, references, footnote marks) becomes a
/// placeholder, private-use characters around a number. What stands on lines of its own (`:::`,
/// tables, footnotes) becomes a marker, an HTML comment that the parser keeps as a block. The
/// parser then sees one document, so that link definitions hold everywhere, and every line of it
/// knows the line of the notebook that it came from.
struct PreparedBody {
  /// Something inside a line that a placeholder stands for.
  enum Placeholder {
    case math(tex: String, position: SourcePosition)
    case displayMath(tex: String, label: String?, position: SourcePosition)
    case value(expression: String, position: SourcePosition)
    case reference(label: String, numberOnly: Bool, position: SourcePosition)
    case footnote(name: String, position: SourcePosition)
  }

  /// A line of its own that a marker stands for.
  enum Marker {
    case openContainer(AttributeList, position: SourcePosition)
    case closeContainer(position: SourcePosition)
    case openTable(TableSource)
    case closeTable
    case openFootnote(name: String, position: SourcePosition)
    case closeFootnote
  }

  /// The lines for the parser.
  var lines: [String] = []
  /// For each of them the line of the notebook, counted from 1.
  var origins: [Int] = []
  /// What the placeholders stand for.
  var placeholders: [Placeholder] = []
  /// What each placeholder was written as, for places where it means nothing, such as a link.
  var placeholderSources: [String] = []
  /// What the markers stand for.
  var markers: [Marker] = []
  /// What was found wrong.
  var diagnostics: [Diagnostic] = []

  /// The text for the parser.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The notebook's line that a line of the prepared text came from.
  func origin(ofLine line: Int) -> Int {
    origins.isEmpty ? 1 : origins[min(max(0, line - 1), origins.count - 1)]
  }
}

extension PreparedBody {
  /// Begins a placeholder; outside of the planes that any script uses.
  static let placeholderStart: Character = "\u{F0000}"
  /// Ends a placeholder.
  static let placeholderEnd: Character = "\u{F0001}"
  /// Stands before the text of a table's cell, so that no block syntax begins there.
  static let cellStart: Character = "\u{F0002}"
  /// Tells a marker from a comment that somebody wrote.
  static let markerStart = "<!--\u{F0003}"

  /// Adds a placeholder and returns the text that stands for it.
  mutating func add(_ placeholder: Placeholder, source: String) -> String {
    placeholders.append(placeholder)
    placeholderSources.append(source)
    return "\(Self.placeholderStart)\(placeholders.count - 1)\(Self.placeholderEnd)"
  }

  /// Adds a marker on a line of its own.
  mutating func add(_ marker: Marker, prefix: String, origin: Int) {
    markers.append(marker)
    append("\(prefix)\(Self.markerStart)\(markers.count - 1)-->", origin: origin)
  }

  /// Adds a line.
  mutating func append(_ line: String, origin: Int) {
    lines.append(line)
    origins.append(origin)
  }

  /// The marker that an HTML block stands for, or nil where it is ordinary HTML.
  func markerIndex(inHTML html: String) -> Int? {
    let text = html.drop { $0 == " " }
    guard text.hasPrefix(Self.markerStart) else { return nil }
    return Int(text.dropFirst(Self.markerStart.count).prefix { $0.isASCII && $0.isNumber })
  }

  /// A text with each placeholder put back as it was written.
  func restored(_ text: String) -> String {
    guard text.contains(Self.placeholderStart) else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let index): placeholderSources[index]
      }
    }.joined()
  }

  /// A part of a text: plain, or a placeholder's number.
  enum Piece {
    case text(String)
    case placeholder(Int)
  }

  /// The text split at its placeholders.
  func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: Self.placeholderStart) {
      plain += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: Self.placeholderEnd), let index = Int(rest[..<end]),
        placeholders.indices.contains(index)
      else { continue }
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
      pieces.append(.placeholder(index))
      rest = rest[rest.index(after: end)...]
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }
}
