# A room links with the rooms before it and no others.
mkdir -p "$OUT/house"
echo 'int main(void) { return 0; }' >"$OUT/house/main.c"
before=
for room in $ROOMS; do
    # shellcheck disable=SC2086 # the words are arguments
    $CC -o "$OUT/house/$room" "$OUT/house/main.c" \
        -Wl,--whole-archive "$OUT/lib$room.a" -Wl,--no-whole-archive \
        $before $LDLIBS 2>&1 |
        sed -n "s/.*undefined reference to/$room:&/p" |
        sed 's/:.*undefined/: undefined/' | sort -u
    before="$OUT/lib$room.a $before"
done
