# No mutable state at file scope: nothing of a room lies in .data or .bss.
# (.data.rel.ro is constant but for relocation.)
for archive in "$OUT"/lib*.a; do
    objdump -t "$archive" 2>/dev/null |
        awk -v archive="$(basename "$archive" .a)" '
            /file format/ { object = $1 }
            / O \.(data|bss)/ && !/ \.data\.rel\.ro/ {
                print archive " " object " " $NF " can change"
            }'
done
