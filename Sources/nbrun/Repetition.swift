import Receipts

/// A run that was repeated.
struct Repetition {
  /// Its receipt, with the versions that the report names.
  var receipt: Receipt
  /// Its document.
  var document: RenderedDocument
  /// The version of the compiler that it was made by.
  var compiler: String
}
