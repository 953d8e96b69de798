import CNNCore
import Testing

/// Functions that round exactly, and those for numbers near zero.
@Suite struct RoundingTests {
  @Test func numbers() {
    #expect(sqrt(2.25) == 1.5 && sqrt(Float(2)) == Float(2).squareRoot() && sqrt(-1.0).isNaN)
    #expect(floor(-0.5) == -1 && floor(Float(2.5)) == 2)
    #expect(ceil(-0.5) == 0 && ceil(Float(2.5)) == 3)
    #expect(round(2.5) == 3 && round(-0.5) == -1 && round(Float(1.25)) == 1)
    #expect(expm1(1e-20) == 1e-20 && log1p(1e-20) == 1e-20)
  }

  @Test func tensors() {
    let x = Tensor([-1.5, 0.25, 2.5])
    #expect(floor(x) == [-2, 0, 2] && ceil(x) == [-1, 1, 3] && round(x) == [-2, 0, 3])
    #expect(expm1(Tensor([0, 1e-20])) == [0, 1e-20])
    #expect(log1p(Tensor<Float>([0, 1e-20, -1])) == Tensor([0, 1e-20, -Float.infinity]))
  }

  @Test func signs() {
    #expect(sign(-2.5) == -1 && sign(Float(3)) == 1 && sign(-0.0).sign == .plus)
    #expect(sign(Tensor([-2, 0, 0.5])) == [-1, 0, 1] && sign(Double.nan).isNaN)
  }
}
