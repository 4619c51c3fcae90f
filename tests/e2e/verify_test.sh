#!/bin/sh
# jianbao chart --verify reads back what it has written: every chart of every
# sample is sound, as PNG in every theme, as SVG and PDF, which are drawn by the
# same painters and read much slower, in one light and one dark.
. "$(dirname "$0")/../tap.sh"

charts_of() {
    "$jianbao" chart "$1" "?" -o "$scratch/none.png" 2>&1 |
        sed -n 's/.*文件里的图表：\(.*\)。$/\1/p' | sed 's/、/ /g'
}

themes_of() {
    [ "$1" = png ] || { echo print slide-dark; return; }
    "$jianbao" list themes | awk '{ print $1 }'
}

for sample in samples/yunxi-2025h1 samples/nanyang-2022; do
    charts=$(charts_of "$sample/metrics.yaml")
    [ -n "$charts" ]
    report $? "$sample has charts"
    for format in png svg pdf; do
        : >"$scratch/out"
        status=0
        for chart in $charts; do
            for theme in $(themes_of $format); do
                "$jianbao" chart "$sample/metrics.yaml" "$chart" --quiet \
                    --theme "$theme" --verify \
                    -o "$scratch/chart.$format" >"$scratch/one" 2>&1 ||
                    { status=1; cat "$scratch/one" >>"$scratch/out"; }
            done
        done
        report $status "$sample: charts in $format are sound"
    done
done

metrics=samples/yunxi-2025h1/metrics.yaml
for dpi in 96 150 300; do
    "$jianbao" chart $metrics growth --quiet --verify --dpi $dpi \
        --size 200mmx120mm \
        -o "$scratch/chart.png" >"$scratch/out" 2>&1
    report $? "a chart at $dpi dpi is sound"
done

"$jianbao" chart $metrics growth --quiet --verify --json \
    -o "$scratch/chart.pdf" >"$scratch/out" &&
    python3 - "$scratch/out" <<'EOF'
import json, sys
proof = json.load(open(sys.argv[1]))
assert proof["sound"] and not proof["faults"]
assert len(proof["marks"]) == 11
bars = [m for m in proof["marks"] if "length" in m]
assert len(bars) == 9 and all(abs(m["length"] - m["wanted"]) < 0.5
                              for m in bars)
assert {m["id"]: m["value"] for m in bars}["growth-1-1"] == 5.6
EOF
report $? "--json gives each bar's length and figure"

# Where a chart does not stand in one picture, a size is told that does, and a
# smaller one does not.
status=0
: >"$scratch/out"
for chart in $(charts_of $metrics); do
    "$jianbao" chart $metrics "$chart" --size 400x300 --dpi 144 \
        --diagnostics=text \
        -o "$scratch/small.png" >"$scratch/one" 2>&1
    grep -q "一张放得下的尺寸是" "$scratch/one" || continue
    size=$(sed -n 's/.*写 --size \([0-9x]*\)；.*/\1/p' "$scratch/one")
    dpi=$(sed -n 's/.*把 --dpi 降到\([0-9]*\)。.*/\1/p' "$scratch/one")
    for wish in "--size $size" "--size 400x300 --dpi $dpi"; do
        rm -f "$scratch"/small*.png
        "$jianbao" chart $metrics "$chart" $wish --quiet \
            -o "$scratch/small.png" >"$scratch/one" 2>&1 &&
            [ -f "$scratch/small.png" ] ||
            { status=1; echo "$chart $wish"; cat "$scratch/one"; } \
                >>"$scratch/out"
    done
done
report $status "a size that is told holds the chart in one picture"

# 400×300 pixels, and nothing said of how fine: smaller type rather than none.
status=0
: >"$scratch/out"
for chart in $(charts_of $metrics); do
    rm -f "$scratch"/small*.png
    "$jianbao" chart $metrics "$chart" --size 400x300 --verify \
        -o "$scratch/small.png" >"$scratch/one" 2>&1 ||
        { status=1; cat "$scratch/one" >>"$scratch/out"; }
    for picture in "$scratch"/small*.png; do
        [ "$(identify -format %wx%h "$picture")" = 400x300 ] || status=1
    done
    [ "$(find "$scratch" -name 'small*.png' | wc -l)" -le 2 ] || status=1
