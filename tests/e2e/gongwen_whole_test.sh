#!/bin/sh
# Whatever a document says stands on its pages, or it is said that the layout
# has no place for it: nothing is lost in silence, in any layout.
. "$(dirname "$0")/../tap.sh"

cat >"$scratch/all.yaml" <<'E'
标题: 关于统计工作的通知
副标题: 副题甲
发布单位: 云溪市统计局
联合机关: [云溪市财政局]
期号: 云统〔2025〕15号
日期: 2025-07-18
来源: 来源乙
主送: 主送丙
份号: "000001"
密级: 秘密
紧急程度: 加急
签发人: 程一帆
签署: [{职务: 局长, 姓名: 许文清}]
出席: 出席丁
请假: 请假戊
列席: 列席己
附件: [附件庚, {名称: 附件辛, 正文: 正文壬。}]
附注: 附注癸
抄送: 抄送子
印发机关: 印发丑
印发日期: 2025-07-19
摘要: 摘要寅。
章节:
  - 正文: 章节卯。
E
cat >"$scratch/said.txt" <<'E'
副标题 副题甲
发布单位 云溪市统计局
联合机关 云溪市财政局
期号 云统〔2025〕15号
日期 2025年7月18日
来源 来源乙
主送 主送丙
份号 000001
密级 秘密
紧急程度 加急
签发人 程一帆
签署 许文清
出席 出席丁
请假 请假戊
列席 列席己
附件 附件庚
附件 附件辛
附件的正文 正文壬
附注 附注癸
抄送 抄送子
印发机关 印发丑
印发日期 2025年7月19日
摘要 摘要寅
章节 章节卯
E

# What is neither shown nor warned of, or both.
compare() {
    while read -r key words; do
        shown=no warned=no
        grep -q "$words" "$scratch/all.text" && shown=yes
        grep -q "没有排“$key”的地方" "$scratch/all.said" && warned=yes
        [ $shown != $warned ] || echo "$key: shown $shown, warned $warned"
    done <"$scratch/said.txt"
}

for layout in layouts/*.yaml; do
    name=$(basename "$layout" .yaml)
    "$jianbao" render "$scratch/all.yaml" -l "$name" \
        -o "$scratch/all.pdf" 2>"$scratch/all.said"
    pdftotext "$scratch/all.pdf" - | tr -d ' \n\f' | sed 's/　//g' \
        >"$scratch/all.text"
    compare >"$scratch/out"
    [ ! -s "$scratch/out" ]
    report $? "$name: nothing is lost in silence"
done
finish
