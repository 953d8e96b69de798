internal import Cyaml
import Diagnostics

/// What libyaml found wrong, with its place.
struct YAMLError: Error {
  var message: String
  var position: SourcePosition
}

/// Parses one YAML document into a tree by libyaml.
///
/// Anchors and aliases are refused: a notebook has no use for them, and a few lines of them can
/// unfold to gigabytes.
final class YAMLParser {
  private var parser = yaml_parser_t()
  private let bytes: [UInt8]
  private let place: (SourcePosition) -> SourcePosition

  /// A parser of the given text.
  ///
  /// - Parameter place: Turns a place in the text into the place to report.
  init(_ text: String, place: @escaping (SourcePosition) -> SourcePosition) {
    bytes = Array(text.utf8)
    self.place = place
    yaml_parser_initialize(&parser)
  }

  deinit {
    yaml_parser_delete(&parser)
  }

  /// The document's value; an empty mapping where the text is empty.
  func parse() throws -> YAMLNode {
    try bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      while true {
        var event = try nextEvent()
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
        case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT:
          return YAMLNode(value: .mapping([]), position: place(SourcePosition(line: 1)))
        default: return try node(event, depth: 0)
        }
      }
    }
  }
}

extension YAMLParser {
  private func nextEvent() throws -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let mark = parser.problem_mark
      let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
      throw YAMLError(
        message: problem,
        position: place(SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)))
    }
    return event
  }

  private func node(_ event: yaml_event_t, depth: Int) throws -> YAMLNode {
    let mark = event.start_mark
    let position = place(SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
    guard depth < 20 else { throw YAMLError(message: "nested too deep", position: position) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil else { throw anchorError(position) }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
      return YAMLNode(value: .scalar(text, isQuoted: isQuoted), position: position)
    case YAML_SEQUENCE_START_EVENT:
      guard event.data.sequence_start.anchor == nil else { throw anchorError(position) }
      var items: [YAMLNode] = []
      while let item = try child(until: YAML_SEQUENCE_END_EVENT, depth: depth) { items.append(item) }
      return YAMLNode(value: .sequence(items), position: position)
    case YAML_MAPPING_START_EVENT:
      guard event.data.mapping_start.anchor == nil else { throw anchorError(position) }
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      while let key = try child(until: YAML_MAPPING_END_EVENT, depth: depth) {
        if let name = key.text, pairs.contains(where: { $0.key.text == name }) {
          throw YAMLError(message: "the key '\(name)' stands twice", position: key.position)
        }
        guard let value = try child(until: YAML_MAPPING_END_EVENT, depth: depth) else { break }
        pairs.append((key, value))
      }
      return YAMLNode(value: .mapping(pairs), position: position)
    default: throw anchorError(position)
    }
  }

  private func child(until end: yaml_event_type_t, depth: Int) throws -> YAMLNode? {
    var event = try nextEvent()
    defer { yaml_event_delete(&event) }
    return event.type == end ? nil : try node(event, depth: depth + 1)
  }

  private func anchorError(_ position: SourcePosition) -> YAMLError {
    YAMLError(message: "anchors and aliases ('&name', '*name') are not supported", position: position)
  }
}
