#include "metrics/workbook.h"

#include "base/array.h"
#include "metrics/metrics.h"
#include "metrics/package.h"
#include "metrics/workbook_format.h"
#include "metrics/workbook_merged.h"
#include "metrics/zip.h"

#define ROWS_MOST 1048576u
#define COLUMNS_MOST WORKBOOK_COLUMNS
#define CELLS_MOST 1000000u
#define BASE_DECIMAL 10

typedef ARRAY(slice) slices;
typedef ARRAY(workbook_format) formats;

typedef struct workbook_entry {
    slice name, relation;
    bool is_hidden;
} workbook_entry;

typedef struct own_format {
    unsigned id;
    workbook_format format;
} own_format;

typedef struct hidden_columns {
    size_t first, last; /* from 1 */
    bool is_told;
} hidden_columns;

typedef struct workbook {
    arena *arena;
    slice zip;
    ARRAY(workbook_entry) sheets;
    slice wanted, target;  /* relation looked for, and its part */
    bool is_1904;
    slices strings;
    ARRAY(own_format) own_formats;
    formats styles;
    bool is_in_workbook_formats;
    /* text that is being gathered */
    slice_builder text;
    bool gathers, is_phonetic;
    /* the sheet */
    slice_builder out;
    size_t row, column;    /* written so far, from 0 */
    bool is_written;       /* that cell holds something */
    workbook_merged merged;
    size_t cell_row, cell_column, style, n_cells;
    slice type;
    bool has_formula, has_value;
    slice without_value;   /* the first formula that has no result: E5 */
    ARRAY(hidden_columns) hidden;
    bool is_row_hidden;
    slice_builder hidden_names; /* of what held something: 第5行、C列 */
    size_t last_hidden_row;     /* from 1; 0: none */
    bool is_too_large;
} workbook;

/* ── the parts as XML ── */

typedef void (*element_start)(workbook *w, slice name, const char **atts);
typedef void (*element_end)(workbook *w, slice name);

typedef struct part_reader {
    workbook *workbook;
    element_start start;
    element_end end;
} part_reader;

static void
on_start(void *user, slice name, const char **atts)
{
    const part_reader *r = user;
    r->start(r->workbook, name, atts);
}

static void
on_end(void *user, slice name)
{
    const part_reader *r = user;
    if (r->end != NULL)
        r->end(r->workbook, name);
}

static void
on_text(void *user, slice text)
{
    workbook *w = ((part_reader *)user)->workbook;
    if (w->gathers && !w->is_phonetic)
        builder_add(&w->text, text);
}

static bool
parse(part_reader *r, slice part)
{
    return package_read(part,
                        &(package_reader){r, on_start, on_end, on_text});
}

/* True too when the workbook has no such part. */
static bool
read_part(workbook *w, slice name, element_start start, element_end end)
{
    slice part = zip_file(w->arena, w->zip, name, PACKAGE_PART_MOST);
    part_reader r = {.workbook = w, .start = start, .end = end};
    return part.at == NULL || parse(&r, part);
}

static slice
attribute(workbook *w, const char **atts, const char *name)
{
    return package_attribute(w->arena, atts, name);
}

static size_t
count_of(slice digits, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.len && n <= most; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9')
            return most + 1;
        n = n * BASE_DECIMAL + (size_t)(digits.at[i] - '0');
    }
    return n;
}

static bool
is_true(slice value)
{
    return slice_is(value, "1") || slice_is(value, "true");
}

/* ── which sheet ── */

static void
start_workbook(workbook *w, slice name, const char **atts)
{
    if (slice_is(name, "workbookPr"))
        w->is_1904 = is_true(attribute(w, atts, "date1904"));
    if (!slice_is(name, "sheet"))
        return;
    slice relation = {NULL, 0};
    for (size_t i = 0; atts[i] != NULL; i += 2)
        if (strchr(atts[i], ':') != NULL && slice_is(package_local(atts[i]),
                                                     "id"))
            relation = slice_copy(w->arena, slice_from(atts[i + 1]));
    workbook_entry s = {attribute(w, atts, "name"), relation,
                        attribute(w, atts, "state").len > 0 &&
                            !slice_is(attribute(w, atts, "state"),
                                      "visible")};
    ARRAY_PUSH(w->arena, &w->sheets, s);
}

static void
start_relations(workbook *w, slice name, const char **atts)
{
    if (slice_is(name, "Relationship") &&
        slice_equal(attribute(w, atts, "Id"), w->wanted))
        w->target = attribute(w, atts, "Target");
}

static const workbook_entry *
choose(const workbook *w, slice sheet)
{
    for (size_t i = 0; i < w->sheets.n; i++) {
        const workbook_entry *s = &w->sheets.at[i];
        if (sheet.len > 0 ? slice_equal(s->name, sheet) : !s->is_hidden)
            return s;
    }
    return NULL;
}

