#!/usr/bin/env python3
"""Makes the files beside it. Needs Debian's python3-pil, python3-numpy, img2pdf, weasyprint, qpdf, tesseract-ocr-eng and
tesseract-ocr-swe, fonts-liberation. People and places are invented.

    clean.pdf         one page, image only, 1-bit G4 at 300 dpi
    eng-layer.pdf     the same image with the layer that OCR without Swedish makes: no å ä ö
    swe-layer.pdf     the same image with a layer that is good but for § and %
    latin-layer.pdf   the same image with a good layer
    declared-96.pdf   the same image, declared 96 dpi: a page of 26 by 37 inches
    born.pdf          written by a program, two pages, the second in English and short
    turned.pdf        born.pdf's first page turned by 90 degrees
    shifted.pdf       born-digital; its font says that every letter is another one (29 code points away), looks perfect
    two-pages.tif     1-bit G4 at 200 dpi; the second page is blank
    fax.tif           1-bit G4 at 200 dpi, dust, 2 degrees of skew
    grey.jpg          200 dpi, grey paper darker towards one side
    letterhead.png    200 dpi, cells at three heights above a line of text
    small.png         a few words, no dpi declared
    faint.png         150 dpi, a worn ribbon: grey print on grey paper
    askew.png         150 dpi, laid eleven degrees askew
    lying.png         150 dpi, turned by 90 degrees
    head-down.png     150 dpi, turned by 180 degrees
    two-up.png        150 dpi, two pages of a book on one sheet
    encrypted.pdf     clean.pdf behind a password
    truncated.pdf     the first half of clean.pdf
    no-pages.pdf      a PDF whose page tree is empty
"""
import os
import subprocess
import tempfile

import numpy
from PIL import Image, ImageDraw, ImageFont

HERE = os.path.dirname(os.path.abspath(__file__))
LINES = """Björkåsa kommun
Fritids- och ängsnämnden

§ 14 Bidrag till Övre Sågkärrs bystuga
Dnr FÄN 2021-77

Nämnden har fått en ansökan om bidrag till nytt tak på bystugan. Föreningen
äger huset sedan 1931 och håller det öppet för alla som bor häromkring.
Kostnaden är beräknad till 184 500 kr, varav föreningen själv står för 12,5 %.
Räntan på lånet är 3,5 % om året. Åtgärden är nödvändig före vintern, då
snön annars trycker in bräderna över läktaren ännu ett år.

Nämndens beslut
1. Föreningen får 90 000 kr ur anslaget för byggnader på landsbygden.
2. Förvaltningen följer upp arbetet enligt § 9 och återkommer före årets slut.

Utdraget skickas till Märta Åkerblom-Östh, Övre Sågkärr.""".split("\n")


def path(name):
    return os.path.join(HERE, name)


def page(dpi, lines=LINES):
    """A4, grey, black on white."""
    image = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", round(dpi * 11.5 / 72))
    for row, line in enumerate(lines):
        draw.text((dpi * 1.0, dpi * (1.0 + row * 0.23)), line, fill=0, font=font)
    return image


def one_bit(image):
    return image.point(lambda value: 255 if value > 140 else 0).convert("1", dither=Image.Dither.NONE)


def run(*command, **keywords):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **keywords)


def scans(folder):
    clean = one_bit(page(300))
    tif = os.path.join(folder, "clean.tif")
    clean.save(tif, compression="group4", dpi=(300, 300))
    run("img2pdf", tif, "-o", path("clean.pdf"))
    for language in "eng", "swe", "Latin":
        run("tesseract", tif, path(language.lower() + "-layer"), "-l", language, "pdf")
    clean.save(tif, compression="group4", dpi=(96, 96))
    run("img2pdf", tif, "-o", path("declared-96.pdf"))


