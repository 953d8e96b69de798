"""Writes fourier.json: NumPy's Fourier transforms of random numbers of many lengths."""

import json
from pathlib import Path

import numpy as np

rng = np.random.default_rng(5)
cases = []
for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 19, 30, 31, 37, 49, 60, 64, 97, 101]:
    x = rng.normal(size=n) + 1j * rng.normal(size=n)
    y = np.fft.fft(x)
    r = np.fft.rfft(x.real)
    cases.append([x.real.tolist(), x.imag.tolist(), y.real.tolist(), y.imag.tolist(), r.real.tolist(), r.imag.tolist()])
image = rng.normal(size=(2, 6, 7))
f = np.fft.fft2(image)
result = {"cases": cases, "image": image.tolist(), "real": f.real.tolist(), "imaginary": f.imag.tolist()}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, separators=(",", ":")) + "\n")
