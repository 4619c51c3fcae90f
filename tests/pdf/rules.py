#!/usr/bin/env python3
"""Checks a PDF file against the rules of PDF/A-3a (ISO 19005-3) and PDF/UA-1
(ISO 14289-1) that a program can check, from what qpdf makes of it. Prints one
line per broken rule; ends with 1 when there is any.

    rules.py FILE.pdf
"""
import base64
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

broken = []


def rule(holds, clause, text):
    if not holds:
        broken.append(f"{clause}: {text}")
    return holds


class File:
    """All objects; indirect references are followed by `get`."""

    def __init__(self, path):
        run = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline",
             "--decode-level=generalized", path],
            capture_output=True, check=True)
        parts = json.loads(run.stdout)["qpdf"]
        self.objects = parts[1]
        self.raw = open(path, "rb").read()
        self.trailer = self.objects["trailer"]["value"]

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get("obj:" + value)
            if entry is None:
                return None
            value = entry["value"] if "value" in entry \
                else entry["stream"]["dict"]
        return value

    def stream(self, ref):
        data = self.objects["obj:" + ref]["stream"]["data"]
        return base64.b64decode(data)

    def walk(self):
        for name, entry in self.objects.items():
            if name == "trailer":
                continue
            is_stream = "stream" in entry
            yield (name[4:], entry["stream"]["dict"] if is_stream
                   else entry["value"], is_stream)


def text(value):
    """A text string as qpdf writes it: u:… or b:hex."""
    if value is None:
        return None
    return value[2:] if value.startswith("u:") else \
        bytes.fromhex(value[2:]).decode("utf-8", "replace")


# ---- the file itself ----------------------------------------------------

def check_shell(f):
    raw = f.raw
    rule(raw.startswith(b"%PDF-1.7\n%"), "A 6.1.2", "header")
    mark = raw[10:14]
    rule(all(b > 127 for b in mark), "A 6.1.2", "four high bytes in line 2")
    rule(raw.rstrip(b"\r\n").endswith(b"%%EOF"), "A 6.1.3", "ends with %%EOF")
    rule(raw.endswith(b"%%EOF\n"), "A 6.1.3", "nothing behind %%EOF")
    rule("/Encrypt" not in f.trailer, "A 6.1.3", "no encryption")
    ids = f.trailer.get("/ID")
    rule(ids is not None and len(ids) == 2, "A 6.1.3", "trailer has an ID")
    rule(b"endstream" in raw and
         not re.search(rb"[^\r\n]endstream", raw), "A 6.1.7.1",
         "an end-of-line before every endstream")


def stream_extents(raw):
    for m in re.finditer(rb"/Length (\d+)>>stream\n", raw):
        yield int(m.group(1)), m.end()


def check_lengths(f):
    n = 0
    for size, start in stream_extents(f.raw):
        n += 1
        if f.raw[start + size:start + size + 10] != b"\nendstream":
            rule(False, "A 6.1.7.1", f"Length of the stream at {start}")
    # qpdf's form for editing, in which faults are made, has them apart
    if b"%QDF" not in f.raw[:40]:
        rule(n > 0, "A 6.1.7.1", "streams with a direct Length")


FORBIDDEN = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm",
             "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
             "/GoTo3DView"}


def check_values(f, value, where):
    """Limits of A 6.1.13 and forbidden keys, all the way down."""
    if isinstance(value, dict):
        for key, below in value.items():
            rule(len(key.encode()) <= 128, "A 6.1.13", f"{where}: long name")
            rule(key != "/AA", "A 6.5.1", f"{where}: additional actions")
            check_values(f, below, where)
        if value.get("/S") in FORBIDDEN and "/P" not in value:
            rule(False, "A 6.5.1", f"{where}: action {value['/S']}")
    elif isinstance(value, list):
        for below in value:
            check_values(f, below, where)
    elif isinstance(value, str):
        if value.startswith("/"):
            rule(len(value.encode()) <= 128, "A 6.1.13",
                 f"{where}: long name {value[:20]}")
        else:
            rule(len(value.encode()) <= 32767, "A 6.1.13",
                 f"{where}: long string")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        rule(abs(value) <= 2147483647, "A 6.1.13", f"{where}: large number")


def check_objects(f):
    for ref, value, is_stream in f.walk():
        check_values(f, value, ref)
        if not is_stream:
            continue
        rule("/F" not in value, "A 6.1.7.1", f"{ref}: external stream")
        filters = value.get("/Filter", [])
        filters = filters if isinstance(filters, list) else [filters]
        rule("/LZWDecode" not in filters and "/Crypt" not in filters,
             "A 6.1.7.2", f"{ref}: filter {filters}")
        if value.get("/Subtype") == "/Image":
            check_image(f, ref, value)


