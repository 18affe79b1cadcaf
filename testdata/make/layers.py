#!/usr/bin/python3
"""Makes forty PDFs with text layers that are to be believed and forty with layers that are not.

    /usr/bin/python3 testdata/make/layers.py FOLDER [SET]
    ./protokollsok bench layers FOLDER

Needs the packages that README.md names, python3-reportlab, chromium and groff. FOLDER/good and FOLDER/bad get numbered files; odd numbers are to
find thresholds on, even ones to tell how good they are. Each SET (0 and up) has texts, names and noise of its own. Nothing of it is kept in the project. People and places are invented.
"""

import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import numpy as np
import weasyprint
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = "/usr/share/fonts/truetype/"
pdfmetrics.registerFont(TTFont("Liberation", FONTS + "liberation/LiberationSerif-Regular.ttf"))
pdfmetrics.registerFont(TTFont("DejaVu", FONTS + "dejavu/DejaVuSans.ttf"))

BOARDS = ["Omsorgsnämnden", "Byggnadsnämnden", "Kultur- och fritidsnämnden", "Miljönämnden", "Socialnämnden", "Kommunstyrelsen"]
PLACES = ["Råsjö", "Åkerby", "Örnäs", "Sälgåsen", "Norrviken", "Ekåsa", "Hästbäcken", "Mörtsjöbo"]
FIRST = ["Märta", "Åke", "Göran", "Ylva", "Rune", "Bo", "Kerstin", "Sören", "Anders", "Elin", "Håkan", "Siv", "Jan", "Lena"]
LAST = ["Hägerståhl", "Sjöqvist", "Åkerblom", "Lindh", "Öberg", "Ekman", "Brännström", "Norell", "Wik", "Strand", "Björklund", "Alm"]
SENTENCES = """{board} har fått en ansökan om bidrag till nytt tak på bystugan i {place}.
Föreningen äger huset sedan {year} och håller det öppet för alla som bor i närheten.
Förvaltningen bedömer att åtgärden är nödvändig och att kostnaden är rimlig.
Kostnaden beräknas till {sum} kronor och ryms inom den budget som fullmäktige har beslutat.
Ärendet återremitterades den {date} för att frågan om ansvar skulle utredas vidare.
Under våren har tre samråd hållits med boende i {place}, och synpunkterna har vägts in i förslaget.
Skolskjutsen mellan {place} och centralorten föreslås upphöra vid läsårets slut.
Hyran för lokalen höjs från och med nästa år, vilket påverkar föreningens möjligheter att bedriva verksamhet.
Vattenprover som togs i {place} visar förhöjda halter av nitrat, men de ligger under gränsvärdet.
{first} {last} redogör för ärendet och svarar på frågor från ledamöterna.
Kommunen äger marken sedan {year} och arrenderar ut den till en lantbrukare.
Räddningstjänsten har inget att invända mot förslaget under förutsättning att vägen hålls framkomlig.
Beslutet kan överklagas inom tre veckor från den dag då protokollet anslogs.
Nämnden uppdrar åt förvaltningschefen att återkomma med en redovisning senast i oktober {year}.
Bygglov beviljas för tillbyggnad av förskolan enligt ritningar daterade {date}.
Antalet besökare på biblioteket har ökat, medan öppettiderna har varit oförändrade.
Avfallstaxan höjs inte, eftersom upphandlingen gav lägre priser än väntat.
Grannarna har hörts och har framfört att byggnaden skymmer utsikten över sjön.
Arbetsgruppen lämnar sin slutrapport, som läggs till handlingarna utan erinran.
Bidraget betalas ut när föreningen har visat att arbetet är utfört.""".split("\n")
ENGLISH = """To whom it may concern: the annex to the agreement was received by the office and has been entered in the register.
The board of the region has asked for a reply before the end of the month, and the municipality will answer in due course.
All costs of the project are shared between the partners in accordance with the agreement that was signed in the spring.
The final report describes what was done, what it cost and what the partners have learned from the work."""


SET = int(sys.argv[2]) if len(sys.argv) > 2 else 0


def drawn(number):
    return random.Random(number + 100_000 * SET)


