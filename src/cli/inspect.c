#include <stdio.h>
#include <string.h>

#include "cli/session.h"

static const option_id options[] = {
    OPTION_LAYOUT,      OPTION_THEME,  OPTION_GONGWEN, OPTION_JSON,
    OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET,   OPTION_RESOURCES,
    OPTION_HELP,
};

/* A PDF file begins so, within its first bytes (ISO 32000-1 7.5.2). */
static bool
is_pdf(const char *path)
{
    char head[1024];
    FILE *f = fopen(path, "rb");
    size_t n = f == NULL ? 0 : fread(head, 1, sizeof head, f);
    if (f != NULL)
        fclose(f);
    for (size_t i = 0; i + 5 <= n; i++)
        if (memcmp(head + i, "%PDF-", 5) == 0)
            return true;
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".pdf") == 0;
}

static jb_proof
inspect_pages(cli_session *s, const cli_request *request, bool has_gongwen)
{
    jb_pages *pages = session_pages(s);
    if (pages == NULL)
        return (jb_proof){NULL, true};
    return jb_pages_inspect(pages, has_gongwen,
                            request_has(request, OPTION_JSON));
}

static int
run(const cli_request *request)
{
    const char *layout = request->values[OPTION_LAYOUT];
    const char *path = request->operands[0];
    bool has_gongwen =
        request_has(request, OPTION_GONGWEN) ||
        (layout != NULL && strncmp(layout, "gongwen", strlen("gongwen")) == 0);
    cli_session *s = session_new(request);
    jb_proof proof =
        is_pdf(path)
            ? jb_file_inspect(session_engine(s), path, has_gongwen,
                              request_has(request, OPTION_JSON),
                              session_diags(s))
            : inspect_pages(s, request, has_gongwen);
    bool is_unsound = proof.text != NULL && !proof.is_sound;
    if (proof.text != NULL)
        fputs(proof.text, stdout);
    int status = session_end(s, false);
    return status == JB_DONE && is_unsound ? JB_INPUT_WRONG : status;
}

const command inspect_command = {
    .name = "inspect",
    .operands = "指标文件|PDF文件",
    .n_least = 1,
    .n_most = 1,
    .doc = "排好版（或读一份现成的 PDF，不论谁排的），再从画出来的字和线量一遍：每行放宽、挤压多少，有没有行首行尾"
           "禁则、拆开的数、孤字、出格的行；公文还量国标各尺寸。",
    .more = "量的是画出来的位置，不是排版时的打算。长度以字（em）计，国标尺寸以"
            "毫米计。有硬规则被违反时，退出状态是 1。--json 另有每行每个字的"
            "位置和宽度，以点计。",
    .examples = "jianbao inspect metrics.yaml\n"
                "jianbao inspect metrics.yaml -l gongwen --json\n"
                "jianbao inspect 通知.pdf\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
