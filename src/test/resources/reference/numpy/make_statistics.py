"""Writes statistics.json beside itself: what a run's statistics should be. Development only: no test runs it."""

import collections
import itertools
import json
import math
import pathlib
import platform

import numpy
import scipy
from scipy import stats

FOLDER = pathlib.Path(__file__).parent
RESAMPLES = 10_000
STANDARD_ERRORS = 5


def bounds(values, statistic):
    """Percentiles of the exact distribution over all resamples, and where 10,000 of them may put them by chance."""
    n = len(values)
    resamples = list(itertools.combinations_with_replacement(range(n), n))
    times = [math.factorial(n) / math.prod(math.factorial(count) for count in collections.Counter(each).values()) for each in resamples]
    exact = numpy.array([statistic(numpy.array(values)[list(each)]) for each in resamples])
    order = numpy.argsort(exact)
    cumulative = numpy.cumsum(numpy.array(times)[order]) / n**n
    ends = []
    for level in (0.025, 0.975):
        error = STANDARD_ERRORS * numpy.sqrt(level * (1 - level) / RESAMPLES)
        ends.append([float(exact[order][numpy.searchsorted(cumulative, at)]) for at in (level - error, level + error)])
    return ends


def student(values):
    """The 95 % interval of a mean."""
    return [float(end) for end in stats.t.interval(0.95, len(values) - 1, numpy.mean(values), stats.sem(values))]


def clopper_pearson(successes, trials):
    return [
        0.0 if successes == 0 else float(stats.beta.ppf(0.025, successes, trials - successes + 1)),
        1.0 if successes == trials else float(stats.beta.ppf(0.975, successes + 1, trials - successes)),
    ]


def iqm(values):
    """As rliable does."""
    return float(stats.trim_mean(values, proportiontocut=0.25))


def spread(values):
    values = numpy.array(values)
    return {
        "values": values.tolist(),
        "mean": float(numpy.mean(values)),
        "std": float(numpy.std(values, ddof=1)),
        "interval": student(values),
        "iqm": iqm(values),
        "bootstrap_of_mean": bounds(values, numpy.mean) if len(values) >= 10 else None,
        "iqm_interval": bounds(values, iqm) if len(values) >= 10 else None,
    }


def comparison(values, others):
    """Accuracies of two initializers under the same repetitions; None has diverged."""
    worst = -numpy.inf
    x = numpy.array([worst if v is None else v for v in values])
    y = numpy.array([worst if v is None else v for v in others])
    points = (x > y) + 0.5 * (x == y)
    both = numpy.isfinite(x) & numpy.isfinite(y)
    differences = x[both] - y[both]
    wins, losses = int(numpy.sum(x > y)), int(numpy.sum(x < y))
    return {
        "values": values,
        "others": others,
        "wins": wins,
        "ties": int(numpy.sum(x == y)),
        "losses": losses,
        "probability": float(numpy.mean(points)),
        "probability_interval": clopper_pearson(float(points.sum()), len(points)),
        "sign_test_p": float(stats.binomtest(wins, wins + losses).pvalue),
        "completed": int(numpy.sum(both)),
        "difference_mean": float(numpy.mean(differences)),
        "difference_std": float(numpy.std(differences, ddof=1)),
        "difference_interval": student(differences),
        "p_value": float(stats.ttest_rel(x, y).pvalue) if both.all() else float(stats.binomtest(wins, wins + losses).pvalue),
    }


def holm(p):
    """Step by step, by the definition."""
    adjusted, largest = [0.0] * len(p), 0.0
    for rank, i in enumerate(numpy.argsort(p, kind="stable")):
        largest = max(largest, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = largest
    return adjusted


def rates(losses, untrained):
    """losses[init][rate][repetition], None has diverged; untrained[init][repetition] is the loss before training."""
    table = numpy.array([[[numpy.inf if v is None else v for v in rate] for rate in init] for init in losses])
    start = numpy.array(untrained)[:, None, :]
    diverged = numpy.mean(numpy.isinf(table), axis=2)
    means = numpy.array([[numpy.mean(rate[numpy.isfinite(rate)]) if numpy.isfinite(rate).any() else numpy.inf for rate in init] for init in table])
    best = [min(range(table.shape[1]), key=lambda rate: (diverged[init, rate], means[init, rate])) for init in range(len(table))]
    common = stats.rankdata(table, axis=0).mean(axis=2)
    at_best = numpy.array([table[init, rate] for init, rate in enumerate(best)])
    clipped = numpy.minimum(table, start).mean(axis=2)
    return {
        "losses": losses,
        "untrained": untrained,
        "means": [[None if numpy.isinf(v) else float(v) for v in init] for init in means],
        "common_ranks": common.tolist(),
        "best": best,
        "ranks_at_best": stats.rankdata(at_best, axis=0).mean(axis=1).tolist(),
        "sensitivity": (clipped - clipped.min(axis=1, keepdims=True)).mean(axis=1).tolist(),
    }


content = {
    "source": f"NumPy {numpy.__version__}, SciPy {scipy.__version__}, Python {platform.python_version()}",
    "spreads": [
        spread([0.91, 0.87, 0.95]),
        spread([0.1, 0.4, 0.7, 1.5]),
        spread([0.1, 0.4, 0.7, 1.5, 2.0, 9.0]),
        spread([-3.0, -1.0, 0.5, 0.5, 2.25, 4.0, 8.0]),
        spread([0.1, 0.4, 0.7, 1.5, 2.0, 9.0, -1.0, 0.3, 0.35, 0.6]),
    ],
    "comparisons": [
        comparison([0.9, 0.8, 0.95, 0.7, 0.85, 0.6], [0.85, 0.8, 0.9, 0.75, 0.8, 0.5]),
        comparison([0.9, None, 0.95, 0.7, None, 0.6], [0.85, 0.8, None, 0.75, None, 0.5]),
        comparison([0.5, 0.6, 0.7], [0.6, 0.7, 0.9]),
        comparison([0.9, 0.8, None, 0.7, 0.85], [None, 0.7, 0.9, 0.7, 0.9]),
    ],
    "holm": [
        {"p": p, "adjusted": holm(p)}
        for p in ([0.01, 0.04, 0.03, 0.005], [0.5], [0.02, 0.02, 0.9], [0.001, 0.7, 0.7, 0.04, 0.012, 0.3])
    ],
    "rates": [
        rates(
            [
                [[0.9, 0.8, 0.85], [0.3, 0.25, 0.4], [0.1, None, 0.12]],
                [[0.5, 0.55, 0.45], [0.2, 0.3, 0.3], [0.35, 0.2, 0.3]],
                [[2.5, 2.6, None], [None, None, None], [None, None, None]],
                [[0.69, 0.69, 0.69], [0.69, 0.69, 0.69], [0.69, 0.69, 0.69]],
            ],
            [[1.0, 1.1, 1.2], [0.9, 0.8, 1.0], [2.4, 2.7, 2.9], [0.69, 0.69, 0.69]],
        )
    ],
}
(FOLDER / "statistics.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