/* ── strings and formats ── */

static void
gather(workbook *w)
{
    w->gathers = true;
}

static slice
gathered(workbook *w)
{
    slice text = slice_copy(w->arena, builder_slice(&w->text));
    w->text.len = 0;
    w->gathers = false;
    return text;
}

static void
start_strings(workbook *w, slice name, const char **atts)
{
    (void)atts;
    if (slice_is(name, "t"))
        gather(w);
    w->is_phonetic |= slice_is(name, "rPh");
}

static void
end_strings(workbook *w, slice name)
{
    if (slice_is(name, "rPh"))
        w->is_phonetic = false;
    if (slice_is(name, "t"))
        w->gathers = false;
    if (!slice_is(name, "si"))
        return;
    slice text = gathered(w);
    ARRAY_PUSH(w->arena, &w->strings, text);
}

static workbook_format
format_of(const workbook *w, size_t id)
{
    for (size_t i = 0; i < w->own_formats.n; i++)
        if (w->own_formats.at[i].id == id)
            return w->own_formats.at[i].format;
    return workbook_format_builtin((unsigned)id);
}

static void
start_styles(workbook *w, slice name, const char **atts)
{
    size_t id = count_of(attribute(w, atts, "numFmtId"), UINT16_MAX);
    w->is_in_workbook_formats |= slice_is(name, "cellXfs");
    if (slice_is(name, "numFmt")) {
        own_format f = {(unsigned)id,
                        workbook_format_from(
                            w->arena, attribute(w, atts, "formatCode"))};
        ARRAY_PUSH(w->arena, &w->own_formats, f);
    }
    if (w->is_in_workbook_formats && slice_is(name, "xf")) {
        workbook_format f = format_of(w, id);
        ARRAY_PUSH(w->arena, &w->styles, f);
    }
}

static void
end_styles(workbook *w, slice name)
{
    if (slice_is(name, "cellXfs"))
        w->is_in_workbook_formats = false;
}

/* ── cells ── */

/* E5: column 4, row 4, from 0. */
static void
locate(workbook *w, slice reference)
{
    size_t column = 0, i = 0;
    while (i < reference.len && reference.at[i] >= 'A' &&
           reference.at[i] <= 'Z' && column <= COLUMNS_MOST)
        column = column * 26 + (size_t)(reference.at[i++] - 'A') + 1;
    size_t row = count_of(slice_cut(reference, i, reference.len), ROWS_MOST);
    if (i == 0 || i == reference.len || row == 0)
        return; /* in order, without a reference */
    w->cell_column = column - 1;
    w->cell_row = row - 1;
}

static void
start_cell(workbook *w, const char **atts)
{
    w->type = attribute(w, atts, "t");
    w->style = count_of(attribute(w, atts, "s"), UINT16_MAX);
    w->has_formula = w->has_value = false;
    locate(w, attribute(w, atts, "r"));
}

static void
start_columns(workbook *w, const char **atts)
{
    hidden_columns h = {count_of(attribute(w, atts, "min"), COLUMNS_MOST),
                        count_of(attribute(w, atts, "max"), COLUMNS_MOST),
                        false};
    if (is_true(attribute(w, atts, "hidden")))
        ARRAY_PUSH(w->arena, &w->hidden, h);
}

static void
start_sheet(workbook *w, slice name, const char **atts)
{
    if (slice_is(name, "col"))
        start_columns(w, atts);
    if (slice_is(name, "row")) {
        size_t row = count_of(attribute(w, atts, "r"), ROWS_MOST);
        w->is_row_hidden = is_true(attribute(w, atts, "hidden"));
        if (row > 0)
            w->cell_row = row - 1;
        w->cell_column = 0;
    }
    if (slice_is(name, "c"))
        start_cell(w, atts);
    w->has_formula |= slice_is(name, "f");
    if (slice_is(name, "v") || slice_is(name, "t")) {
        w->has_value = true;
        gather(w);
    }
    w->is_phonetic |= slice_is(name, "rPh");
}

static void
start_merged(workbook *w, slice name, const char **atts)
{
    slice area = attribute(w, atts, "ref");
    size_t colon = slice_find(area, SLICE_OF(":"));
    merged_area m = {0};
    if (!slice_is(name, "mergeCell") || colon >= area.len)
        return;
    locate(w, slice_cut(area, 0, colon));
    m.row = w->cell_row;
    m.column = w->cell_column;
    locate(w, slice_cut(area, colon + 1, area.len));
    m.last_row = w->cell_row;
    m.last_column = w->cell_column;
    w->cell_row = w->cell_column = 0;
    workbook_merge(w->arena, &w->merged, m);
}

