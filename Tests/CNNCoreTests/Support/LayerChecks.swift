import CNNCore
import Testing

/// Σ g · y for the output y of a layer: the gradient of its parts is what `backward` computes.
func weightedSum(
  _ layer: some Layer<Double>, _ input: Tensor<Double>, _ g: Tensor<Double>
) -> Double {
  var layer = layer
  return (g * layer.forward(input)).sum()
}

/// Records an issue unless a layer's gradients, for its input and for each of its parameters, are
/// those of its output, by central differences.
func expectGradients<L: Layer<Double>>(
  of layer: L, at input: Tensor<Double>, _ name: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var random = NumPyRandom(seed: 99)
  var worked = layer
  let g = random.normal(shape: worked.forward(input).shape)
  let inputGradient = worked.backward(g)
  #expect(
    worked.backward(g) == inputGradient, "\(name): a second backward pass",
    sourceLocation: sourceLocation)
  expectGradient(
    inputGradient, of: { weightedSum(layer, $0, g) }, at: input, "\(name) input",
    sourceLocation: sourceLocation)
  var parameters: [(name: String, value: Tensor<Double>, gradient: Tensor<Double>)] = []
  worked.visitParameters { parameters.append(($0, $1, $2)) }
  for parameter in parameters {
    func changed(_ value: Tensor<Double>) -> L {
      var copy = layer
      copy.visitParameters { name, parameterValue, _ in
        if name == parameter.name { parameterValue = value }
      }
      return copy
    }
    expectGradient(
      parameter.gradient, of: { weightedSum(changed($0), input, g) }, at: parameter.value,
      "\(name) \(parameter.name)", sourceLocation: sourceLocation)
  }
}
