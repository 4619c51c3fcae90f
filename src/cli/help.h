/* help: --help and the manual page, both written from the tables of commands
 * and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/command.h"

/* What the program is and its commands. */
void help_program(FILE *to);
/* One command with its options. */
void help_command(const command *c, FILE *to);

#endif
