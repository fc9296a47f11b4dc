"""Writes OptimizerNumbers.swift: the steps of torch.optim in float64, for OptimizerTests.

Three parameters start at 1, −2 and 0.5; the gradient of update t is fixed beforehand, so that only
the rule itself is compared.

usage: python3 make_optimizer_numbers.py > OptimizerNumbers.swift   (needs PyTorch)
"""
import torch

torch.set_default_dtype(torch.float64)
START = [1.0, -2.0, 0.5]
GRADIENTS = [[0.5, -1.0, 0.001], [0.25, 3.0, 0.0], [-1.5, 0.125, -0.002], [0.0, -2.0, 10.0],
             [1.0, 1.0, 1.0], [-0.75, 0.5, -4.0]]
RULES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, eps=1e-10),
    "adadelta": lambda p: torch.optim.Adadelta(p, lr=1.0, rho=0.95, eps=1e-6),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-8),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
}

print("// Written by make_optimizer_numbers.py; the steps of torch.optim.")
print()
print("enum OptimizerNumbers {")
print(f"  static let start: [Double] = {START}")
print("  static let gradients: [[Double]] = [")
for g in GRADIENTS:
    print(f"    {g},")
print("  ]")
print("  /// The parameters after each update.")
print("  static let steps: [String: [[Double]]] = [")
for name, rule in RULES.items():
    p = torch.nn.Parameter(torch.tensor(START))
    optimizer = rule([p])
    print(f'    "{name}": [')
    for g in GRADIENTS:
        p.grad = torch.tensor(g)
        optimizer.step()
        print(f"      {p.tolist()},")
    print("    ],")
print("  ]")
print("}")
