#include "layout/paint.h"

#include "layout/figure.h"

/* Deepest nesting of structure: document, section, subsection, table … */
#define DEPTH_MAX 16

typedef struct painter {
    composer *composer;
    const layout_plan *plan;
    jb_pages *pages;
    jb_display *display; /* of the page being painted */
    jb_len top;          /* of its type area */
    const layout_element *open[DEPTH_MAX];
    size_t depth;
    bool is_right;       /* nothing has failed */
} painter;

/* ── structure ── */

static size_t
element_depth(const layout_element *e)
{
    size_t depth = 0;
    for (; e != NULL; e = e->parent)
        depth++;
    return depth;
}

static void
close_to(painter *p, size_t depth)
{
    while (p->depth > depth) {
        display_group_end(p->display);
        p->depth--;
    }
}

/* Make the box's element and its ancestors the open groups: close what does
 * not belong, open what is missing. On a later page the same numbers are
 * opened again, which continues the same elements. */
static void
open_element(painter *p, const layout_box *box)
{
    const layout_element *e = box->element, *path[DEPTH_MAX];
    size_t n = element_depth(e);
    for (size_t i = n; i > 0; i--, e = e->parent)
        if (i <= DEPTH_MAX)
            path[i - 1] = e;
    n = n < DEPTH_MAX ? n : DEPTH_MAX;
    size_t common = 0;
    while (common < n && common < p->depth && p->open[common] == path[common])
        common++;
    close_to(p, common);
    for (; p->depth < n; p->depth++) {
        const layout_element *opened = path[p->depth];
        p->open[p->depth] = opened;
        slice id = opened == box->element ? box->anchor : SLICE_OF("");
        display_group_begin(p->display,
                            (display_group){.role = opened->role,
                                            .element = opened->number,
                                            .id = id,
                                            .title = opened->title});
    }
}

/* ── frames ── */

static void
paint_frame(painter *p, const layout_frame *f, jb_len top, jb_len height)
{
    jb_display *d = p->display;
    jb_len w = f->rule_width;
    jb_rect r = {f->x, top, f->width, height};
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    if (f->fill.a > 0)
        display_rect(d, r, f->fill);
    if (f->kind == FRAME_BAR || f->kind == FRAME_BOX)
        display_rect(d, (jb_rect){r.x, r.y, w, r.h}, f->rule);
    if (f->kind == FRAME_BOX)
        display_rect(d, (jb_rect){r.x + r.w - w, r.y, w, r.h}, f->rule);
    if (f->kind == FRAME_RULES || f->kind == FRAME_BOX) {
        display_rect(d, (jb_rect){r.x, r.y, r.w, w}, f->rule);
        display_rect(d, (jb_rect){r.x, r.y + r.h - w, r.w, w}, f->rule);
    }
    display_group_end(d);
}

/* The frame that starts at placed box i reaches over all boxes of this page
 * that share it. */
static void
open_frame(painter *p, size_t i)
{
    const layout_placed *first = &p->plan->placed[i];
    const layout_frame *f = first->box->frame;
    jb_len head = first->y, foot = head;
    for (size_t j = i; j < p->plan->n; j++) {
        const layout_placed *next = &p->plan->placed[j];
        if (next->page != first->page || next->box->frame != f)
            break;
        head = len_min(head, next->y);
        foot = len_max(foot, next->y + next->height - next->box->tail);
    }
    head -= f->padding;
    paint_frame(p, f, p->top + head, foot + f->padding - head);
}

static bool
starts_frame(const painter *p, size_t i)
{
    const layout_placed *at = p->plan->placed;
    if (at[i].box->frame == NULL)
        return false;
    return i == 0 || at[i - 1].page != at[i].page ||
           at[i - 1].box->frame != at[i].box->frame;
}

/* ── outline ── */

static void
add_outline(painter *p, const layout_placed *placed)
{
    if (placed->box->outline.len == 0 || placed->is_repeated ||
        p->pages == NULL)
        return;
    display_outline entry = {.title = placed->box->outline,
                             .level = placed->box->outline_level,
                             .page = placed->page,
                             .y = p->top + placed->y};
    ARRAY_PUSH(p->pages->arena, &p->pages->outline, entry);
}

