#!/bin/sh
# The same prose set by jianbao and by the other programs that are installed:
# XeLaTeX with ctex, WeasyPrint, Chromium, Typst (the program, or its compiler
# from npm in $TYPST_NODE/node_modules). Same faces, 16 pt on lines of 28
# characters, justified, indented by two. First how long a cold process takes
# for the text, and for it many times over; then the pages themselves, each
# read back by the same reader. The pages stay in build/bench/peers for eyes.
# peers.sh [TEXT]: one paragraph a line; without it, the prose of a sample.
set -u
cd "$(dirname "$0")/../.."
program=$PWD/build/jianbao
cold=$PWD/build/release/tests/bench/cold
out=build/bench/peers
runs=${RUNS:-5}
times=${TIMES:-1 10 100}
characters=${CHARACTERS:-28}
measure=$((characters * 16))
rm -rf "$out"
mkdir -p "$out"

# The sample's paragraphs as plain text; a placeholder becomes a figure.
prose() {
    awk '/^章节:/ { inside = 1 } inside && /^      / {
        sub(/^ +/, ""); gsub(/[{][^}]*[}]/, "12.5%"); print }' \
        samples/nanyang-2022/metrics.yaml
}

# Half-width marks would be another text to the others.
if [ $# -gt 0 ]; then grep -v '^[[:space:]]*$' "$1"; else prose; fi |
    sed 's/^[[:space:]]*//; s/,/，/g; s/;/；/g; s/:/：/g; s/(/（/g; s/)/）/g' \
        >"$out/once.txt"

# repeated N <FILE: the text N times over.
repeated() {
    i=0
    while [ "$i" -lt "$1" ]; do
        cat "$2"
        i=$((i + 1))
    done
}

make_jianbao() {
    sed "s|^  left:.*|  left: $(margin)|; s|^  right:.*|  right: $(margin)|
        s|^  grid:.*|  grid: 29pt|
        s|^  body:.*|  body: {role: song, size: 16pt, leading: 1行, indent: 2em}|
        /^bands:/,/^\$/d; /^flow:/,\$d" layouts/report.yaml >"$out/plain.yaml"
    printf 'flow:\n  - sections\n' >>"$out/plain.yaml"
    printf '标题: 文本\n规范标点: 否\n指标:\n' >"$out/jianbao.yaml"
    printf '  a: {名称: 甲, 单位: 家, 本期: 5, 时期: 2022年}\n章节:\n' \
        >>"$out/jianbao.yaml"
    printf '  - 正文: |\n' >>"$out/jianbao.yaml"
    sed 's/^/      /; s/$/\n/' "$out/text.txt" >>"$out/jianbao.yaml"
}

margin() {
    awk -v m="$measure" 'BEGIN { printf "%.3fpt", (595.276 - m) / 2 }'
}

make_xelatex() {
    cat >"$out/xelatex.tex" <<END
\\documentclass[fontset=none,punct=quanjiao]{ctexart}
\\usepackage[a4paper,textwidth=${measure}bp,textheight=225mm]{geometry}
\\setmainfont{Liberation Serif}
\\setCJKmainfont{Noto Serif CJK SC}
\\pagestyle{empty}
\\begin{document}
\\fontsize{16bp}{29bp}\\selectfont
$(sed 's/[%&#$_]/\\&/g; s/$/\n/' "$out/text.txt")
\\end{document}
END
}

make_html() {
    cat >"$out/page.html" <<END
<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
@page { size: 210mm 297mm; margin: 37mm $(margin) }
body { margin: 0 }
p { font: 16pt/29pt "Liberation Serif", "Noto Serif CJK SC";
    text-align: justify; text-indent: 2em; margin: 0; line-break: strict;
    text-spacing-trim: trim-start; text-autospace: normal }
</style>
$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<p>/' "$out/text.txt")
END
}

make_typst() {
    {
        echo "#set page(paper: \"a4\", margin: (x: $(margin), y: 37mm))"
        echo '#set text(font: ("Liberation Serif", "Noto Serif CJK SC"),'
        echo '    size: 16pt, lang: "zh", region: "cn")'
        echo '#set par(justify: true, leading: 13pt, spacing: 13pt,'
        echo '    first-line-indent: (amount: 2em, all: true))'
        sed 's/[#$*_@<]/\\&/g; s/$/\n/' "$out/text.txt"
    } >"$out/typst.typ"
}

# The compiler alone, as its command line calls it.
typst_script() {
    cat >"$out/typst.js" <<END
const { NodeCompiler } = require('$TYPST_NODE/node_modules/@myriaddreamin/typst-ts-node-compiler');
const c = NodeCompiler.create({ workspace: '.', fontArgs: [
    { fontPaths: ['/usr/share/fonts'] }] });
require('fs').writeFileSync('typst.pdf', c.pdf({ mainFilePath: 'typst.typ' }));
END
}

# compare NAME COMMAND…: a run and its ratio to the first one's time.
compare() {
    name=$1
    shift
    figures=$(cd "$out" && $cold "$runs" "$@") || {
        echo "$name failed"
        return
    }
    # shellcheck disable=SC2086
    set -- $figures
    [ -n "$first" ] || first=$1
    awk -v name="$name" -v ms="$1" -v mb="$5" -v first="$first" 'BEGIN {
        printf "  %-12s %9.1f ms %7.1f MB   x%.1f\n", name, ms, mb, ms / first }'
}

has() {
    command -v "$1" >/dev/null
}

compare_all() {
    first=
    make_jianbao
    compare jianbao "$program" render jianbao.yaml -q -l plain.yaml \
        -o jianbao.pdf
    if has xelatex; then
        make_xelatex
        compare xelatex xelatex -interaction=batchmode xelatex.tex
    fi
    make_html
    if has weasyprint; then
        compare weasyprint weasyprint -q page.html weasyprint.pdf
    fi
    if has chromium; then
        compare chromium chromium --headless --no-sandbox --disable-gpu \
            --no-pdf-header-footer --print-to-pdf=chromium.pdf page.html \
            2>/dev/null
    fi
    make_typst
    if has typst; then
        compare typst typst compile typst.typ typst.pdf
    elif [ -d "${TYPST_NODE:-/nonexistent}/node_modules" ]; then
        typst_script
        compare typst-node node typst.js
    fi
}

for n in $times; do
    echo "cold, the text $n times, $runs runs: median, memory, ratio of time"
    repeated "$n" "$out/once.txt" >"$out/text.txt"
    compare_all
    if [ "$n" = 1 ]; then
        mkdir -p "$out/once"
        cp "$out"/*.pdf "$out/once"
    fi
    runs=$(((runs + 2) / 3))
done

echo "the pages of the text once, lines of $characters characters"
for pdf in "$out"/once/*.pdf; do
    echo "$(basename "$pdf" .pdf), $(wc -c <"$pdf") bytes"
    $program inspect -q "$pdf" | head -n 3 | sed 's/^/  /'
done
for peer in xelatex weasyprint chromium typst; do
    ls "$out"/once/$peer*.pdf >/dev/null 2>&1 || echo "$peer is not installed"
done
