"""Every line of a manuscript ends on the pages or is told.

usage: manuscript_lines.py JIANBAO SCRATCH MANUSCRIPT…; prints for each as
typed, indented, in Word … "ok NAME" or "not ok NAME: what is missing".
"""
import collections
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

HALF = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）",
                      "?": "？", "!": "！", "．": ".", "—": "-", "–": "-",
                      "－": "-", "[": "〔", "]": "〕", "~": "～", "、": "、"})
FOLIO = re.compile(r"^[-—–]?\s*[-—–]\s*\d+\s*[-—–]\s*$", re.M)
# Marks of the layout's own: a label is as good as the word that was typed.
OWN = re.compile(r"^(发文字号|主送|密级|份号|紧急程度)：")


def bare(text):
    text = "".join(unicodedata.normalize("NFKC", c)
                   if "！" <= c <= "～" and c.isalnum() else c for c in text)
    return re.sub(r"\s", "", text.replace("\u3000", "")).translate(HALF)


def pages(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True,
                          capture_output=True).stdout.decode()
    return bare(FOLIO.sub("", text).replace("\f", ""))


def missing(lines, shown, told):
    """Runs of Han that are nowhere, then single characters."""
    for line in lines:
        plain = OWN.sub("", bare(line))
        if plain and plain in told:
            continue
        words = OWN.sub("", " ".join(line.split()))
        for run in re.findall("[\u4e00-\u9fff]+", words):
            run = re.sub("(文件|令|纪要|共印)$", "", run)
            if len(run) >= 4 and run not in shown and run not in told:
                yield run
    want = collections.Counter(bare("".join(OWN.sub("", bare(l))
                                            for l in lines)))
    have = collections.Counter(shown + told)
    for mark in "。，：；（）":  # at ends of lists, round a date
        have[mark] += 99
    for c, n in (want - have).items():
        yield "%s×%d" % (c, n)


def docx(path, lines):
    def paragraph(line):
        runs = line.split("\t")
        return "<w:p><w:r>%s</w:r></w:p>" % "<w:tab/>".join(
            '<w:t xml:space="preserve">%s</w:t>'
            % run.replace("&", "&amp;").replace("<", "&lt;") for run in runs)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml",
                   "<w:document xmlns:w='w'><w:body>%s</w:body></w:document>"
                   % "".join(map(paragraph, lines)))


def write(path, lines, end="\n", bom=""):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(bom + end.join(lines))


def variants(path, scratch):
    """The manuscript as typed, and as other people would have it."""
    lines = open(path, encoding="utf-8").read().split("\n")
    name = os.path.basename(path)[:-4]
    at = os.path.join(scratch, name)
    write(at + ".txt", lines)
    write(at + "-indented.txt", ["　　" + l for l in lines], "\r\n", "\ufeff")
    write(at + "-tabs.txt", ["\t" + l + " " for l in lines])
    write(at + "-apart.txt", [l + "\n" for l in lines])
    half = str.maketrans("，：；（）", ",:;()")
    write(at + "-half.txt", [l.translate(half) for l in lines])
    docx(at + ".docx", lines)
    docx(at + "-tabs.docx", ["\t\t" + l for l in lines])
    for kind in (".txt", "-indented.txt", "-tabs.txt", "-apart.txt",
                 "-half.txt", ".docx", "-tabs.docx"):
        yield at + kind, lines


def lost(jianbao, path, lines):
    pdf = path + ".pdf"
    run = subprocess.run([jianbao, "render", path, "-o", pdf],
                         capture_output=True)
    if run.returncode:
        return ["exit %d" % run.returncode]
    # What was made out (按文稿读) does not count as told.
    told = [l for l in run.stderr.decode().split("\n")
            if "没有排：" in l or "排作" in l or "没有写全" in l]
    return list(missing(lines, pages(pdf), bare("".join(told))))


def main():
    jianbao, scratch, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    for path in paths:
        for variant, lines in variants(path, scratch):
            found = lost(jianbao, variant, lines)
            name = os.path.basename(variant)
            print("not ok %s: %s" % (name, " ".join(found)) if found
                  else "ok " + name)


main()
