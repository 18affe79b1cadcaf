"""Files that cannot be read, each for its own reason."""

import io
import random
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

NO_PAGES = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
"""

OWN_PARENT = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>
endobj
"""

WEB_PAGE = """<!DOCTYPE html>
<html lang="sv"><title>Inloggning</title><p>Du har loggats ut. Logga in igen för att hämta dokumentet.</p></html>
"""


def make(folder: Path, sound_pdf: Path, sound_tiff: Path, sound_jpeg: Path):
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "zero-pages.pdf").write_bytes(with_cross_references(NO_PAGES))
    (folder / "truncated.pdf").write_bytes(sound_pdf.read_bytes()[:6000])
    (folder / "truncated.tif").write_bytes(sound_tiff.read_bytes()[:5000])
    (folder / "truncated.jpg").write_bytes(sound_jpeg.read_bytes()[:400])
    junk = random.Random(1)
    (folder / "not-a-pdf.pdf").write_bytes(bytes(junk.randrange(256) for _ in range(3000)))
    encrypt(sound_pdf, folder / "encrypted.pdf")
    (folder / "own-parent.pdf").write_bytes(with_cross_references(OWN_PARENT))
    (folder / "pixel-flood.png").write_bytes(png(60_000, 60_000, rows=1))
    (folder / "lost-end.png").write_bytes(png(60, 80, rows=80)[:-40])
    (folder / "letter.docx").write_bytes(word_document())
    (folder / "web-page.pdf").write_text(WEB_PAGE, encoding="utf-8")
    (folder / "zeros.pdf").write_bytes(bytes(4096))


def with_cross_references(body: bytes) -> bytes:
    objects = [body.index(b"%d 0 obj" % number) for number in (1, 2)]
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in objects)
    return body + (b"xref\n0 3\n0000000000 65535 f \n" + entries
                   + b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body))


def encrypt(source: Path, target: Path):
    # 128-bit AES with fixed id and vector: 256-bit draws random salts, and the file would differ in every run.
    subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "hemligt", "hemligare", "128",
                    "--use-aes=y", "--", source, target], check=True)


def png(width: int, height: int, rows: int) -> bytes:
    """A grey image that declares its size and holds so many rows of noise."""
    noise = random.Random(2)
    pixels = b"".join(b"\0" + bytes(noise.randrange(256) for _ in range(min(width, 600))).ljust(width, b"\xff") for _ in range(rows))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in [(b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")])


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def word_document() -> bytes:
    """The shell of a word processor's file, as clerks save it beside the scan."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as packed:
        for name, text in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document>Utkast till protokoll</w:document>")]:
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return memory.getvalue()
