/// What a layer's outputs are, by which a network finds classes and checks its loss.
public enum OutputKind: Hashable, Sendable {
  /// Any numbers, such as logits.
  case numbers
  /// Probabilities, each by itself, as a sigmoid yields them.
  case probabilities
  /// Probabilities that add up to 1, as a softmax yields them.
  case distribution
}
