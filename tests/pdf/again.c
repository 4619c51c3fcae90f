/* Holds a file that exists already against the chart it should be, as
 * `jianbao chart --verify` does with the file it has just written.
 *
 *   again METRICS CHART FILE...
 *
 * Prints the faults of each file, its name first; exits with 2 when a file
 * could not be read. */
#include <stdio.h>
#include <string.h>

#include "jianbao.h"

static int
hold(jb_pages *pages, const char *path, jb_diags *diags)
{
    jb_options options = JB_OPTIONS;
    jb_proof proof = jb_pages_verify(pages, path, &options, false, diags);
    if (proof.text == NULL)
        return 2;
    printf("%s %s\n", path, proof.is_sound ? "sound" : "unsound");
    if (!proof.is_sound)
        fputs(proof.text, stdout);
    return 0;
}

int
main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    jb_engine *e = jb_engine_new(".");
    jb_diags *diags = jb_diags_new();
    jb_source *source = jb_source_from_file(argv[1], diags);
    jb_briefing *b = jb_briefing_from_source(e, source, diags);
    jb_chart_options chart = JB_CHART_OPTIONS;
    jb_pages *pages = jb_pages_from_chart(e, b, argv[2], &chart, diags);
    int status = pages == NULL ? 2 : 0;
    for (int i = 3; pages != NULL && i < argc; i++)
        if (hold(pages, argv[i], diags) != 0)
            status = 2;
    jb_pages_drop(pages);
    jb_briefing_drop(b);
    jb_source_drop(source);
    jb_diags_drop(diags);
    jb_engine_drop(e);
    return status;
}
