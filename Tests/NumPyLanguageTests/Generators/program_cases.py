#!/usr/bin/env python3
"""Writes ../ProgramCases.json: small programs, what they print under CPython with NumPy, and how they end.

Run by hand with NumPy 2.4; the tests read the JSON and need no Python.
"""
import contextlib
import io
import json
import os
import re
import warnings
import numpy as np

warnings.simplefilter('ignore')
PRELUDE = 'import numpy as np\n'
cases = []


def program(name, code):
    """A whole program; its output and the error that ends it are recorded."""
    code = PRELUDE + code.strip('\n') + '\n'
    out = io.StringIO()
    error = ''
    np.random.seed(0)
    with np.printoptions(), contextlib.redirect_stdout(out):
        try:
            exec(compile(code, name, 'exec'), {'__name__': '__main__'})
        except BaseException as e:
            kind = type(e).__name__
            if kind in ('UFuncTypeError', '_UFuncOutputCastingError', '_UFuncNoLoopError'):
                kind = 'TypeError'
            error = re.sub(r' \(/.*\)$', '', f'{kind}: {e.msg if isinstance(e, SyntaxError) else e}')
    cases.append({'name': name, 'code': code, 'output': out.getvalue(), 'error': error})


def shown(group, lines):
    """Expressions, one a line; each becomes a program that prints it."""
    for number, line in enumerate(lines.strip().split('\n'), 1):
        program(f'{group} {number}', f'print({line.strip()})')


