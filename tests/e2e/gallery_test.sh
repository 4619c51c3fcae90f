#!/bin/sh
# The gallery, each of its pictures measured again: every kind of chart and
# every hard case in one theme; the others differ in colours only.
. "$(dirname "$0")/../tap.sh"

THEMES=print "$top/tools/gallery.sh" "$jianbao" "$scratch/gallery" \
    >"$scratch/out" 2>&1
report $? "every picture of the gallery is sound"
for kind in $("$jianbao" list charts | awk '{ print $1 }'); do
    pictures=$(find "$scratch/gallery" -name "*-$kind-print*.png" | wc -l)
    [ "$pictures" -ge 5 ]
    report $? "hard cases of $kind are drawn"
done
finish
