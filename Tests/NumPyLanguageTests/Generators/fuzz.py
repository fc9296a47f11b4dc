#!/usr/bin/env python3
"""Runs random expressions here and under CPython with NumPy, and counts how they differ.

Run by hand, with NumPy 2.4 and a release build of the driver:

    swift build -c release --product LanguageDriver
    Tests/NumPyLanguageTests/Generators/fuzz.py --count 50000 --seed 1

Each program evaluates one expression and prints it, mostly in both ways (str and repr). Its
output and the error that ends it are compared; numbers may differ in their last digits, for
NumPy's vectorised functions and sums round in their own ways. Differences that are known and
wanted are counted apart (see `known`). The exit status is 1 where an unwanted one was found.
"""
import argparse
import ast
import collections
import contextlib
import io
import json
import math
import random
import re
import subprocess
import sys
import warnings

import numpy as np

PRELUDE = 'import numpy as np\nimport math\n'


class Generator:
    """Expressions by chance: of NumPy's arrays (`array`) and of Python's own values (`plain`)."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    def program(self):
        depth = self.random.randrange(1, 4)
        expression = self.array(depth) if self.chance(0.6) else self.plain(depth)
        if self.chance(0.02):
            expression = f'np.asarray({expression}).dtype'
        show = 'print(v)\nprint(repr(v))\n' if self.chance(0.7) else 'print(v)\n'
        return f'{PRELUDE}v = {expression}\n{show}'

    # Literals

    def integer(self):
        return self.pick('0', '1', '2', '3', '-1', '-2', '5', '7', '10', '-7', '100')

    def float(self):
        return self.pick(
            '0.5', '1.5', '-2.25', '0.0', '1e-5', '3.', '1e10', '0.1', '-0.0', '2.675', '1e16',
            '123456.789', '-1e-3')

    def number(self):
        return self.integer() if self.chance(0.5) else self.float()

    def text(self):
        return self.pick(
            '"abc"', '"a,b,c"', '" x "', '"Hello World"', '""', '"1.5"', '"42"', "'総入力'",
            "'its'", "'a\\tb'")

    def list(self):
        items = [self.number() for _ in range(self.random.randrange(1, 5))]
        return '[' + ', '.join(items) + ']'

    def shape(self):
        return self.pick((3,), (2, 3), (3, 1), (1, 3), (2, 1, 3), (3, 2), (1,), (4,), (2, 2))

    def literal_array(self):
        shape = self.shape()
        count = math.prod(shape)
        kind = self.random.randrange(10)
        if kind < 3:
            items = [self.integer() for _ in range(count)]
        elif kind < 6:
            items = [
                self.pick('0.5', '1.25', '-2.0', '3.0', '0.1', '1e-3', '7.5', '-0.75', '1e6')
                for _ in range(count)
            ]
        elif kind == 6:
            items = [self.pick('True', 'False') for _ in range(count)]
        elif kind == 7:
            return f'np.{self.pick("zeros", "ones")}({shape})'
        elif kind == 8:
            return f'np.linspace(0, 1, {count}).reshape{shape}'
        else:
            return f'np.arange({count}).reshape{shape}'
        return f'np.array([{", ".join(items)}]).reshape{shape}'

    # NumPy

    UNARY = (
        'exp', 'abs', 'sqrt', 'square', 'sign', 'tanh', 'sin', 'cos', 'log1p', 'isnan', 'isinf',
        'log', 'floor', 'ceil', 'rint', 'expm1', 'isfinite', 'logical_not', 'negative', 'trunc')
    BINARY = (
        'dot', 'matmul', 'outer', 'maximum', 'minimum', 'power', 'isclose', 'add', 'subtract',
        'multiply', 'divide', 'floor_divide', 'mod', 'equal', 'less', 'greater_equal',
        'logical_and', 'logical_or', 'hypot', 'arctan2', 'array_equal', 'allclose')
    REDUCING = (
        'sum', 'mean', 'max', 'min', 'argmax', 'argmin', 'std', 'var', 'cumsum', 'prod', 'all',
        'any', 'sort', 'argsort', 'median', 'ptp', 'count_nonzero', 'cumprod')
    KEEPING = ('sum', 'mean', 'max', 'min', 'prod', 'all', 'any', 'std', 'argmax')
    RESHAPING = (
        'unique', 'nonzero', 'squeeze', 'transpose', 'zeros_like', 'ones_like', 'ravel', 'flip',
        'atleast_2d', 'diff', 'argwhere', 'shape', 'ndim', 'size')
    SUFFIXES = (
        '.T', '[0]', '[::-1]', '[...,0]', '[:,0]', '[None]', '[0,1]', '[[0,1]]', '[:,[0,1]]',
        '[1:]', '[-1]', '[:,::-1]', '[..., np.newaxis]', '.ravel()', '.flatten()', '.reshape(-1)',
        '.reshape(3,-1)', '.astype(int)', '.astype(float)', '.copy()', '.shape', '.size', '.ndim',
        '.tolist()', '.sum()', '.mean()', '.max()', '[np.array([True,False,True])]',
        '[np.array([0,1]),np.array([1,0])]', '.astype(bool)', '.min(axis=0)', '.std()',
        '.argmax()', '.item()', '.round(1)', '.cumsum()', '.dot(2)', '.clip(0, 1)', '[1:2, ::2]')

    def array(self, depth):
        if depth <= 0 or self.chance(0.2):
            return self.literal_array()
        inner = lambda: self.array(depth - 1)
        kind = self.random.randrange(16)
        if kind == 0:
            operator = self.pick(
                '+', '-', '*', '/', '//', '%', '**', '<', '<=', '==', '!=', '>', '@', '&', '|')
            return f'({inner()} {operator} {inner()})'
        if kind == 1:
            operator = self.pick('+', '-', '*', '/', '//', '%', '**', '<', '==')
            return f'({inner()} {operator} {self.number()})'
        if kind == 2:
            operator = self.pick('+', '-', '*', '/', '//', '%', '**')
            return f'({self.number()} {operator} {inner()})'
        if kind == 3:
            return f'np.{self.pick(*self.UNARY)}({inner()})'
        if kind == 4:
            return f'np.{self.pick(*self.BINARY)}({inner()}, {inner()})'
        if kind == 5:
            return f'np.{self.pick(*self.REDUCING)}({inner()}, axis={self.pick(0, 1, -1)})'
        if kind == 6:
            axis, keeps = self.pick(0, 1, -1, None), self.pick(True, False)
            return f'np.{self.pick(*self.KEEPING)}({inner()}, axis={axis}, keepdims={keeps})'
        if kind == 7:
            return inner() + self.pick(*self.SUFFIXES)
        if kind == 8:
            return f'np.where({inner()} > 0, {inner()}, {self.number()})'
        if kind == 9:
            function = self.pick('concatenate', 'vstack', 'hstack', 'stack', 'column_stack')
            return f'np.{function}([{inner()}, {inner()}])'
        if kind == 10:
            return f'np.clip({inner()}, {self.integer()}, {self.float()})'
        if kind == 11:
            return f'np.{self.pick(*self.RESHAPING)}({inner()})'
        if kind == 12:
            return f'np.{self.pick("repeat", "tile")}({inner()}, {self.pick("2", "(2,1)", "3", "0")})'
        if kind == 13:
            return f'(-{inner()})' if self.chance(0.5) else f'(~{inner()})'
        if kind == 14:
            return f'np.round({inner()}, {self.pick(0, 1, 2, -1)})'
        return self.pick(
            f'np.expand_dims({inner()}, {self.pick(0, 1, -1)})', f'np.linalg.norm({inner()})',
            f'np.eye({self.integer()})', f'np.arange({self.number()}, {self.number()})',
            f'np.full((2, 2), {self.number()})', f'np.array({self.list()})',
            f'np.take({inner()}, [0, 1])', f'np.split(np.atleast_1d({inner()}), {self.pick(1, 2, 3)})',
            f'np.array_split(np.atleast_1d({inner()}), 2)', f'np.roll({inner()}, 1)', f'np.diag({inner()})',
            f'np.trace({inner()})', f'np.broadcast_to({inner()}, (2, 3))',
            f'np.append({inner()}, {self.number()})', f'np.float64({self.number()})')

    # Python

    OPERATORS = (
        '+', '-', '*', '/', '//', '%', '**', '<', '<=', '==', '!=', 'and', 'or', 'in', 'is', '&',
        '|', '^', '<<', '>>', 'not in')
    FUNCTIONS = (
        'len', 'sum', 'min', 'max', 'abs', 'round', 'int', 'float', 'str', 'bool', 'list', 'tuple',
        'repr', 'sorted', 'any', 'all', 'type', 'math.sqrt', 'math.exp', 'math.floor',
        'math.log', 'enumerate', 'zip')
    SPECS = (
        ':.3f', ':10', ':<8', ':>8', ':^9', ':e', ':g', ':05d', ':,', ':+.2e', '!r', ':.2%', ':#x',
        ':08.3f', ':.0f', ':.3g', ':_', ':*^12', ': d', ':b', ':10.4', ':+', ':d', ':s', ':.5',
        ':,.2f', '!s:>6', ':=+9', ':x<4')
    FORMATS = (
        '%d', '%5.2f', '%s', '%r', '%e', '%g', '%05d', '%-8s|', '%x', '%+d', '%%', '%.3s', '%5s',
        '%i', '%c', '%o', '%.2e', '%10.3g')
    METHODS = (
        'upper()', 'lower()', 'strip()', 'split()', 'title()', "split(',')", "replace('a', 'b')",
        "find('b')", "startswith('a')", "join(['a', 'b'])", 'zfill(6)', 'center(11)', 'isdigit()',
        'capitalize()', "count('a')", "ljust(6, '.')", 'rjust(6)', "endswith('c')", 'splitlines()',
        "index('l')", "lstrip()", "rstrip('c')", 'isalpha()', "format(1, 2)")

    def atom(self):
        return self.pick(
            self.integer, self.float, self.list, self.text, lambda: 'True', lambda: 'None',
            lambda: '(1, 2)', lambda: "{'a': 1, 'b': 2}", lambda: 'range(4)', lambda: '{1, 2}')()

    def plain(self, depth):
        if depth <= 0:
            return self.atom()
        inner = lambda: self.plain(depth - 1)
        kind = self.random.randrange(15)
        if kind < 4:
            return f'({inner()} {self.pick(*self.OPERATORS)} {inner()})'
        if kind == 4:
            return f'({self.pick("not ", "-", "+", "~")}{inner()})'
        if kind == 5:
            return f'{self.pick(*self.FUNCTIONS)}({inner()})'
        if kind == 6:
            return f'{inner()}[{self.pick("0", "-1", "1:", "::-1", "::2", "5", "-3:-1", ":2")}]'
        if kind == 7:
            return f'[v * {self.plain(depth - 2)} for v in {inner()}]'
        if kind == 8:
            value = self.atom().replace('"', "'").replace('\\', '')
            return f'f"{{({value}){self.pick(*self.SPECS)}}}"'
        if kind == 9:
            return f'({self.pick(*self.FORMATS)!r} % {self.atom()})'
        if kind == 10:
            return f'{self.text()}.{self.pick(*self.METHODS)}'
        if kind == 11:
            return f'({inner()} if {inner()} else {inner()})'
        if kind == 12:
            return f'round({self.float()}, {self.pick(0, 1, 2, -1, 3)})'
        if kind == 13:
            return f'{{k: v for k, v in {inner()}.items()}}'
        return self.pick(
            f'divmod({self.number()}, {self.number()})', f'sorted({inner()}, reverse=True)',
            f'list(map(str, {inner()}))', f'({inner()}, {inner()})', f'[{inner()}, {inner()}]',
            f'max({inner()}, {inner()})', f'{inner()}.count(1)', f"{{'a': {inner()}}}['a']",
            f'(lambda a, b=2: a * b)({inner()})', f'sum({inner()}, {inner()})',
            f'"{{:>6}}|{{}}".format({inner()}, {inner()})', f'isinstance({inner()}, (int, str))')


def reference(code):
    """What a program prints under CPython with NumPy, and the error that ends it."""
    out = io.StringIO()
    error = ''
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            exec(compile(code, 'case', 'exec'), {})
        except Exception as e:
            kind = type(e).__name__
            if kind in ('UFuncTypeError', '_UFuncOutputCastingError', '_UFuncNoLoopError',
                        '_UFuncBinaryResolutionError', '_UFuncInputCastingError'):
                kind = 'TypeError'
            error = f'{kind}: {e.msg if isinstance(e, SyntaxError) else e}'
    return out.getvalue(), error


NUMBER = re.compile(r'[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?')


def is_close(left, right):
    """Whether two texts are the same up to the last digits of their numbers."""
    if left == right:
        return True
    # A number with one digit more or less moves the columns of an array.
    squeezed = lambda text: ''.join(NUMBER.sub('#', text).split())
    if squeezed(left) != squeezed(right):
        return False
    pairs = zip(NUMBER.findall(left), NUMBER.findall(right))
    return all(abs(float(a) - float(b)) <= 1e-15 + 1e-7 * abs(float(b)) for a, b in pairs)


NARROW = {'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float16', 'float32', 'uint64'}


def values(code):
    """The values of all parts of a program's expression that stand for themselves."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Slice, ast.Starred)):
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter('ignore')
                    yield eval(compile(ast.Expression(node), 'part', 'eval'), {'np': np, 'math': math})
            except Exception:
                pass


