#include <string.h>

#include "cli/output.h"

static const option_id options[] = {
    OPTION_OUTPUT, OPTION_SIZE,        OPTION_DPI,    OPTION_TRANSPARENT,
    OPTION_TEXT,   OPTION_LAYOUT,      OPTION_FORMAT, OPTION_DUMP,
    OPTION_TIMING, OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET,
    OPTION_RESOURCES, OPTION_DATA,     OPTION_VERIFY, OPTION_JSON,
    OPTION_VERIFY_ONLY,
    OPTION_THEME, OPTION_HELP,
};

/* Whether the files, read back, show what they should. */
static bool
is_verified(const cli_request *request, cli_session *s, jb_pages *pages,
            const cli_output *out)
{
    jb_proof proof =
        jb_pages_verify(pages, out->path, &out->options,
                        request_has(request, OPTION_JSON), session_diags(s));
    if (proof.text != NULL)
        fputs(proof.text, stdout);
    return proof.text == NULL || proof.is_sound;
}

#define DPI_LEAST 96 /* 9 pt are 12 pixels: the least that Han are read at */

/* Where a size was asked for in pixels and nothing said of how large its text
 * should be, a small picture gets smaller text before it is refused. */
static void
dpi_settle(const cli_request *request, cli_session *s, const jb_briefing *b,
           jb_chart_options *chart, cli_output *out)
{
    const char *size = request->values[OPTION_SIZE];
    if (size == NULL || request->values[OPTION_DPI] != NULL ||
        size[strspn(size, "0123456789.x*")] != '\0')
        return;
    double dpi = jb_chart_dpi(session_engine(s), b, request->operands[1],
                              chart, DPI_LEAST);
    chart->dpi_usual = chart->dpi;
    chart->width *= chart->dpi / dpi;
    chart->height *= chart->dpi / dpi;
    chart->dpi = out->options.dpi = dpi;
}

/* Whether two names stand for one file, which need not exist. */
static bool
is_one_file(const char *a, const char *b)
{
    while (strncmp(a, "./", 2) == 0)
        a += 2;
    while (strncmp(b, "./", 2) == 0)
        b += 2;
    return strcmp(a, b) == 0;
}

static int
run(const cli_request *request)
{
    cli_output out;
    jb_chart_options chart = JB_CHART_OPTIONS;
    if (!output_from_request(request, "png", &out) ||
        !request_size(request, out.options.dpi, &chart.width, &chart.height))
        return JB_REQUEST_WRONG;
    bool is_sound = true, is_drawn = !request_has(request, OPTION_VERIFY_ONLY);
    bool has_proof = !is_drawn || request_has(request, OPTION_VERIFY);
    if (has_proof && (out.path == NULL || strcmp(out.path, "-") == 0)) {
        usage_error(request, "--verify 要把文件读回来，请用 -o 给出文件名");
        return JB_REQUEST_WRONG;
    }
    const char *sheet = request->values[OPTION_DATA];
    if (sheet != NULL && out.path != NULL && is_one_file(sheet, out.path)) {
        usage_error(request, "--data 和 -o 是同一个文件，后写的会盖掉先写的");
        return JB_REQUEST_WRONG;
    }
    chart.layout = request->values[OPTION_LAYOUT];
    chart.theme = request->values[OPTION_THEME];
    chart.dpi = out.options.dpi;
    chart.is_transparent = request_has(request, OPTION_TRANSPARENT);
    cli_session *s = session_new(request);
    jb_briefing *b = session_briefing(s);
    if (output_wants_briefing(&out)) {
        output_dump_briefing(&out, b);
    } else if (b != NULL) {
        dpi_settle(request, s, b, &chart, &out);
        jb_pages *pages =
            jb_pages_from_chart(session_engine(s), b, request->operands[1],
                                &chart, session_diags(s));
        session_keep_pages(s, pages);
        if (pages != NULL &&
            (sheet == NULL || jb_chart_write_sheet(b, request->operands[1],
                                                   sheet, session_diags(s))) &&
            (!is_drawn || output_pages(&out, s, pages)) && has_proof)
            is_sound = is_verified(request, s, pages, &out);
    }
    int status = session_end(s, false);
    return status == JB_DONE && !is_sound ? JB_INPUT_WRONG : status;
}

const command chart_command = {
    .name = "chart",
    .operands = "指标文件 [图表]",
    .n_least = 1,
    .n_most = 2,
    .doc = "单独画指标文件里的一幅图：PNG、SVG 或 PDF。",
    .more = "“图表”是它在指标文件“图表”一节里的名字，只有一幅时可以不写。字号按磅计，"
            "所以同样的像素数，--dpi 越大字相对越大。没有写 --dpi、尺寸小得"
            "放不下时，从144 dpi往下降，最低96 dpi，字不小于12像素。",
    .examples = "jianbao chart metrics.yaml 主要增速 -o 增速.png\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.svg "
                "--size 160mmx90mm\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.png "
                "--data 增速.csv\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.png --verify\n"
                "jianbao chart metrics.yaml 主要增速 -o 增速.png "
                "--verify-only\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
