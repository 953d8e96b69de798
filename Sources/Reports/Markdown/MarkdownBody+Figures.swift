import NotebookFormat

extension MarkdownBody {
  func markdown(_ figure: ImageFigure) -> String {
    let caption = caption(wording.figure, number: figure.number, figure.image.content)
    return anchored(markdown(figure.image), label: figure.label, caption: caption)
  }

  func markdown(_ image: Image) -> String {
    let name: String
    do {
      name = files.add(try pictures.picture(at: image.source), at: image.source)
    } catch {
      report(error.message, at: image.position, help: error.help)
      return ""
    }
    let alternative = image.alternative ?? image.content.plainText(values: log.inlineValues)
    guard let width = image.width else {
      let title = image.title.map { " \"\(text($0).replacing("\"", with: "\\\""))\"" } ?? ""
      return picture(alternative, address(of: name), title: title)
    }
    return "<img src=\"\(HTMLEscaping.escaped(address(of: name)))\" "
      + "alt=\"\(HTMLEscaping.escaped(alternative.singleLine))\" "
      + "width=\"\(width.hasSuffix("px") ? String(width.dropLast(2)) : width)\">"
  }

  /// `![alternative](address)`.
  func picture(_ alternative: String, _ address: String, title: String = "") -> String {
    let outer = isOnOneLine
    isOnOneLine = true
    defer { isOnOneLine = outer }
    return "![\(text(alternative.singleLine))](\(address)\(title))"
  }

  /// The address of a file of this document.
  func address(of name: String) -> String {
    MarkdownEscaping.address(address + name)
  }
}

extension String {
  /// The text with each run of white space as one blank.
  var singleLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
