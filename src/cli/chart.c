#include "cli/output.h"

static const option_id options[] = {
    OPTION_OUTPUT, OPTION_SIZE,        OPTION_DPI,    OPTION_TRANSPARENT,
    OPTION_TEXT,   OPTION_LAYOUT,      OPTION_FORMAT, OPTION_DUMP,
    OPTION_TIMING, OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET,
    OPTION_RESOURCES, OPTION_DATA,     OPTION_THEME,     OPTION_HELP,
};

static int
run(const cli_request *request)
{
    cli_output out;
    jb_chart_options chart = JB_CHART_OPTIONS;
    if (!output_from_request(request, "png", &out) ||
        !request_size(request, out.options.dpi, &chart.width, &chart.height))
        return JB_REQUEST_WRONG;
    chart.layout = request->values[OPTION_LAYOUT];
    chart.theme = request->values[OPTION_THEME];
    chart.is_transparent = request_has(request, OPTION_TRANSPARENT);
    cli_session *s = session_new(request);
    jb_briefing *b = session_briefing(s);
    if (b != NULL && !output_dump_briefing(&out, b)) {
        jb_pages *pages =
            jb_pages_from_chart(session_engine(s), b, request->operands[1],
                                &chart, session_diags(s));
        const char *sheet = request->values[OPTION_DATA];
        if (pages != NULL &&
            (sheet == NULL || jb_chart_write_sheet(b, request->operands[1],
                                                   sheet, session_diags(s))))
            output_pages(&out, s, pages);
    }
    return session_end(s, false);
}

const command chart_command = {
    .name = "chart",
    .operands = "指标文件 图表",
    .n_least = 2,
    .n_most = 2,
    .doc = "单独画指标文件里的一幅图：PNG、SVG 或 PDF。",
    .more = "“图表”是它在指标文件“图表”一节里的名字。字号按磅计，"
            "所以同样的像素数，--dpi 越大字相对越大。",
    .examples = "jianbao chart metrics.yaml 主要增速 -o 增速.png\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.svg "
                "--size 160mmx90mm\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.png "
                "--data 增速.csv\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
