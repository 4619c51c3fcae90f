#include "layout/fold.h"

#include "layout/rows.h"

#define FOLD_COLUMNS 2
/* Cells that need a second line in half the measure must not eat up what is
 * won: folded, the table takes at most this of its height. */
#define FOLDED_MOST 700 /* /1000 */
/* The text is set smaller where more than one row in so many would turn. */
#define TURNED_MOST 8
/* Fewer rows are no long table; of more columns none has room. */
#define LEAST_ROWS 12
#define MOST_COLUMNS 5

jb_len
fold_measure(const composer *c)
{
    return (c->measure - c->block->gutter) / FOLD_COLUMNS;
}

/* How the rows stand in a measure. */
typedef struct fold_trial {
    jb_len height;
    size_t n_turned; /* rows of two lines or more */
    bool fits;       /* no number or short word is broken */
    bool has_bars;   /* beside growth */
} fold_trial;

static fold_trial
try_within(const composer *c, const report_table *table, jb_len bars,
           jb_len measure)
{
    composer own = *c;
    own.measure = measure;
    table_rows m = rows_from_table(&own, table, bars);
    fold_trial trial = {
        .fits = !m.is_tight && own.table_scale == c->table_scale};
    for (size_t i = 0; i < table->n_columns; i++)
        trial.has_bars |= m.columns[i].bars > 0;
    for (size_t r = 0; r < table->n_rows; r++) {
        trial.height += m.heights[r];
        trial.n_turned += m.heights[r] > m.leading + 2 * m.row_space;
    }
    return trial;
}

/* The largest text, down to nine tenths, that leaves nearly every row on one
 * line; full size where none does. */
static int
choose_scale(const composer *c, const report_table *table, jb_len bars)
{
    composer own = *c;
    int least = len_max(c->block->shrink, FOLD_LEAST_SCALE);
    for (int scale = 1000; scale >= least; scale -= ROWS_SCALE_STEP) {
        own.table_scale = scale;
        fold_trial trial = try_within(&own, table, bars, fold_measure(c));
        if (trial.fits && trial.n_turned * TURNED_MOST <= table->n_rows)
            return scale;
    }
    return 1000;
}

fold_plan
fold_from_table(composer *c, const report_table *table, jb_len bars)
{
    const fold_plan none = {NULL, 1000};
    size_t n = table->n_rows - table->n_head_rows;
    if (!c->block->folds || c->region != NULL || n < LEAST_ROWS ||
        table->n_columns > MOST_COLUMNS)
        return none;
    jb_len page = c->page->size.h - c->page->top - c->page->bottom;
    jb_len most = len_scale(page, TABLE_WHOLE_MOST, 1000);
    fold_trial whole = try_within(c, table, bars, c->measure);
    if (whole.height <= most)
        return none;
    composer own = *c;
    own.table_scale = choose_scale(c, table, bars);
    fold_trial trial = try_within(&own, table, bars, fold_measure(c));
    jb_len height = trial.height / FOLD_COLUMNS;
    if (!trial.fits || trial.has_bars < whole.has_bars ||
        height > len_scale(whole.height, FOLDED_MOST, 1000))
        return none;
    layout_region *columns = ARENA_NEW(c->arena, layout_region);
    *columns = (layout_region){
        FOLD_COLUMNS, fold_measure(c) + c->block->gutter, height <= most};
    return (fold_plan){columns, own.table_scale};
}
