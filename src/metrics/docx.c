#include "metrics/docx.h"

#include <stdint.h>

#include "metrics/metrics.h"
#include "metrics/package.h"
#include "metrics/zip.h"

/* That a cell may stand over: Word's own limit. */
#define COLUMNS_MOST 63

typedef struct docx {
    arena *arena;
    slice_builder out;
    bool gathers;        /* inside w:t */
    size_t left_out;     /* depth inside what is not read */
    size_t cells;        /* depth inside table cells */
    bool has_cell;       /* the row has one already */
    int columns;         /* that the outermost cell stands over */
    bool ends_paragraph; /* in a cell: the next begins with a space */
    size_t n_numbered;   /* paragraphs that Word numbers by itself */
} docx;

/* Deleted text, the second of two alternatives, and the marks of the notes
 * that come with every document. */
static bool
is_left_out(docx *w, slice name, const char **atts)
{
    bool is_note = slice_is(name, "footnote") || slice_is(name, "endnote");
    return slice_is(name, "del") || slice_is(name, "moveFrom") ||
           slice_is(name, "Fallback") ||
           (is_note && package_attribute(w->arena, atts, "type").len > 0);
}

static void
put(docx *w, slice text)
{
    if (w->ends_paragraph)
        builder_add_text(&w->out, " ");
    w->ends_paragraph = false;
    builder_add(&w->out, text);
}

/* Over how many columns a cell stands. */
static int
columns_of(const docx *w, const char **atts)
{
    slice n = package_attribute(w->arena, atts, "val");
    jb_decimal value;
    bool is_number = decimal_parse(n, &value) && value.scale == 0 &&
                     value.coefficient > 0 &&
                     value.coefficient <= COLUMNS_MOST;
    return is_number ? (int)value.coefficient : 1;
}

static void
start_cell(docx *w)
{
    w->ends_paragraph = false;
    if (w->cells++ > 0 || w->has_cell)
        builder_add_text(&w->out, w->cells > 1 ? " " : "\t");
    if (w->cells > 1)
        return;
    w->has_cell = true;
    w->columns = 1;
}

/* What stands over several columns is of the first of them. */
static void
end_cell(docx *w)
{
    w->cells--;
    w->ends_paragraph = false;
    for (int i = 1; w->cells == 0 && i < w->columns; i++)
        builder_add_text(&w->out, "\t");
}

static void
on_start(void *user, slice name, const char **atts)
{
    docx *w = user;
    if (w->left_out > 0 || is_left_out(w, name, atts))
        w->left_out++;
    if (w->left_out > 0)
        return;
    w->gathers = slice_is(name, "t");
    w->n_numbered += slice_is(name, "numPr");
    if (slice_is(name, "tc"))
        start_cell(w);
    if (slice_is(name, "gridSpan") && w->cells == 1)
        w->columns = columns_of(w, atts);
    if (slice_is(name, "tab") || slice_is(name, "br") ||
        slice_is(name, "cr"))
        put(w, SLICE_OF(" "));
    if (slice_is(name, "noBreakHyphen"))
        put(w, SLICE_OF("-"));
}

static void
on_end(void *user, slice name)
{
    docx *w = user;
    w->gathers = false;
    if (w->left_out > 0) {
        w->left_out--;
        return;
    }
    bool is_paragraph = slice_is(name, "p");
    if (slice_is(name, "tc"))
        end_cell(w);
    if (slice_is(name, "tr") && w->cells == 0)
        w->has_cell = false;
    if (is_paragraph && w->cells > 0)
        w->ends_paragraph = true;
    else if (is_paragraph || (slice_is(name, "tr") && w->cells == 0))
        builder_add_text(&w->out, "\n");
}

static void
on_text(void *user, slice text)
{
    docx *w = user;
    if (w->gathers && w->left_out == 0)
        put(w, text);
}

/* True too when there is no such part. */
static bool
read_part(docx *w, slice zip, slice name)
{
    slice part = zip_file(w->arena, zip, name, PACKAGE_PART_MOST);
    return part.at == NULL ||
           package_read(part,
                        &(package_reader){w, on_start, on_end, on_text});
}

bool
docx_is(slice bytes)
{
    return package_is(bytes, SLICE_OF("word/"));
}

jb_source *
docx_text(const jb_source *document, jb_diags *diags)
{
    slice zip = source_text(document);
    arena *scratch = arena_new();
    docx w = {.arena = scratch, .out = {.arena = scratch}};
    jb_source *text = NULL;
    if (read_part(&w, zip, SLICE_OF("word/document.xml")) && w.out.len > 0 &&
        read_part(&w, zip, SLICE_OF("word/footnotes.xml")) &&
        read_part(&w, zip, SLICE_OF("word/endnotes.xml")))
        text = source_from_bytes(source_name(document),
                                 builder_slice(&w.out));
    else
        diag_report(diags, &DOCX_DAMAGED, SPAN_NONE, source_name(document));
    if (text != NULL && w.n_numbered > 0)
        diag_report(diags, &DOCX_NUMBERED, SPAN_NONE, source_name(document),
                    slice_printf(scratch, "%zu", w.n_numbered));
    arena_drop(scratch);
    return text;
}
