#include "chart/arrow.h"

#include "chart/tone.h"

/* The row and place of the bar of this mark; false: it is not in the panel. */
static bool
bar_find(const bar_panel *p, slice id, size_t *row, size_t *which)
{
    for (*row = 0; *row < p->n_rows; ++*row)
        for (*which = 0; *which < p->n_bars; ++*which)
            if (slice_equal(p->rows[*row].bars[*which].name.id, id))
                return true;
    return false;
}

static chart_label
label_of(const chart_context *c, const chart_arrow *arrow, jb_colour colour)
{
    const style_chart *s = c->style;
    jb_colour text = arrow->direction == 0
                         ? s->ink
                         : tone_readable(colour, s->ink, s->ground,
                                         TONE_CONTRAST_TEXT);
    return label_set(c, &(label_wish){.look = &s->label,
                                      .text = arrow->label,
                                      .mark = arrow->note_mark,
                                      .colour = text});
}

/* Where both its bars are in the panel. */
static bool
arrow_take(const chart_context *c, const chart_spec *spec, size_t i,
           bar_panel *p)
{
    const chart_arrow *arrow = &spec->arrows[i];
    const style_chart *s = c->style;
    bar_arrow found = {
        .id = slice_printf(c->arena, "%.*s-arrow-%zu", SLICE_ARGS(spec->id),
                           i + 1),
        .name = arrow->name, .text = arrow->label,
        .is_amount = arrow->is_amount,
        .colour = arrow->direction > 0   ? s->rise
                  : arrow->direction < 0 ? s->fall
                                         : s->muted};
    slice from = mark_id(c->arena, spec, arrow->from_series, arrow->from);
    slice to = mark_id(c->arena, spec, arrow->to_series, arrow->to);
    if (!bar_find(p, from, &found.from, &found.from_bar) ||
        !bar_find(p, to, &found.to, &found.to_bar))
        return false;
    found.is_amount &= !p->rows[found.from].bars[found.from_bar].is_broken &&
                       !p->rows[found.to].bars[found.to_bar].is_broken;
    found.label = label_of(c, arrow, found.colour);
    p->arrows[p->n_arrows++] = found;
    return true;
}

static slice
note_of(arena *a, slice name, slice text)
{
    return slice_printf(a, "注：%.*s，%.*s。", SLICE_ARGS(name),
                        SLICE_ARGS(text));
}

chart_notes
arrows_set(const chart_context *c, const chart_spec *spec, bar_panels *p)
{
    chart_notes notes = {NULL, 0};
    for (size_t i = 0; i < p->n; i++) {
        p->at[i].arrows = ARENA_ARRAY(c->arena, spec->n_arrows, bar_arrow);
        p->at[i].n_arrows = 0;
    }
    for (size_t i = 0; i < spec->n_arrows; i++) {
        const chart_arrow *arrow = &spec->arrows[i];
        size_t k = 0;
        if (arrow->from == arrow->to)
            continue; /* told between the two bars of a row */
        while (k < p->n && !arrow_take(c, spec, i, &p->at[k]))
            k++;
        if (k == p->n)
            notes = chart_notes_with(
                c->arena, notes,
                note_of(c->arena, arrow->name, arrow->label));
    }
    return notes;
}

chart_notes
arrows_told(const chart_context *c, const bar_panels *p, chart_notes notes)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < p->at[i].n_arrows; k++) {
            const bar_arrow *arrow = &p->at[i].arrows[k];
            if (arrow->is_left)
                notes = chart_notes_with(
                    c->arena, notes,
                    note_of(c->arena, arrow->name, arrow->text));
        }
    return notes;
}

void
arrows_leave(const bar_panels *p, bool are_left)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < p->at[i].n_arrows; k++)
            p->at[i].arrows[k].is_left = are_left;
}

size_t
arrow_first_row(const bar_arrow *arrow)
{
    return arrow->from < arrow->to ? arrow->from : arrow->to;
}

size_t
arrow_last_row(const bar_arrow *arrow)
{
    return arrow->from < arrow->to ? arrow->to : arrow->from;
}

void
arrow_begin(jb_display *d, const bar_arrow *arrow)
{
    display_group_begin(
        d, (display_group){
               .role = ROLE_MARK, .id = arrow->id,
               .title = slice_printf(d->arena, "箭头：%.*s，%.*s",
                                     SLICE_ARGS(arrow->name),
                                     SLICE_ARGS(arrow->text))});
}

void
arrow_line(const arrow_pen *pen, jb_point from, jb_point to)
{
    grid_line line = {{len_min(from.x, to.x), len_min(from.y, to.y)},
                      {len_max(from.x, to.x), len_max(from.y, to.y)},
                      pen->c->style->zero_width, pen->c->style->muted};
    grid_line_draw(pen->c->arena, pen->d, &line, pen->texts, pen->n_texts);
}

jb_len
arrow_head_length(jb_len em)
{
    return em / 2;
}

void
arrow_head(jb_display *d, jb_point tip, display_side side, jb_len em,
           jb_colour colour)
{
    jb_len length = arrow_head_length(em), half = em * 3 / 10;
    jb_len sign = side == SIDE_RIGHT || side == SIDE_DOWN ? -1 : 1;
    bool is_level = side == SIDE_LEFT || side == SIDE_RIGHT;
    jb_point along = is_level ? (jb_point){sign * length, 0}
                              : (jb_point){0, sign * length};
    jb_point across = is_level ? (jb_point){0, half} : (jb_point){half, 0};
    jb_path head = {0};
    path_move(d->arena, &head, tip);
    path_line(d->arena, &head, (jb_point){tip.x + along.x + across.x,
                                          tip.y + along.y + across.y});
    path_line(d->arena, &head, (jb_point){tip.x + along.x - across.x,
                                          tip.y + along.y - across.y});
    path_close(d->arena, &head);
    display_path(d, head, (jb_paint){.fill = colour});
}
