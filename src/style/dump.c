#include "style/reader.h"

/* Lengths in points with up to three digits; 1/1024 pt is not exact there,
 * but two lengths that differ by a thousandth of a point look alike too. */
static void
dump_length(slice_builder *b, jb_len len)
{
    int64_t milli = ((int64_t)len * 1000 + (len < 0 ? -512 : 512)) / 1024;
    builder_printf(b, "%s%lld.%03lldpt", milli < 0 ? "-" : "",
                   (long long)(milli < 0 ? -milli : milli) / 1000,
                   (long long)(milli < 0 ? -milli : milli) % 1000);
}

static void
dump_template(slice_builder *b, const style_template *t)
{
    builder_add_text(b, "\"");
    for (size_t i = 0; i < t->n; i++) {
        if (t->parts[i].field == FIELD_LITERAL)
            builder_add(b, t->parts[i].literal);
        else
            builder_printf(b, "{%d}", (int)t->parts[i].field);
    }
    builder_add_text(b, "\"");
}

static void
dump_value(slice_builder *b, option_kind kind, const void *field)
{
    const jb_colour *colour = field;
    switch (kind) {
    case OPTION_LENGTH:
        dump_length(b, *(const jb_len *)field);
        break;
    case OPTION_EM:
    case OPTION_SHARE:
    case OPTION_COUNT:
    case OPTION_WORD:
        builder_printf(b, "%d", *(const int *)field);
        break;
    case OPTION_BOOL:
        builder_add_text(b, *(const bool *)field ? "yes" : "no");
        break;
    case OPTION_COLOUR:
        builder_printf(b, "#%02X%02X%02X%02X", colour->r, colour->g,
                       colour->b, colour->a);
        break;
    case OPTION_NAME:
        builder_add(b, *(const slice *)field);
        break;
    case OPTION_TEMPLATE:
        dump_template(b, field);
        break;
    case OPTION_KIND_COUNT:
        break;
    }
}

/* One line an object: "text body: role=song size=10.500pt …". */
static void
dump_object(slice_builder *b, option_group group, slice name,
            const void *object)
{
    const option_table *table = &option_tables[group];
    builder_printf(b, "%s %.*s:", table->name, SLICE_ARGS(name));
    for (size_t i = 0; i < table->n; i++) {
        const style_option *row = &table->rows[i];
        builder_printf(b, " %s=", row->name);
        dump_value(b, row->kind, (const char *)object + row->offset);
    }
    builder_add_text(b, "\n");
}

slice
style_dump(arena *a, const jb_style *s)
{
    slice_builder b = {.arena = a};
    builder_printf(&b, "style %.*s\n", SLICE_ARGS(s->name));
    dump_object(&b, OPTIONS_PAGE, SLICE_OF(""), &s->page);
    for (size_t i = 0; i < s->roles.n; i++)
        dump_object(&b, OPTIONS_TEXT, s->roles.at[i].name,
                    &s->roles.at[i].look);
    dump_object(&b, OPTIONS_CHART, SLICE_OF(""), &s->chart);
    for (size_t i = 0; i < s->runnings.n; i++)
        dump_object(&b, OPTIONS_RUNNING, SLICE_OF(""), &s->runnings.at[i]);
    for (size_t i = 0; i < s->bands.n; i++)
        dump_object(&b, OPTIONS_BAND, SLICE_OF(""), &s->bands.at[i]);
    for (size_t i = 0; i < s->blocks.n; i++)
        dump_object(&b, OPTIONS_BLOCK, span_text(s->blocks.at[i].span),
                    &s->blocks.at[i]);
    return builder_slice(&b);
}
