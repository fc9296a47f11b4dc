"""Writes NumPyNumbers.swift: what NumPy's legacy generator draws, for NumPyRandomTests.

usage: python3 make_numpy_numbers.py > NumPyNumbers.swift   (NumPy 2 on a 64-bit system)
"""
import numpy as np


def swift(value):
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(swift(v) for v in value) + "]"
    return repr(value)


def constant(name, kind, value):
    texts = [swift(v) for v in (value.tolist() if isinstance(value, np.ndarray) else value)]
    whole = f"  static let {name}: {kind} = [{', '.join(texts)}]"
    if len(whole) <= 98:
        print(whole)
        return
    print(f"  static let {name}: {kind} = [")
    line = "   "
    for text in texts:
        if len(line) + len(text) + 2 > 96:
            print(line)
            line = "   "
        line += f" {text},"
    print(line)
    print("  ]")


random = np.random
print("// Written by make_numpy_numbers.py; numbers of NumPy's legacy RandomState.")
print()
print("enum NumPyNumbers {")

for seed in (0, 7, 4294967295):
    random.seed(seed)
    constant(f"rand{seed}", "[Double]", random.rand(6))
    constant(f"randn{seed}", "[Double]", random.randn(7))
    constant(f"afterwards{seed}", "[Double]", np.append(random.rand(1), random.randn(2)))

random.seed(1)
draws = random.rand(100_000)
constant("farAlong", "[Double]", draws[[623, 624, 1247, 1248, 50_000, 99_999]])
random.seed([1, 2, 3, 4])
constant("keyOf4", "[Double]", random.rand(4))
random.seed(list(range(700)))
constant("keyOf700", "[Double]", random.rand(4))

random.seed(3)
constant("uniform", "[Double]", random.uniform(-2.5, 4.0, 5))
constant("normal", "[Double]", random.normal(10.0, 0.5, 5))

random.seed(4)
constant("smallIntegers", "[Int]", random.randint(0, 10, 12))
constant("coins", "[Int]", random.randint(2, size=12))
constant("constants", "[Int]", random.randint(5, 6, 3))
constant("negativeIntegers", "[Int]", random.randint(-1000, -990, 6))
constant("integers32", "[Int]", random.randint(0, 2**32, 4))
constant("integers40", "[Int]", random.randint(-2**39, 2**39, 4))
constant("integers64", "[Int]", random.randint(-2**63, 2**63 - 1, 4))
constant("afterIntegers", "[Double]", random.rand(2))

random.seed(5)
constant("permutation10", "[Int]", random.permutation(10))
shuffled = list(range(20, 27))
random.shuffle(shuffled)
constant("shuffled", "[Int]", shuffled)
constant("permutation1", "[Int]", random.permutation(1))
constant("afterPermutations", "[Double]", random.rand(1))

random.seed(6)
p = [0.1, 0.0, 0.2, 0.3, 0.4]
constant("choices", "[Int]", random.choice(8, 10))
constant("choicesWithP", "[Int]", random.choice(5, 10, p=p))
constant("distinct", "[Int]", random.choice(8, 5, replace=False))
constant("distinctWithP", "[Int]", random.choice(5, 4, replace=False, p=p))
constant("afterChoices", "[Double]", random.rand(1))
print("}")
