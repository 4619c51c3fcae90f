#!/bin/sh
# make accept CASE=topic/name records a case's expected text anew; CASE=golden
# all reference pages, CASE=golden/NAME those whose name begins so.
set -eu
cd "$(dirname "$0")/.."
case ${1:-} in
golden | golden/*) sh tests/golden/run.sh accept "${1#golden}" ;;
*/*) sh tests/cases/run.sh accept "$1" ;;
*)
    echo "usage: make accept CASE=topic/name | CASE=golden[/name]" >&2
    exit 2
    ;;
esac
