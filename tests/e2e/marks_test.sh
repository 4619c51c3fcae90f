#!/bin/sh
# Marks beside every mark, at the edges of lines, and Western beside Chinese,
# by rules that are written down apart from the engine's.
. "$(dirname "$0")/../tap.sh"
python3 "$top/tests/e2e/marks.py" "$jianbao"
