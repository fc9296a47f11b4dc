"""Programs in which names change while their values are in use, and short ways beside long ones.

The interpreter lends values where they lie, works in the memory of arrays that nobody else holds,
and takes short ways for common arguments. These programs fail where it does so too eagerly.

usage: python3 lending_cases.py > ../LendingCases.json        (needs numpy; made with 2.4.6)
"""
import contextlib
import io
import json
import warnings

PROGRAMS = {}
PROGRAMS['a global that changes while a line is computed'] = '''
x = 10
def change():
    global x
    x = 5
    return 1
print(x + change(), x)
x = 10
print(x * 2 - change() * x)
x = 10
x += change()
print(x)
x = 10
print([x, change(), x], x < change() + 5)
'''
PROGRAMS['an array that gets another name while a function is called'] = '''
import numpy as np
W = np.array([[1., 2.], [3., 4.]])
def other():
    global W
    W = np.zeros((2, 2))
    return np.array([1., 1.])
print(np.dot(W, other()))
print(W)
'''
PROGRAMS['a list that changes while its method is called'] = '''
items = [1, 2]
def replace():
    global items
    items = []
    return 3
items.append(replace())
print(items)
items = [3, 1, 2]
def key(value):
    global items
    items = 'gone'
    return -value
kept = items
items.sort(key=key)
print(kept, items)
'''
PROGRAMS['a dictionary that changes while its element is'] = '''
d = {'a': 1}
def forget():
    global d
    old = d
    d = {'a': 100}
    return 1
d['a'] += forget()
print(d)
d = {'a': 1}
def grow():
    for i in range(100):
        d[i] = i
    return 1
d['a'] += grow()
print(d['a'], len(d), d[99])
'''
PROGRAMS['a function that binds its own name anew'] = '''
def once():
    global once
    once = None
    return [i for i in range(3)]
print(once(), once)
'''
PROGRAMS['what is computed with a view leaves its array alone'] = '''
import numpy as np
x = np.arange(6.)
y = x[1:4] + 1
z = x[::2] * 2.
def same(a):
    return a
v = same(x) - 1
w = same(x)[2:] / 2
print(x, y, z, v, w)
m = x.reshape(2, 3)
print(m.T + 1, m[0] - m[1], m)
'''
PROGRAMS['temporaries that two names share'] = '''
import numpy as np
a = b = np.ones(3) + 1
a += 1
print(a, b, a is b)
c = (a + 1) + (a + 1)
d = [a + 1] * 2
d[0] += 1
print(c, d)
def f(x):
    x *= 2
    return x
print(f(a + 0) + 1, a, f(a) + 1, a)
'''
PROGRAMS['elements that overlap what they are changed with'] = '''
import numpy as np
x = np.arange(5.)
x[1:] -= x[:-1]
print(x)
x[::-1] += x
print(x)
x += x
print(x)
m = np.arange(6.).reshape(2, 3)
m[0] += m[1]
m -= m[0]
m *= m[:, :1]
print(m)
'''
PROGRAMS['warnings leave operands as they were'] = '''
import numpy as np
x = np.array([1e308, 1., 0.])
y = x * np.array([10., 1., 1.])
print(x, y)
x /= 0.
print(x)
x = np.array([1., 0.])
print((x + 0.) / x)
'''
PROGRAMS['an entry of a dictionary that changes meanwhile'] = '''
import numpy as np
d = {'W': np.ones(2), 'n': 2}
def forget():
    d['W'] = np.zeros(2)
    return 1.0
print(d['W'] + forget(), d)
d['W'] = np.ones(2)
kept = d['W']
d['W'] -= forget()
print(d, kept)
d['W'] = np.ones(2)
d['W'] += d['W']
print(d['W'], d['n'] * d['n'], d['W'] * d['n'], np.dot(d['W'], d['W']))
def clear():
    d.clear()
    return np.ones(2)
print(np.dot(d['W'], clear()), d)
d['x'] = [1]
d['x'] += (i for i in range(3))
d['n'] = 1
d['n'] += 4
print(d)
try:
    d['y'] + 1
except KeyError as e:
    print(e)
'''
PROGRAMS['a dictionary that holds itself'] = '''
d = {'n': 1}
d['d'] = d
d['d']['d']['n'] += 5
d['d']['d'] = 7
print(d)
e = {'f': {}}
e['f']['e'] = e
e['f']['e']['f'] = 'gone'
print(e)
'''
PROGRAMS['vectors and their transposes'] = '''
import numpy as np
z = np.array([1., 2., 3.])
t = z.T
t[0] = 5
print(z, np.dot(z.T, z), z.T + z, z.T[1], (z.T * 2)[0])
M = np.arange(6.).reshape(2, 3)
print(M.T + np.ones((3, 2)), np.dot(M.T, M)[0], np.float64(2).T)
z.T[2] += 1
print(z)
def nothing():
    return
def early(x):
    if x:
        return
    return 'late'
print(nothing(), early(1), early(0))
'''
PROGRAMS['a long loop over samples that change'] = '''
import numpy as np
samples = [{'x': np.array([i, i + 1.]), 'd': i} for i in range(20)]
total = 0
for i, sample in enumerate(samples):
    total += sample['x'][1] * sample['d']
for sample in samples:
    if sample['d'] % 3 == 0:
        samples.pop()
    sample.clear()
    samples[-1] = {'d': 1}
print(total, len(samples), samples[-1], samples[0])
names = ['a', 'bc', 'def', 'g', 'hi', 'jkl', 'm', 'no']
print([n for n in names], sum(len(n) for n in names))
mixed = [1, 2.5, 'text', None, True, {}, [], (), {'k': 'v'}, np.ones(2), {1: 2}, -1]
for m in mixed:
    print(m, end=' ')
print()
'''
PROGRAMS['five axes and more'] = '''
import numpy as np
a = np.arange(64).reshape(2, 2, 2, 2, 2, 2)
print(a.shape, a.T.shape, a[1].shape, a[1, 0, 1].shape, a[1, 0, 1, 1, 0, 1], a.sum(axis=5).shape)
print(a[:, :, :, :, :, np.newaxis, :].shape, a.reshape(2, 1, 2, 2, 1, 2, 2, 2).squeeze().shape)
print(a.transpose(5, 0, 4, 1, 3, 2)[1, 1, 0, 0, 1], np.expand_dims(a, 3).shape)
print((a + a[0]).shape, np.concatenate([a, a], axis=4).shape, a[np.int64(1), 0, 1, 1, 0, 1])
print(np.array_equal(a.T.T, a), a.max(axis=(0, 5)).shape)
m = np.arange(6).reshape(2, 3)
print(m[np.int64(1), np.int64(2)], type(m[np.int64(1), 2]) == np.int64)
'''
PROGRAMS['several values at once'] = '''
a, b = 1, 2
a, b = b, a
print(a, b)
c = [1, 2, 3]
i, c[i] = 1, 10
print(i, c)
(a, b), d = [3, 4], 5
print(a, b, d)
a, b = a, a + b
t = 1, 2
x, y = t
print(a, b, x, y)
for key, value in ((1, 2), (3, 4)):
    print(key, value, ('a', 'b'))
'''
PROGRAMS['an index of several parts'] = '''
import numpy as np
x = np.arange(24.).reshape(2, 3, 4)
print(x[0, 1, 2], x[1, -1], x[:, 0, :], x[np.newaxis, 0, 1])
x[1, 2, 3] = 7
x[0, :, 1] = 5
print(x[1, 2, 3], x[0])
d = {(1, 2): 'pair'}
print(d[1, 2])
d[3, 4] = 'other'
d[3, 4] += '!'
print(d)
x[0, 0] += 1
x[0, 1, 2] += 0.5
print(x[0])
'''
PROGRAMS['many keys, some taken away'] = '''
d = {}
for i in range(20):
    d[str(i)] = i
for i in range(0, 20, 3):
    d.pop(str(i))
d['new'] = 1
d['5'] = 'five'
print(d, len(d), '3' in d, '4' in d)
e = d.copy()
e['4'] = 0
for key in list(e.keys()):
    if key != '4':
        e.pop(key)
e['last'] = 2
print(e, d['4'])
'''
PROGRAMS['keywords in any order, and defaults'] = '''
import numpy as np
a = np.arange(6.).reshape(2, 3)
print(np.sum(axis=0, a=a), np.sum(a, keepdims=True), a.sum(axis=1), np.sum(a, 1))
print(np.dot(b=a.T, a=a), np.dot(a, b=a.T)[0, 0])
print(np.sum(2.5, axis=0), np.sum([1, 2]), np.sum(np.ones((0, 2)), axis=0))
def f(a, b=2, *c, d=4, **e):
    return a, b, c, d, e
print(f(1), f(1, 3, 5, d=6, g=7), f(b=1, a=2))
'''
PROGRAMS['changing a tuple fails, but its array has changed'] = '''
import numpy as np
t = (np.ones(2), 3)
try:
    t[0] += 1
except TypeError as e:
    print('no', t)
try:
    t[1] += 1
except TypeError as e:
    print('no', t)
'''

warnings.simplefilter('ignore')
cases = []
for name, code in PROGRAMS.items():
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, name, 'exec'), {})
    cases.append({'name': name, 'code': code.lstrip('\n'), 'output': printed.getvalue(), 'error': ''})
print(json.dumps(cases, indent=1, ensure_ascii=False))
