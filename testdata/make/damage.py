"""What scanners and fax machines do to a page. Pages are float arrays, 0 is black and 255 white."""

import numpy as np
from PIL import Image, ImageFilter


def clean(page, random):
    """A good scanner: sixteen steps of grey."""
    return np.round(page / 17) * 17


def light(page, random):
    """An office copier: a little skew, a little noise, paper that is not quite white."""
    page = skewed(page, random.uniform(0.4, 0.9) * random.choice([-1, 1]))
    return blurred(page, 0.5) * 0.93 + 12 + random.normal(0, 5, page.shape)


def grey(page, random):
    """Old paper on a tired scanner: grey that changes over the page, a dark gutter, blur, faint print."""
    height, width = page.shape
    y, x = np.mgrid[0:1:height * 1j, 0:1:width * 1j]
    paper = 226 - 122 * x ** 1.3 * y - 14 * np.sin(3 * y + random.uniform(0, 2))
    paper -= 60 * np.exp(-((1 - x) / 0.05) ** 2)
    ink = 1 - skewed(page, random.uniform(-0.5, 0.5)) / 255
    return blurred(paper * (1 - 0.6 * ink), 1.0) + random.normal(0, 2, page.shape)


def fax(page, random):
    """One bit a pixel, speckled, and the sheet went in askew."""
    page = skewed(page, random.uniform(1.3, 2.0) * random.choice([-1, 1]))
    page = page + random.normal(0, 22, page.shape)
    page[random.random(page.shape) < 0.002] = 0
    page[random.random(page.shape) < 0.002] = 255
    return np.where(page < 140, 0, 255)


def typewritten(page, random):
    """A carbon ribbon through a one-bit scanner: frayed edges, straight sheet."""
    page = blurred(skewed(page, random.uniform(-0.4, 0.4)), 0.7)
    return np.where(page + random.normal(0, 18, page.shape) < 125, 0, 255)


def skewed(page, degrees):
    turned = as_image(page).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned, np.float32)


def blurred(page, radius):
    return np.asarray(as_image(page).filter(ImageFilter.GaussianBlur(radius)), np.float32)


def as_image(page) -> Image.Image:
    return Image.fromarray(np.clip(page, 0, 255).astype(np.uint8))
