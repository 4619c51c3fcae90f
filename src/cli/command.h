/* command: what the program is told: commands, their options and operands,
 * each described once, in tables. It knows nothing of briefings. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "jianbao.h"

typedef enum option_id {
#define OPTION(id, letter, name, value, choices, doc) OPTION_##id,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
} option_id;

typedef struct option {
    const char *name;
    char letter; /* 0: none */
    const char *value;   /* what to call its value; NULL: a flag */
    const char *choices; /* "text|json"; NULL: any value */
    const char *doc;
} option;

/* The row of an option. */
const option *option_at(option_id id);

#define OPERANDS_MAX 2

/* What was typed behind the command. */
typedef struct cli_request {
    const struct command *command;
    const char *program; /* argv[0] */
    const char *operands[OPERANDS_MAX];
    size_t n_operands;
    const char *values[OPTION_COUNT]; /* NULL: not given; "" for a flag */
} cli_request;

typedef struct command {
    const char *name;
    const char *operands; /* as shown: "指标文件 [图表]" */
    size_t n_least, n_most;
    const char *doc;      /* one Chinese sentence */
    const char *more;     /* paragraphs for the manual; may be NULL */
    const char *examples; /* lines for help and manual; may be NULL */
    const option_id *options;
    size_t n_options;
    int (*run)(const cli_request *request); /* gives the exit status */
} command;

size_t commands_count(void);
const command *command_at(size_t i);

static inline bool
request_has(const cli_request *request, option_id id)
{
    return request->values[id] != NULL;
}

/* Read the arguments. False after a message on standard error. When help is
 * asked for, HELP is set and nothing else is checked. */
bool request_from_arguments(cli_request *out, int n, char **arguments);

/* "jianbao: …", what to do, on standard error; gives JB_REQUEST_WRONG. */
int usage_error(const cli_request *request, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A number option's value; *out is left alone when it is not given. False
 * after a message when it is no number from `least` to `most`. */
bool request_number(const cli_request *request, option_id id, int least,
                    int most, double *out);

/* A length option in points; em are of `em` points. False after a message
 * when it is no length from `least` to `most` points. */
typedef struct length_range {
    double em, least, most;
} length_range;
bool request_length(const cli_request *request, option_id id,
                    length_range range, double *out);

/* The size option in points; pixels are counted at `dpi`. */
bool request_size(const cli_request *request, double dpi, double *width,
                  double *height);

#endif
