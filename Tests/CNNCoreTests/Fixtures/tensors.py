"""Writes tensors.json: NumPy's results for tensors of higher rank, and how it prints them."""

import json
from pathlib import Path

import numpy as np

a = np.arange(120).reshape(2, 3, 4, 5) * 7 % 23 - 9.0
b = np.arange(40).reshape(2, 1, 5, 4) * 3 % 11 - 4.0
m = np.arange(12.0).reshape(3, 4)
rng = np.random.default_rng(0)
wide = rng.normal(size=(2, 13))


def numbers(x):
    x = np.asarray(x, dtype=float)
    return {"shape": list(x.shape), "values": x.ravel().tolist()}


result = {
    "a": numbers(a),
    "b": numbers(b),
    "m": numbers(m),
    "wide": numbers(wide),
    "sum_0_2": numbers(a.sum(axis=(0, 2))),
    "sum_0_2_kept": numbers(a.sum(axis=(0, 2), keepdims=True)),
    "mean_-1_1": numbers(a.mean(axis=(-1, 1))),
    "max_1_3": numbers(a.max(axis=(1, 3))),
    "min_1_3": numbers(a.min(axis=(1, 3), keepdims=True)),
    "var_0_2_3": numbers(a.var(axis=(0, 2, 3))),
    "var_1_ddof": numbers(a.var(axis=1, ddof=1)),
    "std": numbers(a.std()),
    "argmin_2": numbers(a.argmin(axis=2).ravel()),
    "argmax_-1": numbers(a.argmax(axis=-1).ravel()),
    "matmul": numbers(a @ b),
    "matmul_vector": numbers(a @ np.arange(5.0)),
    "vector_matmul": numbers(np.arange(4.0) @ a),
    "tensordot": numbers(np.tensordot(a, b, axes=([2, 3], [3, 2]))),
    "outer": numbers(np.multiply.outer(m[0], m)),
    "pad": numbers(np.pad(m, ((1, 0), (2, 3)), constant_values=7)),
    "concatenate_1": numbers(np.concatenate([m, m[:, :2]], axis=1)),
    "stack_1": numbers(np.stack([m, -m], axis=1)),
    "stack_-1": numbers(np.stack([m, -m], axis=-1)),
    "slice_-1:0:-2": numbers(a[:, :, -1:0:-2]),
    "slice_1:-1:2": numbers(a[..., 1:-1:2]),
    "slice_-9:99": numbers(a[-9:99]),
    "slice_::-1": numbers(m[::-1]),
    "slice_empty": numbers(m[3:1]),
    "flip_0_1": numbers(np.flip(m, axis=(0, 1))),
    "where": numbers(np.where(m > 5, m, -1)),
    "clip": numbers(np.clip(m, 2, 9)),
    "argwhere": numbers(np.argwhere(m % 5 == 0)),
    "norm": numbers(np.linalg.norm(m)),
    "trace": numbers(np.trace(m)),
    "print_a": str(a),
    "print_wide": str(wide),
    "print_rank3": str(rng.normal(size=(2, 2, 3)) * 100),
    "rank3": None,
    "print_long": str(np.arange(40.0)),
    "print_rank4_large": str(np.arange(1280.0).reshape(2, 8, 8, 10)),
}
rng = np.random.default_rng(0)
rng.normal(size=(2, 13))
result["rank3"] = numbers(rng.normal(size=(2, 2, 3)) * 100)
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, separators=(",", ":")) + "\n")
