# Every header compiles alone, and opens by saying what it is for.
for header in $(find src -name '*.h'); do
    # shellcheck disable=SC2086
    $CC -std=gnu11 -D_GNU_SOURCE $CPPFLAGS -Wall -Wextra -Wno-unused-function \
        -fsyntax-only -x c "$header" 2>&1 |
        grep -v 'pragma once in main file' | grep -E 'error|warning'
    head -n 1 "$header" | grep -q '^/\* [a-z0-9_]*: ' ||
        echo "$header: does not open with what it is for"
done
