#!/bin/sh
# Words of other scripts, figures, formulas, emoji, rows of one mark: set at
# every measure, by rules that are written down apart from the engine's.
. "$(dirname "$0")/../tap.sh"
python3 "$top/tests/e2e/texts.py" "$jianbao"
