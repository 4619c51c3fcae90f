#include "chart/legend.h"

#include "chart/tone.h"

/* In thousandths of the label size. */
#define SWATCH_WIDTH 1400
#define SWATCH_HEIGHT 750
#define SWATCH_GAP 400
#define KEY_GAP 1500
#define ROW_PITCH 1500
#define LEGEND_BAND_SHARE 110 /* as in a band across bars */

typedef struct key_place {
    chart_label label;
    jb_point at; /* top left of the swatch's cell */
} key_place;

/* Keys flow from left to right and wrap as words do. */
static jb_len
keys_place(const chart_context *c, const legend_key *keys, size_t n,
           jb_len width, key_place *places)
{
    const style_text *look = &c->style->axis;
    jb_len em = label_size(c, look), x = 0, y = 0;
    jb_len swatch = len_scale(em, SWATCH_WIDTH + SWATCH_GAP, 1000);
    for (size_t i = 0; i < n; i++) {
        label_wish wish = {.look = look, .text = keys[i].text,
                           .measure = width - swatch, .align = TEXT_START,
                           .colour = c->style->ink};
        places[i].label = label_set(c, &wish);
        jb_len need = swatch + places[i].label.width;
        if (x > 0 && x + need > width) {
            x = 0;
            y += len_scale(em, ROW_PITCH, 1000);
        }
        places[i].at = (jb_point){x, y};
        x += need + len_scale(em, KEY_GAP, 1000);
        if (label_lines_count(&places[i].label) > 1)
            y += places[i].label.height - em;
    }
    return n == 0 ? 0 : y + len_scale(em, ROW_PITCH, 1000);
}

jb_len
legend_height(const chart_context *c, const legend_key *keys, size_t n,
              jb_len width)
{
    key_place *places = ARENA_ARRAY(c->arena, n, key_place);
    return keys_place(c, keys, n, width, places);
}

/* A line, with a point on it or not, or a point alone. */
static void
point_draw(const chart_context *c, const legend_key *key, jb_rect cell,
           jb_display *d)
{
    jb_len middle = cell.y + cell.h / 2, width = LEN_OF_PT(1.5);
    if (key->sign != SIGN_POINT)
        display_line(d, (jb_point){cell.x, middle},
                     (jb_point){cell.x + cell.w, middle}, width, key->colour);
    if (key->sign != SIGN_STROKE)
        mark_ring(c->style, d, (jb_point){cell.x + cell.w / 2, middle},
                  key->colour);
}

/* As guides are drawn across bars. */
static void
guide_sign_draw(const chart_context *c, const legend_key *key, jb_rect cell,
                jb_display *d)
{
    bool is_band = key->sign == SIGN_BAND;
    if (is_band)
        display_rect(d, cell, tone_mix(key->colour, c->style->ground,
                                       LEGEND_BAND_SHARE));
    for (int i = 0; i < (is_band ? 2 : 1); i++) {
        jb_len y = is_band ? cell.y + i * cell.h : cell.y + cell.h / 2;
        display_line(d, (jb_point){cell.x, y},
                     (jb_point){cell.x + cell.w, y}, c->style->zero_width,
                     key->colour);
    }
}

static void
swatch_draw(const chart_context *c, const legend_key *key, jb_point at,
            jb_len em, jb_display *d)
{
    jb_len width = len_scale(em, SWATCH_WIDTH, 1000);
    jb_len height = len_scale(em, SWATCH_HEIGHT, 1000);
    jb_rect cell = {at.x, at.y + (em - height) / 2, width, height};
    bar_mark m = {.zero = {cell.x, cell.y}, .side = SIDE_RIGHT,
                  .length = width, .thickness = height,
                  .colour = key->colour, .fill = key->fill};
    jb_len centre = cell.x + width / 2;
    switch (key->sign) {
    case SIGN_FIELD:
        mark_draw(c->style, &m, d);
        break;
    case SIGN_TICK:
        display_line(d, (jb_point){centre, cell.y},
                     (jb_point){centre, cell.y + height}, LEN_OF_PT(1.5),
                     key->colour);
        break;
    case SIGN_GUIDE:
    case SIGN_BAND:
        guide_sign_draw(c, key, cell, d);
        break;
    default:
        point_draw(c, key, cell, d);
    }
}

void
legend_draw(const chart_context *c, const legend_key *keys, size_t n,
            jb_rect within, jb_display *d)
{
    key_place *places = ARENA_ARRAY(c->arena, n, key_place);
    keys_place(c, keys, n, within.w, places);
    jb_len em = label_size(c, &c->style->axis);
    for (size_t i = 0; i < n; i++) {
        jb_point at = {within.x + places[i].at.x, within.y + places[i].at.y};
        swatch_draw(c, &keys[i], at, em, d);
        at.x += len_scale(em, SWATCH_WIDTH + SWATCH_GAP, 1000);
        label_draw(d, &places[i].label, at);
    }
}
