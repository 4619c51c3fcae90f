#!/bin/sh
# The house checks: each script beside this one prints what breaks its rule,
# one a line, and nothing when all is well. Called by `make house` with ROOMS,
# OUT, CC, CPPFLAGS and LDLIBS.
set -u
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8
failed=0 n=0
for script in tests/house/*.sh; do
    name=$(basename "$script" .sh)
    [ "$name" = run ] && continue
    n=$((n + 1))
    found=$(sh "$script" 2>&1)
    if [ -z "$found" ]; then
        echo "ok $n - house: $name"
    else
        echo "not ok $n - house: $name"
        echo "$found" | sed 's/^/    /'
        failed=$((failed + 1))
    fi
done
echo "1..$n"
[ "$failed" = 0 ]
