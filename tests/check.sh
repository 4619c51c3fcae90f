#!/bin/sh
# Every test there is; called by `make check`. Each suite speaks TAP; its
# output stays in build/check/, failures are shown, and the last line counts
# them all.
set -u
cd "$(dirname "$0")/.."
export CMOCKA_MESSAGE_OUTPUT=TAP
export ASAN_OPTIONS=abort_on_error=0:detect_leaks=1
export UBSAN_OPTIONS=print_stacktrace=1
export JIANBAO_DATA= NO_COLOR=
rm -rf build/check
mkdir -p build/check
passed=0 failed=0

# suite NAME COMMAND…: a command that fails without saying which test did
# counts as one failure.
suite() {
    name=$1
    shift
    log=build/check/$name.tap
    "$@" >"$log" 2>&1
    status=$?
    good=$(grep -c '^ok ' "$log")
    bad=$(grep -c '^not ok ' "$log")
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
        bad=1
        echo "not ok - $name ended with status $status"
        tail -n 20 "$log" | sed 's/^/    /'
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    grep -A 20 '^not ok ' "$log" | grep -v '^ok ' | head -n 60
    printf '%-28s %5d passed %5d failed\n' "$name" "$good" "$bad"
}

for build in release sanitize; do
    for test in $(find build/$build/unit -name '*_test' -type f | sort); do
        noun=$(basename "$test" _test)
        room=$(basename "$(dirname "$test")")
        suite "$build-$room-$noun" "$test"
    done
done
suite house "${MAKE:-make}" --no-print-directory house
for script in tests/cases/run.sh tests/e2e/*_test.sh tests/golden/run.sh; do
    [ -f "$script" ] || continue
    name=$(echo "$script" | sed 's|tests/||; s|/run\.sh||; s|_test\.sh||')
    suite "$(echo "$name" | tr / -)" sh "$script"
done
for test in $(find build/sanitize/tests/fault -type f -perm -1 | sort); do
    suite "fault-$(basename "$test")" "$test"
done
suite fuzz-seeds sh tests/fuzz/seeds.sh

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