def images():
    noise = numpy.random.default_rng(14)
    first = one_bit(page(200))
    first.save(path("two-pages.tif"), save_all=True, append_images=[Image.new("1", first.size, 1)], compression="group4", dpi=(200, 200))
    fax = numpy.array(one_bit(page(200).rotate(-2, Image.Resampling.BICUBIC, fillcolor=255)))
    fax[noise.random(fax.shape) < 0.0004] = False
    Image.fromarray(fax).save(path("fax.tif"), compression="group4", dpi=(200, 200))
    grey = numpy.array(page(200)).astype(float)
    shade = numpy.linspace(0.85, 0.4, grey.shape[1])[None, :]
    Image.fromarray((grey * shade * 0.8 + 20).astype("uint8")).save(path("grey.jpg"), quality=40, dpi=(200, 200))
    page(150, LINES[:4]).crop((0, 0, 1240, 400)).save(path("small.png"))


def turned_and_faint():
    whole = page(150)
    upper = whole.crop((0, 100, whole.width, 800))
    upper.point(lambda value: 150 + value // 4).save(path("faint.png"), dpi=(150, 150))
    upper.rotate(11, Image.Resampling.BICUBIC, expand=True, fillcolor=255).save(path("askew.png"), dpi=(150, 150))
    upper.rotate(90, expand=True).save(path("lying.png"), dpi=(150, 150))
    upper.rotate(180).save(path("head-down.png"), dpi=(150, 150))
    pair = Image.new("L", (whole.width * 2, 700), 255)
    pair.paste(upper.crop((0, 0, whole.width, 350)), (0, 0))
    pair.paste(upper.crop((0, 350, whole.width, 700)), (whole.width, 0))
    pair.save(path("two-up.png"), dpi=(150, 150))


def letterhead():
    image = page(200, [])
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 30)
    for x, y, text in ((200, 150, "Björkåsa kommun"), (200, 187, "Fritids- och ängsförvaltningen"), (820, 168, "2021-05-18"),
                       (1300, 150, "2 (3)"), (1180, 187, "Dnr FÄN 2021-77"), (200, 400, "Bidrag till bystugan i Övre Sågkärr")):
        draw.text((x, y), text, fill=0, font=font)
    image.crop((0, 0, image.width, 600)).save(path("letterhead.png"), dpi=(200, 200))


def born(folder):
    html = os.path.join(folder, "born.html")
    with open(html, "w", encoding="utf-8") as file:
        text = "<br>".join(LINES)
        file.write(f"""<html lang="sv"><meta charset="utf-8"><style>@page {{ size: A4 }} body {{ font: 11pt 'Liberation Serif' }}</style>
<body><p>{text}</p><p style="page-break-before: always">To whom it may concern: the annex was not received.</p></body></html>""")
    run("weasyprint", html, path("born.pdf"))
    run("qpdf", path("born.pdf"), "--pages", ".", "1", "--", "--rotate=+90", path("turned.pdf"))


def shift(folder):
    """Rewrites the ToUnicode map of born.pdf's font: every letter says that it is the one 29 code points before."""
    import re
    plain = os.path.join(folder, "plain.pdf")
    run("qpdf", "--qdf", "--object-streams=disable", path("born.pdf"), "--pages", ".", "1", "--", plain)
    with open(plain, "rb") as file:
        data = file.read()

    def line(match):
        return b"<%s> <%04X>" % (match[1], max(33, int(match[2], 16) - 29))

    maps = re.compile(rb"beginbfchar.*?endbfchar", re.S)
    data = maps.sub(lambda found: re.sub(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]{4})>", line, found[0]), data)
    with open(plain, "wb") as file:
        file.write(data)
    subprocess.run(["qpdf", plain, path("shifted.pdf")], stderr=subprocess.DEVNULL)


def accidents():
    run("qpdf", "--encrypt", "hemligt", "hemligt", "256", "--", path("clean.pdf"), path("encrypted.pdf"))
    with open(path("clean.pdf"), "rb") as file:
        data = file.read()
    with open(path("truncated.pdf"), "wb") as file:
        file.write(data[: len(data) // 2])
    with open(path("no-pages.pdf"), "wb") as file:
        file.write(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
                   b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        scans(folder)
        images()
        letterhead()
        turned_and_faint()
        born(folder)
        shift(folder)
    accidents()
