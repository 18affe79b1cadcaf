#!/usr/bin/python3
"""Pages as an engine without Swedish reads them, for `./protokollsok bench repair FOLDER`: noise.py OUT TEXT... [--documents N] [--half 0|1] [--seed S]

A TEXT is a file of sound Swedish (.txt, .txt.xz; a line of text a line, `### id` before each document). From each, N documents are taken, typeset two pages long,
damaged as scanners do, and read with Tesseract's `eng`. OUT/NAME.printed.txt holds what was printed, OUT/NAME.read.txt what was read: lines as laid out, U+000C between
pages. `--half` takes only documents whose name falls into one half, so that what is learnt on one can be tested on the other. The same seed gives the same pages. Needs
python3-pil, python3-numpy, tesseract-ocr-eng, xz-utils and the fonts of signs.py.
"""

import argparse
import lzma
import os
import random
import subprocess
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import damage
from signs import FONTS, SIZES

DAMAGES = [("clean", damage.clean, 300), ("light", damage.light, 300), ("clean", damage.clean, 200), ("fax", damage.fax, 200), ("light", damage.light, 200)]
ROWS, PAGES, SHORTEST = 42, 2, 1500


def documents(path: Path):
    """Each document's name and lines."""
    opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")
    name, lines = path.stem, []
    with opened as text:
        for line in text:
            if line.startswith("### "):
                yield name, lines
                name, lines = line[4:].strip(), []
            elif any(letter.isalpha() for letter in line):
                lines.append(" ".join(line.split()))
    yield name, lines


def chosen(path: Path, wanted: int, half: int | None, seed: int):
    """Documents of one file, long enough and Swedish; which ones depends on their names and the seed only."""
    order = []
    for name, lines in documents(path):
        text = " ".join(lines)
        marks = sum(text.count(letter) for letter in "åäö")
        number = zlib.crc32(name.encode())
        if len(text) >= SHORTEST and marks > 0.025 * len(text) and (half is None or number % 2 == half):
            order.append((zlib.crc32(f"{seed} {name}".encode()), number, lines))
    return sorted(order, key=lambda document: document[0])[:wanted]


def wrapped(lines: list[str], room: float, font) -> list[str]:
    """What stands on each row of paper."""
    rows = []
    for line in lines:
        row = ""
        for word in line.split():
            longer = f"{row} {word}".strip()
            if row and font.getlength(longer) > room:
                rows.append(row)
                longer = word
            row = longer
        rows.append(row)
    return rows


def read(rows: list[str], font, spoil, dpi: int, seed: int) -> str:
    image = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    draw = ImageDraw.Draw(image)
    for at, row in enumerate(rows):
        draw.text((0.9 * dpi, dpi * (0.6 + at * 0.25)), row, fill=0, font=font)
    with tempfile.NamedTemporaryFile(suffix=".png") as page:
        damage.as_image(spoil(np.asarray(image, np.float32), np.random.default_rng(seed))).save(page.name, dpi=(dpi, dpi))
        command = ["tesseract", page.name, "-", "-l", "eng", "--psm", "6"]
        text = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout.decode()
    return "\n".join(line for line in text.replace("\f", "").splitlines() if line.strip())


def make(out: Path, stem: str, index: int, number: int, lines: list[str]):
    kind, spoil, dpi = DAMAGES[index % len(DAMAGES)]
    font = ImageFont.truetype(FONTS[index % len(FONTS)], round(SIZES[index % len(SIZES)] * dpi / 72))
    rows = wrapped(lines, 6.5 * dpi, font)
    first = random.Random(number).randrange(max(1, len(rows) - PAGES * ROWS))
    pages = [rows[at:at + ROWS] for at in range(first, min(len(rows), first + PAGES * ROWS), ROWS)]
    name = f"{stem}-{index:03}-{kind}-{dpi}"
    (out / f"{name}.printed.txt").write_text("\f".join("\n".join(page) for page in pages), encoding="utf-8")
    (out / f"{name}.read.txt").write_text("\f".join(read(page, font, spoil, dpi, number) for page in pages), encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("texts", type=Path, nargs="+")
    arguments.add_argument("--documents", type=int, default=20)
    arguments.add_argument("--half", type=int, choices=[0, 1])
    arguments.add_argument("--seed", type=int, default=1)
    wanted = arguments.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as workers:
        for path in wanted.texts:
            stem = path.name.split(".")[0]
            for index, (_, number, lines) in enumerate(chosen(path, wanted.documents, wanted.half, wanted.seed)):
                workers.submit(make, wanted.out, stem, index, number, lines).add_done_callback(lambda made: made.result())


if __name__ == "__main__":
    main()