done
report $status "every chart of a sample is drawn in 400×300 pixels"
"$jianbao" chart $metrics makeup --size 400x300 -o "$scratch/small.png" \
    --diagnostics=json >"$scratch/out" 2>&1
says '"CHART_FINER"' "smaller type is told"
"$jianbao" chart $metrics years --size 800x600 -o "$scratch/small.png" \
    --diagnostics=json >"$scratch/out" 2>&1
! grep -q CHART_FINER "$scratch/out"
report $? "where there is room, type is of the usual size"

# A theme for the screen in the type of a page, as wide as a slide.
small_type() {
    "$jianbao" chart $metrics years --size "$1" -l "$2" --theme slide-dark \
        -o "$scratch/small.svg" --diagnostics=json >"$scratch/out" 2>&1
    grep -q CHART_SMALL_TEXT "$scratch/out"
}
small_type 13.333inx7.5in briefing && ! small_type 13.333inx7.5in slide &&
    ! small_type 6inx4in briefing
report $? "type too small for the screen is told"

# What is set off, held against lines, put apart: read back like the rest.
sed '/^charts:/,$d' $metrics >"$scratch/more.yaml"
cat >>"$scratch/more.yaml" <<'EOF'
charts:
  rates: {kind: growth, metrics: [gdp, industry, nev, investment, retail],
    focus: [investment], guides: [{目标: 5.5%}, {区间: 3..7%}],
    options: {断轴: 分幅}}
  pairs: {kind: compare, metrics: [investment, retail, exports, revenue],
    focus: [retail], guides: [{百亿线: 100亿元}]}
  years: {kind: series, metrics: [gdp, retail], focus: [2023H1],
    guides: [平均, 上年同期]}
  whole: {kind: parts, metrics: [gdp], focus: [第二产业]}
  places: {kind: peers, metrics: [retail], focus: [望海市],
    guides: [{千亿线: 1000亿元}]}
sections:
  - {heading: 图, text: 图。, charts: [rates, pairs, years, whole, places]}
EOF
status=0
: >"$scratch/out"
for chart in rates pairs years whole places; do
    for format in png svg pdf; do
        "$jianbao" chart "$scratch/more.yaml" $chart --quiet --verify \
            -o "$scratch/chart.$format" >"$scratch/one" 2>&1 &&
            grep -q "^突出：" "$scratch/one" ||
            { status=1; cat "$scratch/one" >>"$scratch/out"; }
    done
done
report $status "focus, lines and panels apart are sound as drawn"

# Text that stays text is read as drawn: a dash by itself, 1—5月 in a note.
cat >"$scratch/dash.yaml" <<'EOF'
标题: 测试
时期: 2025-01..2025-05
指标:
  甲: {名称: 甲指标, 单位: 亿元, 本期: 12, 上年同期: 10}
  乙: {名称: 乙指标, 单位: 亿元, 本期: 12}
图表:
  线: {指标: [甲, 乙], 类型: growth, 备注: 甲为2025年1—5月数。}
EOF
"$jianbao" chart "$scratch/dash.yaml" -T --verify \
    -o "$scratch/dash.svg" >"$scratch/out" 2>&1
report $? "text left as text is sound too"

# Small pictures are drawn finer rather than without the line of a combo.
cat >"$scratch/line.yaml" <<'EOF'
标题: 测试
时期: 2025H1
指标:
  总值:
    名称: 地区生产总值
    单位: 亿元
    历年: {2015H1: 700, 2016H1: 760, 2017H1: 820.5, 2018H1: 880,
           2019H1: 940, 2020H1: 910, 2021H1: 986.2, 2022H1: 1043.7,
           2023H1: 1124.9}
    上年同期: 1214.8
    本期: 1286.4
图表:
  线: {类型: combo, 指标: [总值]}
EOF
"$jianbao" chart "$scratch/line.yaml" --size 640x480 \
    -o "$scratch/line.svg" >"$scratch/out" 2>&1 &&
    ! grep -q 没有画 "$scratch/out" && grep -q 96 "$scratch/out"
