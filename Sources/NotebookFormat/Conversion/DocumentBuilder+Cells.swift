import Diagnostics
import MarkdownTree
internal import SwiftParser
internal import SwiftSyntax

extension DocumentBuilder {
  /// A fenced or indented code block: a cell, space for an answer, or code that is shown.
  mutating func codeBlock(_ node: MarkdownNode, info: String, literal: String) -> Block? {
    let place = position(of: node)
    let code = body.restored(literal)
    let word = info.prefix { !$0.isWhitespace }
    guard word.hasPrefix("{") else {
      return .codeBlock(language: word.isEmpty ? nil : String(word), code: code)
    }
    if word.hasPrefix("{{") {
      let name = word.drop { $0 == "{" }.prefix { $0 != "}" }
      return .codeBlock(language: "{\(name)}", code: code)
    }
    guard info.hasSuffix("}") else {
      report("the directive '\(info)' has no closing brace", at: place)
      return nil
    }
    let inner = info.dropFirst().dropLast().trimmingSpaces()
    let name = inner.prefix { !$0.isWhitespace }
    switch name {
    case "swift":
      return cell(node, code: code, attributes: inner.dropFirst(name.count), at: place)
        .map(Block.cell)
    case "answer": return .answerSpace(answerSpace(code, at: place))
    default:
      let near = nearest(to: String(name), among: ["swift", "answer"])
      report(
        "unknown directive '{\(name)}'.\(near.map { " Did you mean '{\($0)}'?" } ?? "")", at: place,
        help: "Cells are '{swift}' or '{answer}'; code that is only shown has no braces.")
      return nil
    }
  }

  private mutating func cell(
    _ node: MarkdownNode, code: String, attributes: Substring, at place: SourcePosition
  ) -> Cell? {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let optionLines = lines.prefix { CellOptionLine($0) != nil }
    var options = CellOptions()
    let contentLine = node.start.line + 1
    readOptions(optionLines, firstLine: contentLine, into: &options)
    readInfoAttributes(attributes, into: &options, at: place)
    options = options.filled(from: frontMatter.execute)
    let codeLines = lines.dropFirst(optionLines.count)
    let index = cells.count
    var figureNumber: String?
    if let label = options.label, !label.hasPrefix("fig-"), label.contains("-"),
      let prefix = label.split(separator: "-").first,
      let kind = ReferenceTarget.Kind(rawValue: String(prefix)), kind == .listing || kind == .table
    {
      let number = nextNumber(kind)
      define(label, kind, number: number, anchor: uniqueAnchor(label), at: place)
    } else if options.label?.hasPrefix("fig-") == true || options.figureCaption != nil {
      let number = nextNumber(.figure)
      figureNumber = number
      if let label = options.label, label.hasPrefix("fig-") {
        define(label, .figure, number: number, anchor: uniqueAnchor(label), at: place)
      }
    }
    checkSolutionMarkers(codeLines, firstLine: contentLine + optionLines.count)
    let text = codeLines.joined(separator: "\n")
    let cell = Cell(
      index: index, code: text,
      codePosition: codePosition(codeLines, firstLine: contentLine + optionLines.count),
      position: place, options: options, isSolution: solutionDepth > 0,
      figureNumber: figureNumber)
    cells.append(cell)
    return cell
  }

  /// Where the code begins: the column is what the container and the fence take away.
  private func codePosition(_ lines: ArraySlice<Substring>, firstLine: Int) -> SourcePosition {
    let line = body.origin(ofLine: firstLine)
    for (offset, text) in lines.enumerated() where !text.isEmpty {
      guard let original = source.line(line + offset), original.hasSuffix(text) else { break }
      return SourcePosition(line: line, column: original.utf8.count - text.utf8.count + 1)
    }
    return SourcePosition(line: line)
  }

