#!/bin/sh
# Every kind of chart × hard case × theme on one page to look at:
# tools/gallery.sh PROGRAM FOLDER writes FOLDER/index.html and its pictures.
# Kinds and themes are those the program lists; a cell of words is a chart
# that the program refuses, in its own words. Fails when a picture, measured
# again, is not what its figures say.
set -eu
program=$1 folder=$2
here=$(dirname "$0")
cases="plain one zero negative missing outliers longnames ties qualifiers"
cases=${CASES:-$cases many remarks}
kinds=$("$program" list charts | awk '{ print $1 }' | tr '\n' ' ')
themes=${THEMES:-$("$program" list themes | awk '{ print $1 }')}
rm -rf "$folder"
mkdir -p "$folder"

layout_of() {
    case $1 in slide*) echo slide ;; *) echo briefing ;; esac
}

size_of() {
    case $1-$2 in
    slide*-longnames) echo 900ptx480pt ;;
    slide*) echo 800ptx420pt ;;
    *-longnames) echo 460ptx380pt ;;
    *) echo 440ptx270pt ;;
    esac
}

refusal() {
    echo "<td>"
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<br>/' "$folder/words"
}

# A chart too long for one picture is several, numbered; the first is shown,
# the others are linked.
pictures() {
    first=
    for picture in "$folder/$1.png" "$folder/$1"-[0-9]*.png; do
        [ -f "$picture" ] || continue
        name=$(basename "$picture")
        if [ -z "$first" ]; then
            echo "<a href=\"$name\"><img loading=lazy src=\"$name\"></a>"
        else
            echo "<a href=\"$name\">$(echo "$name" |
                sed 's/.*-\([0-9]*\)\.png/\1/')</a>"
        fi
        first=$name
    done
}

# Each picture is measured again; one that is not sound is framed in red.
cell() {
    case=$1 kind=$2 theme=$3 name=$1-$2-$3
    awk -f "$here/gallery.awk" -v "case=$case" -v "kinds=$kind" \
        >"$folder/$case-$kind.yaml"
    if "$program" chart "$folder/$case-$kind.yaml" "$kind" -q \
        -l "$(layout_of "$theme")" --theme "$theme" --dpi 96 --verify \
        --size "$(size_of "$theme" "$case")" -o "$folder/$name.png" \
        >"$folder/proof" 2>"$folder/words"; then
        echo "<td>"
        pictures "$name"
    elif [ -s "$folder/proof" ]; then
        unsound=$((unsound + 1))
        echo "<td class=unsound>"
        pictures "$name"
        grep '^错' "$folder/proof" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<br>/'
    else
        refusal
    fi
}

unsound=0
{
    echo '<!doctype html><meta charset=utf-8><title>图表样张</title>'
    echo '<style>body{font:13px sans-serif;background:#eee}img{width:420px}'
    echo 'td,th{vertical-align:top;padding:4px;max-width:420px}'
    echo '.unsound{outline:3px solid red}'
    echo 'th{position:sticky;left:0;background:#eee;text-align:left}</style>'
    for theme in $themes; do
        echo "<h2>$theme</h2><table>"
        for kind in $kinds; do
            echo "<tr><th>$kind"
            for case in $cases; do
                cell "$case" "$kind" "$theme"
            done
        done
        echo "</table>"
    done
} >"$folder/index.html"
rm -f "$folder/words" "$folder/proof"
echo "$folder/index.html：$unsound幅不合格"
[ "$unsound" = 0 ]
