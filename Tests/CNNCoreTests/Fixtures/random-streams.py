"""Writes random-streams.json: calls in random order on NumPy's generators, and what they drew.

usage: python3 random-streams.py [calls per stream]
"""

import json
import sys
from pathlib import Path

import numpy as np

CALLS = int(sys.argv[1]) if len(sys.argv) > 1 else 45
SEEDS = [7, 123456789, [5, 3000000000, 0], [1, 2, 3, 4, 5, 6]]
LARGE = [2**40 + 12345, 2**62 + 99, [2**40, 7], [0, 0]]
TYPES = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64"]
P = [0.1, 0.0, 0.25, 0.4, 0.05, 0.2]


def value(x):
    x = np.asarray(x)
    if x.dtype.kind in "iu":
        return [str(n) for n in x.ravel().tolist()]
    return x.astype(float).ravel().tolist()


def bounds(pick, name):
    info = np.iinfo(name)
    low = int(pick.integers(info.min, info.max, endpoint=True))
    high = int(pick.integers(info.min, info.max, endpoint=True))
    if pick.random() < 0.4:
        low, high = 0, int(pick.integers(1, 120))
    return (min(low, high), max(low, high)) if low != high else (low, min(low + 1, info.max))


def one(pick, kind, rs):
    legacy = kind == "RandomState"
    ops = ["random", "uniform", "normal", "exponential", "integers", "integers", "booleans", "permutation",
           "choice", "choiceWithout", "choiceP", "choicePWithout", "scalar"]
    if not legacy:
        ops += ["randomFloat", "normalFloat", "unshuffled", "endpoint"]
    op = ops[pick.integers(len(ops))]
    n = int(pick.integers(0, 5))
    if op == "random":
        return [op, n], rs.random(n)
    if op == "uniform":
        return [op, -2.5, 7.25, n], rs.uniform(-2.5, 7.25, n)
    if op == "normal":
        return [op, 0, 2, n], rs.normal(0, 2, n)
    if op == "exponential":
        return [op, 1.5, n], rs.exponential(1.5, n)
    if op == "scalar":
        high = int(pick.integers(1, 10))
        return [op, high], rs.randint(high) if legacy else rs.integers(high)
    if op in ("integers", "endpoint"):
        name = TYPES[pick.integers(len(TYPES))]
        low, high = bounds(pick, name)
        if op == "endpoint":
            return [op, str(low), str(high), n, name], rs.integers(low, high, n, dtype=name, endpoint=True)
        draw = rs.randint if legacy else rs.integers
        return [op, str(low), str(high), n, name], draw(low, high, n, dtype=name)
    if op == "booleans":
        return [op, n], (rs.randint if legacy else rs.integers)(0, 2, n, dtype=bool).astype(int)
    if op == "permutation":
        return [op, n], rs.permutation(n)
    many = int([7, 30, 20000][pick.integers(3)])
    if op == "choice":
        return [op, many, n], rs.choice(many, n)
    if op == "choiceWithout":
        n = int([n, n, many // 40 if many > 1000 else n][pick.integers(3)])
        return [op, many, n], np.asarray(rs.choice(many, n, replace=False))[-9:]
    if op == "unshuffled":
        return [op, many, n], rs.choice(many, n, replace=False, shuffle=False)
    if op == "choiceP":
        return [op, n], rs.choice(6, n, p=P)
    if op == "choicePWithout":
        return [op, n], rs.choice(6, n, replace=False, p=P)
    if op == "randomFloat":
        return [op, n], rs.random(n, dtype=np.float32)
    return [op, n], rs.standard_normal(n, dtype=np.float32)


def stream(kind, seed, index):
    rs = (np.random.RandomState if kind == "RandomState" else np.random.default_rng)(seed)
    pick = np.random.default_rng(1000 + index)
    calls = []
    for _ in range(CALLS):
        call, out = one(pick, kind, rs)
        calls.append([call, value(out)])
    state = rs.get_state()[1:3] if kind == "RandomState" else None
    if kind == "RandomState":
        after = [str(int(state[0].astype(np.uint64).sum())), str(state[1])]
    else:
        after = [str(rs.bit_generator.state["state"]["state"]), str(rs.bit_generator.state["state"]["inc"])]
    return {"seed": [str(s) for s in (seed if isinstance(seed, list) else [seed])],
            "isList": isinstance(seed, list), "calls": calls, "after": after}


def main():
    result = {
        "RandomState": [stream("RandomState", s, i) for i, s in enumerate(SEEDS)],
        "default_rng": [stream("default_rng", s, i) for i, s in enumerate(SEEDS + LARGE)],
    }
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(result, separators=(",", ":")) + "\n")


main()
