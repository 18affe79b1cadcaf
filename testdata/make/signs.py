#!/usr/bin/python3
"""Pages dense with the signs that `swe` cannot print, for measuring how many come back: signs.py FOLDER [PAGES]

Every page is FOLDER/DAMAGE_DPI_NAME.png with its text, line by line, beside it (.txt), as `./protokollsok bench reading FOLDER` takes them. The
same on every machine; sentences, people and places are invented. Needs python3-pil, python3-numpy and the fonts fonts-liberation, fonts-dejavu, fonts-urw-base35,
gsfonts, fonts-gnutypewriter.
"""

import random
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import damage

TRUETYPE, OPENTYPE = "/usr/share/fonts/truetype/", "/usr/share/fonts/opentype/urw-base35/"
FONTS = [TRUETYPE + "liberation/LiberationSerif-Regular.ttf", TRUETYPE + "liberation/LiberationSans-Regular.ttf", OPENTYPE + "P052-Roman.otf",
         TRUETYPE + "dejavu/DejaVuSans.ttf", OPENTYPE + "C059-Roman.otf", OPENTYPE + "NimbusSansNarrow-Regular.otf",
         OPENTYPE + "URWBookman-Light.otf", TRUETYPE + "liberation/LiberationMono-Regular.ttf", TRUETYPE + "dejavu/DejaVuSerif.ttf",
         TRUETYPE + "liberation/LiberationSans-Bold.ttf", OPENTYPE + "NimbusRoman-Regular.otf"]
DAMAGES = [("clean", damage.clean, 300), ("light", damage.light, 300), ("grey", damage.grey, 200), ("fax", damage.fax, 200)]
SIZES = [9.5, 11, 12, 10, 11.5]

# {n} a section, {m} the next after it, {s} a small number, {p} a percentage, {k} thousands, {y} a year, {d} a day
SENTENCES = [
    "§ {n} Val av justerare", "§{n} Bidrag till Sågkärrs bygdegård", "§ {n} a Svar på motion om belysta stigar", "KS § {n}/{y} Taxa för slam",
    "MBN § {n}", "Paragrafer §§ {n}-{m}", "§§ {n}–{m} justeras omedelbart", "Utdrag ur protokoll, ej §§ {n}, {m}", "Se § {s}, § {n} och § {m}",
    "Förslaget avslås (§ {n}) med stöd av {s} § i stadgan", "Bygglov ges ({s} § andra stycket)", "enligt {s} kap. {n} § plan- och bygglagen",
    "Nämnden beslutade den {d} maj {y}, § {n}, att bordlägga frågan", "Kommunstyrelsen {y}-03-1{t} § {n}", "{n} § MBL och {s} a § i samma lag",
    "Delegationen följer {s} kap. {t} och {n} §§ i reglementet", "§ {n} forts.", "Ordföranden tar upp § {n} före § {m}.",
    "Taxan höjs med {p} % från årsskiftet", "Andelen var {p} % mot {q} % året före", "Räntan är {p} procent, inte {q} %", "Kvoten ({p} %) är låg",
    "mellan {t}–{s} % av eleverna", "Bidraget är {k} kr, det vill säga {q} % av kostnaden", "{q} % av {n} svarande är nöjda, {p} % missnöjda",
    "Kostnaden blir {k} kr och betalas över {s} år", "{k} kronor fördelas på {n} platser", "Från {k} kr till {k} kr per plats och månad",
    "Resultatet är {p} mnkr bättre än budget", "Byggnaden rymmer {n} elever i {s} klasser", "Av {n} ledamöter var {s} frånvarande vid mötet",
    "Ärendet har nummer {y}-{n} och handlades av Asta Ekvall", "Ängens förskola öppnar den {d} augusti {y} med {s} avdelningar",
    "Ledamöterna önskar se över körvägar, gångstråk och åtgärder", "Förvaltningen återkommer när utredningen är färdig",
]


def sentence(number: random.Random) -> str:
    section = number.randint(1, 268)
    percent = number.choice(["{}", "{},{}", "{}"]).format(number.randint(1, 99), number.randint(1, 9))
    thousands = f"{number.randint(1, 988)} {number.choice(['000', '500', '246', '880', '820', '960'])}"
    return number.choice(SENTENCES).format(
        n=section, m=section + number.randint(1, 30), s=number.randint(2, 19), t=number.randint(1, 9), d=number.randint(1, 28), k=thousands,
        y=number.randint(1984, 2025), p=percent, q=number.choice([5, 8, 10, 12, 20, 25, 40, 46, 60, 80, 88, 96, 100]))


def lines(number: random.Random, room: float, font) -> list[str]:
    """A page's lines, some of them two sentences long where there is room."""
    text = []
    while len(text) < 36:
        line = sentence(number)
        longer = f"{line}{'' if line.endswith('.') else '.'} {sentence(number)}"
        text.append(longer if number.random() < 0.5 and font.getlength(longer) < room else line)
    return text


def page(number: random.Random, font_name: str, points: float, dpi: int) -> tuple[np.ndarray, list[str]]:
    font = ImageFont.truetype(font_name, round(points * dpi / 72))
    image = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    draw = ImageDraw.Draw(image)
    text = lines(number, 6.4 * dpi, font)
    for row, line in enumerate(text):
        draw.text((dpi, dpi * (0.9 + row * 0.27)), line, fill=0, font=font)
    return np.asarray(image, np.float32), text


def main(folder: Path, pages: int):
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(pages):
        kind, spoil, dpi = DAMAGES[index % len(DAMAGES)]
        font = FONTS[index % len(FONTS)]
        image, text = page(random.Random(1000 + index), font, SIZES[index % len(SIZES)], dpi)
        name = folder / f"{kind}_{dpi}_{index:02}_{Path(font).stem}"
        damage.as_image(spoil(image, np.random.default_rng(index))).save(name.with_suffix(".png"), dpi=(dpi, dpi))
        name.with_suffix(".txt").write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 28)
