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
SCANS = ROOT / "scans"  # what the demonstration drops
MORE_SCANS = ROOT / "more-scans"  # for measuring only

# file: document, kind of damage, dpi
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
MORE_RECIPES = {
    "dk 1967-09-13 grå.pdf": ("hokafors-dk-protokoll-1967", "grey", 200),
    "dk 1967-09-13 fax.pdf": ("hokafors-dk-protokoll-1967", "fax", 200),
    "Scn_790320.tif": ("tallnas-scn-protokoll-1979", "typewritten", 300),
    "KF feb 1989 grå.pdf": ("vintersund-kf-protokoll-1989", "grey", 200),
    "KF feb 1989 fax.pdf": ("vintersund-kf-protokoll-1989", "fax", 200),
    "mhn940518 grå.pdf": ("ostlanda-mhn-protokoll-1994", "grey", 200),
    "mhn940518 fax.pdf": ("ostlanda-mhn-protokoll-1994", "fax", 200),
    "BN-protokoll 2003-09-18.pdf": ("bergsvalla-bn-protokoll-2003", "clean", 200),
    "Utdrag § 21 Backens förskola grå.pdf": ("rodalen-bun-utdrag-2006", "grey", 200),
    "Utdrag § 21 Backens förskola fax.pdf": ("rodalen-bun-utdrag-2006", "fax", 200),
    "ks091006 grå.pdf": ("brannsjo-ks-protokoll-2009", "grey", 200),
    "ks091006 fax.pdf": ("brannsjo-ks-protokoll-2009", "fax", 200),
    "yttrande enskilda vägar.pdf": ("asmarka-yttrande-2011", "bad-layer", 200),
    "TU 5 dec 2012.pdf": ("fagerdal-tu-protokoll-2012", "light", 150),
    "Budget 2015 grå.pdf": ("lundhammar-ts-budget-2014", "grey", 200),
    "Budget 2015 fax.pdf": ("lundhammar-ts-budget-2014", "fax", 200),
    "Nämnden 2016-11-29 del 2 grå.pdf": ("mittmark-hsn-protokoll-2016", "grey", 200),
    "Nämnden 2016-11-29 del 2 fax.pdf": ("mittmark-hsn-protokoll-2016", "fax", 200),
    "bilaga 3 granskning.png": ("mossebro-revision-bilaga-2018", "clean", 200),
    "direktionen nr 4.pdf": ("tresjoar-direktion-protokoll-2019", "light", 200),
    "VON juni 2022 grå.pdf": ("stensvalla-von-protokoll-2022", "grey", 200),
    "VON juni 2022 fax.pdf": ("stensvalla-von-protokoll-2022", "fax", 200),
    "Kallelse KF 26 februari.pdf": ("vranghult-kf-kallelse-2024", "born-digital", None),
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
        for folder, recipes in ((SCANS, RECIPES), (MORE_SCANS, MORE_RECIPES)):
            folder.mkdir(exist_ok=True)
            for name, (document, kind, dpi) in recipes.items():
                write_scan(folder / name, documents[document], kind, dpi, work)
            write_manifest(folder, recipes, documents)
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


def write_manifest(folder: Path, recipes, documents):
    manifest = {name: {"document": document, "pages": documents[document].pages, "damage": kind, "dpi": dpi}
                for name, (document, kind, dpi) in recipes.items()}
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