/* ── lines of the contents ── */

/* Whether links to `anchor` lead to the box. */
static bool
is_anchored(const layout_box *box, slice anchor)
{
    return slice_equal(box->anchor, anchor) ||
           (box->figure != NULL && slice_equal(box->figure->id, anchor));
}

/* The page, from 1, of what links name `anchor`; 0 when it is not set. */
static size_t
anchor_page(const layout_plan *plan, slice anchor)
{
    for (size_t i = 0; i < plan->n && anchor.len > 0; i++)
        if (is_anchored(plan->placed[i].box, anchor))
            return plan->placed[i].page + 1;
    return 0;
}

/* Dots on a grid of their own, half an em apart, so that they stand under
 * each other from line to line. */
static void
paint_leader(painter *p, jb_point from, jb_len to, const style_text *look)
{
    jb_len step = look->size / 2, radius = look->size / 24;
    jb_len x = from.x + step - from.x % step;
    display_group_begin(p->display, (display_group){.role = ROLE_ARTIFACT});
    for (; x < to; x += step) {
        jb_path dot = {0};
        jb_rect r = {x - radius, from.y - radius, 2 * radius, 2 * radius};
        path_round_rect(p->display->arena, &dot, r, radius);
        display_path(p->display, dot, (jb_paint){.fill = look->colour});
    }
    display_group_end(p->display);
}

static void
paint_reference(painter *p, const layout_reference *r, jb_point at)
{
    composer *c = p->composer;
    size_t page = anchor_page(p->plan, r->anchor);
    if (page == 0)
        return;
    style_text look = *r->look;
    look.align = STYLE_START;
    look.indent = 0;
    slice number = slice_printf(c->arena, "%zu", page);
    jb_len width = set_width(c, number, &look);
    jb_point end = {at.x + r->right - width, at.y + r->top};
    jb_point dots = {at.x + r->left + look.size / 2,
                     end.y + len_scale(look.size, 52, 100)};
    paint_leader(p, dots, end.x - look.size / 2, &look);
    set_draw(p->display, set_slice(c, number, &look, 0), &look, end);
    jb_rect line = {c->page->left, end.y, at.x + r->right - c->page->left,
                    look.size};
    display_link_to(p->display,
                    (display_link){.rect = line,
                                   .destination = r->anchor});
}

/* ── boxes ── */

/* A short line sets the notes off from the text (CLREQ #footnotes). */
static void
paint_note_rule(painter *p, size_t i)
{
    const layout_placed *placed = &p->plan->placed[i];
    const style_page *page = p->composer->page;
    bool is_first = placed->is_note &&
                    (i == 0 || !p->plan->placed[i - 1].is_note ||
                     p->plan->placed[i - 1].page != placed->page);
    if (!is_first || page->note_rule == 0)
        return;
    jb_len y = p->top + placed->y - page->note_gap * 2 / 5;
    jb_rect rule = {page->left, y, page->note_rule, LEN_OF_PT(1) / 2};
    display_group_begin(p->display, (display_group){.role = ROLE_ARTIFACT});
    display_rect(p->display, rule,
                 compose_look(p->composer, "footnote")->colour);
    display_group_end(p->display);
}

static void
paint_content(painter *p, const layout_placed *placed)
{
    const layout_box *box = placed->box;
    jb_point at = {placed->x, p->top + placed->y};
    if (box->figure == NULL) {
        display_append(p->display, &box->content, at);
        if (box->reference != NULL)
            paint_reference(p, box->reference, at);
        return;
    }
    jb_display drawn = {.arena = p->composer->arena};
    p->is_right &= figure_draw(p->composer, box->figure, placed->height,
                               &drawn);
    display_append(p->display, &drawn, at);
}

/* The box of the text that is placed behind box i; or the number of boxes. */
static size_t
next_placed(const painter *p, size_t i)
{
    const layout_placed *at = p->plan->placed;
    do
        i++;
    while (i < p->plan->n && (at[i].is_repeated || at[i].is_note));
    return i;
}

