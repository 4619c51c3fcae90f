"""What an outside reader (qpdf) makes of a chart's place in a tagged PDF.

    figures.py FILE.pdf TITLES   every figure has an alternative text, charts
                                 stand in the order of TITLES, one a line, and
                                 behind the heading of their section
    figures.py FILE.pdf DATA.csv the one figure's alternative text has every
                                 figure of the table

Prints what is wrong; nothing: all is well.
"""

import csv
import json
import re
import subprocess
import sys

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def squeezed(text):
    return re.sub(r"[\s\u2060\ufeff]", "", text)


class Reader:
    """The structure tree, in the order in which a voice reads it."""

    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", path],
                              stdout=subprocess.PIPE, check=False)
        self.objects = json.loads(done.stdout)["qpdf"][1]
        trailer = self.objects["trailer"]["value"]
        root = self.value(trailer["/Root"])
        self.tree = self.value(root["/StructTreeRoot"])

    def value(self, v):
        if isinstance(v, str) and v.endswith(" R"):
            v = self.objects["obj:" + v]["value"]
        return v

    def text(self, v):
        v = self.value(v) or ""
        return v[2:] if v.startswith("u:") else v

    def elements(self, node=None):
        node = self.value(self.tree if node is None else node)
        if isinstance(node, list):
            for kid in node:
                yield from self.elements(kid)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from self.elements(node["/K"])


def check_document(reader, titles):
    figures, sections = [], 0
    for e in reader.elements():
        if e["/S"] in ("/H1", "/H2"):
            sections += 1
        if e["/S"] != "/Figure":
            continue
        alt = squeezed(reader.text(e.get("/Alt", "")))
        if not alt:
            print("a figure without alternative text")
        figures.append((alt, sections))
    at = 0
    for title in titles:
        while at < len(figures) and squeezed(title) not in figures[at][0]:
            at += 1
        if at == len(figures):
            print("not where it should be read:", title)
            return
        if figures[at][1] == 0:
            print("before any heading:", title)
        at += 1


def check_chart(reader, path):
    alts = [squeezed(reader.text(e.get("/Alt", "")))
            for e in reader.elements() if e["/S"] == "/Figure"]
    if len(alts) != 1:
        print(len(alts), "figures")
        return
    with open(path, encoding="utf-8-sig") as file:
        for row in csv.reader(file):
            shown = row[4] if len(row) > 4 and row[4] else row[2]
            for number in NUMBER.findall(shown):
                if number not in alts[0]:
                    print("not told:", number, "of", row)


def main(path, what):
    reader = Reader(path)
    if what.endswith(".csv"):
        check_chart(reader, what)
        return
    with open(what, encoding="utf-8") as file:
        check_document(reader, file.read().splitlines())


main(*sys.argv[1:])
