import Foundation
import Testing

/// The first worked example under several seeds, its answers held against what NumPy computes.
@Suite struct SquareVersusNoiseTests {
  private struct Oracle: Decodable {
    struct Case: Decodable {
      struct Parameters: Decodable {
        var kernel: Numbers
        var conv_bias: Numbers
        var weights: Numbers
        var fcnn_bias: Numbers
      }

      var seed: Int
      var X0: Numbers
      var X1: Numbers
      var X: Numbers
      var params: Parameters
      var forward: [String: Numbers]
      var backward: Backward
    }

    struct Backward: Decodable {
      var delta: Numbers
      var dL_dw: Numbers
      var dL_da3: Numbers
      var dL_da1_unpooled: Numbers
      var dL_dz1: Numbers
      var dL_dK: Numbers
      var dL_dbconv: Numbers
      var updated: Parameters
      typealias Parameters = Case.Parameters
    }

    var cases: [Case]
  }

  private static func oracle() throws -> Oracle {
    let path = NotebookProgram.root.appendingPathComponent(
      "Tests/nbrunTests/Notebooks/square-vs-noise.json")
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: path))
  }

  @Test("square-vs-noise agrees with NumPy under each seed", arguments: 0..<5)
  func squareVersusNoise(index: Int) throws {
    let expected = try Self.oracle().cases[index]
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let notebook = NotebookProgram.root.appendingPathComponent("notebooks/square-vs-noise.nb").path
    let result = try NotebookProgram.run(
      [notebook, "-P", "seed=\(expected.seed)", "--answers", "a.json", "-o", "r.html"], in: folder)
    #expect(result.code == 0)
    #expect(result.errors == "")
    let file = try Data(contentsOf: folder.appendingPathComponent("a.json"))
    let recorded = try JSONDecoder().decode(RecordedAnswers.self, from: file)
    #expect(recorded.notebook == "square-vs-noise.nb")
    #expect(recorded.seed == expected.seed)
    let backward = expected.backward
    let drawn: [String: Numbers] = [
      "X0": expected.X0, "X1": expected.X1, "X": expected.X, "K": expected.params.kernel,
      "b_conv": expected.params.conv_bias, "w": expected.params.weights,
      "b_fc": expected.params.fcnn_bias, "argmax": expected.forward["pool_indices"]!,
    ]
    let computed: [String: Numbers] = [
      "z1": expected.forward["z1"]!, "a1": expected.forward["a1"]!,
      "a2": expected.forward["a2"]!, "a3": expected.forward["a3"]!,
      "z4": expected.forward["z4"]!, "a4": expected.forward["a4"]!,
      "loss": expected.forward["loss_ln"]!, "delta": backward.delta, "dL_dw": backward.dL_dw,
      "dL_db": backward.delta, "dL_da1": backward.dL_da1_unpooled, "dL_dz1": backward.dL_dz1,
      "dL_dK": backward.dL_dK, "dL_dbconv": backward.dL_dbconv,
      "K_new": backward.updated.kernel, "b_conv_new": backward.updated.conv_bias,
      "w_new": backward.updated.weights, "b_fc_new": backward.updated.fcnn_bias,
    ]
    for (name, value) in drawn {
      #expect(recorded.answers[name]?.agrees(with: value, tolerance: 0) == true, "\(name)")
    }
    for (name, value) in computed {
      #expect(recorded.answers[name]?.agrees(with: value, tolerance: 1e-12) == true, "\(name)")
    }
    #expect(recorded.answers["dL_da2"]?.values.count == 4)
    #expect((recorded.answers["accuracy"]?.values.first ?? 0) >= 0.97)
    let report = try Data(contentsOf: folder.appendingPathComponent("r.html"))
    #expect(report.count < 400_000)
  }
}
