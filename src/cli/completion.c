/* Completion for bash, written from the tables of commands and options. */
#include <string.h>

#include "cli/session.h"

static const option_id options[] = {OPTION_HELP};

/* "text|json" → "text json" */
static void
print_words(const char *choices)
{
    for (; *choices != '\0'; choices++)
        putchar(*choices == '|' ? ' ' : *choices);
}

static void
print_commands(void)
{
    for (size_t i = 0; i < commands_count(); i++)
        printf("%s%s", i == 0 ? "" : " ", command_at(i)->name);
}

/* What may follow an option: its choices, or a name that the program lists. */
static void
print_values(void)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        const option *o = option_at((option_id)id);
        if (o->choices == NULL)
            continue;
        printf("    --%s) words='", o->name);
        print_words(o->choices);
        puts("' ;;");
    }
    puts("    -l | --layout) words=$(_jianbao_names layouts) ;;\n"
         "    --theme) words=$(_jianbao_names themes) ;;\n"
         "    -f | --format) words=$(_jianbao_names formats) ;;");
}

static void
print_options_of(const command *c)
{
    printf("    %s) words='", c->name);
    for (size_t i = 0; i < c->n_options; i++)
        printf("%s--%s", i == 0 ? "" : " ", option_at(c->options[i])->name);
    puts("' ;;");
}

static int
run(const cli_request *request)
{
    (void)request;
    fputs("_jianbao_names() {\n"
          "  jianbao list \"$1\" 2>/dev/null | cut -d' ' -f1\n"
          "}\n"
          "_jianbao() {\n"
          "  local word=${COMP_WORDS[COMP_CWORD]} words=\n"
          "  case ${COMP_WORDS[COMP_CWORD-1]} in\n",
          stdout);
    print_values();
    fputs("    list) words='", stdout);
    for (int i = 0; i < JB_LIST_COUNT; i++)
        printf("%s%s", i == 0 ? "" : " ", jb_list_about((jb_list)i).name);
    fputs("' ;;\n    jianbao) words='", stdout);
    print_commands();
    puts("' ;;\n  esac\n"
         "  if [ -z \"$words\" ] && [ \"${word:0:1}\" = - ]; then\n"
         "    case ${COMP_WORDS[1]} in");
    for (size_t i = 0; i < commands_count(); i++)
        print_options_of(command_at(i));
    puts("    esac\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _jianbao jianbao");
    return JB_DONE;
}

const command completion_command = {
    .name = "completion",
    .operands = "",
    .doc = "输出 bash 的补全脚本：eval \"$(jianbao completion)\"。",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
