#include "proof/proof.h"

#include "base/utf8.h"
#include "proof/foreign.h"
#include "proof/gongwen.h"
#include "proof/typography.h"
#include "proof/written.h"

/* Characters of a line that are shown with a fault. */
#define SHOWN_MOST 40

typedef struct writing {
    arena *arena;
    slice_builder out;
    const seen_document *document;
    const typography *found;
    const proof_dimension *dimensions;
    size_t n_dimensions;
    const reader_document *read; /* NULL: pages of our own, with their faces */
} writing;

static size_t
line_on_page(const writing *w, const line_measure *m)
{
    size_t n = 0;
    for (size_t i = 0; i < w->found->n; i++) {
        const seen_line *l = w->found->lines[i].line;
        n += l->page == m->line->page && l->baseline <= m->line->baseline;
    }
    return n;
}

static slice
shortened(const writing *w, const seen_line *l)
{
    seen_line cut = *l;
    if (cut.glyphs.n > SHOWN_MOST)
        cut.glyphs.n = SHOWN_MOST;
    return seen_text(w->arena, &cut);
}

/* ── for people ── */

static void
write_sums(writing *w)
{
    const typography *t = w->found;
    slice room = written_number(w->arena, t->mean_room, 3);
    slice worst = written_number(w->arena, t->worst_room, 3);
    slice squeeze = written_number(w->arena, t->mean_squeeze, 2);
    slice tightest = written_number(w->arena, t->worst_squeeze, 2);
    slice lacking = written_number(w->arena, t->mean_lacking, 2);
    slice shortest = written_number(w->arena, t->worst_lacking, 2);
    builder_printf(&w->out, "%zu页，%zu行正文，其中%zu行撑满行宽\n",
                   w->document->n_pages, t->n, t->n_full);
    if (t->n_full == 0) {
        builder_printf(&w->out,
                       "没有哪几行看得出排到同一行宽，放宽、挤压无从量起；"
                       "行末空白：平均每行%.*s em，最多%.*s em\n",
                       SLICE_ARGS(lacking), SLICE_ARGS(shortest));
        return;
    }
    builder_printf(&w->out,
                   "字间放宽：平均%.*s em，最宽%.*s em；"
                   "标点挤压：平均每行%.*s em，最多%.*s em；"
                   "行末空白：平均每行%.*s em，最多%.*s em\n",
                   SLICE_ARGS(room), SLICE_ARGS(worst), SLICE_ARGS(squeeze),
                   SLICE_ARGS(tightest), SLICE_ARGS(lacking),
                   SLICE_ARGS(shortest));
}

static void
write_faults(writing *w)
{
    for (int f = 0; f < FAULT_COUNT; f++)
        builder_printf(&w->out, "%s%s %zu", f == 0 ? "" : "，",
                       fault_name((proof_fault)f), w->found->faults[f]);
    builder_add_text(&w->out, "\n");
    for (size_t i = 0; i < w->found->n; i++) {
        const line_measure *m = &w->found->lines[i];
        for (int f = 0; f < FAULT_COUNT; f++) {
            if (!m->faults[f])
                continue;
            slice text = shortened(w, m->line);
            builder_printf(&w->out, "第%zu页第%zu行：%s：%s“%.*s”\n",
                           m->line->page + 1, line_on_page(w, m),
                           fault_is_hard((proof_fault)f) ? "错" : "注意",
                           fault_name((proof_fault)f), SLICE_ARGS(text));
        }
    }
}

/* Of other forms than this one, or left out. */
static void
write_unmeasured(writing *w)
{
    const char *before = "GB/T 9704 没有可量的：";
    for (size_t i = 0; i < w->n_dimensions; i++) {
        const proof_dimension *d = &w->dimensions[i];
        if (d->is_found)
            continue;
        builder_printf(&w->out, "%s%s %s", before, d->clause, d->name);
        before = "；";
    }
    if (before[0] != 'G')
        builder_add_text(&w->out, "\n");
}

