"""Sentences of a report that a reader of the PDF cannot find.

Standard input: the report as `--dump=report` prints it. Argument: the text
that was copied out of the PDF. Prints each paragraph's sentences that are not
there; what page heads and feet interrupt may be found in two pieces.
"""

import re
import sys

NOTE_MARKS = re.compile("[①-⑳]")
FULL_TO_HALF = str.maketrans("，：；（）？！", ",:;()?!")


def squeezed(text):
    return re.sub(r"\s|\u3000", "", text).translate(FULL_TO_HALF)


def is_in(sentence, copied):
    if sentence in copied:
        return True
    return any(
        sentence[:cut] in copied and sentence[cut:] in copied
        for cut in range(4, len(sentence) - 3)
    )


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        copied = squeezed(NOTE_MARKS.sub("", file.read()))
    n = 0
    # Indent of what is set as fields, or by layouts for official documents
    # alone.
    apart = ("masthead", "attachment")
    masthead = 1000
    for line in sys.stdin:
        kind, _, text = line.strip().partition(" ")
        indent = len(line) - len(line.lstrip())
        if kind in apart or indent <= masthead:
            masthead = indent if kind in apart else 1000
        if indent > masthead:
            continue
        if kind not in ("paragraph", "heading", "title", "subtitle"):
            continue
        text = NOTE_MARKS.sub("", text).replace("[", "").replace("]", "")
        for sentence in re.split("(?<=[。；])", text):
            sentence = squeezed(sentence)
            n += bool(sentence)
            if sentence and not is_in(sentence, copied):
                print(sentence)
    if n == 0:
        print("the report has no sentences")


main()
