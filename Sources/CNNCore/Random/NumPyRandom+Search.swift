extension NumPyRandom {
  /// The first seed whose numbers are as an exercise needs them: whole results, no ties in a pool, a live
  /// and a dead unit.
  ///
  ///     let good = NumPyRandom.firstSeed(from: seed) { random in
  ///       let x = random.randint(low: 0, high: 5, shape: [4, 4])
  ///       return Set(x.scalars).count == 5
  ///     }
  ///     var random = NumPyRandom(seed: good)
  ///
  /// - Parameters:
  ///   - start: The first seed that is tried; with the notebook's `seed` each student has numbers of their
  ///     own.
  ///   - tries: How many seeds are tried.
  ///   - isGood: Draws what the exercise draws, from the beginning, and says whether it will do.
  /// - Returns: The first seed from `start` on that will do.
  /// - Precondition: One of the seeds will do, and all are in 0 … 2³² − 1.
  public static func firstSeed(
    from start: Int = 0, tries: Int = 10_000, where isGood: (inout NumPyRandom) -> Bool
  ) -> Int {
    require(tries >= 1, "NumPyRandom.firstSeed: \(tries) tries; expected 1 or more")
    for seed in start..<start + tries {
      var random = NumPyRandom(seed: seed)
      if isGood(&random) { return seed }
    }
    fail(
      "NumPyRandom.firstSeed: none of the \(tries) seeds from \(start) will do; "
        + "ask for less, or let 'tries' be more")
  }
}
