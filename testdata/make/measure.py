#!/usr/bin/python3
"""How hard each scan is: character error rate of stock Tesseract (swe, one thread) against the page texts.

A baseline to hold the program's own reading against. Further arguments go to Tesseract: measure.py -c thresholding_method=2
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
os.environ["OMP_THREAD_LIMIT"] = "1"


def main(options: list[str]):
    for name, scan in [entry for folder in ("scans", "more-scans") for entry in scans_of(folder)]:
        truths = [folded((ROOT / "documents" / scan["document"] / f"page-{page}.txt").read_text(encoding="utf-8"))
                  for page in range(1, scan["pages"] + 1)]
        rates = [100 * distance(truth, folded(text)) / len(truth)
                 for truth, text in zip(truths, texts_of(ROOT / name, scan["dpi"] or 300, options))]
        print(f"{scan['damage']:16} {' '.join(f'{rate:6.2f}' for rate in rates):28} {name}", flush=True)


def scans_of(folder: str):
    manifest = json.loads((ROOT / folder / "manifest.json").read_text(encoding="utf-8"))
    return [(f"{folder}/{name}", scan) for name, scan in manifest.items()]


def folded(text: str) -> str:
    return " ".join(text.split())


def texts_of(file: Path, dpi: int, options: list[str]) -> list[str]:
    if file.suffix == ".txt":
        return file.read_text(encoding="utf-8").split("\f")
    with tempfile.TemporaryDirectory() as folder:
        split(file, folder, dpi)
        return [recognized(page, dpi, options) for page in sorted(Path(folder).iterdir())]


def split(file: Path, folder: str, dpi: int):
    command = {".pdf": ["pdftoppm", "-gray", "-r", str(dpi), file, f"{folder}/page"], ".tif": ["tiffsplit", file, f"{folder}/page"]}
    subprocess.run(command.get(file.suffix, ["cp", file, folder]), check=True)


def recognized(page: Path, dpi: int, options: list[str]) -> str:
    command = ["tesseract", page, "-", "-l", "swe", "--dpi", str(dpi), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def distance(wanted: str, got: str) -> int:
    """Levenshtein's, a row at a time."""
    letters, columns = np.array([ord(letter) for letter in got]), np.arange(len(got) + 1)
    row = columns
    for number, letter in enumerate(wanted, 1):
        below = np.concatenate(([number], np.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))))
        row = np.minimum.accumulate(below - columns) + columns
    return int(row[-1])


if __name__ == "__main__":
    main(sys.argv[1:])
