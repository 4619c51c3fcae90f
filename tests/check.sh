#!/bin/sh
# Every test there is; called by `make check`. Each suite speaks TAP (see
# suite.sh) and keeps to itself, so as many run at once as there are
# processors, the long ones first. The last line counts all tests.
set -u
cd "$(dirname "$0")/.."
export CMOCKA_MESSAGE_OUTPUT=TAP
export ASAN_OPTIONS=abort_on_error=0:detect_leaks=1
export UBSAN_OPTIONS=print_stacktrace=1
export JIANBAO_DATA= NO_COLOR=
rm -rf build/check
mkdir -p build/check

# One line a suite: its name and its command.
suites() {
    for script in tests/golden/run.sh tests/e2e/*_test.sh tests/cases/run.sh
    do
        name=$(echo "$script" | sed 's|tests/||; s|/run\.sh||; s|_test\.sh||')
        echo "$(echo "$name" | tr / -) sh $script"
    done
    echo "fuzz-seeds sh tests/fuzz/seeds.sh"
    echo "house ${MAKE:-make} --no-print-directory house"
    for build in sanitize release; do
        for test in $(find build/$build/unit -name '*_test' -type f | sort)
        do
            room=$(basename "$(dirname "$test")")
            echo "$build-$room-$(basename "$test" _test) $test"
        done
    done
    for test in $(find build/sanitize/tests/fault -type f -perm -1 | sort)
    do
        echo "fault-$(basename "$test") $test"
    done
}

suites | xargs -P "$(nproc)" -L 1 tests/suite.sh
echo "slowest:"
sort -rn build/check/*.time | head -n 12
cat build/check/*.said | awk '
    /^[^ ]+ +[0-9]+ passed +[0-9]+ failed$/ { good += $2; bad += $4 }
    END { printf "%d passed, %d failed\n", good, bad; exit bad > 0 }'