def known(code, error, want, want_error):
    """The reason for a difference that is wanted, or None.

    Numbers have 64 bits here: whole numbers beyond that are errors, and what NumPy computes in
    int8 or float16 (of booleans) is int64 or float64. Complex numbers, bytes and arrays of text or
    objects are refused. Sets keep the order in which their elements came, and what is equal stays
    in order when it is sorted.
    """
    kind = error.partition(':')[0]
    if kind == 'NotImplementedError':
        return 'refused here'
    if kind == 'OverflowError' and '64 bits' in error:
        return 'beyond 64 bits'
    if kind == 'MemoryError':
        return 'too large here'
    if ' is ' in code or 'sort(' in code:
        return 'identity of constants, order of equals'
    for value in values(code):
        name = str(getattr(value, 'dtype', ''))
        if name in NARROW:
            return 'narrow type in NumPy'
        if name == 'object' or name.startswith(('<U', 'complex')) or isinstance(value, complex):
            return 'type that is not here'
        if isinstance(value, int) and abs(value) >= 2 ** 63:
            return 'beyond 64 bits'
        if isinstance(value, (set, frozenset)) and len(value) > 1:
            return 'order of a set'
        if isinstance(value, (enumerate, zip, map, type({}.keys()), type({}.items()))):
            return 'address or view'
    return None


