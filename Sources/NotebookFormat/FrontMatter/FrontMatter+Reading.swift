import Diagnostics

extension FrontMatter {
  /// The keys of the front matter.
  static var fields: [OptionField<FrontMatter>] {
    documentFields + [
      OptionField("title") { node, target, reader in
        target.title = reader.text(node, "title")
        target.titlePosition = node.position
      },
      OptionField("subtitle") { node, target, reader in
        target.subtitle = reader.text(node, "subtitle")
        target.subtitlePosition = node.position
      },
      .text("date", \.date),
      OptionField("author") { node, target, reader in
        target.authors = authors(node, &reader)
      },
      OptionField("lang") { node, target, reader in
        if let language = reader.text(node, "lang") { target.language = language }
      },
      OptionField("smart") { node, target, reader in
        target.smart = reader.boolean(node, "smart")
      },
      OptionField("seed") { node, target, reader in
        let seed = node.integer.flatMap { $0 >= 0 ? UInt64($0) : nil }
        target.seed = reader.expect(seed, node, "seed", "a whole number from 0") ?? 0
        target.seedRange = node.range
      },
      OptionField("salt") { node, target, reader in
        let salt = node.text.flatMap { $0.count >= 16 ? $0 : nil }
        target.salt = reader.expect(salt, node, "salt", "16 characters or more")
      },
      OptionField("params") { node, target, reader in
        target.parameters = parameters(node, &reader)
      },
      OptionField("execute") { node, target, reader in
        reader.read(node, into: &target.execute, fields: CellOptions.commonFields)
      },
      OptionField("raw-html") { node, target, reader in
        target.rawHTML = reader.boolean(node, "raw-html") ?? false
      },
      OptionField("format") { node, target, reader in
        if node.text != nil { return }
        reader.read(node, into: &target, fields: formatFields)
        tellContradictions(in: node, &reader)
      },
    ]
  }

  /// Tells of options of one format that say another thing than those of a former one: each holds for all.
  private static func tellContradictions(in formats: YAMLNode, _ reader: inout OptionReader) {
    guard case .mapping(let pairs) = formats.value else { return }
    var known: [String: (format: String, value: Bool)] = [:]
    for pair in pairs {
      guard case .mapping(let options) = pair.value.value, let format = pair.key.text else {
        continue
      }
      for option in options {
        guard let name = option.key.text, let value = option.value.boolean else { continue }
        if let former = known[name], former.value != value {
          reader.report(
            "'\(name)' says something else than for '\(former.format)'", at: option.key.position,
            severity: .warning, help: "It holds for the documents of all formats; write it once.")
        } else {
          known[name] = (format, value)
        }
      }
    }
  }

  private static var documentFields: [OptionField<FrontMatter>] {
    [
      OptionField("toc") { node, target, reader in
        target.tableOfContents = reader.boolean(node, "toc") ?? true
      },
      OptionField("number-sections") { node, target, reader in
        target.numberSections = reader.boolean(node, "number-sections") ?? false
      },
    ]
  }

  private static var formatFields: [OptionField<FrontMatter>] {
    [
      OptionField("html") { node, target, reader in
        if node.text != nil { return }
        reader.read(
          node, into: &target,
          fields: documentFields + [
            OptionField("code-fold") { node, target, reader in
              target.execute.codeFold = reader.boolean(node, "code-fold")
            }
          ])
      },
      OptionField("pdf") { node, target, reader in
        if node.text != nil { return }
        reader.read(node, into: &target, fields: documentFields + [paperField])
      },
    ]
      + ["gfm", "markdown", "ipynb"].map { name in
        OptionField(name) { node, target, reader in
          if node.text != nil { return }
          reader.read(node, into: &target, fields: documentFields)
        }
      }
  }

  private static var paperField: OptionField<FrontMatter> {
    OptionField("papersize") { node, target, reader in
      let paper = node.text.flatMap { PaperSize(rawValue: $0.lowercased()) }
      target.paperSize = reader.expect(paper, node, "papersize", "'a4' or 'letter'") ?? .a4
    }
  }

  private static func authors(_ node: YAMLNode, _ reader: inout OptionReader) -> [String] {
    if case .sequence(let items) = node.value {
      return items.compactMap { reader.text($0, "author") }
    }
    return reader.text(node, "author").map { [$0] } ?? []
  }

  private static func parameters(_ node: YAMLNode, _ reader: inout OptionReader) -> [Parameter] {
    guard case .mapping(let pairs) = node.value else {
      _ = reader.expect(nil as Int?, node, "params", "'name: default' pairs")
      return []
    }
    return pairs.compactMap { pair in
      let name = pair.key.text ?? ""
      guard isIdentifier(name), name != "seed" else {
        reader.report(
          "'\(name)' cannot be the name of a parameter", at: pair.key.position,
          help: "Take a Swift identifier other than 'seed', such as 'learningRate'.")
        return nil
      }
      guard let initial = ParameterValue(pair.value) else {
        reader.report(
          "the parameter '\(name)' takes a number, true or false, or text, not \(pair.value.shown)",
          at: pair.value.position, help: "What stands here decides its type.")
        return nil
      }
      return Parameter(
        name: name, value: initial, position: pair.key.position, valueRange: pair.value.range)
    }
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
      && !swiftKeywords.contains(name)
  }

  private static let swiftKeywords: Set<String> = [
    "Any", "Self", "_", "as", "associatedtype", "await", "break", "case", "catch", "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
    "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}

extension ParameterValue {
  /// The value of a scalar, its type taken from how it is written.
  fileprivate init?(_ node: YAMLNode) {
    if let integer = node.integer {
      self = .integer(integer)
    } else if let number = node.number {
      self = .number(number)
    } else if let boolean = node.boolean {
      self = .boolean(boolean)
    } else if let text = node.text, !node.isNull {
      self = .text(text)
    } else {
      return nil
    }
  }
}
