extension CompilerMessage {
  /// What to do about it, where the compiler does not say it itself and a notebook's author may not know.
  var help: String? {
    if severity != .error { return nil }
    if text == "errors cannot be thrown out of a global variable initializer" {
      return "Write 'try' before the call that can throw."
    }
    if text.hasPrefix("invalid redeclaration of '") {
      return
        "Take another name; 'seed' and the parameters of the front matter are constants already."
    }
    let isUnknown =
      text.hasPrefix("cannot find '") && text.hasSuffix("' in scope")
      || text.contains("' has no member '") && text.hasSuffix("'")
    guard isUnknown,
      let name = text.split(separator: "'").dropFirst().last(where: { $0 != " in scope" })
    else { return nil }
    return "'nbrun doc \(name)' looks for it among what cells can call."
  }
}
