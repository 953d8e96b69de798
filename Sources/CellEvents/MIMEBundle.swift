/// One displayed value in several forms, so that every document format picks what it can show.
///
/// Types in use: `text/plain` (always there), `image/svg+xml`, `text/html`, `image/png` (base64),
/// and `application/json` (the value in full precision).
public struct MIMEBundle: Hashable, Codable, Sendable {
  /// One form of the value.
  public struct Item: Hashable, Codable, Sendable {
    /// The MIME type.
    public var type: String
    /// The content: text, or base64 for binary types.
    public var content: String

    /// A form of a value.
    public init(type: String, content: String) {
      self.type = type
      self.content = content
    }
  }

  /// The forms, richest last.
  public var items: [Item]

  /// A bundle of the given forms.
  public init(_ items: [Item]) {
    self.items = items
  }

  /// The content of the form with the given MIME type, or nil.
  public subscript(type: String) -> String? {
    items.first { $0.type == type }?.content
  }
}
