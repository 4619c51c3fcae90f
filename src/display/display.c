#include "display/display.h"

#include <assert.h>
#include <math.h>

double
display_figure_size(const display_figure *f)
{
    return decimal_to_double(f->value) * pow(10, f->power);
}

jb_point
run_glyph_at(const jb_glyph_run *run, size_t i)
{
    jb_glyph g = run->glyphs[i];
    if (run->is_upright_rotated)
        return (jb_point){run->origin.x + g.y, run->origin.y - g.x};
    return (jb_point){run->origin.x + g.x, run->origin.y + g.y};
}

jb_point
run_end(const jb_glyph_run *run)
{
    if (run->n_glyphs == 0)
        return run->origin;
    jb_point end = run_glyph_at(run, run->n_glyphs - 1);
    jb_len advance = run->glyphs[run->n_glyphs - 1].advance;
    if (run->is_upright_rotated)
        return (jb_point){end.x, end.y - advance};
    return (jb_point){end.x + advance, end.y};
}

const char *
role_name(display_role role)
{
    static const char *const names[] = {
        [ROLE_SECTION] = "Sect",   [ROLE_H1] = "H1",
        [ROLE_H2] = "H2",          [ROLE_H3] = "H3",
        [ROLE_H4] = "H4",          [ROLE_H5] = "H5",
        [ROLE_H6] = "H6",          [ROLE_P] = "P",
        [ROLE_SPAN] = "Span",      [ROLE_FIGURE] = "Figure",
        [ROLE_CAPTION] = "Caption", [ROLE_TABLE] = "Table",
        [ROLE_TR] = "TR",          [ROLE_TH] = "TH",
        [ROLE_TD] = "TD",          [ROLE_LIST] = "L",
        [ROLE_ITEM] = "LI",        [ROLE_LABEL] = "Lbl",
        [ROLE_BODY] = "LBody",     [ROLE_NOTE] = "Note",
        [ROLE_REFERENCE] = "Reference", [ROLE_TOC] = "TOC",
        [ROLE_TOC_ITEM] = "TOCI",  [ROLE_LINK] = "Link",
        [ROLE_MARK] = "Mark",      [ROLE_ARTIFACT] = "Artifact",
    };
    static_assert(sizeof names / sizeof *names == ROLE_COUNT,
                  "one name per role");
    return names[role];
}

static void
add(jb_display *d, display_item item)
{
    ARRAY_PUSH(d->arena, &d->items, item);
}

void
display_run(jb_display *d, jb_glyph_run run)
{
    add(d, (display_item){.kind = DISPLAY_GLYPHS, .run = run});
}

void
display_path(jb_display *d, jb_path path, jb_paint paint)
{
    add(d, (display_item){.kind = DISPLAY_PATH,
                          .shape = {.path = path, .paint = paint}});
}

void
display_rect(jb_display *d, jb_rect r, jb_colour fill)
{
    jb_path path = {0};
    path_rect(d->arena, &path, r);
    display_path(d, path, (jb_paint){.fill = fill});
}

void
display_line(jb_display *d, jb_point from, jb_point to, jb_len width,
             jb_colour colour)
{
    jb_path path = {0};
    path_move(d->arena, &path, from);
    path_line(d->arena, &path, to);
    display_path(d, path, (jb_paint){.stroke = colour, .width = width});
}

void
display_clip_push(jb_display *d, jb_path path)
{
    add(d, (display_item){.kind = DISPLAY_CLIP_PUSH, .clip = path});
}

void
display_clip_pop(jb_display *d)
{
    add(d, (display_item){.kind = DISPLAY_CLIP_POP});
}

void
display_group_begin(jb_display *d, display_group group)
{
    add(d, (display_item){.kind = DISPLAY_GROUP_BEGIN, .group = group});
}

void
display_group_end(jb_display *d)
{
    add(d, (display_item){.kind = DISPLAY_GROUP_END});
}

void
display_link_to(jb_display *d, display_link link)
{
    add(d, (display_item){.kind = DISPLAY_LINK, .link = link});
}

