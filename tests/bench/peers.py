"""Pages of several programs beside each other, for peers.sh.

peers.py table FOLDER            every FOLDER/NAME.json of `jianbao inspect
                                 --json` as a column of one table
peers.py standing FILE <FINDINGS the passages of FILE in which `jianbao check
                                 --diagnostics json` found something, as a list
"""

import json
import os
import re
import sys

ORDER = ["jianbao", "xelatex", "typst", "chromium", "weasyprint"]
OPENING = "（《〈【〖〔［｛「『“‘"
CLOSING = "）》〉】〗〕］｝」』”’"
HALVED = OPENING + CLOSING + "、，：；。．！？"
HAN = re.compile("[\u4e00-\u9fff]")
DIGIT = 0.5  # em, of Liberation Serif
OUTSIDE_LEAST = 0.3  # em: more than a mark that hangs by a quarter


def is_han(text):
    return HAN.match(text) is not None


def standing(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    seen = set()
    for found in json.load(sys.stdin)["diagnostics"]:
        line = found.get("line")
        if line is None or found.get("endLine") != line:
            continue
        text = lines[line - 1][found["column"] - 1:found["endColumn"] - 1]
        if text.strip() and text not in seen:
            seen.add(text)
            print("  - " + json.dumps(text, ensure_ascii=False))


def mark_places(line):
    """Widths of two marks between others, and what single ones have lost."""
    glyphs, em = line["glyphs"], line["size"]
    pairs, single = [], []
    for i in range(1, len(glyphs) - 1):
        if glyphs[i]["text"] not in HALVED or \
                glyphs[i - 1]["text"] in HALVED:
            continue
        end = i + 1
        while end < len(glyphs) and glyphs[end]["text"] in HALVED:
            end += 1
        if end == len(glyphs):
            continue
        width = (glyphs[end]["x"] - glyphs[i]["x"]) / em
        if end == i + 1:
            single.append(1 - width)
        elif end == i + 2:
            pairs.append(width)
    return pairs, single


def gaps(line):
    """Beside digits between two Han: half of what there is beside them, since
    a file may count a gap as of the digit or of the Han."""
    glyphs, em = line["glyphs"], line["size"]
    found = []
    for i, before in enumerate(glyphs):
        end = i + 1
        while end < len(glyphs) and glyphs[end]["text"].isdigit():
            end += 1
        n = end - i - 1
        if n == 0 or end == len(glyphs) or not is_han(before["text"]) or \
                not is_han(glyphs[end]["text"]):
            continue
        width = (glyphs[end]["x"] - before["x"]) / em
        found.append((width - 1 - n * DIGIT) / 2)
    return found


def spread(values, places=2):
    if not values:
        return "–"
    low, high = min(values), max(values)
    return "%.*f (%.*f–%.*f)" % (places, sum(values) / len(values), places,
                                 low, places, high)


def count(report, fault):
    return sum(fault in line["faults"] for line in report["lines"])


def outside(lines):
    """How far lines run over the edge that most of them end at, in em."""
    ends = [round(line["right"], 1) for line in lines if not line["last"]]
    edge = max(set(ends), key=ends.count, default=0)
    over = [(line["right"] - edge) / line["size"] for line in lines]
    return [o for o in over if o > OUTSIDE_LEAST]


def rows_of(report):
    lines = report["lines"]
    full = [line for line in lines if line["full"]]
    places = [mark_places(line) for line in full]
    pairs = [w for of in places for w in of[0]]
    single = [w for of in places for w in of[1]]
    gap = [w for line in full for w in gaps(line)]
    runs_on = [line for line in lines if not line["last"]]
    short = [line["lacking"] for line in runs_on]
    squeezed = [s for s in single if s > 0.01]
    over = outside(lines)
    pitches = [b["y"] - a["y"] for a, b in zip(lines, lines[1:])
               if a["page"] == b["page"]]
    rooms = [line["room"] for line in full]
    return [
        ("pages, lines", "%d, %d" % (report["pages"], len(lines))),
        ("pitch, pt", spread(pitches, 1)),
        ("full lines of all but last", "%d of %d" % (len(full),
                                                     len(runs_on))),
        ("white behind lines, em: mean, most",
         "%.2f, %.2f" % (sum(short) / max(1, len(short)),
                         max(short, default=0))),
        ("room between Han, em: mean, most",
         "%.3f, %.3f" % (report["mean_room"], report["worst_room"])),
        ("lines with more room than 0.02, 0.05 em",
         "%d, %d" % (sum(r > 0.02 for r in rooms),
                     sum(r > 0.05 for r in rooms))),
        ("lines that run out of the measure, by at most",
         "%d, %.2f" % (len(over), max(over, default=0))),
        ("single marks squeezed, of all", "%d of %d" % (len(squeezed),
                                                        len(single))),
        ("… by, em", spread(squeezed)),
        ("pairs of marks, em", spread(pairs)),
        ("Han–digit gap, em", spread(gap)),
        ("prohibited starts, ends", "%d, %d" % (count(report, "行首禁则"),
                                                count(report, "行尾禁则"))),
        ("parted figures", "%d" % count(report, "拆开的数")),
        ("figures parted from units", "%d" % count(report, "数与单位分开")),
        ("lines of one character", "%d" % count(report, "孤字")),
        ("widows, orphans", "%d, %d" % (count(report, "孤行（段末）"),
                                        count(report, "孤行（段首）"))),
        ("rivers", "%d" % count(report, "白河")),
    ]


def table(folder):
    names = [n for n in ORDER if os.path.exists(f"{folder}/{n}.json")]
    columns = []
    for name in names:
        with open(f"{folder}/{name}.json", encoding="utf-8") as file:
            columns.append(rows_of(json.load(file)))
    print("| | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")
    for cells in zip(*columns):
        print("| %s | %s |" % (cells[0][0],
                               " | ".join(cell[1] for cell in cells)))


if sys.argv[1] == "table":
    table(sys.argv[2])
else:
    standing(sys.argv[2])
