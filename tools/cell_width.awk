# Ranges of characters that fill two or no cells of a terminal, as rows of a
# C table, from two files of the Unicode Character Database:
#   awk -f tools/cell_width.awk EastAsianWidth.txt \
#       extracted/DerivedGeneralCategory.txt > src/cli/width.inc
# Wide and fullwidth characters (UAX #11 W, F) fill two; combining marks and
# format controls (Mn, Me, Cf) none; all others one, ambiguous ones too, as
# terminals do outside of legacy encodings.

function hex(digits,    i, value) {
    value = 0
    for (i = 1; i <= length(digits); i++)
        value = value * 16 + index("0123456789ABCDEF", substr(digits, i, 1)) - 1
    return value
}

FNR == 1 { version = version (version == "" ? "" : " and\n * ") $2; sub(/\.txt/, "", version) }
/^#/ || /^[ \t]*$/ { next }
{
    split($0, fields, /[ \t]*[;#][ \t]*/)
    n = split(fields[1], ends, /\.\./)
    first = hex(ends[1])
    last = n == 2 ? hex(ends[2]) : first
    if (fields[2] == "W" || fields[2] == "F")
        cells = 2
    else if (fields[2] == "Mn" || fields[2] == "Me" || fields[2] == "Cf")
        cells = 0
    else
        next
    for (code = first; code <= last; code++)
        width[code] = cells
    if (last > top)
        top = last
}

END {
    # U+00AD is drawn as a hyphen where it is shown at all.
    delete width[173]
    print "/* Made by tools/cell_width.awk from " version ". */"
    for (code = 0; code <= top; code++) {
        if (!(code in width) || ((code - 1) in width && \
            width[code - 1] == width[code]))
            continue
        for (end = code; (end + 1) in width && width[end + 1] == width[code];)
            end++
        printf "{0x%04X, 0x%04X, %d},\n", code, end, width[code]
    }
}
