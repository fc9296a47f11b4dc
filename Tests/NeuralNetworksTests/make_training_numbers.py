"""Writes TrainingNumbers.swift: gradient descent as a NumPy program does it, for TrainerTests.

The program is that of a first course: 100,000 samples of y = 2 x0 + 3 x1, a network 2-5-1, single
samples drawn with replacement, learning rate 0.07; all random numbers from one legacy stream.

usage: python3 make_training_numbers.py > TrainingNumbers.swift
"""
import numpy as np


def constant(name, values):
    print(f"  static let {name}: [Double] = [")
    line = "   "
    for text in (repr(float(v)) for v in np.ravel(values)):
        if len(line) + len(text) + 2 > 96:
            print(line)
            line = "   "
        line += f" {text},"
    print(line)
    print("  ]")


def run(name, act, slope):
    np.random.seed(1)
    X = np.random.rand(100_000, 2)
    W1, W2 = np.random.randn(2, 5), np.random.randn(5, 1)
    b1, b2 = np.random.randn(5), np.random.randn(1)
    picks = np.random.choice(len(X), 1000)
    losses = []
    for k in picks:
        x = X[k:k + 1]
        d = 2 * x[:, :1] + 3 * x[:, 1:]
        u1 = x @ W1 + b1
        z1 = act(u1)
        y = z1 @ W2 + b2
        losses.append(np.mean((d - y) ** 2) / 2)
        delta2 = y - d
        delta1 = delta2 @ W2.T * slope(u1)
        for p, g in ((W1, x.T @ delta1), (b1, delta1[0]), (W2, z1.T @ delta2), (b2, delta2[0])):
            p -= 0.07 * g
    losses = np.array(losses)
    constant(f"{name}Means", losses.reshape(10, 100).mean(axis=1))
    constant(f"{name}Parameters", np.concatenate([W1.ravel(), b1, W2.ravel(), b2]))


def sigmoid(u):
    return 1 / (1 + np.exp(-u))


print("// Written by make_training_numbers.py; gradient descent in NumPy.")
print()
print("enum TrainingNumbers {")
run("sigmoid", sigmoid, lambda u: sigmoid(u) * (1 - sigmoid(u)))
run("relu", lambda u: np.maximum(0, u), lambda u: np.where(u > 0, 1.0, 0.0))

# Twelve fixed samples in turns, 240 updates, from fixed weights: 2-3-1.
X = np.array([[.2, .25], [.8, .5], [0, .75], [.4, 1], [1, .25], [.6, 0], [.2, 1], [.8, 1],
              [.4, .25], [0, 0], [1, .75], [.6, .5]])
D = X @ [[2.], [3.]]
for name, act, slope in (("Sigmoid", sigmoid, lambda u: sigmoid(u) * (1 - sigmoid(u))),
                         ("Relu", lambda u: np.maximum(0, u), lambda u: 1.0 * (u > 0))):
    W1, b1 = np.array([[.1, -.3, .5], [.2, .4, -.6]]), np.array([.1, .2, .3])
    W2, b2 = np.array([[.7], [-.5], [.4]]), np.array([.25])
    for k in range(240):
        x, d = X[k % 12:k % 12 + 1], D[k % 12:k % 12 + 1]
        u1 = x @ W1 + b1
        z1 = act(u1)
        delta2 = z1 @ W2 + b2 - d
        delta1 = delta2 @ W2.T * slope(u1)
        W2 -= .07 * z1.T @ delta2
        b2 -= .07 * delta2[0]
        W1 -= .07 * x.T @ delta1
        b1 -= .07 * delta1[0]
    constant(f"inTurns{name}", np.concatenate([W1.ravel(), b1, W2.ravel(), b2]))
print("}")
