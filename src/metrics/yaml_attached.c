/* What the text says of attachments, against those that there are. */
#include "metrics/yaml.h"

#include "base/utf8.h"

#define WORD SLICE_OF("附件")
#define NUMBER_MOST 99

/* The number at `at`, 12 or 三, and the byte behind it; 0 when none is there.
 */
static size_t
number_at(slice text, size_t at, size_t *behind)
{
    static const slice chinese[] = {SLICE("一"), SLICE("二"), SLICE("三"),
                                    SLICE("四"), SLICE("五"), SLICE("六"),
                                    SLICE("七"), SLICE("八"), SLICE("九"),
                                    SLICE("十")};
    size_t n = 0;
    slice rest = slice_cut(text, at, text.len);
    *behind = at;
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
        if (slice_starts_with(rest, chinese[i])) {
            *behind = at + chinese[i].len;
            return i + 1;
        }
    for (; *behind < text.len && n <= NUMBER_MOST; ++*behind) {
        char c = text.at[*behind];
        if (c < '0' || c > '9')
            break;
        n = n * 10 + (size_t)(c - '0');
    }
    return n;
}

/* 附件 of another document: 《办法》附件2, 〔2025〕3号附件, 通知的附件. */
static bool
is_of_another(slice text, size_t at)
{
    static const slice ends[] = {SLICE("》"), SLICE("号"), SLICE("的"),
                                 SLICE("”"), SLICE("）")};
    slice before = slice_trim(slice_cut(text, 0, at));
    return slice_ends_with_any(before, ends, sizeof ends / sizeof *ends);
}

/* The last number of 附件1、2, of 附件1—3. */
static size_t
last_number(slice text, size_t first, size_t *end)
{
    static const slice signs[] = {SLICE("—"), SLICE("-"), SLICE("至"),
                                  SLICE("～"), SLICE("、"), SLICE("和")};
    size_t n = number_at(text, first, end);
    for (size_t i = 0; n > 0 && i < sizeof signs / sizeof *signs; i++) {
        size_t behind;
        size_t next = number_at(text, *end + signs[i].len, &behind);
        if (!slice_starts_with(slice_cut(text, *end, text.len), signs[i]) ||
            next == 0)
            continue;
        n = next > n ? next : n;
        *end = behind;
        i = (size_t)-1; /* from the first sign again */
    }
    return n;
}

static void
check_text(yaml_reading *r, const metrics_text *text)
{
    size_t n = r->m->document.n_attachments;
    slice all = text->text;
    for (size_t at = 0; at < all.len;) {
        slice rest = slice_cut(all, at, all.len);
        size_t found = slice_find(rest, WORD);
        if (found == rest.len)
            return;
        size_t first = at + found, end;
        size_t last = last_number(all, first + WORD.len, &end);
        bool is_seen = slice_ends_with(slice_cut(all, 0, first),
                                       SLICE_OF("见"));
        at = end > first + WORD.len ? end : first + WORD.len;
        if (is_of_another(all, first) || last > NUMBER_MOST ||
            (last <= n && (n > 0 || !is_seen)))
            continue;
        diag_report(r->diags, &METRICS_ATTACHMENT_MISSING,
                    metrics_text_within(text, first, at),
                    slice_cut(all, first, at),
                    n == 0 ? SLICE_OF("文件里却没有写“附件”")
                           : slice_printf(r->arena, "附件却只有%zu个", n));
    }
}

void
yaml_check_attached(yaml_reading *r)
{
    for (size_t i = 0; i < r->m->sections.n; i++) {
        const metrics_section *s = &r->m->sections.at[i];
        for (size_t k = 0; k < s->n_paragraphs; k++)
            check_text(r, &s->paragraphs[k]);
    }
}
