"""Sources to pages: HTML is typeset by WeasyPrint, typewriter texts are struck letter by letter."""

import random
import re
import subprocess
import zlib
from pathlib import Path

import numpy as np
import weasyprint
from PIL import Image, ImageDraw, ImageFont

TYPEWRITER = "/usr/share/fonts/truetype/gnutypewriter/GNUTypewriter.ttf"
# The typewriter's font has no § and no &, and strikes brackets as slashes.
SIGNS = "/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf"

# A page of fixed height would hide what overflows; one that grows shows it. (Its foot then stands wrong, so it is for counting only.)
GROWING = weasyprint.CSS(string=".page { height: auto; min-height: 297mm }")


def seed_of(*parts):
    """The same number for the same names, in every run and on every machine."""
    return zlib.crc32("/".join(map(str, parts)).encode())


class HtmlDocument:
    """A source.html: one <section class="page"> a page."""

    def __init__(self, source: Path, work: Path):
        self.name = source.parent.name
        self.pdf = work / f"{self.name}.pdf"
        self.pages = source.read_text(encoding="utf-8").count('<section class="page">')
        html = weasyprint.HTML(filename=str(source))
        sheets = len(html.render(stylesheets=[GROWING]).pages)
        if sheets != self.pages:
            raise SystemExit(f"{self.name}: {self.pages} pages in the source, {sheets} when typeset: a page overflows")
        html.write_pdf(str(self.pdf))

    def text(self, page: int) -> str:
        """The page's lines as laid out; runs of blanks folded, one empty line at most between two."""
        command = ["pdftotext", "-layout", "-nopgbrk", "-f", str(page), "-l", str(page), self.pdf, "-"]
        return fold(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def image(self, page: int, dpi: int) -> np.ndarray:
        """The page in grey, 0 is black."""
        command = ["pdftoppm", "-gray", "-r", str(dpi), "-f", str(page), "-l", str(page), self.pdf]
        pgm = subprocess.run(command, check=True, capture_output=True).stdout
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", pgm)
        width, height = int(header[1]), int(header[2])
        return np.frombuffer(pgm, np.uint8, width * height, header.end()).reshape(height, width).astype(np.float32)


class TypewrittenDocument:
    """A source.txt with a form feed between its pages; no two letters stand or print quite alike."""

    def __init__(self, source: Path):
        self.name = source.parent.name
        self._texts = source.read_text(encoding="utf-8").split("\f")
        self.pages = len(self._texts)
        self.pdf = None

    def text(self, page: int) -> str:
        return fold(self._texts[page - 1])

    def image(self, page: int, dpi: int) -> np.ndarray:
        inch = dpi / 25.4  # pixels a millimetre
        paper = Image.new("L", (round(210 * inch), round(297 * inch)), 255)
        letters, signs = (ImageFont.truetype(file, round(4.3 * inch)) for file in (TYPEWRITER, SIGNS))
        chance = random.Random(seed_of(self.name, page))
        for row, line in enumerate(self._texts[page - 1].splitlines()):
            for column, letter in enumerate(line):
                x, y = (25 + 2.54 * column) * inch, (24 + 5.1 * row) * inch
                strike(paper, signs if letter in "§&()" else letters, letter, x, y, chance)
        return np.asarray(paper, np.float32)


def strike(paper: Image.Image, font, letter: str, x: float, y: float, chance: random.Random):
    if letter == " ":
        return
    ink = max(0, min(120, round(chance.gauss(45, 28))))
    # A worn machine: capitals hang a little, and e and a sit low.
    low = 1.2 if letter.isupper() else 0.8 if letter in "ea" else 0
    position = (x + chance.gauss(0, 0.7), y + low + chance.gauss(0, 0.9))
    ImageDraw.Draw(paper).text(position, letter, font=font, fill=ink)


def fold(text: str) -> str:
    lines = [re.sub(r"[ \u00a0]+", " ", line.replace("\u00ad", "")).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