/* Whether the table of placed box i goes on over the page, or in the next
 * column. */
static bool
goes_on(const painter *p, size_t i)
{
    const layout_placed *here = &p->plan->placed[i];
    size_t next = next_placed(p, i);
    if (here->is_repeated || next == p->plan->n)
        return false;
    const layout_placed *then = &p->plan->placed[next];
    return then->box->carry == here->box->carry &&
           (then->page != here->page || then->x != here->x);
}

/* A rule closes the part of a table that goes on over the page. */
static void
paint_foot(painter *p, size_t i)
{
    const layout_placed *placed = &p->plan->placed[i];
    const layout_carry *carry = placed->box->carry;
    if (carry == NULL || carry->foot == 0 || !goes_on(p, i))
        return;
    jb_rect rule = {carry->x + placed->x,
                    p->top + placed->y + placed->height,
                    carry->width, carry->foot};
    display_group_begin(p->display, (display_group){.role = ROLE_ARTIFACT});
    display_rect(p->display, rule, carry->foot_colour);
    display_group_end(p->display);
}

static void
paint_box(painter *p, size_t i)
{
    const layout_placed *placed = &p->plan->placed[i];
    if (placed->is_note)
        close_to(p, 0);
    paint_note_rule(p, i);
    if (starts_frame(p, i)) {
        close_to(p, 0);
        open_frame(p, i);
    }
    if (placed->is_repeated) {
        close_to(p, 0);
        display_group_begin(p->display,
                            (display_group){.role = ROLE_ARTIFACT});
        paint_content(p, placed);
        display_group_end(p->display);
        return;
    }
    open_element(p, placed->box);
    add_outline(p, placed);
    paint_content(p, placed);
    paint_foot(p, i);
}

/* ── pages ── */

static slice
number_text(arena *a, size_t number)
{
    return slice_printf(a, "%zu", number);
}

/* The section that a page's running head names: that of its first box. */
static slice
page_section(const layout_plan *plan, size_t first, size_t page)
{
    for (size_t i = first; i < plan->n; i++) {
        const layout_placed *placed = &plan->placed[i];
        if (placed->page != page)
            break;
        if (placed->box->section.len > 0)
            return placed->box->section;
    }
    return SLICE_OF("");
}

/* Paint one page whose boxes start at placed box `first`; the first box of
 * the next page. */
static size_t
paint_page(painter *p, size_t page, size_t first)
{
    composer *c = p->composer;
    jb_page fresh = {.size = c->page->size,
                     .ground = c->page->ground,
                     .display = {.arena = p->pages->arena},
                     .label = number_text(c->arena, page + 1)};
    ARRAY_PUSH(p->pages->arena, &p->pages->pages, fresh);
    p->display = &ARRAY_LAST(&p->pages->pages)->display;
    c->fields[FIELD_PAGE] = fresh.label;
    c->fields[FIELD_PAGES] = number_text(c->arena, p->plan->n_pages);
    c->fields[FIELD_SECTION] = page_section(p->plan, first, page);
    paint_bands(c, page + 1, p->display);
    size_t i = first;
    for (; i < p->plan->n && p->plan->placed[i].page == page; i++)
        paint_box(p, i);
    close_to(p, 0);
    paint_runnings(c, page + 1, page < p->plan->n_numbered, p->display);
    return i;
}

void
paint_boxes(composer *c, const layout_plan *plan, size_t page, jb_display *d)
{
    painter p = {.composer = c, .plan = plan, .display = d};
    for (size_t i = 0; i < plan->n; i++)
        if (plan->placed[i].page == page)
            paint_box(&p, i);
    close_to(&p, 0);
}

bool
paint_pages(composer *c, const layout_plan *plan, jb_pages *pages)
{
    painter p = {.composer = c,
                 .plan = plan,
                 .pages = pages,
                 .top = c->page->top,
                 .is_right = true};
    size_t first = 0;
    for (size_t page = 0; page < plan->n_pages; page++)
        first = paint_page(&p, page, first);
    return p.is_right;
}
