#!/bin/sh
# Reference pages: every sample in every layout, drawn at 80 dpi, shrunk to
# half in grey and compared with the picture beside this script. After a
# failure build/golden/index.html shows expected, actual and difference.
. "$(dirname "$0")/../tap.sh"
out=$top/build/golden
compare=$top/build/release/tests/golden/compare
rm -rf "$out"
mkdir -p "$out"

for sample in samples/*/metrics.yaml; do
    for layout in layouts/*.yaml; do
        name=$(basename "$(dirname "$sample")")-$(basename "$layout" .yaml)
        # Each form of official documents has a sample of its own; the
        # others show the layouts for everything else.
        case $name in
        yunxi-notice-gongwen | yunxi-notice-gongwen-sealed) ;;
        yunxi-notice-gongwen-letter | yunxi-joint-gongwen-sealed) ;;
        yunxi-order-gongwen-order | yunxi-minutes-gongwen-minutes) ;;
        # The survey shows notes, columns and tables of one's own.
        yunxi-survey-bulletin | yunxi-survey-report) ;;
        yunxi-survey-slide) ;;
        yunxi-survey-* | *-bulletin) continue ;;
        yunxi-[jmno]*-* | *-gongwen-*) continue ;;
        esac
        "$jianbao" render "$sample" -l "$(basename "$layout" .yaml)" --quiet \
            --dpi 80 -o "$out/$name.png" || echo "not drawn: $name"
    done
done
cd "$out" || exit 1
for page in *.png; do
    "$compare" shrink "$page" "$page.new" && mv "$page.new" "$page"
done

if [ "${1:-}" = accept ]; then
    prefix=${2:-}
    prefix=${prefix#/}
    rm -f "$top/tests/golden/$prefix"*.png
    cp "$prefix"*.png "$top/tests/golden/"
    exit
fi

index() {
    echo "<p>$1</p><img src='../../tests/golden/$1'><img src='$1'>" \
        "<img src='$1.difference.png'>" >>index.html
}

for page in *.png; do
    if [ -f "$top/tests/golden/$page" ]; then
        "$compare" pages "$top/tests/golden/$page" "$page" \
            "$page.difference.png" >"$scratch/out"
        status=$?
    else
        echo "no reference page; look at build/golden/$page, then" \
            "make accept CASE=golden/${page%.png}" >"$scratch/out"
        status=1
    fi
    [ $status = 0 ] || index "$page"
    report $status "golden $page"
done
for reference in "$top"/tests/golden/*.png; do
    [ -f "$(basename "$reference")" ]
    report $? "golden $(basename "$reference") is still drawn"
done
finish
