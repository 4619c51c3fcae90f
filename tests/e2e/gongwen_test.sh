#!/bin/sh
# Official documents by somebody else's ruler: MuPDF says where everything
# stands in the PDF, and GB/T 9704-2012 where it should.
. "$(dirname "$0")/../tap.sh"

ruler=$top/tests/e2e/gongwen.py

# A document of several pages of text, of every element of the head and foot.
{
    printf '%s\n' '标题: 关于报送情况的通知' '发布单位: 云溪市统计局' \
        '期号: 云统〔2025〕15号' '日期: 2025-07-18' '主送: 各县（市、区）统计局' \
        '抄送: 市委办公室' '份号: "000001"' '密级: 秘密★1年' '紧急程度: 加急' \
        '章节:' '  - 正文: |'
    i=0
    while [ $i -lt 12 ]; do
        for _ in 1 2 3 4 5; do
            printf '      %s\n' '请各县各区在每月五日前将上月情况报送我局并请将报送中遇到的困难一并报送以便汇总后报送市人民政府研究'
        done
        printf '\n'
        i=$((i + 1))
    done
} >"$scratch/long.yaml"

measured() {
    "$jianbao" render "$2" -l "$3" -q -o "$scratch/made.pdf"
    try "$3: every dimension by MuPDF" \
        python3 "$ruler" "$1" "$scratch/made.pdf" "$scratch"
}

measured file "$scratch/long.yaml" gongwen
measured sealed "$scratch/long.yaml" gongwen-sealed
measured long-letter "$scratch/long.yaml" gongwen-letter
measured letter samples/yunxi-notice/metrics.yaml gongwen-letter
sed '/^虚构/d' samples/yunxi-order/metrics.yaml >"$scratch/order.yaml"
measured order "$scratch/order.yaml" gongwen-order
{
    sed '/^主送/d' "$scratch/long.yaml" | sed '/^章节/,$d'
    printf '%s\n' '出席: 程一帆、许文清、何川、周岚（市政府），陆远、方敏（市发展和改革委员会），秦朗（市财政局），沈蕴（市统计局）' \
        '请假: 白羽（市工业和信息化局）' \
        '列席: 各县（市、区）人民政府主要负责人，市政府副秘书长高翔，市政府研究室林夏'
    sed '/^章节/,$!d' "$scratch/long.yaml"
} >"$scratch/minutes.yaml"
sed '/^虚构/d' samples/yunxi-joint/metrics.yaml >"$scratch/attached.yaml"
measured attachments "$scratch/attached.yaml" gongwen-sealed
measured minutes "$scratch/minutes.yaml" gongwen-minutes

# A seal is in the middle over name and date, as large as asked for.
convert -size 300x300 xc:none -fill none -stroke red -strokewidth 9 \
    -draw 'circle 150,150 150,8' "$scratch/seal.png"
sed '/^抄送/i 印章: [seal.png]' "$scratch/long.yaml" >"$scratch/seal.yaml"
"$jianbao" render "$scratch/seal.yaml" -l gongwen-sealed -q \
    -o "$scratch/seal.pdf"
pdfimages -list "$scratch/seal.pdf" >"$scratch/out"
[ "$(awk '$3 == "image"' "$scratch/out" | wc -l)" = 1 ]
report $? "one seal is in the file"

# Titles of one to four lines.
n=0
for title in 关于统计工作的通知 \
    云溪市统计局关于做好2025年全市第五次经济普查数据质量抽查工作的通知 \
    云溪市人民政府办公室转发市统计局市财政局关于进一步加强全市基层统计力量建设切实提高统计数据质量意见的通知 \
    云溪市人民政府办公室关于转发市统计局市发展改革委市财政局关于进一步加强全市基层统计力量建设切实提高统计数据质量防范和惩治统计造假实施意见的通知
do
    n=$((n + 1))
    printf '%s\n' "标题: $title" '发布单位: 云溪市统计局' \
        '章节:' '  - 正文: 请按时报送。' >"$scratch/title.yaml"
    "$jianbao" render "$scratch/title.yaml" -l gongwen -q \
        -o "$scratch/title.pdf"
    try "a title of $n lines" python3 "$ruler" title "$scratch/title.pdf" \
        "$scratch" "$n"
