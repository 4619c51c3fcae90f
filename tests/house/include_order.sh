# A room includes only rooms before it in ROOMS; cli/ knows the public header,
# base/ and the nearest names of tree/, nothing else.
awk -v rooms="$ROOMS" '
BEGIN {
    n = split(rooms, name, " ")
    for (i = 1; i <= n; i++)
        for (j = 1; j <= i; j++)
            may[name[i], name[j]] = 1
    may["cli", "cli"] = may["cli", "base"] = may["cli", "tree"] = 1
}
match($0, /^#include "[a-z]*\//) {
    used = substr($0, RSTART + 10, RLENGTH - 11)
    split(FILENAME, part, "/")
    if (!((part[2], used) in may) && !said[FILENAME, used]++)
        print FILENAME ": " part[2] " may not include " used "/"
}' src/*/*.[ch]
