/* Charts in one process that stays: from a read briefing to a scene, and from
 * a scene to a picture of 1600×900; then so many charts that memory would
 * show what is not given back. The argument is the number of the last. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "jianbao.h"

#define FILE_NAME "samples/yunxi-2025h1/metrics.yaml"
#define CHARTS_MOST 32
#define ROUNDS 50

static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What the process holds at this moment. */
static double
resident_mb(void)
{
    long total = 0, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f == NULL || fscanf(f, "%ld %ld", &total, &resident) != 2)
        resident = 0;
    if (f != NULL)
        fclose(f);
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / (1 << 20);
}

static bool
count_bytes(void *user, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)user += n;
    return true;
}

typedef struct bench {
    jb_engine *engine;
    jb_briefing *briefing;
    jb_diags *diags;
    const char *ids[CHARTS_MOST];
    size_t n;
} bench;

static jb_pages *
scene(bench *b, size_t chart)
{
    jb_chart_options options = JB_CHART_OPTIONS;
    jb_pages *p = jb_pages_from_chart(b->engine, b->briefing, b->ids[chart],
                                      &options, b->diags);
    if (p == NULL) {
        fprintf(stderr, "%s: no chart\n", b->ids[chart]);
        exit(1);
    }
    return p;
}

static void
time_charts(bench *b)
{
    jb_options png = JB_OPTIONS;
    png.format = "png";
    printf("warm, %d rounds: milliseconds to a scene, and on to 1600×900 "
           "PNG\n", ROUNDS);
    for (size_t i = 0; i < b->n; i++) {
        size_t bytes = 0;
        jb_writer to = {count_bytes, &bytes};
        jb_pages_drop(scene(b, i));
        double start = now();
        for (int r = 0; r < ROUNDS; r++)
            jb_pages_drop(scene(b, i));
        double to_scene = (now() - start) / ROUNDS;
        jb_pages *p = scene(b, i);
        start = now();
        for (int r = 0; r < 5; r++)
            jb_pages_write_to(p, 0, &to, &png, b->diags);
        printf("  %-24s %6.2f %7.2f   %zu KB\n", b->ids[i], to_scene,
               (now() - start) / 5, bytes / 5 / 1024);
        jb_pages_drop(p);
    }
}

static void
many_charts(bench *b, size_t n)
{
    double early = 0, start = now();
    for (size_t i = 0; i < n; i++) {
        if (i == n / 10)
            early = resident_mb();
        jb_pages_drop(scene(b, i % b->n));
    }
    printf("%zu charts in one process: %.2f ms each, %.1f MB after a tenth "
           "of them, %.1f MB at the end\n",
           n, (now() - start) / (double)n, early, resident_mb());
}

int
main(int argc, char **argv)
{
    bench b = {.engine = jb_engine_new("."), .diags = jb_diags_new()};
    jb_source *source = jb_source_from_file(FILE_NAME, b.diags);
    if (source != NULL)
        b.briefing = jb_briefing_from_source(b.engine, source, b.diags);
    if (b.briefing == NULL)
        return 1;
    while (b.n < CHARTS_MOST &&
           (b.ids[b.n] = jb_briefing_chart_at(b.briefing, b.n)) != NULL)
        b.n++;
    time_charts(&b);
    many_charts(&b, argc > 1 ? strtoul(argv[1], NULL, 10) : 10000);
    jb_briefing_drop(b.briefing);
    jb_source_drop(source);
    jb_engine_drop(b.engine);
    jb_diags_drop(b.diags);
    return 0;
}
