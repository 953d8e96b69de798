/// The function of a simple recurrent layer.
public enum SimpleRNNActivation: Hashable, Sendable {
  /// The hyperbolic tangent.
  case tanh
  /// The rectified linear unit.
  case relu
  /// The number itself.
  case identity
}
