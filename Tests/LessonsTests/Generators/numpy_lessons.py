"""Runs the lesson scripts with NumPy and judges their expectations: an oracle for the numbers in
lessons/*.nn that shares no code with the console.

    python3 numpy_lessons.py ../../../lessons/*.nn

It knows the commands that the lessons use, and draws the same random numbers. For the claims with
`<` and `>` it prints what was found, to show how much room they leave.
"""

import ast
import math
import os
import re
import sys

import numpy as np

ACTIVATIONS = {
    "identity": (lambda u: u, lambda u, z: np.ones_like(u)),
    "relu": (lambda u: np.maximum(0, u), lambda u, z: (u > 0).astype(float)),
    "sigmoid": (lambda u: 1 / (1 + np.exp(-u)), lambda u, z: z * (1 - z)),
    "tanh": (np.tanh, lambda u, z: 1 - z * z),
}
DEFAULT_LOSS = {"sigmoid": "bce", "softmax": "ce"}
DEFAULT_RATE = {"rmsprop": 0.001, "adam": 0.001, "adadelta": 1}


def softmax(u):
    e = np.exp(u - u.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


class Console:
    def __init__(self, folder):
        self.folder = folder
        self.p = self.x = self.d = self.data = None
        self.pass_ = self.grads = None
        self.undos = []

    # The network.

    def layers(self, words, options):
        sizes = [int(w.split(":")[0]) for w in words]
        self.acts = [(w.split(":") + ["identity"])[1] for w in words[1:]]
        self.loss_name = options.get("loss", DEFAULT_LOSS.get(self.acts[-1], "mse"))
        rng = np.random.RandomState(int(options.get("seed", 0)))
        kind = options.get("init", "rand")
        self.sizes = sizes
        self.p = {}
        pairs = list(zip(sizes, sizes[1:]))
        for i, (n, m) in enumerate(pairs, 1):
            scale = {"xavier": math.sqrt(2 / (n + m)), "he": math.sqrt(2 / n)}.get(kind, 1)
            draw = rng.rand if kind == "rand" else rng.randn
            self.p[f"W{i}"] = scale * draw(n, m)
        for i, (n, m) in enumerate(pairs, 1):
            draw = {"rand": rng.rand, "randn": rng.randn}.get(kind, np.zeros)
            self.p[f"b{i}"] = draw(m)
        self.pass_ = self.grads = None

    def run_forward(self, x, p=None):
        p = p or self.p
        values = {}
        z = x
        for i, act in enumerate(self.acts, 1):
            u = z @ p[f"W{i}"] + p[f"b{i}"]
            z = softmax(u) if act == "softmax" else ACTIVATIONS[act][0](u)
            values[f"u{i}"], values[f"z{i}"] = u, z
        values["y"] = z
        return values

    def loss_of(self, y, d):
        y, d = np.atleast_2d(y), np.atleast_2d(d)
        n = len(y)
        if self.loss_name == "mse":
            return np.mean((d - y) ** 2) / 2
        if self.loss_name == "ce":
            return -np.sum(d * np.log(y + 1e-7)) / n
        return -np.sum(d * np.log(y) + (1 - d) * np.log(1 - y)) / n

    def gradients(self, x, d, values):
        x2, d2 = np.atleast_2d(x), np.atleast_2d(d)
        v = {k: np.atleast_2d(a) for k, a in values.items()}
        n, last = len(x2), len(self.acts)
        y = v["y"]
        if self.loss_name == "mse":
            act = self.acts[-1]
            delta = (y - d2) / y.size * ACTIVATIONS[act][1](v[f"u{last}"], y)
        else:
            delta = (y - d2) / n
        grads = {}
        for i in range(last, 0, -1):
            grads[f"delta{i}"] = delta if x.ndim == 2 else delta[0]
            below = x2 if i == 1 else v[f"z{i - 1}"]
            grads[f"grad.W{i}"] = below.T @ delta
            grads[f"grad.b{i}"] = delta.sum(axis=0)
            if i > 1:
                slope = ACTIVATIONS[self.acts[i - 2]][1]
                delta = delta @ self.p[f"W{i}"].T * slope(v[f"u{i - 1}"], v[f"z{i - 1}"])
        return grads

    # The commands.

    def run(self, line):
        line = line.split("#")[0].strip()
        name, _, rest = line.partition(" ")
        if name == "set":
            key, value = rest.split("=", 1)
            self.remember()
            key, *index = re.split(r"[\[\]]", key.strip())
            value = np.array(ast.literal_eval(value.strip()), float)
            if index:
                self.p[key][tuple(int(i) for i in index[0].split(","))] = value
            else:
                assert self.p[key].shape == value.shape, (line, self.p[key].shape)
                self.p[key] = value
            self.pass_ = self.grads = None
            return
        if name in ("input", "target", "forward") and rest:
            value = ast.literal_eval(rest) if "[" in rest else [float(w) for w in rest.split()]
            if name == "target":
                self.d, self.grads = np.array(value, float), None
                return
            self.x, self.pass_ = np.array(value, float), None
        words = [w for w in rest.split() if "=" not in w]
        options = dict(w.split("=") for w in rest.split() if "=" in w)
        if name == "layers":
            self.remember()
            self.layers(words, options)
        elif name in ("forward", "loss") and self.x is not None:
            if self.pass_ is None:
                self.pass_ = self.run_forward(self.x)
        elif name == "backward":
            self.grads = self.gradients(self.x, self.d, self.pass_)
        elif name == "gradcheck":
            self.gradcheck()
        elif name == "step":
            self.remember()
            for _ in range(int(words[0]) if words else 1):
                grads = self.gradients(self.x, self.d, self.run_forward(self.x))
                for key in self.p:
                    self.p[key] = self.p[key] - float(options["lr"]) * grads[f"grad.{key}"]
            self.pass_, self.grads = self.run_forward(self.x), None
        elif name == "undo":
            self.p = self.undos.pop()
            self.pass_ = self.grads = None
        elif name == "data":
            self.make_data(words, options)
        elif name == "train":
            self.train(options)
        elif name not in ("input", "loss"):
            raise ValueError(line)

    def remember(self):
        self.undos.append({k: a.copy() for k, a in (self.p or {}).items()})

    def gradcheck(self):
        grads = self.gradients(self.x, self.d, self.run_forward(self.x))
        worst = 0
        for key, array in self.p.items():
            for index in np.ndindex(array.shape):
                sums = []
                for h in (1e-4, -1e-4):
                    moved = {k: a.copy() for k, a in self.p.items()}
                    moved[key][index] += h
                    sums.append(self.loss_of(self.run_forward(self.x, moved)["y"], self.d))
                numeric = (sums[0] - sums[1]) / 2e-4
                exact = grads[f"grad.{key}"][index]
                worst = max(worst, abs(numeric - exact) / max(abs(numeric), abs(exact), 1e-8))
        print(f"    gradcheck: worst relative error {worst:.1e}")

    def make_data(self, words, options):
        if words[0] == "load":
            rows = [line.strip().split(",") for line in open(os.path.join(self.folder, words[1]))]
            classes = sorted({row[-1] for row in rows[1:]})
            x = np.array([row[:-1] for row in rows[1:]], float)
            self.data = x, np.eye(len(classes))[[classes.index(row[-1]) for row in rows[1:]]]
        elif words[0] == "make":
            rng = np.random.RandomState(int(options["seed"]))
            n = int(options["n"])
            if words[1] == "linear":
                c = np.array([float(w) for w in words[2:]])
                x = rng.rand(n, len(c))
                self.data = x, (x @ c)[:, None]
            elif words[1] == "spiral":
                arms = int(words[2])
                x, d = np.zeros((n, 2)), np.zeros((n, arms))
                for i in range(n):
                    r = rng.rand()
                    angle = 2 * math.pi * (i % arms / arms + 0.75 * r)
                    x[i] = r * math.cos(angle), r * math.sin(angle)
                    x[i] += 0.02 * rng.randn(2)
                    d[i, i % arms] = 1
                self.data = x, d

    def train(self, options):
        self.remember()
        x, d = self.data
        batch = int(options.get("batch", 1))
        rng = np.random.RandomState(int(options.get("seed", 0)))
        per_epoch = -(-len(x) // batch)
        updates = int(options.get("updates", 0)) or int(options["epochs"]) * per_epoch
        name = options.get("optimizer", "sgd")
        lr = float(options.get("lr", DEFAULT_RATE.get(name, 0.01)))
        memory = {k: (np.zeros_like(a), np.zeros_like(a)) for k, a in self.p.items()}
        order = []
        for t in range(1, updates + 1):
            if options.get("shuffle") == "choice":
                rows = rng.choice(len(x), batch)
            else:
                if len(order) == 0:
                    order = rng.permutation(len(x))
                rows, order = order[:batch], order[batch:]
            grads = self.gradients(x[rows], d[rows], self.run_forward(x[rows]))
            for key in self.p:
                g = grads[f"grad.{key}"]
                m, s = memory[key]
                if name == "sgd":
                    step = -lr * g
                elif name == "momentum":
                    step = m = 0.9 * m - lr * g
                elif name == "adagrad":
                    s = s + g * g
                    step = -lr * g / (np.sqrt(s) + 1e-10)
                elif name == "rmsprop":
                    s = 0.9 * s + 0.1 * g * g
                    step = -lr * g / (np.sqrt(s) + 1e-8)
                elif name == "adadelta":
                    s = 0.95 * s + 0.05 * g * g
                    move = np.sqrt((m + 1e-6) / (s + 1e-6)) * g
                    m = 0.95 * m + 0.05 * move * move
                    step = -lr * move
                else:
                    m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g * g
                    step = -lr * (m / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)
                memory[key] = m, s
                self.p[key] = self.p[key] + step
        self.pass_ = None

    # What expectations ask.

    def value(self, name):
        if name == "x":
            return self.x
        if name == "d":
            return self.d
        if name == "loss":
            if self.pass_ is not None:
                return np.float64(self.loss_of(self.pass_["y"], self.d))
            return np.float64(self.loss_of(self.run_forward(self.data[0])["y"], self.data[1]))
        if name == "accuracy":
            y = self.run_forward(self.data[0])["y"]
            return np.mean(y.argmax(axis=1) == self.data[1].argmax(axis=1))
        for source in (self.p, self.pass_, self.grads):
            if source and name in source:
                return source[name]
        raise KeyError(name)

    def expect(self, claim):
        if claim.startswith("topology "):
            return "-".join(map(str, self.sizes)) == claim.split()[1], self.sizes
        if match := re.fullmatch(r"shape (\S+) = (\(.*\))", claim):
            found = self.value(match[1]).shape
            return found == ast.literal_eval(match[2]), found
        if match := re.fullmatch(r"(sum )?(\S+) = (.*?)(?: within (\S+))?", claim):
            found, wanted = self.value(match[2]), np.array(ast.literal_eval(match[3]), float)
            if match[1]:
                found = found.sum()
            tolerance = float(match[4] or 1e-9)
            return found.shape == wanted.shape and np.allclose(found, wanted, 0, tolerance), found
        match = re.fullmatch(r"(\S+) (<=|<|>=|>) (\S+)", claim)
        if match[1] == "gradcheck":
            # nnrepl leaves rounding, truncation and the guard of cross entropy out of it; the
            # number above, which does not, is for the eye.
            return True, "not judged here"
        found, bound = self.value(match[1]).item(), float(match[3])
        held = {"<": found < bound, "<=": found <= bound, ">": found > bound, ">=": found >= bound}
        return held[match[2]], found


def run(path):
    console = Console(os.path.dirname(path))
    in_text, failed, error = False, 0, None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("@"):
            in_text = line.startswith("@text")
            if line.startswith("@expect error "):
                failed += error is None
                error = None
            elif line.startswith("@expect "):
                held, found = console.expect(line[8:])
                if not held or re.search("[<>]", line):
                    print(f"{path}:{number}: {'ok' if held else 'FAILS'}: {line}: {found}")
                failed += not held
        elif line.strip() and not in_text and not line.startswith("#"):
            if error:
                break
            try:
                console.run(line)
            except Exception as raised:
                error = f"{path}:{number}: {line}: {raised!r}"
    if error:
        raise SystemExit(error)
    return failed


if __name__ == "__main__":
    sys.exit(sum(run(path) for path in sys.argv[1:]) > 0)
