import Foundation
import Rosters
import TestSupport
import Testing

@Suite("The ledger of sheets") struct SheetLedgerTests {
  private let folder: String
  private let student = Student(id: "s 1", name: nil, seed: 1)

  init() throws {
    folder = try TestFolder.make().path
  }

  private func file(_ text: String) throws -> String {
    let path = "\(folder)/sheet.html"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("holds a sheet as long as its origin and its files are the same") func holds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let origin = String(repeating: "a", count: 64)
    let path = try file("one")
    try SheetLedger(folder: folder).note(student, origin: origin, contents: [Array("one".utf8)])
    #expect(SheetLedger(folder: folder).holds(student, origin: origin, files: [path]))
    let other = String(repeating: "b", count: 64)
    #expect(!SheetLedger(folder: folder).holds(student, origin: other, files: [path]))
    _ = try file("two")
    #expect(!SheetLedger(folder: folder).holds(student, origin: origin, files: [path]))
    try FileManager.default.removeItem(atPath: path)
    #expect(!SheetLedger(folder: folder).holds(student, origin: origin, files: [path]))
  }

  @Test("forgets a line that was cut short") func cut() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let origin = String(repeating: "a", count: 64)
    let path = try file("one")
    try Data("\(origin) 1234".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/\(SheetLedger.fileName)"))
    #expect(!SheetLedger(folder: folder).holds(student, origin: origin, files: [path]))
  }
}
