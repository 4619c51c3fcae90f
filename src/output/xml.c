#include "output/xml.h"

#include <assert.h>

#include "base/utf8.h"

static void
put(xml_writer *x, const char *text)
{
    sink_write(x->sink, slice_from(text));
}

static void
close_tag(xml_writer *x)
{
    if (x->is_in_tag)
        put(x, ">");
    x->is_in_tag = false;
}

/* XML 1.0, production 2 Char. */
static bool
is_char(uint32_t code)
{
    bool is_space = code == 0x9 || code == 0xA || code == 0xD;
    return is_space || (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

static const char *
entity_of(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return is_char(code) ? NULL : "\xEF\xBF\xBD";
    }
}

/* Both attribute values and text: a superset of what each must escape. */
static void
put_escaped(xml_writer *x, slice text)
{
    size_t done = 0;
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        uint32_t code = utf8_next(text, &at);
        bool is_broken = code == UTF8_REPLACEMENT && at - first != 3;
        const char *entity = is_broken ? "\xEF\xBF\xBD" : entity_of(code);
        if (entity == NULL)
            continue;
        sink_write(x->sink, slice_cut(text, done, first));
        put(x, entity);
        done = at;
    }
    sink_write(x->sink, slice_cut(text, done, text.len));
}

void
xml_start(xml_writer *x)
{
    put(x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

static void
break_line(xml_writer *x)
{
    if (x->inline_depth == 0)
        put(x, "\n");
}

void
xml_begin(xml_writer *x, const char *name)
{
    assert(x->depth < XML_DEEPEST);
    close_tag(x);
    break_line(x);
    put(x, "<");
    put(x, name);
    x->open[x->depth++] = name;
    x->is_in_tag = true;
}

void
xml_begin_inline(xml_writer *x, const char *name)
{
    xml_begin(x, name);
    if (x->inline_depth == 0)
        x->inline_depth = x->depth;
}

void
xml_attribute(xml_writer *x, const char *name, slice value)
{
    assert(x->is_in_tag);
    put(x, " ");
    put(x, name);
    put(x, "=\"");
    put_escaped(x, value);
    put(x, "\"");
}

void
xml_attribute_text(xml_writer *x, const char *name, const char *value)
{
    xml_attribute(x, name, slice_from(value));
}

void
xml_text(xml_writer *x, slice text)
{
    close_tag(x);
    put_escaped(x, text);
}

void
xml_element(xml_writer *x, const char *name, slice text)
{
    xml_begin_inline(x, name);
    xml_text(x, text);
    xml_end(x);
}

void
xml_end(xml_writer *x)
{
    assert(x->depth > 0);
    const char *name = x->open[--x->depth];
    if (x->is_in_tag) {
        put(x, "/>");
        x->is_in_tag = false;
    } else {
        break_line(x);
        put(x, "</");
        put(x, name);
        put(x, ">");
    }
    if (x->inline_depth > x->depth)
        x->inline_depth = 0;
}
