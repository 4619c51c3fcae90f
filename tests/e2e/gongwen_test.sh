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
        '指标:' '  a: {名称: 甲, 单位: 家, 本期: 3}' '章节:' '  - 正文: |'
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
measured letter samples/yunxi-notice/metrics.yaml gongwen-letter
measured order samples/yunxi-order/metrics.yaml gongwen-order

# A seal is in the middle over name and date, as large as asked for.
convert -size 300x300 xc:none -fill none -stroke red -strokewidth 9 \
    -draw 'circle 150,150 150,8' "$scratch/seal.png"
sed '/^抄送/i 印章: [seal.png]' "$scratch/long.yaml" >"$scratch/seal.yaml"
"$jianbao" render "$scratch/seal.yaml" -l gongwen-sealed -q \
    -o "$scratch/seal.pdf"
pdfimages -list "$scratch/seal.pdf" >"$scratch/out"
[ "$(awk '$3 == "image"' "$scratch/out" | wc -l)" = 1 ]
report $? "one seal is in the file"

# Printed on both sides, the imprint is on the back of the last sheet.
sed 's/^page:/page:\n  two-sided: 是/' layouts/gongwen.yaml \
    >"$scratch/sides.yaml"
"$jianbao" render samples/yunxi-order/metrics.yaml -l "$scratch/sides.yaml" \
    -q -o "$scratch/sides.pdf"
pages=$(pdfinfo "$scratch/sides.pdf" | awk '/^Pages/ { print $2 }')
[ $((pages % 2)) = 0 ] &&
    pdftotext -f "$pages" "$scratch/sides.pdf" - | grep -q 印发
report $? "the imprint is on an even page ($pages)"
finish
