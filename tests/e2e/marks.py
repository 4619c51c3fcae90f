"""The rules of CLREQ and GB/T 15834 for marks, written down a second time.

marks.py PROGRAM: sets every mark, pair of marks and neighbour with `typeset`
and holds the boxes that come out against the rules. One TAP line a rule.

Where the sources leave a choice:
  开明     only 。！？ are whole, and beside a closing mark a stop gives its
           half too: 。” is 1 em.
  （）     untouched, as is a pause before a pause: of the first two neither
           hugs the other, and the others have no bracket among them.
  —— …… ·  take nothing from a bracket beside them.
  % ° $ €  belong to the figure: Han stand apart from them as from digits.
           ℃ and ￥ are drawn on the Han square, with blank of their own.
"""
import json
import subprocess
import sys

PROGRAM = sys.argv[1]
EM = 10.0

OPENING = "‘“（《〈【〖〔［｛「『"
CLOSING = "’”）》〉】〗〕］｝」』"
PAUSE = "、，：；"
STOP = "。．"
EXCLAIM = "！？"
INTERPUNCT = "·"
SHORT = "–"
LONG = "～"
SOLIDUS = "/"
DASH = "——"
ELLIPSIS = "……"
TRIMMED = OPENING + CLOSING + PAUSE + STOP + EXCLAIM
STYLES = ("quanjiao", "kaiming", "banjiao")
LEVELS = ("none", "basic", "gb", "strict")

count = 0


def report(name, faults):
    global count
    count += 1
    print("%sok %d - marks: %s" % ("" if not faults else "not ", count, name))
    for fault in faults[:12]:
        print("# " + fault)
    if len(faults) > 12:
        print("# … %d in all" % len(faults))


def typeset(paragraphs, *options):
    """The lines of each paragraph: lists of (text, x, advance) in em."""
    done = subprocess.run(
        [PROGRAM, "typeset", "--json", "--quiet", "--size", "10pt",
         *options], input="\n".join(paragraphs), capture_output=True,
        text=True, check=False)
    out = []
    for row in done.stdout.splitlines():
        out.append([[(g["text"], g["x"] / EM, g["advance"] / EM)
                     for g in line["glyphs"]]
                    for line in json.loads(row)["lines"]])
    if len(out) != len(paragraphs):
        sys.exit("typeset gave %d paragraphs for %d: %s" %
                 (len(out), len(paragraphs), done.stderr))
    return out


# Quotation marks open or close by what stands around them: the second of a
# pair is told by an explicit pair, so every text has both.
def alone(style, mark):
    """The width of a mark between Han, in em."""
    if mark in (INTERPUNCT, SHORT, SOLIDUS):
        return 0.5
    if mark in (DASH, ELLIPSIS):
        return 2
    if mark == LONG:
        return 1
    if style == "banjiao":
        return 0.5
    if style == "kaiming" and mark not in STOP + EXCLAIM:
        return 0.5
    return 1


def hugs(a, b):
    """Of two marks, which loses its blank: 'a', 'b', or both for ！？."""
    if a in EXCLAIM and b in EXCLAIM:
        return "ab"
    blank_right = a in CLOSING + PAUSE + STOP + EXCLAIM
    if b in OPENING and (blank_right or a in OPENING):
        return "b"
    if b in CLOSING and blank_right:
        return "a"
    if a in CLOSING and b in PAUSE + STOP + EXCLAIM:
        return "a"
    return ""


def pair_width(style, a, b):
    one, two = alone(style, a), alone(style, b)
    lost = hugs(a, b)
    if "a" in lost and a in TRIMMED:
        one = 0.5
    if "b" in lost and b in TRIMMED:
        two = 0.5
    return one + two


def between_han(line):
    """Between the end of the first box and the start of the last."""
    return line[-1][1] - line[0][1] - line[0][2]


