import Diagnostics
import Grading
import Platform

/// Writes a grade as one HTML page for the student.
///
/// Whatever comes from the student's notebook is text in it: nothing a student writes becomes markup.
/// The key's values are not in the page.
public struct FeedbackWriter {
  private let template: PageTemplate
  private let cache: ContentCache?

  /// A writer with the given folder of templates.
  public init(
    templates: String, cache: ContentCache? = nil,
    mustache: String = "/usr/share/javascript/mustache/mustache.js"
  ) {
    template = PageTemplate(folder: templates, mustache: mustache)
    self.cache = cache
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - title: The key's title.
  ///   - notebook: The name of the student's file.
  ///   - errors: What went wrong when the student's notebook was run, one text each.
  ///   - version: nbrun's version.
  ///   - language: The key's, in which the page is.
  /// - Throws: `SystemError` where a template cannot be read.
  public func document(
    for grade: Grade, title: String, notebook: String, seed: UInt64, errors: [String],
    version: String, language: String
  ) throws -> String {
    let wording = GradeWording(language: language)
    let values: ScriptValue = .record([
      "style": .text(try template.style(["report.css", "code.css", "feedback.css", "print.css"])),
      "language": .text(language), "words": Self.value(wording),
      "title": .text(title), "notebook": .text(notebook), "seed": .text("\(seed)"),
      "points": .text(Grade.text(ofPoints: grade.points)),
      "possible": .text(Self.text(grade.possiblePoints, wording)),
      "ungraded": .text(grade.ungradedAnswers.joined(separator: ", ")),
      "errors": .list(errors.map { .record(["text": .text($0)]) }),
      "hasErrors": .flag(!errors.isEmpty),
      "exercises": .list(grade.exercises.map { Self.value($0, wording) }),
      "version": .text(version),
    ])
    do {
      return try template.page("feedback.html", values, cache: cache)
    } catch let error as ScriptError {
      throw Diagnostic(.error, "the template 'feedback.html' is wrong: \(error.reason)")
    }
  }
}

extension FeedbackWriter {
  private static func value(_ wording: GradeWording) -> ScriptValue {
    .record([
      "feedback": .text(wording.feedback), "feedbackOn": .text(wording.feedbackOn),
      "of": .text(wording.of), "notWhole": .text(wording.notWhole),
      "byHand": .text(wording.byHand), "ungraded": .text(wording.ungraded),
      "answer": .text(wording.answer), "points": .text(wording.pointsColumn),
      "seed": .text(wording.seed), "gradedWith": .text(wording.gradedWith),
    ])
  }

  private static func value(_ exercise: ExerciseGrade, _ wording: GradeWording) -> ScriptValue {
    let name = [exercise.number.map { "\(wording.exercise) \($0)" }, exercise.title]
      .compactMap { $0 }.joined(separator: ": ")
    return .record([
      "name": .text(name.isEmpty ? exercise.label ?? wording.exercise : name),
      "points": .text(Grade.text(ofPoints: exercise.points)),
      "possible": .text(text(exercise.possiblePoints, wording)),
      "ungraded": .text(
        exercise.ungradedPoints > 0 ? Grade.text(ofPoints: exercise.ungradedPoints) : ""),
      "hasAnswers": .flag(!exercise.answers.isEmpty),
      "answers": .list(
        exercise.answers.map { answer in
          .record([
            "name": .text(answer.name), "class": .text(styleClass(answer.verdict)),
            "mark": .text(mark(answer.verdict)), "words": .text(answer.words(wording)),
            "points": .text(Grade.text(ofPoints: answer.points)),
            "possible": .text(Grade.text(ofPoints: answer.possiblePoints)),
          ])
        }),
    ])
  }

  private static func styleClass(_ verdict: AnswerGrade.Verdict) -> String {
    switch verdict {
    case .right: "right"
    case .partlyRight: "partly"
    default: "wrong"
    }
  }

  private static func mark(_ verdict: AnswerGrade.Verdict) -> String {
    switch verdict {
    case .right: "✓"
    case .partlyRight: "◐"
    default: "✗"
    }
  }

  /// What can be earned, such as `1 point`.
  private static func text(_ points: Double, _ wording: GradeWording) -> String {
    "\(Grade.text(ofPoints: points)) \(points == 1 ? wording.point : wording.points)"
  }
}