static void
write_dimensions(writing *w)
{
    for (size_t i = 0; i < w->n_dimensions; i++) {
        const proof_dimension *d = &w->dimensions[i];
        if (!d->is_found)
            continue;
        slice wanted = written_number(w->arena, d->wanted, 2);
        slice is = written_number(w->arena, d->measured, 2);
        slice off = written_number(w->arena, dimension_deviation(d), 2);
        builder_printf(&w->out,
                       "GB/T 9704 %s %s：%.*s%s（规定%.*s，差%.*s）%s\n",
                       d->clause, d->name, SLICE_ARGS(is), d->unit,
                       SLICE_ARGS(wanted), SLICE_ARGS(off),
                       dimension_is_kept(d) ? "合格" : "不合格");
    }
    write_unmeasured(w);
}

/* What is not in the file looks as each machine has it. */
static void
write_fonts(writing *w)
{
    size_t n = w->read == NULL ? 0 : w->read->fonts.n;
    for (size_t i = 0; i < n; i++) {
        const reader_font *f = &w->read->fonts.at[i];
        if (f->is_embedded)
            continue;
        builder_printf(&w->out, "注意：字体“%.*s”没有嵌入",
                       SLICE_ARGS(f->name));
        if (f->substitute.len > 0)
            builder_printf(&w->out, "，这里用“%.*s”代替",
                           SLICE_ARGS(f->substitute));
        builder_add_text(&w->out, "\n");
    }
}

/* ── for programs ── */

/* As in `typeset --json`, from the page's left edge. */
static void
json_glyphs(writing *w, const seen_line *l)
{
    builder_add_text(&w->out, ",\"glyphs\":[");
    for (size_t i = 0; i < l->glyphs.n; i++) {
        const seen_glyph *g = &l->glyphs.at[i];
        slice_builder text = {.arena = w->arena};
        builder_add_code(&text, g->code);
        builder_add_text(&w->out, i > 0 ? ",{\"text\":" : "{\"text\":");
        written_json_text(&w->out, builder_slice(&text));
        builder_add_text(&w->out, ",");
        written_json(&w->out, "x", g->x, ",");
        written_json(&w->out, "advance", g->advance, "}");
    }
    builder_add_text(&w->out, "]");
}

static void
json_line(writing *w, const line_measure *m)
{
    const seen_line *l = m->line;
    builder_printf(&w->out, "{\"page\":%zu,", l->page + 1);
    written_json(&w->out, "x", l->left, ",");
    written_json(&w->out, "y", l->baseline, ",");
    written_json(&w->out, "right", l->right, ",");
    written_json(&w->out, "size", l->size, ",");
    written_json(&w->out, "room", m->room, ",");
    written_json(&w->out, "squeeze", m->squeeze, ",");
    written_json(&w->out, "lacking", m->lacking, ",");
    builder_printf(&w->out, "\"full\":%s,\"last\":%s,\"faults\":[",
                   m->is_full ? "true" : "false",
                   m->is_last ? "true" : "false");
    const char *comma = "";
    for (int f = 0; f < FAULT_COUNT; f++) {
        if (!m->faults[f])
            continue;
        builder_add_text(&w->out, comma);
        written_json_text(&w->out, slice_from(fault_name((proof_fault)f)));
        comma = ",";
    }
    builder_add_text(&w->out, "],\"text\":");
    written_json_text(&w->out, seen_text(w->arena, l));
    json_glyphs(w, l);
    builder_add_text(&w->out, "}");
}

