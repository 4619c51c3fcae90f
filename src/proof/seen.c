#include "proof/seen.h"

#include <math.h>

#include "base/utf8.h"
#include "font/font.h"

#define DEPTH 32

/* Em. Notes and scripts are raised by less, lines are farther apart. */
#define SAME_LINE 0.6

/* The groups that are open where the reading has got to. */
typedef struct reading {
    arena *arena;
    seen_document *out;
    size_t page;
    display_group open[DEPTH];
    size_t depth;
    uint32_t next_paragraph; /* for groups without a number of their own */
    uint32_t paragraphs[DEPTH];
    size_t block, last_block; /* groups so far, but for those in lines: a
                                 paragraph has one in each column */
} reading;

/* Paragraphs without a number are told apart by numbers from here on. */
#define OWN_NUMBERS 0x40000000u

static bool
is_heading_role(display_role role)
{
    return role >= ROLE_H1 && role <= ROLE_H6;
}

static bool
is_within(const reading *r, display_role role)
{
    for (size_t i = 0; i < r->depth; i++)
        if (r->open[i].role == role)
            return true;
    return false;
}

static seen_part
part_of(const reading *r)
{
    static const display_role apart[] = {ROLE_TABLE, ROLE_LIST, ROLE_TOC};
    if (is_within(r, ROLE_FIGURE))
        return SEEN_FIGURE;
    if (is_within(r, ROLE_ARTIFACT))
        return SEEN_RUNNING;
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (is_within(r, apart[i]))
            return SEEN_TABLE;
    return SEEN_PROSE;
}

/* The line that the run goes on: the last one, when it is of the same
 * paragraph and baseline; raised and lowered runs belong to it. */
static seen_line *
line_for(reading *r, const jb_glyph_run *run)
{
    jb_point at = run_glyph_at(run, 0);
    double x = len_to_pt(at.x), y = len_to_pt(at.y);
    double size = len_to_pt(run->size);
    uint32_t paragraph = r->depth > 0 ? r->paragraphs[r->depth - 1] : 0;
    seen_document *d = r->out;
    seen_line *last = d->lines.n > 0 ? ARRAY_LAST(&d->lines) : NULL;
    bool goes_on = last != NULL && last->page == r->page &&
                   last->paragraph == paragraph &&
                   fabs(last->baseline - y) < SAME_LINE * last->size &&
                   x >= last->right - SAME_LINE * last->size &&
                   r->block == r->last_block;
    r->last_block = r->block;
    if (goes_on)
        return last;
    seen_line line = {.page = r->page, .paragraph = paragraph,
                      .part = part_of(r), .baseline = y, .left = x,
                      .right = x, .size = size, .colour = run->colour};
    line.top = y - size * face_box_top(run->face) /
                       face_units_per_em(run->face);
    for (size_t i = 0; i < r->depth; i++)
        line.is_heading |= is_heading_role(r->open[i].role);
    ARRAY_PUSH(r->arena, &d->lines, line);
    return ARRAY_LAST(&d->lines);
}

static void
read_run(reading *r, const jb_glyph_run *run)
{
    if (run->n_glyphs == 0 || run->is_upright_rotated)
        return;
    double size = len_to_pt(run->size);
    seen_line *line = line_for(r, run);
    size_t byte = 0;
    jb_len pen = run->origin.x; /* marks may be drawn beside it */
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const jb_glyph *g = &run->glyphs[i];
        size_t from = byte;
        jb_len x = pen;
        byte += g->text_bytes;
        pen += g->advance;
        if (g->text_bytes == 0)
            continue;
        seen_glyph glyph = {.x = len_to_pt(x),
                            .advance = len_to_pt(g->advance), .size = size,
                            .face = face_name(run->face)};
        glyph.code = utf8_next(run->text, &from);
        ARRAY_PUSH(r->arena, &line->glyphs, glyph);
        glyph.x += glyph.advance;
        glyph.advance = 0;
        while (from < byte) {
            glyph.code = utf8_next(run->text, &from);
            ARRAY_PUSH(r->arena, &line->glyphs, glyph);
        }
    }
    double right = len_to_pt(run_end(run).x);
    line->right = right > line->right ? right : line->right;
}

/* Long thin fills and strokes are rules; marks of figures are not. */
static void
read_path(reading *r, const jb_path *path, const jb_paint *paint)
{
    jb_rect box = path_bounds(path);
    bool is_filled = paint->fill.a != 0;
    if (is_within(r, ROLE_FIGURE) || (!is_filled && paint->stroke.a == 0))
        return;
    seen_rule rule = {r->page, len_to_pt(box.x), len_to_pt(box.y),
                      len_to_pt(box.w), len_to_pt(box.h),
                      is_filled ? paint->fill : paint->stroke};
    if (!is_filled) {
        double width = len_to_pt(paint->width);
        rule.y -= rule.h == 0 ? width / 2 : 0;
        rule.h = rule.h == 0 ? width : rule.h;
    }
    if (rule.w > 72 && rule.h < 12)
        ARRAY_PUSH(r->arena, &r->out->rules, rule);
}

/* Within a line, no paragraph of its own. */
static bool
is_inline(display_role role)
{
    return role == ROLE_LINK || role == ROLE_REFERENCE;
}

static void
open_group(reading *r, const display_group *group)
{
    if (r->depth == DEPTH)
        return;
    r->open[r->depth] = *group;
    if (is_inline(group->role) && r->depth > 0)
        r->paragraphs[r->depth] = r->paragraphs[r->depth - 1];
    else if (group->element != 0)
        r->paragraphs[r->depth] = group->element;
    else
        r->paragraphs[r->depth] = OWN_NUMBERS + r->next_paragraph++;
    r->block += !is_inline(group->role);
    r->depth++;
}

static void
read_page(reading *r, const jb_page *page)
{
    const jb_display *d = &page->display;
    r->depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN)
            open_group(r, &item->group);
        else if (item->kind == DISPLAY_GROUP_END && r->depth > 0)
            r->depth--;
        else if (item->kind == DISPLAY_GLYPHS)
            read_run(r, &item->run);
        else if (item->kind == DISPLAY_PATH)
            read_path(r, &item->shape.path, &item->shape.paint);
    }
}

seen_document
seen_from_pages(arena *a, const jb_pages *pages)
{
    seen_document out = {.n_pages = pages->pages.n};
    reading r = {.arena = a, .out = &out};
    for (r.page = 0; r.page < pages->pages.n; r.page++)
        read_page(&r, &pages->pages.at[r.page]);
    if (pages->pages.n > 0) {
        out.width = len_to_pt(pages->pages.at[0].size.w);
        out.height = len_to_pt(pages->pages.at[0].size.h);
    }
    return out;
}

slice
seen_text(arena *a, const seen_line *line)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < line->glyphs.n; i++)
        builder_add_code(&b, line->glyphs.at[i].code);
    return builder_slice(&b);
}
