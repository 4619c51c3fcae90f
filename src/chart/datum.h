/* datum: from a datum of the specification to the bar that shows it: its fill
 * from its status, its label as worded, its name among the picture's groups.
 */
#ifndef CHART_DATUM_H
#define CHART_DATUM_H

#include "chart/bars.h"
#include "chart/legend.h"

/* A datum's place in the specification. */
typedef struct datum_place {
    const chart_spec *spec;
    size_t series, category;
} datum_place;

const chart_datum *datum_at(datum_place p);

/* Solid when known, tinted while preliminary, hatched when expected, outlined
 * when aimed at. */
mark_fill datum_fill(const chart_datum *datum);

typedef struct datum_look {
    const style_text *text;
    jb_colour colour;
    slice prefix, suffix; /* around a value: 目标, a unit */
} datum_look;

/* The label, or "—" where there is none. */
slice datum_text(const chart_datum *datum);

/* The same with its note mark, set. */
chart_label datum_label(const chart_context *c, datum_place p,
                        const datum_look *look);

/* A bar of this colour, or what is left of it where others are set off, with
 * value, fill, group and bound; no label yet. */
bar datum_bar(const chart_context *c, datum_place p, jb_colour colour);

/* The unit an axis of this series counts in: the series' own, else the largest
 * of its categories', which are of one base. */
jb_unit datum_unit(const chart_spec *spec, size_t series);

/* A bar counted in `own` on an axis that counts in another power of it, which
 * its label then names. */
void datum_convert(bar *b, jb_unit own, jb_unit axis_unit, datum_look *look);

/* What a row bears of its category. */
bar_row datum_row(const chart_spec *spec, size_t category);

/* The series with this role, or SIZE_MAX. */
size_t datum_series(const chart_spec *spec, chart_series_role role);

/* The fills that bars use, and the keys to those beyond the solid one. */
typedef struct datum_fills {
    bool has[MARK_FILL_COUNT];
} datum_fills;

#define DATUM_FILL_KEYS (MARK_FILL_COUNT - 1)
void datum_fill_seen(const bar *b, datum_fills *seen);
size_t datum_fills_keys(const datum_fills *seen, jb_colour colour,
                        legend_key *keys);
/* Keys for the fills of these (初步统计, 预计, 目标) in `colour`. Appends to
 * `keys` (room for DATUM_FILL_KEYS), returns the number added. */
size_t datum_fill_keys(const bar_panels *p, jb_colour colour,
                       legend_key *keys);

#endif
