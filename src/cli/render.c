#include "cli/output.h"

static const option_id options[] = {
    OPTION_OUTPUT, OPTION_LAYOUT,      OPTION_FORMAT, OPTION_DPI,
    OPTION_TRANSPARENT, OPTION_TEXT,   OPTION_DUMP,   OPTION_TIMING,
    OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET,  OPTION_RESOURCES,
    OPTION_THEME,  OPTION_HELP,
};

static int
run(const cli_request *request)
{
    cli_output out;
    if (!output_from_request(request, "pdf", &out))
        return JB_REQUEST_WRONG;
    cli_session *s = session_new(request);
    if (output_wants_briefing(&out)) {
        output_dump_briefing(&out, session_briefing(s));
        return session_end(s, false);
    }
    jb_pages *pages = session_pages(s);
    if (pages != NULL)
        output_pages(&out, s, pages);
    return session_end(s, false);
}

const command render_command = {
    .name = "render",
    .operands = "指标文件",
    .n_least = 1,
    .n_most = 1,
    .doc = "把指标文件排成简报：PDF、PNG 或 SVG。",
    .more = "指标文件写 - 时从标准输入读。指标文件有错误时只报告、不输出；"
            "有警告时照常输出。PNG 和 SVG 一页一个文件：多于一页时，-o 简报.png "
            "写成 简报-1.png、简报-2.png……每个文件写完整了才出现在它的名字下。",
    .examples = "jianbao render metrics.yaml -o 简报.pdf\n"
                "jianbao render metrics.yaml -l slide -o 幻灯.pdf\n"
                "jianbao render metrics.yaml -o 简报.png --dpi 200\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
