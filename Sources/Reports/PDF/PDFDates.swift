/// Takes the clock out of a PDF document.
///
/// The dates are overwritten in place by others of the same length, so that nothing moves and the
/// document's table of offsets stays right.
enum PDFDates {
  private static let keys = ["/CreationDate (", "/ModDate ("].map { Array($0.utf8) }

  /// The document as if it were made at the beginning of the year 2000.
  static func fixed(_ document: [UInt8]) -> [UInt8] {
    var document = document
    for key in keys {
      var start = 0
      while let found = document[start...].firstRange(of: key) {
        var index = found.upperBound
        let fixed = Array("D:20000101000000+00'00'".utf8)
        var place = 0
        while index < document.count, document[index] != UInt8(ascii: ")") {
          document[index] = place < fixed.count ? fixed[place] : UInt8(ascii: " ")
          place += 1
          index += 1
        }
        start = index
      }
    }
    return document
  }
}
