#!/bin/sh
# PDF files as readers other than ours see them: conformance to PDF/A-3a and
# PDF/UA-1 as far as rules can be checked (tests/pdf/rules.py), text, fonts,
# structure, attachments, and pixels beside Cairo's own PDF of the same pages.
. "$(dirname "$0")/../tap.sh"
sample=$top/build/release/tests/pdf/sample
rules=$top/tests/pdf/rules.py
cd "$top" || exit 1

# has FILE TEXT NAME
has() {
    grep -qF -- "$2" "$1"
    report $? "$3"
}

for kind in document blank pages glyphs briefing chaos; do
    pdf=$scratch/$kind.pdf
    try "$kind: written" "$sample" "$kind" "$pdf"
    try "$kind: keeps the rules" python3 "$rules" "$pdf"
    try "$kind: sound for qpdf" qpdf --check --warning-exit-0 "$pdf"
    grep -q WARNING "$scratch/out"
    [ $? = 1 ]
    report $? "$kind: without a warning"
done

pdf=$scratch/document.pdf
pdftotext -raw "$pdf" "$scratch/text"
has "$scratch/text" '工目入小高一月' "hanzi are copied as hanzi"
has "$scratch/text" '⼯⽬' "and radicals as radicals"
has "$scratch/text" '𠮷𪚥' "characters beyond the BMP are copied"
has "$scratch/text" 'Office fi ffl Ångström (\) 50% of' \
    "ligatures are copied letter by letter"
has "$scratch/text" '“2022年”全市科技型中小企业达到2671家，增长251%。' \
    "a line of several faces is one line"
mutool draw -q -F txt -o "$scratch/mutool" "$pdf" 2>"$scratch/out"
has "$scratch/mutool" '工目入小高一月' "mutool reads the same"
has "$scratch/mutool" '⼯⽬' "mutool tells radicals too"

# What the program makes of the samples, in every layout, and every chart.
for metrics in samples/*/metrics.yaml; do
    for layout in $("$jianbao" list layouts | awk '{ print $1 }'); do
        "$jianbao" render -q "$metrics" -l "$layout" -o "$scratch/made.pdf"
        try "$metrics as $layout keeps the rules" \
            python3 "$rules" "$scratch/made.pdf"
    done
    for chart in $(charts_of "$metrics"); do
        "$jianbao" chart -q "$metrics" "$chart" -o "$scratch/made.pdf"
        try "chart $chart of $metrics keeps the rules" \
            python3 "$rules" "$scratch/made.pdf"
    done
done

# A quarter of an em between Han and digits is no typed space.
"$jianbao" render -q "$nanyang" -o "$scratch/nanyang.pdf"
pdftotext -raw "$scratch/nanyang.pdf" "$scratch/text"
has "$scratch/text" '2022年11月14日' "a date is copied as typed"
has "$scratch/text" '科技型中小企业达到2671家' "and a figure in a sentence"

pdffonts "$pdf" >"$scratch/fonts"
tail -n +3 "$scratch/fonts" | grep -qv 'yes yes yes'
[ $? = 1 ]
report $? "every font is embedded, subset and mapped"
[ "$(tail -n +3 "$scratch/fonts" | wc -l)" = 4 ]
report $? "one font for each face"

pdfinfo -struct-text "$pdf" >"$scratch/structure" 2>&1
has "$scratch/structure" 'Figure' "figures are in the tree"
tr -d '\n ' <"$scratch/structure" | grep -q '这一段从第一页.*续到第二页'
report $? "a paragraph goes on over the page's end"
grep -q 第14期 "$scratch/structure"
[ $? = 1 ]
report $? "running heads are not read"
pdfdetach -list "$pdf" >"$scratch/files"
has "$scratch/files" '指标.yaml' "the metrics file is attached"
pdfdetach -save 1 -o "$scratch/metrics" "$pdf"
has "$scratch/metrics" '标题: 简报' "and comes out as it went in"

# Pixels: both drawn at 600 dpi and averaged over 5 × 5, so that the edges of
# glyphs, which the two paint differently, weigh little. A fifth of a point's
# shift shows.
difference() {
    compare -metric RMSE "$1" "$2" null: 2>&1 | sed 's/.*(//; s/).*//'
}
"$sample" document "$scratch/cairo.pdf" cairo
for page in 1 2; do
    for by in document cairo; do
        pdftoppm -r 600 -gray -f $page -l $page "$scratch/$by.pdf" \
            "$scratch/$by"
        convert "$scratch/$by-$page.pgm" -resize 20% "$scratch/$by.png"
    done
    apart=$(difference "$scratch/document.png" "$scratch/cairo.png")
    echo "$apart" >"$scratch/out"
    awk "BEGIN { exit !($apart < 0.018) }"
    report $? "page $page looks as Cairo draws it"
    convert "$scratch/document-$page.pgm" -roll +2+0 -resize 20% \
        "$scratch/moved.png"
    apart=$(difference "$scratch/moved.png" "$scratch/cairo.png")
    echo "$apart" >"$scratch/out"
    awk "BEGIN { exit !($apart > 0.018) }" || [ $page = 2 ]
    report $? "page $page moved by 0.24 pt would not"
done

# The rules can fail: each fault made in a good file is named.
qpdf --qdf --object-streams=disable "$pdf" "$scratch/good.qdf"
try "the file taken apart still keeps the rules" \
    python3 "$rules" "$scratch/good.qdf"
fault() {
    sed -E "$2" "$scratch/good.qdf" >"$scratch/edited"
    fix-qdf "$scratch/edited" >"$scratch/bad.pdf"
    python3 "$rules" "$scratch/bad.pdf" >"$scratch/out" 2>&1
    grep -qF -- "$1" "$scratch/out"
    report $? "a fault is found: $1"
}
fault 'UA 7.18.3' 's|/Tabs /S|/Tabs /R|'
fault 'UA 7.3' 's|/Alt |/Alx |'
fault 'UA 7.5: ' 's|/Scope /Row|/Scope /Raw|'
fault 'UA 7.1: DisplayDocTitle' 's|DisplayDocTitle true|DisplayDocTitle false|'
fault 'is nobody' 's|/MCID 3>>BDC|/MCID 99>>BDC|'
fault 'unmarked content' 's|^/Artifact BMC|0 0 9 9 re f\n&|'
fault 'A 6.2.11.8' 's|^\[<0001|[<0000|'
fault 'has no text' 's|^\[<0001|[<0FFF|'
fault 'A 6.6.4: level A' 's|<pdfaid:conformance>A|<pdfaid:conformance>B|'
fault 'A 6.6.3' 's|<dc:title><rdf:Alt><rdf:li xml:lang="x-default">|&x|'
fault 'UA 7.4.2' 's|/S /H2|/S /H3|'
fault 'UA 7.18.5' 's|/Contents <feff|/Contants <feff|'
fault 'UA 7.5–7.6' 's|/S /TR|/S /Sect|'
fault 'A 6.2.11.5' 's|^  /DW 1000|  /DW 990|'
fault 'A 6.3.2' 's|/F 4$|/F 6|'
fault 'A 6.8' 's|/AFRelationship /Source|/AFRelationship /Sauce|'
fault 'UA 7.9' 's|/ID \(note|/IX (note|'
fault 'A 6.2.3' 's|/GTS_PDFA1|/GTS_PDFX1|'
fault 'A 6.7.2.2' 's|/Marked true|/Marked false|'

finish
