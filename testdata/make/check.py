#!/usr/bin/python3
"""Holds every truth.json against its page texts: what is labelled must be printed, and in the labelled order.

It cannot tell what a label leaves out; that takes a reader.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIELDS = ["documentType", "title", "municipality", "board", "meetingDate", "documentDate", "caseNumbers", "sections", "decisions", "dates", "amounts",
          "lawReferences", "decisionReferences", "votes", "reservations", "recipients", "signatories", "attachments", "findings", "traps"]
IN_ORDER = ["caseNumbers", "dates", "amounts", "lawReferences"]


def main() -> int:
    faults = [fault for folder in sorted((ROOT / "documents").iterdir()) for fault in faults_of(folder)]
    faults += [f"{file} is missing" for folder in ("scans", "more-scans") for file in scans_of(ROOT / folder) if not file.is_file()]
    print("\n".join(faults) or "every label is printed where it should be")
    return 1 if faults else 0


def scans_of(folder: Path):
    return [folder / name for name in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))]


def faults_of(folder: Path):
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    files = sorted(folder.glob("page-*.txt"))
    pages = [" ".join(re.sub(r"(?<=[a-zåäö])-\n(?=[a-zåäö])", "", file.read_text(encoding="utf-8")).split()) for file in files]
    found = [f"fields are {list(truth)}"] if list(truth) != FIELDS else []
    for field in IN_ORDER:
        found += out_of_order(field, [label["printed"] for label in truth[field]], " ".join(pages))
    for names in ("recipients", "signatories", "attachments"):
        found += [f"{names}: '{name}' is not printed" for name in truth[names] if name not in " ".join(pages)]
    found += [f"sections: '{section['heading']}' is not printed" for section in truth["sections"] if not is_printed_in_pieces(section["heading"], " ".join(pages))]
    found += [f"decisions: '{decision['text']}' is not printed" for decision in truth["decisions"] if not is_printed(decision["text"], pages)]
    found += [f"dates: {label['value']} is no date" for label in truth["dates"] if not is_calendar_date(label["value"])]
    return [f"{folder.name}: {fault}" for fault in found]


def out_of_order(field: str, printed: list[str], text: str):
    position = 0
    for number, label in enumerate(printed, 1):
        start = text.find(label, position)
        if start < 0:
            return [f"{field} {number}: '{label}' is not printed after character {position}"]
        position = start + len(label)
    return []


def is_printed_in_pieces(heading: str, text: str) -> bool:
    """In one piece, or in two: an agenda's table sets the case number at the end of a title's first line."""
    words = heading.split()
    return any(first in text and second in text[text.index(first) + len(first):]
               for first, second in ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(len(words), -1, -1)))


def is_printed(text: str, pages: list[str]) -> bool:
    """On one page, or cut in two by the page break (between words, or inside one with a hyphen)."""
    if any(text in page for page in pages):
        return True
    cuts = [(text[:cut].rstrip(), text[cut:].lstrip()) for cut in range(1, len(text))]
    return any(is_cut(first, before, second, after) for first, second in cuts for before, after in zip(pages, pages[1:]))


def is_cut(first: str, before: str, second: str, after: str) -> bool:
    return (first in before or first + "-" in before) and second in after


def is_calendar_date(value: str) -> bool:
    days = [part if part.count("-") == 2 else part + "-01" for part in value.split("/")]
    try:
        return [date.fromisoformat(day) for day in days] == sorted(map(date.fromisoformat, days))
    except ValueError:
        return False


if __name__ == "__main__":
    sys.exit(main())
