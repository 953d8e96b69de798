import CellEvents
import Testing

@testable import Grading

@Suite("One answer") struct AnswerGradeTests {
  private func grade(
    _ expected: String, _ given: String?, tolerance: Double? = nil,
    mistakes: [ExecutionLog.Mistake] = []
  ) -> AnswerGrade {
    AnswerGrade(
      .init(name: "z", json: expected, tolerance: tolerance),
      given: given.map { .init(name: "z", json: $0) }, mistakes: mistakes, possiblePoints: 4)
  }

  @Test(
    "is compared number by number",
    arguments: [
      ("1.5", "1.5", 4, "Right."), ("1.5", "1.5000011", 4, "Right."),
      ("1.5", "1.500002", 0, "Wrong: 1.500002."), ("1e6", "1000000.9", 4, "Right."),
      ("0", "1e-7", 4, "Right."), ("\"nan\"", "\"nan\"", 4, "Right."),
      ("\"inf\"", "1e300", 0, "Wrong: 1e+300."), ("\"inf\"", "\"-inf\"", 0, "Wrong: -inf."),
      ("\"a\"", "\"a\"", 4, "Right."), ("\"a\"", "\"b\"", 0, "Wrong."),
      (
        "[[1, 2], [3, 4]]", "[[1, 2], [3, 5]]", 3,
        "3 of 4 numbers are right. Wrong: 5 at [1, 1]."
      ),
      (
        "[1, 2, 3, 4, 5, 6, 7, 8]", "[1, 0, 0, 0, 0, 0, 0, 8]", 1,
        "2 of 8 numbers are right. Wrong: 0 at [1], 0 at [2], 0 at [3], 0 at [4], "
          + "0 at [5], …."
      ),
      ("[1, 2]", "[[1, 2]]", 0, "The value has the shape [1, 2]; expected was [2]."),
      ("3", "[3]", 0, "The value has the shape [1]; expected was of a single number."),
      (
        "3", "\"3\"", 0,
        "Expected was another kind of value: a number, a list of numbers, or a text."
      ),
      (
        "[1, 2]", "[1, [2]]", 0,
        "Expected was another kind of value: a number, a list of numbers, or a text."
      ),
    ])
  func comparison(expected: String, given: String, points: Double, words: String) {
    let grade = grade(expected, given)
    #expect(grade.points == points)
    #expect(grade.words(GradeWording(language: "en")) == words)
  }

  @Test func missing() {
    let grade = grade("1", nil)
    #expect(grade.points == 0)
    #expect(grade.words(GradeWording(language: "en")) == "The notebook records no answer 'z'.")
  }

  @Test("is told in the key's language") func german() {
    let german = GradeWording(language: "de-AT")
    #expect(
      grade("[[1, 2], [3, 4]]", "[[1, 2], [3, 5]]").words(german)
        == "3 von 4 Zahlen sind richtig. Falsch: 5 bei [1, 1].")
    #expect(
      grade("3", "[3]").words(german)
        == "Der Wert hat die Form [1]; erwartet war die Form einer einzelnen Zahl.")
  }

  @Test("within the key's tolerance") func tolerance() {
    #expect(grade("1", "1.01", tolerance: 0.02).verdict == .right)
    #expect(grade("1", "1.03", tolerance: 0.02).verdict == .wrong)
    #expect(grade("100", "101", tolerance: 0.02).verdict == .right)
  }

  @Test("a known mistake is named, for its own answer and where the value is wrong")
  func mistakes() {
    let flipped = ExecutionLog.Mistake(answer: "z", words: "the kernel was flipped", json: "[3, 4]")
    #expect(
      grade("[1, 2]", "[3, 4]", mistakes: [flipped]).words(GradeWording(language: "en"))
        == "Wrong: 3 at [0], 4 at [1]. It looks as if the kernel was flipped.")
    #expect(grade("[3, 4]", "[3, 4]", mistakes: [flipped]).mistake == nil)
    let other = ExecutionLog.Mistake(answer: "y", words: "no", json: "[3, 4]")
    #expect(grade("[1, 2]", "[3, 4]", mistakes: [other]).mistake == nil)
  }
}
