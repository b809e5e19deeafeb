"""The moons network trained in plain NumPy under other seeds; prints moons-training.json."""
import json
import numpy as np


def make_moons(n, noise, seed):
    """scikit-learn's make_moons, step by step."""
    generator = np.random.RandomState(seed)
    outer, inner = n // 2, n - n // 2
    a, b = np.linspace(0, np.pi, outer), np.linspace(0, np.pi, inner)
    x = np.vstack([np.append(np.cos(a), 1 - np.cos(b)), np.append(np.sin(a), 1 - np.sin(b) - 0.5)]).T
    y = np.hstack([np.zeros(outer), np.ones(inner)])
    order = np.arange(n)
    generator.shuffle(order)
    return x[order] + generator.normal(scale=noise, size=x.shape), y[order]


def train(train_seed, weight_seed, scale, iterations, every):
    x, y = make_moons(300, 0.05, train_seed)
    generator = np.random.RandomState(weight_seed)
    sizes = [2, 10, 5, 1]
    w = [generator.randn(sizes[i + 1], sizes[i]) * scale(sizes[i]) for i in range(3)]
    b = [np.zeros((sizes[i + 1], 1)) for i in range(3)]
    costs = []
    for iteration in range(iterations):
        a, z = [x.T], []
        for layer in range(3):
            z.append(w[layer] @ a[-1] + b[layer])
            a.append(np.maximum(z[-1], 0) if layer < 2 else 1 / (1 + np.exp(-z[-1])))
        if iteration % every == 0:
            logits = z[2][0]
            costs.append(np.mean(np.maximum(logits, 0) - logits * y + np.log1p(np.exp(-np.abs(logits)))))
        delta = (a[3] - y) / len(y)
        for layer in (2, 1, 0):
            gradient_w, gradient_b = delta @ a[layer].T, delta.sum(axis=1, keepdims=True)
            if layer > 0:
                delta = (w[layer].T @ delta) * (z[layer - 1] > 0)
            w[layer] -= 0.01 * gradient_w
            b[layer] -= 0.01 * gradient_b
    return costs


he = lambda inputs: np.sqrt(2.0 / inputs)
cases = []
for train_seed, weight_seed in [(1, 3), (2, 4), (7, 4294967295), (123456789, 0)]:
    cases.append({"trainSeed": train_seed, "weightSeed": weight_seed, "init": "he_normal", "every": 100,
                  "costs": train(train_seed, weight_seed, he, 601, 100)})
print(json.dumps({"source": "numpy %s, make_moons_training.py" % np.__version__, "cases": cases}, indent=1))
