"""The figures over 300 starts that the lessons bug-hunt and exercise-4 quote.

Exercise 4 with NumPy, one start for each seed: 100,000 samples of y = 2 x0 + 3 x1, a 2-5-1 network
with normal weights, learning rate 0.07, one randomly chosen sample an update. All starts are run
side by side. Takes a minute.
"""
import numpy as np

STARTS, UPDATES, RATE = 300, 20_000, 0.07


def sigmoid(u):
    return 1 / (1 + np.exp(-u))


def starts(updates):
    samples = np.empty((updates, STARTS, 2))
    w1, b1 = np.empty((STARTS, 2, 5)), np.empty((STARTS, 5))
    w2, b2 = np.empty((STARTS, 5)), np.empty(STARTS)
    for seed in range(STARTS):
        random = np.random.RandomState(seed)
        data = random.rand(100_000, 2)
        w1[seed], w2[seed] = random.randn(2, 5), random.randn(5)
        b1[seed], b2[seed] = random.randn(5), random.randn()
        samples[:, seed] = data[random.choice(len(data), updates)]
    return samples, w1, b1, w2, b2


def losses(activation, factor):
    """The loss of every start at every update; `factor` is what delta1 is multiplied by."""
    samples, w1, b1, w2, b2 = starts(UPDATES)
    result = np.empty((UPDATES, STARTS))
    for update, x in enumerate(samples):
        u = np.einsum("si,sij->sj", x, w1) + b1
        z = activation(u)
        error = (z * w2).sum(axis=1) + b2 - (2 * x[:, 0] + 3 * x[:, 1])
        result[update] = error**2 / 2
        delta1 = error[:, np.newaxis] * w2 * factor(u, z)
        w2 -= RATE * error[:, np.newaxis] * z
        b2 -= RATE * error
        w1 -= RATE * x[:, :, np.newaxis] * delta1[:, np.newaxis, :]
        b1 -= RATE * delta1
    return result


def noted(u, z):
    return sigmoid(z) * (1 - sigmoid(z))


def mended(u, z):
    return z * (1 - z)


def relu(u):
    return np.maximum(0, u)


def step(u, z):
    return (u > 0).astype(float)


print("median loss of the last 100 updates, and the share of starts above 0.1")
for name, activation, factor in [
    ("sigmoid as noted", sigmoid, noted),
    ("sigmoid mended", sigmoid, mended),
    ("ReLU", relu, step),
]:
    curve = losses(activation, factor)
    for end in (1000, UPDATES):
        last = curve[end - 100 : end].mean(axis=0)
        print(f"{name:18} {end:6} {np.median(last):.2g} {(last > 0.1).mean():.0%}")