def check_image(f, ref, image):
    rule(image.get("/Interpolate") is not True, "A 6.2.8",
         f"{ref}: interpolated image")
    rule("/OPI" not in image and "/Alternates" not in image, "A 6.2.8",
         f"{ref}: alternates")
    rule(image.get("/BitsPerComponent") in (1, 2, 4, 8, 16), "A 6.2.8",
         f"{ref}: bits per component")
    colours = {"/DeviceGray": 1, "/DeviceRGB": 3}[image["/ColorSpace"]]
    # qpdf gives the samples with the predictor undone
    rule(len(f.stream(ref)) == image["/Width"] * image["/Height"] * colours,
         "ISO 32000 8.9.5", f"{ref}: as many samples as it says")


# ---- catalog and metadata -----------------------------------------------

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def found(tree, path):
    node = tree.find(".//" + path, NAMES)
    return None if node is None else "".join(node.itertext()).strip()


def check_metadata(f, catalog):
    ref = catalog.get("/Metadata")
    if not rule(ref is not None, "A 6.6.2.1", "document metadata"):
        return
    head = f.get(ref)
    rule(head.get("/Type") == "/Metadata" and head.get("/Subtype") == "/XML",
         "A 6.6.2.1", "metadata stream's type")
    rule("/Filter" not in head, "A 6.6.2.1", "metadata is not compressed")
    data = f.stream(ref).decode("utf-8")
    rule("<?xpacket begin=" in data and "bytes=" not in data and
         "encoding=" not in data, "A 6.6.2.1", "packet header")
    tree = ElementTree.fromstring(
        re.sub(r"<\?xpacket[^>]*\?>", "", data).strip())
    rule(found(tree, "pdfaid:part") == "3", "A 6.6.4", "part 3")
    rule(found(tree, "pdfaid:conformance") == "A", "A 6.6.4", "level A")
    rule(found(tree, "pdfuaid:part") == "1", "UA 5", "PDF/UA part 1")
    described = [n.text for n in
                 tree.iterfind(".//pdfaSchema:namespaceURI", NAMES)]
    rule(NAMES["pdfuaid"] in described, "A 6.6.2.3",
         "extension schema for pdfuaid")
    info = f.get(f.trailer.get("/Info")) or {}
    title = found(tree, "dc:title")
    rule(bool(title), "UA 7.1", "dc:title")
    pairs = [("/Title", title), ("/Author", found(tree, "dc:creator")),
             ("/Subject", found(tree, "dc:description")),
             ("/Keywords", found(tree, "pdf:Keywords")),
             ("/Producer", found(tree, "pdf:Producer")),
             ("/Creator", found(tree, "xmp:CreatorTool"))]
    for key, said in pairs:
        rule(text(info.get(key)) == said, "A 6.6.3",
             f"Info {key} {info.get(key)} and XMP {said} agree")
    for key, path in (("/CreationDate", "xmp:CreateDate"),
                      ("/ModDate", "xmp:ModifyDate")):
        check_date(text(info.get(key)), found(tree, path), key)


def check_date(info, xmp, key):
    if info is None and xmp is None:
        return
    m = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)"
                     r"([+-]\d\d)'(\d\d)'", info or "")
    wanted = m and "{}-{}-{}T{}:{}:{}{}:{}".format(*m.groups())
    rule(wanted is not None and wanted == xmp, "A 6.6.3",
         f"{key}: {info} and {xmp}")


def check_intent(f, catalog):
    intents = f.get(catalog.get("/OutputIntents")) or []
    if not rule(len(intents) == 1, "A 6.2.3", "one output intent"):
        return
    intent = f.get(intents[0])
    rule(intent.get("/S") == "/GTS_PDFA1", "A 6.2.3", "GTS_PDFA1")
    rule("/OutputConditionIdentifier" in intent, "A 6.2.3", "identifier")
    ref = intent.get("/DestOutputProfile")
    profile = f.stream(ref)
    rule(f.get(ref).get("/N") == 3, "A 6.2.3", "N of the profile")
    rule(profile[36:40] == b"acsp", "ICC", "signature")
    rule(int.from_bytes(profile[:4], "big") == len(profile), "ICC", "size")
    rule(profile[8] in (2, 4), "A 6.2.3", "profile version 2 or 4")
    rule(profile[12:24] == b"mntrRGB XYZ ", "A 6.2.3", "a display's RGB")
    n = int.from_bytes(profile[128:132], "big")
    tags = {}
    for i in range(n):
        at = 132 + 12 * i
        where, size = (int.from_bytes(profile[at + k:at + k + 4], "big")
                       for k in (4, 8))
        tags[profile[at:at + 4].decode()] = profile[where:where + size]
        rule(where % 4 == 0 and where + size <= len(profile), "ICC",
             "tag inside the profile")
    rule({"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC",
          "bTRC", "chad"} <= set(tags), "ICC", f"tags {sorted(tags)}")
    white = [sum(int.from_bytes(tags[c][8 + 4 * k:12 + 4 * k], "big",
                                signed=True)
                 for c in ("rXYZ", "gXYZ", "bXYZ")) / 65536
             for k in range(3)]
    rule(all(abs(w - d) < 0.0005
             for w, d in zip(white, (0.9642, 1.0, 0.8249))), "ICC",
         f"primaries add up to D50: {white}")


