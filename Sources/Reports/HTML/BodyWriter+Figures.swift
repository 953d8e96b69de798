import NotebookFormat

extension BodyWriter {
  func write(_ figure: ImageFigure) {
    html += "<figure\(id(figure.label))>\n"
    write(figure.image)
    html += "\n"
    caption(
      figure.number.map { _ in wording.figure }, number: figure.number, figure.image.content)
    html += "</figure>\n"
  }

  func write(_ image: Image) {
    guard let picture = picture(for: image) else { return }
    let alternative = image.alternative ?? image.content.plainText(values: log.inlineValues)
    html += "<img src=\"\(picture.dataURI)\" alt=\"\(HTMLEscaping.escaped(alternative))\""
    if let size = picture.size { html += " width=\"\(size.width)\" height=\"\(size.height)\"" }
    if let width = image.width { html += " style=\"width:\(width)\"" }
    if let title = image.title { html += " title=\"\(HTMLEscaping.escaped(title))\"" }
    html += ">"
  }

  private func picture(for image: Image) -> Picture? {
    do {
      return try pictures.picture(at: image.source)
    } catch {
      report(error.message, at: image.position, help: error.help)
      return nil
    }
  }

  /// `Figure 3: What it shows`; nothing where there is neither number nor text.
  func caption(_ name: String?, number: String?, _ content: [Inline]?) {
    let label = name.flatMap { name in number.map { "\(name)\u{A0}\($0)" } }
    let content = content ?? []
    guard label != nil || !content.isEmpty else { return }
    html += "<figcaption>"
    if let label {
      html += "<span class=\"caption-label\">"
      text(label + (content.isEmpty ? "" : ":"))
      html += "</span> "
    }
    write(content)
    html += "</figcaption>\n"
  }
}
