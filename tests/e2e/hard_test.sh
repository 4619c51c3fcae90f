#!/bin/sh
# Charts in rooms where their parts once met, or where the axis told another
# unit than its labels.
. "$(dirname "$0")/../tap.sh"

# sound FILE CHART SIZE: in every theme and format.
sound() {
    status=0
    : >"$scratch/out"
    for theme in print grey slide-light slide-dark; do
        for format in png svg pdf; do
            "$jianbao" chart "tests/e2e/hard/$1.yaml" "$2" -q --verify \
                --theme $theme --size "$3" -o "$scratch/chart.$format" \
                >>"$scratch/out" 2>&1 || status=1
        done
    done
    report $status "$1 in $3 is sound"
}

for size in 400x300 1200x1200 1600x900 160mmx90mm; do
    sound broken 增 $size
done
sound guided 各 400x300
sound rounded 叠 800x450
sound rounded 构 640x400

for chart in 比 量 历 目; do
    "$jianbao" chart tests/e2e/hard/units.yaml $chart -q --text \
        -o "$scratch/chart.svg" >"$scratch/out" 2>&1 &&
        grep -q '万元' "$scratch/chart.svg" &&
        ! grep -q '亿元' "$scratch/chart.svg"
    report $? "$chart: axis and labels count in one unit"
done

# A bar of points is not to be held against bars of percent.
"$jianbao" chart tests/e2e/hard/points.yaml 增 -q --text --verify \
    -o "$scratch/chart.svg" >"$scratch/out" 2>&1 &&
    tr -d '\n' <"$scratch/chart.svg" | sed 's/<[^>]*>//g' |
    grep -q '百分点另用刻度'
report $? "points are said to stand on another scale"

"$jianbao" chart tests/e2e/hard/years.yaml 小 -q --text --size 800x450 \
    --theme slide-dark -o "$scratch/chart.svg" >"$scratch/out" 2>&1
tr -d '\n' <"$scratch/chart.svg" | sed 's/<[^>]*>/\n/g' >"$scratch/words"
[ "$(grep -cx 2019 "$scratch/words")" = 6 ] &&
    ! grep -qx '19\|24' "$scratch/words"
report $? "years below small panels stay whole"
finish
