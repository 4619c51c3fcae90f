#include "style/reference.h"

#include "base/array.h"
#include "style/option.h"

typedef ARRAY(style_row) row_list;

/* The doc with what may be written, and what holds without. */
static const char *
option_doc(arena *a, const style_option *row)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, row->doc);
    if (row->words != NULL)
        builder_printf(&b, "可写%s。", row->words);
    if (row->preset[0] != '\0')
        builder_printf(&b, "默认%s。", row->preset);
    return builder_slice(&b).at;
}

/* Where the options of a group stand in the file. */
static const char *const group_paths[OPTION_GROUP_COUNT] = {
    [OPTIONS_PAGE] = "page",         [OPTIONS_TEXT] = "text.*",
    [OPTIONS_CHART] = "chart",       [OPTIONS_BLOCK] = "flow.*",
    [OPTIONS_RUNNING] = "running.*", [OPTIONS_BAND] = "bands.*",
};

static void
add_options(arena *a, row_list *rows)
{
    for (int g = 0; g < OPTION_GROUP_COUNT; g++)
        for (size_t i = 0; i < option_tables[g].n; i++) {
            const style_option *option = &option_tables[g].rows[i];
            style_row row = {
                arena_printf(a, "%s.%s", group_paths[g], option->name),
                option->chinese, option_doc(a, option)};
            ARRAY_PUSH(a, rows, row);
        }
}

static const style_row named_rows[] = {
#define ROLE(name, chinese, parent, doc) {"text." name, chinese, doc},
#include "style/roles.def"
#undef ROLE
#define BLOCK_KIND(name, spelling, chinese, role, doc)                       \
    {"flow." spelling, chinese, doc},
#include "style/blocks.def"
#undef BLOCK_KIND
#define FIELD(name, spelling, chinese, doc) {"{" spelling "}", chinese, doc},
#include "style/fields.def"
#undef FIELD
};

const style_row *
style_reference(arena *a, size_t *n)
{
    row_list rows = {0};
    for (size_t i = 0; i < sizeof named_rows / sizeof named_rows[0]; i++)
        ARRAY_PUSH(a, &rows, named_rows[i]);
    add_options(a, &rows);
    *n = rows.n;
    return rows.at;
}
