#!/usr/bin/python3
"""Learns anew how far repair can be believed, unattended: belief.py CORPUS WORK [--documents N]

CORPUS is the folder of text that the model is built from: Göteborg's and Botkyrka's files (gbg-*, botkyrka*), g0v and ipq (documents named by year), others. In WORK are
kept, and used again when they are there: pages read by Tesseract's eng and text to be stripped, of each of three groups (gbg, bot, nat: the national documents of 2025
and of 2023/24), one half of the documents to learn from (fit-*), one to measure on (test-*); models that have seen neither the group nor those years; the changes of
each set. Then src/Protokollsok.Repair/CalibrationWeights.cs is written (calibrate.py), the program built, and each test set measured (WORK/report.txt).

To learn again after the program changed: remove WORK/*.choices and, if the model's content did, WORK/*.model. Needs what noise.py needs, the built program, and an hour
of two cores, with pages and models kept ten minutes.
"""

import argparse
import lzma
import subprocess
import sys
import zlib
from pathlib import Path

import noise

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = ["dotnet", str(ROOT / "artifacts/bin/Protokollsok/release/Protokollsok.dll")]
GROUPS = {"gbg": ("gbg-protokoll", "gbg-debatt"), "bot": ("botkyrka",), "nat": ("g0v-late", "ipq-late")}
LATE = ("/2025/", "/2026/", "/202324/")
HALVES = {"fit": 0, "test": 1}
READ, STRIPPED, LINES = 3, 1, 120

# Of a text that is a few lines long: the document shows little of itself. Every PARTED-th piece is taken.
SHORT, PARTED = 6, 3

# With the dictionary that is installed, and without any.
DICTIONARIES = {"": "", "none": "-alone"}


def sources(corpus: Path, work: Path):
    """The corpus parted by group and year; for each stem its file."""
    out = work / "sources"
    if not out.is_dir():
        out.mkdir(parents=True)
        for path in sorted(corpus.glob("*.txt*")):
            stem = path.name.split(".")[0]
            opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")
            with opened as text, open(out / f"{stem}.txt", "w", encoding="utf-8") as early, open(out / f"{stem}-late.txt", "w", encoding="utf-8") as late:
                to = early
                for line in text:
                    if line.startswith("### "):
                        to = late if stem in ("g0v", "ipq") and any(year in line for year in LATE) else early
                    to.write(line)
    return {path.stem: path for path in out.glob("*.txt") if path.stat().st_size}


def model(work: Path, files, group: str):
    """Built of everything but the group and the late national documents."""
    made = work / f"no-{group}.model"
    if not made.exists():
        folder = work / f"corpus-{group}"
        folder.mkdir(exist_ok=True)
        for stem, path in files.items():
            if stem not in GROUPS[group] and not stem.endswith("-late") and not (folder / path.name).exists():
                (folder / path.name).symlink_to(path)
        run("model", "build", "--corpus", folder, "--lists", ROOT / "src/Protokollsok.Language/Data", "--out", made)
    return made


def read_pages(work: Path, files, group: str, part: str, documents: int):
    folder = work / f"{part}-{group}-read"
    if not folder.is_dir():
        texts = [files[stem] for stem in GROUPS[group] if stem in files]
        subprocess.run([sys.executable, HERE / "noise.py", folder, *texts, "--documents", str(documents), "--half", str(HALVES[part]), "--seed", "11"], check=True)
    return folder


def texts(work: Path, files, group: str, part: str, documents: int):
    folder = work / f"{part}-{group}-text"
    if not folder.is_dir():
        folder.mkdir()
        for stem in GROUPS[group]:
            for index, (_, number, lines) in enumerate(noise.chosen(files[stem], 3 * documents, HALVES[part], 12) if stem in files else []):
                first = number % max(1, len(lines) - LINES)
                (folder / f"{stem}-{index:03}.txt").write_text("\n".join(lines[first:first + LINES]), encoding="utf-8")
    return folder


def short(work: Path, folder: Path):
    """Each text's pieces of a few lines, as documents of their own."""
    made = work / f"{folder.name}-short"
    if not made.is_dir():
        made.mkdir()
        for path in sorted(folder.glob("*.txt")):
            lines = path.read_text(encoding="utf-8").split("\n")
            for first in range(0, len(lines) - SHORT, SHORT * PARTED):
                (made / f"{path.stem}-{first:03}.txt").write_text("\n".join(lines[first:first + SHORT]), encoding="utf-8")
    return made


def run(*arguments, out=None):
    subprocess.run([*PROGRAM, *map(str, arguments)], check=True, stdout=out)


def choices(work: Path, folder: Path, held_out: Path, weight: int):
    """By dictionary: the choices on a folder's texts, and what each of them weighs."""
    for dictionary, suffix in DICTIONARIES.items():
        file = work / f"{folder.name}{suffix}.choices"
        if not file.exists():
            with open(work / f"{folder.name}{suffix}.table", "w", encoding="utf-8") as table:
                run("bench", "repair", folder, "--model", held_out, "--dictionary", dictionary, "--alone", "--choices", file, out=table)
        yield f"{file}:{weight}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("work", type=Path)
    arguments.add_argument("--documents", type=int, default=25)
    wanted = arguments.parse_args()
    work = wanted.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    files, learnt = sources(wanted.corpus, work), []
    models = {group: model(work, files, group) for group in GROUPS}
    for group in GROUPS:
        text = texts(work, files, group, "fit", wanted.documents)
        for folder, weight in ((read_pages(work, files, group, "fit", wanted.documents), READ), (text, STRIPPED), (short(work, text), STRIPPED)):
            learnt += [f"{group}={of}" for of in choices(work, folder, models[group], weight)]
    weights = ROOT / "src/Protokollsok.Repair/CalibrationWeights.cs"
    with open(work / "report.txt", "w", encoding="utf-8") as report:
        subprocess.run([sys.executable, HERE / "calibrate.py", weights, *learnt], check=True, stdout=report)
        report.flush()
        subprocess.run(["dotnet", "build", ROOT / "src/Protokollsok", "-c", "Release", "-maxcpucount:1", "-nodeReuse:false", "-v", "q", "--nologo"], check=True, stdout=subprocess.DEVNULL)
        for group in GROUPS:
            text = texts(work, files, group, "test", wanted.documents)
            for folder in (read_pages(work, files, group, "test", wanted.documents), text, short(work, text)):
                report.write(f"\n== {folder.name}\n")
                report.flush()
                run("bench", "repair", folder, "--model", models[group], "--alone", out=report)
    print((work / "report.txt").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
