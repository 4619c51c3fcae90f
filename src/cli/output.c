#include "cli/output.h"

#include <string.h>
#include <unistd.h>

#define DPI_MIN 36
#define DPI_MAX 2400

bool
output_from_request(const cli_request *request, const char *fallback,
                    cli_output *out)
{
    *out = (cli_output){
        .path = request->values[OPTION_OUTPUT],
        .dump = request->values[OPTION_DUMP],
        .options = JB_OPTIONS,
    };
    if (out->path == NULL && out->dump == NULL) {
        usage_error(request, "没有写输出文件，例如 -o 简报.%s", fallback);
        return false;
    }
    out->options.format = request->values[OPTION_FORMAT];
    if (out->options.format == NULL && out->path != NULL &&
        strcmp(out->path, "-") == 0)
        out->options.format = fallback;
    out->options.is_transparent = request_has(request, OPTION_TRANSPARENT);
    out->options.has_text = request_has(request, OPTION_TEXT);
    return request_number(request, OPTION_DPI, DPI_MIN, DPI_MAX,
                          &out->options.dpi);
}

bool
output_wants_briefing(const cli_output *out)
{
    return out->dump != NULL && strcmp(out->dump, "display") != 0;
}

void
output_dump_briefing(const cli_output *out, jb_briefing *b)
{
    const char *text = b == NULL ? NULL : jb_briefing_dump(b, out->dump);
    if (text != NULL)
        fputs(text, stdout);
}

bool
output_pages(const cli_output *out, cli_session *s, jb_pages *pages)
{
    if (out->dump != NULL) {
        fputs(jb_pages_dump(pages), stdout);
        return false;
    }
    bool is_written = jb_pages_write(session_engine(s), pages, out->path,
                                     &out->options, session_diags(s));
    if (is_written && isatty(STDERR_FILENO) && strcmp(out->path, "-") != 0)
        fprintf(stderr, "已写好 %s，共%zu页\n", out->path,
                jb_pages_count(pages));
    return is_written;
}
