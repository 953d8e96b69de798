import Diagnostics
import Platform
import Reports

/// `nbrun convert FILE.ipynb -o FILE.nb`: a Jupyter notebook as one of this program.
struct ConvertCommand {
  private let input: String
  private let output: OutputTarget
  private let mayReplace: Bool

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(arguments, options: [.init("--output", "-o", takesValue: true)])
    guard reader.operands.count == 1, let path = reader.operands.first else {
      throw UsageError("'nbrun convert' takes one Jupyter notebook")
    }
    guard path.hasSuffix(".ipynb") || path == "-" else {
      throw UsageError(
        "'nbrun convert' takes a file that ends in '.ipynb', and was given '\(path)'")
    }
    input = path
    let given = try reader.one("--output")
    mayReplace = given != nil || path == "-"
    let place =
      given ?? (path == "-" ? "-" : String(path.dropLast(6)) + ".nb")
    guard place == "-" || place.hasSuffix(".nb") else {
      throw UsageError("'nbrun convert' writes '.nb', and was given '\(place)'")
    }
    output = OutputTarget(path: place, format: .notebook)
  }

  /// Writes the notebook and its pictures.
  func run() throws {
    let bytes =
      input == "-"
      ? try Files.read(descriptor: 0, name: "standard input") : try Files.read(input)
    guard mayReplace || !Files.exists(output.path) else {
      throw Diagnostic(
        .error, "'\(output.path)' is there already",
        help: "Say with '-o' that it is to be replaced.")
    }
    if let real = Files.realPath(output.path), real == Files.realPath(input) {
      throw Diagnostic(
        .error, "'\(output.path)' is the Jupyter notebook itself", help: "Give another '-o'.")
    }
    let name = input == "-" ? "standard input" : input
    let conversion = try JupyterReader(folder: output.filesFolder).read(bytes, name: name)
    var transaction = FileTransaction()
    if output.path != "-" {
      for file in conversion.files {
        transaction.add(
          file.content, to: "\(output.filesPath)/\(file.name)", makesFolder: true)
      }
    }
    transaction.add(Array(conversion.text.utf8), to: output.path)
    try transaction.commit()
  }
}
