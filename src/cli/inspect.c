#include <stdio.h>
#include <string.h>

#include "cli/session.h"

static const option_id options[] = {
    OPTION_LAYOUT,      OPTION_THEME,  OPTION_GONGWEN, OPTION_JSON,
    OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET,   OPTION_RESOURCES,
    OPTION_HELP,
};

static void
drop_pages(void *pages)
{
    jb_pages_drop(pages);
}

static int
run(const cli_request *request)
{
    bool is_sound = true;
    const char *layout = request->values[OPTION_LAYOUT];
    bool has_gongwen =
        request_has(request, OPTION_GONGWEN) ||
        (layout != NULL && strncmp(layout, "gongwen", strlen("gongwen")) == 0);
    cli_session *s = session_new(request);
    jb_briefing *b = session_briefing(s);
    jb_pages *pages =
        b == NULL ? NULL
                  : jb_pages_from_briefing(session_engine(s), b, layout,
                                           request->values[OPTION_THEME],
                                           session_diags(s));
    if (pages != NULL) {
        session_keep(s, drop_pages, pages);
        jb_proof proof = jb_pages_inspect(
            pages, has_gongwen, request_has(request, OPTION_JSON));
        fputs(proof.text, stdout);
        is_sound = proof.is_sound;
    }
    int status = session_end(s, false);
    return status == JB_DONE && !is_sound ? JB_INPUT_WRONG : status;
}

const command inspect_command = {
    .name = "inspect",
    .operands = "指标文件",
    .n_least = 1,
    .n_most = 1,
    .doc = "排好版，再从画出来的字和线量一遍：每行放宽、挤压多少，有没有行首行尾"
           "禁则、拆开的数、孤字、出格的行；公文还量国标各尺寸。",
    .more = "量的是画出来的位置，不是排版时的打算。长度以字（em）计，国标尺寸以"
            "毫米计。有硬规则被违反时，退出状态是 1。",
    .examples = "jianbao inspect metrics.yaml\n"
                "jianbao inspect metrics.yaml -l gongwen --json\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
