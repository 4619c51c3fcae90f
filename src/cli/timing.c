#include "cli/timing.h"

#include <sys/resource.h>
#include <time.h>

static double
milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void
timing_begin(timing *t)
{
    t->n = 0;
    t->last = milliseconds_now();
}

void
timing_end_stage(void *user, const char *stage)
{
    timing *t = user;
    if (t->n == TIMING_STAGES_MAX)
        return;
    double now = milliseconds_now();
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    t->stages[t->n++] = (timing_stage){stage, now - t->last, used.ru_maxrss};
    t->last = now;
}

void
timing_show(const timing *t, FILE *to)
{
    double total = 0;
    for (int i = 0; i < t->n; i++) {
        const timing_stage *s = &t->stages[i];
        total += s->milliseconds;
        fprintf(to, "%-10s %8.2f ms %7.1f MB\n", s->name, s->milliseconds,
                (double)s->peak_kib / 1024);
    }
    fprintf(to, "%-10s %8.2f ms\n", "total", total);
}
