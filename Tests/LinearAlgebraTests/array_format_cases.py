#!/usr/bin/env python3
"""Writes ArrayFormatCases.json beside this file: arrays and how NumPy prints them.

Run by hand with NumPy 2.4; the tests read the JSON and need no Python.
"""
import json
import os
import numpy as np

random = np.random.RandomState(20)
cases = []


def number(x):
    """A float as text that any language reads back exactly."""
    return repr(float(x))


def case(array, **options):
    array = np.asarray(array)
    with np.printoptions(**options):
        cases.append({
            'type': array.dtype.name,
            'shape': list(array.shape),
            'elements': [number(x) for x in array.ravel().tolist()] if array.dtype == float
            else [int(x) for x in array.ravel().tolist()],
            'options': options,
            'string': str(array),
            'repr': repr(array),
        })


# Scalars, one by one
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 0.1 + 0.2, 1 / 3, 1e-4, 9.9999e-5, 1e-5, 123456789.0, 1e15, 1e16, 1e17, 1e22,
          1.5e300, 5e-324, 1.7976931348623157e308, 2.0**53, 2.0**54, 12345678901234567.0, 9.87654321e-10,
          float('nan'), float('inf'), float('-inf'), 2.872836881649026):
    case(x)
    case([x])
    case([x, 1.0])
# Small vectors: points align, exponents where NumPy wants them
for values in ([1, 2, 3.5], [0.1, 0.25, 0.333333333333], [1e8], [99999999.0], [1e8, 1], [1e7, 1.5], [0.0001, 1],
               [0.00009, 1], [1000, 1], [1001, 1], [1000.5, 1], [1, 1e-3], [1, 0.00099], [-1, 1], [-0.0, 0.0],
               [1e-300, 1e300], [1e100, 1], [1e-10, 2e-10], [1.5, float('nan')], [float('nan'), float('inf')],
               [-float('inf'), 1], [1e10, float('nan')], [1e10, -float('inf')], [float('nan')] * 2, [0.0, 0.0],
               [1, float('inf')], [0.5, 1.5, 2.5], [123.456, 0.001], [2.5e-5, 1], [1e5, 2e5], [1.123456785, 1.123456775],
               [0.000123456789, 0.1], [3.141592653589793, -2.718281828459045], [1e16, 1], [100000.123456789],
               [4.35, 1e3], [0.99999999999], [9.99999999999e7, 1e5], [1.00000001, 1.000000001]):
    case(values)
    case(values, precision=3)
    case(values, suppress=True)
for values in ([0.5, 1.5, 2.5, 0.25], [1, 0.1234567], [1e-9, 1], [123.456, 7], [1e10, 3.5]):
    for mode in ('fixed', 'unique', 'maxprec', 'maxprec_equal'):
        case(values, floatmode=mode, precision=4)
    for precision in (0, 1, 2, 12):
        case(values, precision=precision)
    for sign in ('+', ' ', '-'):
        case(values, sign=sign)
        case([-x for x in values], sign=sign)
    case([float('nan'), float('inf'), 1.5] + values, nanstr='NA', infstr='infinite')
# Integers and booleans
for values in ([1, 2, 3], [-1, 10, 100], [0], [2**63 - 1, -2**63], [[1, 20], [300, 4]], [[[1], [2]], [[3], [4]]]):
    case(np.array(values))
    case(np.array(values), sign='+')
    case(np.array(values), sign=' ')
case(np.array(7))
case(np.array(-7))
for values in (True, False, [True], [True, False], [[True, True], [False, True]]):
    case(np.array(values))
# Wrapping, ranks, empties, summaries
for n in (7, 8, 9, 10, 18, 19, 20, 40):
    case(random.rand(n))
    case(random.randn(n) * 100)
    case(np.arange(n))
    case(np.arange(n) * 1.0)
for shape in ((2, 3), (3, 2), (1, 1), (5, 1), (1, 5), (3, 12), (2, 2, 2), (2, 3, 4), (1, 2, 1, 2), (2, 1, 2, 1, 2)):
    case(random.rand(*shape))
    case(random.randint(-50, 50, shape))
    case(random.rand(*shape) < 0.5)
for shape in ((0,), (0, 3), (3, 0), (2, 0, 2)):
    case(np.zeros(shape))
    case(np.zeros(shape, int))
    case(np.zeros(shape, bool))
for shape in ((1000,), (1001,), (2000,), (40, 30), (2, 600), (600, 2), (11, 10, 10), (3, 400), (7, 7, 30)):
    case(np.round(random.rand(*shape), 3))
    case(random.randint(0, 100, shape))
case(np.arange(10001))
case(np.arange(1200.0))
case(np.zeros(1200, bool))
case(np.arange(30), threshold=10)
case(np.arange(30), threshold=10, edgeitems=1)
case(np.arange(30.0).reshape(5, 6), threshold=10, edgeitems=2)
case(np.arange(30.0), linewidth=40)
case(np.arange(12.0).reshape(2, 6) / 7, linewidth=30)
case([1e100, 1], linewidth=5)
# Random columns of random magnitudes
for _ in range(80):
    n = random.randint(1, 13)
    scale = random.randint(-6, 9)
    case(np.round(random.randn(n) * 10.0**scale, random.randint(0, 12)))
    case(random.randn(n) * 10.0**random.randint(-4, 4, n))

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'ArrayFormatCases.json')
with open(path, 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c) for c in cases) + '\n]\n')
print(len(cases), 'cases with NumPy', np.__version__)
