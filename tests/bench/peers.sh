#!/bin/sh
# The same prose set by jianbao and by the other programs that are installed
# (XeLaTeX with ctex, WeasyPrint, Typst): cold processes, time and memory, and
# how many times as long as jianbao each takes. 28 characters of 三号 a line,
# justified, two characters' indent, the faces of fonts/faces where a program
# can use them. The pages stay in build/bench/peers for eyes and for
# `jianbao inspect`.
set -u
cd "$(dirname "$0")/../.."
program=$PWD/build/jianbao
cold=$PWD/build/release/tests/bench/cold
faces=$PWD/fonts/faces
out=build/bench/peers
runs=${RUNS:-5}
rm -rf "$out"
mkdir -p "$out"

# The sample's paragraphs as plain text; a placeholder becomes a figure.
prose() {
    awk '/^章节:/ { inside = 1 } inside && /^      / {
        sub(/^ +/, ""); gsub(/[{][^}]*[}]/, "12.5%"); print }' \
        samples/nanyang-2022/metrics.yaml
}
if [ $# -gt 0 ]; then grep -v '^[[:space:]]*$' "$1"; else prose; fi |
    sed 's/^[[:space:]]*//' >"$out/text.txt"

make_jianbao() {
    printf '标题: 文本\n规范标点: 否\n指标:\n' >"$out/jianbao.yaml"
    printf '  a: {名称: 甲, 单位: 家, 本期: 5, 时期: 2022年}\n章节:\n' \
        >>"$out/jianbao.yaml"
    printf '  - 标题: 正文\n    正文: |\n' >>"$out/jianbao.yaml"
    sed 's/^/      /; s/$/\n/' "$out/text.txt" >>"$out/jianbao.yaml"
}

make_xelatex() {
    cat >"$out/xelatex.tex" <<END
\\documentclass[fontset=none,punct=quanjiao]{ctexart}
\\usepackage[a4paper,textwidth=448bp,textheight=225mm]{geometry}
\\setCJKmainfont[Path=$faces/]{FandolSong-Regular.otf}
\\begin{document}
\\fontsize{16bp}{29bp}\\selectfont
$(sed 's/[%&#$_]/\\&/g; s/$/\n/' "$out/text.txt")
\\end{document}
END
}

make_weasyprint() {
    cat >"$out/weasyprint.html" <<END
<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face { font-family: Song; src: url(file://$faces/FandolSong-Regular.otf) }
@page { size: A4; margin: 37mm calc((210mm - 448pt) / 2) }
p { font: 16pt/29pt Song; text-align: justify; text-indent: 2em; margin: 0 }
</style>
$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<p>/' "$out/text.txt")
END
}

make_typst() {
    {
        echo '#set page(paper: "a4", margin: (x: (210mm - 448pt) / 2))'
        echo '#set text(font: "FandolSong", size: 16pt, lang: "zh")'
        echo '#set par(justify: true, first-line-indent: (amount: 2em, all: true))'
        sed 's/[#$*_@<]/\\&/g; s/$/\n/' "$out/text.txt"
    } >"$out/typst.typ"
}

# compare NAME COMMAND…: a run and its ratio to the first one's time.
first=
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
        printf "%-12s %9.1f ms %7.1f MB   x%.1f\n", name, ms, mb, ms / first }'
}

echo "the same prose as a PDF, $runs cold runs: median, memory, ratio of time"
make_jianbao
compare jianbao "$program" render jianbao.yaml -q -l gongwen -o jianbao.pdf
if command -v xelatex >/dev/null; then
    make_xelatex
    compare xelatex xelatex -interaction=batchmode xelatex.tex
fi
if command -v weasyprint >/dev/null; then
    make_weasyprint
    compare weasyprint weasyprint -q weasyprint.html weasyprint.pdf
fi
if command -v typst >/dev/null; then
    make_typst
    compare typst typst compile --font-path "$faces" typst.typ typst.pdf
fi
