#!/bin/sh
# What the program does with its arguments, standard streams and exit status.
. "$(dirname "$0")/../tap.sh"
mkdir "$scratch/work" && cd "$scratch/work" || exit 1
bad=$top/tests/cases/figures/not_a_number.yaml
chart=$(first_chart "$nanyang")

try "--version" "$jianbao" --version
says "jianbao " "--version names the program"
try "--help" "$jianbao" --help
for command in render chart check extract list typeset schema manual completion; do
    "$jianbao" --help | grep -q "^  $command "
    report $? "--help lists $command"
    try "$command --help" "$jianbao" "$command" --help
    says "jianbao $command" "$command --help shows its use"
done

ends 2 "no command" "$jianbao"
ends 2 "an unknown command" "$jianbao" rendr
says "render" "a near command is suggested"
ends 2 "an unknown option" "$jianbao" render "$nanyang" --layot x -o a.pdf
says "--layout" "a near option is suggested"
ends 2 "no operand" "$jianbao" render -o a.pdf
ends 2 "no output" "$jianbao" render "$nanyang"
ends 2 "an operand too many" "$jianbao" check "$nanyang" "$nanyang"
ends 2 "an option without its value" "$jianbao" render "$nanyang" -o
ends 2 "a value for a flag" "$jianbao" check "$nanyang" --quiet=yes
ends 2 "a wrong choice" "$jianbao" check "$nanyang" --diagnostics=xml
ends 2 "a suffix of no format" "$jianbao" render "$nanyang" -o a.docm
ends 2 "an unknown layout" "$jianbao" render "$nanyang" -l nosuch -o a.pdf
says "briefing" "the layouts there are are named"
ends 2 "an unknown chart" "$jianbao" chart "$nanyang" nosuch -o a.png
says "$chart" "the charts there are are named"
ends 2 "an unknown list" "$jianbao" list nosuch
for dpi in 0 -1 1e9 99999 x ""; do
    ends 2 "--dpi '$dpi'" "$jianbao" render "$nanyang" -o a.png --dpi "$dpi"
done
for size in 0x0 1x1 100 x 10x 99999999x99999999 160mmx 16qqx9 -5x5; do
    ends 2 "--size $size" "$jianbao" chart "$nanyang" "$chart" -o a.png \
        "--size=$size"
done
[ -z "$(ls)" ]
report $? "a wrong request writes nothing"

ends 3 "a metrics file that is not there" "$jianbao" check nosuch.yaml
ends 3 "a directory as metrics file" "$jianbao" check /
ends 1 "a metrics file with an error" "$jianbao" check "$bad"
ends 1 "… rendered" "$jianbao" render "$bad" -o bad.pdf
echo '全市共有企业12家，其中甲县5家、乙县7家，合计12家。' >clean.txt
ends 0 "a text without contradictions" "$jianbao" check --prose clean.txt
[ ! -s "$scratch/out" ]
report $? "… is met with silence"
echo '企业增长251%，实现翻一番。2022年1114日' >slips.txt
ends 1 "a text with contradictions" "$jianbao" check --prose slips.txt
says "1114" "the place of a slip is shown"
[ ! -e bad.pdf ]
report $? "a metrics file with an error gives no output"
try "pages are measured" "$jianbao" inspect "$nanyang" -q -l gongwen
says "5.2.1" "… against the standard's clauses"
for layout in briefing report slide; do
    ends 0 "$layout keeps the hard rules" \
        "$jianbao" inspect "$nanyang" -q -l $layout
done
chart=$(awk '/^图表:/ { inside = 1; next } inside && /^  [^ #]/ {
    sub(/^ */, ""); sub(/:.*/, ""); print; exit }' "$nanyang")
# A chart that is wrong does not hold up the others of its file.
cat >broken.yaml <<'EOF'
标题: 图
时期: 2024
指标:
  甲: {名称: 甲, 单位: 亿元, 本期: 5, 上年同期: 4}
  乙: {名称: 乙, 单位: 亿元, 本期: 7}
图表:
  坏: {类型: contribution, 指标: [甲]}
  空: {类型: growth, 指标: [乙]}
  好: {类型: growth, 指标: [甲]}
EOF
try "a chart beside a broken one" "$jianbao" chart broken.yaml 好 -q -o 好.png
try "a chart without a figure" "$jianbao" chart broken.yaml 空 -q \
    -o 空.svg --verify
try "… names what has none" grep -q "乙无同比" 空.svg
ends 1 "the broken one itself" "$jianbao" chart broken.yaml 坏 -q -o 坏.png
ends 1 "a briefing with a broken chart" "$jianbao" render broken.yaml -q \
    -o 坏.pdf
