#!/usr/bin/python3
"""Learns how far repair's choices can be believed: calibrate.py OUT FILE[:WEIGHT]...

A FILE is what `./protokollsok bench repair FOLDER --model MODEL --choices FILE` writes of text that MODEL has not seen: a change a line, whether it was right, its
kind, and the numbers of ChoiceEvidence. For each kind a logistic curve is fitted (ridge; the posterior and the surroundings never speak against a choice). OUT is
src/Protokollsok.Repair/CalibrationWeights.cs. Before that each file is told in turn by curves from the others, so that it shows what holds elsewhere. Needs
python3-numpy. The committed weights come from:

    noise.py READ TEXTS... --half 0            (pages typeset and read by Tesseract's eng; two runs with different seeds)
    bench repair READ-A --model A --choices a.read      and the same with text stripped only (NAME.printed.txt alone), and for municipality B
    calibrate.py ../../src/Protokollsok.Repair/CalibrationWeights.cs a.read:3 b.read:3 a.stripped b.stripped
"""

import sys
from pathlib import Path

import numpy as np

KINDS, RIDGE, MOST = 5, 2.0, 0.9995

# What hardly varies in these files is not trusted to weigh much elsewhere.
LEAST_SPREAD = 0.2
NEVER_AGAINST = (1, 2, 18)

HEAD = """namespace Protokollsok.Repair;

/// <summary>What each number of <see cref="ChoiceEvidence"/> weighs, by the kind of choice. Written by <c>testdata/make/calibrate.py</c>, which tells how they were learnt.</summary>
internal static class CalibrationWeights
{
    private static readonly double[][] s_byKind =
    [
"""
TAIL = """    ];

    public static ReadOnlySpan<double> Of(int kind) => s_byKind[kind];
}
"""


def load(argument):
    path, _, weight = argument.partition(":")
    rows = np.loadtxt(path)
    return rows[:, 0], rows[:, 1].astype(int), np.clip(rows[:, 2:], -40, 40), np.full(len(rows), float(weight or 1))


def fit(numbers, right, weight):
    scale = np.maximum(numbers.std(0), LEAST_SPREAD)
    scale[0] = 1
    scaled = numbers / scale
    used = list(range(numbers.shape[1]))
    while True:
        part, curve = scaled[:, used], np.zeros(len(used))
        ridge = np.eye(len(used)) * RIDGE
        ridge[0, 0] = 1e-6
        for _ in range(60):
            share = 1 / (1 + np.exp(-np.clip(part @ curve, -35, 35)))
            slope = part.T @ (weight * (right - share)) - ridge @ curve
            bend = (part * (weight * np.clip(share * (1 - share), 1e-9, 1))[:, None]).T @ part + ridge
            step = np.linalg.solve(bend, slope)
            curve += step * min(1, 5 / abs(step).max())
            if abs(step).max() < 1e-6:
                break
        against = [used[i] for i in range(len(used)) if used[i] in NEVER_AGAINST and curve[i] < 0]
        if not against:
            weights = np.zeros(numbers.shape[1])
            weights[used] = curve
            return weights / scale
        used = [i for i in used if i not in against]


def curves(files):
    right, kind, numbers, weight = (np.concatenate(parts) for parts in zip(*files))
    return [fit(numbers[kind == k], right[kind == k], weight[kind == k]) for k in range(KINDS)]


def told(weights, kind, numbers):
    sums = np.array([numbers[i] @ weights[kind[i]] for i in range(len(kind))])
    return np.minimum(1 / (1 + np.exp(-np.clip(sums, -35, 35))), MOST)


def main():
    out, names = Path(sys.argv[1]), sys.argv[2:]
    files = [load(name) for name in names]
    for i, name in enumerate(names):
        if len(files) < 2:
            break
        right, kind, numbers, _ = files[i]
        share = told(curves(files[:i] + files[i + 1:]), kind, numbers)
        print(name, len(right), "changes")
        for low, high in ((0.5, 0.7), (0.7, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 0.99), (0.99, 0.995), (0.995, 0.998), (0.998, 1)):
            here = (share >= low) & (share < high)
            if here.any():
                print(f"   told {share[here].mean():.4f} right {right[here].mean():.4f} ({here.sum()})")
    rows = "".join("        [" + ", ".join(f"{weight:.4g}" for weight in row) + "],\n" for row in curves(files))
    out.write_text(HEAD + rows + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
