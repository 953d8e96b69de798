/// One step of a Fourier transform: short transforms of length `radix`, and a turn of their results.
///
///     y[q, radix · p + k] = e^(−2πi·p·k/(radix·groups)) · Σ_j e^(−2πi·j·k/radix) · x[q, p + groups · j]
struct FourierStage {
  let radix: Int
  /// How many short transforms there are for each `q`.
  let groups: Int
  /// How many numbers `q` lie side by side.
  let stride: Int
  /// How far apart in the table of roots the roots of this step are.
  let rootStep: Int

  func apply(from source: ComplexColumns, to target: inout ComplexColumns, roots: ComplexColumns) {
    source.real.withUnsafeBufferPointer { xr in
      source.imaginary.withUnsafeBufferPointer { xi in
        target.real.withUnsafeMutableBufferPointer { yr in
          target.imaginary.withUnsafeMutableBufferPointer { yi in
            let numbers = Numbers(xr: xr, xi: xi, yr: yr, yi: yi)
            switch radix {
            case 2: radix2(numbers, roots)
            case 4: radix4(numbers, roots)
            default: general(numbers, roots)
            }
          }
        }
      }
    }
  }

  private struct Numbers {
    let xr, xi: UnsafeBufferPointer<Double>
    let yr, yi: UnsafeMutableBufferPointer<Double>
  }
}

extension FourierStage {
  private func root(_ roots: ComplexColumns, _ index: Int) -> (real: Double, imaginary: Double) {
    (roots.real[rootStep * index], roots.imaginary[rootStep * index])
  }

  private func radix2(_ n: Numbers, _ roots: ComplexColumns) {
    for p in 0..<groups {
      let w = root(roots, p)
      let (first, second, out) = (stride * p, stride * (p + groups), stride * 2 * p)
      for q in 0..<stride {
        let (ar, ai) = (n.xr[first + q], n.xi[first + q])
        let (br, bi) = (n.xr[second + q], n.xi[second + q])
        let (dr, di) = (ar - br, ai - bi)
        n.yr[out + q] = ar + br
        n.yi[out + q] = ai + bi
        n.yr[out + stride + q] = dr * w.real - di * w.imaginary
        n.yi[out + stride + q] = dr * w.imaginary + di * w.real
      }
    }
  }

  private func radix4(_ n: Numbers, _ roots: ComplexColumns) {
    let jump = stride * groups
    for p in 0..<groups {
      let (w1, w2, w3) = (root(roots, p), root(roots, 2 * p), root(roots, 3 * p))
      let (start, out) = (stride * p, stride * 4 * p)
      for q in start..<start + stride {
        let (ar, ai) = (n.xr[q], n.xi[q])
        let (br, bi) = (n.xr[q + jump], n.xi[q + jump])
        let (cr, ci) = (n.xr[q + 2 * jump], n.xi[q + 2 * jump])
        let (dr, di) = (n.xr[q + 3 * jump], n.xi[q + 3 * jump])
        let (sr, si, tr, ti) = (ar + cr, ai + ci, ar - cr, ai - ci)
        let (ur, ui, vr, vi) = (br + dr, bi + di, br - dr, bi - di)
        let place = out + q - start
        n.yr[place] = sr + ur
        n.yi[place] = si + ui
        let (er, ei) = (tr + vi, ti - vr)
        n.yr[place + stride] = er * w1.real - ei * w1.imaginary
        n.yi[place + stride] = er * w1.imaginary + ei * w1.real
        let (fr, fi) = (sr - ur, si - ui)
        n.yr[place + 2 * stride] = fr * w2.real - fi * w2.imaginary
        n.yi[place + 2 * stride] = fr * w2.imaginary + fi * w2.real
        let (gr, gi) = (tr - vi, ti + vr)
        n.yr[place + 3 * stride] = gr * w3.real - gi * w3.imaginary
        n.yi[place + 3 * stride] = gr * w3.imaginary + gi * w3.real
      }
    }
  }

  private func general(_ n: Numbers, _ roots: ComplexColumns) {
    let jump = stride * groups
    for p in 0..<groups {
      for k in 0..<radix {
        let turn = root(roots, p * k)
        let out = stride * (radix * p + k)
        for q in 0..<stride { (n.yr[out + q], n.yi[out + q]) = (0, 0) }
        for j in 0..<radix {
          let w = root(roots, groups * (j * k % radix))
          let start = stride * p + jump * j
          for q in 0..<stride {
            let (r, i) = (n.xr[start + q], n.xi[start + q])
            n.yr[out + q] += r * w.real - i * w.imaginary
            n.yi[out + q] += r * w.imaginary + i * w.real
          }
        }
        for q in out..<out + stride {
          let (r, i) = (n.yr[q], n.yi[q])
          n.yr[q] = r * turn.real - i * turn.imaginary
          n.yi[q] = r * turn.imaginary + i * turn.real
        }
      }
    }
  }
}
