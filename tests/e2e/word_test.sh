#!/bin/sh
# A Word document is checked and drafted from like a text.
. "$(dirname "$0")/../tap.sh"
python3 - "$scratch/report.docx" <<'END'
import sys
import zipfile
body = "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % t for t in (
    "云溪市2025年财政情况", "全市一般公共预算收入142.6亿元，同比增长3.4%。",
    "税收收入翻一番，增长251%。"))
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("word/document.xml", '<w:document xmlns:w="w"><w:body>%s'
               '</w:body></w:document>' % body)
END

ends 1 "a contradiction in a document" "$jianbao" check --prose \
    "$scratch/report.docx"
says 'report.docx:3:' "it is told by its paragraph"
"$jianbao" extract "$scratch/report.docx" -o "$scratch/draft.yaml" \
    >"$scratch/out" 2>&1
report $? "a draft is made of it"
grep -q '142.6' "$scratch/draft.yaml"
report $? "with its figures"
head -c 150 "$scratch/report.docx" >"$scratch/cut.docx"
ends 1 "a damaged document" "$jianbao" check --prose "$scratch/cut.docx"
says '读不出文字' "it is said"
finish
