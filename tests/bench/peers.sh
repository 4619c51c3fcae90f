#!/bin/sh
# The same text set by jianbao and by the other programs that are installed:
# XeLaTeX with ctex, Typst (the program, or its compiler from npm in
# $TYPST_NODE/node_modules), WeasyPrint, Chromium. The same faces, 16 pt, 30
# pt from line to line, 22 lines a page, justified, indented by two. Every
# page is read back by one reader (`jianbao inspect`) and measured by
# peers.py; then how long a cold process takes for the text, and for it many
# times over. The pages stay in build/bench/peers for eyes.
# peers.sh [TEXT]: one paragraph a line; without it, the prose of a sample.
# CHARACTERS="20 24 28 36": lines of so many; TIMES="1 10 100": "" for none.
set -u
cd "$(dirname "$0")/../.."
program=$PWD/build/jianbao
cold=$PWD/build/release/tests/bench/cold
out=build/bench/peers
runs=${RUNS:-5}
times=${TIMES-1 10 100}
noto=/usr/share/fonts/opentype/noto
rm -rf "$out"
mkdir -p "$out"

# The sample's paragraphs as plain text; a placeholder becomes a figure.
prose() {
    awk '/^章节:/ { inside = 1 } inside && /^      / {
        sub(/^ +/, ""); gsub(/[{][^}]*[}]/, "12.5%"); print }' \
        samples/nanyang-2022/metrics.yaml
}

# Half-width marks in Chinese are made full for all: none of the others does
# it. No word is changed.
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

margin() {
    awk -v m="$measure" 'BEGIN { printf "%.3fpt", (595.276 - m) / 2 }'
}

# What was found in the text is not ours to mend: all of it stands.
standing() {
    printf '原文如此:\n'
    "$program" check --diagnostics json jianbao.yaml 2>&1 |
        python3 "$OLDPWD/tests/bench/peers.py" standing jianbao.yaml
}

make_jianbao() {
    sed "s|^  left:.*|  left: $(margin)|; s|^  right:.*|  right: $(margin)|
        s|^  top:.*|  top: 37mm|; s|^  bottom:.*|  bottom: 27mm|
        s|^  grid:.*|  grid: 30pt|
        s|^  body:.*|  body: {role: song, size: 16pt, leading: 1行, indent: 2em}|
        /^bands:/,/^\$/d; /^flow:/,\$d" layouts/report.yaml >"$out/plain.yaml"
    printf 'flow:\n  - sections\n' >>"$out/plain.yaml"
    {
        printf '标题: 文本\n规范标点: 否\n'
        printf '章节:\n  - 正文: |\n'
        sed 's/{/{{/g; s/^/      /; s/$/\n/' "$out/text.txt"
    } >"$out/jianbao.yaml"
    if [ ! -f "$out/standing.yaml" ]; then
        (cd "$out" && standing >standing.yaml)
    fi
    cat "$out/standing.yaml" >>"$out/jianbao.yaml"
}

make_xelatex() {
    cat >"$out/xelatex.tex" <<END
\\documentclass[fontset=none,punct=quanjiao,linespread=1]{ctexart}
\\usepackage[a4paper,textwidth=${measure}bp,top=37mm,textheight=660bp]{geometry}
\\setmainfont{Liberation Serif}
\\setCJKmainfont[Path=$noto/,FontIndex=2]{NotoSerifCJK-Regular.ttc}
\\pagestyle{empty}
\\raggedbottom
\\begin{document}
\\fontsize{16bp}{30bp}\\selectfont
$(sed 's/[%&#$_]/\\&/g; s/$/\n/' "$out/text.txt")
\\end{document}
END
}

# Quotation marks must be of the Chinese face: what is Western has spans, that
# do not make lines higher.
make_html() {
    cat >"$out/page.html" <<END
<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
@page { size: 210mm 297mm; margin: 37mm $(margin) 27mm }
body { margin: 0 }
p { font: 16pt/30pt "Noto Serif CJK SC"; text-align: justify;
    text-indent: 2em; margin: 0; line-break: strict;
    text-spacing-trim: trim-start; text-autospace: normal }
span { font-family: "Liberation Serif"; line-height: 0 }
</style>
$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g
    s/[0-9A-Za-z%.+&;-]\{1,\}/<span>&<\/span>/g; s/^/<p>/' "$out/text.txt")
END
}