def check_catalog(f, catalog):
    rule(bool(text(catalog.get("/Lang"))), "A 6.7.4, UA 7.2", "/Lang")
    mark = f.get(catalog.get("/MarkInfo")) or {}
    rule(mark.get("/Marked") is True, "A 6.7.2.2", "/Marked true")
    rule("/Suspects" not in mark, "UA 7.1", "no suspects")
    view = f.get(catalog.get("/ViewerPreferences")) or {}
    rule(view.get("/DisplayDocTitle") is True, "UA 7.1", "DisplayDocTitle")
    rule("/Requirements" not in catalog and "/XFA" not in catalog and
         "/OpenAction" not in catalog, "A 6.5", "no actions of its own")
    if "/Outlines" in catalog:
        check_outline(f, catalog["/Outlines"])
    check_files(f, catalog)


def check_outline(f, root_ref):
    """Every entry is reached once, both ways, and leads to a page."""
    seen = set()

    def level(parent_ref, depth):
        parent, below, before = f.get(parent_ref), 0, None
        ref = parent.get("/First")
        while ref is not None and ref not in seen and depth < 50:
            seen.add(ref)
            entry = f.get(ref)
            rule(entry.get("/Parent") == parent_ref, "ISO 32000 12.3.3",
                 f"{ref}: parent")
            rule(entry.get("/Prev") == before, "ISO 32000 12.3.3",
                 f"{ref}: Prev")
            rule(bool(text(entry.get("/Title"))), "ISO 32000 12.3.3",
                 f"{ref}: title")
            where = f.get(entry.get("/Dest"))
            rule(where and f.get(where[0]).get("/Type") == "/Page",
                 "ISO 32000 12.3.2", f"{ref}: destination")
            below += 1 + level(ref, depth + 1)
            before, ref = ref, entry.get("/Next")
        rule(parent.get("/Last") == before, "ISO 32000 12.3.3",
             f"{parent_ref}: Last")
        if below:
            rule(parent.get("/Count") == below, "ISO 32000 12.3.3",
                 f"{parent_ref}: Count {parent.get('/Count')}, {below} found")
        return below

    level(root_ref, 0)


def raw_bytes(value):
    """The bytes that stand in the file for a string that qpdf decoded."""
    if value.startswith("b:"):
        return bytes.fromhex(value[2:])
    said = value[2:]
    return said.encode() if said.isascii() else \
        b"\xFE\xFF" + said.encode("utf-16-be")


def names_of(f, tree):
    """The pairs of a name tree of one node, in order."""
    flat = f.get(tree).get("/Names")
    names = flat[::2]
    keys = [raw_bytes(n) for n in names]
    rule(keys == sorted(set(keys)), "ISO 32000 7.9.6",
         f"names in order, once each: {names}")
    return list(zip(names, flat[1::2]))


def check_files(f, catalog):
    names = f.get(catalog.get("/Names")) or {}
    for name, where in names_of(f, names["/Dests"]) \
            if "/Dests" in names else []:
        where = f.get(where)
        rule(f.get(where[0]).get("/Type") == "/Page", "ISO 32000 12.3.2",
             f"named place {name}")
    files = names_of(f, names["/EmbeddedFiles"]) \
        if "/EmbeddedFiles" in names else []
    associated = f.get(catalog.get("/AF")) or []
    rule(sorted(r for _, r in files) == sorted(associated), "A 6.8",
         "every embedded file is associated")
    for _, ref in files:
        spec = f.get(ref)
        rule("/F" in spec and "/UF" in spec, "A 6.8", f"{ref}: F and UF")
        rule(spec.get("/AFRelationship") in
             ("/Source", "/Data", "/Alternative", "/Supplement",
              "/Unspecified"), "A 6.8", f"{ref}: relationship")
        body = f.get(spec["/EF"])["/F"]
        rule("/Subtype" in f.get(body), "A 6.8", f"{ref}: media type")
        size = f.get(f.get(body).get("/Params") or {}).get("/Size")
        rule(size == len(f.stream(body)), "ISO 32000 7.11.4",
             f"{ref}: size {size}")


# ---- fonts ---------------------------------------------------------------

def cmap_pairs(data):
    """code → UTF-16BE bytes of a ToUnicode CMap made of bfchar lines."""
    pairs = {}
    for block in re.findall(rb"(\d+) beginbfchar\n(.*?)endbfchar", data,
                            re.S):
        lines = re.findall(rb"<([0-9A-F]{4})><([0-9A-F]*)>", block[1])
        rule(len(lines) == int(block[0]) and len(lines) <= 100,
             "TN 5014", "lines in a bfchar section")
        for code, said in lines:
            rule(int(code, 16) not in pairs, "ISO 32000 9.10.3",
                 f"code {code} mapped once")
            pairs[int(code, 16)] = bytes.fromhex(said.decode())
    return pairs


