#!/usr/bin/env python3
"""Makes the folder inputs/ beside it: one small page in each way that scanners and programs have of writing one. Needs Debian's python3-pil,
img2pdf, qpdf, libtiff-tools and fonts-liberation.

    g4-inverted.pdf     1-bit G4 whose 1 is black
    flate-decode.pdf    1-bit Flate, turned white on black, and back again by /Decode
    jpx.pdf             JPEG 2000
    cmyk.pdf            a JPEG of four inks
    soft-mask.pdf       an image with a soft mask
    rotated.pdf         lies on its side, and /Rotate says so
    mixed-sizes.pdf     A4 upright, and lying, on two pages
    declared-1200.pdf   150 dpi said to be 1200: a page of a stamp's size
    cropped.pdf         a crop box smaller than the paper
    compact.pdf         PDF 2.0, objects in streams, linearised
    lzw.tif             LZW in strips, the second page of another resolution
    jpeg.tif            JPEG in strips
    progressive.jpg     progressive, four inks
    deep.png            16 bits a pixel
    alpha.png           transparent paper
    palette.png         four colours
    fax.tif             G3 at 204 × 98 dpi: its letters are twice as wide as high until it is stretched
    fax.pdf             the same
    orientation.tif     lies on its side, and its tag says so
    exif.jpg            likewise, as telephones write
    tiled.tif           in tiles
"""
import os
import subprocess
import tempfile

from PIL import Image

import make

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "inputs")
DPI = 150


def path(name):
    return os.path.join(HERE, name)


def piece():
    """The first lines of the page; the paper is cut off below them, so that files are small."""
    return make.page(DPI, make.LINES[:8]).crop((0, 0, round(8.27 * DPI), round(3.4 * DPI)))


def pdf(image, target, *options, dpi=DPI):
    make.run("img2pdf", "--nodate", "--engine", "internal", *options, image, "-o", target)


def pdfs(folder):
    def file(name):
        return os.path.join(folder, name)

    grey, black = piece(), make.one_bit(piece())
    black.save(file("g4.tif"), compression="group4", dpi=(DPI, DPI))
    pdf(file("g4.tif"), path("g4-inverted.pdf"))
    grey.save(file("page.jp2"), quality_mode="rates", quality_layers=[20])
    pdf(file("page.jp2"), path("jpx.pdf"), "--imgsize", f"{DPI}dpi")
    grey.convert("CMYK").save(file("cmyk.jpg"), quality=50, dpi=(DPI, DPI))
    pdf(file("cmyk.jpg"), path("cmyk.pdf"))
    black.rotate(90, expand=True).save(file("side.tif"), compression="group4", dpi=(DPI, DPI))
    pdf(file("side.tif"), file("side.pdf"))
    make.run("qpdf", "--static-id", "--rotate=+90", file("side.pdf"), path("rotated.pdf"))
    black.save(file("lying.tif"), compression="group4", dpi=(DPI, DPI))
    make.one_bit(make.page(DPI, make.LINES[:8])).save(file("upright.tif"), compression="group4", dpi=(DPI, DPI))
    make.run("img2pdf", "--nodate", "--engine", "internal", file("upright.tif"), file("lying.tif"), "-o", path("mixed-sizes.pdf"))
    black.save(file("1200.tif"), compression="group4", dpi=(1200, 1200))
    pdf(file("1200.tif"), path("declared-1200.pdf"))
    make.run("qpdf", "--static-id", "--force-version=2.0", "--object-streams=generate", "--linearize", path("g4-inverted.pdf"), path("compact.pdf"))
    written(path("flate-decode.pdf"), black.point(lambda value: 255 - value), "/BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0]")
    written(path("soft-mask.pdf"), Image.new("L", grey.size, 0), "/BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R",
            mask=grey.point(lambda value: 255 - value))
    written(path("cropped.pdf"), black, "/BitsPerComponent 1 /ColorSpace /DeviceGray", box="[40 20 560 140]")


def written(target, image, how, mask=None, box=None):
    """A PDF of one image, byte by byte."""
    import zlib
    width, height = image.size
    points = (width * 72 / DPI, height * 72 / DPI)
    content = b"q %f 0 0 %f 0 0 cm /I Do Q" % points

    def stream(head, data):
        return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(data), data)

    def picture(picture, how):
        size = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /Filter /FlateDecode "
        return stream(size + how, zlib.compress(picture.tobytes(), 9))

    crop = f" /CropBox {box}" if box else ""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {points[0]:f} {points[1]:f}]{crop} /Contents 4 0 R"
                " /Resources << /XObject << /I 5 0 R >> >> >>").encode(),
               stream("", content), picture(image, how)]
    if mask:
        objects.append(picture(mask, "/BitsPerComponent 8 /ColorSpace /DeviceGray"))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(data))
    with open(target, "wb") as file:
        file.write(data)


def images(folder):
    grey, black = piece(), make.one_bit(piece())
    plain = os.path.join(folder, "plain.tif")
    black.save(plain, dpi=(DPI, DPI), save_all=True, append_images=[black.resize((black.width * 2, black.height * 2))])
    make.run("tiffcp", "-s", "-r", "64", "-c", "lzw", plain, path("lzw.tif"))
    grey.save(path("jpeg.tif"), compression="jpeg", quality=60, dpi=(DPI, DPI))
    grey.convert("CMYK").save(path("progressive.jpg"), quality=50, progressive=True, dpi=(DPI, DPI))
    grey.convert("I;16").point(lambda value: value * 256).save(path("deep.png"), dpi=(DPI, DPI))
    clear = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    clear.putalpha(grey.point(lambda value: 255 - value))
    clear.save(path("alpha.png"), dpi=(DPI, DPI), optimize=True)
    grey.quantize(4).save(path("palette.png"), dpi=(DPI, DPI), optimize=True)
    narrow = make.one_bit(make.page(204, make.LINES[:8]).crop((0, 0, round(8.27 * 204), round(3.4 * 204))))
    narrow = narrow.resize((narrow.width, round(narrow.height * 98 / 204)))
    narrow.save(path("fax.tif"), compression="group3", dpi=(204, 98))
    make.run("img2pdf", "--nodate", "--engine", "internal", path("fax.tif"), "-o", path("fax.pdf"))
    lying = black.transpose(Image.Transpose.ROTATE_90)
    lying.save(path("orientation.tif"), compression="group4", dpi=(DPI, DPI), tiffinfo={274: 6})
    exif = Image.Exif()
    exif[274] = 6
    grey.transpose(Image.Transpose.ROTATE_90).save(path("exif.jpg"), quality=50, dpi=(DPI, DPI), exif=exif)
    grey.save(plain, dpi=(DPI, DPI))
    make.run("tiffcp", "-t", "-w", "256", "-l", "256", "-c", "zip", plain, path("tiled.tif"))


if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pdfs(folder)
        images(folder)
