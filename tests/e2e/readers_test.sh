#!/bin/sh
# What independent readers make of our files: qpdf and MuPDF for structure,
# Poppler for text and fonts, libxml2 and librsvg for SVG, ImageMagick for PNG.
. "$(dirname "$0")/../tap.sh"

# All text without spaces and line ends: what a search compares.
squeezed() {
    tr -d ' \t\r\n\f　'
}

# A paragraph of the report must be found whole in the copied text, whatever
# the lines and pages it was broken into; page furniture between pages may
# interrupt it, so each sentence is looked for by itself.
missing_sentences() {
    "$jianbao" render "$1" --dump=report 2>/dev/null |
        python3 "$top/tests/e2e/sentences.py" "$2"
}

for sample in "$top"/samples/*/metrics.yaml; do
    name=$(basename "$(dirname "$sample")")
    for layout in briefing slide; do
        pdf=$scratch/$name-$layout.pdf
        "$jianbao" render "$sample" -l $layout -q -o "$pdf"
        what="$name $layout"
        try "$what: qpdf --check" qpdf --check "$pdf"
        try "$what: every stream inflates" \
            qpdf --qdf --object-streams=disable "$pdf" "$scratch/qdf.pdf"
        mutool info "$pdf" >"$scratch/out" 2>&1
        ! grep -qi 'error\|warning' "$scratch/out"
        report $? "$what: MuPDF has no complaint"
        # Debian's MuPDF is built without ICC.
        mutool draw -q -r 20 -o "$scratch/mu-%d.png" "$pdf" 2>&1 |
            grep -v 'ICC support' >"$scratch/out"
        [ ! -s "$scratch/out" ] && [ -s "$scratch/mu-1.png" ]
        report $? "$what: MuPDF draws it without warnings"
        pdftoppm -r 20 -png "$pdf" "$scratch/pop" 2>"$scratch/out" &&
            [ ! -s "$scratch/out" ]
        report $? "$what: Poppler draws it without warnings"
        pdffonts "$pdf" | tail -n +3 >"$scratch/out"
        awk '$(NF-4) $(NF-3) $(NF-2) != "yesyesyes" { bad = 1 }
             END { exit bad || NR == 0 }' "$scratch/out"
        report $? "$what: every font embedded, subset, with Unicode"
        title=$(sed -n 's/^\(title\|标题\): *//p' "$sample")
        pdfinfo "$pdf" | grep '^Title:' | grep -qF "$title"
        report $? "$what: the title is the document's"
        pdfinfo "$pdf" | grep -q '^Tagged: *yes'
        report $? "$what: tagged"
        pdftotext -raw "$pdf" "$scratch/raw.txt"
        ! grep -qP '[\x{2E80}-\x{2FDF}]' "$scratch/raw.txt"
        report $? "$what: no Kangxi radicals in copied text"
    done
    pdf=$scratch/$name-briefing.pdf
    pdftotext -raw "$pdf" "$scratch/raw.txt"
    missing_sentences "$sample" "$scratch/raw.txt" >"$scratch/out"
    [ ! -s "$scratch/out" ]
    report $? "$name: Poppler copies every sentence"
    mutool draw -q -F txt -o "$scratch/mu.txt" "$pdf" 2>/dev/null
    missing_sentences "$sample" "$scratch/mu.txt" >"$scratch/out"
    [ ! -s "$scratch/out" ]
    report $? "$name: MuPDF copies every sentence"

    charts_of "$sample" | while read -r chart; do
        "$jianbao" chart "$sample" "$chart" -q -o "$scratch/$chart.svg"
        "$jianbao" chart "$sample" "$chart" -q -o "$scratch/$chart.png" \
            --size 1600x900 --dpi 144
        echo "$chart"
    done >"$scratch/charts"
    while read -r chart; do
        what="$name chart $chart"
        try "$what: well-formed SVG" xmllint --noout "$scratch/$chart.svg"
        try "$what: librsvg draws it" \
            rsvg-convert "$scratch/$chart.svg" -o "$scratch/rsvg.png"
        size=$(identify -format '%w %h' "$scratch/$chart.png" 2>/dev/null)
        [ "$size" = "1600 900" ]
        report $? "$what: 1600 by 900 pixels"
        identify -units PixelsPerInch -format '%x' "$scratch/$chart.png" |
            grep -q '^14[34]'
        report $? "$what: says 144 pixels an inch"
    done <"$scratch/charts"
done
finish
