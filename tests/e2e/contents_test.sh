#!/bin/sh
# Contents, numbers and references as a reader of the PDF file sees them, and
# what can be copied from it.
. "$(dirname "$0")/../tap.sh"

for sample in nanyang-2022 yunxi-2025h1 yunxi-survey; do
    pdf=$scratch/$sample.pdf
    try "$sample: set as a report" "$jianbao" render -q -l report \
        "samples/$sample/metrics.yaml" -o "$pdf"
    try "$sample: its contents are true" python3 tests/e2e/contents.py "$pdf"
done

cat >"$scratch/levels.yaml" <<'END'
标题: 各级编号
时期: 2025
指标:
  m: {名称: 指标, 单位: 亿元, 本期: 20, 上年同期: 25}
图表:
  图一: {类型: growth, 指标: [m], 标题: 指标的增速}
表格:
  表一: {标题: 甲县的数, 列: [地区, 面积（km²）], 行: [[甲县, "▼3.5"]]}
章节:
  - 标题: 首部
    正文: 引用：{见.尾}；{见.丙}；{见.丁}；{节.乙}；{见.图一}；{表.表一}。
  - 标题: 次部
    正文: 排放CO₂约10⁸吨，{m.同比|箭头}，x{上标：n+1}。
    图表: [图一]
    表格: [表一]
    小节:
      - {标题: 次部之一, 正文: 甲。}
      - 标题: 次部之二
        编号: 乙
        正文: 乙。
        小节:
          - {标题: 细目之一, 编号: 丙, 正文: 丙。}
          - 标题: 细目之二
            正文: 丁。
            小节:
              - {标题: 末级之一, 正文: 戊。}
              - {标题: 末级之二, 编号: 丁, 正文: 己。}
  - {标题: 尾部, 编号: 尾, 正文: 庚。}
END

# text LAYOUT: what is copied from the document's pages, without white.
text() {
    "$jianbao" render -q -l "$1" "$scratch/levels.yaml" \
        -o "$scratch/$1.pdf" 2>"$scratch/out" || return 1
    pdftotext -raw "$scratch/$1.pdf" - | tr -d ' \n\f\302\240' \
        >"$scratch/$1.txt"
}

has() {
    grep -qF -- "$2" "$scratch/$1.txt"
    report $? "$1: $2"
}

# Minutes and orders want what this document has not.
for layout in briefing bulletin gongwen gongwen-letter gongwen-sealed report \
    slide; do
    text "$layout"
    report $? "$layout: the document is set"
    has "$layout" 二、次部
    has "$layout" （二）次部之二
    has "$layout" 2.细目之二
    has "$layout" （2）末级之二
    has "$layout" 见第三部分；见第二部分（二）1；见第二部分（二）2（2）；第二部分（二）
    has "$layout" 见图1；表1。
done

sed 's/numbering: .*/numbering: 十进/' layouts/bulletin.yaml \
    >"$scratch/decimal.yaml"
"$jianbao" render -q -l "$scratch/decimal.yaml" "$scratch/levels.yaml" \
    -o "$scratch/decimal.pdf" 2>"$scratch/out"
pdftotext -raw "$scratch/decimal.pdf" - | tr -d ' \n\f' >"$scratch/decimal.txt"
sed -i 's/　//g' "$scratch/decimal.txt"
has decimal 2.2.2.2末级之二
has decimal 见第3节；见第2.2.1节；见第2.2.2.2节；第2.2节

"$jianbao" render -l slide "$scratch/levels.yaml" -o "$scratch/slide.pdf" \
    >"$scratch/out" 2>&1
! grep -q 链接 "$scratch/out"
report $? "links lead to the headings within slides"

text report
has report 排放CO2约10⁸吨，▼20.0%，xn+1
! grep -q "$(printf '\342\201\240')" "$scratch/report.txt"
report $? "no word joiner is copied"
finish
