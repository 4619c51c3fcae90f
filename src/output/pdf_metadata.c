#include "output/pdf_metadata.h"

#include "base/utf8.h"

#define MAKER "jianbao"

slice
pdf_metadata_title(const jb_pages *doc)
{
    if (doc->title.len > 0)
        return doc->title;
    return doc->outline.n > 0 && doc->outline.at[0].title.len > 0
               ? doc->outline.at[0].title
               : SLICE_OF("未命名");
}

static slice
language_of(const jb_pages *doc)
{
    return doc->language.len > 0 ? doc->language : SLICE_OF("zh-CN");
}

/* Documents are dated by day; midnight in Beijing stands for the day. */
static slice
date(arena *a, const jb_pages *doc, const char *format)
{
    if (doc->year <= 0 || doc->year > 9999)
        return (slice){NULL, 0};
    int month = doc->month < 1 || doc->month > 12 ? 1 : doc->month;
    int day = doc->day < 1 || doc->day > 31 ? 1 : doc->day;
    slice_builder b = {.arena = a};
    int parts[] = {doc->year, month, day};
    size_t next = 0;
    for (const char *p = format; *p != '\0'; p++)
        if (*p == '#')
            builder_printf(&b, next == 0 ? "%04d" : "%02d", parts[next]),
                next++;
        else
            builder_add(&b, (slice){p, 1});
    return builder_slice(&b);
}

slice
pdf_metadata_date(arena *a, const jb_pages *doc)
{
    return date(a, doc, "D:###000000+08'00'");
}

static void
add_information(slice_builder *b, const char *key, slice text)
{
    if (text.len == 0)
        return;
    builder_add_text(b, key);
    pdf_add_text(b, text);
}

pdf_ref
pdf_metadata_information(arena *a, pdf_file *file, const jb_pages *doc)
{
    slice_builder b = {.arena = a};
    slice when = pdf_metadata_date(a, doc);
    builder_add_text(&b, "<<");
    add_information(&b, "/Title", pdf_metadata_title(doc));
    add_information(&b, "/Author", doc->author);
    add_information(&b, "/Subject", doc->subject);
    add_information(&b, "/Keywords", doc->keywords);
    add_information(&b, "/Creator", SLICE_OF(MAKER));
    add_information(&b, "/Producer", SLICE_OF(MAKER));
    add_information(&b, "/CreationDate", when);
    add_information(&b, "/ModDate", when);
    builder_add_text(&b, ">>");
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_object(file, ref, builder_slice(&b));
    return ref;
}

/* Characters that XML 1.0 allows, with the three that mark it up escaped. */
static void
add_xml(slice_builder *b, slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t code = utf8_next(text, &at);
        if (code == '&')
            builder_add_text(b, "&amp;");
        else if (code == '<')
            builder_add_text(b, "&lt;");
        else if (code == '>')
            builder_add_text(b, "&gt;");
        else if (code < ' ' || code == 0xFFFE || code == 0xFFFF)
            builder_add_code(b, code == '\n' || code == '\t' ? ' '
                                                             : 0xFFFD);
        else
            builder_add_code(b, code);
    }
}

/* `open` and `close` are the element's tags, with those of its container. */
static void
add_property(slice_builder *b, const char *open, slice text,
             const char *close)
{
    if (text.len == 0)
        return;
    builder_add_text(b, open);
    add_xml(b, text);
    builder_add_text(b, close);
}

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>3</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

/* ISO 19005-3 6.6.2.3: a schema that PDF/A does not know, such as PDF/UA's
 * own, must be described. */
static const char xmp_tail[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n"
    "</rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n";

static slice
xmp(arena *a, const jb_pages *doc)
{
    slice_builder b = {.arena = a};
    slice when = date(a, doc, "#-#-#T00:00:00+08:00");
    builder_add_text(&b, xmp_head);
    add_property(&b,
                 "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 pdf_metadata_title(doc),
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(&b, "<dc:creator><rdf:Seq><rdf:li>", doc->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(&b,
                 "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 doc->subject, "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(&b, "<dc:language><rdf:Bag><rdf:li>", language_of(doc),
                 "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(&b, "<pdf:Keywords>", doc->keywords, "</pdf:Keywords>\n");
    add_property(&b, "<pdf:Producer>", SLICE_OF(MAKER),
                 "</pdf:Producer>\n");
    add_property(&b, "<xmp:CreatorTool>", SLICE_OF(MAKER),
                 "</xmp:CreatorTool>\n");
    add_property(&b, "<xmp:CreateDate>", when, "</xmp:CreateDate>\n");
    add_property(&b, "<xmp:ModifyDate>", when, "</xmp:ModifyDate>\n");
    builder_add_text(&b, xmp_tail);
    return builder_slice(&b);
}

/* DeviceRGB and DeviceGray mean sRGB (ISO 19005-3 6.2.3). */
static pdf_ref
write_output_intent(arena *a, pdf_file *file)
{
    pdf_ref profile = pdf_file_reserve(file);
    pdf_file_stream(file, profile, SLICE_OF("/N 3"), pdf_profile_srgb(a));
    pdf_ref intent = pdf_file_reserve(file);
    slice body = slice_printf(
        a,
        "<</Type/OutputIntent/S/GTS_PDFA1"
        "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        "/RegistryName(http://www.color.org)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>",
        profile);
    pdf_file_object(file, intent, body);
    return intent;
}

slice
pdf_metadata_entries(arena *a, pdf_file *file, const jb_pages *doc)
{
    pdf_ref metadata = pdf_file_reserve(file);
    pdf_file_open_stream(file, metadata, SLICE_OF("/Type/Metadata/Subtype/XML"),
                         xmp(a, doc));
    slice_builder b = {.arena = a};
    builder_printf(&b, "/Metadata %u 0 R", metadata);
    builder_printf(&b, "/OutputIntents[%u 0 R]/Lang",
                   write_output_intent(a, file));
    pdf_add_text(&b, language_of(doc));
    builder_add_text(&b, "/ViewerPreferences<</DisplayDocTitle true>>");
    return builder_slice(&b);
}
