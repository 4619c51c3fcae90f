#include "cli/session.h"

static const option_id options[] = {
    OPTION_OUTPUT, OPTION_DIAGNOSTICS, OPTION_COLOUR,
    OPTION_QUIET,  OPTION_RESOURCES,        OPTION_HELP,
};

static int
run(const cli_request *request)
{
    cli_session *s = session_new(request);
    const char *path = request->values[OPTION_OUTPUT];
    const jb_source *source = session_source(s);
    if (source != NULL)
        jb_extract(source, path == NULL ? "-" : path, session_diags(s));
    return session_end(s, false);
}

const command extract_command = {
    .name = "extract",
    .operands = "文稿",
    .n_least = 1,
    .n_most = 1,
    .doc = "从文稿（.txt、.docx）中提取数字，写成指标文件的草稿，供人核对、改正。",
    .more = "每个指标都注明出自第几行；认不出归属的数列在末尾。不写 -o 时写到"
            "标准输出。",
    .examples = "jianbao extract 工作总结.txt -o metrics.yaml\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
