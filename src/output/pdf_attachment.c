/* Files within the file, such as the metrics that a briefing was made from:
 * associated files of PDF/A-3 (ISO 19005-3 6.8). */
#include <stdlib.h>

#include "base/array.h"
#include "output/pdf_metadata.h"

typedef struct attachment {
    slice name;
    slice order;  /* what sorts as the name's bytes in the file do */
    size_t place; /* among the document's */
    pdf_ref ref;
} attachment;

static pdf_ref
write_bytes(arena *a, pdf_file *file, const display_attachment *d,
            slice modified)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "/Type/EmbeddedFile/Subtype");
    pdf_add_name(&b, d->media_type.len > 0
                         ? d->media_type
                         : SLICE_OF("application/octet-stream"));
    builder_printf(&b, "/Params<</Size %zu", d->bytes.len);
    if (modified.len > 0) {
        builder_add_text(&b, "/ModDate");
        pdf_add_text(&b, modified);
    }
    builder_add_text(&b, ">>");
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_stream(file, ref, builder_slice(&b), d->bytes);
    return ref;
}

/* F is for readers that know ASCII alone. */
static slice
ascii_name(arena *a, slice name)
{
    slice copy = slice_copy(a, name);
    char *at = (char *)copy.at;
    for (size_t i = 0; i < copy.len; i++)
        if (at[i] < ' ' || at[i] > '~' || at[i] == '/' || at[i] == '\\')
            at[i] = '_';
    return copy;
}

/* A table is data to the document; anything else is what it was made from. */
static const char *
relationship(const display_attachment *d)
{
    return slice_is(d->media_type, "text/csv") ? "Data" : "Source";
}

static pdf_ref
write_attachment(arena *a, pdf_file *file, const display_attachment *d,
                 slice modified)
{
    slice_builder b = {.arena = a};
    pdf_ref bytes = write_bytes(a, file, d, modified);
    builder_add_text(&b, "<</Type/Filespec/F");
    pdf_add_bytes(&b, ascii_name(a, d->name));
    builder_add_text(&b, "/UF");
    pdf_add_text(&b, d->name);
    if (d->description.len > 0) {
        builder_add_text(&b, "/Desc");
        pdf_add_text(&b, d->description);
    }
    builder_printf(&b, "/AFRelationship/%s/EF<</F %u 0 R/UF %u 0 R>>>>",
                   relationship(d), bytes, bytes);
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_object(file, ref, builder_slice(&b));
    return ref;
}

/* Names are text strings: ASCII as it is, all else behind the byte FE. */
static slice
order_of(arena *a, slice name)
{
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.at[i] > 126) {
            slice_builder b = {.arena = a};
            builder_add_text(&b, "\xFE");
            pdf_add_utf16(&b, name);
            return builder_slice(&b);
        }
    return name;
}

static int
compare(const void *a, const void *b)
{
    const attachment *p = a, *q = b;
    int order = slice_compare(p->order, q->order);
    return order != 0 ? order : (p->place > q->place) - (p->place < q->place);
}

static slice
name_tree(arena *a, attachment *list, size_t n)
{
    slice_builder b = {.arena = a};
    qsort(list, n, sizeof *list, compare);
    builder_add_text(&b, "/EmbeddedFiles<</Names[");
    for (size_t i = 0; i < n; i++) {
        pdf_add_text(&b, list[i].name);
        pdf_add_ref(&b, list[i].ref);
    }
    builder_add_text(&b, "]>>");
    return builder_slice(&b);
}

pdf_attachments
pdf_attachments_write(arena *a, pdf_file *file, const jb_pages *doc)
{
    size_t n = doc->attachments.n;
    if (n == 0)
        return (pdf_attachments){0};
    slice_builder associated = {.arena = a};
    attachment *list = ARENA_ARRAY(a, n, attachment);
    slice modified = pdf_metadata_date(a, doc);
    builder_add_text(&associated, "/AF[");
    for (size_t i = 0; i < n; i++) {
        const display_attachment *d = &doc->attachments.at[i];
        list[i] = (attachment){d->name, order_of(a, d->name), i,
                               write_attachment(a, file, d, modified)};
        builder_printf(&associated, " %u 0 R", list[i].ref);
    }
    builder_add_text(&associated, "]");
    return (pdf_attachments){builder_slice(&associated),
                             name_tree(a, list, n)};
}
