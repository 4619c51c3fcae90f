#!/bin/sh
# How long and how much memory: cold processes for what people wait for, the
# stages of the briefing, text layout beside PangoLayout, and a chart beside
# gnuplot. Ratios are to tests/bench/baseline.txt;
# `run.sh record` writes that file anew.
set -u
cd "$(dirname "$0")/../.."
program=$PWD/build/jianbao
cold=build/release/tests/bench/cold
baseline=tests/bench/baseline.txt
sample=samples/nanyang-2022/metrics.yaml
runs=${RUNS:-40}
out=build/bench
mkdir -p "$out"
: >"$out/results.txt"
chart=$(awk '/^图表:/ { inside = 1; next }
    inside && /^  [^ #].*:/ { sub(/^  /, ""); sub(/:.*/, ""); print; exit }' \
    $sample)

ratio() {
    awk -v name="$1" -v now="$2" '$1 == name && $3 > 0 {
        printf "%.2f", now / $3 }' $baseline 2>/dev/null
}

# measure NAME BAR_MS BAR_MB COMMAND…
measure() {
    name=$1 bar_ms=$2 bar_mb=$3
    shift 3
    figures=$($cold "$runs" "$@") || return
    # shellcheck disable=SC2086
    set -- $figures
    echo "$name $1 $4 $5" >>"$out/results.txt"
    printf '%-14s %7s %7s %7s %7s %6s  x%-5s bar %s ms %s MB\n' "$name" "$1" \
        "$2" "$3" "$4" "$5" "$(ratio "$name" "$4")" "$bar_ms" "$bar_mb"
}

# So many thousand bytes of prose: whether checking takes longer than it grows.
prose_of() {
    LC_ALL=C awk -v n="$1" 'BEGIN {
        line = "1—10月，全市技术合同成交额62.3亿元，同比增长38.2%，增速比" \
            "1—9月加快0.6个百分点；其中输出技术合同成交额34.1亿元，占54.7%。"
        while (written < n * 1000) {
            print line
            written += length(line) + 1
        }
    }'
}

echo "cold process, $runs runs; x: processor time against the baseline"
printf '%-14s %7s %7s %7s %7s %6s\n' "" median least p90 cpu MB
measure version - - "$program" --version
measure check - - "$program" check -q $sample
for kilobytes in 100 1000; do
    prose_of "$kilobytes" >"$out/prose.txt"
    measure "check-${kilobytes}K" - - "$program" check --prose -q \
        "$out/prose.txt"
done
measure briefing-pdf 40 50 "$program" render $sample -q -o "$out/a.pdf"
measure briefing-png - - "$program" render $sample -q -o "$out/a.png"
measure slides-pdf - - "$program" render $sample -q -l slide -o "$out/s.pdf"
measure chart-png 30 - "$program" chart $sample "$chart" -q -o "$out/c.png"
measure chart-svg - - "$program" chart $sample "$chart" -q -o "$out/c.svg"
ls -l "$out"/a.pdf "$out"/c.png "$out"/c.svg |
    awk '{ printf "%s %.0f KB\n", $NF, $5 / 1024 }'

echo
echo "stages, median of $runs runs: milliseconds, peak memory at their end"
stages() {
    echo "$1"
    shift
    i=0
    while [ $i -lt "$runs" ]; do
        "$@" --timing 2>&1 >/dev/null
        i=$((i + 1))
    done | awk '$3 == "ms" {
        if (!($1 in n)) order[++count] = $1
        value[$1, ++n[$1]] = $2
        memory[$1] = $4
    }
    END {
        for (s = 1; s <= count; s++) {
            name = order[s]
            m = n[name]
            for (i = 1; i <= m; i++)
                for (j = i; j > 1 && value[name, j] < value[name, j - 1]; j--) {
                    keep = value[name, j]
                    value[name, j] = value[name, j - 1]
                    value[name, j - 1] = keep
                }
            printf "  %-10s %8.2f %8s\n", name, value[name, int((m + 1) / 2)], memory[name]
        }
    }'
}
stages briefing-pdf "$program" render $sample -q -o "$out/a.pdf"
stages chart-png "$program" chart $sample "$chart" -q -o "$out/c.png"

for bench in build/release/tests/bench/*_bench; do
    [ -x "$bench" ] || continue
    echo
    "$bench"
done

# The same chart by gnuplot, from the figures that ours drew: names, bars and
# their labels, nothing placed by hand.
if command -v gnuplot >/dev/null; then
    echo
    "$program" chart $sample "$chart" -q -o "$out/c.png" --data "$out/c.csv"
    cat >"$out/plot.gp" <<END
set terminal pngcairo size 1600,900 font "Noto Sans CJK SC,18"
set output "$out/gnuplot.png"
set datafile separator ","
set style fill solid
set boxwidth 0.6
set yrange [0:*]
plot "$out/c.csv" skip 1 using 0:3:xtic(1) with boxes notitle, \\
    "" skip 1 using 0:3:5 with labels offset 0,1 notitle
END
    measure gnuplot-png - - gnuplot "$out/plot.gp"
fi

if [ "${1:-}" = record ]; then
    {
        echo "# name, ms, cpu ms, MB: medians of cold runs on a 2-core machine"
        cat "$out/results.txt"
    } >$baseline
fi
