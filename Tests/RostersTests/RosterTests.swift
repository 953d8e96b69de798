import Diagnostics
import Rosters
import Testing

@Suite("Rosters") struct RosterTests {
  private static func students(
    _ text: String, _ columns: Roster.Columns = .init()
  ) throws -> [Student] {
    try Roster(
      SourceText(name: "students.csv", text: text), columns: columns, course: "ML 1",
      notebook: "lesson.nb"
    ).students
  }

  @Test("take ids, names and quoted cells, in the table's order") func table() throws {
    let students = try Self.students(
      "id,name,mail\r\ns2,\"Lovelace, Ada \"\"A.\"\"\",a@x\r\n\r\n s1 ,Alan,b@x\r\n")
    #expect(students.map(\.id) == ["s2", "s1"])
    #expect(students.map(\.name) == ["Lovelace, Ada \"A.\"", "Alan"])
    #expect(students[0].recipient == "Lovelace, Ada \"A.\" (s2)")
  }

  @Test("take what the first line is parted by", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let text = "Name|ID\nAda|s1\n".replacing("|", with: separator)
    #expect(try Self.students(text).map(\.name) == ["Ada"])
  }

  @Test("need no names, and no line feed at the end") func idsAlone() throws {
    let students = try Self.students("id\ns1")
    #expect(students.map(\.recipient) == ["s1"])
  }

  // printf '%s\n' 'ML 1' lesson.nb s1 | sha256sum | head -c 8
  @Test("compute each seed by the stated hash") func seeds() throws {
    let students = try Self.students("id\ns1\ns2\n")
    #expect(students.map { String($0.seed, radix: 16) } == ["6d0b8831", "c824e5fe"])
  }

  @Test("take empty cells beyond the last column, as some programs write them") func emptyCells()
    throws
  {
    #expect(try Self.students("id,name\ns1,Ada,,\n").map(\.name) == ["Ada"])
  }

  @Test("take seeds from a column") func seedColumn() throws {
    var columns = Roster.Columns()
    columns.seed = "start"
    #expect(try Self.students("id,start\na,7\nb,0\n", columns).map(\.seed) == [7, 0])
  }

  @Test("make file names that every system takes") func fileNames() throws {
    let students = try Self.students("id\n../a b\n.x\nÄ-1_2.z\n")
    #expect(students.map(\.fileName) == ["%2E.%2Fa%20b", "%2Ex", "%C3%84-1_2.z"])
  }

  @Test(
    "say where they are wrong",
    arguments: [
      ("", "the roster is empty", nil),
      ("id,name\n", "the roster names no student", nil),
      ("nr,name\n1,A\n", "the roster has no column 'id'", 1),
      ("id,name\n,Ada\n", "this student has no id", 2),
      ("id,name\ns1,A\ns2,B\n\nS1,C\n", "the id 'S1' stands on line 2 as well", 5),
      ("id,name\ns1\n", "this row has 1 of 2 columns", 2),
      ("id,name\ns1,Lovelace, Ada\n", "this row has 'Ada' beyond the last column", 2),
      ("id\ns1\ns2,,x\n", "this row has 'x' beyond the last column", 3),
      ("id,name\ns1,\"Ada\ns2,B\n", "the quotation marks in this row do not match", 2),
      ("id,name\ns1,A\"da\"\n", "the quotation marks in this row do not match", 2),
      ("id\na\u{1B}b\n", "the id 'a\u{1B}b' cannot be used", 2),
    ] as [(String, String, Int?)])
  func errors(text: String, message: String, line: Int?) {
    let error = #expect(throws: Diagnostic.self) { try Self.students(text) }
    #expect(error?.message == message)
    #expect(error?.position?.line == line)
  }

  @Test("name the column that was meant") func nearColumn() {
    var columns = Roster.Columns()
    columns.id = "matrikel"
    let error = #expect(throws: Diagnostic.self) {
      try Self.students("Matrikl,name\n1,A\n", columns)
    }
    #expect(error?.help?.hasPrefix("Did you mean 'Matrikl'? It has 'Matrikl', 'name'") == true)
  }
}
