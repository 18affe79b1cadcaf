#!/usr/bin/python3
"""Makes swedish-letters.bin from Swedish text on standard input: how usual a letter is after two others.

    cat CORPUS/*.txt | python3 make-swedish-letters.py > swedish-letters.bin

30 signs: a to z, å ä ö, and the end of a word (0). At [first * 900 + second * 30 + third] stands -16 * log2 P(third | first second), at most 255.
Words that hold anything else (digits, dots inside) are not counted.
"""
import math
import re
import sys
import unicodedata
from collections import Counter

SIGNS = " abcdefghijklmnopqrstuvwxyzåäö"
WORD = re.compile(r"[a-zåäö]+")
COMMONEST = 10_000  # the text's own subjects are not what Swedish is made of
SMOOTHING = 0.02


def main():
    words = Counter()
    for line in sys.stdin:
        text = unicodedata.normalize("NFC", line).lower()
        words.update(word for word in re.split(r"[^\w]+", text) if WORD.fullmatch(word) and len(word) < 40)
    counts = Counter()
    for word, count in words.items():
        text = "  " + word + " "
        for at in range(len(word) + 1):
            counts[text[at:at + 3]] += min(count, COMMONEST)
    table = bytearray()
    for first in SIGNS:
        for second in SIGNS:
            row = [counts[first + second + third] for third in SIGNS]
            total = sum(row) + SMOOTHING * len(SIGNS) * max(1, sum(row)) ** 0.5
            for count in row:
                share = (count + SMOOTHING * max(1, sum(row)) ** 0.5) / total
                table.append(min(255, round(-16 * math.log2(share))))
    sys.stdout.buffer.write(table)


if __name__ == "__main__":
    main()
