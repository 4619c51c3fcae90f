"""Whether two reports of `jianbao inspect --json` measure the same.

    inspect.py PAGES.json FILE.json [columns]

The first is of the pages as laid out, the second of the PDF that was written
of them and read back. Prints where they differ. Of pages in columns some lines
may be read as no full ones.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    ours = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    theirs = json.load(file)

bad = 0
if ours["pages"] != theirs["pages"]:
    bad += 1
    print(f"pages: {ours['pages']} and {theirs['pages']}")


def of_lines(report):
    return {line["text"].replace(" ", ""): line for line in report["lines"]
            if line["full"]}


# A reader of the file cannot tell notes of figures, nor lists, from prose.
full, read = of_lines(ours), of_lines(theirs)
strays = len(set(full) ^ set(read))
if strays > 0.25 * len(full) or (strays > 2 and "columns" not in sys.argv):
    bad += 1
    print("lines:", set(full) ^ set(read))
for text in set(full) & set(read):
    for name, slack in (("y", 0.01), ("room", 0.003), ("squeeze", 0.01)):
        if abs(full[text][name] - read[text][name]) > slack:
            bad += 1
            print(f"{name} of {text}: {full[text][name]}, {read[text][name]}")

dimensions = {d["name"]: d["measured"] for d in ours["dimensions"]}
found = {d["name"]: d["measured"] for d in theirs["dimensions"]}
if not set(dimensions) == set(found):
    bad += 1
    print("dimensions:", set(dimensions) ^ set(found))
for name in set(dimensions) & set(found):
    if abs(dimensions[name] - found[name]) > 0.2:
        bad += 1
        print(f"{name}: {dimensions[name]} and {found[name]}")
sys.exit(bad > 0)
