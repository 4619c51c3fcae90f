#include "chart/spark.h"
#include "chart/tone.h"
#include "layout/compose.h"

/* The texts of one key figure, set for its column. */
typedef struct card_texts {
    jb_paragraph *name, *value, *growth, *remark;
    style_text growth_look; /* in the colour of its direction */
} card_texts;

/* The looks of the lines of a card, and the heights that the cards of one row
 * share, so that their figures stand on one line. */
typedef struct card_row {
    composer *c;
    style_text name, number, unit, growth, remark;
    jb_len width; /* of a card */
    jb_len name_height, value_height;
    jb_len trend_height; /* 0 when no card of the row has a course */
    jb_len tail_height;  /* growth and remark, in the longest card */
} card_row;

/* The line of a figure's course: as high and wide as this beside the digits
 * of the figure, and so many lines to a size of the text beside it. */
#define SPARK_HEIGHT 800 /* thousandths */
#define SPARK_WIDEST 3
#define SPARK_WEIGHT 10

/* White inside a card: under its rule, and between its lines. */
#define RULE_SPACE LEN_OF_PT(6)
#define LINE_SPACE LEN_OF_PT(2)

/* The name, and whether the figure is only expected. */
static jb_paragraph *
set_name(const card_row *row, const report_card *card)
{
    const composer *c = row->c;
    slice name = report_plain_text(c->arena, &card->name);
    text_span spans[2] = {set_span(c, name, &row->name)};
    size_t n = name.len > 0;
    if (card->is_expected)
        spans[n++] = set_span(c, SLICE_OF("\u2002预计"), &row->remark);
    return set_spans(c, spans, n, &row->name, row->width);
}

static jb_paragraph *
set_value(const card_row *row, const report_card *card, jb_len measure)
{
    const composer *c = row->c;
    text_span spans[3];
    size_t n = 0;
    if (card->prefix.len > 0)
        spans[n++] = set_span(c, card->prefix, &row->unit);
    if (card->number.len > 0)
        spans[n++] = set_span(c, card->number, &row->number);
    if (card->unit.len > 0)
        spans[n++] = set_span(c, card->unit, &row->unit);
    style_text look = row->number;
    look.indent = 0;
    return set_spans(c, spans, n, &look, measure);
}

static jb_len
line_width(const jb_paragraph *p)
{
    return p->n_lines == 0 ? 0 : p->lines[0].x + p->lines[0].width;
}

static jb_len
widest_value(const card_row *row, const report_card *cards, size_t n)
{
    jb_len widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = len_max(widest, line_width(set_value(row, &cards[i], 0)));
    return widest;
}

/* All numbers of a row take the size at which the widest fits its card, but
 * none becomes smaller than twice the least text; then it is broken. */
static void
fit_numbers(card_row *row, const report_card *cards, size_t n)
{
    jb_len least = style_chart_of(row->c->style)->min_text;
    jb_len widest = widest_value(row, cards, n);
    if (widest <= row->width)
        return;
    jb_len number = len_scale(row->number.size, row->width, widest);
    jb_len unit = len_scale(row->unit.size, row->width, widest);
    row->number.size = len_max(number, len_min(2 * least, row->number.size));
    row->unit.size = len_max(unit, len_min(least, row->unit.size));
}

/* Room left of the growth for its triangle. */
static jb_len
arrow_room(const card_row *row)
{
    return row->growth.size;
}

/* Height of lines with the white under them; nothing for no lines. */
static jb_len
part_height(const jb_paragraph *p, const style_text *look)
{
    if (p->n_lines == 0)
        return 0;
    return set_height(p, look) + (look->leading - look->size) / 2 +
           LINE_SPACE;
}

static card_texts
set_card(card_row *row, const report_card *card)
{
    const style_chart *chart = style_chart_of(row->c->style);
    card_texts t = {.growth_look = row->growth};
    jb_len growth_measure = row->width;
    if (card->direction != 0) {
        jb_colour sign = card->direction > 0 ? chart->rise : chart->fall;
        t.growth_look.colour = tone_readable(sign, chart->ink, chart->ground,
                                             TONE_CONTRAST_TEXT);
        growth_measure -= arrow_room(row);
    }
    t.name = set_name(row, card);
    t.value = set_value(row, card, row->width);
    t.growth =
        set_slice(row->c, card->growth, &t.growth_look, growth_measure);
    t.remark = set_slice(row->c, card->remark, &row->remark, row->width);
    row->name_height =
        len_max(row->name_height, part_height(t.name, &row->name));
    row->value_height =
        len_max(row->value_height, part_height(t.value, &row->number));
    jb_len tail = part_height(t.growth, &row->growth) +
                  part_height(t.remark, &row->remark);
    row->tail_height = len_max(row->tail_height, tail);
    if (card->n_trend > 0)
        row->trend_height = len_scale(row->number.size, SPARK_HEIGHT, 1000);
    return t;
}

