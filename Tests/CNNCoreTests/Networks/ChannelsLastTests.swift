import CNNCore
import Testing

/// The single functions of a network on channels-last images, against NumPy.
@Suite struct ChannelsLastTests {
  @Test func sharedFilters() {
    let expected = Fixture.lowLevel["conv2d"][0]
    let filters = expected["filters_N_k_k"].tensor
    let x2 = expected["x2"].tensor
    var conv = Conv2D(weight: sharedWeight(filters, channels: 1))
    expectAgreement(
      conv.forward(x2.reshaped(1, 1, 6, 7))[slice: 0].channelsLast(),
      expected["forward_x2_h_w_N"].tensor)
    expectAgreement(
      forward(expected["x3"].tensor, filters), expected["forward_x3_h_w_N"].tensor)
  }

  @Test func filtersWithChannels() {
    let expected = Fixture.lowLevel["conv2d"][1]
    let filters = expected["filters_N_k_k_C"].tensor
    var conv = Conv2D(weight: filters.channelsFirst())
    let x = expected["x"].tensor
    let y = conv.forward(Tensor(stacking: [x.channelsFirst()]))
    expectAgreement(y[slice: 0].channelsLast(), expected["forward"].tensor)
    let g = expected["upstream_dy"].tensor
    let gradient = conv.backward(Tensor(stacking: [g.channelsFirst()]))
    expectAgreement(gradient[slice: 0].channelsLast(), expected["dL_dx"].tensor)
    expectAgreement(conv.weightGradient.channelsLast(), expected["dL_dF"].tensor)
  }

  @Test(arguments: 2..<6) func kernelSizes(index: Int) {
    let expected = Fixture.lowLevel["conv2d"][index]
    expectAgreement(
      forward(expected["x"].tensor, expected["filters_N_k_k"].tensor),
      expected["correct_forward"].tensor)
  }

  @Test func gradientsOfSharedFilters() {
    let expected = Fixture.lowLevel["conv2d"][6]
    let filters = expected["filters_N_k_k"].tensor
    var conv = Conv2D(weight: sharedWeight(filters, channels: 3))
    let y = conv.forward(Tensor(stacking: [expected["x"].tensor.channelsFirst()]))
    expectAgreement(y[slice: 0].channelsLast(), expected["forward"].tensor)
    let g = expected["upstream_dy"].tensor.channelsFirst()
    let gradient = conv.backward(Tensor(stacking: [g]))
    expectAgreement(gradient[slice: 0].channelsLast(), expected["dL_dx"].tensor)
    expectAgreement(conv.weightGradient.sum(axis: 1), expected["dL_dfilters"].tensor)
  }

  @Test(arguments: 0..<5) func maxPooling(index: Int) {
    let expected = Fixture.lowLevel["maxpool"]["cases"][index]
    let x = Tensor(stacking: [Fixture.lowLevel["maxpool"]["x"].tensor.channelsFirst()])
    let (size, stride) = (expected["pool"].integer, expected["stride"].integer)
    var pool = MaxPool2D(size: size, stride: stride)
    #expect(pool.forward(x)[slice: 0].channelsLast() == expected["correct"].tensor)
    let g = Tensor(stacking: [expected["upstream_dy"].tensor.channelsFirst()])
    expectAgreement(pool.backward(g)[slice: 0].channelsLast(), expected["dL_dx"].tensor)
    let places = expected["argmax_row_col"].tensor.transposed(axes: [2, 0, 1, 3])
    for channel in 0..<3 {
      let pooled = maxPool(x[slice: 0][slice: channel], size: size, stride: stride)
      #expect(pooled.positionMatrix == places[slice: channel].reshaped(-1, 2))
    }
  }

  @Test func normalisation() {
    let expected = Fixture.lowLevel["normalisation"]
    let x = expected["x"].tensor.channelsFirst()
    func maps(_ key: String) -> Tensor<Double> { expected[key].tensor.channelsFirst() }
    expectAgreement(normalize(x, by: .standard), maps("per_map_zeromean"))
    expectAgreement(normalize(x, by: .minMax), maps("per_map_minmax"))
    expectAgreement(normalize(x, by: .logarithmic()), maps("per_map_loge"))
    expectAgreement(normalize(x, by: .logarithmic()), maps("per_map_log10"))
    var norm = Normalization(.standard)
    let output = norm.forward(Tensor(stacking: [x]))
    expectAgreement(output[slice: 0], maps("per_map_zeromean"))
    let gradient = norm.backward(Tensor(stacking: [maps("upstream_dy")]))
    expectAgreement(gradient[slice: 0], maps("per_map_zeromean_dL_dx"))
    let constant = maps("constant_map_in")
    #expect(normalize(constant, by: .standard) == maps("constant_map_zeromean"))
  }

  @Test func denseLayers() {
    let expected = Fixture.lowLevel["fc_softmax"]
    let first = Dense(weight: expected["fc_weights"].tensor.transposed())
    let second = Dense(weight: expected["softmax_weights"].tensor.transposed())
    let hidden = first.predict(expected["x"].tensor.reshaped(1, -1))
    expectAgreement(hidden.reshaped(-1), expected["fc_out"].tensor)
    expectAgreement(
      softmax(second.predict(hidden)).reshaped(-1), expected["softmax_out"].tensor)
  }

  @Test(arguments: 0..<2) func softmaxLayer(index: Int) {
    let expected = Fixture.lowLevel["fc_softmax"]["softmax_layer_backward"][index]
    var dense = Dense(weight: expected["weights_before"].tensor.transposed())
    var activation = Softmax()
    let x = expected["x"].tensor
    let probabilities = activation.forward(dense.forward(x.reshaped(1, -1)))
    expectAgreement(probabilities.reshaped(-1), expected["probabilities"].tensor)
    let label = expected["label"].integer
    expectClose(-Double.log(probabilities[0, label]), expected["loss_ln"].number)
    var upstream = Tensor.zeros(1, 8)
    upstream[0, label] = -1 / probabilities[0, label]
    expectAgreement(upstream.reshaped(-1), expected["upstream_gradient"].tensor)
    let logitGradient = activation.backward(upstream)
    expectAgreement(logitGradient.reshaped(-1), expected["dL_dlogits"].tensor)
    expectAgreement(
      dense.backward(logitGradient).reshaped(2, 3), expected["returned_dL_dinput"].tensor)
    expectAgreement(dense.weightGradient.transposed(), expected["dL_dweights"].tensor)
    expectAgreement(dense.biasGradient, expected["dL_dbiases"].tensor)
    let learningRate = expected["learning_rate"].number
    dense.weight -= learningRate * dense.weightGradient
    dense.bias -= learningRate * dense.biasGradient
    expectAgreement(dense.weight.transposed(), expected["weights_after"].tensor)
    expectAgreement(dense.bias, expected["biases_after"].tensor)
  }

  private func forward(_ x: Tensor<Double>, _ filters: Tensor<Double>) -> Tensor<Double> {
    Conv2D(weight: sharedWeight(filters, channels: x.shape[2]))
      .predict(Tensor(stacking: [x.channelsFirst()]))[slice: 0].channelsLast()
  }
}

/// Filters `[N, k, k]`, each of which meets all channels alike, as a weight `[N, C, k, k]`.
func sharedWeight(_ filters: Tensor<Double>, channels: Int) -> Tensor<Double> {
  let (count, rows, columns) = (filters.shape[0], filters.shape[1], filters.shape[2])
  return filters.reshaped(count, 1, rows, columns)
    .broadcast(to: [count, channels, rows, columns])
}