ends 2 "one name for picture and figures" "$jianbao" chart broken.yaml 好 \
    -o 好.csv -f png --data ./好.csv

try "a chart and its figures" "$jianbao" chart "$nanyang" "$chart" -q \
    -o figures.png --data figures.csv
head -c 3 figures.csv | od -An -tx1 | grep -q 'ef bb bf'
report $? "figures for a spreadsheet are marked as UTF-8"
awk -F, 'NR > 1 && NF < 9 { bad = 1 } END { exit bad || NR < 2 }' figures.csv
report $? "… in nine columns"
ends 3 "a data directory without layouts" \
    "$jianbao" render "$nanyang" --resources "$scratch" -o a.pdf
mkdir -p half/layouts
cp "$top"/layouts/*.yaml half/layouts
ends 3 "a data directory without fonts" \
    "$jianbao" render "$nanyang" --resources half -o a.pdf
JIANBAO_DATA=$top/nosuch
export JIANBAO_DATA
ends 3 "JIANBAO_DATA is obeyed" "$jianbao" render "$nanyang" -o a.pdf
unset JIANBAO_DATA

try "options before, behind, abbreviated, joined" \
    "$jianbao" render -q --lay briefing "$nanyang" -oa.pdf
try "-- ends the options" "$jianbao" render -qo b.pdf -- "$nanyang"
cmp a.pdf b.pdf >"$scratch/out" 2>&1
report $? "… and both write the same"
"$jianbao" render - -q -o - <"$nanyang" >c.pdf 2>"$scratch/out"
report $? "from standard input to standard output"
head -c 5 c.pdf | grep -q '%PDF-'
report $? "standard output is PDF by default"
"$jianbao" chart "$nanyang" "$chart" -q -o - >c.png
report $? "a chart to standard output"
head -c 8 c.png | cmp -s - "$top/tests/e2e/png_signature"
report $? "… is PNG by default"
"$jianbao" chart "$nanyang" "$chart" -q -o - -f svg | grep -q '^<svg\|<svg '
report $? "--format decides for standard output"
ends 2 "many pictures to standard output" \
    "$jianbao" render "$nanyang" -o - -f png
try "several pages of PNG" "$jianbao" render "$nanyang" -q -o p.png
[ -s p-1.png ] && [ -s p-2.png ] && [ ! -e p.png ]
report $? "… are numbered"

"$jianbao" check "$bad" --diagnostics=json >j.json
python3 - j.json >"$scratch/out" 2>&1 <<'END'
import json, sys
found = json.load(open(sys.argv[1]))
assert found["errors"] >= 1
first = found["diagnostics"][0]
assert first["severity"] == "error" and first["line"] >= 1
assert first["endColumn"] > first["column"] and first["message"]
END
report $? "findings as JSON"
"$jianbao" schema >schema.json && python3 -m json.tool schema.json >/dev/null
report $? "the schema is JSON"
"$jianbao" check "$bad" --colour=always | grep -q "$(printf '\033')"
report $? "colour when it is asked for"
! "$jianbao" check "$bad" | grep -q "$(printf '\033')"
report $? "no colour into a pipe"
"$jianbao" render "$nanyang" -o t.pdf --timing 2>&1 | grep -q '^write .* ms'
report $? "--timing shows the stages"
for stage in metrics facts report display; do
    "$jianbao" render "$nanyang" --dump=$stage 2>/dev/null | grep -q .
    report $? "--dump=$stage"
done
for list in layouts themes charts fonts formats placeholders options findings; do
    try "list $list" "$jianbao" list $list
done
"$jianbao" manual | man --warnings -l - >/dev/null 2>"$scratch/out" ||
    "$jianbao" manual | grep -q '^.TH JIANBAO 1'
report $? "the manual page"

completed() {
    "$jianbao" completion >completion.bash
    bash -c '. ./completion.bash; PATH='"$(dirname "$jianbao")"':$PATH
        COMP_WORDS=('"$1"'); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _jianbao; echo "${COMPREPLY[@]}"' >"$scratch/out" 2>&1
}
completed "jianbao re"
says render "commands are completed"
completed "jianbao check --di"
says --diagnostics "options are completed"
completed "jianbao render -l br"
says briefing "layouts are completed"
completed "jianbao render --theme gr"
says grey "themes are completed"

"$jianbao" list charts >&- 2>"$scratch/out"
[ $? = 3 ]
report $? "closed standard output is a failure"
"$jianbao" render "$nanyang" -q -o closed.pdf >&- 2>&-
report $? "closed streams do not matter to a file"
cmp -s closed.pdf a.pdf
report $? "… and nothing strays into it"
"$jianbao" render "$nanyang" -q -o - >/dev/full 2>"$scratch/out"
[ $? = 3 ]
report $? "a full standard output is a failure"
finish
