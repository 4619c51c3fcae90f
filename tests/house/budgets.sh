# Functions of at most 80 lines and 5 parameters, files of at most 800 lines,
# lines of at most 80 characters, control flow at most three deep.
# tests/house/allowed.txt lists the exceptions with reasons.
files=$(find src -name '*.[ch]' | sort)
# shellcheck disable=SC2086 # the words are files
{
    wc -l $files | awk '$1 > 800 && $2 != "total" { print $2 ": " $1 " lines" }'
    grep -nE '^.{81,}' $files | sed 's/:\([0-9]*\):.*/:\1: over 80 characters/'
    grep -nE '^ {16,}(if|for|while|switch|do)\b' $files |
        sed 's/:\([0-9]*\):.*/:\1: nested deeper than three/'
} | while read -r found; do
    grep -q "^budget ${found%%:*}:" tests/house/allowed.txt || echo "$found"
done
# Commas inside the parentheses of a parameter separate none of ours.
# shellcheck disable=SC2046
ctags --languages=C --kinds-C=f --fields=+neS -f - $(find src -name '*.c') |
    awk -F '\t' '
    function parameters(s,    i, depth, n) {
        for (i = 1; i <= length(s); i++) {
            depth += (substr(s, i, 1) == "(") - (substr(s, i, 1) == ")")
            n += substr(s, i, 1) == "," && depth == 1
        }
        return n + 1
    }
    {
        first = last = 0
        for (i = 4; i <= NF; i++) {
            if ($i ~ /^line:/) first = substr($i, 6)
            if ($i ~ /^end:/) last = substr($i, 5)
            if ($i ~ /^signature:/) n = parameters(substr($i, 11))
        }
        if (last - first + 1 > 80)
            print $2, $1, "has " last - first + 1 " lines"
        if (n > 5)
            print $2, $1, "has " n " parameters"
    }' | while read -r file name rest; do
    grep -q "^budget $file $name:" tests/house/allowed.txt ||
        echo "$file: $name $rest"
done
