#!/bin/sh
# One suite of `make check`: tests/suite.sh NAME COMMAND…
# Its output stays in build/check/NAME.tap; what failed is shown, then one
# line that counts. A command that fails without saying which test did counts
# as one failure.
set -u
name=$1
shift
log=build/check/$name.tap
began=$(date +%s%N)
"$@" >"$log" 2>&1
status=$?
echo "$((($(date +%s%N) - began) / 1000000)) ms  $name" >build/check/$name.time
good=$(grep -c '^ok ' "$log")
bad=$(grep -c '^not ok ' "$log")
{
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
        bad=1
        echo "not ok - $name ended with status $status"
        tail -n 20 "$log" | sed 's/^/    /'
    fi
    grep -A 20 '^not ok ' "$log" | grep -v '^ok ' | head -n 60
    printf '%-28s %5d passed %5d failed\n' "$name" "$good" "$bad"
} >"build/check/$name.said"
cat "build/check/$name.said"
