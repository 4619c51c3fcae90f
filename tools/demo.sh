#!/bin/sh
# Render every sample: the briefing and the slides as PDF, the pages as PNG,
# every chart as SVG and PNG. tools/demo.sh PROGRAM FOLDER
set -eu
program=$1 folder=$2

charts_of() {
    awk '/^(charts|图表):/ { inside = 1; next }
         /^[^ #]/ { inside = 0 }
         inside && /^  [^ #].*:/ { sub(/^  /, ""); sub(/:.*/, ""); print }' \
        "$1"
}

for sample in samples/*/metrics.yaml; do
    name=$(basename "$(dirname "$sample")")
    out=$folder/$name
    rm -rf "$out"
    mkdir -p "$out"
    "$program" render "$sample" -q -o "$out/briefing.pdf"
    "$program" render "$sample" -q -o "$out/page.png"
    "$program" render "$sample" -q -l slide -o "$out/slides.pdf"
    for layout in layouts/gongwen*.yaml; do
        form=$(basename "$layout" .yaml)
        "$program" render "$sample" -q -l "$form" -o "$out/$form.pdf"
    done
    charts_of "$sample" | while read -r chart; do
        "$program" chart "$sample" "$chart" -q -o "$out/chart-$chart.svg"
        "$program" chart "$sample" "$chart" -q -o "$out/chart-$chart.png"
    done
    echo
    echo "样例 $name："
    ls -d "$out"/* | sed 's/^/  /'
done
table=samples/yunxi-table/metrics.csv
mkdir -p "$folder/yunxi-table"
"$program" render $table -q -o "$folder/yunxi-table/briefing.pdf"
"$program" chart samples/yunxi-table/monthly.csv -q \
    -o "$folder/yunxi-table/monthly.png"
echo
echo "由一张表来："
echo "  $folder/yunxi-table/briefing.pdf"
echo "  $folder/yunxi-table/monthly.png"
echo
echo "自己试试：$program render samples/nanyang-2022/metrics.yaml -o 简报.pdf"
