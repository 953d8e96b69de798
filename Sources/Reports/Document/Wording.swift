import NotebookFormat

/// The words that the document itself puts in, in the notebook's language.
struct Wording {
  var contents = "Contents"
  var code = "Code"
  var skip = "Skip to the text"
  var section = "Link to this section"
  var figure = "Figure"
  var table = "Table"
  var listing = "Listing"
  var equation = "Equation"
  var sectionReference = "Section"
  var exercise = "Exercise"
  var hint = "Hint"
  var solution = "Solution"
  var note = "Note"
  var tip = "Tip"
  var warning = "Warning"
  var important = "Important"
  var caution = "Caution"
  var point = "point"
  var points = "points"
  var answer = "Answer"
  var answers = "Answers"
  var recorded = "numbers, recorded by the code"
  var key = "Answer key"
  var handout = "Handout"
  var withheld = "Left out, since it depends on a solution."
  var blankLine = "Space for the answer"
  var footnotes = "Footnotes"
  var backToText = "Back to the text"
  var error = "Error"
  var printedError = "Standard error"
  var tabs = "Views"
  var seed = "Seed"
  var parameters = "Parameters"
  var recipient = "For"
  var receipt = "Receipt"
  var receiptNote = "Whoever has the notebook can repeat the run and compare:"
  var madeWith = "Made with"

  /// The words for a BCP 47 tag: German for `de…`, else English.
  init(language: String) {
    guard language.lowercased().split(separator: "-").first == "de" else { return }
    contents = "Inhalt"
    skip = "Zum Text"
    section = "Link zu diesem Abschnitt"
    figure = "Abbildung"
    table = "Tabelle"
    equation = "Gleichung"
    sectionReference = "Abschnitt"
    exercise = "Aufgabe"
    hint = "Hinweis"
    solution = "Lösung"
    note = "Anmerkung"
    tip = "Tipp"
    warning = "Warnung"
    important = "Wichtig"
    caution = "Vorsicht"
    point = "Punkt"
    points = "Punkte"
    answer = "Antwort"
    answers = "Antworten"
    recorded = "Zahlen, vom Code festgehalten"
    key = "Lösungsblatt"
    handout = "Arbeitsblatt"
    withheld = "Ausgelassen, da es von einer Lösung abhängt."
    blankLine = "Platz für die Antwort"
    footnotes = "Fußnoten"
    backToText = "Zurück zum Text"
    error = "Fehler"
    printedError = "Fehlerausgabe"
    tabs = "Ansichten"
    seed = "Startwert"
    parameters = "Parameter"
    recipient = "Für"
    receipt = "Beleg"
    receiptNote = "Wer das Notebook hat, kann den Lauf wiederholen und vergleichen:"
    madeWith = "Erstellt mit"
  }
}

extension Wording {
  /// The word before the number of what is referred to.
  func name(of kind: ReferenceTarget.Kind) -> String {
    switch kind {
    case .figure: figure
    case .table: table
    case .listing: listing
    case .equation: equation
    case .section: sectionReference
    case .exercise: exercise
    case .solution: solution
    }
  }

  /// What is said of a variant under the title; nothing of a report.
  func line(for variant: DocumentVariant, points: Double) -> String {
    let name: String
    switch variant {
    case .report: return ""
    case .key: name = key
    case .handout: name = handout
    }
    return points > 0 ? "\(name) · \(worth(points))" : name
  }

  /// What a reference to the target says.
  func words(for target: ReferenceTarget, numberOnly: Bool) -> String {
    if target.number.isEmpty, let title = target.title { return title }
    return numberOnly ? target.number : "\(name(of: target.kind))\u{A0}\(target.number)"
  }

  /// A callout's title where it has none of its own.
  func title(of callout: Container.Callout) -> String {
    switch callout {
    case .note: note
    case .tip: tip
    case .warning: warning
    case .important: important
    case .caution: caution
    }
  }

  /// What is said in place of an answer's numbers, such as `3×2×8×7 numbers, recorded by the code`.
  func recorded(_ shape: [Int]) -> String {
    "\(shape.map(String.init).joined(separator: "×")) \(recorded)"
  }

  /// What an exercise is worth, such as `2 points`; a whole number has no point in it.
  func worth(_ value: Double) -> String {
    let number = value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
    return "\(number) \(value == 1 ? point : points)"
  }
}
