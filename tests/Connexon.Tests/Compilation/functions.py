"""Writes functions.csv: elementary functions of doubles to 30 digits, by Python's decimal arithmetic with 1000. Run: python3 functions.py > functions.csv"""
import math
import random
from decimal import Decimal as D
from decimal import getcontext

getcontext().prec = 1000
getcontext().Emax, getcontext().Emin = 10**6, -10**6
random.seed(1952)


def series(x, k):
    """Terms x^k/k! - x^(k+2)/(k+2)! + ..."""
    term, total = x**k / math.factorial(k), D(0)
    while term != 0 and (total == 0 or abs(term) > abs(total) * D(10) ** -120):
        total += term
        term *= -x * x / ((k + 1) * (k + 2))
        k += 2
    return total


def expm1(x):
    if abs(x) > 1:
        return x.exp() - 1
    term, total, k = x, D(0), 1
    while abs(term) > abs(total) * D(10) ** -120:
        total += term
        k += 1
        term *= x / k
    return total


def odd(f):
    """f of a number that is not 0."""
    return lambda x: f(x) if x != 0 else x


FUNCTIONS = {
    "exp": lambda x: x.exp(),
    "expm1": odd(expm1),
    "exprel": lambda x: expm1(x) / x if x != 0 else D(1),
    "inverseExprel": lambda x: x / expm1(x) if x != 0 else D(1),
    "log": lambda x: x.ln(),
    "sqrt": lambda x: x.sqrt(),
    "sin": odd(lambda x: series(x, 1)),
    "cos": lambda x: series(x, 0),
    "sinh": odd(lambda x: (expm1(x) - expm1(-x)) / 2),
    "cosh": lambda x: (x.exp() + (-x).exp()) / 2,
    "tanh": odd(lambda x: expm1(2 * x) / (expm1(2 * x) + 2)),
    "pow": lambda x, y: (y * x.ln()).exp(),
}


def spread(low, high, count=24):
    return [random.uniform(low, high) for _ in range(count)]


def magnitudes(low, high, count=16, signed=True):
    numbers = [10 ** random.uniform(low, high) for _ in range(count)]
    return [x * random.choice([1, -1]) for x in numbers] if signed else numbers


AROUND_0 = magnitudes(-18, 0) + [1e-300, -5e-324, 2.0**-27, -(2.0**-53)]
ARGUMENTS = {
    "exp": spread(-20, 20) + spread(-745, 709) + AROUND_0 + [709.782712893384, -708.4, -745.1, -740.0, 0.5 * math.log(2), 1.0],
    "expm1": spread(-40, 40) + spread(-1, 1) + spread(0, 709) + AROUND_0,
    "exprel": spread(-40, 40) + spread(-1, 1) + spread(-700, 715) + AROUND_0,
    "inverseExprel": spread(-40, 40) + spread(-1, 1) + spread(-700, 740) + AROUND_0,
    "log": magnitudes(-308, 308, 24, False) + spread(0.5, 2, 24) + [1 + x for x in AROUND_0 if 1 + x > 0] + [5e-324, 2.2e-308, 1.7976931348623157e308, math.sqrt(0.5), math.sqrt(2)],
    "sqrt": magnitudes(-308, 308, 16, False) + [5e-324, 2.0, 1.7976931348623157e308],
    "sin": spread(-10, 10) + spread(-1000, 1000) + AROUND_0 + [math.pi, math.pi / 2, 2 * math.pi, 710.0],
    "cos": spread(-10, 10) + spread(-1000, 1000) + AROUND_0 + [math.pi, math.pi / 2, 3 * math.pi / 2, 710.0],
    "sinh": spread(-20, 20) + spread(-1, 1) + spread(-710, 710) + AROUND_0,
    "cosh": spread(-20, 20) + spread(-1, 1) + spread(-710, 710) + AROUND_0,
    "tanh": spread(-20, 20) + spread(-1, 1) + AROUND_0 + [18.5, -22.5],
    "pow": [(abs(x), y) for x, y in zip(spread(0.1, 10) + magnitudes(-30, 30), spread(-10, 10) + spread(-9, 9, 16))]
    + [(1 + 1e-9 * x, 1e11 * y) for x, y in zip(spread(-1, 1), spread(-1, 1))] + [(x, 3.0) for x in magnitudes(-20, 20, 8, False)] + [(1e-310, 0.5), (5e-324, -0.9)],
}

print("function,x,y,value")
for name, arguments in ARGUMENTS.items():
    for argument in arguments:
        x, *y = argument if isinstance(argument, tuple) else (argument,)
        value = FUNCTIONS[name](D(x), *map(D, y))
        print(f"{name},{x!r},{y[0]!r},{value:.29e}" if y else f"{name},{x!r},,{value:.29e}")