# Expressions of Python
shown('arithmetic', '''
1 + 2 * 3 - 4 / 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1
-2 ** 2, (-2) ** 2, 2 ** 3 ** 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, 1e16 + 1
1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 1 != 2, not 1 == 2, 3 > 2 >= 2
5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, -16 >> 2, True + True, True & False
1 if 2 > 1 else 3, 0 or 'a', 0 and 'a', 1 and 2, None or [] or 'x'
divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), abs(-3), abs(-2.5), pow(2, 5)
round(2.5), round(3.5), round(2.675, 2), round(1234.5, -2), round(-0.5), round(2.5, 0)
int(3.9), int(-3.9), int('42'), int(' -7 '), int('ff', 16), float('1.5'), float('inf'), float('-nan')
0.1 + 0.2, 1 / 3, 1e-5, 1e16, 1e15, 123456789.123456789, 1e100, -0.0, 5e-324, 2.0 ** 0.5
0x1f, 0b101, 0o17, 1_000_000, 1e3, .5, 5., 1E-3
9223372036854775807, -9223372036854775808, 2 ** 62
1.5 // 0.5, 1e308 * 10, 3 % 2.5, 10 // 3.0, True / 2
max(3, 1, 2), min([4, 2, 8]), max('abc'), max([1, 2], key=lambda v: -v), sum([1, 2, 3]), sum([0.1] * 3), sum([[1], [2]], [])
any([0, 0, 1]), all([1, 0]), any([]), all([]), sorted([3, 1, 2]), sorted('banana'), sorted([3, 1, 2], reverse=True)
isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), isinstance('a', str), type(1), type('a'), type([]), type(None)
type(1) == int, type(np.array([1])) == np.ndarray, type(1.5) is float, type(np.float64(1))
1 in [1, 2], 'a' in 'cat', 3 not in (1, 2), 'k' in {'k': 1}, 2 in {1, 2}, 5 in range(0, 10, 5), 4 in range(0, 10, 5)
None is None, [] is not None, (1, 2) == (1, 2), [1, [2]] == [1, [2]], {'a': 1} == {'a': 1.0}, 'a' < 'b', (1, 2) < (1, 3), [1] < [1, 2]
''')
shown('strings', r'''
'abc' + "def", 'ab' * 3, 'abc'[1], 'abc'[-1], 'abcdef'[1:4], 'abcdef'[::-1], 'abcdef'[::2], len('日本')
'a\tb\\n', r'a\tb', 'it\'s', "say \"hi\"", '\x41\u3042', 'a' 'b', repr('a\nb'), repr("it's"), repr('"\'')
'a,b,c'.split(','), ' a  b '.split(), 'a-b-c'.split('-', 1), ','.join(['x', 'y']), 'abc'.upper(), 'ABC'.lower(), 'abc'.replace('b', 'X')
'  x '.strip(), 'xxaxx'.strip('x'), '  x '.lstrip(), '  x '.rstrip(), 'abc'.startswith('ab'), 'abc'.endswith('bc'), 'hello'.find('l'), 'hello'.find('z'), 'hello'.count('l'), 'hello'.index('o')
'12'.isdigit(), 'ab'.isalpha(), 'hello world'.title(), 'hello'.capitalize(), '7'.zfill(3), '-7'.zfill(4), 'a'.ljust(3) + '|', 'a'.rjust(3), 'ab'.center(5, '*'), 'a\nb'.splitlines()
'%d %5.2f %s %r %x %%' % (3, 2.5, 'a', 'b', 255), '%5d|%-5d|%05d' % (1, 2, 3), '%s' % [1, 2], '%e' % 12345.678, '%g' % 1e-10, '%+d' % 5, '%(a)s' % {'a': 1}
'{} {}'.format(1, 2), '{1} {0}'.format('a', 'b'), '{a} {b:.2f}'.format(a=1, b=2.345), '{:>8}|{:<8}|{:^8}'.format('a', 'b', 'c'), '{{}}'.format(), '{0[1]} {0[0]}'.format([1, 2])
f'{1 + 1}', f'{3.14159:.2f}', f'{42:5d}|{42:<5d}|{42:^5d}|{42:05d}', f'{"a":>3}', f'{1e10:.3e}', f'{0.5:.1%}', f'{1234567:,}', f'{255:x} {255:#x} {255:b}', f'{1.0}', f'{2.5!r}', f'{"q"!r}'
f'{3.0:g} {1e20:g} {0.0001:g} {123456789:g}', f'{2:+d} {-2:+d} {2: d}', f'{1.5:8.3f}|', f'{-1.5:08.2f}', f'{"x":*^7}', f'{7:{3 + 2}d}', f'{[1, 2]}', f'{{x}}'
f'{1 + 1 = }', f'{"ab"[0]}', f'{ {"a": 1}["a"] }', f'{1 if True else 2}', f'a' 'b' f'{3}', f'{np.float64(0.25)}', f'{np.float64(0.25):.3f}', f'{np.int64(3):d}'
str(1.0), str(True), str(None), str([1, 'a']), str((1,)), str({'a': 1}), repr(1.5), str(range(3)), str(1e22), ord('a'), chr(97)
'a' < 'B', 'あ' > 'a', sorted(['b', 'A', 'a']), max('x', 'yy', key=len), list('abc'), tuple('ab'), 'b' in 'abc'
''')
shown('containers', '''
[1, 2, 3][0], [1, 2, 3][-1], [1, 2, 3, 4][1:3], [1, 2, 3, 4][::-2], [1, 2] + [3], [0] * 4, len([1, [2, 3]]), [[1, 2], [3]][0][1]
(1,), (), (1, 2) + (3,), (1, 2)[1], (1, 2) * 2, tuple([1, 2]), len((1, 2, 3)), (1, 2, 3).index(2), (1, 1).count(1)
{'a': 1, 'b': 2}, {}, {'a': 1}['a'], {1: 'x', 2.5: 'y', (1, 2): 'z'}, dict(a=1), dict([('k', 'v')]), {**{'a': 1}, 'b': 2}, {'a': 1}.get('z'), {'a': 1}.get('z', 0)
list({'a': 1, 'b': 2}), list({'a': 1}.items()), list({'a': 1}.keys()), list({'a': 1}.values()), {'a': 1} | {'b': 2}
{3, 1, 2}, set(), {1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, len({1, 1}), set([1, 2]) == {2, 1}, {1} < {1, 2}
list(range(5)), list(range(2, 5)), list(range(10, 0, -3)), range(5), range(2, 9, 3), len(range(0, 10, 3)), range(5)[2], range(10)[2:8:2], list(reversed(range(3)))
[x * 2 for x in range(4)], [x for x in range(10) if x % 3 == 0], [(i, j) for i in range(2) for j in range(2)], {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, sum(x for x in range(5)), [[j for j in range(i)] for i in range(3)]
list(enumerate('ab')), list(enumerate('ab', 1)), list(zip([1, 2], 'ab')), list(zip([1, 2, 3], [4, 5])), list(map(lambda v: v + 1, [1, 2])), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda v: v > 1, [1, 2, 3])), list(filter(None, [0, 1]))
[*range(3), *'ab'], (*[1], 2), [1, 2, 3][5:], sorted([(2, 'b'), (1, 'z'), (2, 'a')]), sorted([1, 2, 3], key=lambda v: v % 2), list(reversed([1, 2]))
[1, 2].copy(), [3, 1].count(3), [5, 6].index(6), [None, True, 1.5, 'a', [], (), {}], [[]] * 2, bool([]), bool([0]), bool(''), bool(0.0)
''')
program('assignment', '''
a = b = 3
x, y = 1, 2
x, y = y, x
first, *rest = [1, 2, 3]
*init, last = (1, 2, 3)
p, (q, r) = 1, (2, 3)
[s, t] = 'ab'
print(a, b, x, y, first, rest, init, last, p, q, r, s, t)
a += 2; a *= 3; a -= 1; a //= 2; a **= 2; a %= 7
print(a)
d = {}
d['k'] = [1, 2]
d['k'][0] = 9
d['k'] += [3]
print(d)
l = [1, 2, 3, 4, 5]
l[1:3] = [20, 30, 40]
l[::2] = [0, 0, 0]
del l[0], l[-1]
print(l)
m = l
m.append(7)
print(l, m is l)
''')
program('list methods', '''
l = [3, 1, 2]
l.append(5); l.extend([6, 7]); l.insert(1, 9); l.insert(-1, 8)
print(l, l.pop(), l.pop(0), l)
l.remove(9); l.sort(); print(l)
l.sort(key=lambda v: -v); print(l)
l.reverse(); print(l)
l.sort(reverse=True); print(l)
l.clear(); print(l)
''')
program('dict methods', '''
d = {'b': 1, 'a': 2}
d.update({'c': 3}); d.update(e=5)
print(d, d.pop('b'), d.pop('zz', None), d.setdefault('a', 9), d.setdefault('n', []), d)
for k in d: print(k)
for k, v in d.items(): print(k, v)
del d['a']
print(d, 'a' in d, len(d), d.copy())
e = {}
for w in 'abracadabra': e[w] = e.get(w, 0) + 1
print(e)
''')
program('many keys', '''
d = {}
for i in range(1000): d[i] = i * i
for i in range(0, 1000, 2): del d[i]
d['x'] = 1
print(len(d), d[999], 500 in d, list(d)[:5], list(d)[-1])
s = set(range(100)); s.discard(5); s.remove(6); s.add(200)
print(len(s), 5 in s)
''')
program('control flow', '''
for i in range(5):
    if i == 1: continue
    elif i == 3: break
    else:
        print(i)
else:
    print('not reached')
for i in []: pass
else: print('empty else')
n = 0
while n < 3:
    n += 1
else:
    print('while else', n)
while True:
    n += 1
    if n > 5: break
print(n)
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
for c in 'ab':
    for d in (1, 2):
        if d == 2: break
        print(c, d)
''')
program('functions', '''
def f(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs
print(f(1), f(1, 5), f(1, 2, 3, 4), f(1, c=9), f(1, z=5, c=0), f(*[1, 2], **{'c': 7}), f(b=1, a=0))
def fact(n):
    """Docs."""
    return 1 if n < 2 else n * fact(n - 1)
print(fact(10), fact(20))
def nothing(): pass
print(nothing())
def outer(x):
    y = x * 2
    def inner(z):
        return x + y + z
    return inner
print(outer(1)(10))
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter(); c(); print(c(), c())
g = 0
def change():
    global g
    g += 5
change(); print(g)
square = lambda v, k=2: v ** k
print(square(3), square(2, 3), (lambda: 7)(), (lambda *a: a)(1, 2))
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def default(x, l=[]):
    l.append(x)
    return l
print(default(1), default(2))
def rec(n):
    if n == 0: return 0
    return rec(n - 1) + 1
print(rec(300))
def typed(x: int, y: float = 1.0) -> float:
    z: float = x + y
    return z
print(typed(1))
def many():
    return 1, 2
a, b = many()
print(a, b, many()[1])
def kw_only(*, k): return k
print(kw_only(k=3))
''')
program('closures over comprehension variables', '''
def f():
    x = 5
    l = [x + i for i in range(3)]
    g = [(lambda: x + i)() for i in range(3)]
    x = 6
    return l, g, x
print(f())
i = 100
l = [i for i in range(3)]
print(i, l)
print([[i + j for j in range(2)] for i in range(2)], {k: [k] * 2 for k in 'ab'})
''')
program('exceptions', '''
def attempt(f):
    try:
        return f()
    except ZeroDivisionError as e:
        return 'zero', str(e)
    except (KeyError, IndexError) as e:
        return 'lookup', str(e), repr(e)
    except ValueError as e:
        return 'value', e.args
    except Exception as e:
        return type(e).__name__, str(e)
print(attempt(lambda: 1 / 0))
print(attempt(lambda: 1.0 / 0), attempt(lambda: 1 // 0), attempt(lambda: 1 % 0), attempt(lambda: 1.5 % 0), attempt(lambda: 0 ** -1))
print(attempt(lambda: {}['k']), attempt(lambda: [][1]), attempt(lambda: (1,)[5]), attempt(lambda: 'a'[3]))
print(attempt(lambda: int('x')), attempt(lambda: float('x')), attempt(lambda: [1].index(2)), attempt(lambda: 'a'.index('b')))
print(attempt(lambda: undefined_name), attempt(lambda: 'a' + 1), attempt(lambda: 1 + 'a'), attempt(lambda: [1] + (2,)), attempt(lambda: None + 1))
print(attempt(lambda: len(5)), attempt(lambda: 5[0]), attempt(lambda: 5()), attempt(lambda: [1, 2]['a']), attempt(lambda: 'a' < 1), attempt(lambda: -'a'))
print(attempt(lambda: {[]: 1}), attempt(lambda: [1].foo), attempt(lambda: 'a'.foo), attempt(lambda: (1).foo), attempt(lambda: max([])))
print(attempt(lambda: [].pop()), attempt(lambda: sorted([1, 'a'])), attempt(lambda: list(5)), attempt(lambda: ','.join([1])), attempt(lambda: int([])), attempt(lambda: range(0, 1, 0)))
try:
    raise ValueError('a', 1)
except ValueError as e:
    print(e, e.args)
try:
    raise RuntimeError
except RuntimeError as e:
    print(repr(str(e)))
try:
    try:
        raise KeyError('k')
    finally:
        print('cleanup')
except KeyError as e:
    print('caught', e)
try:
    x = 1
except ValueError:
    print('no')
else:
    print('else')
finally:
    print('finally')
def f():
    try:
        return 'try'
    finally:
        print('in finally')
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally:
            print('f', i)
    return i
print(g())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ArithmeticError as e:
    print('re-raised', e)
try:
    assert 1 == 2, 'message'
except AssertionError as e:
    print('assert', e)
''')
for number, code in enumerate('''
1 / 0
undefined
[1, 2][5]
{'a': 1}['b']
int('x')
raise ValueError('why')
assert False
assert 1 > 2, 'sum %d' % 3
def f(a): pass; f()
f = lambda a, b: a; f(1)
f = lambda a: a; f(1, 2)
f = lambda: 1; f(x=1)
def f(a, b, c): return a\nf(1)
def f(a, b=1): return a\nf()
def f(a, b=1): return a\nf(1, 2, 3)
def f(a): return a\nf(1, a=2)
def f():\n    print(x)\n    x = 1\nf()
'a' + 1
1 + [1]
x = 5; x()
x = 5; x[0]
x = 5; x[0] = 1
(1, 2)[0] = 3
a, b = 1
a, b = 1, 2, 3
a, b, c = [1, 2]
a, *b, c = [1]
for i in 5: pass
import notthere
from numpy import nothere
np.nothere
[].nothere
None.x
sorted([1, None])
range('a')
len(1)
'%d' % 'a'
'%d %d' % 1
'%d' % (1, 2)
'{} {}'.format(1)
'{x}'.format(y=1)
f"{'a':d}"
raise KeyError('k')
raise IndexError
raise 5
'abc'.index('z')
[1].remove(2)
'a,b'.split('')
chr(-1)
{}.pop('k')
next(iter([]))
del undefined_thing
x = [1, 2]; del x[5]
int('9' * 3 + 'z')
np.array([1, 2]) + np.array([1, 2, 3])
np.ones((2, 3)) + np.ones((3, 2))
np.dot(np.ones(3), np.ones((5, 4)))
np.dot(np.ones((2, 3)), np.ones((2, 3)))
np.dot(np.ones(3), np.ones(4))
np.ones((2, 3)) @ np.ones((2, 3))
np.ones(3) @ np.ones((2, 3))
np.ones(3) @ 2
np.arange(6).reshape(4, 2)
np.arange(6).reshape(4, -1)
np.arange(6).reshape(-1, -1)
np.arange(3)[5]
np.arange(6).reshape(2, 3)[2]
np.arange(6).reshape(2, 3)[0, 5]
np.arange(6).reshape(2, 3)[0, 0, 0]
np.arange(3)[1.5]
np.arange(3)['a']
np.arange(3)[[0, 5]]
np.arange(3)[np.array([True, False])]
np.arange(3)[np.array([0.5])]
bool(np.arange(3))
if np.array([1, 2]): pass
np.sum(np.ones((2, 3)), axis=2)
np.max(np.array([]))
np.argmax(np.array([]))
np.concatenate([np.ones(2), np.ones((2, 2))])
np.concatenate([np.ones((2, 3)), np.ones((3, 2))])
np.concatenate([])
np.stack([np.ones(2), np.ones(3)])
np.zeros(-1)
np.array([[1, 2], [3]])
np.array([1, 2]) ** np.array([-1, 1])
x = np.array([1, 2]); x += 1.5
x = np.ones(3); x += np.ones((2, 3))
x = np.zeros(3); x[:] = [1, 2]
x = np.zeros(3); x[0] = [1, 2]
x = np.zeros((2, 2)); x[0] = [1, 2, 3]
np.array([True]) - np.array([True])
-np.array([True])
np.array([1.5]) & np.array([1])
~np.array([1.5])
np.arange(3).nothere
np.arange(10).split(3)
np.split(np.arange(10), 3)
np.squeeze(np.ones((2, 3)), axis=0)
np.expand_dims(np.ones(3), axis=5)
np.transpose(np.ones((2, 3)), (0, 0))
np.transpose(np.ones((2, 3)), (0,))
np.random.choice([1, 2], 5, replace=False)
np.random.choice(5, p=[0.5, 0.5])
np.random.randint(5, 2)
int(np.array([1, 2]))
np.array([1, 2]).item()
np.broadcast_to(np.ones(3), (2, 2))
np.linspace(0, 1, -1)
np.arange(0, 10, 0)
x = np.arange(4); x.shape[5]
for i in np.array(5): pass
len(np.array(5))
np.where([True, False], [1, 2, 3], [1, 2, 3])
np.int64(5)[0]
np.zeros((2, 2)).sum(axis=(0, 0))
[1, 2, 3] * 1.5
'a' * 'b'
{1: 2} + {3: 4}
print(1, foo=2)
sum(['a', 'b'])
abs('a')
round('a')
float([1])
'a'.join(5)
x = 1; x.append(2)
np.dot()
lambda: x; (lambda: zz)()
'''.strip().split('\n'), 1):
    program(f'error {number}', code.replace('\\n', '\n'))
