/// The words of the feedback, in the key's language.
public struct GradeWording: Sendable {
  var right = "Right."
  var numbersAreRight = "numbers are right. Wrong:"
  var wrong = "Wrong"
  var at = "at"
  var givenShape = "The value has the shape"
  var expectedShape = "; expected was"
  var singleNumber = "of a single number"
  var otherKind =
    "Expected was another kind of value: a number, a list of numbers, or a text."
  var missing = "The notebook records no answer"
  var mistake = "It looks as if"

  /// The page's title before the key's.
  public var feedback = "Feedback"
  /// Stands before the name of the student's file.
  public var feedbackOn = "Feedback on"
  /// Stands between the points earned and those to be had.
  public var of = "of"
  /// What is earned, where it is one.
  public var point = "point"
  /// What is earned.
  public var points = "points"
  /// Stands behind the points that a person gives.
  public var byHand = "more are given by hand."
  /// The heading of what went wrong.
  public var notWhole = "The notebook did not run whole"
  /// Stands before the names of answers in no exercise.
  public var ungraded = "Not graded, since no exercise asks for it:"
  /// An exercise.
  public var exercise = "Exercise"
  /// The column of the answers' names.
  public var answer = "Answer"
  /// The column of the points.
  public var pointsColumn = "Points"
  /// The seed.
  public var seed = "Seed"
  /// Stands before the program's name.
  public var gradedWith = "Graded with"

  /// The words for a BCP 47 tag: German for `de…`, else English.
  public init(language: String) {
    guard language.lowercased().split(separator: "-").first == "de" else { return }
    right = "Richtig."
    numbersAreRight = "Zahlen sind richtig. Falsch:"
    wrong = "Falsch"
    at = "bei"
    givenShape = "Der Wert hat die Form"
    expectedShape = "; erwartet war die Form"
    singleNumber = "einer einzelnen Zahl"
    otherKind =
      "Erwartet war ein Wert anderer Art: eine Zahl, eine Liste von Zahlen oder ein Text."
    missing = "Das Notebook hält keine Antwort fest mit dem Namen"
    mistake = "Es sieht so aus:"
    feedback = "Rückmeldung"
    feedbackOn = "Rückmeldung zu"
    of = "von"
    point = "Punkt"
    points = "Punkten"
    byHand = "weitere werden von Hand vergeben."
    notWhole = "Das Notebook lief nicht ganz durch"
    ungraded = "Nicht bewertet, da keine Aufgabe danach fragt:"
    exercise = "Aufgabe"
    answer = "Antwort"
    pointsColumn = "Punkte"
    seed = "Startwert"
    gradedWith = "Bewertet mit"
  }
}
