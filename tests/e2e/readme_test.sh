#!/bin/sh
# What the READMEs show works: their metrics files pass the check and render,
# their commands run.
. "$(dirname "$0")/../tap.sh"

# Blocks of a language, each into its own file NAME-1, NAME-2 ….
blocks() {
    awk -v language="$2" -v name="$3" '
        $0 == "```" language { file = name "-" ++n; next }
        /^```/ { file = "" }
        file != "" { print > file }' "$1"
}

for readme in README.md README.en.md; do
    folder=$scratch/$readme.d
    mkdir "$folder"
    blocks "$top/$readme" yaml "$folder/yaml"
    blocks "$top/$readme" sh "$folder/sh"
    [ -f "$folder/yaml-1" ]
    report $? "$readme shows a metrics file"
    n=1
    while [ -f "$folder/yaml-$n" ]; do
        try "$readme metrics file $n passes the check" \
            "$jianbao" check "$folder/yaml-$n"
        try "$readme metrics file $n is rendered" \
            "$jianbao" render "$folder/yaml-$n" -o "$folder/$n.pdf"
        n=$((n + 1))
    done
    # Commands of ours, with the file names that stand for the reader's own.
    cp "$nanyang" "$folder/指标.yaml"
    cp "$top/samples/yunxi-2025h1/metrics.yaml" "$folder/metrics.yaml"
    blocks "$top/$readme" csv "$folder/csv"
    cp "$folder/csv-1" "$folder/metrics.csv"
    cp "$folder/csv-1" "$folder/指标.csv"
    echo '2022年全市高新技术企业达到490家，同比增长12.4%。' \
        >"$folder/报告.txt"
    cp "$folder/报告.txt" "$folder/report.txt"
    cp "$top/samples/yunxi-manuscript/notice.txt" "$folder/notice.txt"
    cp "$folder/notice.txt" "$folder/通知.txt"
    ln -s "$top/samples" "$folder/samples"
    cat "$folder"/sh-* | sed 's/ *#.*//' |
        grep -E '^(build/)?jianbao ' | grep -vE '…|\[' >"$folder/commands"
    [ -s "$folder/commands" ]
    report $? "$readme shows commands"
    while read -r program rest; do
        (cd "$folder" && eval "\"$jianbao\" $rest") >"$scratch/out" 2>&1
        report $? "$readme: $program $rest"
    done <"$folder/commands"
done
finish
