#include <string.h>

#include "cli/session.h"
#include "cli/width.h"

static const option_id options[] = {OPTION_RESOURCES, OPTION_DIAGNOSTICS,
                                    OPTION_COLOUR, OPTION_QUIET, OPTION_HELP};

/* The list of this name, English or Chinese; JB_LIST_COUNT when none is. */
static jb_list
list_lookup(const char *name)
{
    for (int i = 0; i < JB_LIST_COUNT; i++) {
        jb_entry about = jb_list_about((jb_list)i);
        if (strcmp(about.name, name) == 0 || strcmp(about.also, name) == 0)
            return (jb_list)i;
    }
    return JB_LIST_COUNT;
}

static int
wider(int cells, const char *text)
{
    int own = width_of_text(slice_from(text));
    return own > cells ? own : cells;
}

static void
print_padded(const char *text, int cells)
{
    int own = width_of_text(slice_from(text));
    printf("%s%*s", text, cells > own ? cells - own + 2 : 2, "");
}

static void
print_entries(const jb_entry *entries, size_t n)
{
    int name_cells = 0, also_cells = 0;
    for (size_t i = 0; i < n; i++) {
        name_cells = wider(name_cells, entries[i].name);
        also_cells = wider(also_cells, entries[i].also);
    }
    for (size_t i = 0; i < n; i++) {
        print_padded(entries[i].name, name_cells);
        if (also_cells > 0)
            print_padded(entries[i].also, also_cells);
        fputs(entries[i].doc, stdout);
        if (entries[i].where[0] != '\0')
            printf("  %s", entries[i].where);
        putchar('\n');
    }
}

static int
refuse(const cli_request *request)
{
    char names[256] = "";
    size_t used = 0;
    for (int i = 0; i < JB_LIST_COUNT && used < sizeof names; i++)
        used += (size_t)snprintf(names + used, sizeof names - used, "%s%s",
                                 i == 0 ? "" : "、",
                                 jb_list_about((jb_list)i).name);
    return usage_error(request, "不能列出“%s”，可以列出：%s",
                       request->operands[0], names);
}

static int
run(const cli_request *request)
{
    jb_list list = list_lookup(request->operands[0]);
    if (list == JB_LIST_COUNT)
        return refuse(request);
    cli_session *s = session_new(request);
    size_t n;
    const jb_entry *entries =
        jb_list_entries(session_engine(s), list, &n, session_diags(s));
    if (entries != NULL)
        print_entries(entries, n);
    return session_end(s, false);
}

const command list_command = {
    .name = "list",
    .operands = "layouts|themes|charts|"
                "fonts|formats|placeholders|options|findings",
    .n_least = 1,
    .n_most = 1,
    .doc = "列出可用的版式、主题、图表类型、字体、输出格式、占位、版式选项和诊断。",
    .examples = "jianbao list fonts\n",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
