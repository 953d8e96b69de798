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
    "exp2": lambda x: mpf(2) ** x,
    "log10": lambda x: mp.log(x, 10),
    "log2": lambda x: mp.log(x, 2),
    "sin": lambda x: with_digits(400, mp.sin, x),
    "cos": lambda x: with_digits(400, mp.cos, x),
}


def with_digits(digits, function, x):
    """Large angles lose as many digits as they have before the point."""
    with mp.workdps(digits):
        return function(x)


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
    "exp2": [lambda: random.uniform(-1074, 1024), lambda: random.uniform(-2, 2),
             lambda: random.uniform(-1074, -1021), lambda: signed(-40, 0)],
    "log10": [lambda: math.exp(random.uniform(-744, 709)), lambda: random.uniform(0.5, 2),
              lambda: random.uniform(0.98, 1.02), lambda: 1 + signed(-36, -1)],
    "log2": [lambda: math.exp(random.uniform(-744, 709)), lambda: random.uniform(0.5, 2),
             lambda: random.uniform(0.98, 1.02), lambda: 1 + signed(-36, -1)],
    "sin": [lambda: signed(15, 709), lambda: random.uniform(-10, 10), lambda: near_quarter(),
            lambda: signed(-30, 15)],
    "cos": [lambda: signed(15, 709), lambda: random.uniform(-10, 10), lambda: near_quarter(),
            lambda: signed(-30, 15)],
}


def near_quarter():
    """A double next to a multiple of a quarter turn."""
    return random.choice([-1, 1]) * random.randint(1, 10 ** random.randint(1, 12)) * math.pi / 2

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
    "exp2": [0.0, 1.0, 1023.0, -1022.0, -1074.0, -1022.5, 0.5, 5e-324],
    "log10": [5e-324, 1.7976931348623157e308, 1.0, 10.0, 1000.0, 1e22, 0.1, 1 - 2.0**-53],
    "log2": [5e-324, 1.7976931348623157e308, 1.0, 2.0**-1022, 2.0**1023, 3.0, 1 + 2.0**-52],
    "sin": [5e-324, -0.5, 0.7853981633974483, 0.7853981633974484, 3.141592653589793, 2.0**30,
            1.7976931348623157e308, 6381956970095103.0 * 2.0**797],
    "cos": [5e-324, -0.5, 0.7853981633974483, 0.7853981633974484, 1.5707963267948966, 2.0**30,
            1.7976931348623157e308, 6381956970095103.0 * 2.0**797],
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

def power_sample(kind):
    """A base and an exponent whose power is finite."""
    if kind == 0:
        return math.exp(random.uniform(-20, 20)), random.uniform(-30, 30)
    if kind == 1:
        x = 1 + signed(-30, -0.8)
        return x, random.uniform(-745, 709) / math.log(x)
    if kind == 2:
        x = math.exp(random.uniform(-700, 700))
        return x, random.uniform(-745, 709) / math.log(x)
    return random.uniform(-10, 10), float(random.randint(-20, 20))


powers = []
for i in range(240):
    x, y = power_sample(i % 4)
    powers.append([bits64(x), bits64(y), bits64(round_to(mp.power(mpf(x), mpf(y)), 53, -1074))])
double["pow"] = powers
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"double": double, "float": single}, separators=(",", ":")) + "\n")
