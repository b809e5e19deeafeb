"""Histograms as NumPy counts them; prints histograms.json."""
import json
import numpy as np

rng = np.random.RandomState(9)
cases = {
    "normal": (rng.standard_normal(500), 30, None),
    "on the edges": (np.arange(0, 31) / 30.0, 30, (0.0, 1.0)),
    "tenths": (np.round(rng.uniform(0, 1, 400), 1), 10, (0.0, 1.0)),
    "outside": (np.array([-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 3.0]), 4, (0.0, 1.0)),
    "one value": (np.array([2.5, 2.5]), 3, None),
    "thirds": (np.arange(-9, 10) / 3.0, 18, (-3.0, 3.0)),
}
print(json.dumps({"source": "numpy %s numpy.histogram" % np.__version__, "cases": [
    {"name": name, "values": list(values), "bins": bins, "range": limits,
     "counts": np.histogram(values, bins, limits)[0].tolist(),
     "edges": np.histogram(values, bins, limits)[1].tolist()}
    for name, (values, bins, limits) in cases.items()]}, indent=1))