done

# Everything that may be long: addressees who leave no room for text on the
# first page, names of attachments, copies; five signers.
many=$(for name in 东 西 南 北 中 山 河 湖 海 江 溪 泉 林 原 平 丘 谷 岭 岗 滩 洲 \
    岛 桥 门 城 镇 乡 村; do printf '%s县人民政府，' $name; done)
cat >"$scratch/lists.yaml" <<E
标题: 关于报送情况的通知
发布单位: 云溪市统计局
期号: 云统〔2025〕15号
日期: 2025-07-18
份号: "000001"
密级: 秘密★1年
紧急程度: 特急
签发人: 程一帆 许文清 何川 周岚 陆远
主送: $many$many市直各部门：
附件:
  - 全市基层统计力量建设情况调查表及填报说明和审核关系以及常见问题解答汇编
  - 统计人员名册
抄送: $many市委办公室。
章节:
  - 正文: 请按时报送。
E
for layout in gongwen gongwen-sealed; do
    "$jianbao" render "$scratch/lists.yaml" -l $layout -q \
        -o "$scratch/lists.pdf"
    try "$layout: long lists turn as they should" python3 "$ruler" long \
        "$scratch/lists.pdf" "$scratch"
done

# One to six agencies, with names from six to thirteen characters, each with
# its seal; a remark of two lines on the line below the date.
seal=seal.png agencies=
for name in 云溪市财政局 云溪市发展和改革委员会 云溪市人力资源和社会保障局 \
    云溪市工业和信息化局 云溪市农业农村局 国家税务总局云溪市税务局; do
    case $agencies in
    '') agencies=$name issuer=$name joint= ;;
    *) agencies=$agencies,$name joint=${joint:+$joint, }$name seal=$seal,\ seal.png ;;
    esac
    n=$(echo "$agencies" | tr ',' '\n' | wc -l)
    {
        printf '%s\n' '标题: 关于报送情况的通知' "发布单位: $issuer" \
            "联合机关: [$joint]" "印章: [$seal]" '日期: 2025-07-18' \
            '主送: 各县' \
            '附注: 联系人：周岚，电话：000-1234567，来函请寄云溪市人民路1号' '章节:' \
            '  - 正文: 请各县各区在每月五日前将上月情况报送我局并请将遇到的困难一并报送。'
    } >"$scratch/joint.yaml"
    "$jianbao" render "$scratch/joint.yaml" -l gongwen-sealed -q \
        -o "$scratch/joint.pdf"
    try "seals of $n agencies stand apart, on their names" \
        python3 "$ruler" seals "$scratch/joint.pdf" "$scratch" "$n"
done

# A name that no line holds is folded, over the date all the same.
cat >"$scratch/name.yaml" <<E
标题: 关于报送情况的通知
发布单位: 中国共产党云溪市委员会全面深化改革和推进高质量发展工作领导小组办公室综合协调处
印章: [seal.png]
日期: 2025-07-18
章节:
  - 正文: 请各县各区在每月五日前将上月情况报送我局并请将遇到的困难一并报送。
E
"$jianbao" render "$scratch/name.yaml" -l gongwen-sealed -q \
    -o "$scratch/name.pdf"
try "a long name is folded under its seal" python3 "$ruler" seals \
    "$scratch/name.pdf" "$scratch" 1

# A table that does not fit moves on while the text runs up behind it; it
# stays in its section where the layout says so.
{
    sed '/^章节/,$d' "$scratch/long.yaml"
    printf '%s\n' '表格:' '  各区:' '    标题: 各区情况' '    列: [区, 数]' '    行:'
    i=0
    while [ $i -lt 14 ]; do
        printf '      - [第%d区, %d]\n' $i $i
        i=$((i + 1))
    done
    printf '%s\n' '章节:' '  - 标题: 情况' '    正文: 见下表。' \
        '    表格: [各区]' '  - 标题: 要求' '    正文: 请按时报送。'
} >"$scratch/float.yaml"
sed 's/- sections: {/&figures: 本节, /' layouts/gongwen.yaml \
    >"$scratch/section.yaml"