  private mutating func readOptions(
    _ lines: ArraySlice<Substring>, firstLine: Int, into options: inout CellOptions
  ) {
    guard !lines.isEmpty else { return }
    let parsed = lines.compactMap(CellOptionLine.init)
    let origin = body.origin(ofLine: firstLine)
    let columns = zip(lines, parsed).enumerated().map { offset, line in
      let original = source.line(origin + offset).map(\.utf8.count) ?? line.0.utf8.count
      return original - line.1.yaml.utf8.count
    }
    var reader = OptionReader(noun: "option", file: source.name, unknown: .error)
    do {
      let parser = YAMLParser(parsed.map { String($0.yaml) }.joined(separator: "\n")) { place in
        let index = min(place.line - 1, columns.count - 1)
        return SourcePosition(line: origin + index, column: place.column + columns[index])
      }
      reader.read(try parser.parse(), into: &options, fields: CellOptions.fields)
      diagnostics += reader.diagnostics
    } catch let error as YAMLError {
      report("the options are not valid YAML: \(error.message)", at: error.position)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  private mutating func readInfoAttributes(
    _ text: Substring, into options: inout CellOptions, at place: SourcePosition
  ) {
    guard !text.trimmingSpaces().isEmpty else { return }
    guard let attributes = AttributeList(inner: text) else {
      report(
        "the options '\(text.trimmingSpaces())' cannot be read", at: place,
        help: "Write each on a line of its own, as in '//| echo: false'.")
      return
    }
    options.label = options.label ?? attributes.label
    var reader = OptionReader(noun: "option", file: source.name, unknown: .error)
    let pairs = attributes.pairs.map { pair in
      (
        key: YAMLNode(value: .scalar(pair.key, isQuoted: false), position: place),
        value: YAMLNode(value: .scalar(pair.value, isQuoted: false), position: place)
      )
    }
    reader.read(
      YAMLNode(value: .mapping(pairs), position: place), into: &options,
      fields: CellOptions.fields)
    diagnostics += reader.diagnostics
  }

  /// `// BEGIN SOLUTION` and `// END SOLUTION` come in pairs and do not nest.
  private mutating func checkSolutionMarkers(_ lines: ArraySlice<Substring>, firstLine: Int) {
    var opened: SourcePosition?
    for (offset, line) in lines.enumerated() {
      let place = SourcePosition(line: body.origin(ofLine: firstLine + offset))
      switch line.trimmingSpaces() {
      case "// BEGIN SOLUTION":
        if opened != nil { report("'// BEGIN SOLUTION' stands inside a solution", at: place) }
        opened = place
      case "// END SOLUTION":
        if opened == nil { report("'// END SOLUTION' has no '// BEGIN SOLUTION'", at: place) }
        opened = nil
      default: break
      }
    }
    if let opened {
      report(
        "'// BEGIN SOLUTION' has no end", at: opened, help: "Add a line '// END SOLUTION'.")
    }
  }

  private mutating func answerSpace(_ code: String, at place: SourcePosition) -> AnswerSpace {
    var space = AnswerSpace(lines: 3, prompt: "")
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let options = lines.prefix { CellOptionLine($0) != nil }
    for line in options.compactMap(CellOptionLine.init) {
      let parts = line.yaml.split(separator: ":", maxSplits: 1)
      let value = parts.count == 2 ? Int(parts[1].trimmingSpaces()) : nil
      if parts.first?.trimmingSpaces() == "lines", let value, (1...100).contains(value) {
        space.lines = value
      } else {
        report("'{answer}' takes the option 'lines', a whole number from 1 to 100", at: place)
      }
    }
    space.prompt = String(
      lines.dropFirst(options.count).joined(separator: "\n")[...].trimmingSpacesAndNewlines())
    return space
  }

  /// An inline value: the expression and `digits: n` behind it.
  mutating func inlineValue(_ text: String, at position: SourcePosition) -> InlineValue {
    var value = InlineValue(
      index: inlineValues.count, expression: text, digits: nil, position: position,
      precedingCells: cells.count, isSolution: solutionDepth > 0)
    let call = Parser.parse(source: "f(\(text)\n)").statements.first?.item
    if let call = call?.as(ExprSyntax.self)?.as(FunctionCallExprSyntax.self),
      let first = call.arguments.first
    {
      value.expression = first.expression.trimmedDescription
      for argument in call.arguments.dropFirst() {
        if argument.label?.text == "digits", let digits = Int(argument.expression.description),
          (0...17).contains(digits)
        {
          value.digits = digits
        } else {
          report(
            "an inline value takes 'digits: n' with n from 0 to 17, not "
              + "'\(argument.trimmedDescription)'", at: position)
        }
      }
    }
    inlineValues.append(value)
    return value
  }
}

/// A line of options at the top of a cell, `//| key: value` or `#| key: value`.
struct CellOptionLine {
  /// What stands behind the mark.
  let yaml: Substring

  init?(_ line: Substring) {
    var rest = line
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix("#") {
      rest = rest.dropFirst(1)
    } else {
      return nil
    }
    rest = rest.drop { $0 == " " }
    guard rest.first == "|" else { return nil }
    rest = rest.dropFirst()
    yaml = rest.first == " " ? rest.dropFirst() : rest
  }
}
