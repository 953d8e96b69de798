import Diagnostics
import Foundation
import NotebookFormat
import Testing

@Suite("A notebook with everything")
struct EverythingTests {
  @Test("reads as its golden file says")
  func golden() throws {
    let bytes = Array(try Data(contentsOf: fixtures.appending(path: "everything.nb")))
    let source = try NotebookReader.text(of: bytes, name: "everything.nb")
    do {
      let notebook = try NotebookReader().read(source)
      try expectGolden(NotebookDump(notebook).text, "everything.txt")
    } catch let errors as NotebookErrors {
      Issue.record("\(errors.diagnostics.map(\.summary).joined(separator: "\n"))")
    }
  }
}