for layout in gongwen "$scratch/section.yaml"; do
    "$jianbao" render "$scratch/float.yaml" -l "$layout" -q \
        -o "$scratch/float.pdf"
    pdftotext -l 1 "$scratch/float.pdf" - >"$scratch/float.first"
    pdftotext -f 2 -l 2 "$scratch/float.pdf" - >"$scratch/float.second"
    grep -c 按时 "$scratch/float.first" "$scratch/float.second" |
        sed 's/.*://' | tr '\n' ' '
    grep -c 第13区 "$scratch/float.first" "$scratch/float.second" |
        sed 's/.*://' | tr '\n' ' '
    echo
done >"$scratch/out"
[ "$(cat "$scratch/out")" = "$(printf '1 0 0 1 \n0 1 0 1 ')" ]
report $? "text runs up behind a table, or not out of its section"

# Where a table or a chart is the last of the text, the signature takes rows
# of it along, or all of it.
status=0
for rows in 6 8 9 10 11 12 13 14 16; do
    {
        sed '/^章节/,$d' "$scratch/long.yaml"
        printf '%s\n' '表格:' '  各区:' '    标题: 各区情况' \
            '    列: [区, 数]' '    行:'
        i=0
        while [ $i -lt $rows ]; do
            printf '      - [第%d区, %d]\n' $i $i
            i=$((i + 1))
        done
        printf '%s\n' '章节:' '  - 正文: 见下表。' '    表格: [各区]'
    } >"$scratch/signed.yaml"
    "$jianbao" render "$scratch/signed.yaml" -l gongwen -q \
        -o "$scratch/signed.pdf"
    pdftotext "$scratch/signed.pdf" - |
        awk 'BEGIN { RS = "\f" } /2025年7月18日/ && /第[0-9]+区/ { ok = 1 }
        END { exit !ok }' || {
        echo "$rows rows" >"$scratch/out"
        status=1
    }
done
report $status "the signature is never without a row of a table"

# Printed on both sides, the imprint is on the back of the last sheet; on one
# side it is where the text ends.
pages_of() {
    "$jianbao" render samples/yunxi-order/metrics.yaml -l "$1" -q \
        -o "$scratch/sides.pdf"
    pdfinfo "$scratch/sides.pdf" | awk '/^Pages/ { print $2 }'
}
sed 's/^text:/page: {two-sided: 否}\ntext:/' layouts/gongwen-order.yaml \
    >"$scratch/side.yaml"
one=$(pages_of "$scratch/side.yaml") two=$(pages_of gongwen-order)
[ "$one" = 1 ] && [ "$two" = 2 ] &&
    pdftotext -f 2 "$scratch/sides.pdf" - | grep -q 印发
report $? "the imprint is on an even page ($one, $two)"

# Wherever the text ends: the imprint is on an even page, and where a blank
# page stands before it neither has a number. Documents whose last page is
# full, and the shortest, are ruled.
status=0 lines=1 last=0
while [ $lines -lt 46 ]; do
    head -n 11 "$scratch/long.yaml" >"$scratch/sides.yaml.in"
    i=0
    while [ $i -lt $lines ]; do
        printf '      请按时报送。\n\n' >>"$scratch/sides.yaml.in"
        i=$((i + 1))
    done
    mv -f "$scratch/sides.pdf" "$scratch/before.pdf"
    "$jianbao" render "$scratch/sides.yaml.in" -l gongwen -q \
        -o "$scratch/sides.pdf" 2>"$scratch/out"
    pdftotext -layout "$scratch/sides.pdf" "$scratch/sides.txt"
    python3 - "$scratch/sides.txt" >"$scratch/sides.out" <<'P' || status=1
