/* timing: how long each stage took and how far memory had grown, for
 * --timing. The only reader of the clock. */
#ifndef CLI_TIMING_H
#define CLI_TIMING_H

#include <stdio.h>

#define TIMING_STAGES_MAX 16

typedef struct timing_stage {
    const char *name;
    double milliseconds;
    long peak_kib; /* resident memory at its most, at the stage's end */
} timing_stage;

typedef struct timing {
    double last; /* milliseconds of the monotonic clock */
    timing_stage stages[TIMING_STAGES_MAX];
    int n;
} timing;

void timing_begin(timing *t);
/* A jb_engine_watch callback; `t` is a timing. */
void timing_end_stage(void *t, const char *stage);
void timing_show(const timing *t, FILE *to);

#endif
