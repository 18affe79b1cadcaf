#!/usr/bin/python3
"""Makes testdata/ anew: page texts from the sources, scans from the pages, and the broken files."""

import contextlib
import io
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1262304000"
os.environ["OMP_THREAD_LIMIT"] = "1"

import img2pdf  # noqa: E402 (the environment comes first)
import numpy as np  # noqa: E402

import broken  # noqa: E402
import damage  # noqa: E402
from typeset import HtmlDocument, TypewrittenDocument, seed_of  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SCANS = ROOT / "scans"

# file in scans/: document, kind of damage, dpi
RECIPES = {
    "KS 2021-03-09 protokoll.pdf": ("ekasa-ks-protokoll-2021", "clean", 300),
    "ON utdrag § 52.pdf": ("salgasen-on-utdrag-2016", "light", 200),
    "SN-2018-104 tjskr familjecentral.pdf": ("norrviken-ts-familjecentral-2018", "grey", 200),
    "BUN2020-215_skolskjuts_OCR.pdf": ("salgasen-ts-skolskjuts-2020", "bad-layer", 200),
    "MBN grundvatten Råsjö.txt": ("ekasa-ts-grundvatten-2019", "english-ocr-text", 300),
    "Kallelse byggnadsnämnden 23 maj.pdf": ("norrviken-bn-kallelse-2019", "born-digital", None),
    "ks_1974_04_22.tif": ("salgasen-ks-protokoll-1974", "typewritten", 300),
    "Scan_19980608_BUN.pdf": ("norrviken-bun-protokoll-1998", "fax", 200),
    "Taxa PBL.jpg": ("ekasa-ts-taxa-2023", "light", 200),
    "SON 2023-11-21 del av protokoll.pdf": ("ekasa-son-protokoll-2023", "grey", 200),
    "Kf 88 a.pdf": ("salgasen-kf-utdrag-1986", "fax", 200),
    "Bilaga 1 överenskommelse.png": ("norrviken-bilaga-avtal-2018", "clean", 200),
}
DAMAGE = {"clean": damage.clean, "light": damage.light, "grey": damage.grey, "fax": damage.fax,
          "typewritten": damage.typewritten, "bad-layer": damage.light, "english-ocr-text": damage.light}
JPEG_QUALITY = {"light": 45, "grey": 40, "bad-layer": 40}


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        documents = {path.name: typeset(path, work) for path in sorted((ROOT / "documents").iterdir())}
        for document in documents.values():
            write_texts(document)
        for name, (document, kind, dpi) in RECIPES.items():
            write_scan(SCANS / name, documents[document], kind, dpi, work)
        write_manifest(documents)
        broken.make(ROOT / "broken", SCANS / "Kallelse byggnadsnämnden 23 maj.pdf", SCANS / "ks_1974_04_22.tif", SCANS / "Taxa PBL.jpg")


def typeset(folder: Path, work: Path):
    typewritten = folder / "source.txt"
    return TypewrittenDocument(typewritten) if typewritten.exists() else HtmlDocument(folder / "source.html", work)


def write_texts(document):
    for page in range(1, document.pages + 1):
        (ROOT / "documents" / document.name / f"page-{page}.txt").write_text(document.text(page), encoding="utf-8")


def write_scan(target: Path, document, kind: str, dpi: int, work: Path):
    if kind == "born-digital":
        target.write_bytes(document.pdf.read_bytes())
        return
    images = [scanned(document, page, kind, dpi) for page in range(1, document.pages + 1)]
    if kind == "english-ocr-text":
        target.write_text("\f".join(read_by(image, "eng", dpi, work) for image in images), encoding="utf-8")
    elif kind == "bad-layer":
        target.write_bytes(with_english_layer(images, dpi, work))
    elif target.suffix == ".tif":
        images[0].save(target, compression="group4", dpi=(dpi, dpi), save_all=True, append_images=images[1:])
    elif target.suffix in (".jpg", ".png"):
        save_page(images[0], target, kind, dpi)
    else:
        target.write_bytes(image_only_pdf(images, kind, dpi, work))


def scanned(document, page: int, kind: str, dpi: int):
    chance = np.random.default_rng(seed_of(document.name, page, kind))
    image = damage.as_image(DAMAGE[kind](document.image(page, dpi), chance))
    return image.convert("1") if kind in ("fax", "typewritten") else image


def save_page(image, target: Path, kind: str, dpi: int):
    if target.suffix == ".jpg":
        image.save(target, quality=JPEG_QUALITY[kind], dpi=(dpi, dpi))
    elif target.suffix == ".tif":
        image.save(target, compression="group4", dpi=(dpi, dpi))
    else:
        image.quantize(16).save(target, optimize=True, dpi=(dpi, dpi))


def image_only_pdf(images, kind: str, dpi: int, work: Path) -> bytes:
    suffix = {"clean": "png", "fax": "tif"}.get(kind, "jpg")
    files = []
    for number, image in enumerate(images, 1):
        files.append(work / f"sheet-{number}.{suffix}")
        save_page(image, files[-1], kind, dpi)
    with contextlib.redirect_stdout(io.StringIO()):  # img2pdf tells of its dealings with TIFF strips
        return img2pdf.convert([str(file) for file in files], nodate=True, engine=img2pdf.Engine.internal)


def read_by(image, language: str, dpi: int, work: Path) -> str:
    image.save(work / "page.png", dpi=(dpi, dpi))
    command = ["tesseract", work / "page.png", "-", "-l", language, "--dpi", str(dpi)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.replace("\f", "")


def with_english_layer(images, dpi: int, work: Path) -> bytes:
    """What an archive's software did years ago: the scan, and behind it a text read without å, ä and ö."""
    names = work / "sheets.txt"
    files = [work / f"sheet-{number}.jpg" for number in range(1, len(images) + 1)]
    for image, file in zip(images, files):
        save_page(image, file, "bad-layer", dpi)
    names.write_text("".join(f"{file}\n" for file in files))
    subprocess.run(["tesseract", names, work / "layer", "-l", "eng", "--dpi", str(dpi), "pdf"], check=True, capture_output=True)
    pdf = (work / "layer.pdf").read_bytes()
    return re.sub(rb"D:\d{14}", b"D:20100101000000", pdf)


def write_manifest(documents):
    manifest = {name: {"document": document, "pages": documents[document].pages, "damage": kind, "dpi": dpi}
                for name, (document, kind, dpi) in RECIPES.items()}
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (SCANS / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
