#!/bin/sh
# A notice as typed, in a text file or in Word, becomes an official document.
. "$(dirname "$0")/../tap.sh"
notice=$top/samples/yunxi-manuscript/notice.txt

"$jianbao" render "$notice" -o "$scratch/a.pdf" >"$scratch/said" 2>&1
report $? "the sample is set"
grep -q '按文稿读：标题“云溪市人民政府办公室关于做好2025年秋冬季农业生产工作的通知”' \
    "$scratch/said"
report $? "what was made out is said"
pdftotext -layout "$scratch/a.pdf" - | tr -d ' \n' >"$scratch/words"
for words in '云政办〔2025〕15号' '市直有关部门：为抓好秋冬季' '二、重点任务（一）抓好秋收秋种' \
    '附件：1.秋冬播任务分解表2.服务热线云溪市人民政府办公室2025年9月18日（此件公开发布' \
    '附件1秋冬播任务分解表单位：万亩县区小麦油菜合计' '附件2服务热线市农业农村局' \
    '抄送：市委办公室，市人大常委会办公室，市政协办公室。云溪市人民政府办公室2025年9月18日印发'; do
    grep -q "$words" "$scratch/words"
    report $? "the pages have $words"
done
try "it keeps the standard's measures" "$jianbao" inspect "$notice" -l gongwen

# What Word saves of the same lines says the same.
python3 - "$notice" "$scratch/notice.docx" <<'END'
import sys, zipfile
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
def p(text):
    return ('<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>'
            % text)
body, rows = "", []
for line in lines + [""]:
    if "\t" in line:
        rows.append(line.split("\t"))
        continue
    if rows:
        body += "<w:tbl>%s</w:tbl>" % "".join(
            "<w:tr>%s</w:tr>" % "".join(
                "<w:tc>%s</w:tc>" % p(cell) for cell in row) for row in rows)
        rows = []
    body += p(line)
with zipfile.ZipFile(sys.argv[2], "w") as z:
    z.writestr("[Content_Types].xml", "<Types/>")
    z.writestr("word/document.xml", "<w:document xmlns:w='w'><w:body>"
               + body + "</w:body></w:document>")
END
"$jianbao" render "$notice" -q --dump=report >"$scratch/typed"
"$jianbao" render "$scratch/notice.docx" -q --dump=report >"$scratch/word"
cmp "$scratch/typed" "$scratch/word" >"$scratch/out" 2>&1
report $? "Word's document is read as the text is"

# What is wrong in its words is said and does not hold up the pages.
sed 's/每月通报一次/任务面积增长-6.5%/' "$notice" >"$scratch/wrong.txt"
"$jianbao" render "$scratch/wrong.txt" -o "$scratch/wrong.pdf" \
    >"$scratch/said" 2>&1
report $? "a slip in a text does not hold it up"
grep -q '警告.*-6.5%' "$scratch/said"
report $? "but is said"

# Every form, typed, indented, in Word …: no line is dropped without a word,
# and the layout is that of the form.
forms=$(dirname "$0")/manuscripts
lines=$(dirname "$0")/manuscript_lines.py
python3 "$lines" "$jianbao" "$scratch" "$forms"/*.txt >"$scratch/out" 2>&1
status=$?
test $status = 0 && test "$(grep -c '^ok ' "$scratch/out")" = 140 &&
    ! grep '^not ok' "$scratch/out" >&2
report $? "every line of every manuscript is on the pages or told"

# A program that drops a line is found out by that measure.
cat >"$scratch/dropping" <<END
#!/bin/sh
case \$2 in *.txt) sed -i 3d "\$2" ;; esac
exec "$jianbao" "\$@"
END
chmod +x "$scratch/dropping"
mkdir "$scratch/dropped"
python3 "$lines" "$scratch/dropping" "$scratch/dropped" "$forms/ling.txt" \
    >"$scratch/out" 2>&1
grep -q '^not ok ling.txt' "$scratch/out"
report $? "a dropped line is found"

while read -r form layout; do
    "$jianbao" render "$forms/$form.txt" -o "$scratch/f.pdf" \
        >"$scratch/out" 2>&1
    grep -q "版式“$layout”" "$scratch/out"
    report $? "$form is set as $layout"
    "$jianbao" render "$forms/$form.txt" -q --dump=report >"$scratch/typed"
    # Left from the rule above: the same lines with tabs, and from Word.
    for other in -indented.txt -tabs.txt -apart.txt .docx -tabs.docx; do
        "$jianbao" render "$scratch/$form$other" -q --dump=report \
            >"$scratch/other"
        cmp "$scratch/typed" "$scratch/other" >>"$scratch/out" 2>&1 ||
            echo "differs: $other" >>"$scratch/out"
    done
    ! grep -q differs "$scratch/out"
    report $? "$form is read alike from all of them"
done <<'END'
tongzhi gongwen
tongzhi-noredhead gongwen
tonggao gongwen
han gongwen-letter
fuhan gongwen-letter
pifu gongwen-letter
qingshi gongwen
baogao gongwen
yijian gongwen
jueding gongwen
ling gongwen-order
jiyao gongwen-minutes
jiyao2 gongwen-minutes
lianhe gongwen
lianhe2 gongwen
zhuanfa gongwen
END

# 公告 and 通告, which are for everybody, are called by their red head; 文件
# that is typed stays.
"$jianbao" render "$forms/tonggao.txt" -o "$scratch/t.pdf" >/dev/null 2>&1
pdftotext "$scratch/t.pdf" - | tr -d ' \n' >"$scratch/words"
grep -q '^云溪市公安局通告云公通〔2025〕3号为保障' "$scratch/words"
report $? "a public notice has its own red head, once"
sed '1s/$/文件/; 2s/.*/关于道路管制的通告/' "$forms/tonggao.txt" \
    >"$scratch/file.txt"
"$jianbao" render "$scratch/file.txt" -o "$scratch/t.pdf" >/dev/null 2>&1
pdftotext "$scratch/t.pdf" - | tr -d ' \n' >"$scratch/words"
grep -q '^云溪市公安局文件云公通〔2025〕3号关于道路管制的通告为保障' \
    "$scratch/words"
report $? "a head that was typed is kept"

# What a manuscript lacks is not made up: no imprint; 印发件 is no 附件.
"$jianbao" render "$forms/zhuanfa.txt" -o "$scratch/z.pdf" >/dev/null 2>&1
pdftotext "$scratch/z.pdf" - | tr -d ' \n' >"$scratch/words"
! grep -q '日印发\|附件\|抄送' "$scratch/words"
report $? "no imprint and no attachment are made up"
finish