def compare(code, answer):
    """The name of a difference, or 'same'."""
    want, want_error = reference(code)
    output, error = answer['output'], answer['error']
    if want == output and want_error == error:
        return 'same', want, want_error
    if is_close(output, want) and want_error == error:
        return 'same up to last digits', want, want_error
    reason = known(code, error, want, want_error)
    if reason:
        return 'known: ' + reason, want, want_error
    if output.strip() != want.strip() and want_error.partition(':')[0] == error.partition(':')[0]:
        return 'OTHER OUTPUT', want, want_error
    if want_error.partition(':')[0] != error.partition(':')[0]:
        return 'OTHER KIND OF ERROR', want, want_error
    return 'other words in an error', want, want_error


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=50_000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--driver', default='.build/release/LanguageDriver')
    parser.add_argument('--show', type=int, default=5, help='differences of each kind to show')
    arguments = parser.parse_args()
    sys.set_int_max_str_digits(100_000)
    generator = Generator(arguments.seed)
    counts = collections.Counter()
    while sum(counts.values()) < arguments.count:
        size = min(2000, arguments.count - sum(counts.values()))
        programs = [generator.program() for _ in range(size)]
        run = subprocess.run(
            [arguments.driver, 'batch'], input='\n'.join(map(json.dumps, programs)) + '\n',
            capture_output=True, text=True)
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        for code, answer in zip(programs, answers):
            kind, want, want_error = compare(code, answer)
            counts[kind] += 1
            if kind[0] not in 'sk' and counts[kind] <= arguments.show:
                print(f'{kind}: {code.splitlines()[2][4:]}')
                print(f'  NumPy: {want!r} {want_error}')
                print(f'  here:  {answer["output"]!r} {answer["error"]}')
        if len(answers) < size:
            print(f'CRASH ({run.returncode}): {programs[len(answers)]!r}')
            sys.exit(2)
    print(f'{sum(counts.values())} ran')
    for kind, count in counts.most_common():
        print(f'{count:8} {kind}')
    sys.exit(any(kind.isupper() for kind in counts))


if __name__ == '__main__':
    main()
