#!/bin/sh
# jianbao inspect FILE.pdf: our own files measure as their pages do; files of
# others are measured, or refused with a reason; nothing makes it crash.
. "$(dirname "$0")/../tap.sh"

foreign=$top/build/release/tests/pdf/foreign
pdf=$scratch/made.pdf

alike() {
    "$jianbao" render "$1" -l "$2" -q -o "$pdf"
    "$jianbao" inspect "$1" -l "$2" -q --json >"$scratch/pages.json"
    "$jianbao" inspect "$pdf" -q --json >"$scratch/file.json"
    try "$1 as $2: the file measures as its pages" python3 \
        "$top/tests/e2e/inspect.py" "$scratch/pages.json" \
        "$scratch/file.json" ${3-}
    try "$1 as $2: the file is sound" "$jianbao" inspect "$pdf" -q
}

alike samples/nanyang-2022/metrics.yaml gongwen
alike samples/yunxi-2025h1/metrics.yaml gongwen
alike samples/yunxi-notice/metrics.yaml gongwen
alike samples/yunxi-notice/metrics.yaml gongwen-sealed
alike samples/yunxi-notice/metrics.yaml gongwen-letter
alike samples/yunxi-joint/metrics.yaml gongwen-sealed
alike samples/nanyang-2022/metrics.yaml bulletin columns
alike samples/yunxi-2025h1/metrics.yaml briefing
alike samples/yunxi-2025h1/metrics.yaml report
alike samples/yunxi-order/metrics.yaml gongwen-order
alike samples/yunxi-joint/metrics.yaml gongwen-order
alike samples/yunxi-survey/metrics.yaml gongwen
alike samples/yunxi-minutes/metrics.yaml gongwen-minutes

# The paper moved under the page: every margin is off, and it is said.
"$jianbao" render samples/yunxi-notice/metrics.yaml -q -o "$pdf"
qpdf --qdf --object-streams=disable "$pdf" "$scratch/qdf.pdf"
python3 - "$scratch/qdf.pdf" "$scratch/moved.qdf" <<'P'
import re, sys
data = open(sys.argv[1], "rb").read()
moved = re.sub(rb"(/MediaBox \[\s*)0(\s+0\s+)595\.27\d*", rb"\g<1>-12\g<2>583.276",
               data)
assert moved != data
open(sys.argv[2], "wb").write(moved)
P
fix-qdf "$scratch/moved.qdf" >"$scratch/moved.pdf"
ends 1 "a moved page is unsound" "$jianbao" inspect "$scratch/moved.pdf" -q
says "5.2.1 订口：32.23mm（规定28.00，差4.23）不合格" "and by how much"

# Files of others.
"$foreign" text "$scratch/text.pdf"
try "a page of Pango's is measured" "$jianbao" inspect "$scratch/text.pdf"
says "其中10行撑满行宽" "its justified lines are told"
"$foreign" ragged "$scratch/ragged.pdf"
try "a page that is not justified is measured" \
    "$jianbao" inspect "$scratch/ragged.pdf"
says "其中0行撑满行宽" "its lines are not taken for justified ones"
says "放宽、挤压无从量起" "and that nothing is told of their room"
says "行末空白：平均每行0.22 em，最多0.85 em" "the white behind them is told"
"$foreign" lines "$scratch/lines.pdf"
ends 1 "faults of others are found" "$jianbao" inspect "$scratch/lines.pdf"
says "第1页第2行：错：行首禁则" "a mark at a line's start"
says "第1页第2行：错：行尾禁则" "a bracket at a line's end"
says "第1页第3行：错：拆开的数" "a parted number"
says "第1页第6行：注意：孤字" "one character in the last line"
"$foreign" official "$scratch/official.pdf"
ends 1 "an official document is known by its looks" \
    "$jianbao" inspect "$scratch/official.pdf"
says "GB/T 9704 5.2.3 每面行数：24" "its lines are counted"

# Chromium draws its faces in the file, in boxes of two lines (from
# browser.html, by `chromium --headless --print-to-pdf`).
try "a page of a browser's is measured" \
    "$jianbao" inspect "$top/tests/pdf/chromium.pdf"