import re, sys
pages = open(sys.argv[1], encoding="utf-8").read().split("\f")[:-1]
numbers = [re.findall(r"— *(\d+) *—", p) for p in pages]
blank = [not p.strip() for p in pages]
if any(blank):
    print("blank")
    assert blank[-2] and numbers[-1] == []
    numbers = numbers[:-2]
assert len(pages) % 2 == 0 and "印发" in pages[-1]
assert numbers == [[str(i)] for i in range(1, len(numbers) + 1)]
print(len(numbers))
P
    pages=$(tail -n 1 "$scratch/sides.out")
    [ "$pages" -gt $last ] && [ $last -gt 0 ] &&
        cp "$scratch/before.pdf" "$scratch/full-$last.pdf"
    [ $last -gt 0 ] || cp "$scratch/sides.pdf" "$scratch/full-0.pdf"
    grep blank "$scratch/sides.out" >>"$scratch/blanks"
    last=$pages
    lines=$((lines + 1))
done
report $status "printed on both sides, numbers stop before a blank page"
[ ! -s "$scratch/blanks" ]
report $? "a signature moves over rather than that the imprint has a leaf"

# A note on the last page of text stays there, at its foot, and the imprint
# goes on to the back of the leaf all the same.
status=0 odd=0
for lines in 8 16 30 32 34 36 44; do
    {
        head -n 11 "$scratch/long.yaml"
        for _ in $(seq $lines); do
            printf '      请按时报送。\n\n'
        done
        printf '      请报送有关情况{注：按可比口径计算。}。\n\n'
    } >"$scratch/sides.yaml.in"
    "$jianbao" render "$scratch/sides.yaml.in" -l gongwen -q \
        -o "$scratch/sides.pdf"
    pages=$(pdfinfo "$scratch/sides.pdf" | awk '/^Pages/ { print $2 }')
    [ $((pages % 2)) = 0 ] || status=1
    pdftotext -f "$pages" "$scratch/sides.pdf" - >"$scratch/out"
    grep -q 印发 "$scratch/out" || status=1
    grep -q 可比 "$scratch/out" && continue
    odd=$((odd + 1))
    pdftotext -f $((pages - 1)) -l $((pages - 1)) -bbox "$scratch/sides.pdf" - |
        awk -F'"' '/可比/ { y = $8 } END { exit !(y > 730 && y < 745) }' ||
        status=1
done
[ $odd -gt 1 ] && [ $odd -lt 6 ] || status=1
report $status "a note keeps the imprint on no odd page ($odd)"

# Behind an attachment that fills its page it has one.
status=0 lines=10
while [ $lines -lt 19 ]; do
    {
        sed '/^章节/,$d' "$scratch/long.yaml"
        printf '附件:\n  - 名称: 名册\n    正文: |\n'
        for _ in $(seq $lines); do
            printf '      请按时报送。\n\n'
        done
        printf '章节:\n  - 正文: 请报送。\n'
    } >"$scratch/sides.yaml.in"
    "$jianbao" render "$scratch/sides.yaml.in" -l gongwen -q \
        -o "$scratch/sides.pdf"
    pdftotext -layout "$scratch/sides.pdf" "$scratch/sides.txt"
    python3 - "$scratch/sides.txt" >>"$scratch/blanks" <<'P' || status=1
import re, sys
pages = open(sys.argv[1], encoding="utf-8").read().split("\f")[:-1]
numbers = [re.findall(r"— *(\d+) *—", p) for p in pages]
if len(pages) == 4:
    assert not pages[2].strip() and numbers[2:] == [[], []]
    print("blank")
else:
    assert len(pages) == 2
assert "印发" in pages[-1] and "2025年7月18日" in pages[0]
P
    lines=$((lines + 1))
done
report $status "an imprint behind a full attachment has a leaf, unnumbered"
[ -s "$scratch/blanks" ]
report $? "some ends leave a blank page"
for full in "$scratch"/full-*.pdf; do
    try "$(basename "$full" .pdf): numbers and imprint in their places" \
        python3 "$ruler" sides "$full" "$scratch"
done