def check_pairs():
    marks = list(TRIMMED) + [INTERPUNCT, LONG, SOLIDUS, DASH, ELLIPSIS]
    for style in STYLES:
        pairs = [(a, b) for a in marks for b in marks
                 if not (a == b and a in (DASH, ELLIPSIS, SOLIDUS,
                                          INTERPUNCT, LONG))]
        lines = typeset(["国%s%s国" % p for p in pairs], "--measure", "400pt",
                        "--indent", "0em", "--marks", style, "--verbatim")
        faults = []
        for (a, b), paragraph in zip(pairs, lines):
            want = pair_width(style, a, b)
            got = between_han(paragraph[0])
            if abs(got - want) > 0.011:
                faults.append("国%s%s国: %.3f em, not %.3f" %
                              (a, b, got, want))
        report("pairs in %s (%d)" % (style, len(pairs)), faults)


def check_quotes():
    """Quotation marks in their pairs, beside every other mark."""
    for style in STYLES:
        faults = []
        tests = []
        for q, r in ("“”", "‘’"):
            for m in PAUSE + "。" + EXCLAIM:
                tests.append(("国%s%s国%s国" % (m, q, r), m, q, 1))
                tests.append(("国%s国%s%s国" % (q, r, m), r, m, 3))
                tests.append(("国%s国%s%s国" % (q, m, r), m, r, 3))
            for m in "（《【":
                tests.append(("国%s%s国国" % (m, q) + r + "》", m, q, 1))
        lines = typeset([t[0] for t in tests], "--measure", "400pt",
                        "--indent", "0em", "--marks", style)
        for (text, a, b, at), paragraph in zip(tests, lines):
            boxes = paragraph[0]
            got = boxes[at + 2][1] - boxes[at - 1][1] - boxes[at - 1][2]
            want = pair_width(style, a, b)
            if abs(got - want) > 0.011:
                faults.append("%s at %d: %.3f em, not %.3f" %
                              (text, at, got, want))
        report("quotation marks in %s (%d)" % (style, len(tests)), faults)


def barred_at_start(level):
    if level == "none":
        return ""
    bars = CLOSING + PAUSE + STOP + EXCLAIM + INTERPUNCT + SHORT + LONG
    bars += SOLIDUS
    return bars + ("—…" if level == "strict" else "")


def barred_at_end(level):
    if level == "none":
        return ""
    return OPENING + (SOLIDUS if level in ("gb", "strict") else "")


def check_edges():
    """Each mark at each place of a line, at every measure."""
    han = "永和九年岁在癸丑暮春之初会于会稽山阴之兰亭修禊事也群贤毕至"
    marks = [c for c in TRIMMED if c not in "‘’“”"]
    marks += [INTERPUNCT, SHORT, LONG, SOLIDUS, DASH, ELLIPSIS, "“国”",
              "‘国’", "，“国”", "（国）。", "》、《", "？！", "。”（"]
    texts = [han[:k] + m + han[k:] for m in marks for k in range(3, 15)]
    for level in LEVELS:
        starts, ends, met, over = [], [], set(), []
        for measure in range(6, 13):
            for style in STYLES:
                out = typeset(texts, "--measure", "%dpt" % (measure * 10),
                              "--indent", "0em", "--prohibitions", level,
                              "--marks", style, "--verbatim")
                for text, lines in zip(texts, out):
                    for i, line in enumerate(lines):
                        if i > 0:
                            met.add(line[0][0][0])
                            if line[0][0][0] in barred_at_start(level):
                                starts.append("%s|%s at %d em" % (
                                    text, line[0][0], measure))
                        if (i + 1 < len(lines) and
                                line[-1][0][-1] in barred_at_end(level)):
                            ends.append("%s|%s at %d em" % (
                                text, line[-1][0], measure))
                        right = line[-1][1] + line[-1][2]
                        if right > measure + 0.011:
                            over.append("%s at %d em: %.3f" % (
                                text, measure, right))
        report("no line starts against %s" % level, starts)
        report("no line ends against %s" % level, ends)
        report("no line is wider than its measure at %s" % level, over)
        free = {"none": "，。）…—", "basic": "…—", "gb": "…—",
                "strict": ""}[level]
        report("what %s allows does start lines" % level,
               ["no line starts with " + c for c in free if c not in met])


