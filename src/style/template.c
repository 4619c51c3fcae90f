#include "style/template.h"

#include "base/array.h"
#include "style/style.h"
#include "tree/tree.h"

static const char *const field_names[FIELD_COUNT][2] = {
    {"", ""},
#define FIELD(name, spelling, chinese, doc) {spelling, chinese},
#include "style/fields.def"
#undef FIELD
};

/* Every spelling in one list, for suggestions. */
static const char *const field_spellings[] = {
#define FIELD(name, spelling, chinese, doc) spelling, chinese,
#include "style/fields.def"
#undef FIELD
};

static style_field
field_lookup(slice name)
{
    for (int f = FIELD_LITERAL + 1; f < FIELD_COUNT; f++)
        if (slice_is(name, field_names[f][0]) ||
            slice_is(name, field_names[f][1]))
            return (style_field)f;
    return FIELD_LITERAL;
}

static void
report_unknown(arena *a, slice name, jb_span span, jb_diags *diags)
{
    const char *near = tree_nearest(
        name, field_spellings,
        sizeof field_spellings / sizeof field_spellings[0]);
    slice hint = near == NULL ? SLICE_OF("")
                              : slice_printf(a, "是否要写“{%s}”？", near);
    diag_report(diags, &STYLE_FIELD_UNKNOWN, span, name, hint);
}

typedef struct template_reader {
    arena *arena;
    slice text;
    size_t at;
    slice_builder literal;
    ARRAY(style_part) parts;
} template_reader;

static void
end_literal(template_reader *r)
{
    if (r->literal.len == 0)
        return;
    style_part part = {FIELD_LITERAL, builder_slice(&r->literal)};
    ARRAY_PUSH(r->arena, &r->parts, part);
    r->literal = (slice_builder){.arena = r->arena};
}

static bool
take_doubled(template_reader *r)
{
    char c = r->text.at[r->at];
    bool is_brace = c == '{' || c == '}';
    if (!is_brace || r->at + 1 >= r->text.len || r->text.at[r->at + 1] != c)
        return false;
    builder_add(&r->literal, slice_cut(r->text, r->at, r->at + 1));
    r->at += 2;
    return true;
}

static bool
take_field(template_reader *r, jb_span span, jb_diags *diags)
{
    slice rest = slice_cut(r->text, r->at, r->text.len);
    size_t close = slice_find(rest, SLICE_OF("}"));
    if (rest.at[0] == '}' || close == rest.len) {
        diag_report(diags, &STYLE_FIELD_OPEN, span, r->text);
        return false;
    }
    slice name = slice_trim(slice_cut(rest, 1, close));
    style_part part = {field_lookup(name), SLICE_OF("")};
    if (part.field == FIELD_LITERAL) {
        report_unknown(r->arena, name, span, diags);
        return false;
    }
    end_literal(r);
    ARRAY_PUSH(r->arena, &r->parts, part);
    r->at += close + 1;
    return true;
}

bool
template_parse(arena *a, slice text, jb_span span, style_template *out,
               jb_diags *diags)
{
    template_reader r = {
        .arena = a, .text = text, .literal = {.arena = a}};
    while (r.at < text.len) {
        char c = text.at[r.at];
        if (take_doubled(&r))
            continue;
        if (c != '{' && c != '}') {
            builder_add(&r.literal, slice_cut(text, r.at, r.at + 1));
            r.at++;
        } else if (!take_field(&r, span, diags)) {
            return false;
        }
    }
    end_literal(&r);
    *out = (style_template){r.parts.at, r.parts.n};
    return true;
}

slice
template_fill(arena *a, const style_template *t,
              const slice values[FIELD_COUNT])
{
    slice_builder b = {.arena = a};
    bool has_field = false, has_value = false;
    for (size_t i = 0; i < t->n; i++) {
        const style_part *part = &t->parts[i];
        if (part->field == FIELD_LITERAL) {
            builder_add(&b, part->literal);
            continue;
        }
        has_field = true;
        has_value |= values[part->field].len > 0;
        builder_add(&b, values[part->field]);
    }
    return has_field && !has_value ? SLICE_OF("") : builder_slice(&b);
}

bool
template_is_empty(const style_template *t)
{
    return t->n == 0;
}

bool
template_has(const style_template *t, style_field field)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->parts[i].field == field)
            return true;
    return false;
}
