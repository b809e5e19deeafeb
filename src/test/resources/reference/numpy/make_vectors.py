"""Writes randomstate-further.json, moons.json, classification.json and bootstrap.json beside itself. Development only: no test runs it."""

import itertools
import json
import os
import pathlib
import platform

# With AVX-512 NumPy has sines and cosines of its own, up to 2 ulp away from those of the C library.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import numpy
import sklearn
from sklearn.datasets import make_classification, make_moons

FOLDER = pathlib.Path(__file__).parent
MADE_BY = f"NumPy {numpy.__version__}, scikit-learn {sklearn.__version__}, Python {platform.python_version()}"
RESAMPLES = 10_000
STANDARD_ERRORS = 5


def write(name, content):
    (FOLDER / name).write_text(json.dumps({"source": MADE_BY, **content}, separators=(",", ":")) + "\n")


def vector(seed):
    state = numpy.random.RandomState(seed)
    lowest, highest = -(2**63), 2**63 - 1

    def randint(low, high, size):
        return f"randint_{low}_{high}_{size}", state.randint(low, high, size, dtype=numpy.int64)

    drawn = {"seed": seed}
    for key, values in (
        ("standard_normal_401", state.standard_normal(401)),
        randint(0, 2**32 - 1, 5),
        randint(0, 2**32, 5),
        randint(0, 2**32 + 1, 5),
        randint(-5_000_000_000, 5_000_000_000, 5),
        randint(lowest, highest, 5),
        randint(7, 8, 3),
        ("permutation_2000", state.permutation(2000)),
        ("permutation_1", state.permutation(1)),
        ("standard_normal_spare_2", state.standard_normal(2)),
        ("random_sample_40", state.random_sample(40)),
        ("uniform_-3.5_1000.25_9", state.uniform(-3.5, 1000.25, 9)),
        ("normal_loc-2.5_scale10.0_9", state.normal(-2.5, 10.0, 9)),
    ):
        drawn[key] = values.tolist()
    return drawn


def is_refused(seed):
    try:
        numpy.random.RandomState(seed)
        return False
    except ValueError:
        return True


def moons(count, noise, seed):
    numpy.random.seed(seed)
    points, labels = make_moons(n_samples=count, noise=noise)
    return {"count": count, "noise": noise, "seed": seed, "points": points.tolist(), "labels": labels.tolist()}


def classification(samples, features, informative, redundant, classes, clusters_per_class, flip, separation, seed):
    points, labels = make_classification(
        n_samples=samples,
        n_features=features,
        n_informative=informative,
        n_redundant=redundant,
        n_classes=classes,
        n_clusters_per_class=clusters_per_class,
        flip_y=flip,
        class_sep=separation,
        random_state=seed,
    )
    settings = {name: value for name, value in locals().items() if name not in ("points", "labels")}
    return {**settings, "points": points.tolist(), "labels": labels.tolist()}


def bootstrap(values):
    """The exact distribution of the resampled mean, and where its percentiles may fall by chance."""
    means = numpy.sort([numpy.mean(resample) for resample in itertools.product(values, repeat=len(values))])
    bounds = {}
    for end, level in (("low", 0.025), ("high", 0.975)):
        error = STANDARD_ERRORS * numpy.sqrt(level * (1 - level) / RESAMPLES)
        bounds[end] = [float(numpy.quantile(means, level - error)), float(numpy.quantile(means, level + error))]
    return {"values": values, **bounds}


write(
    "randomstate-further.json",
    {
        "vectors": [vector(seed) for seed in (2, 7, 12345, 2147483648, 3000000000, 4294967294)],
        "refused_seeds": [seed for seed in (-(2**31), -1, 0, 2**32 - 1, 2**32, 2**63 - 1) if is_refused(seed)],
    },
)
write(
    "moons.json",
    {
        "sets": [
            moons(2, 0.05, 1),
            moons(3, 0.05, 1),
            moons(4, 0.0, 0),
            moons(5, 0.1, 42),
            moons(101, 0.2, 7),
            moons(250, 0.05, 4294967295),
        ]
    },
)
write(
    "classification.json",
    {
        "sets": [
            classification(50, 6, 2, 2, 2, 2, 0.01, 1.0, 0),
            classification(61, 9, 3, 2, 3, 2, 0.3, 0.5, 7),
            classification(40, 5, 2, 0, 4, 1, 0.0, 2.0, 123),
            classification(37, 16, 12, 3, 5, 2, 0.1, 1.5, 3000000000),
            classification(30, 5, 4, 1, 1, 3, 0.0, 1.0, 11),
        ]
    },
)
write(
    "bootstrap.json",
    {
        "samples": [
            bootstrap([0.1, 0.4, 0.7, 1.5, 2.0, 9.0]),
            bootstrap([-3.0, -1.0, 0.5, 0.5, 2.25, 4.0, 8.0]),
        ]
    },
)
