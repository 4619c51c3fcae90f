# What a room exports is declared in one of its headers, and no two rooms
# share the first word of a name: a reader knows from the name where to look.
# Diagnostics are named in capitals and declared through diag.def; a row of
# another table, format_png, is declared by the table.
for room in $ROOMS; do
    nm -g --defined-only "$OUT/lib$room.a" 2>/dev/null |
        awk -v room="$room" 'NF == 3 { print room, $3 }'
done | grep -v ' [A-Z0-9_]*$' | grep -v ' __' | sort -u |
    while read -r room symbol; do
        grep -qw "$symbol" src/"$room"/*.h ||
            grep -qwE "${symbol#*_}|${symbol##*_}" src/"$room"/*.def ||
            echo "$room: $symbol is exported but in no header of the room"
        echo "$room ${symbol%%_*}" >&3
    done 3>"$OUT/house-words"
sort -u "$OUT/house-words" | awk -v allowed="$(sed -n \
    's/^shared word \([a-z]*\):.*/\1/p' tests/house/allowed.txt)" '
    BEGIN { n = split(allowed, words); for (i = 1; i <= n; i++) ok[words[i]] }
    $2 in room && !($2 in ok) {
        print "names in " $2 "_ are exported by " room[$2] " and by " $1
    }
    { room[$2] = $1 }'