def check_trims():
    """GB/T 15834 5.1.10: half an em at a line's end; CLREQ: an opening mark
    at a line's start loses its left half, on an indented line too."""
    han = "永和九年岁在癸丑暮春之初会于会稽山阴之兰亭"
    faults, seen = [], set()
    for style in STYLES:
        texts = [han[:k] + "（" + han[k:k + 3] + m + han[k + 3:]
                 for m in CLOSING + PAUSE + "。" + EXCLAIM
                 for k in range(2, 12)]
        texts += [o + han for o in OPENING]
        for indent in (0, 2):
            out = typeset(texts, "--measure", "80pt", "--indent",
                          "%dem" % indent, "--marks", style, "--verbatim")
            for text, lines in zip(texts, out):
                for i, line in enumerate(lines):
                    left = indent if i == 0 else 0
                    first, last = line[0], line[-1]
                    if first[0] in OPENING:
                        seen.add("start")
                        if (abs(first[1] - left) > 0.011 or
                                abs(first[2] - 0.5) > 0.011):
                            faults.append("%s line %d starts %s at %.3f, "
                                          "%.3f wide" % (text, i, *first))
                    if i + 1 == len(lines) or last[0] not in TRIMMED:
                        continue
                    seen.add("end")
                    right = last[1] + last[2]
                    if abs(last[2] - 0.5) > 0.011 or abs(right - 8) > 0.011:
                        faults.append("%s line %d ends %s at %.3f, %.3f "
                                      "wide" % (text, i, last[0], right,
                                                last[2]))
    report("marks at the edges of lines are half an em", faults)
    report("such lines were met", [s for s in ("start", "end")
                                   if s not in seen])


def check_gaps():
    western = ["A", "z", "é", "Ω", "β", "1", "0", "GDP", "10%", "C919"]
    marks = [c for c in TRIMMED if c not in "‘’“”．"] + [DASH, ELLIPSIS]
    for gap in (0, 0.125, 0.25):
        options = ("--measure", "800pt", "--indent", "0em", "--gap",
                   "%gem" % gap, "--verbatim")
        faults = []
        for form in ("国%s国", "国 %s 国", "国%s 国", "国 %s国"):
            out = typeset([form % w for w in western], *options)
            for w, lines in zip(western, out):
                boxes = [b for b in lines[0] if b[0].strip()]
                before = boxes[1][1] - boxes[0][1] - boxes[0][2]
                after = boxes[-1][1] - boxes[-2][1] - boxes[-2][2]
                for side, got in (("before", before), ("after", after)):
                    if abs(got - gap) > 0.011:
                        faults.append("%s: %.3f em %s" %
                                      (form % w, got, side))
        report("Han and Western at a gap of %g em" % gap, faults)
        faults = []
        pairs = [(m, w) for m in marks for w in ("A", "1")]
        for form in ("国%s%s国", "国%s %s国"):
            out = typeset([form % p for p in pairs], *options)
            for p, lines in zip(pairs, out):
                boxes = [b for b in lines[0] if b[0].strip()]
                at = 2 if len(p[0]) == 1 else len(boxes) - 2
                mark, word = boxes[at - 1], boxes[at]
                apart = word[1] - mark[1] - mark[2]
                if abs(apart) > 0.011:
                    faults.append("%s: %.3f em" % (form % p, apart))
        report("none beside Chinese marks at %g em" % gap, faults)
    lines = typeset(["GDP国", "国GDP"], "--measure", "400pt", "--indent",
                    "0em")
    edges = [lines[0][0][0][1], lines[1][0][0][1]]
    report("none at the edges of lines",
           ["%.3f em" % e for e in edges if abs(e) > 0.001])


def check_signs():
    """Signs of figures are apart from Han; what has blank of its own, and
    brackets on either side, are not."""
    apart = ["%", "°", "$", "€"]
    close = ["℃", "￥", "(", ")", "[", "]", "①", "/", INTERPUNCT, LONG]
    for gap in (0, 0.125, 0.25):
        faults = []
        out = typeset(["国%s国" % sign for sign in apart + close],
                      "--measure", "400pt", "--indent", "0em", "--gap",
                      "%gem" % gap, "--verbatim")
        for sign, lines in zip(apart + close, out):
            one, two, three = lines[0]
            for a, b in ((one, two), (two, three)):
                got = b[1] - a[1] - a[2]
                if abs(got - (gap if sign in apart else 0)) > 0.011:
                    faults.append("%s: %.3f em before %s" %
                                  (sign, got, b[0]))
        report("signs beside Han at a gap of %g em" % gap, faults)