def widths_of(f, font):
    """CID → width, by the W array; others have DW."""
    out, flat = {}, f.get(font.get("/W")) or []
    for first, row in zip(flat[::2], flat[1::2]):
        for i, w in enumerate(row):
            out[first + i] = w
    return out


def check_truetype(f, name, descendant, data, shown):
    n = int.from_bytes(data[4:6], "big")
    tables = {}
    for i in range(n):
        at = 12 + 16 * i
        where, size = (int.from_bytes(data[at + k:at + k + 4], "big")
                       for k in (8, 12))
        tables[data[at:at + 4].decode()] = data[where:where + size]
    rule({"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(tables),
         "A 6.2.11.4", f"{name}: tables {sorted(tables)}")
    em = int.from_bytes(tables["head"][18:20], "big")
    n_long = int.from_bytes(tables["hhea"][34:36], "big")
    n_glyphs = int.from_bytes(tables["maxp"][4:6], "big")
    rule(n_long == n_glyphs and len(tables["hmtx"]) == 4 * n_glyphs and
         len(tables["loca"]) == 4 * (n_glyphs + 1), "A 6.2.11.4",
         f"{name}: tables of {n_glyphs} glyphs")
    widths = widths_of(f, descendant)
    for cid in range(1, n_glyphs):
        if cid not in shown:
            continue
        advance = int.from_bytes(tables["hmtx"][4 * cid:4 * cid + 2], "big")
        said = widths.get(cid, descendant.get("/DW", 1000))
        rule(abs(advance * 1000 / em - said) <= 1, "A 6.2.11.5",
             f"{name}: width of CID {cid} is {said}")


def cff_index(data, at):
    """Extents of an INDEX's objects, and where it ends (TN 5176 5)."""
    n = int.from_bytes(data[at:at + 2], "big")
    if n == 0:
        return [], at + 2
    size, base = data[at + 2], at + 3
    offsets = [int.from_bytes(data[base + i * size:base + (i + 1) * size],
                              "big") for i in range(n + 1)]
    start = base + (n + 1) * size - 1
    return ([(start + a, start + b) for a, b in zip(offsets, offsets[1:])],
            start + offsets[-1])


def cff_number(data, at, is_charstring):
    """A number and where the next token stands; None for operators."""
    b = data[at]
    if b == 28:
        return int.from_bytes(data[at + 1:at + 3], "big", signed=True), at + 3
    if b == 29 and not is_charstring:
        return int.from_bytes(data[at + 1:at + 5], "big", signed=True), at + 5
    if b == 30 and not is_charstring:
        end = at + 1
        while data[end] & 15 != 15 and data[end] >> 4 != 15:
            end += 1
        return 0.5, end + 1
    if b == 255 and is_charstring:
        return int.from_bytes(data[at + 1:at + 5], "big",
                              signed=True) / 65536, at + 5
    if 32 <= b <= 246:
        return b - 139, at + 1
    if 247 <= b <= 250:
        return (b - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= b <= 254:
        return -(b - 251) * 256 - data[at + 1] - 108, at + 2
    return None, at


def cff_dict(data):
    at, operands, entries = 0, [], {}
    while at < len(data):
        number, after = cff_number(data, at, False)
        if number is not None:
            operands.append(number)
            at = after
            continue
        op = data[at]
        at += 1
        if op == 12:
            op = 1200 + data[at]
            at += 1
        entries[op], operands = operands, []
    return entries


def cff_width(charstring, private):
    """The width that a charstring states before its first operator."""
    at, operands = 0, []
    while True:
        number, after = cff_number(charstring, at, True)
        if number is None:
            break
        operands.append(number)
        at = after
    usual = {21: 2, 4: 1, 22: 1, 14: 0}.get(charstring[at])
    stated = len(operands) % 2 == 1 if usual is None \
        else len(operands) > usual
    if not stated:
        return private.get(20, [0])[0]
    return private.get(21, [0])[0] + operands[0]


def check_cff(f, name, descendant, data):
    _, at = cff_index(data, data[2])
    tops, at = cff_index(data, at)
    _, at = cff_index(data, at)
    subrs, _ = cff_index(data, at)
    top = cff_dict(data[slice(*tops[0])])
    strings, _ = cff_index(data, top[17][0])
    fonts, _ = cff_index(data, top[1236][0])
    privates = []
    for extent in fonts:
        size, where = cff_dict(data[slice(*extent)])[18]
        privates.append(cff_dict(data[where:where + size]))
    select = top[1237][0]
    charset = top[15][0]
    rule(1230 in top and not subrs and data[select] == 0, "A 6.2.11.4",
         f"{name}: a CID-keyed program without subroutines")
    rule(data[charset:charset + 5] == b"\2\0\1" +
         (len(strings) - 2).to_bytes(2, "big"), "A 6.2.11.4.2",
         f"{name}: CID k is glyph k")
    widths = widths_of(f, descendant)
    for cid in range(1, len(strings)):
        private = privates[data[select + 1 + cid]]
        width = cff_width(data[slice(*strings[cid])], private)
        said = widths.get(cid, descendant.get("/DW", 1000))
        rule(abs(width - said) <= 1, "A 6.2.11.5",
             f"{name}: width of CID {cid} is {width}, W says {said}")


def check_font(f, ref):
    """Returns the font's ToUnicode pairs."""
    font = f.get(ref)
    name = font.get("/BaseFont", "?")
    rule(font.get("/Subtype") == "/Type0", "A 6.2.11", f"{name}: composite")
    rule(font.get("/Encoding") == "/Identity-H", "A 6.2.11.3",
         f"{name}: Identity-H")
    rule(re.match(r"/[A-Z]{6}\+", name), "ISO 32000 9.9.2", f"{name}: tag")
    descendant = f.get(f.get(font["/DescendantFonts"])[0])
    rule(descendant.get("/BaseFont") == name, "ISO 32000 9.7",
         f"{name}: one name")
    system = f.get(descendant.get("/CIDSystemInfo")) or {}
    rule(text(system.get("/Registry")) == "Adobe" and
         text(system.get("/Ordering")) == "Identity", "A 6.2.11.3",
         f"{name}: CIDSystemInfo")
    d = f.get(descendant["/FontDescriptor"])
    rule(d.get("/FontName") == name, "ISO 32000 9.8", f"{name}: FontName")
    for key in ("/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
                "/CapHeight", "/StemV"):
        rule(key in d, "ISO 32000 9.8", f"{name}: descriptor has {key}")
    rule(d.get("/CIDSet") is None, "A 6.2.11.4.2", f"{name}: no CIDSet")
    if descendant.get("/Subtype") == "/CIDFontType2":
        rule(descendant.get("/CIDToGIDMap") == "/Identity", "A 6.2.11.3.2",
             f"{name}: map")
        check_truetype(f, name, descendant, f.stream(d["/FontFile2"]),
                       cmap_pairs(f.stream(font["/ToUnicode"])))
    else:
        program = d["/FontFile3"]
        rule(f.get(program).get("/Subtype") == "/CIDFontType0C",
             "A 6.2.11.4", f"{name}: FontFile3")
        check_cff(f, name, descendant, f.stream(program))
    if not rule("/ToUnicode" in font, "A 6.2.11.7", f"{name}: ToUnicode"):
        return {}
    pairs = cmap_pairs(f.stream(font["/ToUnicode"]))
    for code, said in pairs.items():
        rule(said not in (b"", b"\0\0", b"\xFE\xFF", b"\xFF\xFE"),
             "A 6.2.11.7.2", f"{name}: code {code} means {said.hex()}")
    return pairs


# ---- content streams -----------------------------------------------------

TOKEN = re.compile(
    rb"<<|>>|\[|\]|/[^\s<>\[\]()/%]*|<[0-9A-Fa-f\s]*>"
    rb"|\((?:\\.|[^()\\])*\)|[^\s<>\[\]()/%]+")
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
PAINTING = {b"f", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}
OPERATORS = SHOWING | PAINTING | {
    b"q", b"Q", b"cm", b"w", b"J", b"j", b"M", b"d", b"gs", b"m", b"l",
    b"c", b"h", b"re", b"n", b"W", b"W*", b"BT", b"ET", b"Tf", b"Td", b"Tm",
    b"Tc", b"Ts", b"rg", b"RG", b"g", b"G", b"BMC", b"BDC", b"EMC"}
IN_TEXT = {b"ET", b"Tf", b"Td", b"Tm", b"Tc", b"Ts", b"TJ", b"Tj", b"rg",
           b"g", b"gs", b"BDC", b"EMC"}


class Content:
    """One page's stream, operator by operator."""

    def __init__(self, page, resources, fonts):
        self.page, self.resources, self.fonts = page, resources, fonts
        self.marks, self.saved, self.text, self.font = [], [], False, None
        self.mcids, self.shown = {}, 0

    def run(self, data):
        operands = []
        for token in TOKEN.findall(data):
            first = token[:1]
            if first in b"/<([]>" or first in b"+-.0123456789":
                operands.append(token)
                continue
            if rule(token in OPERATORS, "A 6.2.2",
                    f"{self.page}: operator {token}"):
                self.operator(token, operands)
            operands = []
        rule(not self.marks, "ISO 32000 14.6", f"{self.page}: BDC closed")
        rule(not self.text, "ISO 32000 9.4", f"{self.page}: BT closed")
        rule(not self.saved, "ISO 32000 8.4.2", f"{self.page}: q closed")

    def operator(self, op, operands):
        if self.text:
            rule(op in IN_TEXT, "ISO 32000 table 51",
                 f"{self.page}: {op} inside BT")
        if op in SHOWING or op in PAINTING:
            rule(self.marks and self.marks[0] is not None, "UA 7.1",
                 f"{self.page}: unmarked content")
        name = {b"BT": "begin_text", b"ET": "end_text", b"q": "save",
                b"Q": "restore", b"BDC": "mark", b"BMC": "mark",
                b"EMC": "end_mark", b"Tf": "use_font", b"TJ": "show",
                b"Tj": "show", b"Do": "resource", b"gs": "resource"}.get(op)
        if name is not None:
            getattr(self, name)(operands)

    def begin_text(self, _):
        self.text, self.depth = True, len(self.marks)

    def end_text(self, _):
        rule(self.text and self.depth == len(self.marks), "ISO 32000 14.6",
             f"{self.page}: ET crosses marks")
        self.text = False

    def save(self, _):
        self.saved.append(self.font)
        rule(len(self.saved) <= 28, "A 6.1.13", f"{self.page}: q nested")

    def restore(self, _):
        if rule(self.saved, "ISO 32000 8.4.2", f"{self.page}: Q too many"):
            self.font = self.saved.pop()

    def mark(self, operands):
        joined = b" ".join(operands)
        mcid = re.search(rb"/MCID (\d+)", joined)
        if operands[0] == b"/Artifact":
            rule(not self.marks, "UA 7.1", f"{self.page}: artifact in text")
            self.marks.append("artifact")
        elif mcid:
            number = int(mcid.group(1))
            rule(not self.marks, "UA 7.1", f"{self.page}: nested content")
            rule(number not in self.mcids, "ISO 32000 14.7.4.3",
                 f"{self.page}: MCID {number} twice")
            self.mcids[number] = operands[0].decode()
            self.marks.append(number)
        else:
            rule(self.marks and b"/ActualText" in joined, "UA 7.1",
                 f"{self.page}: mark {joined[:30]}")
            self.marks.append("span")

    def end_mark(self, _):
        if rule(self.marks, "ISO 32000 14.6", f"{self.page}: EMC too many"):
            self.marks.pop()

    def use_font(self, operands):
        self.font = operands[0].decode()
        rule(self.font in self.fonts, "ISO 32000 9.3",
             f"{self.page}: font {self.font}")

    def resource(self, operands):
        name = operands[0].decode()
        rule(any(name in (self.resources.get(kind) or {})
                 for kind in ("/XObject", "/ExtGState")), "ISO 32000 7.8.3",
             f"{self.page}: resource {name}")

    def show(self, operands):
        pairs = self.fonts.get(self.font, {})
        for token in operands:
            if token[:1] != b"<":
                continue
            data = bytes.fromhex(token[1:-1].decode())
            for i in range(0, len(data), 2):
                code = int.from_bytes(data[i:i + 2], "big")
                self.shown += 1
                rule(code != 0, "A 6.2.11.8", f"{self.page}: .notdef shown")
                rule(code in pairs, "A 6.2.11.7.2",
                     f"{self.page}: {self.font} code {code} has no text")


# ---- structure -----------------------------------------------------------

HEADINGS = {f"/H{i}": i for i in range(1, 7)}
INLINE = {"/Span", "/Quote", "/Note", "/Reference", "/Code", "/Link",
          "/Annot"}
STANDARD = HEADINGS.keys() | INLINE | {
    "/Document", "/Part", "/Sect", "/Div", "/Caption", "/TOC", "/TOCI",
    "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD",
    "/Figure"}
PARENTS = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"},
           "/LI": {"/L"}, "/LBody": {"/LI"}, "/TOCI": {"/TOC"},
           "/Caption": {"/Table", "/Figure", "/L", "/TOC", "/Document",
                        "/Sect"}}
KIDS = {"/Table": {"/TR", "/Caption"}, "/TR": {"/TH", "/TD"},
        "/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"},
        "/TOC": {"/TOCI", "/TOC", "/Caption"}}


