#!/bin/sh
# A table file on its own becomes a briefing, whatever encoding and delimiter
# the spreadsheet program saved it in.
. "$(dirname "$0")/../tap.sh"
table=$top/samples/yunxi-table/metrics.csv
plain=$scratch/metrics.csv
cp "$table" "$plain"

try "the sample passes the check" "$jianbao" check "$plain"
try "the sample is rendered" "$jianbao" render "$plain" -o "$scratch/a.pdf"
pdftotext "$scratch/a.pdf" - | tr -d ' \n' >"$scratch/words"
for words in 云溪市2025年前三季度主要经济指标 全省第4 摘要 比上年同期增减 \
    新能源汽车产量增长最快 资料来源：云溪市统计局; do
    grep -q "$words" "$scratch/words"
    report $? "the briefing says $words"
done
try "its chart is drawn alone" "$jianbao" chart "$plain" 主要指标增速 \
    -o "$scratch/a.svg"

# same NAME: the file of that name gives the same figures.
"$jianbao" render "$plain" --dump=metrics >"$scratch/plain"
same() {
    "$jianbao" render "$scratch/$1" -q --dump=metrics >"$scratch/other"
    cmp "$scratch/plain" "$scratch/other" >"$scratch/out" 2>&1
    report $? "the same figures from $1"
}
iconv -f utf-8 -t gb18030 "$plain" >"$scratch/gbk.csv"
same gbk.csv
{ printf '\357\273\277' && sed 's/$/\r/' "$plain"; } >"$scratch/excel.csv"
same excel.csv
sed -E ':a; s/"([0-9]+),([0-9.]+)"/\1\2/; ta; s/,/\t/g' "$plain" |
    iconv -f utf-8 -t utf-16le |
    { printf '\377\376' && cat; } >"$scratch/unicode.csv"
same unicode.csv
cp "$scratch/unicode.csv" "$scratch/unicode.txt"
same unicode.txt

# A month a row: the course is drawn too.
awk 'BEGIN { print "月份,用电量（亿千瓦时）,货运量（万吨）"
    for (i = 1; i <= 18; i++)
        printf "%d年%d月,%d.%d,%d\n", 2024 + int((i - 1) / 12),
            (i - 1) % 12 + 1, 5 + i % 3, i % 10, 50 + i % 7 }' \
    >"$scratch/months.csv"
try "a table of months is drawn" "$jianbao" chart "$scratch/months.csv" \
    主要指标走势 -o "$scratch/course.svg"
[ "$(grep -c '2024年' "$scratch/course.svg")" -gt 0 ]
report $? "from its first year on"

# A table of something else is set as it stands, and that is said.
printf '%s\n' '各县主要指标,,' ',,单位：亿元、%' '县,地区生产总值,' \
    ',绝对量,同比' '北县,96.2,8.4' '南县,88.7,4.5' >"$scratch/places.csv"
"$jianbao" render "$scratch/places.csv" -o "$scratch/places.pdf" \
    >"$scratch/said" 2>&1
grep -q '按一行一个“县”读' "$scratch/said"
report $? "that its rows are no metrics is said"
pdftotext -layout "$scratch/places.pdf" - | tr -d ' \n' |
    grep -q '单位：亿元、%.*地区生产总值.*绝对量同比北县96.28.4南县88.74.5'
report $? "its table is set as it stands"

# An official document that nobody issues has no imprint, nor a page for one.
"$jianbao" render "$plain" -l gongwen -q -o "$scratch/official.pdf"
last=$(pdfinfo "$scratch/official.pdf" | awk '/^Pages/ { print $2 }')
pdftotext -f "$last" "$scratch/official.pdf" - | grep -q 资料来源
report $? "the last official page has text"

# Groups of three rows are never parted, in any layout.
awk 'BEGIN { print "指标,单位,2025年,2024年"
    for (i = 10; i < 60; i++) {
        printf "第%d类,,,\n", i
        for (k = 1; k < 4; k++)
            printf "第%d类第%d项,亿元,%d.5,%d\n", i, k, 90 + i, 80 + i } }' \
    >"$scratch/groups.csv"
for layout in briefing slide gongwen; do
    "$jianbao" render "$scratch/groups.csv" -l $layout -q \
        -o "$scratch/groups.pdf"
    pdftotext -layout "$scratch/groups.pdf" - |
        awk 'BEGIN { RS = "\f" } /本期/ { page = $0
            gsub(/[ \n]/, "", page)
            for (i = 10; i < 60; i++)
                if (n = index(page, "第" i "类第1项"))
                    bad += !index(page, "第" i "类第3项")
            pages++ }
        END { print pages " pages, " bad + 0 " parted"
            exit pages < 3 || bad }' >"$scratch/out"
    report $? "$layout keeps groups whole"
done

# Many rows.
awk 'BEGIN { print "指标,单位,2025年,2024年"
    for (i = 0; i < 5000; i++)
        printf "第%d项,亿元,%d.5,%d\n", i, 100 + i % 37, 95 + i % 31 }' \
    >"$scratch/long.csv"
try "five thousand rows pass the check" "$jianbao" check "$scratch/long.csv"
: >"$scratch/empty.csv"
"$jianbao" check "$scratch/empty.csv" >"$scratch/out" 2>&1
[ $? -eq 1 ]
report $? "an empty table is refused"
finish