report $? "a combo keeps its line in a small picture"
"$jianbao" chart "$scratch/line.yaml" --size 480x360 \
    -o "$scratch/line.svg" >"$scratch/out" 2>&1 &&
    grep -q 没有画同比线 "$scratch/out"
report $? "… and says so when it cannot"

# With a table each level stands once, below its column.
sed 's/类型: combo,/类型: combo, 选项: {数据表: 是},/' "$scratch/line.yaml" \
    >"$scratch/table.yaml"
"$jianbao" chart "$scratch/table.yaml" --verify \
    -o "$scratch/table.png" >"$scratch/out" 2>&1 &&
    "$jianbao" chart "$scratch/table.yaml" -T \
        -o "$scratch/table.svg" >"$scratch/out" 2>&1 &&
    [ "$(grep -c '<text.*1286\.4' "$scratch/table.svg")" = 1 ]
report $? "a combo's table bears the figures of its columns"

# Preliminary bars, hatched over a tint, that give way to one set off: their ends
# are told from the lines of the hatch that run into them.
preliminary() {
    echo "title: 快报"
    echo "period: 2024"
    echo "metrics:"
    awk -v n="$2" -v step="$3" 'BEGIN {
        for (i = 0; i < n; i++)
            printf "  m%d: {name: 指标%d, unit: 亿元, value: %d.3, " \
                   "previous: %d.1, status: 快报, note: 快报}\n", \
                   i, i, 100 + i * step % 211, 90 + i * 37 % 97 }'
    echo "charts: {g: {kind: $1, focus: [m0]," \
        "metrics: [$(seq -s ', ' -f 'm%g' 0 $(($2 - 1)))]}}"
}
status=0
: >"$scratch/out"
for wish in "growth 15 53" "growth 15 31" "growth 9 79" "compare 15 79" \
    "compare 9 53"; do
    preliminary $wish >"$scratch/preliminary.yaml"
    for theme in print slide-light slide-dark grey; do
        for size in 900x1600 1200x900; do
            "$jianbao" chart "$scratch/preliminary.yaml" g --quiet --verify \
                --theme $theme --size $size -o "$scratch/chart.png" \
                >"$scratch/one" 2>&1 ||
                { status=1; echo "$wish $theme $size"; cat "$scratch/one"; } \
                    >>"$scratch/out"
        done
    done
done
report $status "preliminary bars that recede are as long as they should be"

# Charts that share a scale: as long for as much in one picture as in another.
cat >"$scratch/shared.yaml" <<'EOF'
title: 刻度
period: 2024
metrics:
  a: {name: 生产总值, unit: 亿元, value: 1520.3, previous: 1431.2,
      target: 1600, history: {2021: 1250.1, 2022: 1380.7}}
  b: {name: 零售额, unit: 万元, value: 4635000, previous: 4877000,
      target: 5000000, history: {2021: 4501000, 2022: 4407000}}
charts:
  compare-a: {kind: compare, metrics: [a], scale: 对比}
  compare-b: {kind: compare, metrics: [b], scale: 对比}
  series-a: {kind: series, metrics: [a], scale: 历年}
  series-b: {kind: series, metrics: [b], scale: 历年}
  growth-a: {kind: growth, metrics: [a, b], scale: 增速}
  growth-b: {kind: growth, metrics: [b, a], scale: 增速}
  target-a: {kind: target, metrics: [a], scale: 目标}
  target-b: {kind: target, metrics: [b], scale: 目标}
EOF
status=0
: >"$scratch/out"
for kind in compare series growth target; do
    for which in a b; do
        "$jianbao" chart "$scratch/shared.yaml" $kind-$which --quiet \
            --verify --json --size 1200x800 -o "$scratch/shared.png" \
            >"$scratch/$kind-$which.json" 2>>"$scratch/out" || status=1
    done
