"""Writes values.json beside itself, from Python's decimal arithmetic. Development only: no test runs it."""

import decimal
import json
import pathlib
import platform
from decimal import Decimal

decimal.getcontext().prec = 500
LOGITS = (0.0, 1e-300, 1e-8, 0.5, 1.0, 2.75, 17.0, 36.7, 40.0, 700.0, 1000.0)
LABELS = (0.0, 0.25, 1.0)


def cross_entropy(logit, label):
    """-y ln(s) - (1 - y) ln(1 - s) and s - y with s = 1 / (1 + exp(-z)), rounded to a double at the end alone."""
    z, y = Decimal(logit), Decimal(label)
    sigmoid = 1 / (1 + (-z).exp())
    other = 1 / (1 + z.exp())
    loss = -y * sigmoid.ln() - (1 - y) * other.ln()
    return {"logit": logit, "label": label, "loss": float(loss), "gradient": float(sigmoid - y)}


values = [cross_entropy(sign * logit, label) for logit in LOGITS for sign in (1, -1) for label in LABELS]
content = {"source": f"Python {platform.python_version()}, decimal with 500 digits", "values": values}
(pathlib.Path(__file__).parent / "values.json").write_text(json.dumps(content, indent=1) + "\n")
