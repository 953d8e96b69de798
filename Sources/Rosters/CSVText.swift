/// A table as comma-separated values.
public enum CSVText {
  /// The rows, each with a line feed behind it; cells that need it stand in quotation marks.
  public static func text(of rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",;\"\n\r\t".contains($0) }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }
}