class Text:
    def __init__(self, number, signs=False, sentences=22):
        chance = drawn(number)

        def fill(sentence):
            return sentence.format(board=chance.choice(BOARDS), place=chance.choice(PLACES), year=chance.randint(1951, 2024), first=chance.choice(FIRST),
                                   last=chance.choice(LAST), sum=f"{chance.randint(10, 990)} 000", date=f"20{chance.randint(10, 24)}-0{chance.randint(1, 9)}-{chance.randint(10, 28)}")

        lines = [chance.choice(PLACES) + " kommun", chance.choice(BOARDS), f"Sammanträde den 20{chance.randint(10, 24)}-0{chance.randint(1, 9)}-{chance.randint(10, 28)}", ""]
        for paragraph in range(3):
            head = ["Sammanfattning", "Bakgrund", "Förvaltningens bedömning"][paragraph]
            lines.append(f"§ {chance.randint(10, 140)} {head} av ärendet" if signs else head)
            lines += wrapped(" ".join(fill(chance.choice(SENTENCES)) for _ in range(sentences // 3)), 84) + [""]
        self.lines = lines
        self.seed = number


def wrapped(text, width):
    import textwrap
    return textwrap.wrap(text, width)


def reportlab(lines, target, font="Liberation", size=11, images=()):
    page = Canvas(str(target), pagesize=A4, invariant=1)
    for image, box in images:
        page.drawImage(str(image), *box)
    page.setFont(font, size)
    for row, line in enumerate(lines):
        page.drawString(62, 780 - row * size * 1.35, line)
    page.save()
    return target


def html(lines, target, style="11pt 'Liberation Serif'"):
    text = "".join(f"<p style='margin:0;min-height:1em'>{line}</p>" if not isinstance(line, list) else
                   "<table><tr>" + "".join(f"<td style='width:90px'>{cell}</td>" for cell in line) + "</tr></table>" for line in lines)
    page = f"<html lang='sv'><meta charset='utf-8'><style>@page {{size:A4; margin:20mm}} body {{font:{style}}}</style><body>{text}</body></html>"
    Path(str(target) + ".html").write_text(page, encoding="utf-8")
    return Path(str(target) + ".html")


def weasy(lines, target, style="11pt 'Liberation Serif'"):
    weasyprint.HTML(filename=str(html(lines, target, style))).write_pdf(str(target))
    return target


def chromium(lines, target):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}", html(lines, target)], check=True, capture_output=True)
    return target


def groff(lines, target):
    roff = ".nf\n.ft R\n" + "\n".join("\\&" + line for line in lines)
    ps = subprocess.run(["groff", "-Kutf8", "-Tps", "-P-pa4"], input=roff.encode(), check=True, capture_output=True).stdout
    subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={target}", "-"], input=ps, check=True, capture_output=True)
    return target


def scan(pdf, work, dpi=200, blur=0.4, noise=6, seed=1):
    """The page as a scanner sees it, a JPEG."""
    pgm = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-singlefile", pdf], check=True, capture_output=True).stdout
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", pgm)
    page = np.frombuffer(pgm, np.uint8, int(header[1]) * int(header[2]), header.end()).reshape(int(header[2]), int(header[1]))
    image = Image.fromarray(page).filter(ImageFilter.GaussianBlur(blur))
    grey = np.asarray(image, np.float32) * 0.9 + 14 + np.random.default_rng(seed + 100_000 * SET).normal(0, noise, page.shape)
    target = work / f"scan-{seed}.jpg"
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(target, quality=50, dpi=(dpi, dpi))
    return target


def words_of(pdf):
    xhtml = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    import html as entities
    return [(float(x), float(y), float(right), float(bottom), entities.unescape(word)) for x, y, right, bottom, word in
            re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', xhtml)]


def over(image, words, target, change=lambda word: word, move=lambda x, y: (x, y), font="DejaVu"):
    """A scan with an invisible layer of these words."""
    page = Canvas(str(target), pagesize=A4, invariant=1)
    page.drawImage(str(image), 0, 0, *A4)
    for x, y, right, bottom, word in words:
        word = change(word)
        if not word:
            continue
        (x, y), (right, bottom) = move(x, y), move(right, bottom)
        size = (bottom - y) * 0.8
        text = page.beginText(x, A4[1] - bottom + size * 0.25)
        text.setTextRenderMode(3)
        text.setFont(font, size)
        width = pdfmetrics.stringWidth(word, font, size)
        text.setHorizScale(100 * (right - x) / max(width, 1))
        text.textOut(word)
        page.drawText(text)
    page.save()
    return target


def read(image, language, target):
    subprocess.run(["tesseract", image, target.with_suffix(""), "-l", language, "pdf"], check=True, capture_output=True)
    return target


def lying(pdf, target, change):
    """Rewrites what the fonts say that their letters are; the page looks as before."""
    plain = target.with_suffix(".plain")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, plain], check=True)
    data = plain.read_bytes()

    def entry(match):
        said = bytes.fromhex(match[2].decode()).decode("utf-16-be")
        return b"<%s> <%s>" % (match[1], change(said).encode("utf-16-be").hex().upper().encode())

    data = re.sub(rb"beginbfchar.*?endbfchar", lambda table: re.sub(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>", entry, table[0]), data, flags=re.S)
    plain.write_bytes(data)
    subprocess.run(["qpdf", plain, target], stderr=subprocess.DEVNULL)
    return target


def glyph_order(said):
    """What comes out where letters are told by their place in a font of Apple's order."""
    if said < "\x7f":
        return chr(max(1, ord(said) - 29))
    code = said.encode("mac_roman", "replace")[0]
    return chr(code - 30)


def shifted(by):
    return lambda said: "".join(chr(max(1, ord(letter) - by)) for letter in said)


FOLD = str.maketrans("åäöÅÄÖé", "aaoAAOe")
DANISH = str.maketrans("åäöÅÄÖ", "åæøÅÆØ")
GERMAN = str.maketrans("åÅ", "aA")
JUNK = "~¬|^`´¤#*<>{}[]\\_ijl1!;:'"


def bad(folder, work):
    number = iter(range(1, 100))

    def page(signs=False, **how):
        at = next(number)
        text = Text(1000 + at, signs)
        born = weasy(text.lines, work / f"bad-{at}.pdf")
        return at, born, scan(born, work, seed=at, **how), words_of(born), folder / f"{at:02d}"

    def name(stem, kind):
        return stem.with_name(f"{stem.name}-{kind}.pdf")

    for _ in range(5):
        at, born, image, words, stem = page(dpi=[150, 200, 300, 200, 240][_])
        read(image, "eng", name(stem, "english-engine"))
    for _ in range(3):
        at, born, image, words, stem = page()
        over(image, words[: [400, 60, 12][_]], name(stem, "no-diacritics"), lambda word: word.translate(FOLD))
    for by in (29, 3, -5):
        at, born, image, words, stem = page()
        over(image, words, name(stem, f"shifted-{by}-over-image"), shifted(by))
    for by in (29, 31, -7):
        at, born, image, words, stem = page()
        lying(born, name(stem, f"shifted-{by}-born"), shifted(by))
    for _ in range(2):
        at, born, image, words, stem = page(signs=_ == 1)
        lying(born, name(stem, "glyph-order-born"), glyph_order)
    for lost in ("st", "ti", "tt"):
        at, born, image, words, stem = page()
        over(image, words, name(stem, f"ligature-{lost}-over-image"), lambda word, lost=lost: word.replace(lost, "\ufffd"))
    for sign, letter in (("\ufffd", "k"), ("\ue0a1", "f"), ("\uf0b7", "ä")):
        at, born, image, words, stem = page()
        lying(born, name(stem, "letter-lost-born"), lambda said, sign=sign, letter=letter: sign if said == letter else said)
    for _ in range(3):
        at, born, image, words, stem = page()
        chance = drawn(at)
        over(image, words, name(stem, "garbage"), lambda word, chance=chance: "".join(
            chance.choice(JUNK if _ else "qxzwvkjfg") if chance.random() < 0.6 else letter for letter in word))
    for _ in range(2):
        at, born, image, words, stem = page()
        over(image, words, name(stem, "zeros-lost-over-image"), lambda word: word.replace("0", ""))
    at, born, image, words, stem = page()
    lying(born, name(stem, "zeros-lost-born"), lambda said: "" if said == "0" else said)
    for sign in ("8", "$", ""):
        at, born, image, words, stem = page(signs=True)
        over(image, words, name(stem, "section-sign-lost"), lambda word, sign=sign: word.replace("§", sign))
    for move in (lambda x, y: (x, y + 7), lambda x, y: (x + 45, y + 52), lambda x, y: (x * 0.9, y * 0.9), lambda x, y: (x, y - 26)):
        at, born, image, words, stem = page()
        over(image, words, name(stem, "displaced"), move=move)
    for table in (DANISH, GERMAN, GERMAN):
        at, born, image, words, stem = page()
        over(image, words, name(stem, "other-language"), lambda word, table=table: word.translate(table))
    for count in (0, 1, 25):
        at, born, image, words, stem = page()
        over(image, words[:count], name(stem, f"{count}-words-only"))
    for _ in range(2):
        at, born, image, words, stem = page()
        poor = Image.open(image).resize((620, 877)).filter(ImageFilter.GaussianBlur([0.9, 1.1][_]))
        poor.save(work / "poor.png", dpi=(75, 75))
        read(work / "poor.png", "swe", name(stem, "poor-reading"))


def good(folder, work):
    number = iter(range(1, 100))

    def target(kind):
        return folder / f"{next(number):02d}-{kind}.pdf"

    for seed in range(3):
        weasy(Text(seed, signs=True).lines, target("weasyprint"))
        reportlab(Text(seed + 10, signs=True).lines, target("reportlab"), ["Liberation", "DejaVu", "Helvetica"][seed], [11, 9, 10][seed])
        chromium(Text(seed + 20, signs=True).lines, target("chromium"))
        groff(Text(seed + 30, signs=True).lines, target("ghostscript"))
    for title in (["Granskningsrapport", "Bilaga 2"], ["Översiktsplan"], ["BILAGA"], ["Protokoll 2019", "Kommunala bolag"]):
        weasy(title, target("title-only"), "24pt 'Liberation Sans'")
    for seed in range(4):
        chance = drawn(seed)
        rows = [[str(2010 + row), *(f"{chance.randint(1, 999)} {chance.randint(100, 999)}" for _ in range(4))] for row in range(28)]
        reportlab(["   ".join(row) for row in rows], target("numbers")) if seed % 2 else weasy(["Utfall, tkr", *rows], target("numbers"))
    for seed in range(2):
        weasy(wrapped(ENGLISH * (seed + 1), 84), target("english"))
    image = scan(weasy(wrapped(ENGLISH * 2, 84), work / "english.pdf"), work, seed=77)
    read(image, "eng", target("english-over-image"))
    for seed in range(4):
        chance = drawn(seed)
        names = ["Närvarolista", ""] + [f"{chance.choice(FIRST)} {chance.choice(LAST)} ({chance.choice(['S', 'M', 'C', 'V', 'KD'])})" for _ in range(30)]
        weasy(names, target("names")) if seed < 2 else read(scan(weasy(names, work / "names.pdf"), work, dpi=300, seed=seed), "swe", target("names-over-image"))
    for seed in range(6):
        lines = Text(seed + 40, sentences=[22, 22, 9, 30, 22, 3][seed]).lines
        image = scan(weasy(lines, work / "text.pdf"), work, dpi=[200, 300, 200, 240, 300, 200][seed], seed=seed + 50)
        read(image, ["swe", "Latin"][seed % 2], target("swedish-over-image"))
    for seed in range(4):
        stamp = work / "stamp.png"
        Image.effect_noise((300, 120), 60).save(stamp)
        reportlab(Text(seed + 60, signs=True).lines, target("stamp"), images=[(stamp, (380, 700, 150, 60))])
    for seed in range(3):
        born = weasy(Text(seed + 70).lines, work / "nfd.pdf")
        if seed < 2:
            lying(born, target("decomposed"), lambda said: unicodedata.normalize("NFD", said))
        else:
            over(scan(born, work, seed=90), words_of(born), target("decomposed-over-image"))


def main(folder):
    for name, make in ("good", good), ("bad", bad):
        (folder / name).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as work:
            make(folder / name, Path(work))
        for rest in list((folder / name).glob("*.html")) + list((folder / name).glob("*.plain")):
            rest.unlink()
        print(name, len(list((folder / name).glob("*.pdf"))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
