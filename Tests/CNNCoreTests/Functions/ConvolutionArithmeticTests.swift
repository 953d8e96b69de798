import CNNCore
import Testing

@Suite struct ConvolutionArithmeticTests {
  @Test func sizes() {
    for row in Fixture.lectureLayers["arithmetic"]["table"].array {
      let output = outputSize(
        input: row["n"].integer, kernel: row["k"].integer, stride: row["stride"].integer,
        padding: row["padding"].integer, dilation: row["dilation"].integer)
      #expect(output == row["out"].integer)
    }
    for row in Fixture.lectureLayers["arithmetic"]["same_padding_output_is_ceil_n_over_s"].array {
      for kernel in 1...5 {
        let output = outputSize(
          input: row["n"].integer, kernel: kernel, stride: row["s"].integer, padding: .same)
        #expect(output == row["out"].integer)
      }
    }
    #expect(outputSize(input: [32, 28], kernel: [5, 3]) == Size2D(rows: 28, columns: 26))
    #expect(
      outputSize(input: [9, 10], kernel: 3, stride: [2, 1], padding: [2, 1], dilation: [2, 1])
        == [5, 10].size2D)
  }

  @Test func parameters() {
    #expect(Conv2D.parameterCount(inputChannels: 3, filters: 10, kernelSize: 5) == 760)
    #expect(Conv2D.parameterCount(inputChannels: 3, filters: 32, kernelSize: [3, 3]) == 896)
    #expect(
      Conv2D.parameterCount(inputChannels: 3, filters: 1, kernelSize: 5, usesBias: false) == 75)
    #expect(Dense.parameterCount(inputs: 1024, outputs: 64) == 65600)
    #expect(Dense.parameterCount(inputs: 4, outputs: 3, usesBias: false) == 12)
  }

  /// The layers of the lecture's two networks tell the shapes and counts that Keras prints.
  @Test(arguments: ["keras_model", "pytorch_cnn"]) func networks(name: String) {
    let model = Fixture.lectureLayers["arithmetic"][name]
    let input = model["input"].integers
    var shape = [input[2], input[0], input[1]]
    var total = 0
    for layer in model["layers"].array {
      let words = layer["layer"].text.split { "(), ".contains($0) }.map(String.init)
      var parameters = 0
      switch words[0] {
      case "Conv2D":
        let filters = Int(words[1]) ?? 0
        var conv = Conv2D(
          weight: .zeros(filters, shape[0], 3, 3), padding: words[3] == "same" ? 1 : 0)
        shape = conv.outputShape(forSample: shape)
        conv.visitParameters { _, value, _ in parameters += value.count }
      case "MaxPooling2D": shape = MaxPool2D(size: 2).outputShape(forSample: shape)
      case "Flatten": shape = Flatten().outputShape(forSample: shape)
      default:
        var dense = Dense(weight: .zeros(Int(words[1]) ?? 0, shape[0]))
        shape = dense.outputShape(forSample: shape)
        dense.visitParameters { _, value, _ in parameters += value.count }
      }
      let output = shape.count == 3 ? [shape[1], shape[2], shape[0]] : shape
      #expect(output == layer["output"].integers, "\(layer["layer"].text)")
      #expect(parameters == layer["parameters"].integer, "\(layer["layer"].text)")
      total += parameters
    }
    #expect(total == model["total"].integer)
  }
}
