internal import Cyaml
import Diagnostics

/// Parses one YAML document into a tree by libyaml.
///
/// Anchors and aliases are refused: a notebook has no use for them, and a few lines of them can
/// unfold to gigabytes.
final class YAMLParser {
  private static let maximumDepth = 20

  private var parser = yaml_parser_t()
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let isASCII: Bool
  private let place: (SourcePosition) -> SourcePosition

  /// A parser of the given text.
  ///
  /// - Parameter place: Turns a place in the text into the place to report.
  init(_ text: String, place: @escaping (SourcePosition) -> SourcePosition) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == .lineFeed }.map { $0 + 1 }
    self.place = place
    yaml_parser_initialize(&parser)
  }

  deinit {
    yaml_parser_delete(&parser)
  }

  /// The document's value; an empty mapping where the text is empty.
  func parse() throws(YAMLError) -> YAMLNode {
    // The bytes are copied to where they stay while libyaml reads them.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    defer { copy.deallocate() }
    _ = copy.initialize(from: bytes)
    yaml_parser_set_input_string(&parser, copy.baseAddress, bytes.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var document: YAMLNode?
    while true {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT:
        if document != nil { throw error("only one document can stand here", event.start_mark) }
      case YAML_STREAM_END_EVENT:
        return document ?? YAMLNode(value: .mapping([]), position: place(SourcePosition(line: 1)))
      default: document = try node(event, depth: 0)
      }
    }
  }
}

extension YAMLParser {
  private func nextEvent() throws(YAMLError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
      // What is found missing at the end of the text is told where it began.
      let isAtEnd = parser.context != nil && Int(parser.problem_mark.line) >= lineStarts.count
      throw error(problem, isAtEnd ? parser.context_mark : parser.problem_mark)
    }
    return event
  }

  private func node(_ event: yaml_event_t, depth: Int) throws(YAMLError) -> YAMLNode {
    let mark = event.start_mark
    guard depth < Self.maximumDepth else { throw error("it is nested too deep", mark) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      if scalar.anchor != nil { throw anchorError(mark) }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLNode(
        value: .scalar(text, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE),
        position: position(mark), end: position(event.end_mark))
    case YAML_SEQUENCE_START_EVENT:
      if event.data.sequence_start.anchor != nil { throw anchorError(mark) }
      var items: [YAMLNode] = []
      while let item = try child(until: YAML_SEQUENCE_END_EVENT, depth: depth) {
        items.append(item)
      }
      return YAMLNode(value: .sequence(items), position: position(mark))
    case YAML_MAPPING_START_EVENT:
      if event.data.mapping_start.anchor != nil { throw anchorError(mark) }
      return YAMLNode(value: .mapping(try pairs(depth: depth)), position: position(mark))
    default: throw anchorError(mark)
    }
  }

  private func pairs(depth: Int) throws(YAMLError) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    var names: Set<String> = []
    while let key = try child(until: YAML_MAPPING_END_EVENT, depth: depth) {
      if let name = key.text, !names.insert(name).inserted {
        throw YAMLError(message: "the key '\(name)' stands twice", position: key.position)
      }
      guard let value = try child(until: YAML_MAPPING_END_EVENT, depth: depth) else { break }
      pairs.append(YAMLNode.Pair(key: key, value: value))
    }
    return pairs
  }

  private func child(
    until end: yaml_event_type_t, depth: Int
  ) throws(YAMLError) -> YAMLNode? {
    var event = try nextEvent()
    defer { yaml_event_delete(&event) }
    return event.type == end ? nil : try node(event, depth: depth + 1)
  }
}

extension YAMLParser {
  private func error(_ message: String, _ mark: yaml_mark_t) -> YAMLError {
    YAMLError(message: message, position: position(mark))
  }

  private func anchorError(_ mark: yaml_mark_t) -> YAMLError {
    error("anchors and aliases ('&name', '*name') are not supported", mark)
  }

  /// The place of a mark; libyaml counts characters where we count bytes.
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    let line = min(Int(mark.line), lineStarts.count - 1)
    var index = lineStarts[line]
    if isASCII {
      return place(SourcePosition(line: line + 1, column: Int(mark.column) + 1))
    }
    for _ in 0..<Int(mark.column) where index < bytes.count && bytes[index] != .lineFeed {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return place(SourcePosition(line: line + 1, column: index - lineStarts[line] + 1))
  }
}
