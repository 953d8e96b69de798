import CNNCore
import Testing

@Suite struct AveragePoolingTests {
  @Test func means() {
    let x = Tensor.arange(16).reshaped(4, 4) + 1
    #expect(averagePool(x, size: 2).output == [[3.5, 5.5], [11.5, 13.5]])
    #expect(averagePool(x, size: [1, 4]).output == [[2.5], [6.5], [10.5], [14.5]])
    #expect(averagePool(x, size: 3, stride: 1).output == [[6, 7], [10, 11]])
  }

  @Test func padding() {
    let x = Tensor([[4, 8], [12, 16]])
    #expect(averagePool(x, size: 2, stride: 1, padding: 1).output[row: 0] == [1, 3, 2])
    #expect(
      averagePool(x, size: 2, stride: 1, padding: 1, countsPadding: false).output[row: 0]
        == [4, 6, 8])
  }

  @Test func gradientIsShared() {
    let pooled = averagePool(Tensor.zeros(3, 3), size: 2, stride: 1)
    #expect(pooled.backward([[4, 8], [12, 16]]) == [[1, 3, 2], [4, 10, 6], [3, 7, 4]])
    let x = Tensor.arange(15).reshaped(3, 5)
    let g = Tensor([[1, -2, 3], [0.5, 4, 5], [1, 1, 1]])
    func pool(_ x: Tensor<Double>) -> AveragePooling<Double> {
      averagePool(x, size: 2, stride: [1, 2], padding: .same)
    }
    expectGradient(pool(x).backward(g), of: { (pool($0).output * g).sum() }, at: x)
  }
}
