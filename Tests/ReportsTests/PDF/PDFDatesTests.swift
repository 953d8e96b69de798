import Testing

@testable import Reports

@Suite("Dates in PDF documents") struct PDFDatesTests {
  @Test("are the same for every run, and nothing moves") func fixed() {
    let document = "%PDF\n/CreationDate (D:20260131120000+01'00')\n/ModDate (D:2026)\nend"
    let fixed = String(decoding: PDFDates.fixed(Array(document.utf8)), as: UTF8.self)
    #expect(
      fixed == "%PDF\n/CreationDate (D:20000101000000+00'00')\n/ModDate (D:2000)\nend")
    #expect(fixed.utf8.count == document.utf8.count)
  }

  @Test("that do not end are left to the document's end") func open() {
    let document = Array("/ModDate (D:2026".utf8)
    #expect(PDFDates.fixed(document).count == document.count)
  }
}
