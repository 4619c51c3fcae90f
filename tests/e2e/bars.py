"""Measure the bars of an SVG chart again, knowing nothing of the program but
its picture: a bar is the first rectangle of a group whose title ends in a
number. Bars of one scale must start at one line and be as long as their
numbers say, within the rounding of the number and of the picture.

    bars.py CHART.svg one|each COUNT

`one`: all bars share a scale; `each`: bars of one category do. At least COUNT
bars must have been measured. Prints what is wrong.
"""

import re
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
TITLE = re.compile("^(.*)，(.*?)：(?:约|[><≥≤])?([+−-]?)([0-9.]+)")
PICTURE = 0.015  # points: coordinates have two decimals


class Bar:
    def __init__(self, category, sign, digits, rect):
        self.category = category
        self.value = (-1 if sign in ("−", "-") else 1) * float(digits)
        places = len(digits.partition(".")[2])
        self.rounding = 0.5 * 10**-places
        self.sides = {
            key: float(rect.get(key)) for key in ("x", "y", "width", "height")
        }


def bars_of(path):
    for group in tree.parse(path).iter(SVG + "g"):
        title = group.find(SVG + "title")
        rect = group.find(SVG + "rect")
        if title is None or rect is None:
            continue
        found = TITLE.match(title.text or "")
        if found:
            category, _, sign, digits = found.groups()
            yield Bar(category, sign, digits, rect)


def measure(bars):
    """Complaints about bars of one scale."""
    thick = {round(bar.sides["width"], 1) for bar in bars}
    is_upright = len(thick) == 1
    size, start = ("height", "y") if is_upright else ("width", "x")
    longest = max(bars, key=lambda bar: abs(bar.value))
    scale = longest.sides[size] / abs(longest.value)
    zeros = []
    for bar in bars:
        wanted = abs(bar.value) * scale
        slack = bar.rounding * scale + PICTURE
        slack += wanted * longest.rounding / abs(longest.value)
        if abs(bar.sides[size] - wanted) > slack:
            yield f"{bar.category} {bar.value}: {bar.sides[size]} pt long, not {wanted:.2f}"
        grows_back = (bar.value < 0) != is_upright
        zeros.append(bar.sides[start] + (bar.sides[size] if grows_back else 0))
    if max(zeros) - min(zeros) > 2 * PICTURE:
        yield f"bars start at {min(zeros):.2f} … {max(zeros):.2f}"


def main():
    path, sharing, least = sys.argv[1:]
    scales = {}
    n = 0
    for bar in bars_of(path):
        scales.setdefault("" if sharing == "one" else bar.category, []).append(bar)
        n += 1
    for bars in scales.values():
        for complaint in measure(bars):
            print(complaint)
    if n < int(least):
        print(f"only {n} bars were found")


main()
