# A room includes only rooms before it in ROOMS; cli/ knows the public header,
# base/ and the nearest names of tree/, nothing else.
for file in src/*/*.[ch]; do
    room=$(basename "$(dirname "$file")")
    case $room in
    cli) allowed="cli base tree" ;;
    *) allowed=$(echo "$ROOMS" | tr ' ' '\n' | sed "/^$room\$/q") ;;
    esac
    sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file" | sort -u |
        while read -r used; do
            echo "$allowed" | grep -qw "$used" ||
                echo "$file: $room may not include $used/"
        done
done
