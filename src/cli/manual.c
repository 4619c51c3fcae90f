/* The manual page, in man(7), written from the same tables as --help. */
#include <string.h>

#include "cli/help.h"
#include "cli/session.h"

static const option_id options[] = {OPTION_HELP};

/* Text with what roff would take as its own escaped. */
static void
print_text(const char *text)
{
    bool is_line_start = true;
    for (; *text != '\0'; text++) {
        if (is_line_start && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
        is_line_start = *text == '\n';
    }
}

static void
print_paragraph(const char *text)
{
    print_text(text);
    puts("\n.PP");
}

static void
print_option(const option *o)
{
    fputs(".TP\n", stdout);
    if (o->letter != '\0')
        printf("\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", stdout);
    print_text(o->name);
    fputs("\\fR", stdout);
    if (o->value != NULL)
        printf(" \\fI%s\\fR", o->value);
    putchar('\n');
    print_text(o->doc);
    if (o->choices != NULL)
        printf("（%s）", o->choices);
    putchar('\n');
}

static void
print_command(const command *c)
{
    printf(".SS \"jianbao %s [选项] %s\"\n", c->name, c->operands);
    print_paragraph(c->doc);
    if (c->more != NULL)
        print_paragraph(c->more);
    for (size_t i = 0; i < c->n_options; i++)
        print_option(option_at(c->options[i]));
    if (c->examples != NULL) {
        puts(".PP\n例：\n.PP\n.nf");
        print_text(c->examples);
        puts(".fi");
    }
}

static void
print_list(cli_session *s, jb_list list)
{
    size_t n;
    const jb_entry *entries =
        jb_list_entries(session_engine(s), list, &n, session_diags(s));
    printf(".SS \"%s\"\n", jb_list_about(list).also);
    for (size_t i = 0; entries != NULL && i < n; i++) {
        fputs(".TP\n\\fB", stdout);
        print_text(entries[i].name);
        fputs("\\fR", stdout);
        if (entries[i].also[0] != '\0')
            printf("（%s）", entries[i].also);
        putchar('\n');
        print_text(entries[i].doc);
        putchar('\n');
    }
}

static int
run(const cli_request *request)
{
    cli_session *s = session_new(request);
    printf(".TH JIANBAO 1 \"\" \"jianbao %s\"\n"
           ".SH 名称\njianbao \\- 把一份指标文件排成中文简报和图表\n"
           ".SH 概要\n\\fBjianbao\\fR 命令 [选项] …\n"
           ".SH 命令\n",
           jb_version());
    for (size_t i = 0; i < commands_count(); i++)
        print_command(command_at(i));
    puts(".SH 可以写什么");
    print_list(s, JB_LIST_CHARTS);
    print_list(s, JB_LIST_PLACEHOLDERS);
    print_list(s, JB_LIST_FORMATS);
    puts(".SH 退出码\n"
         ".TP\n0\n完成，可以有警告。\n"
         ".TP\n1\n指标文件或版式有错误，没有输出。\n"
         ".TP\n2\n用法有错误：命令、选项，或所要的图表、版式、格式不存在。\n"
         ".TP\n3\n系统出错：读写失败，或缺少字体。\n"
         ".SH 环境变量\n"
         ".TP\nJIANBAO_DATA\nlayouts/ 和 fonts/ 所在的目录。\n"
         ".TP\nNO_COLOR\n设了就不用颜色。");
    return session_end(s, false);
}

const command manual_command = {
    .name = "manual",
    .operands = "",
    .doc = "输出手册页，可以用 jianbao manual | man -l - 阅读。",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
