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
  /// - Throws: `SystemError` where a template cannot be read.
  public func document(
    for grade: Grade, title: String, notebook: String, seed: UInt64, errors: [String],
    version: String
  ) throws -> String {
    let values: ScriptValue = .record([
      "style": .text(try template.style(["report.css", "feedback.css", "print.css"])),
      "title": .text(title), "notebook": .text(notebook), "seed": .text("\(seed)"),
      "points": .text(Self.text(grade.points)), "possible": .text(Self.text(grade.possiblePoints)),
      "errors": .list(errors.map { .record(["text": .text($0)]) }),
      "hasErrors": .flag(!errors.isEmpty),
      "exercises": .list(grade.exercises.map(Self.value)), "version": .text(version),
    ])
    do {
      return try template.page("feedback.html", values, cache: cache)
    } catch let error as ScriptError {
      throw Diagnostic(.error, "the template 'feedback.html' is wrong: \(error.reason)")
    }
  }
}

extension FeedbackWriter {
  private static func value(_ exercise: ExerciseGrade) -> ScriptValue {
    let name = [exercise.number.map { "Exercise \($0)" }, exercise.title]
      .compactMap { $0 }.joined(separator: ": ")
    return .record([
      "name": .text(name.isEmpty ? exercise.label ?? "Exercise" : name),
      "points": .text(text(exercise.points)), "possible": .text(text(exercise.possiblePoints)),
      "ungraded": .text(exercise.ungradedPoints > 0 ? text(exercise.ungradedPoints) : ""),
      "hasAnswers": .flag(!exercise.answers.isEmpty),
      "answers": .list(
        exercise.answers.map { answer in
          .record([
            "name": .text(answer.name), "class": .text(styleClass(answer.verdict)),
            "mark": .text(mark(answer.verdict)), "words": .text(answer.words),
            "points": .text(text(answer.points)), "possible": .text(text(answer.possiblePoints)),
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

  /// Points without needless digits: at most two after the point.
  private static func text(_ points: Double) -> String {
    let hundredths = (points * 100).rounded()
    let isWhole = hundredths.truncatingRemainder(dividingBy: 100) == 0
    return isWhole ? "\(Int(hundredths / 100))" : "\(hundredths / 100)"
  }
}
