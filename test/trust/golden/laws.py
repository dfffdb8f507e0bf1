"""Golden values of the engine's laws, computed with mpmath at 60 digits. Run: python3 laws.py > laws.json"""

import json

from mpmath import beta, betainc, erf, exp, findroot, gamma, gammainc, log, loggamma, mp, mpf, sqrt

mp.dps = 60
TAILS = ["1e-9", "1e-6", "0.001", "0.025", "0.1", "0.3", "0.5", "0.8", "0.95", "0.999", "0.999999", "0.999999999"]


def phi(z):
    return (1 + erf(z / sqrt(2))) / 2


def phi_tail(z):
    return gammainc(mpf(1) / 2, z * z / 2) / (2 * gamma(mpf(1) / 2)) if z > 0 else 1 - phi(z)


def bisect(cdf, p, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(260):
        middle = (low + high) / 2
        if cdf(middle) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def normal_quantile(p):
    return bisect(phi, p, -12, 12)


def beta_cdf(a, b):
    return lambda x: betainc(a, b, 0, x, regularized=True)


def gamma_cdf(shape):
    return lambda x: gammainc(shape, 0, x, regularized=True)


out = []


def add(name, parameters, at, value):
    out.append({"of": name, "parameters": [float(x) for x in parameters], "at": float(at), "value": mp.nstr(value, 25)})


for x in ["0.01", "0.5", "1.5", "7.9", "8.1", "33.3", "1000.5", "1e6"]:
    add("logGamma", [], mpf(float(x)), loggamma(mpf(float(x))))
for a, b in [(0.5, 0.5), (12, 988), (2, 3), (0.1, 40), (1e4, 1e5), (8.5, 8.5)]:
    add("logBeta", [a, b], 0, log(beta(mpf(a), mpf(b))))
for z in [-8, -5, -3, -1.5, -0.5, 0.25, 1, 2.5, 5]:
    add("normalCdf", [], z, phi(mpf(z)) if z > -1 else phi_tail(-mpf(z)))
for p in TAILS:
    q = mpf(float(p))
    add("normalQuantile", [], q, normal_quantile(q))

for a, b in [(12, 988), (30, 970), (18, 182), (9, 291), (0.7, 4), (2.5, 0.4), (1, 1), (300, 200), (0.3, 0.3)]:
    for p in TAILS:
        q = mpf(float(p))
        add("betaQuantile", [a, b], q, bisect(beta_cdf(mpf(a), mpf(b)), q, 0, 1))
    for x in ["0.003", "0.012", "0.3", "0.9"]:
        y = mpf(float(x))
        add("betaCdf", [a, b], y, beta_cdf(mpf(a), mpf(b))(y))
for mean, shape in [(1, 0.5), (20, 3), (1.5, 40), (100, 400)]:
    scale = mpf(mean) / mpf(shape)
    for p in TAILS:
        q = mpf(float(p))
        high = mpf(10) ** 4 * (shape + 100)
        add("gammaQuantile", [mean, shape], q, bisect(gamma_cdf(mpf(shape)), q, 0, high) * scale)
for low, mode, high in [(1, 2, 9), (0, 0, 1), (5, 40, 50)]:
    width = mpf(high - low)
    a, b = 1 + 4 * mpf(mode - low) / width, 1 + 4 * mpf(high - mode) / width
    for p in TAILS:
        q = mpf(float(p))
        add("pertQuantile", [low, mode, high], q, low + width * bisect(beta_cdf(a, b), q, 0, 1))
for low, high, level in [(5, 50, 0.8), (0.1, 90, 0.9)]:
    z = normal_quantile(mpf(1) / 2 + mpf(float(level)) / 2)
    centre, sd = (log(mpf(low)) + log(mpf(high))) / 2, (log(mpf(high)) - log(mpf(low))) / (2 * z)
    for p in TAILS:
        q = mpf(float(p))
        add("intervalQuantile", [low, high, level], q, exp(centre + sd * normal_quantile(q)))
for mean, sd, low, high in [(0, 1, 0.5, 3), (10, 2, -100, 9), (0, 1, 4, 9)]:
    lower = phi_tail(mpf(low - mean) / sd)
    upper = phi_tail(mpf(high - mean) / sd)
    for p in ["0.001", "0.025", "0.1", "0.3", "0.5", "0.8", "0.95", "0.999"]:
        q = mpf(float(p))
        target = lower - q * (lower - upper)
        value = bisect(lambda x: -phi_tail((x - mean) / mpf(sd)), -target, low, high)
        add("truncatedQuantile", [mean, sd, low, high], q, value)
for low, high, level in [(0.02, 0.3, 0.8), (0.4, 0.9, 0.9)]:
    z = normal_quantile(mpf(1) / 2 + mpf(float(level)) / 2)
    ends = [log(mpf(float(x)) / (1 - mpf(float(x)))) for x in (low, high)]
    centre, sd = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / (2 * z)
    for p in TAILS:
        q = mpf(float(p))
        add("shareQuantile", [low, high, level], q, 1 / (1 + exp(-(centre + sd * normal_quantile(q)))))
for low, high, level in [(-3, 8, 0.8), (-0.2, 0.1, 0.9)]:
    z = normal_quantile(mpf(1) / 2 + mpf(float(level)) / 2)
    low, high = mpf(float(low)), mpf(float(high))
    for p in ["1e-6", "0.025", "0.1", "0.3", "0.8", "0.999"]:
        q = mpf(float(p))
        add("intervalQuantile", [low, high, level], q, (low + high) / 2 + (high - low) / (2 * z) * normal_quantile(q))
for w, a, s, v, b, t in [(1, 2, 0.5, 3, 40, 0.2), (5, 10, 1, 1, 10, 0.1)]:
    share = mpf(w) / (w + v)
    scales = [mpf(float(x)) for x in (s, t)]

    def mixed(x):
        return share * phi(log(x / a) / scales[0]) + (1 - share) * phi(log(x / b) / scales[1])

    for p in ["0.001", "0.025", "0.1", "0.3", "0.5", "0.8", "0.95", "0.999"]:
        q = mpf(float(p))
        add("mixtureQuantile", [w, a, s, v, b, t], q, bisect(mixed, q, "1e-6", 1000))
print("[\n" + ",\n".join(json.dumps(each) for each in out) + "\n]")
