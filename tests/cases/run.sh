#!/bin/sh
# Cases: an input NAME.yaml with any of NAME.diag, .drawn, .metrics, .facts,
# .report, .display beside it; the suffix names the stage whose text is
# compared: .diag what `check` finds, .drawn what drawing it finds. Tables
# (.csv, .xlsx) are inputs that it names.
# `run.sh accept TOPIC/NAME` records them anew, after someone has looked;
# `run.sh accept TOPIC/` those of a topic.
. "$(dirname "$0")/../tap.sh"

# The faces that packages.txt and fonts/fetch.sh bring, and none that this
# machine has besides.
data=$scratch/data
mkdir -p "$data/fonts"
ln -s "$top/layouts" "$data/layouts"
ln -s "$top/fonts/faces" "$top/fonts/roles.yaml" "$data/fonts/"
sed 's|<dir>/usr/share/fonts</dir>|\
  <dir>/usr/share/fonts/opentype/noto</dir>\
  <dir>/usr/share/fonts/truetype/liberation</dir>|
  /local/d' "$top/fonts/fonts.conf" >"$data/fonts/fonts.conf"
export JIANBAO_DATA=$data

# Print what the program says of a case's stage. Run in the case's folder, so
# that no machine's path gets into it.
stage_text() {
    case $2 in
    diag) "$jianbao" check "$1.yaml" --diagnostics=text 2>&1 ;;
    drawn) "$jianbao" render "$1.yaml" -o /dev/null -f pdf 2>&1 ;;
    *) "$jianbao" render "$1.yaml" --dump="$2" 2>/dev/null ;;
    esac
}

accept() {
    cd "$top/tests/cases/$(dirname "$1")" || exit 1
    name=$(basename "$1")
    [ -f "$name.diag" ] || : >"$name.diag"
    for expected in "$name".*; do
        suffix=${expected##*.}
        case $suffix in yaml | csv | xlsx | why) continue ;; esac
        stage_text "$name" "$suffix" >"$expected"
    done
}

if [ "${1:-}" = accept ]; then
    for input in "$top/tests/cases/$2"*.yaml; do
        [ -f "$input" ] || {
            echo "no case $2" >&2
            exit 1
        }
        case_name=${input#"$top/tests/cases/"}
        (accept "${case_name%.yaml}")
    done
    exit
fi

for input in tests/cases/*/*.yaml; do
    topic=$(basename "$(dirname "$input")")
    name=$(basename "$input" .yaml)
    cd "$top/tests/cases/$topic" || exit 1
    head -n 1 "$name.yaml" | tr -d '\357\273\277' | grep -aq '^# ' ||
        [ -f "$name.why" ]
    report $? "$topic/$name says what it guards"
    for expected in "$name".*; do
        suffix=${expected##*.}
        case $suffix in yaml | csv | xlsx | why) continue ;; esac
        stage_text "$name" "$suffix" >"$scratch/actual"
        diff -u "$expected" "$scratch/actual" >"$scratch/out"
        report $? "$topic/$name.$suffix"
    done
done
finish
