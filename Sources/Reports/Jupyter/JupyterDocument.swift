/// What is read of a Jupyter notebook.
struct JupyterDocument: Decodable {
  /// A text, written as one string or as a list of lines.
  struct Text: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = ((try? container.decode([String].self)) ?? []).joined()
      }
    }
  }

  /// A cell's part of the notebook that it was written from.
  struct Origin: Decodable {
    var source: String?
    var digest: String?
    var after: String?
  }

  struct Grader: Decodable {
    var solution: Bool?
  }

  struct CellMetadata: Decodable {
    var tags: [String]?
    var nbrun: Origin?
    var nbgrader: Grader?
  }

  struct Output: Decodable {
    var text: Text?
    var data: [String: Text]?
  }

  struct Cell: Decodable {
    var type: String
    var source: Text
    var metadata: CellMetadata
    var attachments: [String: [String: Text]]?
    var outputs: [Output]?

    private enum CodingKeys: String, CodingKey {
      case type = "cell_type"
      case source, metadata, attachments, outputs
    }

    /// What other programs write may lack a part.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decode(String.self, forKey: .type)
      source = try container.decode(Text.self, forKey: .source)
      metadata =
        (try container.decodeIfPresent(CellMetadata.self, forKey: .metadata)) ?? CellMetadata()
      attachments = try container.decodeIfPresent(
        [String: [String: Text]].self, forKey: .attachments)
      outputs = try container.decodeIfPresent([Output].self, forKey: .outputs)
    }

    /// Whether nbgrader or a tag says that it is a solution.
    var isSolution: Bool {
      metadata.nbgrader?.solution == true || metadata.tags?.contains("solution") == true
    }
  }

  struct Author: Decodable {
    var name: String?
  }

  struct Language: Decodable {
    var name: String?
    var language: String?
  }

  struct Metadata: Decodable {
    var title: String?
    var authors: [Author]?
    var kernelspec: Language?
    var languageInfo: Language?

    private enum CodingKeys: String, CodingKey {
      case title, authors, kernelspec
      case languageInfo = "language_info"
    }
  }

  var cells: [Cell]
  var metadata: Metadata

  /// The language of the code, in small letters.
  var language: String {
    (metadata.languageInfo?.name ?? metadata.kernelspec?.language ?? "python").lowercased()
  }

  /// Whether the code is Swift.
  var isSwift: Bool { language == "swift" }
}
