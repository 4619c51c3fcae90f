#!/bin/sh
# jianbao chart --verify reads back what it has written: every chart of every
# sample, in every theme and format, is sound.
. "$(dirname "$0")/../tap.sh"

charts_of() {
    "$jianbao" chart "$1" "?" -o "$scratch/none.png" 2>&1 |
        sed -n 's/.*文件里的图表：\(.*\)。$/\1/p' | sed 's/、/ /g'
}

for sample in samples/yunxi-2025h1 samples/nanyang-2022; do
    charts=$(charts_of "$sample/metrics.yaml")
    [ -n "$charts" ]
    report $? "$sample has charts"
    for format in png svg pdf; do
        : >"$scratch/out"
        status=0
        for chart in $charts; do
            for theme in layouts/themes/*.yaml; do
                "$jianbao" chart "$sample/metrics.yaml" "$chart" --quiet \
                    --theme "$(basename "$theme" .yaml)" --verify \
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

"$jianbao" chart $metrics growth --verify -o - >"$scratch/out" 2>&1
[ $? = 2 ]
report $? "standard output cannot be read back"

finish