make_typst() {
    {
        echo "#set page(paper: \"a4\", margin: (x: $(margin), top: 37mm,"
        echo '    bottom: 27mm))'
        echo '#set text(font: ((name: "Liberation Serif",'
        echo '    covers: "latin-in-cjk"), "Noto Serif CJK SC"), size: 16pt,'
        echo '    lang: "zh", region: "cn", top-edge: 0.88em,'
        echo '    bottom-edge: -0.12em)'
        echo '#set par(justify: true, leading: 14pt, spacing: 14pt,'
        echo '    first-line-indent: (amount: 2em, all: true))'
        sed 's/[#$*_@<]/\\&/g; s/$/\n/' "$out/text.txt"
    } >"$out/typst.typ"
    [ -d "${TYPST_NODE:-/nonexistent}/node_modules" ] || return
    cat >"$out/typst.js" <<END
const { NodeCompiler } = require('$TYPST_NODE/node_modules/@myriaddreamin/typst-ts-node-compiler');
const c = NodeCompiler.create({ workspace: '.', fontArgs: [
    { fontPaths: ['/usr/share/fonts'] }] });
require('fs').writeFileSync('typst.pdf', c.pdf({ mainFilePath: 'typst.typ' }));
END
}

has() {
    command -v "$1" >/dev/null
}

# The command that sets $out/text.txt; fails where the program is missing.
command_of() {
    case $1 in
    jianbao) echo "$program render jianbao.yaml -q -l plain.yaml -o jianbao.pdf" ;;
    xelatex) has xelatex && echo "xelatex -interaction=batchmode xelatex.tex" ;;
    typst)
        if has typst; then
            echo "typst compile typst.typ typst.pdf"
        else
            [ -f "$out/typst.js" ] && echo "node typst.js"
        fi
        ;;
    weasyprint) has weasyprint && echo "weasyprint -q page.html weasyprint.pdf" ;;
    chromium)
        has chromium && echo "chromium --headless --no-sandbox --disable-gpu" \
            "--no-pdf-header-footer --print-to-pdf=chromium.pdf page.html"
        ;;
    esac
}

peers="jianbao xelatex typst chromium weasyprint"

# $out/text.txt in every program's own form, for lines of $characters.
make_sources() {
    measure=$((characters * 16))
    make_jianbao
    make_xelatex
    make_html
    make_typst
}

for peer in $peers; do
    characters=28
    cp "$out/once.txt" "$out/text.txt"
    [ "$peer" != jianbao ] || make_sources
    command_of "$peer" >/dev/null || echo "$peer is not installed"
done

for characters in ${CHARACTERS:-20 24 28 36}; do
    cp "$out/once.txt" "$out/text.txt"
    make_sources
    mkdir -p "$out/$characters"
    for peer in $peers; do
        run=$(command_of "$peer") || continue
        (cd "$out" && $run >"$peer.log" 2>&1) || echo "$peer failed"
        [ -f "$out/$peer.pdf" ] || continue
        mv "$out/$peer.pdf" "$out/$characters"
        "$program" inspect -q --json "$out/$characters/$peer.pdf" \
            >"$out/$characters/$peer.json"
    done
    echo
    echo "lines of $characters characters"
    python3 tests/bench/peers.py table "$out/$characters"
done

# timed NAME COMMAND…: a run and its ratio to the first one's time.
timed() {
    name=$1
    shift
    figures=$(cd "$out" && $cold "$runs" "$@" 2>/dev/null) || {
        echo "$name failed"
        return
    }
    # shellcheck disable=SC2086
    set -- $figures
    [ -n "$first" ] || first=$1
    awk -v name="$name" -v ms="$1" -v mb="$5" -v first="$first" 'BEGIN {
        printf "  %-12s %9.1f ms %7.1f MB   x%.1f\n", name, ms, mb, ms / first }'
}

characters=28
for n in $times; do
    echo
    echo "cold, the text $n times, $runs runs: median, memory, ratio of time"
    repeated "$n" "$out/once.txt" >"$out/text.txt"
    make_sources
    first=
    for peer in $peers; do
        run=$(command_of "$peer") || continue
        # shellcheck disable=SC2086
        timed "$peer" $run
    done
    runs=$(((runs + 2) / 3))
done