for number, code in enumerate([
        'x = (1, 2', 'x = [1, 2', 'x = 1)', 'x = (1]', 'if True\n  pass', 'if True:\npass', 'def f(:\n  pass', 'for in x: pass',
        '  x = 1', 'if 1:\n    x = 1\n  y = 2', 'x = = 1', '1 = x', 'f() = 1', 'x + 1 = 2', 'None = 1', 'print 1', "x = 'abc", 'x = """abc',
        'return 1', 'break', 'continue', 'x = 1 +', 'def f():\nreturn 1', 'while True print(1)', 'else: pass', 'x = 5 5', 'x = [1 2]', 'for i in range(3) print(i)',
        'x = 0777', 'x = 1__0', 'x = 1a', 'lambda x', 'f(a=1, 2)', 'def f(a, a): pass', 'def f(a=1, b): pass', 'try:\n  pass', "f'{'", "f'{}'", "f'}'",
        'x = $', 'a b', 'import', 'from x import', 'del 5', 'x +=', '(x, y) += 1', 'x = not', 'if x = 1: pass', 'nonlocal q', 'def f():\n  nonlocal q\n  q = 1',
        'x = {1: 2, 3}', 'elif 1: pass', 'try:\n  pass\nexcept ValueError:\npass', 'f(a b)', 'x = (1,, 2)', '*a, *b = [1]', '*x', "print('a' 'b' c)", 'f(a=1, a=2)',
        'while 1:\n\tx = 1\n        y = 2', 'def f():\n  x = 1\n  global x']):
    with_prelude = PRELUDE + code
    out = ''
    try:
        compile(with_prelude + '\n', 'case', 'exec')
    except SyntaxError as e:
        out = type(e).__name__
    cases.append({'name': f'syntax {number}', 'code': with_prelude + '\n', 'output': '', 'error': out})