def check_replaced():
    """A line that is spread is the same with typed spaces as without."""
    tail = "永和九年岁在癸丑"
    faults = []
    for text in ("国 A 国 5 国家国", "国家 B 国， 国。 国 7 国"):
        for gap in (0, 0.125, 0.25):
            out = typeset([text.replace(" ", "") + tail, text + tail],
                          "--measure", "97pt", "--indent", "0em", "--gap",
                          "%gem" % gap, "--verbatim")
            bare, typed = [[(b[0], round(b[1], 2)) for b in lines[0]
                            if b[0].strip()] for lines in out]
            if bare != typed:
                faults.append("%s at %g em: %s, not %s" %
                              (text, gap, typed, bare))
    report("typed spaces are replaced where a line is spread", faults)


def check_rows():
    """Marks that hold each other are parted once they outgrow the line."""
    texts = [head + mark * n + tail for mark in "，。）（！" for n in (9, 90)
             for head in ("", "国") for tail in ("", "国国")]
    faults = ["%s: %.2f em" % (text, line[-1][1] + line[-1][2])
              for text, lines in zip(texts, typeset(
                  texts, "--measure", "40pt", "--indent", "0em"))
              for line in lines if line[-1][1] + line[-1][2] > 4.011]
    report("rows of marks are no wider than the measure", faults)


def check_hanging():
    """One of 、，。 may hang, and only when it stands by itself."""
    han = "永和九年岁在癸丑暮春之初"
    faults, hung = [], set()
    for mark in [c for c in TRIMMED if c not in "‘’“”．"]:
        for text in (han[:8] + mark + han[8:],
                     han[:7] + "）" + mark + han[7:]):
            lines = typeset([text], "--measure", "80pt", "--indent", "0em",
                            "--hang", "--verbatim")[0]
            for line in lines[:-1]:
                right = line[-1][1] + line[-1][2]
                is_single = line[-2][0] not in TRIMMED
                if right > 8.011:
                    hung.add(line[-1][0])
                    if line[-1][0] not in "、，。．" or not is_single:
                        faults.append("%s hangs" % text)
    report("only single 、，。 hang",
           faults + ["%s never hangs" % c for c in "、，。" if c not in hung])


# What a line loses, in CLREQ's order (#line_adjustment): of each step the
# texts and how much one of them has to give.
STEPS = [("（）《", 0.5), ("，；、", 0.5), ("gap", 0.125), ("。？", 0.5)]
CROWDED = "甲（乙）丙，丁5戊。己；辛A壬？癸《子》、丑寅卯"


def losses(need):
    """Of one text of each step, when a line is wider by `need`."""
    out = []
    for texts, most in STEPS:
        n = 4 if texts == "gap" else sum(c in texts for c in CROWDED)
        taken = min(need, n * most)
        out.append(taken / n)
        need -= taken
    return out


def check_order():
    """A last line, which is squeezed or goes over. 》 has lost its half to 、
    already."""
    faults = []
    natural = typeset([CROWDED], "--indent", "0em", "--verbatim")[0][0]
    width = natural[-1][1] + natural[-1][2]
    for hundredths in range(0, 395, 15):
        lost = losses(hundredths / 100)
        lines = typeset([CROWDED], "--indent", "0em", "--verbatim",
                        "--measure", "%.4fem" % (width - hundredths / 100))[0]
        if len(lines) != 1:
            break
        for a, b in zip(lines[0], lines[0][1:]):
            apart = b[1] - a[1] - a[2]
            is_gap = (a[0] in "5A") != (b[0] in "5A")
            found = {"gap": 0.25 - apart} if is_gap else {}
            found[a[0]] = 1 - a[2]
            for (texts, _), want in zip(STEPS, lost):
                for text, value in found.items():
                    if text in texts and abs(value - want) > 0.003:
                        faults.append("%.2f em: %s lost %.3f, not %.3f" %
                                      (hundredths / 100, text, value, want))
    else:
        faults.append("the line takes more than it has")
    if hundredths < 150:
        faults.append("it was broken at %.2f em" % (hundredths / 100))
    report("lines are squeezed in CLREQ's order", faults)


check_pairs()
check_quotes()
check_edges()
check_trims()
check_gaps()
check_signs()
check_replaced()
check_rows()
check_hanging()
check_order()
print("1..%d" % count)
