#!/bin/sh
# Large inputs take time in proportion to their size: one that is eight times
# as large takes less than twenty times as long.
. "$(dirname "$0")/../tap.sh"

metrics() {
    echo "标题: 大文件"
    echo "时期: 2024"
    echo "指标:"
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
        printf "  m%d: {名称: 第%d项指标, 单位: 亿元, 本期: %d.%d, 上年同期: %d, 分组: 组%d}\n",
            i, i, 100 + i % 37, i % 10, 95 + i % 31, i / 20 }'
}

# One paragraph of so many clauses, each with a figure.
paragraph() {
    metrics 3
    printf '章节:\n  - 标题: 一节\n    正文: |\n      '
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
        printf "全市经济运行总体平稳，达到{m0}，"; print "" }'
}

# So many sections of ten paragraphs.
sections() {
    metrics 50
    echo "章节:"
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) {
        printf "  - 标题: 第%d节\n    正文: |\n", i
        for (j = 0; j < 10; j++)
            printf "      指标达到{m%d}，同比{m%d.同比}，结构继续优化。\n\n",
                (i + j) % 50, (i + j) % 50 } }'
}

milliseconds() {
    "$jianbao" render "$1" -q --timing -o "$scratch/a.pdf" 2>&1 |
        awk '$1 == "total" { print int($2) }'
}

for kind in metrics paragraph sections; do
    case $kind in
    metrics) small=500 ;;
    paragraph) small=500 ;;
    sections) small=25 ;;
    esac
    $kind $small >"$scratch/small.yaml"
    $kind $((small * 8)) >"$scratch/large.yaml"
    short=$(milliseconds "$scratch/small.yaml")
    long=$(milliseconds "$scratch/large.yaml")
    echo "$short ms, eight times as much: $long ms" >"$scratch/out"
    [ -n "$long" ] && [ "$long" -lt $((short * 20 + 200)) ]
    report $? "$kind: eight times as much"
done
# Arrows that all span the first column stand one over another: each twice as
# long to place as the one before would take till tomorrow.
awk 'BEGIN {
    print "标题: 箭头\n时期: 2020\n指标:"
    printf "  a: {名称: 甲, 单位: 亿元, 本期: 260, 历年: {"
    for (i = 1970; i < 2020; i++) printf "%d: %d, ", i, 2 * i - 3800
    print "1969: 100}}\n图表:"
    printf "  c: {类型: series, 指标: [a], 箭头: {"
    for (i = 1972; i < 2012; i++) printf "1970..%d: 年均, ", i
    print "1970..2012: 差额}}" }' >"$scratch/arrows.yaml"
try "forty arrows of one column are drawn" "$jianbao" chart \
    "$scratch/arrows.yaml" c -q --size 4800x9000 -o "$scratch/arrows.svg"
grep -c 'id="c-arrow-' "$scratch/arrows.svg" >"$scratch/out"
[ "$(cat "$scratch/out")" = 41 ]
report $? "… every one of them"
finish
