#!/bin/sh
# Every kind of chart × hard case × theme on one page to look at:
# tools/gallery.sh PROGRAM FOLDER writes FOLDER/index.html and its pictures.
# Kinds and themes are those the program lists; a cell of words is a chart
# that the program refuses, in its own words.
set -eu
program=$1 folder=$2
here=$(dirname "$0")
cases="plain one zero negative missing outliers longnames ties qualifiers many"
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

# What is too much for one picture has pages: what the layouts make of it.
pages() {
    case=$1 kind=$2 theme=$3 name=pages-$1-$2
    awk -f "$here/gallery.awk" -v "case=$case" -v pages=1 -v "kinds=$kind" \
        >"$folder/$name.yaml"
    if "$program" render "$folder/$name.yaml" -q -l "$(layout_of "$theme")" \
        --theme "$theme" -o "$folder/$name-$theme.pdf" 2>"$folder/words"; then
        echo "<td><a href=\"$name-$theme.pdf\">$case：分页</a>"
    else
        refusal
    fi
}

refusal() {
    echo "<td>"
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<br>/' "$folder/words"
}

cell() {
    case=$1 kind=$2 theme=$3 file=$1-$2-$3.png
    awk -f "$here/gallery.awk" -v "case=$case" -v "kinds=$kind" \
        >"$folder/$case-$kind.yaml"
    if "$program" chart "$folder/$case-$kind.yaml" "$kind" -q \
        -l "$(layout_of "$theme")" --theme "$theme" --dpi 96 \
        --size "$(size_of "$theme" "$case")" -o "$folder/$file" 2>"$folder/words"; then
        echo "<td><a href=\"$file\"><img loading=lazy src=\"$file\"></a>"
    elif grep -q 放不下 "$folder/words"; then
        pages "$case" "$kind" "$theme"
    else
        refusal
    fi
}

{
    echo '<!doctype html><meta charset=utf-8><title>图表样张</title>'
    echo '<style>body{font:13px sans-serif;background:#eee}img{width:420px}'
    echo 'td,th{vertical-align:top;padding:4px;max-width:420px}'
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
rm -f "$folder/words"
echo "$folder/index.html"