void
display_draw_image(jb_display *d, display_image image)
{
    add(d, (display_item){.kind = DISPLAY_IMAGE, .image = image});
}

static jb_rect
box_moved(jb_rect r, jb_point by)
{
    return rect_is_empty(r) ? r : rect_moved(r, by);
}

static jb_glyph_run
run_moved(arena *a, jb_glyph_run run, jb_point by)
{
    run.origin = (jb_point){run.origin.x + by.x, run.origin.y + by.y};
    run.text = slice_copy(a, run.text);
    run.glyphs =
        arena_copy(a, run.glyphs, run.n_glyphs * sizeof *run.glyphs);
    return run;
}

static const display_figure *
figure_moved(arena *a, const display_figure *figure, jb_point by)
{
    if (figure == NULL)
        return NULL;
    display_figure *f = arena_copy(a, figure, sizeof *figure);
    f->point.x += by.x;
    f->point.y += by.y;
    f->label = slice_copy(a, f->label);
    f->bar = box_moved(f->bar, by);
    if (figure->places != NULL) {
        display_places *places =
            arena_copy(a, figure->places, sizeof *figure->places);
        places->row = rect_moved(places->row, by);
        f->places = places;
    }
    return f;
}

static const display_leader *
leader_moved(arena *a, const display_leader *leader, jb_point by)
{
    if (leader == NULL)
        return NULL;
    display_leader *l = arena_copy(a, leader, sizeof *leader);
    l->mark = slice_copy(a, l->mark);
    l->from = (jb_point){l->from.x + by.x, l->from.y + by.y};
    l->to = (jb_point){l->to.x + by.x, l->to.y + by.y};
    return l;
}

static display_group
group_moved(arena *a, display_group g, jb_point by)
{
    g.id = slice_copy(a, g.id);
    g.title = slice_copy(a, g.title);
    g.alt = slice_copy(a, g.alt);
    g.bounds = box_moved(g.bounds, by);
    g.figure = figure_moved(a, g.figure, by);
    g.leader = leader_moved(a, g.leader, by);
    return g;
}

static display_link
link_moved(arena *a, display_link link, jb_point by)
{
    link.uri = slice_copy(a, link.uri);
    link.destination = slice_copy(a, link.destination);
    link.rect = rect_moved(link.rect, by);
    return link;
}

static display_item
item_moved(arena *a, display_item item, jb_point by)
{
    switch (item.kind) {
    case DISPLAY_GLYPHS:
        item.run = run_moved(a, item.run, by);
        break;
    case DISPLAY_PATH:
        item.shape.path = path_moved(a, &item.shape.path, by);
        break;
    case DISPLAY_CLIP_PUSH:
        item.clip = path_moved(a, &item.clip, by);
        break;
    case DISPLAY_GROUP_BEGIN:
        item.group = group_moved(a, item.group, by);
        break;
    case DISPLAY_LINK:
        item.link = link_moved(a, item.link, by);
        break;
    case DISPLAY_IMAGE:
        item.image.rect = rect_moved(item.image.rect, by);
        item.image.alt = slice_copy(a, item.image.alt);
        break;
    case DISPLAY_CLIP_POP:
    case DISPLAY_GROUP_END:
    case DISPLAY_KIND_COUNT:
        break;
    }
    return item;
}

void
display_append(jb_display *d, const jb_display *from, jb_point by)
{
    size_t n = from->items.n; /* so that a list may be appended to itself */
    for (size_t i = 0; i < n; i++)
        add(d, item_moved(d->arena, from->items.at[i], by));
}

const display_group *
display_lone_figure(const jb_display *d)
{
    const display_group *figure = NULL;
    size_t depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        bool is_figure = item->kind == DISPLAY_GROUP_BEGIN &&
                         item->group.role == ROLE_FIGURE;
        if (depth == 0 && (figure != NULL || !is_figure))
            return NULL;
        if (depth == 0)
            figure = &item->group;
        depth += item->kind == DISPLAY_GROUP_BEGIN;
        depth -= item->kind == DISPLAY_GROUP_END;
    }
    return figure;
}
