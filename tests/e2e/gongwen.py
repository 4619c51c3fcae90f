"""Dimensions of GB/T 9704-2012, measured on a PDF by MuPDF and a ruler.

    gongwen.py FORM FILE.pdf SCRATCH [NUMBER]

FORM is file, sealed, order, letter, long-letter, minutes, seals, attachments,
title, long or sides. MuPDF says where characters and rules
stand (`mutool draw -F trace`); where a line's characters begin and end is
read off a picture of the page at 300 dpi. Prints each figure that is off by
more than 0.3 mm, or nothing.
"""

import re
import subprocess
import sys

MM = 25.4 / 72
DPI = 300
SLACK = 0.3  # mm
LINE = 29.62  # pt
LINES = (29.62, 28.27, 27.04)  # and closer, to spare a page (7.3.5.5)
NUMBER = r"(-?[\d.]+)"
GLYPH = re.compile(rf'<g unicode="(.*?)".*? x="{NUMBER}" y="{NUMBER}"')
SPAN = re.compile(rf'<span font="(.*?)".*?trm="{NUMBER} {NUMBER} ')
POINT = re.compile(rf'<(?:moveto|lineto) x="{NUMBER}" y="{NUMBER}"')
IMAGE = re.compile(rf'<fill_image .*?transform="{NUMBER} 0 0 {NUMBER} '
                   rf'{NUMBER} {NUMBER}"')
COLOUR = re.compile(r'color="(.*?)"')
HEIGHT = 841.89

failures = 0


def hold(name, measured, wanted, slack=SLACK):
    global failures
    if abs(measured - wanted) > slack:
        failures += 1
        print(f"{name}: {measured:.2f}, wanted {wanted}")


class Line:
    def __init__(self, y):
        self.y, self.glyphs = y, []

    def add(self, glyph):
        self.glyphs.append(glyph)

    @property
    def text(self):
        return "".join(g["c"] for g in self.glyphs)

    @property
    def size(self):
        return self.glyphs[0]["size"]

    @property
    def left(self):
        return self.glyphs[0]["x"]

    @property
    def right(self):
        last = self.glyphs[-1]
        return last["x"] + last["size"]

    @property
    def red(self):
        return self.glyphs[0]["red"]


class Page:
    def __init__(self, trace, picture):
        self.lines, self.rules, self.picture = [], [], picture
        self.seals, self.turned, self.inks = [], [], []
        red = turned = False
        path, font, size = [], "", 0.0
        for row in trace:
            if "<fill_text" in row or "<fill_path" in row:
                ink = [float(x) for x in
                       COLOUR.search(row).group(1).split()]
                self.inks.append(ink)
                red = len(ink) == 3 and ink[0] > 0.8
                path = []
            if span := SPAN.search(row):
                font, size = span.group(1), float(span.group(2))
                turned = float(span.group(3)) != 0
                if turned:
                    self.turned.append(float(span.group(3)))
            if (glyph := GLYPH.search(row)) and not turned:
                c, x, y = glyph.groups()
                self.add({"c": c, "x": float(x), "font": font, "size": size,
                          "red": red}, HEIGHT - float(y))
            if image := IMAGE.search(row):
                w, h, x, y = map(float, image.groups())
                self.seals.append({"x": x + w / 2, "y": y + h / 2, "d": w})
            if point := POINT.search(row):
                path.append((float(point.group(1)),
                             HEIGHT - float(point.group(2))))
            if "</fill_path" in row and path:
                self.add_rule(path, red)
        for line in self.lines:
            line.glyphs.sort(key=lambda g: g["x"])

    def add(self, glyph, y):
        near = [l for l in self.lines if abs(l.y - y) < 2.5]
        if not near:
            near = [Line(y)]
            self.lines.append(near[0])
        near[0].add(glyph)

    def add_rule(self, path, red):
        xs, ys = zip(*path)
        if max(xs) - min(xs) > 100 and max(ys) - min(ys) < 4:
            self.rules.append({"left": min(xs), "right": max(xs),
                               "top": min(ys), "bottom": max(ys),
                               "red": red})

    def find(self, pattern):
        return next(l for l in self.lines if re.search(pattern, l.text))

    def ink(self, x1, x2, y1, y2):
        """Top and bottom of the ink in that box, in points."""
        width, height, rows = self.picture
        scale = DPI / 72
        first, last = None, None
        for y in range(max(int(y1 * scale), 0), min(int(y2 * scale), height)):
            row = rows[y * width + int(x1 * scale):
                       y * width + int(x2 * scale)]
            if min(row) < 128:
                first = y if first is None else first
                last = y + 1
        return first / scale, last / scale

    def top(self, line):
        """Of the em box: ideographs have their ink in the middle of it."""
        han = [g for g in line.glyphs if "\u4e00" <= g["c"] <= "\u9fff"]
        middles = []
        for g in han:
            first, last = self.ink(g["x"], g["x"] + g["size"],
                                   line.y - g["size"],
                                   line.y + g["size"] / 3)
            middles.append((first + last) / 2)
        return sum(middles) / len(middles) - han[0]["size"] / 2


