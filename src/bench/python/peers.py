"""Times the work of a benchmark's trial in NumPy or PyTorch, on one core, and prints the microseconds of a step.

Takes the workload's name; its size and moments of evaluation come from standard input, as org.initbench.trial.Bench tells them. Examples
are random, as no time depends on what they are: the same shapes, as many steps, the same evaluations at the same moments (the minibatch's
accuracy where the curve has a point, the test set where the study evaluates, both sets at the end), He's initialization, the same
updater. The trial runs twice, and the second time counts.
"""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import numpy as np


class Moons:
    """2-10-5-1 in NumPy, double precision, the full batch, plain gradient descent."""

    def __init__(self, size):
        self.size = size
        random = np.random.default_rng(1)
        self.train = random.normal(size=(size["train"], 2)), random.integers(0, 2, (size["train"], 1)).astype(float)
        self.test = random.normal(size=(size["test"], 2)), random.integers(0, 2, (size["test"], 1)).astype(float)

    def begin(self):
        random = np.random.default_rng(3)
        widths = [2, 10, 5, 1]
        self.weights = [random.normal(size=(n, m)) * np.sqrt(2 / n) for n, m in zip(widths, widths[1:])]
        self.biases = [np.zeros(m) for m in widths[1:]]

    def forward(self, x):
        activations = [x]
        for weights, bias in zip(self.weights[:-1], self.biases[:-1]):
            activations.append(np.maximum(activations[-1] @ weights + bias, 0))
        logits = activations[-1] @ self.weights[-1] + self.biases[-1]
        return activations, logits

    @staticmethod
    def loss(logits, labels):
        return np.maximum(logits, 0) - logits * labels + np.log1p(np.exp(-np.abs(logits)))

    def step(self, iteration):
        x, labels = self.train
        activations, logits = self.forward(x)
        loss = self.loss(logits, labels).mean()
        delta = (1 / (1 + np.exp(-logits)) - labels) / len(x)
        for layer in range(len(self.weights) - 1, -1, -1):
            of_weights = activations[layer].T @ delta
            of_bias = delta.sum(axis=0)
            if layer:
                delta = (delta @ self.weights[layer].T) * (activations[layer] > 0)
            self.weights[layer] -= self.size["rate"] * of_weights
            self.biases[layer] -= self.size["rate"] * of_bias
        return loss

    def accuracy(self, iteration):
        return ((self.forward(self.train[0])[1] > 0) == (self.train[1] > 0.5)).mean()

    def score(self, which):
        x, labels = getattr(self, which)
        logits = self.forward(x)[1]
        return self.loss(logits, labels).mean(), ((logits > 0) == (labels > 0.5)).mean()


def torch_trial(name, size):
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.manual_seed(1)

    class Last(nn.Module):
        """A recurrent layer of which the last step goes on."""

        def __init__(self, layer):
            super().__init__()
            self.layer = layer

        def forward(self, x):
            return self.layer(x)[0][:, -1]

    class Block(nn.Module):
        """x <- relu(x + conv(relu(conv(x))))."""

        def __init__(self, channels):
            super().__init__()
            self.branch = nn.Sequential(
                nn.Conv2d(channels, channels, 3, padding=1), nn.ReLU(), nn.Conv2d(channels, channels, 3, padding=1))

        def forward(self, x):
            return torch.relu(x + self.branch(x))

    def network():
        side = size["features"][-1]
        inputs = size["features"][0]
        if name in ("MNIST", "MNIST_DEEP"):
            widths = {"MNIST": [784, 256], "MNIST_DEEP": [784, 512, 256, 128]}[name]
            hidden = [layer for n, m in zip(widths, widths[1:]) for layer in (nn.Linear(n, m), nn.ReLU())]
            layers = nn.Sequential(*hidden, nn.Linear(widths[-1], 10))
        elif name == "CNN":
            layers = nn.Sequential(
                nn.Conv2d(inputs, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                nn.Flatten(), nn.Linear(32 * (side // 4) ** 2, size["classes"]))
        elif name == "RNN":
            layers = nn.Sequential(
                nn.Embedding(size["vocabulary"], 128), Last(nn.RNN(128, 128, batch_first=True)), nn.Linear(128, size["classes"]))
        elif name == "LSTM":
            layers = nn.Sequential(Last(nn.LSTM(inputs, 128, batch_first=True)), nn.Linear(128, size["classes"]))
        elif name == "RESIDUAL":
            layers = nn.Sequential(
                nn.Conv2d(inputs, 32, 3, padding=1), nn.ReLU(), Block(32), nn.AvgPool2d(2), nn.Flatten(),
                nn.Linear(32 * (side // 2) ** 2, size["classes"]))
        for parameter in layers.parameters():
            if parameter.dim() > 1:
                nn.init.kaiming_normal_(parameter)
        return layers

    def examples(count):
        shape = size["features"]
        if "vocabulary" in size:
            features = torch.randint(size["vocabulary"], (count, shape[-1]))
        elif name == "LSTM":
            features = torch.randn(count, shape[-1], shape[0])
        else:
            features = torch.randn(count, *shape)
        return features, torch.randint(size["classes"], (count,))

    class Trial:
        def __init__(self):
            self.train = examples(size["train"])
            self.test = examples(size["test"])
            self.at_a_time = 200 if len(size["features"]) == 3 else 2000
            self.loss = nn.CrossEntropyLoss()

        def begin(self):
            self.network = network()
            kind = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}[size["updater"]]
            self.optimizer = kind(self.network.parameters(), lr=size["rate"])

        def batch(self, iteration):
            if iteration % size["perEpoch"] == 0:
                self.order = torch.randperm(size["train"])
            start = iteration % size["perEpoch"] * size["batch"]
            if getattr(self, "at", None) != iteration:
                some = self.order[start : start + size["batch"]]
                self.at, self.minibatch = iteration, (self.train[0][some], self.train[1][some])
            return self.minibatch

        def step(self, iteration):
            features, labels = self.batch(iteration)
            self.optimizer.zero_grad(set_to_none=True)
            loss = self.loss(self.network(features), labels)
            loss.backward()
            self.optimizer.step()
            return loss.item()

        def accuracy(self, iteration):
            features, labels = self.batch(iteration)
            with torch.no_grad():
                return (self.network(features).argmax(1) == labels).float().mean().item()

        def score(self, which):
            features, labels = getattr(self, which)
            loss = correct = 0
            with torch.no_grad():
                for some, of in zip(features.split(self.at_a_time), labels.split(self.at_a_time)):
                    logits = self.network(some)
                    loss += nn.functional.cross_entropy(logits, of, reduction="sum").item()
                    correct += (logits.argmax(1) == of).sum().item()
            return loss / len(labels), correct / len(labels)

    return Trial()


def run(trial, size):
    recorded, evaluated = set(size["recorded"]), set(size["evaluated"])
    start = time.perf_counter()
    trial.begin()
    for iteration in range(size["iterations"]):
        if iteration in recorded or iteration in evaluated:
            trial.accuracy(iteration)
        if iteration in evaluated:
            trial.score("test")
        trial.step(iteration)
    trial.score("train")
    trial.score("test")
    return (time.perf_counter() - start) / size["iterations"] * 1e6


size = json.load(sys.stdin)
name = sys.argv[1]
trial = Moons(size) if name == "MOONS" else torch_trial(name, size)
run(trial, size)
print(run(trial, size))
