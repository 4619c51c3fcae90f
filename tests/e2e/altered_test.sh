#!/bin/sh
# A layout of official documents altered in one line: `inspect` finds it in the
# PDF by the clause that it breaks, and nothing in the one that is not altered.
. "$(dirname "$0")/../tap.sh"
notice=$top/samples/yunxi-manuscript/notice.txt
letter=$top/tests/e2e/manuscripts/pifu.txt

"$jianbao" render "$notice" -l gongwen -q -o "$scratch/right.pdf"
try "the layout as it is" "$jianbao" inspect --gongwen "$scratch/right.pdf"
"$jianbao" render "$letter" -l gongwen-letter -q -o "$scratch/right.pdf"
try "the letter as it is" "$jianbao" inspect --gongwen "$scratch/right.pdf"

# Names that are spread over the width of the longest are read as names.
{
    printf '%s\n' '标题: 关于报送的通知' '发布单位: 云溪市水利局' \
        '联合机关: [乙局, 云溪市自然资源和规划局, 丁中心]' \
        '日期: 2025-11-03' '主送: 各县' '章节:' '  - 正文: 请按时报送。'
} >"$scratch/joint.yaml"
"$jianbao" render "$scratch/joint.yaml" -l gongwen -q -o "$scratch/right.pdf"
"$jianbao" inspect "$scratch/right.pdf" >"$scratch/out" 2>&1
[ $? = 0 ] && grep -q '日期比署名右移：2.00字' "$scratch/out"
report $? "several names without seals"

# SOURCE, LAYOUT, what `inspect` says, how the layout is altered.
altered() {
    sed "$4" "$top/layouts/$2.yaml" >"$scratch/$2.yaml"
    cmp -s "$top/layouts/$2.yaml" "$scratch/$2.yaml" &&
        echo "nothing is altered by $4" >&2
    "$jianbao" render "$1" -l "$scratch/$2.yaml" -q -o "$scratch/a.pdf"
    "$jianbao" inspect "$scratch/a.pdf" >"$scratch/out" 2>&1
    [ $? = 1 ] && grep -q "$3：.*不合格" "$scratch/out"
    report $? "$3 ($4)"
}
while IFS='|' read -r says how; do
    altered "$notice" gongwen "$says" "$how"
done <<'E2'
订口|s/left: 28mm/left: 31mm/
天头|s/top: 37mm/top: 40mm/
每面行数|s/grid: 29.62pt/grid: 26pt/
正文字号（三号）|s/base: {role: fang, size: 15.75pt/base: {role: fang, size: 14pt/
正文是仿宋|s/base: {role: fang/base: {role: hei/
“一、”一级的标题不是宋体、楷体|s/heading1: {role: hei/heading1: {role: song/
正文每段左空|s/body: {indent: 2em/body: {indent: 0em/
正文的黑墨|s/black: "#000000"/black: "#555555"/
红色里的青（30以下）|s/red: "#E60012"/red: "#000000"/
红色里的品红（80以上）|s/red: "#E60012"/red: "#FFA0A0"/
发文机关标志上边缘距版心上边缘|s/at: 35mm/at: 30mm/
发文字号在标志之下|s/number: {space-before: 2行}/number: {space-before: 0行}/
分隔线在发文字号之下|s/rule-width: 1pt, space-before: 4mm/rule-width: 1pt, space-before: 7mm/
红色分隔线长|/rule-colour: red/d
标题字号（二号）|s/title: {role: title, size: 22pt/title: {role: title, size: 18pt/
标题在分隔线之下|s/title: {space-before: 2行/title: {space-before: 1行/
主送机关在标题之下（空一行）|s/space-after: 1行, grid: 离格/space-after: 3行, grid: 离格/
主送机关左空|s/addressee: {}/addressee: {indent: 2em}/
附件说明在正文之下空|s/attachments: {space-before: 1行/attachments: {space-before: 0行/
“附件”二字左空|s/from: addressee, role: hei, align: start}      # 7.3.7/from: addressee, role: hei, align: end}/
不盖章公文的署名或日期右空|s/inset-right: 2字, space-before: 1行/inset-right: 3字, space-before: 1行/
页码字号（四号）|s/folio: {role: song, size: 14pt/folio: {role: song, size: 10.5pt/
页码字号（四号）|/at: 页脚/d
页码距版心边|s/style: folio, right:/style: folio, centre:/
一字线在版心之下|s/distance: 4.6mm/distance: 9mm/
版记字号（四号）|s/imprint: {size: 14pt/imprint: {size: 12pt/
版记左右各空|s/inset-left: 1字, inset-right: 1字/inset-left: 3字, inset-right: 3字/
版记首末线粗|s/rule-width: 0.35mm/rule-width: 0.8mm/
版记分隔线长|/place: 页末, rule-width/d
E2
altered "$letter" gongwen-letter 信函双线的中点距纸的中线 \
    's/x: 20mm, y: 27/x: 30mm, y: 27/'
finish
