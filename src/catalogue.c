/* What can be named: layouts, chart kinds, font roles, formats, and every
 * finding there is, each from the table of the room that owns it. */
#include "chart/chart.h"
#include "chart/options.h"
#include "engine.h"
#include "facts/facts.h"
#include "layout/layout.h"
#include "metrics/metrics.h"
#include "output/output.h"
#include "proof/finished.h"
#include "prose/markup.h"
#include "prose/placeholder.h"
#include "report/report.h"
#include "style/reference.h"

typedef ARRAY(jb_entry) entries;

/* Text of a slice for an entry: NUL-terminated, never NULL. */
static const char *
text_of(jb_engine *e, slice s)
{
    return s.at == NULL ? "" : slice_copy(engine_arena(e), s).at;
}

static bool
list_layouts(jb_engine *e, entries *out, jb_diags *diags)
{
    slice *names;
    size_t n = engine_names(e, ENGINE_LAYOUTS, engine_arena(e), &names);
    for (size_t i = 0; i < n; i++) {
        engine_wish layout = {names[i], SPAN_NONE}, own = {.span = SPAN_NONE};
        const jb_style *style = engine_style(e, layout, own, diags);
        if (style == NULL)
            return false;
        jb_entry entry = {
            .name = names[i].at,
            .also = text_of(e, style_name(style)),
            .doc = text_of(e, style_doc(style)),
            .where = arena_printf(engine_arena(e), "%s/layouts/%s.yaml",
                                  engine_directory(e), names[i].at),
        };
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    if (n == 0)
        diag_report(diags, &DIRECTORY_WITHOUT_LAYOUTS, SPAN_NONE,
                    slice_from(engine_directory(e)),
                    SLICE_OF(ENGINE_LAYOUTS));
    return n > 0;
}

static bool
list_themes(jb_engine *e, entries *out, jb_diags *diags)
{
    slice *names;
    size_t n = engine_names(e, ENGINE_THEMES, engine_arena(e), &names);
    for (size_t i = 0; i < n; i++) {
        engine_wish wish = {names[i], SPAN_NONE};
        const jb_theme *theme = engine_theme(e, wish, diags);
        if (theme == NULL)
            return false;
        jb_entry entry = {
            .name = names[i].at,
            .also = text_of(e, theme_name(theme)),
            .doc = text_of(e, theme_doc(theme)),
            .where = arena_printf(engine_arena(e), "%s/%s/%s.yaml",
                                  engine_directory(e), ENGINE_THEMES,
                                  names[i].at),
        };
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    if (n == 0)
        diag_report(diags, &DIRECTORY_WITHOUT_LAYOUTS, SPAN_NONE,
                    slice_from(engine_directory(e)), SLICE_OF(ENGINE_THEMES));
    return n > 0;
}

static bool
list_charts(jb_engine *e, entries *out, jb_diags *diags)
{
    (void)diags;
    for (size_t i = 0; i < chart_types_count(); i++) {
        const jb_chart_type *type = chart_type_at(i);
        jb_entry entry = {type->name, type->chinese, type->doc, ""};
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    return true;
}

static bool
list_fonts(jb_engine *e, entries *out, jb_diags *diags)
{
    jb_fonts *fonts = engine_fonts(e, diags);
    if (fonts == NULL)
        return false;
    for (size_t i = 0; i < fonts_roles_count(fonts); i++) {
        font_role role = (font_role)i;
        const jb_face *face = fonts_face(fonts, role, diags);
        if (face == NULL)
            return false;
        jb_entry entry = {
            .name = text_of(e, fonts_role_name(fonts, role)),
            .also = text_of(e, face_name(face)),
            .doc = text_of(e, fonts_role_doc(fonts, role)),
            .where = text_of(e, face_file(face)),
        };
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    return true;
}

static bool
list_formats(jb_engine *e, entries *out, jb_diags *diags)
{
    (void)diags;
    for (size_t i = 0; i < formats_count(); i++) {
        const jb_format *format = format_at(i);
        jb_entry entry = {format->name, format->media_type, format->doc, ""};
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    return true;
}

static void
add_placeholders(jb_engine *e, entries *out, const char *format,
                 const placeholder_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        jb_entry entry = {
            .name = arena_printf(engine_arena(e), format, rows[i].name),
            .also = rows[i].chinese,
            .doc = rows[i].doc,
            .where = "",
        };
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
}

static bool
list_placeholders(jb_engine *e, entries *out, jb_diags *diags)
{
    (void)diags;
    const placeholder_row *rows;
    const markup_row *marks;
    size_t n = placeholder_rows(&rows);
    add_placeholders(e, out, "%s", rows, n);
    n = placeholder_option_rows(&rows);
    add_placeholders(e, out, "|%s", rows, n);
    n = markup_rows(&marks);
    for (size_t i = 0; i < n; i++) {
        jb_entry entry = {
            arena_printf(engine_arena(e), marks[i].has_colon ? "%s:" : "%s.",
                         marks[i].name),
            marks[i].chinese, marks[i].doc, ""};
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    return true;
}

/* 方向 · 自动、横向、纵向: the Chinese of each choice. */
static slice
choices_text(arena *a, const char *words)
{
    slice_builder b = {.arena = a};
    slice rest = slice_from(words);
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE_OF("|"));
        slice choice = slice_cut(rest, 0, end);
        size_t space = slice_find(choice, SLICE_OF(" "));
        builder_add_text(&b, b.len > 0 ? "、" : "");
        builder_add(&b, slice_cut(choice, space + 1, choice.len));
        rest = slice_cut(rest, end + 1, rest.len);
    }
    return builder_slice(&b);
}

/* What a chart in a metrics file may set, behind what a layout may. */
static void
list_chart_options(arena *a, entries *out)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const chart_option_row *row = chart_option_row_of((chart_option_id)i);
        slice choices = choices_text(a, row->words);
        jb_entry entry = {
            slice_printf(a, "chart.%s", row->key).at, row->chinese,
            slice_printf(a, "图表的“选项”：%.*s。%s。", SLICE_ARGS(choices),
                         row->doc).at, ""};
        ARRAY_PUSH(a, out, entry);
    }
}

static bool
list_options(jb_engine *e, entries *out, jb_diags *diags)
{
    (void)diags;
    size_t n;
    const style_row *rows = style_reference(engine_arena(e), &n);
    for (size_t i = 0; i < n; i++) {
        jb_entry entry = {rows[i].name, rows[i].chinese, rows[i].doc, ""};
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    list_chart_options(engine_arena(e), out);
    return true;
}

static bool
list_findings(jb_engine *e, entries *out, jb_diags *diags)
{
    (void)diags;
    static const char *const severities[] = {"提示", "警告", "错误"};
    static const diag_kind *const kinds[] = {
#define DIAG(name, severity, message, hint) &name,
#include "base/diag.def"
#include "chart/diag.def"
#include "diag.def"
#include "facts/diag.def"
#include "font/diag.def"
#include "layout/diag.def"
#include "metrics/diag.def"
#include "output/diag.def"
#include "proof/diag.def"
#include "prose/diag.def"
#include "quantity/diag.def"
#include "report/diag.def"
#include "style/diag.def"
#include "text/diag.def"
#include "tree/diag.def"
#undef DIAG
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        jb_entry entry = {kinds[i]->code, severities[kinds[i]->severity],
                          kinds[i]->message, ""};
        ARRAY_PUSH(engine_arena(e), out, entry);
    }
    return true;
}

typedef struct list_kind {
    jb_entry about;
    bool (*fill)(jb_engine *e, entries *out, jb_diags *diags);
} list_kind;

static const list_kind kinds_of_list[JB_LIST_COUNT] = {
    [JB_LIST_LAYOUTS] = {{"layouts", "版式", "layouts/ 里的版式", ""},
                         list_layouts},
    [JB_LIST_THEMES] = {{"themes", "主题", "layouts/themes/ 里的主题", ""},
                        list_themes},
    [JB_LIST_CHARTS] = {{"charts", "图表", "图表类型", ""}, list_charts},
    [JB_LIST_FONTS] = {{"fonts", "字体", "字体角色、所用的字体和文件", ""},
                       list_fonts},
    [JB_LIST_FORMATS] = {{"formats", "格式", "输出格式", ""}, list_formats},
    [JB_LIST_PLACEHOLDERS] = {{"placeholders", "占位",
                               "正文里 {指标.…|选项} 能写的内容和选项", ""},
                              list_placeholders},
    [JB_LIST_OPTIONS] = {{"options", "选项",
                          "版式文件能写的版块、文字样式、字段和选项，"
                          "以及指标文件里图表的选项（chart.…）", ""},
                         list_options},
    [JB_LIST_FINDINGS] = {{"findings", "诊断", "检查能发现的全部问题", ""},
                          list_findings},
};

jb_entry
jb_list_about(jb_list list)
{
    return kinds_of_list[list].about;
}

const jb_entry *
jb_list_entries(jb_engine *e, jb_list list, size_t *n, jb_diags *diags)
{
    entries found = {0};
    *n = 0;
    if (!kinds_of_list[list].fill(e, &found, diags))
        return NULL;
    *n = found.n;
    return found.at;
}

const char *
jb_schema(jb_engine *e)
{
    return metrics_schema(engine_arena(e)).at;
}
