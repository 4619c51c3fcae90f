"""Texts that are not plain: words of other scripts, formulas, signs, emoji,
rows of one mark, set at every measure and held against rules that are written
down apart from the engine's (CLREQ #line_breaking, #mixed_text; UAX #29 for
clusters; JLREQ 3.1.10 for what is not divided).

texts.py PROGRAM: one TAP line a rule.
"""
import json
import subprocess
import sys
import unicodedata

PROGRAM = sys.argv[1]
EM = 10.0
count = 0

HAN = "永和九年岁在癸丑暮春之初会于会稽山阴之兰亭修禊事也群贤毕至少长咸集"

WORDS = ["don’t", "Alice's", "rock’n’roll", "C++", "C#", ".NET", "Node.js",
         "TCP/IP", "AT&T", "R&D", "C919", "GB/T", "iPhone", "A4", "5G",
         "Müller", "ångström", "βήτα", "Москва"]

# Digits, with what never leaves them.
FIGURES = ["2671", "3.14159", "1,234,567", "10 000", "36.5%", "36.5‰", "25℃",
           "25°C", "−5.2%", "+3.5%", "±3%", "￥100", "$100", "▲6.5%", "▼3.2%",
           "△1.1%", "↓0.8%", "〔2022〕15号", "第3位", "10⁸", "1/3", "12:30",
           "2022年", "11月14日", "100㎡", "№5"]

FORMULAS = ["H₂O", "CO₂", "C₆H₁₂O₆", "km²", "x²", "²³⁵U"]

CLUSTERS = ["é", "ẹ̀", "q̃̃", "☎︎", "葛󠄀"]

BRACKETS = ["（）", "()", "[]", "{}", "［］", "｛｝", "〔〕", "【】", "《》",
            "〈〉", "「」", "『』", "〖〗", "⟨⟩", "«»", "“”", "‘’"]

ROWS = ["，", "。", "（", "）", "——", "……", "！？", "“", "·", "%", "/", "-",
        "_", "1", "a", "国", "ー", "‖", "|", "｜", "〇", "𠮷", "☎", "、“"]

# Nothing that a person may paste makes it fall over or run out of the line.
PASTED = ["甲\t乙\t\t丙\tABC", "甲\x01乙\x07丙\u200b丁\u200d戊\ufeff己\u00ad庚",
          "辛\u200e壬\u202e癸\u202c", "日本語のテキストはーっゃゅょァィゥー。",
          "한국어 텍스트는 단어 사이에 공백이 있습니다. 中文와 섞인 문장.",
          "𠮷野家的𬭊字，二〇二二年，𫗧𫠊。",
          "ＡＢＣ１２３，４５６％，￥７８９，１／２，３．５，（１）。",
          "面积100m²、CO₂、x²+y²=z²，25℃、36.5‰、￥100、$100。",
          "他…他……他………他—他——他———他————他",
          "https://www.stats.gov.cn/tjsj/zxfb/202211/t20221114_1.html?a=b#c",
          "Pneumonoultramicroscopicsilicovolcanoconiosis",
          "3.14159265358979323846264338327950288419716939937510"]


def report(name, faults):
    global count
    count += 1
    print("%sok %d - texts: %s" % ("" if not faults else "not ", count, name))
    for fault in faults[:12]:
        print("# " + fault)
    if len(faults) > 12:
        print("# … %d in all" % len(faults))


def typeset(paragraphs, *options):
    """The lines of each paragraph: lists of (text, x, advance) in em."""
    done = subprocess.run(
        [PROGRAM, "typeset", "--json", "--quiet", "--size", "10pt",
         "--indent", "0em", *options], input="\n".join(paragraphs),
        capture_output=True, text=True, check=False)
    out = [[[(g["text"], g["x"] / EM, g["advance"] / EM)
             for g in line["glyphs"]] for line in json.loads(row)["lines"]]
           for row in done.stdout.splitlines()]
    if done.returncode != 0 or len(out) != len(paragraphs):
        sys.exit("typeset gave %d paragraphs for %d: %s" %
                 (len(out), len(paragraphs), done.stderr[:400]))
    return out


