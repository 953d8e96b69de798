"""Writes array-files.json: files that NumPy writes, in base64, and the arrays in them."""

import base64
import io
import json
from pathlib import Path

import numpy as np


def saved(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asarray(array), version=version)
    return file.getvalue()


def entry(array, version=None):
    array = np.asarray(array)
    return {"file": base64.b64encode(saved(array, version)).decode(), "type": array.dtype.str,
            "shape": list(array.shape), "values": [float(x) for x in array.ravel()]}


base = np.arange(-3, 9).reshape(3, 4)
files = {}
for name in ["i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8", "<f2", ">f2", "<f4", ">f4", "<f8", ">f8"]:
    files["type " + name] = entry((base * 7).astype(name))
for name in ["u1", "<u2", ">u2", "<u4", ">u4", "<u8", ">u8"]:
    files["type " + name] = entry((base + 250).astype(name))
files["bool"] = entry(base % 3 == 0)
files["fortran"] = entry(np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)))
files["scalar"] = entry(np.float64(2.5))
files["empty"] = entry(np.zeros((0, 3)))
files["vector"] = entry(np.array([0.1, 1e300, -5e-324]))
files["version 2"] = entry(base * 0.5, (2, 0))
files["version 3"] = entry(base * 0.5, (3, 0))
files["rank 5"] = entry(np.arange(32.0).reshape(2, 2, 2, 2, 2))
files["complex"] = {"file": base64.b64encode(saved(np.zeros(2, complex))).decode()}
files["structured"] = {
    "file": base64.b64encode(saved(np.zeros(2, [("a", "f8"), ("b", "i4")]))).decode()}


def archive(write):
    file = io.BytesIO()
    write(file, weight=base * 0.25, bias=np.float32([1, 2, 3]), labels=np.arange(300) % 7)
    return base64.b64encode(file.getvalue()).decode()


result = {"files": files, "stored": archive(np.savez), "deflated": archive(np.savez_compressed)}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, separators=(",", ":")) + "\n")
