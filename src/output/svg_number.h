/* svg_number: lengths and path data as SVG writes them: pt with two decimals,
 * a hundredth of which no eye and no printer can tell apart. */
#ifndef OUTPUT_SVG_NUMBER_H
#define OUTPUT_SVG_NUMBER_H

#include "display/path.h"
#include "output/xml.h"

#define SVG_DECIMALS 2

void svg_attribute_len(xml_writer *x, const char *name, jb_len l);

/* Path data under construction. Positions are kept in hundredths as written,
 * so that relative steps do not drift. */
typedef struct svg_data {
    slice_builder text;
    int64_t x, y;
    int64_t start_x, start_y; /* of the subpath */
} svg_data;

/* Append `path`, whose units are `scale` of a jb_len… */
typedef struct svg_placing {
    jb_len size, em; /* scaled by size/em */
    jb_point at;     /* then moved there */
    bool is_turned;  /* turned 90° anticlockwise before */
} svg_placing;
#define SVG_IN_PLACE ((svg_placing){.size = 1, .em = 1})

void svg_data_add(svg_data *d, const jb_path *path, svg_placing where);

#endif
