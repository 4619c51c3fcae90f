#!/bin/sh
# Charts of generated figures — ties, zeros, losses, gaps, 0.001 to 10¹³, names
# of one sign to sixty — are measured again when written: each is sound, or is
# refused in words.
. "$(dirname "$0")/../tap.sh"

python3 tests/e2e/generated.py "$scratch" "${SEEDS:-12}" >"$scratch/list"
for kind in $("$jianbao" list charts | awk '{ print $1 }'); do
    status=0 drawn=0
    : >"$scratch/out"
    grep " $kind " "$scratch/list" >"$scratch/of"
    while read -r file _ layout theme size format; do
        if "$jianbao" chart "$file" "$kind" -q -l "$layout" --theme "$theme" \
            --size "$size" --verify -o "$scratch/chart.$format" \
            >"$scratch/proof" 2>"$scratch/words"; then
            drawn=$((drawn + 1))
        elif [ -s "$scratch/proof" ] ||
            ! grep -q '错误' "$scratch/words"; then
            status=1
            {
                echo "$(basename "$file") $layout $theme $size $format"
                grep '^错' "$scratch/proof"
                cat "$scratch/words"
            } >>"$scratch/out"
        fi
    done <"$scratch/of"
    report $status "$kind of generated figures is sound"
    [ $drawn -ge 3 ]
    report $? "$kind is drawn of most ($drawn)"
done
finish
