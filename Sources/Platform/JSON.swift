// Not the whole of Foundation, which takes longer to load than an unchanged notebook to deliver.
import FoundationEssentials

/// JSON to values and back.
public enum JSON {
  /// The value that a text of JSON stands for.
  ///
  /// - Throws: `DecodingError` where the text is no JSON, or stands for something else.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// The text that stands for a value.
  ///
  /// - Parameter isIndented: Whether each entry has a line of its own and keys are in order.
  /// - Throws: `EncodingError` where the value has no JSON, as a number that is not finite.
  public static func encode(_ value: some Encodable, isIndented: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isIndented
      ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : .withoutEscapingSlashes
    return Array(try encoder.encode(value))
  }
}
