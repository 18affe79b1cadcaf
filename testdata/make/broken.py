"""Files that cannot be read, each for its own reason."""

import random
import subprocess
from pathlib import Path

NO_PAGES = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
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


def with_cross_references(body: bytes) -> bytes:
    objects = [body.index(b"%d 0 obj" % number) for number in (1, 2)]
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in objects)
    return body + (b"xref\n0 3\n0000000000 65535 f \n" + entries
                   + b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body))


def encrypt(source: Path, target: Path):
    # 128-bit AES with fixed id and vector: 256-bit draws random salts, and the file would differ in every run.
    subprocess.run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "hemligt", "hemligare", "128",
                    "--use-aes=y", "--", source, target], check=True)