def joined(line):
    return "".join(g[0] for g in line)


def at_every_place(tokens, measures=range(8, 21, 3)):
    """(measure, token, lines) of each token at each place of a line."""
    texts = [(t, HAN[:k] + t + HAN[k:]) for t in tokens for k in range(22)]
    for measure in measures:
        out = typeset([text for _, text in texts], "--measure",
                      "%dpt" % (measure * EM), "--verbatim")
        for (token, _), lines in zip(texts, out):
            yield measure, token, [joined(line) for line in lines]


def check_whole(name, tokens, squeezed=lambda t: t):
    faults = []
    for measure, token, lines in at_every_place(tokens):
        if not any(squeezed(token) in squeezed(line) for line in lines):
            faults.append("%d em: %s" % (measure, "|".join(lines)))
    report(name + " are not parted (%d)" % len(tokens), faults)


def check_brackets():
    faults = []
    tokens = [b[0] + "国家" + b[1] for b in BRACKETS]
    for measure, token, lines in at_every_place(tokens, range(6, 13)):
        for line in lines:
            if line[0] == token[-1] or line[-1] == token[0]:
                faults.append("%d em: %s" % (measure, "|".join(lines)))
    report("brackets open no end and close no start (%d)" % len(tokens),
           faults)


def check_hug():
    """Scripts and arrows stand close to what they belong to."""
    faults = []
    for text, at in [("国H₂O国", (1, 2)), ("国km²国", (2,)), ("国²国", (0, 1)),
                     ("国▲6.5%国", (0, 1)), ("国▽2%国", (0, 1)),
                     ("国↑5%国", (0, 1)), ("国10⁸国", (2,)),
                     ("CO₂国", (1,))]:
        line = typeset([text], "--measure", "400pt", "--verbatim")[0][0]
        for i in at:
            apart = line[i + 1][1] - line[i][1] - line[i][2]
            if abs(apart) > 0.011:
                faults.append("%s: %.3f em before %s" %
                              (text, apart, line[i + 1][0]))
    for text, i in [("国H₂O国", 3), ("国km²国", 3), ("10⁸国", 2),
                    ("CO₂国", 2)]:
        line = typeset([text], "--measure", "400pt", "--verbatim", "--gap",
                       "0.25em")[0][0]
        apart = line[i + 1][1] - line[i][1] - line[i][2]
        if abs(apart - 0.25) > 0.011:
            faults.append("%s: %.3f em behind it" % (text, apart))
    report("scripts and arrows lean on their own", faults)


def check_unseen():
    """What nobody sees parts no gap from its place, and opens no second one;
    the sign of a ratio stands close to its figures."""
    faults = []
    for unseen in "\u2060\u00ad\u200c\u200d":
        for text in ("国%sA国", "国A%s国"):
            wide = typeset([text % unseen], "--measure", "400pt",
                           "--verbatim")[0][0]
            if abs(wide[-1][1] - typeset(["国A国"], "--measure",
                                         "400pt")[0][0][-1][1]) > 0.002:
                faults.append("U+%04X in %s" % (ord(unseen), text))
        spread = typeset([HAN[:4] + unseen + HAN[4:9] + "https"], "--measure",
                         "105pt", "--verbatim")[0][0]
        rooms = {round(b[1] - a[1] - a[2], 2)
                 for a, b in zip(spread, spread[1:]) if b[0] != unseen}
        if len(rooms) > 1:
            faults.append("U+%04X: rooms of %s" % (ord(unseen), rooms))
    ratio = typeset(["国1∶2国"], "--measure", "400pt")[0][0]
    for a, b in zip(ratio[1:], ratio[2:-1]):
        if abs(b[1] - a[1] - a[2]) > 0.002:
            faults.append("1∶2: %.3f em before %s" %
                          (b[1] - a[1] - a[2], b[0]))
    report("what is unseen makes no room", faults)


