# Every finding that there is, is produced by a case or by a test that names
# it. tests/house/allowed.txt lists the others with reasons:
#   finding CODE: reason
for input in tests/cases/*/*.yaml; do
    build/jianbao check "$input" --diagnostics=json
    [ ! -f "${input%.yaml}.drawn" ] ||
        build/jianbao render "$input" -o /dev/null -f pdf \
            --diagnostics=json 2>&1
done | sed -n 's/.*"code": "\([A-Z0-9_]*\)".*/\1/p' | sort -u \
    >"$OUT/house-findings"
for table in src/diag.def src/*/diag.def; do
    sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' "$table" | while read -r code; do
        grep -qx "$code" "$OUT/house-findings" ||
            grep -rqw "$code" tests/unit tests/fault ||
            grep -q "^finding $code:" tests/house/allowed.txt ||
            echo "$table: no case or test produces $code"
    done
done