# A letter that is too long by some lines for its page is set closer, one that
# is longer is not; a notice, when its imprint would take a leaf of its own.
letter() {
    {
        echo "{标题: 关于做好统计工作的函, 发布单位: 云溪市统计局, 日期: 2025-03-05,"
        echo "印发机关: 云溪市统计局, 时期: 2025, 文号: 云统函〔2025〕8号, 主送: 各县（市、区）统计局,"
        echo "指标表: 否, 章节: [{标题: 总体要求, 正文: \""
        for i in $(seq "$1"); do
            printf '    请按时报送第%s项有关情况，逾期不候，\n\n' "$i"
        done
        echo "    \"}]}"
    } >"$scratch/letter.yaml"
    "$jianbao" render "$scratch/letter.yaml" -l "$2" -q \
        -o "$scratch/letter.pdf"
    "$jianbao" inspect "$scratch/letter.pdf" --gongwen >"$scratch/out" 2>&1
    sed -n 's/^\([0-9]*\)页.*/\1/p; s/.*每面行数\(（再*收紧行距）\)*：\([0-9.]*\)行.*/\2/p' \
        "$scratch/out" | tr '\n' ' '
}
for wanted in "gongwen-letter 13 1 22.00" "gongwen-letter 15 1 23.00" \
    "gongwen-letter 16 1 24.00" "gongwen-letter 18 2 22.00" \
    "gongwen 36 2 22.00" "gongwen 37 2 23.00" "gongwen 39 2 24.00"; do
    set -- $wanted
    found=$(letter "$2" "$1")
    [ "$found" = "$3 $4 " ]
    report $? "$1 of $2 paragraphs: $3 pages of $4 lines (found $found)"
    ! grep 不合格 "$scratch/out"
    report $? "$1 of $2 paragraphs: every dimension is kept"
done

# An imprint that the back of the leaf takes in any case hinders no closer
# lines: the signature stays behind its text.
{
    sed '/^章节/,$d; /^抄送/d' "$scratch/long.yaml"
    printf '%s\n' '印发机关: 云溪市统计局' '章节:' '  - 正文: |'
    for _ in $(seq 51); do
        printf '      请按时报送有关情况，逾期不候。\n\n'
    done
} >"$scratch/back.yaml"
"$jianbao" render "$scratch/back.yaml" -l gongwen -q -o "$scratch/back.pdf"
pdftotext -f 3 -l 3 "$scratch/back.pdf" "$scratch/out"
[ "$(grep -c 2025年 "$scratch/out")" = 1 ]
report $? "closer lines spare a page of text before the imprint"

# The stamp of a signature takes the place of the name.
sed "s/姓名: 程一帆}/姓名: 程一帆, 签名章: seal.png}/" \
    samples/yunxi-order/metrics.yaml >"$scratch/stamp.yaml"
"$jianbao" render "$scratch/stamp.yaml" -q -o "$scratch/stamp.pdf"
pdfimages -list "$scratch/stamp.pdf" >"$scratch/out"
[ "$(awk '$3 == "image"' "$scratch/out" | wc -l)" = 1 ] &&
    ! pdftotext "$scratch/stamp.pdf" - | grep -q 程一帆
report $? "a stamp stands for the name"
pdfimages -list "$scratch/stamp.pdf" | awk '$3 == "image" { print $14 }' \
    >"$scratch/out" # its height: 15 mm of 300 pixels is 508 to the inch
[ "$(cat "$scratch/out")" = 508 ]
report $? "a stamp is as high as the layout says"

# Where no seal is given, its place may be shown.
sed 's/stack: 居中/stack: 居中, seal-place: 是/' layouts/gongwen-sealed.yaml \
    >"$scratch/place.yaml"
"$jianbao" render samples/yunxi-joint/metrics.yaml -l "$scratch/place.yaml" \
    -q -o "$scratch/place.pdf"
mutool draw -q -F trace "$scratch/place.pdf" 2>/dev/null |
    grep -c '<stroke_path' >"$scratch/out"
[ "$(cat "$scratch/out")" = 108 ]
report $? "three places of 36 dashes"
finish
