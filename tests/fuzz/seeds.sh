#!/bin/sh
# Run the fuzz targets' seeds under the sanitizers: the samples, the layouts,
# every case of tests/cases, the corpus of the check, and inputs that once
# broke something.
cd "$(dirname "$0")/../.." || exit 1
targets=build/sanitize/tests/fuzz
status=0
inputs="$(find tests/cases samples -name '*.yaml') $(find tests/fuzz/seeds \
    -type f 2>/dev/null)"
# shellcheck disable=SC2086 # the words are files
$targets/metrics $inputs || status=1
# shellcheck disable=SC2086
$targets/pipeline $inputs || status=1
# shellcheck disable=SC2086
$targets/layout layouts/*.yaml $inputs || status=1
# shellcheck disable=SC2086
$targets/prose tests/unit/prose/corpus.txt $inputs || status=1
# shellcheck disable=SC2086
$targets/text tests/unit/prose/corpus.txt $inputs || status=1
# shellcheck disable=SC2086
$targets/sheet samples/*/*.csv tests/cases/sheets/*.csv $inputs || status=1
$targets/workbook tests/fuzz/seeds/sheet.xml || status=1
exit $status
