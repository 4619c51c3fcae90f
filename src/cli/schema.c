#include "cli/session.h"

static const option_id options[] = {OPTION_HELP};

static int
run(const cli_request *request)
{
    cli_session *s = session_new(request);
    fputs(jb_schema(session_engine(s)), stdout);
    return session_end(s, false);
}

const command schema_command = {
    .name = "schema",
    .operands = "",
    .doc = "输出指标文件的 JSON Schema，供编辑器补全和检查。",
    .examples = "jianbao schema > metrics.schema.json\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
