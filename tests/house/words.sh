# No unfinished marks, no paths of one machine, no drawers.
files=$(find src tests layouts fonts samples tools .ci Makefile \
    README.md README.en.md docs -type f \
    ! -path '*/faces/*' ! -name words.sh \
    \( -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.yaml' \
    -o -name '*.md' -o -name Makefile -o -name run -o -name '*.txt' \) \
    2>/dev/null)
# shellcheck disable=SC2086
grep -nE '\b(TODO|FIXME|XXX|HACK|TBD)\b' $files
# shellcheck disable=SC2086
grep -nE '(^|[^a-zA-Z.])/(work|root|home|Users)/' $files
find src -name '*util*' -o -name '*misc*' -o -name '*common*' \
    -o -name '*helper*' -o -name '*manager*'
