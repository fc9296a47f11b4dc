"""What `updates.py` uses of the module `functions`, for running it with CPython and NumPy."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def mean_squared_error(d, y):
    return np.mean(np.square(d - y)) / 2


def d_mean_squared_error(d, y):
    return (y - d) / d.shape[0] if type(d) == np.ndarray else y - d
