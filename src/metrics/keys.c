#include "metrics/keys.h"

#include "metrics/metrics.h"

#define KEY(table, field, name, chinese, want, required, doc)                \
    {name, chinese, TREE_WANT_##want, required, doc},
static const tree_key all_keys[] = {
#include "metrics/keys.def"
};
#undef KEY

#define KEY(table, field, name, chinese, want, required, doc) KEYS_##table,
static const keys_table tables[] = {
#include "metrics/keys.def"
};
#undef KEY

_Static_assert(sizeof all_keys / sizeof *all_keys == KEY_ALL_COUNT,
               "one row for each key");

keys_range
keys_of(keys_table table)
{
    keys_range r = {NULL, KEY_ALL_COUNT, 0};
    for (size_t i = 0; i < KEY_ALL_COUNT; i++) {
        if (tables[i] != table)
            continue;
        if (r.n++ == 0) {
            r.first = i;
            r.keys = &all_keys[i];
        }
    }
    return r;
}

/* The JSON Schema (draft 2020-12), for completion and checking in editors. */
typedef struct schema_shape {
    const char *name;
    keys_table table;
} schema_shape;

static const schema_shape shapes[] = {
    {"metric", KEYS_METRIC},   {"to-date", KEYS_TO_DATE},
    {"rank", KEYS_RANK},       {"chart", KEYS_CHART},
    {"table", KEYS_TABLE},     {"column", KEYS_COLUMN},
    {"section", KEYS_SECTION}, {"signatory", KEYS_SIGNATORY},
    {"attachment", KEYS_ATTACHMENT},
};

static const char *
referred_shape(size_t key)
{
    switch (key) {
    case KEY_DOCUMENT_METRICS:
        return "\"type\": \"object\", \"additionalProperties\": "
               "{\"$ref\": \"#/$defs/metric\"}";
    case KEY_DOCUMENT_CHARTS:
        return "\"type\": \"object\", \"additionalProperties\": "
               "{\"$ref\": \"#/$defs/chart\"}";
    case KEY_DOCUMENT_TABLES:
        return "\"type\": \"object\", \"additionalProperties\": "
               "{\"$ref\": \"#/$defs/table\"}";
    case KEY_TABLE_COLUMNS:
    case KEY_COLUMN_COLUMNS:
        return "\"type\": \"array\", \"items\": {\"anyOf\": "
               "[{\"type\": \"string\"}, {\"$ref\": \"#/$defs/column\"}]}";
    case KEY_DOCUMENT_SECTIONS:
    case KEY_SECTION_SECTIONS:
        return "\"type\": \"array\", \"items\": "
               "{\"$ref\": \"#/$defs/section\"}";
    case KEY_DOCUMENT_SIGNATORIES:
        return "\"type\": \"array\", \"items\": "
               "{\"$ref\": \"#/$defs/signatory\"}";
    case KEY_DOCUMENT_ATTACHMENTS:
        return "\"type\": [\"array\", \"string\"], \"items\": {\"anyOf\": "
               "[{\"type\": \"string\"}, "
               "{\"$ref\": \"#/$defs/attachment\"}]}";
    case KEY_ATTACHMENT_TABLE:
        return "\"type\": [\"array\", \"string\"], "
               "\"items\": {\"type\": \"array\"}";
    case KEY_METRIC_TO_DATE:
        return "\"$ref\": \"#/$defs/to-date\"";
    case KEY_METRIC_RANK:
        return "\"anyOf\": [{\"type\": \"string\"}, "
               "{\"$ref\": \"#/$defs/rank\"}]";
    default:
        return NULL;
    }
}

static const char *
plain_shape(tree_want want)
{
    switch (want) {
    case TREE_WANT_TEXT:
    case TREE_WANT_NUMBER:
        return "\"type\": [\"string\", \"number\"]";
    case TREE_WANT_BOOL:
        return "\"enum\": [true, false, \"是\", \"否\", \"yes\", \"no\"]";
    case TREE_WANT_LIST:
        return "\"type\": [\"array\", \"string\"]";
    case TREE_WANT_MAP:
        return "\"type\": \"object\"";
    default:
        return "\"type\": [\"string\", \"array\"]";
    }
}

static void
add_property(slice_builder *out, slice name, size_t index, const char *start)
{
    const char *shape = referred_shape(index);
    if (shape == NULL)
        shape = plain_shape(all_keys[index].want);
    builder_printf(out, "%s\n    \"%.*s\": {%s, \"description\": \"%s\"}",
                   start, SLICE_ARGS(name), shape, all_keys[index].doc);
}

/* Every name of every key is a property, since any of them may be written. */
static void
add_properties(slice_builder *out, keys_range r)
{
    builder_add_text(out, "\"type\": \"object\", "
                          "\"additionalProperties\": false, "
                          "\"properties\": {");
    for (size_t i = 0; i < r.n; i++) {
        add_property(out, slice_from(r.keys[i].name), r.first + i,
                     i == 0 ? "" : ",");
        slice rest = slice_from(r.keys[i].chinese);
        while (rest.len > 0) {
            size_t bar = slice_find(rest, SLICE_OF("|"));
            add_property(out, slice_cut(rest, 0, bar), r.first + i, ",");
            rest = slice_cut(rest, bar + 1, rest.len);
        }
    }
    builder_add_text(out, "\n  }");
}

slice
metrics_schema(arena *a)
{
    slice_builder out = {.arena = a};
    builder_add_text(&out,
                     "{\n  \"$schema\": "
                     "\"https://json-schema.org/draft/2020-12/schema\",\n"
                     "  \"title\": \"jianbao 指标文件\",\n  ");
    add_properties(&out, keys_of(KEYS_DOCUMENT));
    builder_add_text(&out, ",\n  \"$defs\": {");
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        builder_printf(&out, "%s\n  \"%s\": {", i == 0 ? "" : ",",
                       shapes[i].name);
        add_properties(&out, keys_of(shapes[i].table));
        builder_add_text(&out, "}");
    }
    builder_add_text(&out, "\n  }\n}\n");
    return builder_slice(&out);
}
