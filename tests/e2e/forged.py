"""Falsify a finished chart: paint over what has been written, in the file
itself, the same in each format.

    forged.py CHART.svg CHART.png CHART.pdf FOLDER

CHART.svg says where the marks are; the others are the same chart. Writes
FOLDER/NAME.png for each forgery that the chart has room for, and those that
stand for all in SVG and PDF too, which are read much slower. All forgeries are
paths in points; SVG takes them as elements, PNG by ImageMagick, PDF by
operators at the end of its page.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
EVERYWHERE = ("whole", "longer", "digit")
REMARK = re.compile(r".*-remark-\d+$")
MARK = re.compile(r".*-\d+-\d+$")
TOKEN = re.compile(r"[A-Za-z]|-?[0-9.]+")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
PNG_SCALE = 144 / 72


def absolute(d):
    """A path as [("M", x, y), ("L", x, y), ("C", six), ("Z",)]."""
    tokens, out, pen, start, act = TOKEN.findall(d), [], (0, 0), (0, 0), "M"
    while tokens:
        if tokens[0].isalpha():
            act = tokens.pop(0)
        n = ARGUMENTS[act.upper()]
        given = [float(tokens.pop(0)) for _ in range(n)]
        kind, base = act.upper(), pen if act.islower() else (0, 0)
        if kind == "Z":
            out.append(("Z",))
            pen = start
            continue
        if kind == "H":
            given = [given[0] + base[0], pen[1]]
        elif kind == "V":
            given = [pen[0], given[0] + base[1]]
        else:
            given = [v + base[i % 2] for i, v in enumerate(given)]
        pen = (given[-2], given[-1])
        if kind == "M":
            start = pen
            act = "l" if act == "m" else "L"
        out.append(("L" if kind in "HV" else kind, *given))
    return out


def moved(path, dx, dy):
    return [(p[0], *(v + (dy if i % 2 else dx) for i, v in enumerate(p[1:])))
            for p in path]


def box_of(path):
    xs = [v for p in path for v in p[1::2]]
    ys = [v for p in path for v in p[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def box_path(x0, y0, x1, y1):
    return [("M", x0, y0), ("L", x1, y0), ("L", x1, y1), ("L", x0, y1),
            ("Z",)]


def shape_of(element):
    if element.tag == SVG + "rect":
        x, y, w, h = (float(element.get(k))
                      for k in ("x", "y", "width", "height"))
        return box_path(x, y, x + w, y + h)
    return absolute(element.get("d", ""))


class Mark:
    """A bar and its label: the first and the last shape of its group."""

    def __init__(self, group):
        shapes = [e for e in group if e.tag in (SVG + "rect", SVG + "path")]
        self.id = group.get("id")
        filled = [e for e in shapes if e.get("fill", "none") != "none"]
        self.bar = self.label = None
        if filled and filled[0].tag == SVG + "rect":
            self.bar = box_of(shape_of(filled[0]))
            self.colour = filled[0].get("fill")
            self.is_solid = len(filled) == len(shapes)
        texts = [e for e in filled if e.tag == SVG + "path"
                 and len(e.get("d", "")) > 200]
        if texts:
            self.label = shape_of(texts[0])
            self.ink = texts[0].get("fill")


def ends_of(bars):
    """(near, far) functions of a bar: the box of the stretch from `low` to
    `high` points beyond that end, outwards."""
    widths = [round(m.bar[2] - m.bar[0], 1) for m in bars]
    heights = [round(m.bar[3] - m.bar[1], 1) for m in bars]
    is_level = len(set(heights)) < len(set(widths))

    def top(m, low, high):
        x0, y0, x1, y1 = m.bar
        return box_path(x0 - .4, y0 - high, x1 + .4, y0 - low)

    def foot(m, low, high):
        x0, y0, x1, y1 = m.bar
        return box_path(x0 - .4, y1 + low, x1 + .4, y1 + high)

    def right(m, low, high):
        x0, y0, x1, y1 = m.bar
        return box_path(x1 + low, y0 - .4, x1 + high, y1 + .4)

    def left(m, low, high):
        x0, y0, x1, y1 = m.bar
        return box_path(x0 - high, y0 - .4, x0 - low, y1 + .4)

    return (left, right) if is_level else (foot, top)


def sides(m, by):
    """The bar with a rim all round but beyond its ends."""
    x0, y0, x1, y1 = m.bar
    if x1 - x0 > y1 - y0:
        return box_path(x0, y0 - by, x1, y1 + by)
    return box_path(x0 - by, y0, x1 + by, y1)


def is_longest(bars):
    def length(m):
        return max(m.bar[2] - m.bar[0], m.bar[3] - m.bar[1])

    most = max(map(length, bars))
    return lambda m: length(m) == most


def leaders_of(root):
    """The lines from remarks to their marks."""
    groups = [g for g in root.iter(SVG + "g")
              if REMARK.match(g.get("id", ""))]
    return [tuple(float(e.get(k)) for k in ("x1", "y1", "x2", "y2"))
            for g in groups for e in g if e.tag == SVG + "line"]


def dots_of(root):
    """The boxes of small round shapes: ranks, points of a line."""
    boxes = [box_of(absolute(e.get("d"))) for e in root.iter(SVG + "path")
             if e.get("fill", "none") != "none" and len(e.get("d")) < 200
             and "c" in e.get("d").lower()]
    return [b for b in boxes if 2 < b[2] - b[0] < 12
            and abs((b[2] - b[0]) - (b[3] - b[1])) < .1]


def breaks_of(root):
    """The slanted strokes that say where an axis is cut."""
    strokes = [absolute(e.get("d")) for e in root.iter(SVG + "path")
               if e.get("fill", "none") == "none"]
    boxes = [box_of(p) for p in strokes if [a[0] for a in p] == ["M", "L"]]
    return [b for b in boxes if b[0] != b[2] and b[1] != b[3]]


def around(box, by):
    x0, y0, x1, y1 = box
    return box_path(x0 - by, y0 - by, x1 + by, y1 + by)


def forgeries_of_signs(root, ground):
    for box in dots_of(root)[-1:]:
        yield "dotless", [(around(box, 1), ground)]
        x0, y0, x1, y1 = box
        yield "astray", [(around(box, 1), ground),
                         (box_path(x0 + 2, y0 + 2, x1 + 2, y1 + 2),
                          "#b5121b")]
    for box in breaks_of(root)[-1:]:
        yield "unbroken", [(around(box, 1), ground)]


def forgeries(marks, leaders, ground):
    """(name, [(path, colour)]) for each."""
    bars = [m for m in marks if m.bar and m.colour != ground
            and m.bar[2] - m.bar[0] > 9 and m.bar[3] - m.bar[1] > 9]
    solid = [m for m in bars if m.is_solid]
    if len(bars) > 1:
        near, far = ends_of(bars)
        # The longest sets the scale; negative ones grow the other way.
        one = sorted(solid or bars, key=is_longest(bars))[0]
        x0, y0, x1, y1 = one.bar
        yield "missing", [(box_path(x0 - .4, y0 - .4, x1 + .4, y1 + .4),
                           ground)]
        yield "shorter", [(far(one, -1.2, .4), ground)]
        yield "longer", [(far(one, -.2, 1.2), one.colour)]
        longest = [m for m in bars if is_longest(bars)(m)][0]
        yield "longest", [(far(longest, -.2, 1.2), longest.colour)]
        yield "thicker", [(sides(one, 1.6), one.colour)]
        yield "truncated", [(far(m, -5, .4), ground) for m in bars]
        yield "detached", [(near(one, -6, -1.2), ground)]
    for line in leaders[:1]:
        (x0, x1), (y0, y1) = sorted(line[::2]), sorted(line[1::2])
        yield "unled", [(box_path(x0 - 1, y0 - 1, x1 + 1, y1 + 1), ground)]
    words = [m for m in marks if m.label]
    if len(words) > 1:
        one, other = words[0], words[1]
        x0, y0, x1, y1 = box_of(one.label)
        yield "digit", [(box_path(x1 - 3, y0 - .3, x1 + .3, y1 + .3), ground),
                        (box_path(x1 - 2, y0, x1 - 1, y1), one.ink)]
        ox0, oy0, ox1, oy1 = box_of(other.label)
        yield "overlap", [(moved(other.label, x0 - ox0 + 4, y0 - oy0 + 2),
                           other.ink)]
        yield "pale", [(box_path(x0 - .3, y0 - .3, x1 + .3, y1 + .3), ground),
                       (one.label, "#c8c8c8" if ground > "#8" else "#383838")]


def text_of(path):
    return "".join(p[0] + " ".join("%.2f" % v for v in p[1:]) for p in path)


def forge_svg(source, out, acts):
    end = source.rindex("</svg>")
    more = "".join('<path d="%s" fill="%s"/>\n' % (text_of(p), c)
                   for p, c in acts)
    with open(out, "w", encoding="utf-8") as file:
        file.write(source[:end] + more + source[end:])


def forge_png(source, out, acts):
    """Scaled here, for ImageMagick forgets its scale between primitives."""
    command = ["convert", source]
    for path, colour in acts:
        scaled = [(p[0], *(v * PNG_SCALE - .5 for v in p[1:])) for p in path]
        command += ["-fill", colour, "-draw", "path '%s'" % text_of(scaled)]
    subprocess.run(command + [out], check=True)


def operators(acts, height):
    out = ["q\n"]
    for path, colour in acts:
        out.append("%.4f %.4f %.4f rg\n" % tuple(
            int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)))
        for p in path:
            flat = [height - v if i % 2 else v for i, v in enumerate(p[1:])]
            out.append(" ".join("%.2f" % v for v in flat) +
                       {"M": " m\n", "L": " l\n", "C": " c\n", "Z": "h\n"}
                       [p[0]])
        out.append("f\n")
    return "".join(out + ["Q"]).encode()


def forge_pdf(source, out, acts, height):
    """Contents is one stream, the first that fills or shows."""
    page = re.search(rb"/Contents (\d+) 0 R", source).group(1)
    start = source.index(b"\n" + page + b" 0 obj")
    end = source.index(b"\nendstream", start)
    made = source[:end] + b"\n" + operators(acts, height) + source[end:]
    fixed = subprocess.run(["fix-qdf"], input=made, check=True,
                           stdout=subprocess.PIPE).stdout
    with open(out, "wb") as file:
        file.write(fixed)


def main(svg, png, pdf, folder):
    with open(svg, encoding="utf-8") as file:
        source = file.read()
    root = tree.fromstring(source)
    height = float(root.get("viewBox").split()[3])
    ground = root.find(SVG + "rect").get("fill")
    marks = [Mark(g) for g in root.iter(SVG + "g")
             if MARK.match(g.get("id", ""))]
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf,
                            "-"], check=True, stdout=subprocess.PIPE).stdout
    for name, acts in [("whole", [])] + list(
            forgeries(marks, leaders_of(root), ground)) + list(
            forgeries_of_signs(root, ground)):
        out = folder + "/" + name
        forge_png(png, out + ".png", acts)
        if name in EVERYWHERE:
            forge_svg(source, out + ".svg", acts)
            forge_pdf(plain, out + ".pdf", acts, height)


main(*sys.argv[1:])
