#include "layout/compose.h"

/* The texts of one key figure, set for its column. */
typedef struct card_texts {
    jb_paragraph *name, *value, *growth, *remark;
    jb_colour growth_colour;
} card_texts;

/* The looks of the lines of a card, and the heights that the cards of one row
 * share, so that their figures stand on one line. */
typedef struct card_row {
    composer *c;
    style_text name, number, unit, growth, remark;
    jb_len width; /* of a card */
    jb_len name_height, value_height, growth_height, remark_height;
} card_row;

/* White inside a card, in points: under its rule, and between its lines. */
#define RULE_SPACE LEN_OF_PT(6)
#define LINE_SPACE LEN_OF_PT(2)

static jb_paragraph *
set_value(const card_row *row, const report_card *card)
{
    const composer *c = row->c;
    text_span spans[4];
    size_t n = 0;
    slice lead = card->prefix;
    if (card->is_expected)
        lead = slice_join(c->arena, SLICE_OF("预计"), lead);
    if (lead.len > 0)
        spans[n++] = set_span(c, lead, &row->unit);
    if (card->number.len > 0)
        spans[n++] = set_span(c, card->number, &row->number);
    if (card->unit.len > 0)
        spans[n++] = set_span(c, card->unit, &row->unit);
    style_text look = row->number;
    look.indent = 0;
    return set_spans(c, spans, n, &look, 0);
}

static jb_len
line_width(const jb_paragraph *p)
{
    return p->n_lines == 0 ? 0 : p->lines[0].x + p->lines[0].width;
}

/* All numbers of a row take the size at which the widest fits its card. */
static void
fit_numbers(card_row *row, const report_card *cards, size_t n)
{
    jb_len widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = len_max(widest, line_width(set_value(row, &cards[i])));
    if (widest <= row->width)
        return;
    row->number.size = len_scale(row->number.size, row->width, widest);
    row->unit.size = len_scale(row->unit.size, row->width, widest);
}

/* Room left of the growth for its triangle. */
static jb_len
arrow_room(const card_row *row)
{
    return row->growth.size;
}

static card_texts
set_card(card_row *row, const report_card *card)
{
    const style_chart *chart = style_chart_of(row->c->style);
    card_texts t = {0};
    style_text growth = row->growth;
    jb_len growth_measure = row->width;
    if (card->direction != 0) {
        growth.colour = card->direction > 0 ? chart->rise : chart->fall;
        growth_measure -= arrow_room(row);
    }
    t.growth_colour = growth.colour;
    t.name = set_text(row->c, &card->name, &row->name, row->width);
    t.value = set_value(row, card);
    t.growth = set_slice(row->c, card->growth, &growth, growth_measure);
    t.remark = set_slice(row->c, card->remark, &row->remark, row->width);
    row->name_height =
        len_max(row->name_height, set_height(t.name, &row->name));
    row->value_height =
        len_max(row->value_height, set_height(t.value, &row->number));
    row->growth_height =
        len_max(row->growth_height, set_height(t.growth, &growth));
    row->remark_height =
        len_max(row->remark_height, set_height(t.remark, &row->remark));
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

/* A paragraph of the card, if it has lines; the y below it. */
static jb_len
draw_text(jb_display *d, const jb_paragraph *p, const style_text *look,
          jb_point at, jb_len height)
{
    if (height == 0)
        return at.y;
    if (p->n_lines > 0) {
        display_group_begin(d, (display_group){.role = ROLE_P});
        set_draw(d, p, look, at);
        display_group_end(d);
    }
    return at.y + height + (look->leading - look->size) / 2 + LINE_SPACE;
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
    at.y = draw_text(d, t->name, &row->name, at, row->name_height);
    at.y = draw_text(d, t->value, &row->number, at, row->value_height);
    if (card->direction != 0 && t->growth->n_lines > 0) {
        draw_arrow(d, at, row->growth.size, card->direction,
                   t->growth_colour);
        at.x += arrow_room(row);
    }
    at.y = draw_text(d, t->growth, &row->growth, at, row->growth_height);
    at.x = x;
    draw_text(d, t->remark, &row->remark, at, row->remark_height);
}

static jb_len
row_height(const card_row *row)
{
    const struct {
        jb_len height;
        const style_text *look;
    } parts[] = {{row->name_height, &row->name},
                 {row->value_height, &row->number},
                 {row->growth_height, &row->growth},
                 {row->remark_height, &row->remark}};
    jb_len height = row->c->block->rule_width + RULE_SPACE;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].height > 0)
            height += parts[i].height + LINE_SPACE +
                      (parts[i].look->leading - parts[i].look->size) / 2;
    return height;
}

static void
compose_card_row(composer *c, const report_card *cards, size_t n,
                 jb_len width)
{
    card_row row = {.c = c,
                    .name = *compose_look(c, "card-name"),
                    .number = *compose_look(c, "card-number"),
                    .unit = *compose_look(c, "card-unit"),
                    .growth = *compose_look(c, "card-growth"),
                    .remark = *compose_look(c, "card-remark"),
                    .width = width};
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

/* Rows of equal cards, as even as they can be: five at four a row make three
 * and two, not four and one. */
void
compose_cards(composer *c, const jb_node *node)
{
    size_t n = node->n_cards, most = (size_t)c->block->per_row;
    if (n == 0)
        return;
    size_t n_rows = (n + most - 1) / most;
    size_t each = (n + n_rows - 1) / n_rows;
    jb_len gutters = (jb_len)(each - 1) * c->block->gutter;
    jb_len width = (c->measure - gutters) / (jb_len)each;
    const layout_element *parent = c->element;
    compose_block_heading(c);
    c->element = compose_element(c, ROLE_LIST, SLICE_OF(""));
    for (size_t i = 0; i < n; i += each) {
        size_t count = n - i < each ? n - i : each;
        compose_card_row(c, &node->cards[i], count, width);
        ARRAY_LAST(&c->galley->boxes)->after = LEN_OF_PT(10);
    }
    c->element = parent;
}