/* ▲ or ▼, drawn: fonts differ too much in theirs. As high as a digit. */
static void
draw_arrow(jb_display *d, jb_point at, jb_len size, int direction,
           jb_colour colour)
{
    jb_len w = len_scale(size, 62, 100), h = len_scale(size, 56, 100);
    jb_len top = at.y + len_scale(size, 24, 100);
    jb_len tip = direction > 0 ? top : top + h;
    jb_len base = direction > 0 ? top + h : top;
    jb_path path = {0};
    path_move(d->arena, &path, (jb_point){at.x, base});
    path_line(d->arena, &path, (jb_point){at.x + w, base});
    path_line(d->arena, &path, (jb_point){at.x + w / 2, tip});
    path_close(d->arena, &path);
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    display_path(d, path, (jb_paint){.fill = colour});
    display_group_end(d);
}

static void
draw_text(jb_display *d, const jb_paragraph *p, const style_text *look,
          jb_point at)
{
    if (p->n_lines == 0)
        return;
    display_group_begin(d, (display_group){.role = ROLE_P});
    set_draw(d, p, look, at);
    display_group_end(d);
}

/* The course of the figure in a line of its own, and since when. */

static void
draw_spark(const card_row *row, const report_card *card, jb_point at,
           jb_display *d)
{
    const style_chart *chart = style_chart_of(row->c->style);
    if (card->n_trend == 0)
        return;
    jb_paragraph *since = set_line(row->c, card->trend_since, &row->remark,
                                   row->width);
    jb_len gap = row->remark.size / 2;
    jb_len width = len_min(row->width - line_width(since) - gap,
                           row->number.size * SPARK_WIDEST);
    jb_rect room = {at.x, at.y, width, row->trend_height - LINE_SPACE * 2};
    display_group_begin(d, (display_group){.role = ROLE_FIGURE,
                                           .alt = card->trend_words,
                                           .bounds = room});
    spark_draw(d,
               (spark_course){card->trend, card->trend_at, card->n_trend},
               room,
               (spark_look){chart->muted, row->number.colour,
                            row->remark.size / SPARK_WEIGHT});
    display_group_end(d);
    jb_len foot = room.y + room.h - row->remark.size;
    draw_text(d, since, &row->remark, (jb_point){at.x + width + gap, foot});
}

static void
draw_card(const card_row *row, const report_card *card, const card_texts *t,
          jb_len x, jb_display *d)
{
    const style_block *block = row->c->block;
    jb_rect rule = {x, 0, row->width, block->rule_width};
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    display_rect(d, rule, block->rule_colour);
    display_group_end(d);
    jb_point at = {x, block->rule_width + RULE_SPACE};
    draw_text(d, t->name, &row->name, at);
    at.y += row->name_height;
    draw_text(d, t->value, &row->number, at);
    at.y += row->value_height;
    draw_spark(row, card, at, d);
    at.y += row->trend_height;
    if (card->direction != 0 && t->growth->n_lines > 0) {
        draw_arrow(d, at, row->growth.size, card->direction,
                   t->growth_look.colour);
        at.x += arrow_room(row);
    }
    draw_text(d, t->growth, &t->growth_look, at);
    at = (jb_point){x, at.y + part_height(t->growth, &row->growth)};
    draw_text(d, t->remark, &row->remark, at);
}

static jb_len
row_height(const card_row *row)
{
    return row->c->block->rule_width + RULE_SPACE + row->name_height +
           row->value_height + row->trend_height + row->tail_height;
}

/* The look of a role, scaled. */
static style_text
scaled_look(const composer *c, const char *role, int scale)
{
    style_text look = *compose_look(c, role);
    look.size = len_scale(look.size, scale, 1000);
    look.leading = len_scale(look.leading, scale, 1000);
    return look;
}

