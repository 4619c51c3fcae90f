#!/bin/sh
# Bars are proportional to their numbers and start at zero, measured in the
# SVG by a program that knows only the picture.
. "$(dirname "$0")/../tap.sh"
yunxi=$top/samples/yunxi-2025h1/metrics.yaml

# measured SAMPLE CHART one|each COUNT: in three shapes.
measured() {
    local sample=$1 chart=$2 sharing=$3 count=$4 size
    for size in 1600x900 160mmx160mm 120mmx200mm; do
        "$jianbao" chart "$sample" "$chart" -q -o "$scratch/c.svg" \
            --size $size >"$scratch/out" 2>&1 &&
            python3 tests/e2e/bars.py "$scratch/c.svg" "$sharing" "$count" \
                >"$scratch/out" 2>&1
        [ ! -s "$scratch/out" ]
        report $? "bars of $chart at $size"
    done
}

measured "$nanyang" 增速 one 1
measured "$nanyang" 对比 each 3
measured "$yunxi" growth one 7
measured "$yunxi" shares one 2
measured "$yunxi" levels each 10
finish
