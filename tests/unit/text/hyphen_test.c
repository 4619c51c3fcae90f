#include "text/liang.h"
#include "unit/text/fixture.h"

/* Places by TeX's \\showhyphens, of three letters and more on either side. */
static void
words_are_parted_by_patterns(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "hyphen-ation",     "com-puter",        "telecom-mu-ni-ca-tions",
        "rep-re-sen-ta-tion", "inter-na-tion-al-iza-tion", "algo-rithm",
        "project",          "asso-ciate",       "pro-ject-ing",
        "elec-tron-i-cally", "manuscript",      "strengths",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char word[LIANG_LONGEST], told[2 * LIANG_LONGEST];
        bool may_part[LIANG_LONGEST];
        size_t n = 0, m = 0;
        for (const char *c = rows[i]; *c != 0; c++)
            if (*c != '-')
                word[n++] = *c;
        liang_places(word, n, may_part);
        for (size_t k = 0; k < n; k++) {
            if (may_part[k])
                told[m++] = '-';
            told[m++] = word[k];
        }
        told[m] = 0;
        assert_string_equal(told, rows[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_parted_by_patterns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
