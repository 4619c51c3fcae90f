#include "metrics/manuscript_name.h"

#include "base/utf8.h"
#include "metrics/heading.h"

#define NAME_MOST 40 /* characters of one agency */

bool
manuscript_is_agency(slice text)
{
    static const slice ends[] = {
        SLICE("局"),   SLICE("委"),   SLICE("会"),   SLICE("室"),
        SLICE("府"),   SLICE("厅"),   SLICE("部"),   SLICE("院"),
        SLICE("司"),   SLICE("中心"), SLICE("处"),   SLICE("科"),
        SLICE("股"),   SLICE("站"),   SLICE("所"),   SLICE("学校"),
        SLICE("大学"), SLICE("学院"), SLICE("中学"), SLICE("小学"),
        SLICE("行"),   SLICE("集团"), SLICE("党组"), SLICE("支队"),
        SLICE("大队"), SLICE("总队"), SLICE("小组"), SLICE("办"),
        SLICE("社"),   SLICE("联"),   SLICE("馆"),   SLICE("海关"),
        SLICE("台"),   SLICE("庭"),   SLICE("署"),   SLICE("机关"),
        SLICE("指挥部"), SLICE("法制办"), SLICE("支部"), SLICE("总支"),
        SLICE("电网"), SLICE("工会"), SLICE("园区"), SLICE("团市委")};
    if (utf8_count(text) > NAME_MOST || utf8_count(text) < 3)
        return false;
    return slice_ends_with_any(text, ends, sizeof ends / sizeof *ends);
}

/* ── names parted by white ── */

static bool
is_white(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x3000;
}

static void
split_at_white(arena *a, slice text, manuscript_names *out)
{
    size_t from = 0;
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        if (!is_white(utf8_next(text, &at)))
            continue;
        if (first > from)
            ARRAY_PUSH(a, out, slice_cut(text, from, first));
        from = at;
    }
    if (text.len > from)
        ARRAY_PUSH(a, out, slice_cut(text, from, text.len));
}

void
manuscript_split_agencies(arena *a, slice text, manuscript_names *out)
{
    manuscript_names parts = {0};
    split_at_white(a, text, &parts);
    bool are_agencies = parts.n > 0;
    for (size_t i = 0; i < parts.n; i++)
        are_agencies &= manuscript_is_agency(parts.at[i]);
    /* 云 溪 市 财 政 局, spread over the line. */
    slice bare = heading_bare(a, text);
    bool is_spread = parts.n > 1 && utf8_count(bare) == parts.n;
    for (size_t i = 0; are_agencies && i < parts.n; i++)
        ARRAY_PUSH(a, out, parts.at[i]);
    if (!are_agencies && text.len > 0)
        ARRAY_PUSH(a, out, is_spread ? bare : text);
}

static void
add_person(slice_builder *out, slice name)
{
    if (out->len > 0)
        builder_add_text(out, " ");
    builder_add(out, name);
}

slice
manuscript_persons(arena *a, slice text)
{
    manuscript_names parts = {0};
    slice_builder out = {.arena = a};
    split_at_white(a, text, &parts);
    for (size_t i = 0; i < parts.n; i++) {
        bool is_padded = i + 1 < parts.n && utf8_count(parts.at[i]) == 1 &&
                         utf8_count(parts.at[i + 1]) == 1;
        if (!is_padded) {
            add_person(&out, parts.at[i]);
            continue;
        }
        add_person(&out, slice_join(a, parts.at[i], parts.at[i + 1]));
        i++;
    }
    return builder_slice(&out);
}

bool
manuscript_split_post(slice text, slice *post, slice *name)
{
    static const slice ends[] = {SLICE("长"),   SLICE("主任"), SLICE("主席"),
                                 SLICE("书记"), SLICE("总理"), SLICE("专员"),
                                 SLICE("行长"), SLICE("院长"), SLICE("司令员"),
                                 SLICE("政委")};
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        if (!is_white(utf8_next(text, &at)))
            continue;
        *post = slice_cut(text, 0, first);
        *name = heading_trim(slice_skip(text, at));
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (slice_ends_with(*post, ends[i]) && name->len > 0)
                return utf8_count(*name) <= 8;
        return false;
    }
    return false;
}

/* ── dates ── */

typedef ARRAY(uint32_t) code_list;

/* 〇一二三四五六七八九 as 0 … 9; -1 for any other. */
static int
digit_of(uint32_t code)
{
    static const uint32_t chinese[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                       0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    static const uint32_t zeros[] = {0x25CB, 0x96F6, 0x041E, 0x039F, 'O'};
    for (int i = 0; i < 10; i++)
        if (code == chinese[i] || code == (uint32_t)('0' + i) ||
            code == 0xFF10 + (uint32_t)i)
            return i;
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (code == zeros[i])
            return 0;
    return -1;
}

#define TEN 0x5341

/* 三, 十, 十二, 二十, 二十五, 三十一 as digits; what is none stays. */
static slice
with_digits(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    bool had_digit = false;
    for (size_t at = 0; at < text.len;) {
        size_t first = at, behind;
        uint32_t code = utf8_next(text, &at);
        behind = at;
        bool goes_on =
            at < text.len && digit_of(utf8_next(text, &behind)) >= 0;
        int digit = digit_of(code);
        if (code == TEN && !had_digit)
            builder_add_text(&out, goes_on ? "1" : "10");
        else if (code == TEN)
            builder_add_text(&out, goes_on ? "" : "0");
        else if (digit >= 0)
            builder_printf(&out, "%d", digit);
        else
            builder_add(&out, slice_cut(text, first, at));
        had_digit = digit >= 0;
    }
    return builder_slice(&out);
}

bool
manuscript_date(arena *a, slice text, jb_date *out)
{
    return utf8_count(text) <= 30 &&
           date_parse(with_digits(a, heading_bare(a, text)), out);
}

bool
manuscript_is_open_date(arena *a, slice text)
{
    static const slice holders[] = {SLICE("×"), SLICE("X"), SLICE("x"),
                                    SLICE("Ｘ"), SLICE("_"), SLICE("＿"),
                                    SLICE("*")};
    slice bare = with_digits(a, heading_bare(a, text));
    if (utf8_count(bare) > 14 || !slice_ends_with(bare, SLICE_OF("日")))
        return false;
    for (size_t at = 0; at < bare.len;) {
        slice rest = slice_skip(bare, at);
        size_t n = rest.at[0] >= '0' && rest.at[0] <= '9';
        for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
            if (slice_starts_with(rest, holders[i]))
                n = holders[i].len;
        if (slice_starts_with(rest, SLICE_OF("年")) ||
            slice_starts_with(rest, SLICE_OF("月")) ||
            slice_starts_with(rest, SLICE_OF("日")))
            n = UTF8_HAN;
        if (n == 0)
            return false;
        at += n;
    }
    return slice_find(bare, SLICE_OF("月")) < bare.len;
}

bool
manuscript_split_date(arena *a, slice text, slice *before, slice *date)
{
    jb_date d;
    for (size_t at = 0; at < text.len; utf8_next(text, &at)) {
        slice behind = slice_skip(text, at);
        if (!manuscript_date(a, behind, &d))
            continue;
        *before = heading_trim(slice_cut(text, 0, at));
        *date = heading_trim(behind);
        return true;
    }
    return false;
}
