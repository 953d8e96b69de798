"""Writes elementary.json: arguments of the elementary functions and their correctly rounded values.

Each pair holds the bits of argument and value in hexadecimal; values are computed with 60 digits by
mpmath (pip install mpmath) and rounded once.
"""

import json
import math
import random
import struct
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 60
random.seed(20260101)

FUNCTIONS = {
    "exp": mp.exp,
    "expm1": mp.expm1,
    "log": mp.log,
    "log1p": mp.log1p,
    "tanh": mp.tanh,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
}


def signed(low, high):
    return random.choice([-1, 1]) * math.exp(random.uniform(low, high))


SAMPLES = {
    "exp": [lambda: random.uniform(-745, 709.7), lambda: random.uniform(-2, 2),
            lambda: random.uniform(-745, -708), lambda: signed(-40, 0)],
    "expm1": [lambda: random.uniform(-45, 709.7), lambda: random.uniform(-2, 2),
              lambda: random.uniform(-0.03, 0.03), lambda: signed(-80, 0)],
    "log": [lambda: math.exp(random.uniform(-744, 709)), lambda: random.uniform(0.5, 2),
            lambda: random.uniform(0.98, 1.02), lambda: 1 + signed(-36, -1)],
    "log1p": [lambda: math.exp(random.uniform(-40, 709)), lambda: random.uniform(-0.9999999, 2),
              lambda: random.uniform(-0.02, 0.02), lambda: signed(-80, -0.01)],
    "tanh": [lambda: random.uniform(-22, 22), lambda: random.uniform(-2, 2),
             lambda: random.uniform(-0.02, 0.02), lambda: signed(-80, 1)],
    "sigmoid": [lambda: random.uniform(-745, 45), lambda: random.uniform(-40, 40),
                lambda: random.uniform(-745, -708), lambda: signed(-40, 4)],
}

EDGES = {
    "exp": [0.0, -0.0, 1.0, -1.0, 709.782712893384, -708.3964185322641, -708.4, -745.1332191019411,
            5e-324, -5e-324, 1e-300],
    "expm1": [1.0, -1.0, 709.782712893384, 5e-324, -5e-324, 2.0**-54, -(2.0**-53), 1e-300, -40.1, 2.0**-7,
              -(2.0**-7)],
    "log": [5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
            1.0, 2.0, 0.5, math.e, 1 - 2.0**-53, 1 + 2.0**-52, 0.6875, 1.375],
    "log1p": [5e-324, -5e-324, 1.7976931348623157e308, -(1 - 2.0**-53), 1.0, -0.5, 2.0**-7, -(2.0**-7),
              2.0**53, 2.0**-53],
    "tanh": [5e-324, -5e-324, 1.0, -1.0, 19.0, 19.1, 20.0, -22.0, 2.0**-28, 1e-300],
    "sigmoid": [0.0, 1.0, -1.0, 36.7, 40.0, -40.0, -40.5, -745.1332191019411, -708.4, 5e-324],
}


def bits64(x):
    return "%016x" % struct.unpack(">Q", struct.pack(">d", x))[0]


def bits32(x):
    return "%08x" % struct.unpack(">I", struct.pack(">f", x))[0]


def round_to(value, precision, least_exponent):
    """Rounds to nearest, ties to even, in a binary format with subnormal numbers."""
    if value == 0:
        return 0.0
    exponent = max(mp.frexp(value)[1] - precision, least_exponent)
    return float(mp.nint(mp.ldexp(value, -exponent)) * mpf(2) ** exponent)


double, single = {}, {}
for name, function in FUNCTIONS.items():
    points = list(EDGES[name]) + [SAMPLES[name][i % 4]() for i in range(240)]
    double[name] = [[bits64(x), bits64(round_to(function(mpf(x)), 53, -1074))] for x in points]
    points = [struct.unpack(">f", struct.pack(">f", SAMPLES[name][1]()))[0] for _ in range(60)]
    single[name] = [[bits32(x), bits32(round_to(function(mpf(x)), 24, -149))] for x in points]

path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"double": double, "float": single}, separators=(",", ":")) + "\n")
