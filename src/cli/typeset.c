#include "cli/session.h"

static const option_id options[] = {
    OPTION_JSON,  OPTION_ROLE,     OPTION_SIZE,        OPTION_MEASURE,
    OPTION_PROHIBITIONS, OPTION_MARKS, OPTION_NAMES, OPTION_TITLES,
    OPTION_GAP,   OPTION_INDENT,   OPTION_HANG,        OPTION_VERBATIM,
    OPTION_DIAGNOSTICS, OPTION_COLOUR, OPTION_QUIET, OPTION_RESOURCES,
    OPTION_HELP,
};

/* A size in points up to what a poster takes; lengths in em of it. */
#define SIZE_MOST 1000.0
#define MEASURE_MOST 14400.0
#define EM_MOST 100.0

static bool
read_options(const cli_request *request, jb_typeset_options *o)
{
    if (!request_length(request, OPTION_SIZE,
                        (length_range){o->size, 1, SIZE_MOST}, &o->size))
        return false;
    double indent = o->indent * o->size, gap = o->gap * o->size;
    if (!request_length(request, OPTION_MEASURE,
                        (length_range){o->size, 1, MEASURE_MOST},
                        &o->measure) ||
        !request_length(request, OPTION_INDENT,
                        (length_range){o->size, 0, EM_MOST * o->size},
                        &indent) ||
        !request_length(request, OPTION_GAP,
                        (length_range){o->size, 0, o->size}, &gap))
        return false;
    o->indent = indent / o->size;
    o->gap = gap / o->size;
    o->role = request->values[OPTION_ROLE];
    o->prohibitions = request->values[OPTION_PROHIBITIONS];
    o->marks = request->values[OPTION_MARKS];
    o->names = request->values[OPTION_NAMES];
    o->titles = request->values[OPTION_TITLES];
    o->hangs_marks = request_has(request, OPTION_HANG);
    o->normalises = !request_has(request, OPTION_VERBATIM);
    return true;
}

static void
drop_source(void *source)
{
    jb_source_drop(source);
}

static int
run(const cli_request *request)
{
    jb_typeset_options o = JB_TYPESET_OPTIONS;
    if (!read_options(request, &o))
        return JB_REQUEST_WRONG;
    cli_session *s = session_new(request);
    const char *path = request->n_operands > 0 ? request->operands[0] : "-";
    jb_source *source = jb_source_from_file(path, session_diags(s));
    if (source != NULL) {
        session_keep(s, drop_source, source);
        const char *json = jb_typeset(session_engine(s), source, &o,
                                      session_diags(s));
        if (json != NULL)
            fputs(json, stdout);
    }
    return session_end(s, false);
}

const command typeset_command = {
    .name = "typeset",
    .operands = "[文本文件]",
    .n_most = 1,
    .doc = "只排文字：每行一段，输出各行各字的位置，供比较和测试。",
    .more = "从文件或标准输入读文字，一行是一段；每段输出一行 JSON："
            "{\"lines\":[{\"text\":…,\"width\":…,\"glyphs\":"
            "[{\"text\":…,\"x\":…,\"advance\":…}]}]}，"
            "单位是磅，从版心左边算起，是画出来的位置：x 是字框的左边，"
            "advance 是挤压后的框宽；间距和撑满行宽的空隙在两框之间。",
    .examples = "echo 增长“十四五”规划。 | jianbao typeset --json "
                "--size 16pt --measure 448pt\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
