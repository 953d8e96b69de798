// What the assembled program calls for cells with `cache: true`.

extension CellRuntime {
  /// Whether what the cell brings forth is known from an earlier run that started from the same; it is
  /// then displayed, and its variables take their values from there.
  ///
  /// - Parameters:
  ///   - code: The cell's code, and all code that it can reach.
  ///   - inputs: Adds the variables that it can reach.
  public static func recalls(_ code: String, _ inputs: (inout KeptVariables) -> Void) -> Bool {
    CellKeeper.shared.recalls(code, inputs)
  }

  /// The value of a variable that such a cell declares.
  ///
  /// - Parameter isFinal: Whether the cell leaves it as it is.
  public static func value<Value>(
    of name: String, isFinal: Bool, _ initializer: () throws -> Value
  ) -> Value {
    value { try CellKeeper.shared.value(of: name, isFinal: isFinal, initializer) }
  }

  /// Gives a variable the value with which such a cell left it.
  public static func recall<Value>(_ name: String, _ variable: inout Value) {
    CellKeeper.shared.recall(name, &variable)
  }

  /// Keeps what such a cell has brought forth.
  ///
  /// - Parameter variables: Adds the variables that it may have changed.
  public static func keep(_ variables: (inout KeptVariables) -> Void) {
    CellKeeper.shared.keep(variables)
  }
}