static void
json_dimensions(writing *w)
{
    builder_add_text(&w->out, "],\"dimensions\":[");
    const char *comma = "";
    for (size_t i = 0; i < w->n_dimensions; i++) {
        const proof_dimension *d = &w->dimensions[i];
        if (!d->is_found)
            continue;
        builder_printf(&w->out, "%s{\"clause\":\"%s\",\"name\":", comma,
                       d->clause);
        written_json_text(&w->out, slice_from(d->name));
        builder_printf(&w->out, ",\"unit\":\"%s\",", d->unit);
        written_json(&w->out, "wanted", d->wanted, ",");
        written_json(&w->out, "measured", d->measured, ",");
        builder_printf(&w->out, "\"kept\":%s}",
                       dimension_is_kept(d) ? "true" : "false");
        comma = ",";
    }
}

static void
json_fonts(writing *w)
{
    const char *comma = "";
    builder_add_text(&w->out, "],\"fonts\":[");
    for (size_t i = 0; i < w->read->fonts.n; i++) {
        const reader_font *f = &w->read->fonts.at[i];
        builder_printf(&w->out, "%s{\"name\":", comma);
        written_json_text(&w->out, f->name);
        builder_printf(&w->out, ",\"embedded\":%s,\"substitute\":",
                       f->is_embedded ? "true" : "false");
        written_json_text(&w->out, f->substitute);
        builder_add_text(&w->out, "}");
        comma = ",";
    }
}

static void
write_json(writing *w)
{
    const typography *t = w->found;
    builder_printf(&w->out, "{\"pages\":%zu,\"full\":%zu,",
                   w->document->n_pages, t->n_full);
    written_json(&w->out, "mean_room", t->mean_room, ",");
    written_json(&w->out, "worst_room", t->worst_room, ",");
    written_json(&w->out, "mean_squeeze", t->mean_squeeze, ",");
    written_json(&w->out, "worst_squeeze", t->worst_squeeze, ",");
    written_json(&w->out, "mean_lacking", t->mean_lacking, ",");
    written_json(&w->out, "worst_lacking", t->worst_lacking, ",");
    builder_add_text(&w->out, "\"lines\":[");
    for (size_t i = 0; i < t->n; i++) {
        builder_add_text(&w->out, i > 0 ? ",\n" : "\n");
        json_line(w, &t->lines[i]);
    }
    json_dimensions(w);
    if (w->read != NULL)
        json_fonts(w);
    builder_add_text(&w->out, "]}\n");
}

/* ── all of it ── */

static bool
is_sound(const writing *w)
{
    for (int f = 0; f < FAULT_FIRST_SOFT; f++)
        if (w->found->faults[f] > 0)
            return false;
    for (size_t i = 0; i < w->n_dimensions; i++)
        if (!dimension_is_kept(&w->dimensions[i]))
            return false;
    return true;
}

static proof_report
proof_of(arena *a, const seen_document *seen, const reader_document *read,
         proof_wishes wishes)
{
    typography found = typography_of(a, seen);
    writing w = {.arena = a, .out = {.arena = a}, .document = seen,
                 .found = &found, .read = read};
    if (wishes.has_gongwen)
        w.dimensions = gongwen_dimensions(a, seen, &w.n_dimensions);
    if (wishes.is_json) {
        write_json(&w);
    } else {
        write_sums(&w);
        write_faults(&w);
        write_fonts(&w);
        write_dimensions(&w);
    }
    return (proof_report){builder_slice(&w.out), is_sound(&w)};
}

proof_report
proof_of_pages(arena *a, const jb_pages *pages, proof_wishes wishes)
{
    seen_document seen = seen_from_pages(a, pages);
    wishes.has_gongwen |= gongwen_is_likely(&seen);
    return proof_of(a, &seen, NULL, wishes);
}

proof_report
proof_of_pdf(arena *a, slice name, slice bytes, proof_wishes wishes,
             jb_diags *diags)
{
    reader_document read = {.n_characters = 0};
    if (!foreign_read(a, name, bytes, &read, diags))
        return (proof_report){SLICE_OF(""), false};
    seen_document seen = seen_from_reader(a, &read);
    wishes.has_gongwen |= gongwen_is_likely(&seen);
    return proof_of(a, &seen, &read, wishes);
}
