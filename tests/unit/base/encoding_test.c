#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/encoding.h"
#include "base/utf8.h"

/* 标题: 简报内容 and a line end, in each encoding. */
#define IN_UTF8 "标题: 简报内容\n"
#define IN_GBK "\xB1\xEA\xCC\xE2: \xBC\xF2\xB1\xA8\xC4\xDA\xC8\xDD\n"
#define IN_UTF16LE                                                           \
    "\x07\x68\x98\x98:\0 \0\x80\x7B\xA5\x62\x85\x51\xB9\x5B\n\0"
#define IN_UTF16BE                                                           \
    "\x68\x07\x98\x98\0:\0 \x7B\x80\x62\xA5\x51\x85\x5B\xB9\0\n"

typedef struct row {
    slice bytes;
    encoding_verdict verdict;
    const char *name;
} row;

static void
text_is_read_in_every_encoding(void **state)
{
    (void)state;
    static const row rows[] = {
        {SLICE(IN_UTF8), ENCODING_READ, "UTF-8"},
        {SLICE("\xEF\xBB\xBF" IN_UTF8), ENCODING_READ, "UTF-8"},
        {SLICE(IN_GBK), ENCODING_READ, "GB18030"},
        {SLICE("\xFF\xFE" IN_UTF16LE), ENCODING_READ, "UTF-16"},
        {SLICE("\xFE\xFF" IN_UTF16BE), ENCODING_READ, "UTF-16"},
        {SLICE(IN_UTF16LE), ENCODING_READ, "UTF-16"},
        {SLICE(IN_UTF16BE), ENCODING_READ, "UTF-16"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        encoded_text t = encoding_read(a, rows[i].bytes);
        assert_int_equal(t.verdict, rows[i].verdict);
        assert_string_equal(t.name, rows[i].name);
        assert_true(slice_is(t.text, IN_UTF8));
        arena_drop(a);
    }
}

/* 喆 and 𬭊 need GB18030's four bytes or GBK's later rows. */
static void
rare_characters_of_gb18030_are_read(void **state)
{
    (void)state;
    arena *a = arena_new();
    encoded_text t =
        encoding_read(a, SLICE_OF("\x86\xB4\xA1\xA2\x98\x39\xA5\x30"));
    assert_int_equal(t.verdict, ENCODING_READ);
    assert_true(slice_starts_with(t.text, SLICE_OF("喆、")));
    assert_int_equal(utf8_count(t.text), 3);
    arena_drop(a);
}

static void
a_damaged_text_keeps_its_encoding(void **state)
{
    (void)state;
    static const row rows[] = {
        {SLICE("河南省南阳市科学技术局\xE5\x8D在这里继续写下去\n"),
         ENCODING_BROKEN, "UTF-8"},
        {SLICE(IN_GBK IN_GBK IN_GBK IN_GBK "\xFF\n"), ENCODING_BROKEN,
         "GB18030"},
        {SLICE("\x81\x20\xFF\xFF\x80\n"), ENCODING_UNKNOWN, "UTF-8"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        encoded_text t = encoding_read(a, rows[i].bytes);
        assert_int_equal(t.verdict, rows[i].verdict);
        assert_string_equal(t.name, rows[i].name);
        assert_true(t.n_bad >= 1);
        assert_int_equal(utf8_check(t.text), t.text.len);
        size_t at = t.first_bad;
        assert_int_equal(utf8_next(t.text, &at), UTF8_REPLACEMENT);
        arena_drop(a);
    }
}

static void
files_of_other_kinds_are_named(void **state)
{
    (void)state;
    static const row rows[] = {
        {SLICE("PK\x03\x04....xl/workbook.xml"), ENCODING_FOREIGN,
         "Excel工作簿（.xlsx）"},
        {SLICE("PK\x03\x04....word/document.xml"), ENCODING_FOREIGN,
         "Word文档（.docx）"},
        {SLICE("%PDF-1.7\n"), ENCODING_FOREIGN, "PDF文件"},
        {SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0k\0b\0o\0o\0k\0"),
         ENCODING_FOREIGN, "旧版Excel或WPS表格（.xls、.et）"},
        {SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1.."
               "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
         ENCODING_FOREIGN, "加了密码的Office文件"},
        {SLICE("\xEF\xBB\xBF\r\n<html><body><table>"), ENCODING_FOREIGN,
         "网页（HTML；系统导出的.xls常常如此）"},
        {SLICE("<?xml version=\"1.0\"?>\n<Workbook "
               "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
         ENCODING_FOREIGN, "XML表格（Excel 2003）"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        encoded_text t = encoding_read(a, rows[i].bytes);
        assert_int_equal(t.verdict, rows[i].verdict);
        assert_string_equal(t.name, rows[i].name);
        assert_true(t.advice[0] != '\0');
        arena_drop(a);
    }
}

/* Whatever the bytes, the text is well formed unless the file is foreign. */
static void
any_bytes_give_well_formed_text(void **state)
{
    (void)state;
    uint32_t seed = 11;
    for (int i = 0; i < 3000; i++) {
        arena *a = arena_new();
        char bytes[64];
        for (size_t j = 0; j < sizeof bytes; j++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[j] = (char)(seed >> (i % 3 == 0 ? 24 : 25));
        }
        encoded_text t = encoding_read(
            a, (slice){bytes, (seed >> 8) % sizeof bytes});
        if (t.verdict != ENCODING_FOREIGN)
            assert_int_equal(utf8_check(t.text), t.text.len);
        assert_true(t.first_bad <= t.text.len);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_read_in_every_encoding),
        cmocka_unit_test(rare_characters_of_gb18030_are_read),
        cmocka_unit_test(a_damaged_text_keeps_its_encoding),
        cmocka_unit_test(files_of_other_kinds_are_named),
        cmocka_unit_test(any_bytes_give_well_formed_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
