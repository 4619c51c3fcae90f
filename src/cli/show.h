/* show: findings on a terminal, or as JSON for editors and pipelines. The
 * only place where findings are printed. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdbool.h>
#include <stdio.h>

#include "jianbao.h"

typedef struct show_options {
    FILE *to;
    bool is_json;
    bool has_colour;
    bool is_quiet; /* errors only, no counts */
} show_options;

/* All findings, in the order of their places, then how many. */
void show_findings(jb_diags *diags, const show_options *options);

#endif