static card_row
row_of(composer *c, jb_len width, int scale)
{
    return (card_row){.c = c,
                      .name = scaled_look(c, "card-name", scale),
                      .number = scaled_look(c, "card-number", scale),
                      .unit = scaled_look(c, "card-unit", scale),
                      .growth = scaled_look(c, "card-growth", scale),
                      .remark = scaled_look(c, "card-remark", scale),
                      .width = width};
}

static void
compose_card_row(composer *c, const report_card *cards, size_t n,
                 jb_len width, int scale)
{
    card_row row = row_of(c, width, scale);
    fit_numbers(&row, cards, n);
    card_texts *texts = ARENA_ARRAY(c->arena, n, card_texts);
    for (size_t i = 0; i < n; i++)
        texts[i] = set_card(&row, &cards[i]);
    layout_box *box = compose_box(c, row_height(&row));
    jb_display *d = &box->content;
    for (size_t i = 0; i < n; i++) {
        jb_len x = c->x + (jb_len)i * (width + c->block->gutter);
        display_group_begin(d, (display_group){.role = ROLE_ITEM});
        display_group_begin(d, (display_group){.role = ROLE_BODY});
        draw_card(&row, &cards[i], &texts[i], x, d);
        display_group_end(d);
        display_group_end(d);
    }
}

/* ── rows ── */

static jb_len
card_width(const composer *c, size_t each)
{
    jb_len gutters = (jb_len)(each - 1) * c->block->gutter;
    return (c->measure - gutters) / (jb_len)each;
}

/* Cards from this number on may be wanted in more than one row. */
#define CARDS_MANY 4

/* Rows as even as they can be: five at four a row make three and two. */
static size_t
even_row(const composer *c, size_t n, size_t most)
{
    size_t n_rows = (n + most - 1) / most;
    size_t least = n < CARDS_MANY ? 1 : (size_t)c->block->least_rows;
    n_rows = n_rows < least ? least : n_rows;
    return (n + n_rows - 1) / n_rows;
}

/* As many cards a row as the style allows and the figures fit, shrunk by a
 * quarter at most. */
static size_t
cards_per_row(composer *c, const report_card *cards, size_t n)
{
    size_t most = (size_t)c->block->per_row;
    card_row row = row_of(c, 0, 1000);
    jb_len wanted = len_scale(widest_value(&row, cards, n), 3, 4);
    while (most > 1 && card_width(c, even_row(c, n, most)) < wanted)
        most--;
    return even_row(c, n, most);
}

/* All rows; the height they take. */
static jb_len
compose_rows(composer *c, const jb_node *node, size_t each, int scale)
{
    size_t n = node->n_cards;
    jb_len height = 0, gap = LEN_OF_PT(10);
    if (c->block->least_rows > 1)
        gap = c->block->gutter;
    for (size_t i = 0; i < n; i += each) {
        size_t count = n - i < each ? n - i : each;
        compose_card_row(c, &node->cards[i], count, card_width(c, each),
                         scale);
        ARRAY_LAST(&c->galley->boxes)->after = gap;
        height += ARRAY_LAST(&c->galley->boxes)->height + gap;
    }
    return height - gap;
}

/* Rows that are wanted for the sake of the page stay on it. */
#define CARD_LEAST 650 /* of their size, thousandths */

static void
compose_fitting_rows(composer *c, const jb_node *node, jb_len room)
{
    size_t first = c->galley->boxes.n;
    size_t each = cards_per_row(c, node->cards, node->n_cards);
    bool is_wanted = c->block->least_rows > 1;
    for (int scale = 1000;; scale -= 50) {
        jb_len height = compose_rows(c, node, each, scale);
        if (height <= room || !is_wanted || scale <= CARD_LEAST)
            return;
        c->galley->boxes.n = first;
    }
}

void
compose_cards(composer *c, const jb_node *node)
{
    if (node->n_cards == 0)
        return;
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    jb_len room = c->page->size.h - c->page->top - c->page->bottom;
    compose_block_heading(c);
    for (size_t i = first; i < c->galley->boxes.n; i++)
        room -= c->galley->boxes.at[i].height + c->galley->boxes.at[i].after;
    c->element = compose_element(c, ROLE_LIST, SLICE_OF(""));
    compose_fitting_rows(c, node, room);
    c->element = parent;
}
