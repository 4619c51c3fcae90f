#include "cli/session.h"

static const option_id options[] = {
    OPTION_PROSE, OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_TIMING,
    OPTION_QUIET, OPTION_RESOURCES,        OPTION_HELP,
};

static void
proofread(cli_session *s)
{
    const jb_source *source = session_source(s);
    if (source != NULL)
        jb_proofread(source, session_diags(s));
}

static int
run(const cli_request *request)
{
    cli_session *s = session_new(request);
    if (request_has(request, OPTION_PROSE))
        proofread(s);
    else
        session_briefing(s);
    return session_end(s, true);
}

const command check_command = {
    .name = "check",
    .operands = "指标文件",
    .n_least = 1,
    .n_most = 1,
    .doc = "检查指标文件：写法、口径，以及数字之间、文字与数字之间的矛盾；"
           "加 --prose 检查一般的文稿（.txt、.docx）。",
    .more = "结果写到标准输出；一次报告全部问题，不改动任何文件。",
    .examples = "jianbao check metrics.yaml\n"
                "jianbao check metrics.yaml --diagnostics=json\n"
                "jianbao check --prose 工作总结.txt\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
