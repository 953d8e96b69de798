@testable import CNNCore

/// What `body` returns in each form that this processor has, with 1, 2 and 5 threads.
func inEachForm<Result>(_ body: () -> Result) -> [(name: String, result: Result)] {
  let (form, threads) = (KernelForm.current, KernelThreads.count)
  defer {
    KernelForm.current = form
    KernelThreads.count = threads
  }
  var results: [(String, Result)] = []
  for form in KernelForm.allCases where form.isAvailable {
    for threads in [1, 2, 5] {
      KernelForm.current = form
      KernelThreads.count = threads
      results.append(("\(form), \(threads) threads", body()))
    }
  }
  return results
}

/// The bits of numbers, by which results are compared; all NaNs are alike.
func bits<Scalar: TensorScalar>(_ numbers: [Scalar]) -> [UInt64] {
  numbers.map { $0.isNaN ? .max : Double($0).bitPattern }
}

/// The blocks of 256 products, each one chain from zero, added in order.
func blockSum<Scalar: TensorScalar>(_ products: [(Scalar, Scalar)]) -> Scalar {
  var total: Scalar = 0
  for start in stride(from: 0, to: products.count, by: 256) {
    var block: Scalar = 0
    for (a, b) in products[start..<min(start + 256, products.count)] { block.addProduct(a, b) }
    total = start == 0 ? block : total + block
  }
  return total
}