static slice
cell_value(workbook *w, slice text)
{
    if (slice_is(w->type, "s")) {
        size_t i = count_of(text, CELLS_MOST);
        return i < w->strings.n ? w->strings.at[i] : (slice){NULL, 0};
    }
    if (w->type.len > 0 && !slice_is(w->type, "n"))
        return text;
    workbook_format f = workbook_format_builtin(0);
    if (w->style < w->styles.n)
        f = w->styles.at[w->style];
    return workbook_format_shown(w->arena, f, text, w->is_1904);
}

/* RFC 4180, with tabs: quoted where it holds a tab, a quote or a line end. */
static void
put_text(workbook *w, slice text)
{
    bool is_plain = true;
    for (size_t i = 0; i < text.len; i++)
        is_plain &= strchr("\t\n\r\"", text.at[i]) == NULL;
    if (!is_plain)
        builder_add_text(&w->out, "\"");
    for (size_t i = 0; i < text.len; i++) {
        slice c = slice_cut(text, i, i + 1);
        bool is_end = *c.at == '\n' || *c.at == '\r';
        if (*c.at == '"')
            builder_add_text(&w->out, "\"");
        builder_add(&w->out, is_end ? SLICE_OF(" ") : c);
    }
    if (!is_plain)
        builder_add_text(&w->out, "\"");
}

static void
go_to_column(workbook *w, size_t column)
{
    for (; w->column < column; w->column++, w->is_written = false) {
        if (!w->is_written)
            builder_add(&w->out, workbook_mark(&w->merged, w->column));
        builder_add_text(&w->out, "\t");
    }
}

static void
go_to_row(workbook *w, size_t row)
{
    while (w->row < row) {
        go_to_column(w, w->merged.width);
        builder_add_text(&w->out, "\n");
        w->row++;
        w->column = 0;
        w->is_written = false;
        workbook_mark_row(&w->merged, w->row);
    }
}

static void
put_cell(workbook *w, slice text)
{
    bool is_in_order = w->cell_row > w->row ||
                       (w->cell_row == w->row && w->cell_column >= w->column);
    w->is_too_large |= w->cell_row >= ROWS_MOST ||
                       w->cell_column >= COLUMNS_MOST ||
                       ++w->n_cells > CELLS_MOST ||
                       w->out.len > PACKAGE_PART_MOST;
    if (text.len == 0 || !is_in_order || w->is_too_large)
        return;
    go_to_row(w, w->cell_row);
    go_to_column(w, w->cell_column);
    put_text(w, text);
    w->is_written = true;
}

static void
tell_hidden(workbook *w, slice name)
{
    builder_printf(&w->hidden_names, "%s%.*s",
                   w->hidden_names.len > 0 ? "、" : "", SLICE_ARGS(name));
}

/* What a person does not see is not read; it is told once for a row or for
 * neighbouring columns. */
static bool
is_hidden(workbook *w)
{
    for (size_t i = 0; i < w->hidden.n; i++) {
        hidden_columns *h = &w->hidden.at[i];
        if (w->cell_column + 1 < h->first || w->cell_column + 1 > h->last)
            continue;
        slice cell = source_cell_name(w->arena, w->cell_column, 0);
        if (!h->is_told)
            tell_hidden(w, slice_printf(w->arena, "%.*s列", (int)cell.len - 1,
                                        cell.at));
        h->is_told = true;
        return true;
    }
    if (w->is_row_hidden && w->last_hidden_row != w->cell_row + 1) {
        w->last_hidden_row = w->cell_row + 1;
        tell_hidden(w, slice_printf(w->arena, "第%zu行", w->cell_row + 1));
    }
    return w->is_row_hidden;
}

static void
end_sheet(workbook *w, slice name)
{
    if (slice_is(name, "rPh"))
        w->is_phonetic = false;
    if (slice_is(name, "v") || slice_is(name, "t"))
        w->gathers = false;
    if (!slice_is(name, "c"))
        return;
    slice text = gathered(w);
    if (w->has_value && is_hidden(w)) {
        w->cell_column++;
        return;
    }
    if (w->has_formula && !w->has_value && w->without_value.len == 0)
        w->without_value =
            source_cell_name(w->arena, w->cell_column, w->cell_row);
    put_cell(w, cell_value(w, text));
    w->cell_column++;
}

/* ── all of it ── */

bool
workbook_is(slice bytes)
{
    return package_is(bytes, SLICE_OF("xl/"));
}

