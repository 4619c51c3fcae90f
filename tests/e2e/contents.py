"""The contents of a PDF file as Poppler reads them: every entry's page holds
its heading, figure or table; page numbers end on one edge; leaders' dots stand
under each other. contents.py FILE.pdf"""

import re
import subprocess
import sys


def pages(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"],
                          capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def bare(text):
    return re.sub(r"\s", "", text)


def entries(text):
    lines = [line for line in text.splitlines() if line.strip()]
    for line in lines[:-1]:  # the last is the running foot
        found = re.match(r"\s*(\S.*?)\s{2,}(\d+)\s*$", line)
        if found:
            yield bare(found.group(1)), int(found.group(2))


def right_edges(path, page):
    box = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), path, "-"],
        capture_output=True, text=True, check=True).stdout
    words = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(\d+)</word>', box)
    return [float(x) for x, _ in words]


def main():
    path = sys.argv[1]
    all_pages = pages(path)
    problems, count = [], 0
    for number, page in enumerate(all_pages, 1):
        heads = {bare(line) for line in page.splitlines()}
        if not heads & {"目录", "图目录", "表目录"}:
            continue
        for title, target in entries(page):
            count += 1
            where = [n for n, body in enumerate(all_pages, 1)
                     if n > number and title in bare(body)]
            if not where or where[0] != target:
                problems.append(f"“{title}” says {target}: {where}")
        edges = right_edges(path, number)
        far = [x for x in edges if x > max(edges) - 40]
        if max(far) - min(far) > 0.3:
            problems.append(f"numbers end apart on page {number}: {far}")
    if count < 3:
        problems.append(f"only {count} entries")
    print(f"{count} entries")
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
