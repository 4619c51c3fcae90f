"""Workbooks as Excel, WPS and LibreOffice write them, and as nobody should.

workbook.py FOLDER: writes them into FOLDER, with the standard library alone.
"""
import os
import sys
import zipfile

folder = sys.argv[1]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRINGS = ["指标名称", "计量单位", "2025年", "2024年", "同比", "财政收入",
           "亿元", "失业率", "%"]

STYLES = """<styleSheet xmlns="%s"><numFmts count="1">
<numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>
</styleSheet>""" % MAIN

ROWS = """<row r="1"><c r="A1" t="inlineStr"><is><t>某市2025年财政</t></is></c>
</row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>
<c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c>
<c r="E3" t="s"><v>4</v></c></row>
<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4" t="s"><v>6</v></c>
<c r="C4" s="1"><v>142.59999999999999</v></c><c r="D4" s="1"><v>137.9</v></c>
<c r="E4" s="2"><f>C4/D4-1</f><v>3.4082668600435095E-2</v></c></row>
<row r="5"><c r="A5" t="s"><v>7</v></c><c r="B5" t="s"><v>8</v></c>
<c r="C5" s="2"><v>0.05</v></c><c r="D5" s="2"><v>5.2E-2</v></c></row>"""


def strings(prefix=""):
    items = "".join("<si><t>%s</t></si>" % s for s in STRINGS[:5])
    items += ("<si><r><t>财政</t></r><r><rPr><b/></rPr><t>收入</t></r>"
              "<rPh sb=\"0\" eb=\"2\"><t>cái</t></rPh></si>")
    items += "".join("<si><t>%s</t></si>" % s for s in STRINGS[6:])
    return prefix + '<sst xmlns="%s">%s</sst>' % (MAIN, items)


def parts(rows=ROWS, **other):
    out = {
        "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets>'
        '<sheet name="封面" sheetId="1" state="hidden" r:id="rId1"/>'
        '<sheet name="全年" sheetId="2" r:id="rId2"/></sheets></workbook>'
        % (MAIN, REL),
        "xl/_rels/workbook.xml.rels": '<Relationships>'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>'
        '</Relationships>',
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": strings(),
        "xl/worksheets/sheet1.xml":
        '<worksheet xmlns="%s"><sheetData/></worksheet>' % MAIN,
        "xl/worksheets/sheet2.xml":
        '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
        % (MAIN, rows),
    }
    out.update({"xl/" + k.replace("__", "/") + ".xml": v
                for k, v in other.items()})
    return out


def write(name, content, method=zipfile.ZIP_DEFLATED):
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path, "w", method) as z:
        for part, text in content.items():
            z.writestr(part, text)
    return path


write("good.xlsx", parts())
write("stored.xlsx", parts(), zipfile.ZIP_STORED)
prefixed = {k: v.replace("<", "<x:").replace("<x:/", "</x:")
            .replace('xmlns="', 'xmlns:x="') if "sheet2" in k else v
            for k, v in parts().items()}
write("prefixed.xlsx", prefixed)
write("error.xlsx", parts(ROWS.replace(
    '<c r="C5" s="2"><v>0.05</v></c>',
    '<c r="C5" t="e"><v>#DIV/0!</v></c>')))
write("formula.xlsx", parts(ROWS.replace(
    "<v>3.4082668600435095E-2</v>", "")))
AREAS = """<row r="1"><c r="A1" t="inlineStr"><is><t>地区</t></is></c>
<c r="B1" t="inlineStr"><is><t>县</t></is></c><c r="C1" t="inlineStr"><is>
<t>数</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>城区</t></is>
</c><c r="B2" t="inlineStr"><is><t>甲县</t></is></c><c r="C2"><v>1</v></c></row>
<row r="3"><c r="B3" t="inlineStr"><is><t>乙县</t></is></c><c r="C3"><v>2</v></c>
</row><row r="4"><c r="A4"/><c r="B4" t="inlineStr"><is><t>丙县</t></is></c>
<c r="C4"><v>3</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>全市</t>
</is></c><c r="C5"><v>6</v></c></row>"""
areas = parts(AREAS)
areas["xl/worksheets/sheet2.xml"] = areas["xl/worksheets/sheet2.xml"].replace(
    "</worksheet>", '<mergeCells count="3"><mergeCell ref="A2:A4"/>'
    '<mergeCell ref="A5:B5"/><mergeCell ref="B9"/></mergeCells></worksheet>')
write("areas.xlsx", areas)
two = parts()
two["xl/workbook.xml"] = two["xl/workbook.xml"].replace(
    ' state="hidden"', "").replace(
    '<sheet name="封面"', '<sheet name="全年" sheetId="3" r:id="rId2"/>'
    '<sheet name="封面"').replace('name="全年" sheetId="2"',
                                'name="分月" sheetId="2"')
write("two.xlsx", two)
write("doctype.xlsx", parts(sharedStrings=strings(
    '<!DOCTYPE sst [<!ENTITY a "aaaa">]>')))
write("unclosed.xlsx", parts(ROWS + "<row>"))
write("far.xlsx", parts(ROWS + '<row r="1048577"><c r="A1048577">'
                        "<v>1</v></c></row>"))
write("blank.xlsx", {k: v for k, v in parts().items() if "sheet2" not in k})
good = os.path.join(folder, "good.xlsx")
with open(good, "rb") as f:
    whole = f.read()
with zipfile.ZipFile(good) as z:
    sheet = z.getinfo("xl/worksheets/sheet2.xml")
inside = sheet.header_offset + 30 + len(sheet.filename) + 20
for n, cut in enumerate((30, 200, inside, len(whole) - 10)):
    with open(os.path.join(folder, "cut-%d.xlsx" % n), "wb") as f:
        f.write(whole[:cut] if n != 2 else
                whole[:cut] + b"\0" * 8 + whole[cut + 8:])
