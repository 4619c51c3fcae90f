#include "cli/command.h"

#include <stdarg.h>
#include <string.h>

#include "tree/tree.h"

#define COMMAND(name) extern const command name##_command;
#include "cli/commands.def"
#undef COMMAND

static const command *const commands[] = {
#define COMMAND(name) &name##_command,
#include "cli/commands.def"
#undef COMMAND
};

static const option options[OPTION_COUNT] = {
#define OPTION(id, letter, name, value, choices, doc)                        \
    [OPTION_##id] = {name, letter, value, choices, doc},
#include "cli/options.def"
#undef OPTION
};

size_t
commands_count(void)
{
    return sizeof commands / sizeof *commands;
}

const command *
command_at(size_t i)
{
    return commands[i];
}

const option *
option_at(option_id id)
{
    return &options[id];
}

int
usage_error(const cli_request *request, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("jianbao: ", stderr);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\n用法见 jianbao %s%s--help\n",
            request->command == NULL ? "" : request->command->name,
            request->command == NULL ? "" : " ");
    return JB_REQUEST_WRONG;
}

static bool
is_choice(const char *choices, const char *value)
{
    size_t len = strlen(value);
    for (const char *at = choices; at != NULL;) {
        const char *bar = strchr(at, '|');
        size_t n = bar == NULL ? strlen(at) : (size_t)(bar - at);
        if (n == len && strncmp(at, value, n) == 0)
            return true;
        at = bar == NULL ? NULL : bar + 1;
    }
    return false;
}

static bool
set_value(cli_request *out, option_id id, const char *value)
{
    const option *o = &options[id];
    if (o->choices != NULL && !is_choice(o->choices, value)) {
        usage_error(out, "--%s 不能是“%s”，只能是 %s", o->name, value,
                    o->choices);
        return false;
    }
    out->values[id] = value;
    return true;
}

/* The option that the typed name means: the whole name, or a beginning that
 * no other option of the command shares; OPTION_COUNT when there is none. */
static option_id
long_option(const command *c, const char *typed, size_t len)
{
    option_id found = OPTION_COUNT;
    size_t n_found = 0;
    for (size_t i = 0; i < c->n_options; i++) {
        const option *o = &options[c->options[i]];
        if (strncmp(o->name, typed, len) != 0)
            continue;
        if (o->name[len] == '\0')
            return c->options[i];
        found = c->options[i];
        n_found++;
    }
    return n_found == 1 ? found : OPTION_COUNT;
}

static option_id
short_option(const command *c, char letter)
{
    for (size_t i = 0; i < c->n_options; i++)
        if (options[c->options[i]].letter == letter)
            return c->options[i];
    return OPTION_COUNT;
}

static void
report_unknown_option(const cli_request *out, const char *typed, size_t len)
{
    const command *c = out->command;
    const char *names[OPTION_COUNT];
    for (size_t i = 0; i < c->n_options; i++)
        names[i] = options[c->options[i]].name;
    const char *near = tree_nearest((slice){typed, len}, names, c->n_options);
    usage_error(out, "没有选项“--%.*s”%s%s%s", (int)len, typed,
                near == NULL ? "" : "，是不是“--", near == NULL ? "" : near,
                near == NULL ? "" : "”？");
}

/* The arguments that are left to read. */
typedef struct argument_list {
    char **at;
    int n;
} argument_list;

/* Take the value of an option: behind `=` or `-o`, else the next argument. */
static bool
take_value(cli_request *out, option_id id, const char *attached,
           argument_list *rest)
{
    const option *o = &options[id];
    if (o->value == NULL && attached != NULL) {
        usage_error(out, "--%s 后面不能带值", o->name);
        return false;
    }
    if (o->value == NULL)
        return set_value(out, id, "");
    if (attached != NULL)
        return set_value(out, id, attached);
    if (rest->n == 0) {
        usage_error(out, "--%s 后面要写%s", o->name, o->value);
        return false;
    }
    rest->n--;
    return set_value(out, id, *rest->at++);
}

static bool
read_long(cli_request *out, const char *typed, argument_list *rest)
{
    const char *equals = strchr(typed, '=');
    size_t len = equals == NULL ? strlen(typed) : (size_t)(equals - typed);
    option_id id = long_option(out->command, typed, len);
    if (id == OPTION_COUNT) {
        report_unknown_option(out, typed, len);
        return false;
    }
    return take_value(out, id, equals == NULL ? NULL : equals + 1, rest);
}

/* -q, -qo FILE, -oFILE */
static bool
read_letters(cli_request *out, const char *letters, argument_list *rest)
{
    for (; *letters != '\0'; letters++) {
        option_id id = short_option(out->command, *letters);
        if (id == OPTION_COUNT) {
            usage_error(out, "没有选项“-%c”", *letters);
            return false;
        }
        if (options[id].value != NULL)
            return take_value(out, id,
                              letters[1] == '\0' ? NULL : letters + 1, rest);
        out->values[id] = "";
    }
    return true;
}

static bool
read_operand(cli_request *out, const char *typed)
{
    if (out->n_operands == out->command->n_most) {
        usage_error(out, "多出了“%s”", typed);
        return false;
    }
    out->operands[out->n_operands++] = typed;
    return true;
}

static bool
read_arguments(cli_request *out, argument_list rest)
{
    bool is_literal = false; /* behind -- */
    while (rest.n > 0) {
        const char *typed = *rest.at++;
        rest.n--;
        bool is_option = !is_literal && typed[0] == '-' && typed[1] != '\0';
        bool is_read;
        if (is_option && strcmp(typed, "--") == 0)
            is_literal = is_read = true;
        else if (!is_option)
            is_read = read_operand(out, typed);
        else if (typed[1] == '-')
            is_read = read_long(out, typed + 2, &rest);
        else
            is_read = read_letters(out, typed + 1, &rest);
        if (!is_read)
            return false;
    }
    return true;
}

static const command *
command_lookup(const char *name)
{
    for (size_t i = 0; i < commands_count(); i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static void
report_unknown_command(const cli_request *out, const char *typed)
{
    const char *names[sizeof commands / sizeof *commands];
    for (size_t i = 0; i < commands_count(); i++)
        names[i] = commands[i]->name;
    const char *near = tree_nearest(slice_from(typed), names,
                                    commands_count());
    usage_error(out, "没有命令“%s”%s%s%s", typed,
                near == NULL ? "" : "，是不是“", near == NULL ? "" : near,
                near == NULL ? "" : "”？");
}

bool
request_from_arguments(cli_request *out, int n, char **arguments)
{
    *out = (cli_request){.program = n > 0 ? arguments[0] : "jianbao"};
    if (n < 2) {
        usage_error(out, "没有写命令");
        return false;
    }
    out->command = command_lookup(arguments[1]);
    if (out->command == NULL) {
        report_unknown_command(out, arguments[1]);
        return false;
    }
    if (!read_arguments(out, (argument_list){arguments + 2, n - 2}))
        return false;
    if (!request_has(out, OPTION_HELP) &&
        out->n_operands < out->command->n_least) {
        usage_error(out, "后面要写%s", out->command->operands);
        return false;
    }
    return true;
}