# Arrays
shown('creation', '''
np.array([1, 2, 3]), np.array([1.0, 2]), np.array([[1, 2], [3, 4]]), np.array(5), np.array([]), np.array([True, False]), np.array([1, True, 2.5])
np.array([1, 2], dtype=float), np.array([1.9, -1.9], dtype=int), np.array([0, 2], dtype=bool), np.array((1, 2)), np.array(range(3)), np.array([np.array([1, 2]), np.array([3, 4])])
np.zeros(3), np.zeros((2, 3)), np.zeros((2, 2), dtype=int), np.ones(2), np.ones((1, 2), dtype=bool), np.full(3, 7), np.full((2, 2), 0.5), np.eye(3), np.identity(2), np.eye(2, 3), np.eye(3, k=1), np.empty((0, 3))
np.arange(5), np.arange(2, 5), np.arange(0, 1, 0.25), np.arange(5, 0, -2), np.arange(3.0), np.arange(-5, 5, 0.1)[:4], np.arange(0, 1, 0.1)[3], len(np.arange(0, 1, 0.1)), np.arange(0)
np.linspace(0, 1, 5), np.linspace(0, 10, 3, endpoint=False), np.linspace(1, 2, 1), np.linspace(-1, 1, 7), np.linspace(0, 1, 0)
np.zeros_like(np.array([1, 2])), np.ones_like(np.array([1.5])), np.full_like(np.array([1, 2]), 9), np.zeros_like([[1.0, 2.0]]), np.diag([1, 2]), np.diag(np.array([[1, 2], [3, 4]]))
repr(np.array([1.5, 2])), repr(np.array([[1, 2], [3, 4]])), repr(np.array([])), repr(np.zeros((0, 2))), repr(np.array([True])), repr(np.array(3)), repr(np.array([], dtype=int))
np.pi, np.e, np.inf, np.nan, -np.inf, np.newaxis, np.float64, np.int64, np.array([1]).dtype, np.array([1.0]).dtype, np.array([True]).dtype, repr(np.array([1.0]).dtype)
repr(np.float64(1.5)), repr(np.int64(3)), repr(np.bool_(True)), str(np.float64(0.1)), np.float64(3), np.float64(1e20), np.array([1.5])[0], repr(np.array([1.5])[0])
np.logspace(0, 2, 3), np.meshgrid([1, 2], [3, 4, 5]), np.tril(np.ones((3, 3))), np.triu(np.ones((3, 3), int), 1), np.array([[1, 2]], ndmin=3).shape
''')
shown('attributes', '''
np.ones((2, 3)).shape, np.ones((2, 3)).ndim, np.ones((2, 3)).size, np.array(5).shape, np.array([1]).shape, np.array([[1, 2], [3, 4]]).T, np.ones(3).T, len(np.ones((4, 2))), np.ones(2).nbytes
np.float64(2).shape, np.float64(2).ndim, np.float64(2).T, np.float64(2).dtype, np.arange(6).reshape(2, 3).T.shape, np.arange(24).reshape(2, 3, 4).T.shape
np.arange(3).tolist(), np.array([[1.5, 2]]).tolist(), np.array([True]).tolist(), np.array(3).tolist(), np.array([7]).item(), np.arange(4).reshape(2, 2).item(1, 0), np.arange(4).item(2), np.float64(1.5).item()
np.array([1.7, -1.7]).astype(int), np.array([1, 0]).astype(bool), np.array([1, 2]).astype(float), np.array([True]).astype(int), np.arange(3).astype('float64'), np.array([1.0]).astype(np.int64)
''')
shown('elementwise', '''
np.array([1, 2]) + 1, np.array([1, 2]) * 2.0, 1 - np.array([1, 2]), 2 / np.array([1, 4]), np.array([7, -7]) // 2, np.array([7, -7]) % 3, np.array([1, 2, 3]) ** 2, 2 ** np.array([1, 2]), np.array([4.0, 9.0]) ** 0.5
np.array([1, 2]) + np.array([10, 20]), np.array([[1], [2]]) + np.array([10, 20]), np.ones((2, 3)) * np.array([1, 2, 3]), np.arange(3)[:, np.newaxis] * np.arange(2), np.array([1, 2]) + [3, 4], [1, 2] * np.array([3, 4])
-np.array([1, -2]), +np.array([1]), ~np.array([True, False]), ~np.array([1, 2]), np.array([5, 3]) & 1, np.array([True, False]) | np.array([False, False]), np.array([1, 2]) << 2, np.array([True]) ^ np.array([True])
np.array([1, 2, 3]) > 2, np.array([1, 2]) == np.array([1, 3]), np.array([1.0, np.nan]) == np.array([1.0, np.nan]), np.array([1, 2]) != 2, 2 <= np.array([1, 2]), np.array([1, 2]) == 'a'
np.exp(0), np.exp([0, 1]), np.log(np.array([1, np.e])), np.sqrt(4), np.sqrt([1, 4]), np.square([1, -2]), np.square(1.5), np.abs([-1, 2]), np.abs(-1.5), np.sign([-2, 0, 3]), np.sign(-1.5)
np.sin(0.5), np.cos([0.0, 1.0]), np.tanh([0, 1]), np.log1p(1e-10), np.exp2(3), np.log2(8), np.log10(1000), np.expm1(1e-10), np.arctan2(1, 1), np.hypot(3, 4), np.reciprocal(4.0), np.floor(-1.5), np.ceil([1.2]), np.rint(2.5)
np.maximum([1, 5], [3, 2]), np.minimum(2, [1, 3]), np.maximum(0, np.array([-1.5, 2])), np.maximum(np.nan, 1), np.clip([1, 5, 9], 2, 6), np.clip(-1, 0, 1), np.array([1, 9]).clip(2, 5), np.clip(np.array([0.5, 2.5]), 1, None)
np.where(np.array([1, -1]) > 0, 1, 0), np.where([True, False], [1, 2], [3, 4]), np.where(np.array([0, 1, 2]) > 0), np.where(np.array([[True, False]]), 1.5, 2), np.round(2.567, 1), np.round([1.25, 1.35], 1), np.array([1.567]).round(2), np.round(np.array([15, 25]), -1)
np.isnan([1, np.nan]), np.isinf([1, np.inf]), np.isfinite([1, np.inf]), np.isclose(1, 1 + 1e-9), np.isclose([1, 2], [1, 2.1]), np.allclose([1, 2], [1, 2]), np.array_equal([1, 2], [1, 2]), np.array_equal([1], [1, 2]), np.logical_and([1, 0], [1, 1]), np.logical_or(0, 1), np.logical_not([0, 1])
np.add(1, 2), np.subtract([3], 1), np.multiply(2, [3]), np.divide(1, 4), np.power(2, 3), np.power([1, 2], 2.0), np.mod(-7, 3), np.floor_divide(-7, 2), np.negative([1]), np.greater(2, 1), np.less([1], 2), np.equal(1, 1)
np.float64(1) / 0, np.float64(0) / 0, np.array([1.0, -1.0, 0.0]) / 0, np.array([1, 2]) // 0, np.array([5]) % 0, np.log(0), np.log(-1), np.sqrt(-1), np.exp(1000), np.float64(1e308) * 10, np.array([1e308]) * 10
np.int64(7) // 2, np.int64(-7) % 3, np.int64(2) ** 3, np.int64(7) / 2, np.float64(2) ** 3, np.float64(7) // 2, np.float64(-7) % 3, np.int64(5) + 1.5, 2 * np.float64(3), np.int64(9223372036854775807) + np.int64(1), np.bool_(True) + 1, np.bool_(True) & False, -np.float64(2), abs(np.int64(-3)), np.float64(2) > 1
repr(np.int64(7) // 2), repr(np.int64(1) + 1.5), repr(np.exp(0)), repr(np.float64(2) > 1), repr(np.sum([1, 2])), repr(np.array([1, 2]).sum()), repr(np.array(3) + 1), repr(2.0 * np.array(3)), repr(np.maximum(1, 2))
np.array([1, 2]) / np.array([2, 0]), np.array([0, 1]) / 2, 7 // np.array([2.0, -2.0]), np.array([7.5, -7.5]) % 2, np.array([-1.0, 1.0]) % np.inf, np.array([True, True]) + np.array([True, False]), np.array([True]) * 3, np.array([True, False]) / 2
''')
shown('reductions', '''
np.sum([1, 2, 3]), np.sum([[1, 2], [3, 4]], axis=0), np.sum([[1, 2], [3, 4]], axis=1), np.ones((2, 3)).sum(axis=1, keepdims=True), np.sum([True, True]), np.sum([]), np.sum(np.ones((2, 3, 4)), axis=(0, 2)), np.sum(5), np.sum(np.float64(2), axis=0), np.array([[1, 2], [3, 4]]).sum(-1)
np.mean([1, 2, 3, 4]), np.mean([[1.0, 2], [3, 5]], axis=0), np.std([1, 2, 3]), np.var([1, 2, 3, 4]), np.std([[1, 2], [3, 5]], axis=1), np.var([1, 2, 3], ddof=1), np.mean(np.ones((2, 2)), axis=1, keepdims=True), np.median([3, 1, 2]), np.median([4, 1, 2, 3]), np.average([1, 2], weights=[3, 1])
np.max([1, 5, 2]), np.min([[1, 5], [0, 7]], axis=0), np.array([1.5, np.nan]).max(), np.max([[1, 2], [3, 0]], axis=1, keepdims=True), np.argmax([1, 5, 2]), np.argmin([3, 1, 2]), np.argmax([[1, 9], [8, 2]], axis=1), np.argmax([1, 1]), np.argmax([1, np.nan, 5]), np.array([[3, 1], [2, 5]]).argmax(), np.array([[0, 1], [1, 0]]).argmax(axis=0), np.ptp([1, 5])
np.cumsum([1, 2, 3]), np.cumsum([[1, 2], [3, 4]]), np.cumsum([[1, 2], [3, 4]], axis=0), np.cumsum([[1, 2], [3, 4]], axis=1), np.cumprod([1, 2, 3]), np.prod([2, 3]), np.prod([[1, 2], [3, 4]], axis=0), np.all([1, 0]), np.any([1, 0]), np.all([[True, False], [True, True]], axis=1), np.array([1, 2]).all(), np.any([]), np.count_nonzero([1, 0, 2]), np.diff([1, 4, 9])
np.random.rand(1000).sum(), np.random.rand(100, 50).sum(axis=0)[:3], np.random.rand(100, 50).sum(axis=1)[:3], np.random.randn(513).mean(), np.random.rand(30, 7).std(axis=0), np.arange(100.0).sum() / 3
np.sum(np.arange(10) ** 2), np.arange(24).reshape(2, 3, 4).sum(axis=1), np.arange(24).reshape(2, 3, 4).max(axis=(1, 2)), np.arange(24).reshape(2, 3, 4).mean(axis=0), np.arange(6).reshape(2, 3).T.sum(axis=0), np.arange(6).reshape(2, 3).T.cumsum()
''')
shown('products', '''
np.dot([1, 2], [3, 4]), np.dot([[1, 2], [3, 4]], [1, 1]), np.dot([1, 1], [[1, 2], [3, 4]]), np.dot([[1, 2], [3, 4]], [[1, 0], [0, 1]]), np.dot(2, 3), np.dot(2, [1, 2]), np.dot([1.5, 2], [2, 1]), np.array([1, 2]).dot([3, 4])
np.array([1, 2]) @ np.array([3, 4]), np.ones((2, 3)) @ np.ones(3), np.ones(2) @ np.ones((2, 3)), np.ones((2, 3)) @ np.ones((3, 2)), np.ones((2, 2, 3)) @ np.ones((3, 2)), (np.ones((5, 2, 3)) @ np.ones((5, 3, 4))).shape, np.matmul([[1, 2]], [[3], [4]])
np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.inner([[1, 2], [3, 4]], [[5, 6], [7, 8]]), np.trace([[1, 2], [3, 4]]), np.linalg.norm([3, 4]), np.linalg.norm([[1, 2], [3, 4]]), np.linalg.norm([[3, 4], [6, 8]], axis=1), np.linalg.norm([1, -2, 3], 1), np.linalg.norm([1, -5], np.inf), repr(np.dot([1, 2], [3, 4]))
np.dot(np.arange(6).reshape(2, 3), np.arange(6).reshape(3, 2)), np.dot(np.arange(24).reshape(2, 3, 4), np.arange(4)).shape, np.dot(np.ones((2, 3, 4)), np.ones((5, 4, 6))).shape, np.dot(np.zeros((2, 0)), np.zeros((0, 3))), np.dot(np.arange(3), np.arange(9).reshape(3, 3).T)
''')
shown('shaping', '''
np.arange(6).reshape(2, 3), np.arange(6).reshape((3, 2)), np.arange(6).reshape(-1, 2), np.arange(6).reshape(2, -1).shape, np.arange(4).reshape(2, 2).ravel(), np.arange(4).reshape(2, 2).flatten(), np.reshape([1, 2], (2, 1)), np.arange(6).reshape(2, 3).T.reshape(-1), np.arange(6).reshape(1, 6)
np.transpose([[1, 2], [3, 4]]), np.transpose(np.ones((2, 3, 4)), (2, 0, 1)).shape, np.ones((2, 3)).transpose().shape, np.ones((2, 3, 4)).transpose(1, 0, 2).shape, np.swapaxes(np.ones((2, 3)), 0, 1).shape, np.expand_dims([1, 2], 0), np.expand_dims([1, 2], axis=1), np.squeeze([[1, 2]]), np.squeeze(np.ones((1, 2, 1))).shape, np.ones((1, 3)).squeeze(axis=0).shape
np.concatenate([[1, 2], [3]]), np.concatenate([[[1, 2]], [[3, 4]]], axis=1), np.concatenate([[[1]], [[2]]], axis=0), np.stack([[1, 2], [3, 4]]), np.stack([[1, 2], [3, 4]], axis=1), np.vstack([[1, 2], [3, 4]]), np.hstack([[1, 2], [3]]), np.hstack([[[1]], [[2]]]), np.column_stack([[1, 2], [3, 4]]), np.append([1, 2], 3), np.append([[1]], [[2]], axis=0)
np.split(np.arange(6), 3), np.split(np.arange(5), [2, 3]), np.array_split(np.arange(5), 2), np.split(np.arange(8).reshape(2, 4), 2, axis=1), np.repeat([1, 2], 2), np.repeat([[1, 2]], 2, axis=0), np.repeat([1, 2], [2, 1]), np.tile([1, 2], 2), np.tile([1, 2], (2, 1)), np.tile([[1], [2]], (1, 2)), np.flip([1, 2, 3]), np.roll([1, 2, 3], 1)
np.sort([3, 1, 2]), np.sort([[3, 1], [2, 4]]), np.sort([[3, 1], [2, 4]], axis=0), np.argsort([3, 1, 2]), np.sort([1, np.nan, 0]), np.unique([2, 1, 2]), np.unique([3, 1, 1], return_counts=True), np.nonzero([0, 1, 2]), np.argwhere([0, 1, 1]), np.take([10, 20, 30], [2, 0]), list(np.ndindex(2, 2)), np.shape([[1, 2]]), np.ndim(5), np.size([1, 2]), np.atleast_2d([1, 2]), np.broadcast_to([1, 2], (2, 2))
''')
shown('indexing', '''
np.arange(5)[0], np.arange(5)[-1], np.arange(5)[1:3], np.arange(5)[::-1], np.arange(5)[::2], np.arange(5)[10:], np.arange(6).reshape(2, 3)[1], np.arange(6).reshape(2, 3)[1, 2], np.arange(6).reshape(2, 3)[:, 1], np.arange(6).reshape(2, 3)[0][1], np.arange(6).reshape(2, 3)[-1, ::-1], np.arange(6).reshape(2, 3)[..., 0]
np.arange(5)[[0, 2]], np.arange(5)[np.array([3, 1])], np.arange(5)[np.array([[0, 1], [2, 3]])], np.arange(5)[np.arange(5) > 2], np.arange(6).reshape(2, 3)[[0, 1], [2, 0]], np.arange(6).reshape(2, 3)[:, [0, 2]], np.arange(6).reshape(2, 3)[[1, 0]], np.arange(6).reshape(2, 3)[np.arange(6).reshape(2, 3) % 2 == 0], np.arange(6).reshape(2, 3)[np.array([True, False])], np.arange(3)[[True, False, True]]
np.arange(3)[:, None].shape, np.arange(3)[None].shape, np.arange(3)[np.newaxis, :].shape, np.arange(24).reshape(2, 3, 4)[:, 1, ::2], np.arange(24).reshape(2, 3, 4)[..., -1], np.arange(24).reshape(2, 3, 4)[0, ..., 1], np.arange(24).reshape(2, 3, 4)[[0, 1], :, [1, 2]], np.arange(24).reshape(2, 3, 4)[:, [0, 1], [1, 2]], np.arange(24).reshape(2, 3, 4)[1, [0, 2]], np.arange(24).reshape(2, 3, 4)[[0]].shape, np.arange(24).reshape(2, 3, 4)[0, :, [1, 2]].shape
np.eye(3)[[0, 2]], np.eye(4)[2], np.eye(3)[np.arange(3), np.arange(3)], np.arange(4)[np.int64(2)], np.arange(6).reshape(2, 3)[(1, 2)], np.arange(10)[slice(2, 8, 3)], np.array([[1, 2], [3, 4]])[:, ::-1], np.arange(5)[-3:-1], np.arange(5)[3:1:-1], np.arange(3)[()], np.array(5)[()]
''')
program('writing', '''
x = np.zeros(5)
x[0] = 1; x[1:3] = 2; x[-1] += 5; x[[3, 4]] = [7, 8]
print(x)
x[x > 2] = -1
print(x)
m = np.zeros((2, 3))
m[0] = [1, 2, 3]; m[:, 1] = 9; m[1, 2] += 0.5; m[1] *= 2
print(m)
m[[0, 1], [0, 2]] = 100
print(m)
m[:, [0, 2]] = [[1], [2]]
print(m)
m[...] = 4
print(m)
n = np.arange(6).reshape(2, 3)
n[n % 2 == 0] = 0
n[1:, :] = n[:1, :]
n[0, 0] = 7.9
print(n)
b = np.array([True, False])
b[1] = 5
print(b)
e = np.zeros((2, 2)); e[np.arange(2), np.array([1, 0])] = [3, 4]
e[:, np.newaxis][0] = 8
print(e)
''')
program('views and aliases', '''
a = np.arange(6.0)
b = a[1:4]
b[0] = 100
c = a.reshape(2, 3)
c[1, 1] = -1
d = a.copy(); d[0] = 55
e = a
e += 1
f = c.T
f[0, 0] = 77
g = a[::-1]
g[0] = 3
print(a, b, c, d, f, g)
def change(v):
    v[0] = 42
    v = v + 1
    return v
print(change(a), a)
network = {'W': np.ones((2, 2))}
W = network['W']
network['W'] -= 0.5
print(W, W is network['W'])
W = W - 0.25
print(W, network['W'])
h = a.ravel(); h[1] = 8; k = a.flatten(); k[2] = 9
print(a)
l = [a, a]; l[0][5] = 0.5
print(l[1])
r = np.arange(4); s = r[[0, 1]]; s[0] = 9; t = r[r > 1]; t[0] = 9
print(r)
for row in c: row[0] = 0
print(c)
x = np.arange(3); y = x; x = x * 2; print(x, y)
x -= x[::-1].copy(); print(x)
''')
program('in place', '''
x = np.array([1.0, 2.0, 3.0])
y = x
x += 1; x *= 2; x -= [1, 1, 1]; x /= 2; x **= 2; x //= 2; x %= 3
print(x, y is x)
i = np.array([1, 2, 3])
i += 1; i *= 2; i //= 3; i -= True
print(i)
b = np.array([True, False]); b &= True; b |= np.array([False, True])
print(b)
m = np.ones((2, 2)); m @= np.array([[1, 2], [3, 4]]); print(m)
s = np.float64(1); t = s; s += 1; print(s, t)
z = np.array(5); z += 1; print(z)
v = np.arange(6).reshape(2, 3); v[:, 0] += 10; v[0] -= v[1]; print(v)
l = [1]; k = l; l += [2]; l *= 2; print(l, k)
''')
program('print', '''
print(1, 'a', None, True, 2.5, [1, 'b'], (1,), {'k': 2})
print('a', 'b', sep='-', end='!\\n')
print()
print(np.array([0.1, 0.22222, 3]), np.float64(0.1), [np.array([1, 2])])
print('x:', np.arange(3), 'shape: ' + str(np.arange(3).shape))
print(np.arange(30) * 1.5)
print(np.arange(2000))
print(np.array([1e-10, 1]), np.array([1e10, 1]), np.array([[1.5, np.nan], [np.inf, -1]]))
print({'a': np.array([1.0, 2.0])}, [np.ones((2, 2))])
print(f'{np.array([1, 2])}', '%s' % np.array([1.5]), str(np.zeros((2, 0))))
print(1e5, 1e-4, 100000000000000000.0, 1.0, 3.0e8)
print(*[1, 2, 3], sep=', ')
print(range(3), lambda: 0 if False else 1) if False else print('done')
''')
program('print options', '''
np.set_printoptions(precision=3)
print(np.array([0.123456, 1.0]))
np.set_printoptions(suppress=True)
print(np.array([1e-8, 1]))
np.set_printoptions(threshold=5, edgeitems=1)
print(np.arange(10))
np.set_printoptions(precision=8, suppress=False, threshold=1000, edgeitems=3)
print(np.array([0.123456, 1.0]), np.array([1e-8, 1]), np.arange(10))
''')
program('random', '''
np.random.seed(42)
print(np.random.rand(), np.random.rand(3), np.random.rand(2, 2))
print(np.random.randn(), np.random.randn(3), np.random.randn(2, 2))
print(np.random.randint(10), np.random.randint(5, 10), np.random.randint(0, 100, 5), np.random.randint(3, size=(2, 2)))
print(np.random.choice(5), np.random.choice([1, 2, 3], 4), np.random.choice(10, 3, replace=False), np.random.choice(3, 5, p=[0.1, 0.2, 0.7]))
print(np.random.permutation(5), np.random.permutation([5, 6, 7]), np.random.permutation(np.arange(6).reshape(3, 2)))
x = np.arange(6); np.random.shuffle(x); print(x)
l = [1, 2, 3, 4]; np.random.shuffle(l); print(l)
m = np.arange(8).reshape(4, 2); np.random.shuffle(m); print(m)
print(np.random.uniform(), np.random.uniform(-1, 1, 3), np.random.normal(), np.random.normal(5, 2, 3), np.random.random(2), np.random.random_sample((1, 2)), np.random.standard_normal(2))
d = [{'a': i} for i in range(4)]
print(np.random.choice(d, 3)[0]['a'], np.random.choice(np.array([1.5, 2.5]), 2), np.random.choice([1, 2, 3], size=(2, 2)))
''')
program('imports', '''
import numpy
import numpy as xp
from numpy import array, zeros as z
import math, time
from math import sqrt, pi as p
import os, sys
sys.path.append(os.pardir)
print(numpy.sum([1]), xp.pi, array([1]), z(2), math.sqrt(16), sqrt(2), p, math.floor(-1.5), math.ceil(1.2), math.exp(0), math.log(math.e), math.pow(2, 3), math.factorial(5), math.gcd(12, 18), math.isclose(1, 1 + 1e-12), math.log(8, 2), math.hypot(3, 4), math.inf, math.isnan(math.nan), math.fsum([0.1] * 10), math.log10(100), math.sin(0), math.degrees(math.pi), math.trunc(-2.7))
from numpy.random import rand, seed
seed(3); print(rand(2))
import numpy.random as npr
npr.seed(3); print(npr.rand())
print(type(time.time()) == float)
''')
program('numeric differentiation', '''
def numerical_diff(f, x):
    h = 1e-4
    return (f(x + h) - f(x - h)) / (2 * h)
print(numerical_diff(lambda x: 0.01 * x ** 2 + 0.1 * x, 5))
def gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp = x[idx]
        x[idx] = float(tmp) + h
        up = f(x)
        x[idx] = tmp - h
        down = f(x)
        grad[idx] = (up - down) / (2 * h)
        x[idx] = tmp
    return grad
print(gradient(lambda x: np.sum(x ** 2), np.array([3.0, 4.0])))
def descend(f, x, lr=0.1, steps=100):
    for i in range(steps):
        x -= lr * gradient(f, x)
    return x
print(descend(lambda x: x[0] ** 2 + x[1] ** 2, np.array([-3.0, 4.0])))
''')
program('a network', '''
def softmax(a):
    c = np.max(a)
    e = np.exp(a - c)
    return e / np.sum(e)
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
network = {'W1': np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), 'b1': np.array([0.1, 0.2, 0.3])}
network['W2'] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
network['b2'] = np.array([0.1, 0.2])
x = np.array([1.0, 0.5])
a1 = np.dot(x, network['W1']) + network['b1']
z1 = sigmoid(a1)
y = softmax(np.dot(z1, network['W2']) + network['b2'])
print(a1, z1, y, np.sum(y), np.argmax(y))
t = np.array([0, 1])
print(-np.sum(t * np.log(y + 1e-7)), 0.5 * np.sum((y - t) ** 2))
X = np.random.randn(4, 2); T = np.eye(2)[[0, 1, 1, 0]]
A = X @ network['W1'] + network['b1']
print(A.shape, (A > 0).sum(), np.round(A.mean(axis=0), 6))
batch_mask = np.random.choice(4, 2)
print(X[batch_mask].shape, batch_mask)
for key in ('W1', 'b1', 'W2', 'b2'):
    network[key] -= 0.1 * np.ones_like(network[key])
print({k: v.shape for k, v in network.items()})
''')
program('gates', '''
def AND(x1, x2):
    x = np.array([x1, x2]); w = np.array([0.5, 0.5]); b = -0.7
    return 1 if np.sum(w * x) + b > 0 else 0
def OR(x1, x2): return 1 if np.sum(np.array([0.5, 0.5]) * np.array([x1, x2])) - 0.2 > 0 else 0
def NAND(x1, x2): return 1 - AND(x1, x2)
def XOR(x1, x2): return AND(NAND(x1, x2), OR(x1, x2))
for xs in [(0, 0), (1, 0), (0, 1), (1, 1)]:
    print(str(xs) + ' -> ' + str(XOR(xs[0], xs[1])))
''')
program('optimisers', '''
def adam(steps):
    w = np.array([1.0, -2.0]); m = np.zeros_like(w); v = np.zeros_like(w)
    for i in range(1, steps + 1):
        g = 2 * w
        m += (1 - 0.9) * (g - m)
        v += (1 - 0.999) * (g ** 2 - v)
        w -= 0.1 * np.sqrt(1 - 0.999 ** i) / (1 - 0.9 ** i) * m / (np.sqrt(v) + 1e-7)
    return w
print(adam(1), adam(50))
def momentum(steps, lr=0.1, a=0.9):
    w, v = np.array([1.0, -2.0]), 0
    for _ in range(steps):
        v = a * v - lr * 2 * w
        w += v
    return w
print(momentum(10))
''')
program('odds and ends', '''
x = 5 if [] else 6
print(x, not x, x is not None)
a = [1, 2, 3]; print(a[len(a) - 1], a[0:2][1])
s = 0
for i, v in zip(range(3), [10, 20, 30]): s += i * v
print(s)
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [row[1] for row in m], sum(sum(r) for r in m))
print('\\n'.join(f'{i}: {v:>6.2f}' for i, v in enumerate([1.5, 22.25])))
w = """two
lines"""
print(w, len(w))
t = 1, 2, 3
print(t, t[::-1], type(t).__name__)
print((lambda n: [n] * n)(3), [y for x in [[1], [2, 3]] for y in x])
def gen(n): return (i * i for i in range(n))
print(list(gen(4)), sum(gen(4)), max(gen(3)))
print(1_000 + 0x10, 10 ** 3, 7 / 2 * 2, -3 ** 2, 2 ** -1)
print('a' if 1 < 2 else 'b', [i if i % 2 else -i for i in range(4)])
i = iter([1, 2]); print(next(i), next(i), next(i, 'end'))
d = dict(zip('ab', [1, 2])); print(d, sorted(d, key=d.get, reverse=True))
x = y = []; x.append(1); print(y)
print(id(x) == id(y), callable(print), callable(1))
print(np.array([3, 1, 2]).argsort()[::-1], np.arange(3).repeat(2), np.ones(3).all(), np.arange(4).reshape(2, 2).trace())
print(np.array([[1, 2], [3, 4]]).max(axis=0).tolist(), np.arange(3).mean(), (np.arange(3) == 1).any(), 1 in np.arange(3))
print(sum(np.arange(3)), max(np.array([1.5, 0.5])), list(np.arange(2).tolist()), sorted([3, 1]))
print(int(np.float64(3.7)), float(np.int64(2)), str(np.array([1, 2])), bool(np.array([0])), round(np.float64(2.567), 1), len(np.ones((3, 2))))
a, b = np.array([1, 2]); print(a + b)
for r, (p, q) in enumerate(np.arange(4).reshape(2, 2)): print(r, p, q)
''')
for number, code in enumerate([
        "x = 3\nx = x + 1 ; print(x) # comment\n\n\n# last", "if 1: print('a')\nelse: print('b')", "x = [\n  1,\n  2,  # two\n]\nprint(x)",
        "x = 1 + \\\n  2\nprint(x)", "def f():\n\n    # only a comment\n\n    return 1\n\nprint(f())", "for i in range(2):\n\tprint(i)\n", "if True:\n    if False:\n        pass\n    else:\n        print('deep')\nprint('out')",
        "print('重み', len('重み'))\n変数 = 3\nprint(変数 + 1)", "class_ = 1; print(class_)", "print(1);print(2);", "x = 5;;" if False else "x = 5;", "def f(x): return x; print(f(2))\nprint(f(3))",
        "print((1 +\n2))", "a = {'x': 1,\n     'y': 2}\nprint(a)", "while False: pass\nprint('ok')", "try: 1/0\nexcept: print('bare')", "print(not not True, - -1, +-+1)",
        "x = [i for i in range(3)\n     if i]\nprint(x)", "print(f'''a\n{1}\n''')", "def f(a,\n      b):\n  return a+b\nprint(f(1,\n2))", "lst = [1,2,3,]\nprint(lst, (1,), {1,})", "x=1\nif x==1 and(x<2)or not x:print('yes')"], 1):
    program(f'layout {number}', code)

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ProgramCases.json')
# What random expressions (fuzz.py) found different once
shown('found by chance', r'''
f'{True:10}|{False:<6}|{True:+}|{True:05d}|{True:,}', '{:>6}'.format(True), f'{True}'
f'{"ab":05}', f'{"ab":_<5}', '%%' % [1, 2], '%%' % {'a': 1}, 'x' % range(3), '%c%c' % ('a', 98)
np.floor(np.array([True, False])), np.ceil(np.array([True])), np.trunc(np.array([False]))
np.count_nonzero(np.array([[0, 1], [2, 3]]), axis=0), repr(np.count_nonzero(np.array([1, 2]), axis=0)), np.count_nonzero([1, 0])
np.trace(np.arange(6).reshape(2, 1, 3)), np.diagonal(np.arange(8).reshape(2, 2, 2)), np.trace(np.eye(3))
np.argsort(5.0), np.cumsum(3.0), np.cumprod(np.float64(2), axis=0), np.argwhere(np.float64(3)), np.argwhere(0)
repr(np.array([1, 2])[..., 0]), repr(np.float64(2)[..., None]), repr(np.float64(2)[None]), repr(np.float64(2)[...]), repr(np.where(True, 1.0, 2.0))
repr(np.float64(2).copy()), repr(np.flip(np.float64(2))), repr(np.squeeze(5)), repr(np.squeeze(np.float64(5)))
np.maximum(0.0, np.array([-0.0, -1.0])), np.minimum(np.array([0.0]), -0.0), np.maximum(0, np.float64(-0.0)), np.clip(np.array([0.0, -0.0]), -0.0, 0.0)
np.float64(1) == [1, 2], np.int64(2) < (1, 3), [1, 2] != np.float64(2)
np.median([1.0, np.nan, 3.0]), np.median(np.array([[1, np.nan], [2, 3]]), axis=1), np.median([np.inf, 1.0])
np.array(np.nonzero(np.zeros((3, 2)))).dtype, np.array([[], []]).dtype
''')
for number, line in enumerate(r'''
f'{"x":_}'
f'{"x":,}'
f'{"x":+}'
f'{"x": }'
f'{"x":#}'
f'{5:,x}'
f'{True:s}'
'%c' % ''
'%c' % 'ab'
'%c' % [1]
'%x' % 1.5
'%d' % 'a'
'ab' % 1
np.round(np.array([True]), 1)
np.sign(np.array([True]))
np.mean(5, axis=0)
np.std(5.0, axis=-1)
np.argmax(5, axis=1)
np.diff(3.0)
np.nonzero(3.0)
np.take([], [0])
np.broadcast_to(np.zeros((2, 1, 3)), (2, 3))
np.array([1, 2]) ** np.array([-1, 2, 3])
sum([1, 2], None)
divmod(1.0, 0)
divmod(1, 0)
'ab' * 'c'
(1, 2) * 'c'
1.5 * 'c'
True & 1.5
1.5 << 2
~np.float64(2)
'abc'.count(1)
'''.strip('\n').split('\n'), 1):
    program(f'refused by chance {number}', line)

with open(path, 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(c, ensure_ascii=False) for c in cases) + '\n]\n')
print(len(cases), 'cases with NumPy', np.__version__)
