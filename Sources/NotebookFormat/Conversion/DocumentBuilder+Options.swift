import Diagnostics
import MarkdownTree

extension DocumentBuilder {
  /// Reads the options in a fence's braces and on the code's first lines.
  ///
  /// - Returns: The options, the places of their values, and the lines of the code below them.
  mutating func readOptions<Options>(
    _ initial: Options, fields: [OptionField<Options>], attributes: Substring, node: MarkdownNode,
    code: String
  ) -> (options: Options, places: [String: SourcePosition], lines: [CodeLine]) {
    var options = initial
    var places: [String: SourcePosition] = [:]
    readAttributes(attributes, into: &options, fields: fields, at: position(of: node))
    let lines = codeLines(node, code: code)
    let optionLines = lines.prefix { CellOptionLine($0.text) != nil }
    if !optionLines.isEmpty {
      places = readLines(optionLines, into: &options, fields: fields)
    }
    return (options, places, Array(lines.dropFirst(optionLines.count)))
  }

  private mutating func readLines<Options>(
    _ lines: ArraySlice<CodeLine>, into options: inout Options, fields: [OptionField<Options>]
  ) -> [String: SourcePosition] {
    let parsed = lines.compactMap { line -> (yaml: String, start: SourcePosition)? in
      guard let option = CellOptionLine(line.text) else { return nil }
      var start = line.start
      start.column += line.text.utf8.count - option.yaml.count
      return (option.yaml.text, start)
    }
    let parser = YAMLParser(parsed.map(\.yaml).joined(separator: "\n")) { place in
      var position = parsed[min(place.line, parsed.count) - 1].start
      position.column += place.column - 1
      return position
    }
    do {
      var reader = OptionReader(noun: "option", file: source.name, unknown: .error)
      let document = try parser.parse()
      reader.read(document, into: &options, fields: fields)
      diagnostics += reader.diagnostics
      return document.places
    } catch {
      report(
        "the options are not valid YAML: \(error.message)", at: error.position, help: error.help)
      return [:]
    }
  }

  /// Reads `{swift label=fig-x echo=false}` or `{swift #fig-x}`.
  private mutating func readAttributes<Options>(
    _ text: Substring, into options: inout Options, fields: [OptionField<Options>],
    at place: SourcePosition
  ) {
    guard let list = AttributeList(inner: text, withCommas: true), list.classes.isEmpty
    else {
      report(
        "the options '\(text.trimmingBlanks())' cannot be read", at: place,
        help: "Write each on a line of its own, as in '//| echo: false'.")
      return
    }
    let label = list.label.map { [AttributeList.Pair(key: "label", value: $0)] } ?? []
    let pairs = (label + list.pairs).map { pair in
      YAMLNode.Pair(
        key: YAMLNode(value: .scalar(pair.key, isQuoted: false), position: place),
        value: YAMLNode(value: .scalar(pair.value, isQuoted: false), position: place))
    }
    var reader = OptionReader(noun: "option", file: source.name, unknown: .error)
    reader.read(YAMLNode(value: .mapping(pairs), position: place), into: &options, fields: fields)
    diagnostics += reader.diagnostics
  }
}
