#!/bin/sh
# The text room on its own: what each option does to lines and positions.
. "$(dirname "$0")/../tap.sh"

# lines OPTIONS… <TEXT: the lines of the first paragraph, joined by |.
lines() {
    "$jianbao" typeset --json --quiet --size 10pt --indent 0em "$@" |
        python3 -c 'import json, sys
paragraph = json.loads(sys.stdin.readline())
print("|".join(line["text"] for line in paragraph["lines"]))' \
            >"$scratch/out" 2>&1
}

# width OPTIONS… <TEXT: of the first line, in points.
width() {
    "$jianbao" typeset --json --quiet --size 10pt --indent 0em "$@" |
        python3 -c 'import json, sys
line = json.loads(sys.stdin.readline())["lines"][0]
last = line["glyphs"][-1]
print("%.1f" % line["width"])' >"$scratch/out" 2>&1
}

echo '甲乙丙丁……戊己庚辛——壬癸' | lines --measure 40pt --prohibitions basic
says '甲乙丙丁|……戊己' 'an ellipsis may start a line at the basic level'
echo '甲乙丙丁……戊己庚辛——壬癸' | lines --measure 40pt --prohibitions strict
says '丁……' 'but not at the strict level'
echo '壬癸/子丑寅卯' | lines --measure 25pt --prohibitions gb
! grep -q '/|' "$scratch/out"
report $? 'a solidus ends no line at the GB level'
echo '甲乙丙丁，戊己庚' | lines --measure 40pt --prohibitions none
says '甲乙丙丁|，' 'anything goes at the level none'
echo '他说：“好。”（是）' | width --measure 400pt --marks quanjiao
says '80.0' 'full-width marks, adjacent ones compressed'
echo '他说：“好。”（是）' | width --measure 400pt --marks kaiming
says '70.0' 'half-width marks but for full stops'
echo '甲。乙' | width --measure 400pt --marks kaiming
says '30.0' 'a full stop is full'
echo '甲。乙' | width --measure 400pt --marks banjiao
says '25.0' 'all marks half-width'
echo '国A国' | width --measure 400pt --gap 0em
cp "$scratch/out" "$scratch/without"
echo '国A国' | width --measure 400pt --gap 0.25em
[ "$(cat "$scratch/out")" != "$(cat "$scratch/without")" ]
report $? 'the gap is a setting'
echo '一二三四五六七八，九十' | lines --measure 80pt --hang
says '一二三四五六七八，|' 'a comma hangs'
echo '甲,乙' | lines --measure 400pt
says '甲，乙' 'half-width marks are normalised'
echo '甲,乙' | lines --measure 400pt --verbatim
says '甲,乙' 'unless they are to stay'
printf '甲\n\n乙' | "$jianbao" typeset -q >"$scratch/out"
[ "$(grep -c '"lines"' "$scratch/out")" = 3 ]
report $? 'a line of JSON for each paragraph'

echo '详见https://www.stats.gov.cn/sj/zxfb/202501/t1958332.html一文' |
    lines --measure 120pt
says '|.cn/sj' 'an address is parted before a full stop'
! grep -qE 'https:\||/\||\.\|' "$scratch/out"
report $? 'and not behind a mark that would end a sentence'
echo '数据见网站https://stats.gov.cn/sj/zxfb一文' |
    lines --measure 80pt --prohibitions gb
! grep -q '/|' "$scratch/out"
report $? 'at the GB level no solidus of an address ends a line'
printf '甲𠀀🇨乙\n' | width --measure 400pt
says '40.0' 'what no face has takes an em'
printf '甲𠀀🇨乙\n' | "$jianbao" typeset --json -q --indent 0em |
    grep -q '"𠀀","x":16.*"🇨","x":32'
report $? 'and is a glyph of its own'
python3 -c 'print("e" + "\u0301" * 50000)' | width --measure 400pt
says '4.4' 'fifty thousand accents are as wide as none'
echo '一二三四五62.3亿元和3.2个百分点' | lines --measure 80pt
! grep -qE '^.\|' "$scratch/out"
report $? 'no character is left alone on a line to keep others'

echo '采用国际representation标准' | lines --measure 90pt
says '采用国际representa|tion标准' 'a long Western word is parted'
echo '采用国际representation标准' | width --measure 90pt
says '90.0' 'its hyphen is within the measure'
echo '一二三四五六七八九十一二三四五六七八九十一二三四representation标准' |
    lines --measure 245pt
says '二三四|rep' 'but not where a line need be opened but a little'
echo '采用PowerPoint和word2vectors及https://a.cn/representation标准' |
    lines --measure 60pt
! grep -qE 'Power\|Point|word2vec\|tors' "$scratch/out"
report $? 'names are no words'

text=一二三四五六七八九十一市长张三出席会议，
for how in free keep; do
    echo "$text" | lines --measure 140pt --names "$how"
    cp "$scratch/out" "$scratch/$how"
done
grep -q '张|三' "$scratch/free" && ! grep -q '张|三' "$scratch/keep"
report $? 'names may be parted or kept'
text=一二三四五六七八九十一二《工作手册》
for how in free keep; do
    echo "$text" | lines --measure 150pt --titles "$how"
    cp "$scratch/out" "$scratch/$how"
done
grep -q '工作|手册' "$scratch/free" && ! grep -q '作|手\|工|作' "$scratch/keep"
report $? 'so may titles in 《》'
ends 2 'an unknown way to keep names' "$jianbao" typeset "$scratch/out" \
    --names=always

# boxes OPTIONS… <TEXT: where each box begins and how wide it is, in em.
boxes() {
    "$jianbao" typeset --json --quiet --size 10pt --indent 0em "$@" |
        python3 -c 'import json, sys
line = json.loads(sys.stdin.readline())["lines"][0]
print(*("%s%.2f+%.2f" % (g["text"], g["x"] / 10, g["advance"] / 10)
        for g in line["glyphs"]))' >"$scratch/out" 2>&1
}
echo '（甲）乙' | boxes --measure 400pt
says '（0.00+0.50 甲0.50+1.00' 'a trimmed opening mark has half a box'
echo '甲，“乙' | boxes --measure 400pt --marks kaiming
says '，1.00+0.50 “1.50+0.50 乙2.00' 'each of two marks has its own half'
echo '国A国' | boxes --measure 400pt --gap 0.25em
says '国0.00+1.00 A1.25+' 'a gap lies between boxes'
echo '一二三四五六七八九十，一二三四五六七八九十' | boxes --measure 105pt
says '一0.00+1.00' 'boxes keep their width in a line that is spread'

printf '采用国际com\302\255mu\302\255ni\302\255que标\n' | boxes --measure 80pt
says '+0.33' 'a soft hyphen is drawn where a line ends at it'
printf '中\302\255文\n' | boxes --measure 80pt
says '+0.00 文1.00' 'and nowhere else'

echo '甲乙丙丁' | lines --measure 1.99999999999999996em
says '甲乙|丙丁' 'a length as a program computed it'
echo 甲 >"$scratch/text"
ends 2 'an unknown role' "$jianbao" typeset "$scratch/text" --role nosuch
says 'nosuch' 'it is named (ASKED_ROLE_UNKNOWN)'
for size in 0pt x -3pt 1e9pt; do
    ends 2 "--size $size" "$jianbao" typeset "$scratch/text" "--size=$size"
done
finish
