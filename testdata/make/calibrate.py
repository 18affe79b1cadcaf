#!/usr/bin/python3
"""Learns how far repair's choices can be believed: calibrate.py OUT GROUP=FILE[:WEIGHT]...

A FILE is what `./protokollsok bench repair FOLDER --model MODEL --choices FILE` writes of text that MODEL has not seen: a change a line, whether it was right, its
kind, and the numbers of ChoiceEvidence. Learnt is a sum of small trees (gradient boosting; each three questions deep; what speaks for a choice never speaks against
it). OUT is src/Protokollsok.Repair/CalibrationWeights.cs. Before that each GROUP (a municipality) is told by trees from the other groups, so that it shows what holds
elsewhere. Needs python3-numpy. belief.py runs this and all that it needs.
"""

import sys
from pathlib import Path

import numpy as np

TREES, DEPTH, PACE, BINS, LEAST, RIDGE, PART = 120, 3, 0.1, 64, 40.0, 5.0, 0.6
MOST = 0.9995

# Of the numbers of ChoiceEvidence, those that only speak for a choice: odds, odds at first sight, odds over the runner-up, surroundings, borne out.
ONLY_FOR = (1, 2, 3, 4, 5)

HEAD = """namespace Protokollsok.Repair;

/// <summary>The trees of <see cref="Calibration"/>. Written by <c>testdata/make/calibrate.py</c>, which tells how they were learnt.</summary>
internal static class CalibrationWeights
{
"""


def load(path):
    """Whether right, the numbers."""
    rows = np.loadtxt(path, ndmin=2)
    return rows[:, 0], rows[:, 1:]


class Trees:
    """A sum of trees of equal depth; of each tree 2^DEPTH - 1 questions, then as many leaves and one."""

    def __init__(self, start, trees):
        self.start, self.trees = start, trees

    def told(self, numbers):
        sums = np.full(len(numbers), self.start)
        for feature, limit, leaf in self.trees:
            at = np.zeros(len(numbers), int)
            for _ in range(DEPTH):
                at = 2 * at + np.where(numbers[np.arange(len(at)), feature[at]] <= limit[at], 1, 2)
            sums += leaf[at - len(feature)]
        return np.minimum(1 / (1 + np.exp(-np.clip(sums, -35, 35))), MOST)


def limits_of(column):
    values = np.unique(column)
    if len(values) <= BINS:
        return (values[:-1] + values[1:]) / 2
    return np.unique(np.quantile(column, np.arange(1, BINS) / BINS))


def fit(right, numbers, weight):
    numbers = numbers.astype(np.float32).astype(float)
    limits = [limits_of(numbers[:, j]).astype(np.float32).astype(float) for j in range(numbers.shape[1])]
    codes = np.stack([np.searchsorted(limit, numbers[:, j]) for j, limit in enumerate(limits)], 1)
    mean = np.average(right, weights=weight)
    start, trees, draw = np.log(mean / (1 - mean)), [], np.random.default_rng(1)
    sums = np.full(len(right), start)
    for _ in range(TREES):
        share = 1 / (1 + np.exp(-sums))
        some = np.flatnonzero(draw.random(len(right)) < PART)
        tree, at = grow(codes, limits, some, weight * (share - right), weight * share * (1 - share), weight)
        trees.append(tree)
        sums += tree[2][at]
    return Trees(start, trees)


def grow(codes, limits, some, slope, bend, weight):
    """One tree, and the leaf of each row."""
    questions = 2**DEPTH - 1
    feature, limit, cut = np.zeros(questions, int), np.full(questions, np.float32(3e38), float), np.full(questions, BINS)
    bounds, at = [(-np.inf, np.inf)] * (2 * questions + 1), np.zeros(len(codes), int)
    for level in range(DEPTH):
        first, count = 2**level - 1, 2**level
        tables = [table(codes[some], at[some] - first, count, of[some]) for of in (slope, bend, weight)]
        for node in range(count):
            place = first + node
            best = question(*(of[node] for of in tables), [len(limit) for limit in limits], bounds[place])
            below = [bounds[place]] * 2
            if best:
                feature[place], cut[place], low, high = best
                limit[place] = limits[feature[place]][cut[place]]
                if feature[place] in ONLY_FOR:
                    below = [(bounds[place][0], (low + high) / 2), ((low + high) / 2, bounds[place][1])]
            bounds[2 * place + 1], bounds[2 * place + 2] = below
        at = 2 * at + np.where(codes[np.arange(len(at)), feature[at]] <= cut[at], 1, 2)
    at -= questions
    g, h = (np.bincount(at[some], of[some], questions + 1) for of in (slope, bend))
    leaf = np.array([PACE * np.clip(-g[i] / (h[i] + RIDGE), *bounds[questions + i]) for i in range(questions + 1)])
    return (feature, limit, leaf.astype(np.float32).astype(float)), at


