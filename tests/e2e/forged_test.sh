#!/bin/sh
# A finished chart of each kind, painted over in the file: a bar shorter,
# longer, missing, off its line, all bars truncated, a digit changed, texts
# one on another or pale, a remark's line away. The certificate accepts the file
# and refuses each forgery of it, in all formats.
. "$(dirname "$0")/../tap.sh"
again=$top/build/release/tests/pdf/again

# judged KIND CASE: prints the files that are not judged as they should be.
judged() {
    local kind=$1 case=$2 folder=$scratch/$1-$2
    mkdir "$folder"
    awk -f tools/gallery.awk -v "case=$case" -v "kinds=$kind" \
        >"$folder/metrics.yaml"
    for format in svg png pdf; do
        "$jianbao" chart "$folder/metrics.yaml" "$kind" -q \
            -o "$folder/chart.$format" || return
    done
    mkdir "$folder/forged"
    python3 tests/e2e/forged.py "$folder/chart.svg" "$folder/chart.png" \
        "$folder/chart.pdf" "$folder/forged" || return
    "$again" "$folder/metrics.yaml" "$kind" "$folder/forged"/* |
        awk '/ (sound|unsound)$/ { n++
                 if (($2 == "sound") != ($1 ~ /\/whole\.[a-z]+$/)) print }
             END { print n + 0, "judged" }'
}

# forged KIND CASE LEAST: so many files at least were judged, all rightly.
forged() {
    judged "$1" "$2" >"$scratch/out" 2>&1
    [ "$(wc -l <"$scratch/out")" = 1 ] &&
        [ "$(sed 's/ .*//' "$scratch/out")" -ge "$3" ]
    report $? "forgeries of $1, $2, are found in SVG, PNG and PDF"
}

for kind in growth compare target series multiples combo contribution peers
do
    forged "$kind" plain 17
done
forged series remarks 18
forged growth outliers 18
forged parts one 16
forged ranking plain 10
forged trend plain 10
forged trend remarks 11
finish