done
report $status "charts that share a scale are sound"
python3 - "$scratch" >"$scratch/out" 2>&1 <<'EOF'
import json, sys
for kind in "compare", "series", "growth", "target":
    ends = []
    for which in "a", "b":
        path = "%s/%s-%s.json" % (sys.argv[1], kind, which)
        marks = json.load(open(path))["marks"]
        long = max((m for m in marks if "length" in m),
                   key=lambda m: abs(m["length"]))
        ends.append((long["length"], long["value"]))
    (a, of_a), (b, of_b) = ends
    wide = 0.012 if kind == "target" else 0  # names differ in width
    assert abs(b - a / of_a * of_b) <= 1 + wide * abs(b), (kind, ends)
EOF
report $? "… and as long for as much"

"$jianbao" chart $metrics growth --verify -o - >"$scratch/out" 2>&1
[ $? = 2 ]
report $? "standard output cannot be read back"

# A file that exists already, as it was and with its words forged.
again() {
    "$jianbao" chart $metrics growth --quiet --verify-only \
        -o "$scratch/$1.svg" >"$scratch/out" 2>&1
}
"$jianbao" chart $metrics growth --quiet -o "$scratch/whole.svg"
again whole
report $? "--verify-only accepts the file of the chart"
python3 - "$scratch" <<'EOF'
import re, sys
folder = sys.argv[1]
svg = open(folder + "/whole.svg", encoding="utf-8").read()
desc = re.search("<desc .*?</desc>", svg).group()
digit = re.search("[1-9]", desc).start()
forged = {
    "digit": svg.replace(desc, desc[:digit] + "8" + desc[digit + 1:]
                         if desc[digit] != "8" else
                         desc[:digit] + "7" + desc[digit + 1:]),
    "undescribed": svg.replace(desc, ""),
    "retitled": re.sub("<title(.*?)>.*?<", r"<title\1>假<", svg, count=1),
    "scripted": svg.replace("</svg>", "<script>0</script></svg>"),
    "handled": svg.replace("<g ", '<g onclick="0" ', 1),
    "fetching": svg.replace("</svg>",
                            '<image xlink:href="http://e.cn/a.png"/></svg>'),
}
for name, text in forged.items():
    assert text != svg, name
    open("%s/%s.svg" % (folder, name), "w", encoding="utf-8").write(text)
EOF
for forgery in digit undescribed retitled scripted handled fetching; do
    again $forgery
    [ $? = 1 ] && grep -q "结论：不合格" "$scratch/out"
    report $? "… and refuses it $forgery"
done

# A PDF says its words in the tags of its figures.
described() {
    "$jianbao" chart $metrics growth --quiet --verify-only \
        -o "$scratch/$1.pdf" >"$scratch/out" 2>&1
}
"$jianbao" chart $metrics growth --quiet -o "$scratch/packed.pdf"
qpdf --qdf --object-streams=disable "$scratch/packed.pdf" "$scratch/plain.pdf"
described plain
report $? "--verify-only accepts a PDF of the chart"
python3 - "$scratch" <<'EOF'
import re, sys
folder = sys.argv[1]
pdf = open(folder + "/plain.pdf", "rb").read()
alt = re.search(rb"/Alt <(feff[0-9a-f]*)>", pdf)
title = re.search(rb"/Title <(feff[0-9a-f]*)>", pdf)
def swapped(found, old, new):
    assert old in found.group(1)
    return pdf[:found.start(1)] + found.group(1).replace(old, new, 1) + \
        pdf[found.end(1):]
forged = {
    "altered": swapped(alt, "增".encode("utf-16-be").hex().encode(),
                       "减".encode("utf-16-be").hex().encode()),
    "unfigured": pdf.replace(alt.group(), b" " * len(alt.group())),
    "untagged": pdf.replace(b"/StructTreeRoot", b"/StructTreeNone"),
    "renamed": swapped(title, "增".encode("utf-16-be").hex().encode(),
                       "减".encode("utf-16-be").hex().encode()),
}
for name, text in forged.items():
    assert text != pdf, name
    open("%s/%s.pdf" % (folder, name), "wb").write(text)
EOF
for forgery in altered unfigured untagged renamed; do
    described $forgery
    [ $? = 1 ] && grep -q "说明文字" "$scratch/out" &&
        grep -q "结论：不合格" "$scratch/out"
    report $? "… and refuses it $forgery"
done

finish