says "1页，7行正文，其中5行撑满行宽" "its lines are told apart"
says "字间放宽：平均0.047 em，最宽0.067 em" "in the em that was drawn"
"$jianbao" inspect "$top/tests/pdf/chromium.pdf" --json >"$scratch/out"
says '"text":"251%，增幅居全省第一；“科技型企业”增长"' "its words are whole"
says '{"text":"科","x":75.848' "every character is told with its place"

# Figures of every sort, each parted by hand (from parted.html, by chromium).
ends 1 "parted figures are found" "$jianbao" inspect "$top/tests/pdf/parted.pdf"
says "拆开的数 7，" "all seven of them"

# Two columns of some lines, an em apart (from columns.tex, by xelatex).
try "a page in two short columns is measured" \
    "$jianbao" inspect "$top/tests/pdf/columns.pdf"
says "1页，11行正文，其中9行撑满行宽" "its columns are told apart"
says "超出行宽 0，" "a full stop that hangs is no fault"
says "白河 0，" "a gutter is no river"
try "lines of a column stand between those of another (beside.typ, by typst)" \
    "$jianbao" inspect "$top/tests/pdf/beside.pdf"
says "1页，10行正文，其中7行撑满行宽" "they are told apart"

# Paragraphs of two lines, columns of three (pairs.tex, by xelatex).
try "short paragraphs are measured" \
    "$jianbao" inspect "$top/tests/pdf/pairs.pdf"
says "1页，17行正文，其中8行撑满行宽" "they tell together where lines end"

# Files that cannot be measured.
for kind in scan empty; do
    "$foreign" $kind "$scratch/$kind.pdf"
    ends 1 "$kind: refused" "$jianbao" inspect "$scratch/$kind.pdf"
    says "没有文字" "$kind: because it has no text"
done
qpdf --encrypt geheim owner 256 -- "$scratch/text.pdf" "$scratch/locked.pdf"
ends 1 "a locked file is refused" "$jianbao" inspect "$scratch/locked.pdf"
says "加了密" "because it is locked"
qpdf --encrypt "" owner 256 -- "$scratch/text.pdf" "$scratch/open.pdf"
try "a file that anybody may read is read" \
    "$jianbao" inspect "$scratch/open.pdf"
for angle in 90 180 270; do
    qpdf --rotate=$angle "$scratch/text.pdf" "$scratch/turned.pdf"
    "$jianbao" inspect "$scratch/turned.pdf" >"$scratch/out" 2>&1
    [ $? -lt 2 ]
    report $? "turned by $angle degrees it is read"
done
size=$(wc -c <"$scratch/text.pdf")
status=0
for part in 1 2 3 4 5 6 7 8 9; do
    head -c $((size * part / 10)) "$scratch/text.pdf" >"$scratch/cut.pdf"
    "$jianbao" inspect "$scratch/cut.pdf" >"$scratch/out" 2>&1
    [ $? -le 1 ] || status=1
done
report $status "cut files are refused or mended, never fatal"
echo "no PDF" >"$scratch/no.pdf"
ends 1 "what is no PDF is refused" "$jianbao" inspect "$scratch/no.pdf"
says "不是完好的 PDF 文件" "because it is none"

# A face that is not in the file is named.
python3 - "$scratch/bare.pdf" <<'P'
import sys
objects = [b"<</Type/Catalog/Pages 2 0 R>>",
           b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
           b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
           b"/Resources<</Font<</F 5 0 R>>>>>>",
           b"<</Length 41>>stream\nBT /F 12 Tf 50 200 Td (bare words) Tj ET \n"
           b"endstream",
           b"<</Type/Font/Subtype/Type1/BaseFont/Garamond>>"]
out, at = b"%PDF-1.4\n", []
for i, body in enumerate(objects, 1):
    at.append(len(out))
    out += b"%d 0 obj" % i + body + b"endobj\n"
start = len(out)
out += b"xref\n0 6\n0000000000 65535 f \n"
out += b"".join(b"%010d 00000 n \n" % a for a in at)
out += b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % start
open(sys.argv[1], "wb").write(out)
P
try "a file without its faces is read" "$jianbao" inspect "$scratch/bare.pdf"
says "字体“Garamond”没有嵌入" "the face that is missing is named"
finish
