extension Sequential {
  /// Writes all parameters, and what the layers remember, to a file, as `.npz` where its name ends so, else as `.safetensors`.
  ///
  /// A failed write leaves the former file.
  ///
  /// - Throws: `ArrayFileError` where the file cannot be written.
  public func save(to path: String) throws {
    let parameters = namedParameters()
    if path.hasSuffix(".npz") {
      var archive = ArrayArchive()
      for (name, tensor) in parameters { archive.add(tensor, as: name) }
      try archive.write(to: path)
    } else {
      try FileBytes.write(Safetensors.bytes(parameters), to: path)
    }
  }

  /// Takes all parameters from a file that `save` wrote; nothing is changed where one does not fit.
  ///
  /// - Throws: `ArrayFileError` or `Safetensors.Problem` where the file cannot be read or lacks a parameter,
  ///   `ParameterMismatch` where it has one of another shape or name.
  public mutating func load(from path: String) throws {
    let expected = namedParameters()
    var found: [Tensor<Scalar>] = []
    let names: [String]
    if path.hasSuffix(".npz") {
      let archive = try ArrayArchive(path)
      names = archive.names
      for (name, _) in expected { found.append(try archive.tensor(name, as: Scalar.self)) }
    } else {
      let file = try Safetensors(path)
      names = file.names
      for (name, _) in expected { found.append(try file.tensor(name, as: Scalar.self)) }
    }
    for ((name, tensor), given) in zip(expected, found) where tensor.shape != given.shape {
      throw ParameterMismatch(
        description: "'\(path)' has parameter '\(name)' of shape \(given.shape), and the network "
          + "one of shape \(tensor.shape)")
    }
    if let other = names.first(where: { name in !expected.contains { $0.name == name } }) {
      throw ParameterMismatch(
        description: "'\(path)' has a parameter '\(other)' that the network does not have")
    }
    var index = 0
    visitParameters { _, value, _ in
      value = found[index]
      index += 1
    }
    visitBuffers { _, value in
      value = found[index]
      index += 1
    }
  }

  private func namedParameters() -> [(name: String, tensor: Tensor<Scalar>)] {
    var network = self
    var parameters: [(name: String, tensor: Tensor<Scalar>)] = []
    network.visitParameters { name, value, _ in parameters.append((name, value)) }
    network.visitBuffers { name, value in parameters.append((name, value)) }
    return parameters
  }
}