def read_picture(path):
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P5\s+(?:#.*\s)*(\d+)\s+(\d+)\s+255\s", data)
    return int(head.group(1)), int(head.group(2)), data[head.end():]


def read_pages(pdf, scratch):
    trace = subprocess.run(["mutool", "draw", "-q", "-F", "trace", pdf],
                           capture_output=True, check=True).stdout.decode()
    subprocess.run(["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray",
                    "-o", f"{scratch}/ruler-%d.pgm", pdf],
                   stderr=subprocess.DEVNULL, check=True)
    parts = trace.split("<page ")[1:]
    return [Page(part.split("\n"), read_picture(f"{scratch}/ruler-{i}.pgm"))
            for i, part in enumerate(parts, 1)]


def hold_body(pages):
    full = max(pages, key=lambda p: sum("报送" in l.text for l in p.lines))
    body = [l for l in full.lines if "报送" in l.text and l.size == 15.75]
    body.sort(key=lambda l: l.y)
    hold("lines on a page (5.2.3)", len(body), 22, 0)
    hold("head (5.2.1)", full.top(body[0]) * MM, 37)
    bottom = full.top(body[-1]) + 15.75
    hold("foot of the type area (5.2.1)", bottom * MM, 37 + 225)
    flush = [l for l in body if l.left < 90 and l.text[0] > "\u4e00"]
    left = min(l.left for l in flush)
    right = max((l.right for l in flush if l.text[-1] > "\u4e00"
                 and l.text[-1] < "\u9fff"), default=0)
    hold("binding edge (5.2.1)", left * MM, 28)
    hold("measure (5.2.1)", (right - left) * MM, 156)
    hold("characters in a line (5.2.3)",
         max(len(l.text) for l in flush), 28, 0)


def hold_inks(pages):
    """6.2: all text and rules in black ink alone, or in a red that reaches
    M 80 % and Y 80 %."""
    for page in pages:
        for ink in page.inks:
            is_black = ink == [0]
            is_red = len(ink) == 3 and 1 - ink[1] >= 0.8 and 1 - ink[2] >= 0.8
            if not (is_black or is_red):
                hold(f"an ink of {ink} (6.2)", 1, 0)
                return


def hold_folios(pages):
    """A blank page has no number, and what follows it has none (7.5)."""
    blank = [i for i, p in enumerate(pages) if not p.lines]
    numbered = pages[:blank[0]] if blank else pages
    for page in pages[len(numbered):]:
        if any(re.fullmatch(r"—\s*\d+\s*—", l.text) for l in page.lines):
            hold("a number behind a blank page (7.5)", 1, 0)
    for i, page in enumerate(numbered, 1):
        line = page.find(rf"^—\s*{i}\s*—$")
        dash = line.glyphs[0]
        top, _ = page.ink(dash["x"], dash["x"] + 14, line.y - 14, line.y + 3)
        hold(f"page {i}: dash below (7.5)", top * MM - 262, 7)
        hold(f"page {i}: size of the number (7.5)", dash["size"], 14, 0.1)
        inset = (line.left - 28 / MM if i % 2 == 0
                 else 184 / MM - line.right)
        hold(f"page {i}: number from the side (7.5)", inset * MM, 14 * MM)
        digit = next(g for g in line.glyphs if g["c"].isdigit())
        if "Serif" not in digit["font"]:
            hold(f"page {i}: a digit in {digit['font']}", 1, 0)


def hold_head(page):
    mark = next(l for l in page.lines if l.red)
    hold("mark (7.2.4)", page.top(mark) * MM - 37, 35)
    rule = next(r for r in page.rules if r["red"])
    number = page.find("〔")
    bottom = page.top(number) + number.size
    hold("number over the rule (7.2.7)", (rule["top"] - bottom) * MM, 4)
    hold("rule (7.2.7)", (rule["right"] - rule["left"]) * MM, 156)
    hold("two lines above the number (7.2.5)",
         (page.top(number) - page.top(mark) - mark.size) * MM, 2 * LINE * MM)
    title = next(l for l in page.lines if abs(l.size - 22) < 0.1)
    hold("two lines above the title (7.3.1)",
         (page.top(title) - rule["bottom"]) * MM, 2 * LINE * MM)
    middle = (title.left + title.right) / 2
    hold("title's middle (7.3.1)", middle * MM, 28 + 78)
    addressee = page.find("：$")
    hold("addressee (7.3.2)", addressee.left * MM, 28)


def hold_imprint(page):
    rules = sorted((r for r in page.rules if not r["red"]
                    and r["top"] > 500 and r["right"] - r["left"] > 400),
                   key=lambda r: r["top"])[-3:]
    hold("last rule at the foot (7.4.1)", rules[-1]["bottom"] * MM, 262)
    thick = (0.35, 0.25, 0.35) if len(rules) > 2 else (0.35, 0.35)
    for rule, wanted in zip(rules, thick):
        hold("imprint rule (7.4.1)", (rule["right"] - rule["left"]) * MM, 156)
        hold("its thickness", (rule["bottom"] - rule["top"]) * MM, wanted,
             0.02)
    printer = page.find("印发$")
    hold("who printed it (7.4.3)", printer.left * MM, 28 + 14 * MM)
    hold("when (7.4.3)", printer.right * MM, 184 - 14 * MM)


def hold_date(pages):
    date = name = None
    for page in pages:
        for line in page.lines:
            if re.fullmatch(r"\d{4}年\d+月\d+日", line.text.replace(" ", "")):
                date = line
                name = next(l for l in page.lines
                            if abs(line.y - l.y - LINE) < 1)
    hold("date from the right (7.3.5.1)", (184 / MM - date.right) * MM,
         4 * 15.75 * MM)
    hold("name over the date", (name.left + name.right) / 2 * MM,
         (date.left + date.right) / 2 * MM)


def han_parts(line):
    """Names that stand on one line: wide gaps part them."""
    parts = [[]]
    for g in line.glyphs:
        if parts[-1] and g["x"] - parts[-1][-1]["x"] > 1.3 * g["size"]:
            parts.append([])
        parts[-1].append(g)
    return [(p[0]["x"], p[-1]["x"] + p[-1]["size"]) for p in parts]


def hold_seals(pages, wanted):
    """7.3.5.1: each seal on its name, the last on the date too; none touches
    another or reaches out of the type area; their top is within a line of the
    text, and the remark follows on the line below the date (7.3.6)."""
    page = next(p for p in pages if p.seals)
    seals = page.seals
    hold("seals (7.3.5.1)", len(seals), wanted, 0)
    first, last = seals[0], seals[-1]
    top = first["y"] - first["d"] / 2
    above = max((l for l in page.lines if l.y < top), key=lambda l: l.y)
    gap = top - page.top(above) - above.size
    if not 0 <= gap <= LINE:
        hold("top of the seals below the text (7.3.5.1)", gap, 0, LINE / 2)
    for i, seal in enumerate(seals):
        hold("a seal's width", seal["d"] * MM, 42)
        if seal["x"] - seal["d"] / 2 < 28 / MM - 0.5 or \
                seal["x"] + seal["d"] / 2 > 184 / MM + 0.5:
            hold("a seal out of the type area (7.3.5.1)", seal["x"] * MM, 106)
        for other in seals[:i]:
            apart = ((seal["x"] - other["x"]) ** 2 +
                     (seal["y"] - other["y"]) ** 2) ** 0.5
            if apart <= seal["d"]:
                hold("seals touch (7.3.5.1)", apart * MM, 42)
        middles = [(a + b) / 2 for l in page.lines
                   if abs(l.y - seal["y"]) < 20 for a, b in han_parts(l)]
        hold("a seal's middle on its name (7.3.5.1)",
             min(abs(m - seal["x"]) for m in middles) * MM, 0)
    date = page.find(r"\d{4}年\d+月\d+日$")
    hold("the last seal on the date (7.3.5.1)",
         ((date.left + date.right) / 2 - last["x"]) * MM, 0)
    below = page.top(date) + date.size / 2 - last["y"]
    if not 0 < below < last["d"] / 3:
        hold("the date below the seal's middle (7.3.5.1)", below * MM, 7)
    remark = [l for l in page.lines if l.text.startswith("（联系人")]
    for line in remark:
        hold("the remark on the line below the date (7.3.6)",
             line.y - date.y, 29.62, 0.5)
        hold("the remark's indent to its bracket's ink (7.3.6)",
             line.left * MM - 28, 1.5 * 15.75 * MM)
        rest = min((l for l in page.lines if l.y > line.y + 5),
                   key=lambda l: l.y)
        hold("the remark's second line, at the margin (7.3.6)",
             rest.left * MM, 28)


def hold_attachments(pages):
    """7.3.7, 8: each from a new page on, its number on the first line, its
    title on the third; a wide table has its head at the left, and the page's
    number where it always is."""
    number = 0
    for page in pages:
        head = next((l for l in page.lines
                     if re.fullmatch(r"附件\d", l.text)), None)
        if page.turned:
            up = sum(1 for m in page.turned if m > 0)
            hold("turned so that the head is at the left (8)", up,
                 len(page.turned), 0)
            number += 1
            continue
        if head is None:
            continue
        number += 1
        hold("attachments in order", int(head.text[-1]), number, 0)
        hold("number on the first line (7.3.7)", page.top(head) * MM, 37)
        hold("number flush left (7.3.7)", head.left * MM, 28)
        if "Sans" not in head.glyphs[0]["font"]:
            hold(f"number in {head.glyphs[0]['font']} (7.3.7)", 1, 0)
        title = next(l for l in page.lines if abs(l.size - 22) < 0.1)
        hold("title on the third line (7.3.7)", page.top(title) * MM,
             37 + 2 * LINE * MM)
        hold_middle("title's middle (7.3.7)", title)
    hold("attachments (7.3.7)", number, 2, 0)


def hold_middle(name, line):
    hold(name, (line.left + line.right) / 2 * MM, 28 + 78)


def hold_order(page):
    mark = next(l for l in page.lines if l.red)
    hold("mark (10.2)", page.top(mark) * MM - 37, 20)
    hold_middle("mark's middle (10.2)", mark)
    number = page.find("^第.*号$")
    hold("two lines above the number (10.2)",
         (page.top(number) - page.top(mark) - mark.size) * MM, 2 * LINE * MM)
    hold_middle("number's middle (10.2)", number)
    post = page.find("^市长")
    body = [l for l in page.lines if l.size == 15.75 and
            number.y + 1 < l.y < post.y - 1]
    body.sort(key=lambda l: l.y)
    hold("two blank lines above the text (10.2)",
         (page.top(body[0]) - page.top(number)) * MM, 3 * LINE * MM)
    hold("two blank lines above who signs (7.3.5.3)",
         (page.top(post) - page.top(body[-1])) * MM, 3 * LINE * MM)
    hold("signature from the right (7.3.5.3)", (184 / MM - post.right) * MM,
         4 * 15.75 * MM)
    name = next(g for g in post.glyphs if g["c"] == "程")
    title = next(g for g in post.glyphs if g["c"] == "长")
    hold("post left of the name (7.3.5.3)",
         (name["x"] - title["x"] - 15.75) * MM, 2 * 15.75 * MM)
    date = page.find(r"^\d{4}年\d+月\d+日$")
    hold("a blank line above the date (7.3.5.3)",
         (page.top(date) - page.top(post)) * MM, 2 * LINE * MM)
    hold("date from the right (7.3.5.3)", (184 / MM - date.right) * MM,
         4 * 15.75 * MM)


def hold_minutes(pages):
    mark = next(l for l in pages[0].lines if l.red)
    hold("mark (10.3)", pages[0].top(mark) * MM - 37, 35)
    hold_middle("mark's middle (10.3)", mark)
    page = next(p for p in pages if any("出席：" in l.text for l in p.lines))
    lists = sorted((l for l in page.lines if l.y >=
                    page.find("^出席：").y - 1 and l.size == 15.75),
                   key=lambda l: l.y)
    above = max((l for l in page.lines if l.y < lists[0].y - 5),
                key=lambda l: l.y)
    hold("a blank line above who was present (10.3)",
         (page.top(lists[0]) - page.top(above)) * MM, 2 * LINE * MM)
    heads = 0
    for last, line in zip([None] + lists, lists):
        if line.text[2:3] == "：":
            heads += 1
            label, first = line.glyphs[:3], line.glyphs[3]
            hold("list from the left (10.3)", (line.left - 28 / MM) * MM,
                 2 * 15.75 * MM)
            if any("Sans" not in g["font"] for g in label[:2]):
                hold(f"label in {label[0]['font']} (10.3)", 1, 0)
            if "Fang" not in first["font"]:
                hold(f"names in {first['font']} (10.3)", 1, 0)
            start = first["x"]
        elif line.text[0] > "\u4e00" and line.text[0] < "\u9fff":
            hold("further lines under the first (10.3)",
                 (line.left - start) * MM, 0)
        if last is not None:
            hold("from line to line (10.3)",
                 (page.top(line) - page.top(last)) * MM, LINE * MM)
    hold("lists of people (10.3)", heads, 3, 0)


def hold_letter(page):
    mark = next(l for l in page.lines if l.red)
    red = sorted((r for r in page.rules if r["red"]), key=lambda r: r["top"])
    hold("mark (10.1)", page.top(mark) * MM, 30)
    hold("double rule below it (10.1)",
         (red[0]["top"] - page.top(mark) - mark.size) * MM, 4)
    for rule in red:
        hold("double rules (10.1)", (rule["right"] - rule["left"]) * MM, 170)
        hold("their middle", (rule["right"] + rule["left"]) / 2 * MM, 105)
    thick = [r["bottom"] - r["top"] for r in red]
    if not (thick[0] > thick[1] and thick[2] < thick[3]):
        hold("thick over thin, thin over thick", 1, 0)
    hold("last rule (10.1)", (HEIGHT - red[-1]["bottom"]) * MM, 20)
    number = page.find("〔")
    hold("number at the right (10.1)", number.right * MM, 184)
    gap = page.top(number) - red[1]["bottom"]
    hold("number below the rules (10.1)", gap * MM, 15.75 * 7 / 8 * MM)
    title = next(l for l in page.lines if abs(l.size - 22) < 0.1)
    above = max((l for l in page.lines if l.y < title.y - 22),
                key=lambda l: l.y)
    hold("two blank lines above the title (10.1)",
         (page.top(title) - page.top(above)) * MM, 3 * LINE * MM)
    if any(re.fullmatch(r"—\s*1\s*—", l.text) for l in page.lines):
        hold("a number on the first page", 1, 0)


def hold_letter_foot(page):
    """10.1: a line above the second double rule leaves 7/8 of a character,
    and no room for another."""
    text = max((l for l in page.lines if l.size == 15.75), key=lambda l: l.y)
    rule = min(r["top"] for r in page.rules if r["red"] and r["top"] > 500)
    gap = rule - page.top(text) - text.size
    if not 15.75 * 7 / 8 - 1 <= gap < 15.75 * 7 / 8 + LINE:
        hold("text over the second double rule (10.1)", gap * MM,
             15.75 * 7 / 8 * MM)


def hold_letter_imprint(page):
    copies = max((l for l in page.lines if abs(l.size - 14) < 0.1
                  and "—" not in l.text), key=lambda l: l.y)
    bottom = page.top(copies) + copies.size
    hold("copies at the foot of the type area (10.1)", bottom * MM, 262)
    if len([r for r in page.rules if r["top"] > 500]) > 0:
        hold("rules around the imprint of a letter", 1, 0)


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


# A line may leave the shape by so much, in characters, to keep its words
# whole: 词意完整 comes before 梯形或菱形.
WORD_ROOM = 3


def hold_title(page):
    """7.3.1: lines in the middle, in a trapezium or a lozenge."""
    lines = sorted((l for l in page.lines if abs(l.size - 22) < 0.1
                    and not l.red), key=lambda l: l.y)
    widths = [l.right - l.left for l in lines]
    for line, width in zip(lines, widths):
        if is_han(line.text[0]) and is_han(line.text[-1]):
            hold_middle("title's middle (7.3.1)", line)
        if width * MM > 156 + SLACK:
            hold("title wider than the type area", width * MM, 156)
    peak = widths.index(max(widths))
    room = WORD_ROOM * 22 + SLACK
    rising = all(a <= b + room for a, b in zip(widths[:peak], widths[1:]))
    falling = all(a + room >= b for a, b in zip(widths[peak:],
                                              widths[peak + 1:]))
    if not (rising and falling):
        hold(f"title {[round(w) for w in widths]} (7.3.1)", 1, 0)
    for a, b in zip(lines, lines[1:]):
        hold("from line to line of the title", (b.y - a.y) * MM, LINE * MM)
    return len(lines)


def hold_head_rows(page):
    """7.2.1-7.2.3, 7.2.6: three rows at the left, signers two in a row."""
    global LINE
    pitch = page.find("^特急$").y - page.find("★").y
    LINE = min(LINES, key=lambda line: abs(line - pitch))
    for i, pattern in enumerate((r"^\d{6}$", "★", "^特急$")):
        row = page.find(pattern)
        hold(f"{row.text} in its row", (page.top(row) * MM if i else
             row.y * MM - 0.82 * 15.75 * MM), 37 + i * LINE * MM, 1)
        hold(f"{row.text} flush left", row.left * MM, 28)
        if i > 0 and "Sans" not in row.glyphs[0]["font"]:
            hold(f"{row.text} in {row.glyphs[0]['font']}", 1, 0)
    label = page.find("签发人：")
    names = [l for l in page.lines if label.y - 1 < l.y < label.y + 3 * LINE
             and any("Kai" in g["font"] for g in l.glyphs)]
    hold("rows of signers (7.2.6)", len(names), 3, 0)
    for row in names[:-1]:
        hold("signer from the right (7.2.6)", row.right * MM,
             184 - 15.75 * MM)
    number = names[-1]
    hold("number in the last signer's row, from the left (7.2.5)",
         number.left * MM, 28 + 15.75 * MM)
    rule = next(r for r in page.rules if r["red"])
    hold("rule below the number (7.2.7)",
         (rule["top"] - page.top(number) - 15.75) * MM, 4)


def hold_long(pages):
    """Lists that turn: attachments under their names (7.3.4), addressees
    (7.3.2, in the imprint where they leave no room for text) and copies
    under their first (7.4.2)."""
    first = pages[0]
    if not any("请按时" in l.text for l in first.lines):
        hold("text on the first page (7.3.2)", 0, 1)
    page = next(p for p in pages if any("附件：" in l.text for l in p.lines))
    head = page.find("^附件：")
    rows = sorted((l for l in page.lines
                   if head.y - 1 < l.y < head.y + 2.5 * LINE),
                  key=lambda l: l.y)
    if len(rows) < 3:
        over = pages[pages.index(page) + 1]
        rows += sorted(over.lines, key=lambda l: l.y)[:3 - len(rows)]
    start = head.glyphs[3]["x"]
    name = next(g for g in head.glyphs[3:] if is_han(g["c"]))["x"]
    hold("the note two characters in (7.3.4)", head.left * MM,
         28 + 2 * 15.75 * MM)
    hold("rows of attachments", len(rows), 3, 0)
    hold("further line under the name (7.3.4)", (rows[1].left - name) * MM, 0)
    hold("numbers under each other (7.3.4)", (rows[2].left - start) * MM, 0)
    last = pages[-1]
    lists = sorted((l for l in last.lines if abs(l.size - 14) < 0.1
                    and "—" not in l.text), key=lambda l: l.y)
    start, labels = None, ""
    for row in lists:
        if row.text[1:3] == "送：":
            labels += row.text[0]
            hold("list in the imprint, a character in (7.4.2)",
                 row.left * MM, 28 + 14 * MM)
            start = row.glyphs[3]["x"]
        elif "印发" not in row.text and is_han(row.text[0]):
            hold("further lines after the colon (7.4.2)",
                 (row.left - start) * MM, 0)
        if is_han(row.text[-1]) and row.right * MM > 184 - 14 * MM + SLACK:
            hold("a character from the right (7.4.2)", row.right * MM,
                 184 - 14 * MM)
    if labels != "主抄":
        hold(f"addressees over copies: {labels} (7.4.2)", 1, 0)
    rules = [r for r in last.rules if r["top"] > lists[0].y - 20]
    hold("rules of the imprint (7.4.2)", len(rules), 3, 0)


def main():
    form, pdf, scratch = sys.argv[1:4]
    pages = read_pages(pdf, scratch)
    if form in ("file", "sealed", "order", "minutes"):
        hold_inks(pages)
    if form in ("file", "sealed"):
        hold_body(pages)
        hold_folios(pages)
        hold_head(pages[0])
        hold_imprint(pages[-1])
    if form == "sealed":
        hold_date(pages)
    if form == "title":
        hold("lines of the title", hold_title(pages[0]), int(sys.argv[4]), 0)
    if form == "long":
        hold_head_rows(pages[0])
        hold_long(pages)
    if form == "sides":
        hold_folios(pages)
        hold_imprint(pages[-1])
        hold("an even number of pages (7.4)", len(pages) % 2, 0, 0)
    if form == "attachments":
        hold_attachments(pages)
        hold_folios(pages)
        hold_imprint(pages[-1])
    if form == "seals":
        hold_seals(pages, int(sys.argv[4]))
    if form == "order":
        hold_order(pages[0])
        hold_imprint(pages[-1])
        hold_folios(pages)
    if form == "minutes":
        hold_minutes(pages)
        hold_body(pages)
        hold_imprint(pages[-1])
        hold_folios(pages)
    if form == "long-letter":
        hold_letter_foot(pages[0])
        hold_body(pages)
    if form == "letter":
        hold_letter(pages[0])
        hold_letter_imprint(pages[-1])
    sys.exit(failures > 0)


main()
