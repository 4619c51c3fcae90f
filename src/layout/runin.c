#include "layout/runin.h"

#include "base/code.h"
#include "base/utf8.h"

/* A heading has so many characters at most, no figures and one stop. */
#define CHARACTERS_MOST 30

static bool
is_numeral(uint32_t code)
{
    static const uint32_t numerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                        0x4E94, 0x516D, 0x4E03, 0x516B,
                                        0x4E5D, 0x5341};
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++)
        if (numerals[i] == code)
            return true;
    return false;
}

/* What a sentence has and a heading does not. */
static bool
is_of_sentence(uint32_t code)
{
    return code == 0 || code == 0xFF1B || code == 0xFF1A || code == 0xFF01 ||
           code == 0xFF1F || code_is_digit(code);
}

/* Where a reader of the paragraph's characters is. */
typedef struct reading {
    const report_text *text;
    size_t run, at; /* of the run's bytes */
    size_t passed;  /* bytes before */
} reading;

/* The next character; 0 at the end. */
static uint32_t
next_code(reading *r)
{
    while (r->run < r->text->n && r->at == r->text->runs[r->run].text.len) {
        r->run++;
        r->at = 0;
    }
    if (r->run == r->text->n)
        return 0;
    size_t before = r->at;
    uint32_t code = utf8_next(r->text->runs[r->run].text, &r->at);
    r->passed += r->at - before;
    return code;
}

/* （ numerals ）. */
static bool
pass_number(reading *r)
{
    size_t n = 0;
    if (next_code(r) != 0xFF08)
        return false;
    for (;; n++) {
        uint32_t code = next_code(r);
        if (!is_numeral(code))
            return code == 0xFF09 && n > 0;
    }
}

size_t
runin_length(const report_text *text)
{
    reading r = {.text = text};
    if (!pass_number(&r))
        return 0;
    for (size_t n = 0; n < CHARACTERS_MOST; n++) {
        uint32_t code = next_code(&r);
        size_t length = r.passed;
        if (code == 0x3002)
            return n > 0 && next_code(&r) != 0 ? length : 0;
        if (is_of_sentence(code))
            return 0;
    }
    return 0;
}
