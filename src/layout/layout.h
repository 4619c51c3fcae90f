/* layout: from the report and a style to pages: blocks, tables, figures,
 * columns, page breaks, running heads and page numbers. Which blocks stand
 * where is data in the style. It knows no output formats. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "chart/chart.h"
#include "display/pages.h"
#include "display/picture.h"
#include "report/report.h"
#include "style/style.h"
#include "text/text.h"

/* The pictures that the document names, read. */
typedef struct layout_pictures {
    const jb_picture *logo; /* or NULL */
    const jb_picture *const *seals; /* one for each agency, from the first */
    size_t n_seals;
    const jb_picture *const *stamps; /* one for each signatory, or NULL */
} layout_pictures;

/* The finished pages, or NULL after errors. The result borrows faces from the
 * typesetter's fonts, and the pictures' pixels. */
jb_pages *pages_from_report(const jb_report *r, const jb_style *s,
                            jb_typesetter *t, const layout_pictures *pictures,
                            jb_diags *diags);

/* What a single chart is drawn on. */
typedef struct layout_canvas {
    const jb_style *style;
    jb_size size;
    bool is_transparent;
    double dpi; /* that pixels are counted by; 0: in millimetres */
    double dpi_usual; /* that it was lowered from, or 0 */
} layout_canvas;

/* From the canvas's dots an inch down to `least`, the most at which the chart
 * stands whole in as many dots. When there is none, several small pictures take
 * `least`, others the canvas's own. */
double pages_dpi_for_chart(const jb_report *r, const chart_spec *chart,
                           layout_canvas canvas, jb_typesetter *t,
                           double least);

/* A page that is one chart, or several where it is too high for one. NULL
 * after errors. */
jb_pages *pages_from_chart(const jb_report *r, const chart_spec *chart,
                           layout_canvas canvas, jb_typesetter *t,
                           jb_diags *diags);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "layout/diag.def"
#undef DIAG

#endif
