import Diagnostics
import Platform

/// Prints to standard error.
func printError(_ text: String) {
  try? Files.write(Array(text.utf8), descriptor: 2, name: "standard error")
}

/// Prints messages to standard error, with the lines of the given texts that they are about.
func printErrors(_ diagnostics: [Diagnostic], quoting sources: [SourceText] = []) {
  printError(diagnostics.map(DiagnosticWriter(quoting: sources).text).joined())
}