def table(codes, node, nodes, of):
    """By node, number and bin: the sum."""
    width = codes.shape[1]
    place = (node[:, None] * width + np.arange(width)) * BINS + codes
    return np.bincount(place.ravel(), np.repeat(of, width), nodes * width * BINS).reshape(nodes, width, BINS)


def question(slope, bend, weight, limits, bounds):
    """The number and bin after which a node is best parted, and what each side then says; None where nothing is gained."""
    g, h, w = (np.cumsum(of, 1) for of in (slope, bend, weight))
    left, right = (g, h, w), (g[:, -1:] - g, h[:, -1:] - h, w[:, -1:] - w)
    low, high = (np.clip(-side[0] / (side[1] + RIDGE), *bounds) for side in (left, right))
    gain = sum(-(side[0] * says + 0.5 * (side[1] + RIDGE) * says**2) for side, says in ((left, low), (right, high)))
    whole = np.clip(-g[0, -1] / (h[0, -1] + RIDGE), *bounds)
    gain -= -(g[0, -1] * whole + 0.5 * (h[0, -1] + RIDGE) * whole**2)
    gain[(left[2] < LEAST) | (right[2] < LEAST)] = -np.inf
    gain[np.arange(BINS) >= np.array(limits)[:, None]] = -np.inf
    for j in ONLY_FOR:
        gain[j, low[j] > high[j]] = -np.inf
    j, cut = np.unravel_index(gain.argmax(), gain.shape)
    return (j, cut, low[j, cut], high[j, cut]) if gain[j, cut] > 1e-3 else None


def recall(right, share, wrong):
    """Of the right ones, how many are told before more than so many of those told are wrong; and from which share on."""
    order = np.argsort(-share, kind="stable")
    few = np.flatnonzero(np.cumsum(1 - right[order]) <= wrong * np.arange(1, len(right) + 1))
    return (right[order][: few[-1] + 1].sum() / right.sum(), share[order][few[-1]]) if len(few) else (0, 1)


def report(name, right, share):
    kept = {wrong: recall(right, share, wrong) for wrong in (0.001, 0.002, 0.005)}
    print(f"{name}: {len(right)} changes, {int((1 - right).sum())} wrong;", *(f"right ones applied with {1000 * wrong:g} in 1,000 wrong: {part:.4f} (from {at:.4f})" for wrong, (part, at) in kept.items()), sep=" ")
    for low, high in ((0.5, 0.7), (0.7, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 0.99), (0.99, 0.995), (0.995, 0.998), (0.998, 1)):
        here = (share >= low) & (share < high)
        if here.any():
            print(f"   told {share[here].mean():.4f} right {right[here].mean():.4f} ({here.sum()})")


def lines(name, values, kind, each):
    rows = ["        " + ", ".join(values[at:at + each]) + "," for at in range(0, len(values), each)]
    return f"    public static ReadOnlySpan<{kind}> {name} =>\n    [\n" + "\n".join(rows) + "\n    ];\n"


def source(trees):
    def all_of(part, form):
        return [form(value) for tree in trees.trees for value in tree[part]]

    return "".join([
        HEAD, f"    public const double Start = {trees.start:.6g};\n\n",
        "    /// <summary>By tree, seven: the number of the evidence that is asked.</summary>\n", lines("Numbers", all_of(0, str), "byte", 42), "\n",
        "    /// <summary>Up to it the answer leads left.</summary>\n", lines("Limits", all_of(1, lambda value: f"{np.float32(value)!s}f"), "float", 21), "\n",
        "    /// <summary>By tree, eight: what is added.</summary>\n", lines("Leaves", all_of(2, lambda value: f"{value:.4g}f"), "float", 24), "}\n"])


def main():
    out, groups = Path(sys.argv[1]), {}
    for argument in sys.argv[2:]:
        group, _, path = argument.partition("=")
        path, _, weight = path.partition(":")
        right, numbers = load(path)
        groups.setdefault(group, []).append((right, numbers, np.full(len(right), float(weight or 1))))
    joined = {group: tuple(np.concatenate(parts) for parts in zip(*files)) for group, files in groups.items()}
    for group, (right, numbers, _) in joined.items():
        others = [files for other, files in joined.items() if other != group]
        if others:
            report(f"{group}, by the others", right, fit(*(np.concatenate(parts) for parts in zip(*others))).told(numbers))
    out.write_text(source(fit(*(np.concatenate(parts) for parts in zip(*joined.values())))), encoding="utf-8")


if __name__ == "__main__":
    main()
