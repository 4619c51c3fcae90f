#!/bin/sh
# What an outside reader makes of charts: qpdf finds each figure of a tagged
# PDF in its place, with an alternative text that has all its figures; librsvg
# draws the SVG as our PNG shows it.
. "$(dirname "$0")/../tap.sh"

for sample in samples/yunxi-2025h1 samples/nanyang-2022; do
    metrics=$sample/metrics.yaml
    "$jianbao" render $metrics --dump=report 2>/dev/null |
        sed -n 's/^ *figure //p' >"$scratch/titles"
    for layout in briefing report slide gongwen; do
        "$jianbao" render $metrics -q -l $layout -o "$scratch/a.pdf"
        python3 tests/e2e/figures.py "$scratch/a.pdf" "$scratch/titles" \
            >"$scratch/out" 2>&1
        [ -s "$scratch/titles" ] && [ ! -s "$scratch/out" ]
        report $? "$sample, $layout: figures are read where they belong"
    done
    status=0
    : >"$scratch/all"
    for chart in $(charts_of $metrics); do
        "$jianbao" chart $metrics "$chart" -q -o "$scratch/c.pdf" \
            --data "$scratch/c.csv"
        python3 tests/e2e/figures.py "$scratch/c.pdf" "$scratch/c.csv" \
            >"$scratch/out" 2>&1
        [ -s "$scratch/out" ] && { status=1; echo "$chart"; } >>"$scratch/all"
        cat "$scratch/out" >>"$scratch/all"
    done
    mv "$scratch/all" "$scratch/out"
    report $status "$sample: alternative texts have every figure"
done

# The fault must be found: a figure without its text, and one that lacks a
# number.
metrics=samples/yunxi-2025h1/metrics.yaml
"$jianbao" chart $metrics growth -q -o "$scratch/c.pdf" \
    --data "$scratch/c.csv"
qpdf --qdf --object-streams=disable "$scratch/c.pdf" "$scratch/plain.pdf"
sed 's|/Alt |/Alx |' "$scratch/plain.pdf" >"$scratch/mute.pdf"
echo 增长 >"$scratch/titles"
python3 tests/e2e/figures.py "$scratch/mute.pdf" "$scratch/titles" \
    >"$scratch/out"
grep -q "without alternative" "$scratch/out"
report $? "a figure without alternative text is found"
echo "甲,同比,99.87,%" >>"$scratch/c.csv"
python3 tests/e2e/figures.py "$scratch/c.pdf" "$scratch/c.csv" \
    >"$scratch/out"
grep -q "not told: 99.87" "$scratch/out"
report $? "a figure that is not told is found"

# Hatches, rings, breaks, ticks and clips are drawn alike by others. Edges that
# we set on whole pixels differ by half a shade along their length.
drawn_alike() {
    local difference
    difference=$(compare -metric RMSE "$1" "$2" null: 2>&1 |
        sed 's/.*(\(.*\)).*/\1/')
    echo "$1 $2: $difference" >>"$scratch/out"
    awk "BEGIN { exit !($difference < 0.07) }"
}
status=0
: >"$scratch/out"
for kind in growth compare target series multiples parts combo ranking; do
    case=qualifiers
    [ $kind = growth ] && case=outliers
    [ $kind = combo ] && case=plain
    awk -f tools/gallery.awk -v "case=$case" -v "kinds=$kind" \
        >"$scratch/m.yaml"
    for format in svg png; do
        "$jianbao" chart "$scratch/m.yaml" "$kind" -q --dpi 96 \
            --size 800ptx450pt -o "$scratch/k.$format"
    done
    size=$(identify -format '-w %w -h %h' "$scratch/k.png")
    # shellcheck disable=SC2086
    rsvg-convert $size "$scratch/k.svg" -o "$scratch/r.png" &&
        drawn_alike "$scratch/k.png" "$scratch/r.png" || status=1
done
report $status "librsvg draws charts as our PNG shows them"
finish
