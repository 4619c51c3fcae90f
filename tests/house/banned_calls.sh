# Outside cli/: nothing printed, no process ended, no clock, environment,
# locale or chance; memory from base/arena.c alone. Seen in the object files,
# so no comment or macro can hide or fake a call.
banned='printf|vprintf|puts|putchar|perror|exit|_exit|getenv|secure_getenv'
banned="$banned|time|gettimeofday|clock_gettime|clock|localtime|localtime_r"
banned="$banned|gmtime|gmtime_r|mktime|strftime|rand|srand|random|drand48"
banned="$banned|setlocale|localeconv|strtod|strtof|strtold|atof|strcoll"
banned="$banned|setjmp|longjmp|_setjmp|stderr|system|popen|fork"
memory='malloc|calloc|realloc|free|aligned_alloc|posix_memalign|strdup|strndup'
memory="$memory|asprintf|vasprintf|getline|getdelim|open_memstream"
for room in $ROOMS jianbao; do
    nm -A -u "$OUT/lib$room.a" 2>/dev/null |
        sed 's/@.*//; s/^\([^ ]*\):  *U /\1 /' |
        grep -E " ($banned|$memory)\$" |
        grep -v -E "libbase.a:arena.o ($memory)\$" |
        sed 's/^.*lib\([a-z]*\).a:\([a-z_]*\).o \(.*\)/\1\/\2.c calls \3/'
done | while read -r file calls symbol; do
    grep -q "^call $file $symbol:" tests/house/allowed.txt ||
        echo "$file $calls $symbol"
done
