/* fuzz: what every target has. Built with clang's libFuzzer a target mutates
 * inputs; built as it is it runs the files named on its command line, so that
 * `make check` runs the seeds under the sanitizers. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#ifndef FUZZING
static void
run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        printf("not ok - %s cannot be read\n", path);
        exit(1);
    }
    static uint8_t bytes[1 << 20];
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, n);
    /* Every beginning of a small file is an input too. */
    for (size_t cut = 0; n < 600 && cut < n; cut += 1 + n / 40)
        LLVMFuzzerTestOneInput(bytes, cut);
    printf("ok - %s\n", path);
    fflush(stdout);
}

int
main(int n, char **paths)
{
    for (int i = 1; i < n; i++)
        run_file(paths[i]);
    return 0;
}
#endif

#endif
