"""R1 in numpy, vectorised over weeks and futures per product, exact counts. Arguments: products weeks trials seed repeats."""

import json
import sys
import time

import numpy as np

LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]


def run(products, weeks, trials, seed):
    rng = np.random.Generator(np.random.SFC64(seed))
    week = np.arange(1, weeks + 1)
    season = 1 + 0.35 * np.cos(2 * np.pi * ((week - 1) % 52 + 1 - 48) / 52)
    market = np.exp(0.25 * rng.standard_normal(trials))
    ban = np.where(rng.random(trials) < 0.6, rng.integers(1, 53, trials), 1 << 30)
    banned = week[:, None] >= ban[None, :]
    reach_a = np.where(banned, 0.08, 1.0)
    reach_t = np.where(banned, 1.15, 1.0) * market
    earned = np.zeros((2, weeks, trials))
    means = np.zeros((2, products))
    for p in range(products):
        at = 0 if products == 1 else p / (products - 1)
        price, rate_a, rate_t = 12 + 68 * at, 0.01 + 0.09 * at, 0.08 + 0.12 * (1 - at)
        views = 20000 * (0.9 + 0.02 * p) * np.exp(1.1 * rng.standard_normal((weeks, trials))) * season[:, None]
        a = rng.poisson(views * (rng.beta(12, 988, trials) * rng.beta(18, 182, trials)) * reach_a)
        b = rng.poisson(views * (rng.beta(30, 970, trials) * rng.beta(9, 291, trials)) * reach_t)
        a -= rng.binomial(a, rng.beta(8, 92, trials))
        b -= rng.binomial(b, rng.beta(12, 88, trials))
        x, y = a * (price * 1.35 * rate_a), b * (price * 0.95 * rate_t)
        earned[0] += x
        earned[1] += y
        means[:, p] = x.sum() / trials, y.sum() / trials
    earned = earned.cumsum(axis=1)
    difference = earned[1] - earned[0]
    bands = [np.quantile(rows, LEVELS, axis=1) for rows in (earned[0], earned[1], difference)]
    return earned, means, bands


def main():
    products, weeks, trials, seed, repeats = map(int, sys.argv[1:])
    times = []
    for r in range(repeats):
        start = time.perf_counter()
        earned, means, bands = run(products, weeks, trials, seed + r)
        times.append((time.perf_counter() - start) * 1000)
    last = earned[:, -1]
    print(
        json.dumps(
            {
                "ms": min(times),
                "times": times,
                "mean": last.mean(axis=1).tolist(),
                "sd": last.std(axis=1).tolist(),
                "probability": float((last[1] > last[0]).mean()),
                "quantiles": [rows[:, -1].tolist() for rows in bands],
                "products": means.ravel().tolist(),
            }
        )
    )


main()
