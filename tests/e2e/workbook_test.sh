#!/bin/sh
# Figures come out of a workbook as its cells show them; one that cannot be
# trusted is refused at its cell.
. "$(dirname "$0")/../tap.sh"
python3 "$top/tests/e2e/workbook.py" "$scratch" || exit 1

cat >"$scratch/expected" <<'END'
document
  title 某市2025年财政
  date 
  period 2025年
  summary auto
metric 财政收入
  name 财政收入
  period 2025年
  value 142.6 亿元
  previous 137.9 亿元
  growth rate 3.41
metric 失业率
  name 失业率
  period 2025年
  value 5.00 %
  previous 5.20 %
chart 主要指标增速 growth 财政收入 失业率
section 1 
END
for name in good stored prefixed; do
    "$jianbao" render "$scratch/$name.xlsx" -q --dump=metrics \
        >"$scratch/actual" 2>&1
    diff "$scratch/expected" "$scratch/actual" >"$scratch/out" 2>&1
    report $? "$name.xlsx gives the figures that it shows"
done
try "a workbook becomes a briefing" "$jianbao" render "$scratch/good.xlsx" \
    -o "$scratch/a.pdf"

printf '标题: 简报\n时期: 2025\n数据: good.xlsx!全年\n' >"$scratch/a.yaml"
try "a sheet is named behind its file" "$jianbao" check "$scratch/a.yaml"
sed -i 's/全年/上半年/' "$scratch/a.yaml"
ends 1 "a sheet that is not there" "$jianbao" check "$scratch/a.yaml"
says '没有名为“上半年”的工作表' "it is named (SHEET_NOT_IN_WORKBOOK)"
says '“封面”、“全年”' "with those that are"
sed -i 's/上半年/封面/' "$scratch/a.yaml"
ends 1 "an empty sheet" "$jianbao" check "$scratch/a.yaml"
says '找不到表头' "it has no head"

# The first of several sheets is read, and that is told; not of empty ones.
"$jianbao" check "$scratch/two.xlsx" >"$scratch/out" 2>&1
says '只读了工作表“全年”，没有读“分月”' "which sheet is read (SHEET_OTHERS)"

try "another is named behind the file" "$jianbao" check \
    "$scratch/two.xlsx!分月"
ends 1 "a sheet that the file has not" "$jianbao" check \
    "$scratch/two.xlsx!半年"
says '没有名为“半年”的工作表' "it is named there, too"

# Merged cells of a table that is set as it stands.
"$jianbao" render "$scratch/areas.xlsx" -q -o "$scratch/areas.pdf"
pdfinfo -struct "$scratch/areas.pdf" | tr -d ' \n' >"$scratch/out"
[ "$(grep -o 'RowSpan3' "$scratch/out" | wc -l)" = 1 ] &&
    [ "$(grep -o 'ColSpan2' "$scratch/out" | wc -l)" = 1 ]
report $? "merged cells stay merged"

ends 1 "an error in a cell" "$jianbao" check "$scratch/error.xlsx"
says 'error.xlsx!全年:C5: 错误' "it is told by its cell"
ends 1 "a formula without a result" "$jianbao" check "$scratch/formula.xlsx"
says '工作簿里E4格的公式' "it is told by its cell (SHEET_WITHOUT_RESULT)"
for name in doctype unclosed far blank cut-0 cut-1 cut-2 cut-3; do
    ends 1 "$name.xlsx" "$jianbao" check "$scratch/$name.xlsx"
done
ends 1 "a damaged workbook" "$jianbao" check "$scratch/unclosed.xlsx"
says '读不出来' "it is said (SHEET_WORKBOOK_DAMAGED)"
cp "$top/samples/yunxi-table/metrics.csv" "$scratch/text.xlsx"
try "a text with a wrong ending is read" "$jianbao" check \
    "$scratch/text.xlsx"
finish
