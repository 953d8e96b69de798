internal import CellEvents
public import CNNCore
public import Figures

/// Displays a value at this place of the document: a tensor as a heatmap, a figure as it is drawn,
/// anything else as text.
///
///     show(kernel, title: "Kernel")
///
/// - Parameters:
///   - value: What to display.
///   - title: A title above it.
public func show<Value>(_ value: Value, title: String? = nil) {
  EventChannel.shared.send(.display(bundle(for: value, title: title)))
}

/// Displays several figures side by side, with operators between them.
///
///     show(Heatmap(X, title: "X"), "∗", Heatmap(K, title: "K"), "=", Heatmap(z, title: "z"))
///
/// - Parameters:
///   - first: A figure, or a tensor, which is drawn as a heatmap.
///   - rest: More of them, and texts, which stand between them.
public func show(
  _ first: any FigureRowPart, _ second: any FigureRowPart, _ rest: any FigureRowPart...
) {
  EventChannel.shared.send(.display(bundle(for: FigureRow([first, second] + rest), title: nil)))
}

/// Records a value under a name, in full precision, and displays it.
///
/// Every recorded answer is in the file that `nbrun --answers FILE.json` writes.
///
/// - Parameters:
///   - name: The answer's name; no other answer of the notebook has it.
///   - value: A number, a truth value, a text, a tensor, or a list of those.
///   - digits: How many digits to display after the point; the record has them all. Default: about six
///     of a number, and four after the point of a tensor's, where they have more.
///   - tolerance: How far a student's value may be away and still be right, relative to the larger of
///     1 and the value. Default: 1e-6.
public func answer<Value: AnswerValue>(
  _ name: String, _ value: Value, digits: Int? = nil, tolerance: Double? = nil
) {
  AnswerNames.record(name)
  require(
    tolerance.map { $0 >= 0 } ?? true,
    "the answer '\(name)' has the tolerance \(tolerance ?? 0); expected 0 or more")
  let display = bundle(for: value, title: name, digits: digits, isAnswer: true)
  EventChannel.shared.send(
    .answer(name: name, json: value.json, tolerance: tolerance, display))
}

/// Tells the grader of a wrong value that students often record, and what they did to get it; it leaves
/// no trace in the document.
///
///     commonMistake("z1", "the kernel was flipped", convolve(X, with: K.flipped()))
public func commonMistake<Value: AnswerValue>(_ name: String, _ words: String, _ value: Value) {
  EventChannel.shared.send(.mistake(answer: name, words: words, json: value.json))
}

/// Tells a reader at a terminal how far a long cell has come; it leaves no trace in the document.
public func progress(_ text: String) {
  EventChannel.shared.send(.progress(text))
}

/// The style sheet that the displayed figures share.
var figureStyle: String { FigureStyle.css }

/// A value in the forms that documents can show.
///
/// Answers are there to be read: they have their numbers, also in lists of some length.
func bundle<Value>(
  for value: Value, title: String?, digits: Int? = nil, isAnswer: Bool = false
) -> MIMEBundle {
  if let drawable = value as? any HeatmapConvertible,
    let map = drawable.heatmap(title, digits, isAnswer: isAnswer)
  {
    return bundle(for: map, json: displayedData(of: value))
  }
  if let figure = value as? any Figure { return bundle(for: figure, json: nil) }
  if let figure = (value as? any PartedResult)?.figure(title: title, digits: digits) {
    return bundle(for: figure, json: nil)
  }
  let (text, isRounded) =
    isAnswer && digits == nil ? answerText(value) : (displayText(value, digits: digits), false)
  let titled = title.map { "\($0) \(isRounded ? "≈" : "=") \(text)" } ?? text
  var items = [MIMEBundle.Item(type: "text/plain", content: titled)]
  if let json = displayedData(of: value) {
    items.append(MIMEBundle.Item(type: "application/json", content: json))
  }
  return MIMEBundle(items)
}

/// The value in full precision, unless it would make the document much larger; of an answer the record
/// has it in any case.
private func displayedData<Value>(of value: Value) -> String? {
  let json = (value as? any AnswerValue)?.json
  return json.flatMap { $0.utf8.count <= 1 << 20 ? $0 : nil }
}

private func bundle(for figure: any Figure, json: String?) -> MIMEBundle {
  let drawing = figure.svg
  var items = [
    MIMEBundle.Item(type: "text/plain", content: figure.plainText),
    MIMEBundle.Item(type: "image/svg+xml", content: drawing.standalone),
    MIMEBundle.Item(type: "text/html", content: figure.html),
  ]
  if let json { items.append(MIMEBundle.Item(type: "application/json", content: json)) }
  return MIMEBundle(items)
}

/// The text of a value in a sentence: shortest exact, or with so many digits after the point.
func inlineText<Value>(of value: Value, digits: Int?) -> String {
  displayText(value, digits: digits)
}

/// The text of a value: of a number the shortest exact one, or with so many digits after the point.
func displayText<Value>(_ value: Value, digits: Int?) -> String {
  let format = digits.map(NumberFormat.fixed) ?? .shortest
  // A number's shortest digits are those of its own type.
  if let number = value as? any (BinaryFloatingPoint & LosslessStringConvertible) {
    return format.string(number)
  }
  if let number = value as? any BinaryFloatingPoint { return format.string(Double(number)) }
  if let single = value as? any SingleNumber, let number = single.number {
    return displayText(number, digits: digits)
  }
  if let optional = value as? any OptionalValue { return optional.unwrappedText(digits) }
  return String(describing: value)
}

/// The text of an answer, and whether it has fewer digits than the value.
private func answerText<Value>(_ value: Value) -> (text: String, isRounded: Bool) {
  if let list = AnswerDigits.list(value) { return list }
  let exact = displayText(value, digits: nil)
  let number = (value as? any SingleNumber)?.number ?? value as? any BinaryFloatingPoint
  guard let number, let text = AnswerDigits.rounded(Double(number), exact: exact) else {
    return (exact, false)
  }
  return (text, true)
}

/// A value that is drawn as a heatmap when it has axes.
private protocol HeatmapConvertible {
  func heatmap(_ title: String?, _ digits: Int?, isAnswer: Bool) -> Heatmap?
}

extension Tensor: HeatmapConvertible {
  fileprivate func heatmap(_ title: String?, _ digits: Int?, isAnswer: Bool) -> Heatmap? {
    if shape.isEmpty { return nil }
    guard isAnswer else { return Heatmap(self, title: title, digits: digits) }
    let isShortList = shape.count == 1 && count <= AnswerDigits.mostNumbers
    let values = scalars.map { Double($0) }
    var map = Heatmap(
      self, title: title, digits: digits ?? AnswerDigits.decimals(of: values),
      values: isShortList ? true : nil)
    map.colorsStartAtZero = true
    if count <= AnswerDigits.mostNumbers { map.scaledDigits = AnswerDigits.decimals }
    if map.writesValues { return map }
    let summary = AnswerDigits.summary(of: values)
    return Heatmap(self, title: title.map { "\($0): \(summary)" } ?? summary)
  }
}

/// A tensor of rank 0 reads like the number that it holds.
private protocol SingleNumber {
  var number: (any BinaryFloatingPoint)? { get }
}

extension Tensor: SingleNumber {
  fileprivate var number: (any BinaryFloatingPoint)? { shape.isEmpty ? scalars[0] : nil }
}

private protocol OptionalValue {
  func unwrappedText(_ digits: Int?) -> String
}

extension Optional: OptionalValue {
  fileprivate func unwrappedText(_ digits: Int?) -> String {
    map { displayText($0, digits: digits) } ?? "nil"
  }
}
