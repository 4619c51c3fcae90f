/* options: what a person may set on a chart in the metrics file, one row each
 * in options.def. Every option is a choice among words, the first of which
 * is the default. */
#ifndef CHART_OPTIONS_H
#define CHART_OPTIONS_H

#include "base/diag.h"
#include "chart/chart.h"

typedef enum chart_option_id {
#define OPTION(id, key, chinese, words, doc) OPTION_##id,
#include "chart/options.def"
#undef OPTION
    OPTION_COUNT
} chart_option_id;

/* Values, in the order of the words in options.def. */
enum { ORIENTATION_AUTO, ORIENTATION_HORIZONTAL, ORIENTATION_VERTICAL };
enum { SORT_GIVEN, SORT_VALUE };
enum { BREAK_AUTO, BREAK_SPLIT, BREAK_NEVER };
enum { AXIS_SHOWN, AXIS_HIDDEN };
enum { TABLE_HIDDEN, TABLE_SHOWN };
enum { LENGTH_SHARE, LENGTH_AMOUNT };
enum { LINK_HIDDEN, LINK_SHOWN };
enum { FORM_SIDE, FORM_OVERLAPPED };

typedef struct chart_option_row {
    const char *key, *chinese;
    const char *words; /* "auto 自动|yes 是": choices, each with its names */
    const char *doc;
} chart_option_row;

/* The options there are, in the order of chart_option_id. */
const chart_option_row *chart_option_row_of(chart_option_id id);

struct chart_options {
    int chosen[OPTION_COUNT];
};

/* Read the options of `spec`, of which the kind takes `taken`
 * (chart_option_id). False after an
 * error: an unknown key, or a word the option does not have. */
bool chart_options_from(const chart_spec *spec, const int *taken,
                        size_t n_taken, chart_options *out, jb_diags *diags);

#endif