def check_spread():
    """Room goes into word spaces, not between a word and its marks; an
    address fills its lines."""
    quote = "“Everything should be made as simple as possible,”他说（LLM）。"
    faults = []
    for measure in range(9, 20):
        for lines in typeset([quote, HAN[:measure - 4] + quote], "--measure",
                             "%dpt" % (measure * EM)):
            for line in lines:
                for a, b in zip(line, line[1:]):
                    apart = b[1] - a[1] - a[2]
                    is_inside = (a[0] in "“（" and b[0].isascii()) or \
                        (a[0].isascii() and b[0] in "”）")
                    if is_inside and apart > 0.011:
                        faults.append("%d em: %.2f em in %s" %
                                      (measure, apart, joined(line)))
    report("no room between a word and its brackets", faults)
    address = HAN[:6] + "见https://www.example.gov.cn/tjsj/zxfb/202211/" \
        "t20221114_1890326.html，" + HAN
    faults = []
    for measure in range(8, 30):
        lines = typeset([address], "--measure", "%dpt" % (measure * EM))[0]
        for line in lines[:-1]:
            room = max((b[1] - a[1] - a[2] for a, b in zip(line, line[1:])),
                       default=0)
            right = line[-1][1] + line[-1][2]
            if abs(right - measure) > 0.011 or room > 0.511:
                faults.append("%d em: %s ends at %.2f, opened by %.2f" %
                              (measure, joined(line), right, room))
    report("addresses fill their lines", faults)
    narrow = '国民经济运行 Hello, world (test) and "quote" end'
    room = max(b[1] - a[1] - a[2]
               for line in typeset([narrow], "--measure", "70pt",
                                   "--indent", "0em")[0][:-1]
               for a, b in zip(line, line[1:]))
    report("no line is given the room of three",
           [] if room < 2.1 else ["opened by %.2f em" % room])


def is_mark_of_cluster(code):
    return unicodedata.category(code) in ("Mn", "Me") or code in "\u200d\ufe0f"


def check_measure():
    texts = PASTED + [row * 60 for row in ROWS] + \
        [HAN[:5] + row * 30 + HAN[5:] for row in ROWS]
    over, split, lost = [], [], []
    for measure in list(range(6, 17, 2)) + [28, 40]:
        for level in ("none", "basic", "gb", "strict"):
            out = typeset(texts, "--measure", "%dpt" % (measure * EM),
                          "--prohibitions", level, "--verbatim")
            for text, lines in zip(texts, out):
                for i, line in enumerate(lines):
                    right = max((g[1] + g[2] for g in line), default=0)
                    if right > measure + 0.011:
                        over.append("%d em: %.2f in %s" %
                                    (measure, right, joined(line)))
                    if i > 0 and line and is_mark_of_cluster(line[0][0][0]):
                        split.append("%d em: %s" % (measure, joined(line)))
                told = "".join(joined(line) for line in lines)
                if [c for c in text if c.isalnum()] != \
                        [c for c in told if c.isalnum()]:
                    lost.append("%d em: %s" % (measure, told[:60]))
    report("no line is wider than its measure", over)
    report("no line starts inside a cluster", split)
    report("no character is lost", lost)


def check_nothing():
    faults = []
    for text in ("", " ", "　", "\t"):
        lines = typeset(["国", text, "国"], "--measure", "100pt")[1]
        if any(joined(line).strip() for line in lines):
            faults.append("%r: %s" % (text, lines))
    done = subprocess.run([PROGRAM, "typeset", "--json"], input="",
                          capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stdout != "":
        faults.append("no input: %d %s" % (done.returncode, done.stdout))
    report("nothing is set as nothing", faults)


check_whole("words", WORDS)
check_whole("figures and their signs", FIGURES)
check_whole("formulas", FORMULAS)
check_whole("clusters", CLUSTERS)
check_brackets()
check_hug()
check_unseen()
check_spread()
check_measure()
check_nothing()
print("1..%d" % count)