/* Targets are relative to xl/, or absolute. */
static slice
part_of(workbook *w, const workbook_entry *sheet)
{
    w->wanted = sheet->relation;
    if (!read_part(w, SLICE_OF("xl/_rels/workbook.xml.rels"),
                   start_relations, NULL) ||
        w->target.len == 0)
        return (slice){NULL, 0};
    if (w->target.at[0] == '/')
        return slice_cut(w->target, 1, w->target.len);
    return slice_join(w->arena, SLICE_OF("xl/"), w->target);
}

/* They are told behind the cells, whose place they must be known for. */
static bool
read_merged(workbook *w, slice content)
{
    part_reader r = {.workbook = w, .start = start_merged};
    if (slice_find(content, SLICE_OF("mergeCell ")) == content.len)
        return true;
    bool is_read = parse(&r, content);
    workbook_mark_row(&w->merged, 0);
    return is_read;
}

static bool
read_sheet(workbook *w, slice part)
{
    slice content = zip_file(w->arena, w->zip, part, PACKAGE_PART_MOST);
    part_reader r = {.workbook = w, .start = start_sheet, .end = end_sheet};
    return read_part(w, SLICE_OF("xl/sharedStrings.xml"), start_strings,
                     end_strings) &&
           read_part(w, SLICE_OF("xl/styles.xml"), start_styles,
                     end_styles) &&
           content.at != NULL && read_merged(w, content) &&
           parse(&r, content);
}

static slice
sheet_names(workbook *w)
{
    slice_builder out = {.arena = w->arena};
    for (size_t i = 0; i < w->sheets.n; i++)
        builder_printf(&out, "%s“%.*s”", i == 0 ? "" : "、",
                       SLICE_ARGS(w->sheets.at[i].name));
    return builder_slice(&out);
}

/* Of so many sheets it is looked whether they hold anything. */
#define OTHERS_MOST 20

static bool
holds_cells(workbook *w, const workbook_entry *sheet)
{
    slice content =
        zip_file(w->arena, w->zip, part_of(w, sheet), PACKAGE_PART_MOST);
    return content.at != NULL &&
           (slice_find(content, SLICE_OF("<v>")) < content.len ||
            slice_find(content, SLICE_OF("<is>")) < content.len);
}

/* A person may have meant one of those that were not read. */
static void
tell_others(workbook *w, const workbook_file *file,
            const workbook_entry *chosen, jb_diags *diags)
{
    slice_builder names = {.arena = w->arena};
    slice first = {NULL, 0};
    for (size_t i = 0; i < w->sheets.n && i < OTHERS_MOST; i++) {
        const workbook_entry *s = &w->sheets.at[i];
        if (s == chosen || s->is_hidden || !holds_cells(w, s))
            continue;
        builder_printf(&names, "%s“%.*s”", names.len > 0 ? "、" : "",
                       SLICE_ARGS(s->name));
        first = first.len > 0 ? first : s->name;
    }
    if (names.len > 0)
        diag_report(diags, &SHEET_OTHERS, file->span, file->name,
                    chosen->name, builder_slice(&names), first);
}

static bool
read_all(workbook *w, const workbook_file *file, slice sheet,
         jb_diags *diags)
{
    bool is_read = read_part(w, SLICE_OF("xl/workbook.xml"), start_workbook,
                             NULL);
    const workbook_entry *chosen = choose(w, sheet);
    if (is_read && chosen == NULL && w->sheets.n > 0) {
        diag_report(diags, &SHEET_NOT_IN_WORKBOOK, file->span, sheet,
                    sheet_names(w));
        return false;
    }
    if (chosen == NULL || !read_sheet(w, part_of(w, chosen)) ||
        w->is_too_large) {
        diag_report(diags, &SHEET_WORKBOOK_DAMAGED, file->span, file->name);
        return false;
    }
    if (sheet.len == 0)
        tell_others(w, file, chosen, diags);
    if (w->hidden_names.len > 0)
        diag_report(diags, &SHEET_HIDDEN, file->span,
                    file->name, builder_slice(&w->hidden_names));
    if (w->without_value.len > 0)
        diag_report(diags, &SHEET_WITHOUT_RESULT, file->span,
                    w->without_value);
    return w->without_value.len == 0;
}

jb_source *
workbook_sheet(const workbook_file *file, slice sheet, jb_diags *diags)
{
    arena *scratch = arena_new();
    workbook w = {.arena = scratch, .zip = file->bytes,
                  .text = {.arena = scratch}, .out = {.arena = scratch},
                  .hidden_names = {.arena = scratch}};
    jb_source *source = NULL;
    if (read_all(&w, file, sheet, diags)) {
        slice name = choose(&w, sheet)->name;
        go_to_row(&w, w.row + 1);
        source = source_from_table(
            slice_printf(scratch, "%.*s!%.*s", SLICE_ARGS(file->name),
                         SLICE_ARGS(name)),
            builder_slice(&w.out));
    }
    arena_drop(scratch);
    return source;
}
