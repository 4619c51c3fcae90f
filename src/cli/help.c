#include "cli/help.h"

#include "cli/width.h"
#include "cli/wrap.h"

#define DOC_CELL 24 /* where explanations begin */

/* "  -o, --output=文件" and what it does, from DOC_CELL on. */
static void
print_option(const option *o, FILE *to)
{
    char left[80];
    char letter[] = "    ";
    if (o->letter != '\0')
        snprintf(letter, sizeof letter, "-%c, ", o->letter);
    snprintf(left, sizeof left, "  %.4s--%s%s%s", letter, o->name,
             o->value == NULL ? "" : " ", o->value == NULL ? "" : o->value);
    int cells = width_of_text(slice_from(left));
    fputs(left, to);
    if (cells >= DOC_CELL - 1)
        fprintf(to, "\n%*s", DOC_CELL, "");
    else
        fprintf(to, "%*s", DOC_CELL - cells, "");
    wrap_print(to, slice_from(o->doc), DOC_CELL, DOC_CELL);
}

void
help_command(const command *c, FILE *to)
{
    fprintf(to, "用法：jianbao %s [选项] %s\n\n", c->name, c->operands);
    wrap_print(to, slice_from(c->doc), 0, 0);
    if (c->more != NULL) {
        fputc('\n', to);
        wrap_print(to, slice_from(c->more), 0, 0);
    }
    fputs("\n选项：\n", to);
    for (size_t i = 0; i < c->n_options; i++)
        print_option(option_at(c->options[i]), to);
    if (c->examples != NULL)
        fprintf(to, "\n例：\n%s", c->examples);
}

void
help_program(FILE *to)
{
    fputs("简报：把一份指标文件排成中文简报和图表。\n\n"
          "用法：jianbao 命令 [选项] …\n\n命令：\n",
          to);
    for (size_t i = 0; i < commands_count(); i++) {
        const command *c = command_at(i);
        fprintf(to, "  %-12s", c->name);
        wrap_print(to, slice_from(c->doc), 14, 14);
    }
    fputs("\n各命令的选项见 jianbao 命令 --help，全部说明见 jianbao manual。\n"
          "退出码：0 完成，1 输入有错误，2 用法有错误，3 系统出错。\n",
          to);
}