def attributes(f, element):
    found_here = f.get(element.get("/A")) or []
    listed = found_here if isinstance(found_here, list) else [found_here]
    merged = {}
    for one in listed:
        merged.update(f.get(one))
    return merged


class Structure:
    def __init__(self, f, root):
        self.f = f
        self.marks = {}       # (page ref, MCID) → element ref
        self.annotations = {}  # annotation ref → element ref
        self.headings = []
        self.notes = []
        kids = f.get(root["/K"])
        kids = kids if isinstance(kids, list) else [kids]
        rule(len(kids) == 1 and
             f.get(kids[0]).get("/S") == "/Document", "A 6.7.3",
             "one Document at the top")
        for kid in kids:
            self.walk(kid, None, "/StructTreeRoot")
        self.check_headings()
        self.check_notes(root)

    def walk(self, ref, parent_ref, parent_type):
        stack = [(ref, parent_ref, parent_type)]
        while stack:
            ref, parent_ref, parent_type = stack.pop()
            stack += reversed(self.element(ref, parent_ref, parent_type))

    def element(self, ref, parent_ref, parent_type):
        """Check one element; returns its children, still to be walked."""
        e = self.f.get(ref)
        kind = e.get("/S")
        rule(kind in STANDARD, "A 6.7.3.4", f"{ref}: type {kind}")
        if parent_ref is not None:
            rule(e.get("/P") == parent_ref, "ISO 32000 14.7.2",
                 f"{ref}: parent")
        if kind in PARENTS:
            rule(parent_type in PARENTS[kind], "UA 7.5–7.6",
                 f"{ref}: {kind} in {parent_type}")
        if parent_type in KIDS:
            rule(kind in KIDS[parent_type], "UA 7.5–7.6",
                 f"{ref}: {kind} in {parent_type}")
        kids = self.f.get(e.get("/K", []))
        kids = kids if isinstance(kids, list) else [kids]
        below = [k for k in kids if self.is_element(k)]
        for kid in kids:
            self.leaf(ref, e, kid)
        if kind in KIDS:
            rule(len(below) == len(kids), "UA 7.5–7.6",
                 f"{ref}: {kind} holds content itself")
        self.one(ref, e, kind, kids, below)
        return [(k, ref, kind) for k in below]

    def is_element(self, kid):
        value = self.f.get(kid)
        return isinstance(value, dict) and "/S" in value

    def leaf(self, ref, e, kid):
        value = self.f.get(kid)
        if isinstance(value, int):
            self.claim(ref, e.get("/Pg"), value)
        elif isinstance(value, dict) and value.get("/Type") == "/MCR":
            self.claim(ref, value.get("/Pg", e.get("/Pg")), value["/MCID"])
        elif isinstance(value, dict) and value.get("/Type") == "/OBJR":
            rule(e["/S"] == "/Link", "UA 7.18.5", f"{ref}: OBJR in a Link")
            rule(value["/Obj"] not in self.annotations, "ISO 32000 14.7.4.2",
                 f"{ref}: annotation twice")
            self.annotations[value["/Obj"]] = ref

    def claim(self, ref, page, mcid):
        rule(page is not None, "ISO 32000 14.7.4.2", f"{ref}: no page")
        rule((page, mcid) not in self.marks, "ISO 32000 14.7.4.3",
             f"{ref}: MCID {mcid} of {page} claimed twice")
        self.marks[page, mcid] = ref

    def one(self, ref, e, kind, kids, below):
        a = attributes(self.f, e)
        if kind == "/Figure":
            rule(bool(text(e.get("/Alt"))), "UA 7.3", f"{ref}: Alt")
            rule(len(a.get("/BBox", [])) == 4, "ISO 32000 14.8.5.4.3",
                 f"{ref}: BBox")
        if kind == "/TH":
            rule(a.get("/Scope") in ("/Row", "/Column", "/Both"), "UA 7.5",
                 f"{ref}: Scope")
        if kind == "/Table":
            self.table(ref, below)
        if kind == "/L" and any(
                self.f.get(k).get("/S") == "/Lbl" for item in below
                for k in self.list_of(self.f.get(item).get("/K", []))
                if self.is_element(k)):
            rule("/ListNumbering" in a, "UA 7.6", f"{ref}: ListNumbering")
        if kind == "/Link":
            rule(any(isinstance(self.f.get(k), dict) and
                     self.f.get(k).get("/Type") == "/OBJR" for k in kids),
                 "UA 7.18.5", f"{ref}: link without annotation")
        if kind == "/Note":
            self.notes.append((text(e.get("/ID")), ref))
        if kind in HEADINGS:
            self.headings.append((HEADINGS[kind], ref))

    def list_of(self, value):
        value = self.f.get(value)
        return value if isinstance(value, list) else [value]

    def table(self, ref, rows):
        """UA 7.5: every row has as many columns, those included that a cell
        of a row above reaches down into."""
        widths = set()
        reaching = []  # [rows still to reach, columns]
        for row in rows:
            if self.f.get(row).get("/S") != "/TR":
                continue
            width = sum(columns for _, columns in reaching)
            reaching = [[n - 1, c] for n, c in reaching if n > 1]
            for c in self.list_of(self.f.get(row).get("/K", [])):
                spans = attributes(self.f, self.f.get(c))
                columns = spans.get("/ColSpan", 1)
                width += columns
                if spans.get("/RowSpan", 1) > 1:
                    reaching.append([spans["/RowSpan"] - 1, columns])
            widths.add(width)
        rule(len(widths) <= 1, "UA 7.5", f"{ref}: rows of {widths} columns")

    def check_headings(self):
        last = 0
        for level, ref in self.headings:
            rule(level <= last + 1, "UA 7.4.2",
                 f"{ref}: H{level} after H{last}")
            last = level

    def check_notes(self, root):
        ids = [i for i, _ in self.notes]
        rule(None not in ids and len(set(ids)) == len(ids), "UA 7.9",
             "every Note has an ID of its own")
        if self.notes:
            tree = {text(n): r for n, r in
                    names_of(self.f, root.get("/IDTree"))}
            rule(tree == dict(self.notes), "ISO 32000 14.7.2", "IDTree")


