# Single-sample updates of a 2-5-1 network that learns y = 2*x0 + 3*x1, written step by step as a
# first course does. `ratios` puts the number of updates in the first line's place.
updates = 1000
import numpy as np
import functions

np.random.seed(7)
samples = []
for i in range(1000):
    point = np.random.rand(2)
    samples.append({'x': point, 'd': 2 * point[0] + 3 * point[1]})

network = {
    'W1': np.random.randn(2, 5), 'b1': np.random.randn(5),
    'W2': np.random.randn(5), 'b2': np.random.randn(),
}


def forward(network, x):
    W1, W2 = network['W1'], network['W2']
    b1, b2 = network['b1'], network['b2']
    z1 = functions.sigmoid(np.dot(x, W1) + b1)
    y = np.dot(z1, W2) + b2
    return z1, y


def backward(network, x, d, z1, y):
    grad = {}
    delta2 = functions.d_mean_squared_error(d, y)
    grad['b2'] = np.sum(delta2, axis=0)
    grad['W2'] = np.dot(z1.T, delta2)
    delta1 = np.dot(delta2, network['W2'].T) * z1 * (1 - z1)
    delta1 = delta1[np.newaxis, :]
    grad['b1'] = np.sum(delta1, axis=0)
    grad['W1'] = np.dot(x[np.newaxis, :].T, delta1)
    return grad


learning_rate = 0.01
losses = []
for t in range(updates):
    sample = samples[t % 1000]
    x, d = sample['x'], sample['d']
    z1, y = forward(network, x)
    grad = backward(network, x, d, z1, y)
    for key in ('W1', 'b1', 'W2', 'b2'):
        network[key] -= learning_rate * grad[key]
    losses.append(functions.mean_squared_error(d, y))

print('%.6f' % np.mean(losses[-100:]))
