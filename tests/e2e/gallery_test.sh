#!/bin/sh
# The gallery, each of its pictures measured again: every kind of chart and
# every hard case in one theme; in the others, which differ in colours and in
# size, all but the long lists.
. "$(dirname "$0")/../tap.sh"

THEMES=print "$top/tools/gallery.sh" "$jianbao" "$scratch/gallery" \
    >"$scratch/out" 2>&1
report $? "every picture of the gallery is sound"
themes=$("$jianbao" list themes | awk '$1 != "print" { print $1 }')
THEMES=$themes \
    CASES="plain one zero negative outliers longnames ties qualifiers remarks" \
    "$top/tools/gallery.sh" "$jianbao" "$scratch/others" \
    >"$scratch/out" 2>&1
report $? "so is each in the other themes"
for kind in $("$jianbao" list charts | awk '{ print $1 }'); do
    pictures=$(find "$scratch/gallery" -name "*-$kind-print*.png" | wc -l)
    [ "$pictures" -ge 5 ]
    report $? "hard cases of $kind are drawn"
done
finish