def check_annotation(f, ref, page_ref, structure, parents):
    a = f.get(ref)
    flags = a.get("/F", 0)
    rule(flags & 4 and not flags & 0b11110000011 & ~4, "A 6.3.2",
         f"{ref}: flags {flags}")
    rule(a.get("/Subtype") == "/Link", "A 6.3.1", f"{ref}: a link")
    rule(bool(text(a.get("/Contents"))), "UA 7.18.5", f"{ref}: Contents")
    address = (a.get("/A") or {}).get("/URI")
    rule(address is None or address.isascii(), "ISO 32000 12.6.4.7",
         f"{ref}: address {address}")
    rule("/A" in a or "/Dest" in a, "ISO 32000 12.5.6.5", f"{ref}: aim")
    rule(parents.get(a.get("/StructParent")) ==
         structure.annotations.get(ref), "UA 7.18.5",
         f"{ref}: parent tree and structure agree")


def pages_of(f, node_ref, inherited=None):
    node = f.get(node_ref)
    if node.get("/Type") == "/Pages":
        return [p for kid in f.get(node["/Kids"]) for p in pages_of(f, kid)]
    return [node_ref]


def check_pages(f, catalog):
    root = f.get(catalog.get("/StructTreeRoot"))
    if not rule(root is not None, "A 6.7.3", "a structure tree"):
        return
    structure = Structure(f, root)
    nums = f.get(root["/ParentTree"])["/Nums"]
    parents = dict(zip(nums[::2], nums[1::2]))
    rule(list(parents) == sorted(parents), "ISO 32000 7.9.7", "number tree")
    rule(root.get("/ParentTreeNextKey", 0) > max(parents, default=-1),
         "ISO 32000 14.7.2", "ParentTreeNextKey")
    known, claimed, shown = {}, set(), 0
    for page_ref in pages_of(f, catalog["/Pages"]):
        page = f.get(page_ref)
        box = page["/MediaBox"]
        rule(all(3 <= side <= 14400 for side in
                 (box[2] - box[0], box[3] - box[1])), "A 6.1.13",
             f"{page_ref}: page of {box}")
        rule(page.get("/Tabs") == "/S", "UA 7.18.3", f"{page_ref}: Tabs")
        resources = f.get(page["/Resources"])
        fonts = f.get(resources.get("/Font")) or {}
        for name, ref in fonts.items():
            if ref not in known:
                known[ref] = check_font(f, ref)
        content = Content(page_ref, {k: f.get(v) for k, v
                                     in resources.items()},
                          {name: known[ref] for name, ref in fonts.items()})
        content.run(f.stream(page["/Contents"]))
        shown += content.shown
        owners = f.get(parents.get(page.get("/StructParents"), []))
        for mcid, tag in content.mcids.items():
            owner = structure.marks.get((page_ref, mcid))
            claimed.add((page_ref, mcid))
            rule(owner is not None, "UA 7.1",
                 f"{page_ref}: MCID {mcid} is nobody's")
            rule(mcid < len(owners) and owners[mcid] == owner,
                 "ISO 32000 14.7.4.4", f"{page_ref}: parent of {mcid}")
            if owner is not None:
                rule(f.get(owner)["/S"] in (tag, "/Span"),
                     "ISO 32000 14.7", f"{page_ref}: {tag} of {owner}")
        for ref in f.get(page.get("/Annots")) or []:
            check_annotation(f, ref, page_ref, structure, parents)
    rule(claimed == set(structure.marks), "ISO 32000 14.7.4.3",
         f"content that is not there: {set(structure.marks) - claimed}")
    for ref, pairs in known.items():
        rule(pairs, "ISO 32000 9.10.3", f"{ref}: font without codes")


def check_states(f):
    for ref, value, _ in f.walk():
        for state in (value.get("/ExtGState") or {}).values() \
                if isinstance(value, dict) else []:
            state = f.get(state)
            rule(not {"/TR", "/HTP", "/HTO"} & set(state), "A 6.2.5",
                 f"{ref}: transfer functions")
            rule(state.get("/BM", "/Normal") == "/Normal", "A 6.2.10",
                 f"{ref}: blend mode")


def main(path):
    f = File(path)
    catalog = f.get(f.trailer["/Root"])
    check_shell(f)
    check_lengths(f)
    check_objects(f)
    check_catalog(f, catalog)
    check_metadata(f, catalog)
    check_intent(f, catalog)
    check_pages(f, catalog)
    check_states(f)
    for line in broken[:40]:
        print(line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
