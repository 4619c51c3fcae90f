#include "metrics/manuscript_head.h"

#include "base/utf8.h"
#include "metrics/heading.h"

#define ABOVE_MOST 16 /* lines over the title */
#define TITLE_LINES 5
#define TITLE_MOST 45     /* characters of one of them */
#define MARK_MOST 40
#define ADDRESSEE_MOST 200

slice
manuscript_without(slice text, const char *start, const char *end)
{
    slice s = slice_from(start), e = slice_from(end);
    if (slice_starts_with(text, s))
        text = slice_skip(text, s.len);
    if (slice_ends_with(text, e))
        text.len -= e.len;
    return heading_trim(text);
}

static bool
is_serial(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len == 6;
}

/* ── lines that are something by themselves ── */

/* 密级：秘密 as 秘密. */
static slice
labelled(slice text, const char *labels)
{
    slice rest;
    if (!manuscript_begins(text, labels, &rest))
        return text;
    return manuscript_without(manuscript_without(rest, "：", ""), ":", "");
}

static bool
take_grade(manuscript *m, const manuscript_line *line)
{
    slice rest;
    slice serial = labelled(line->words, "份号|№|No.");
    slice grade = labelled(line->words, "密级");
    slice urgency = heading_bare(m->r->arena,
                                 labelled(line->words, "紧急程度|缓急"));
    if (is_serial(serial))
        manuscript_add(m, KEY_DOCUMENT_SERIAL, line, serial);
    else if (manuscript_begins(grade, "绝密|机密|秘密", &rest) &&
             manuscript_is_phrase(grade, 20))
        manuscript_add(m, KEY_DOCUMENT_SECRECY, line,
                       heading_bare(m->r->arena, grade));
    else if (slice_is_among(urgency, "特急|加急|特提|平急|急件"))
        manuscript_add(m, KEY_DOCUMENT_URGENCY, line, urgency);
    else
        return false;
    return true;
}

/* What web pages set beside a document, and no page has. */
static bool
take_web_line(manuscript *m, const manuscript_line *line)
{
    slice rest;
    static const char *const others =
        "索引号|主题分类|发布机构|发布日期|发布时间|信息来源|来源|有效性|"
        "时效性|公开方式|公开形式|信息分类|浏览次数|字号|字体|打印|分类|"
        "标题|名称|生成日期|废止日期|生效日期|体裁|组配分类|索取号|"
        "发文机关|成文日期|有效期";
    bool is_label = manuscript_begins(line->words, others, &rest) &&
                    (slice_starts_with(rest, SLICE_OF("：")) ||
                     slice_starts_with(rest, SLICE_OF(":")));
    if (is_label || manuscript_is_folio(line->words))
        manuscript_leave_out(m, line, line->words);
    return is_label || manuscript_is_folio(line->words);
}

/* 签发人：王建国　李　明, on a line of its own or behind the number; the words
 * before it. */
static slice
take_signer(manuscript *m, const manuscript_line *line)
{
    static const slice labels[] = {SLICE("签发人："), SLICE("签发人:"),
                                   SLICE("签发：")};
    slice text = line->words;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t at = slice_find(text, labels[i]);
        if (at == text.len)
            continue;
        slice names = slice_skip(text, at + labels[i].len);
        manuscript_add(m, KEY_DOCUMENT_SIGNER, line,
                       manuscript_persons(m->r->arena, names));
        return heading_trim(slice_cut(text, 0, at));
    }
    return text;
}

static bool
take_number(manuscript *m, const manuscript_line *line, slice text)
{
    slice number = labelled(text, "发文字号|文号|字号");
    if (!manuscript_is_number(number))
        return false;
    manuscript_add(m, KEY_DOCUMENT_NUMBER, line,
                   heading_bare(m->r->arena, number));
    return true;
}

/* ── the red head ── */

static void
add_head(manuscript *m, slice text)
{
    manuscript_split_agencies(m->r->arena, text, &m->heads);
}

static bool
is_order_giver(arena *a, slice name)
{
    manuscript_names parts = {0};
    bool is_giver = true;
    manuscript_split_agencies(a, name, &parts);
    for (size_t i = 0; i < parts.n; i++)
        is_giver &= manuscript_is_agency(parts.at[i]) ||
                    slice_ends_with(parts.at[i], SLICE_OF("主席"));
    return is_giver;
}

/* 云溪市人民政府令, 云溪市人民政府常务会议纪要, or the last word alone. */
static manuscript_form
form_marked(arena *a, slice words)
{
    slice bare = heading_bare(a, words);
    slice name = manuscript_without(words, "", "令");
    if (slice_has(bare, "关于") || !manuscript_is_phrase(bare, MARK_MOST))
        return FORM_PLAIN;
    if (slice_ends_with(bare, SLICE_OF("纪要")))
        return FORM_MINUTES;
    bool is_order = slice_is(bare, "令") || name.len < words.len;
    return is_order && is_order_giver(a, name) ? FORM_ORDER : FORM_PLAIN;
}

/* What is before the last word is who gives it. */
static bool
take_form_mark(manuscript *m, const manuscript_line *line)
{
    manuscript_form form = form_marked(m->r->arena, line->words);
    if (form == FORM_PLAIN || m->form == FORM_ORDER ||
        m->form == FORM_MINUTES || m->is_marked)
        return false;
    bool is_order = form == FORM_ORDER;
    slice name =
        manuscript_without(line->words, "", is_order ? "令" : "纪要");
    if (name.len > 0 && m->heads.n > 0)
        return false;
    add_head(m, name);
    m->form = form;
    return true;
}

/* A name under the mark of the minutes, and their date. */
static bool
take_minutes_office(manuscript *m, const manuscript_line *line)
{
    slice office, date;
    if (m->form != FORM_MINUTES ||
        !manuscript_split_date(m->r->arena, line->words, &office, &date))
        return false;
    if (office.len > 0)
        manuscript_add(m, KEY_DOCUMENT_PRINTER, line, office);
    manuscript_add_date(m, KEY_DOCUMENT_PRINTED, line, date);
    return true;
}

/* 云溪市财政局文件, with the white that may part its last word from it. */
static bool
is_file_mark(arena *a, slice words)
{
    return slice_ends_with(heading_bare(a, words), SLICE_OF("文件")) &&
           !slice_has(words, "关于") &&
           manuscript_is_phrase(words, MARK_MOST);
}

static bool
may_be_name(arena *a, slice words)
{
    slice bare = heading_bare(a, words);
    return manuscript_is_phrase(words, MARK_MOST) &&
           !slice_has(bare, "关于") && !manuscript_is_titled(bare) &&
           manuscript_heading_level(bare) == 0;
}

/* Names without 文件 are a head only where more names, then 文件, a number or
 * the mark of an order come: else they begin the title. */
static bool
leads_to_number(const manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    for (size_t k = i + 1; k < m->body_end && k < i + ABOVE_MOST; k++) {
        slice words = m->lines.at[k].words;
        if (manuscript_is_number(words) || slice_has(words, "签发人") ||
            is_file_mark(a, words) || form_marked(a, words) == FORM_ORDER)
            return true;
        if (!may_be_name(a, words))
            return false;
    }
    return false;
}

static bool
take_name(manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    const manuscript_line *line = &m->lines.at[i];
    bool is_marked = is_file_mark(a, line->words);
    if (manuscript_part(m, KEY_DOCUMENT_NUMBER).len > 0 ||
        m->form == FORM_ORDER || m->form == FORM_MINUTES ||
        !may_be_name(a, line->words) ||
        (!is_marked && !leads_to_number(m, i)))
        return false;
    slice name = line->words;
    if (is_marked)
        name = manuscript_without(line->words, "", "文件");
    if (is_marked && name.len == line->words.len) /* 文　件 */
        name = manuscript_without(heading_bare(a, name), "", "文件");
    m->is_marked |= is_marked;
    add_head(m, name);
    return true;
}

/* Whether line `i` is one of those over the title; it is taken then. */
static bool
take_above(manuscript *m, size_t i)
{
    const manuscript_line *line = &m->lines.at[i];
    if (take_grade(m, line))
        return true;
    slice text = take_signer(m, line);
    return text.len == 0 || take_number(m, line, text) ||
           take_web_line(m, line) || take_form_mark(m, line) ||
           take_minutes_office(m, line) || take_name(m, i);
}

static void
take_over_title(manuscript *m)
{
    size_t first = m->body;
    while (m->body < first + ABOVE_MOST && m->body + 1 < m->body_end &&
           take_above(m, m->body))
        m->body++;
    manuscript_add_agencies(m, &m->lines.at[first], &m->heads);
    if (m->is_marked)
        manuscript_add(m, KEY_DOCUMENT_MARK, &m->lines.at[first],
                       SLICE_OF("文件"));
    if (m->form == FORM_PLAIN && m->body > first)
        m->form = FORM_OFFICIAL;
}

/* ── title and addressee ── */

static bool
goes_on_title(const manuscript *m, size_t i, slice title)
{
    const manuscript_line *line = &m->lines.at[i], *last = line - 1;
    bool is_done = manuscript_is_titled(last->words) &&
                   !slice_starts_with(line->words, SLICE_OF("的"));
    /* Blank lines stand between the lines of a title in some pages. */
    bool is_apart = line->is_apart && (manuscript_is_titled(title) ||
                                       !manuscript_is_titled(line->words));
    return !line->is_row && !is_apart && !is_done &&
           manuscript_is_phrase(line->words, TITLE_MOST) &&
           !manuscript_is_number(line->words) &&
           manuscript_heading_level(line->words) == 0;
}

/* 公　　告 as 公告; a title of words keeps its own white. */
static slice
title_words(const manuscript *m, slice words)
{
    manuscript_names parts = {0};
    slice bare = heading_bare(m->r->arena, words);
    manuscript_split_agencies(m->r->arena, words, &parts);
    return parts.n == 1 && slice_equal(parts.at[0], bare) ? bare : words;
}

size_t
manuscript_title_at(const manuscript *m, size_t i, size_t end, slice *title)
{
    size_t next = i + 1;
    *title = title_words(m, m->lines.at[i].words);
    while (next < end && next - i < TITLE_LINES &&
           goes_on_title(m, next, *title)) {
        *title = slice_join(m->r->arena, *title,
                            title_words(m, m->lines.at[next].words));
        next++;
    }
    return next;
}

/* An order is called by its mark; so are minutes whose text begins at once. */
static bool
has_title(const manuscript *m)
{
    const manuscript_line *first = &m->lines.at[m->body];
    bool is_marked = m->heads.n > 0;
    if (!is_marked || (m->form != FORM_ORDER && m->form != FORM_MINUTES))
        return true;
    return manuscript_is_phrase(first->words, 2 * TITLE_MOST) &&
           manuscript_heading_level(first->words) == 0 &&
           !slice_ends_with(first->words, SLICE_OF(":"));
}

static void
take_title(manuscript *m)
{
    const manuscript_line *first = &m->lines.at[m->body];
    slice title;
    if (!has_title(m)) {
        title = slice_join(m->r->arena, m->heads.at[0],
                           m->form == FORM_ORDER ? SLICE_OF("令")
                                                 : SLICE_OF("纪要"));
        manuscript_add(m, KEY_DOCUMENT_TITLE, &m->lines.at[0], title);
        return;
    }
    m->body = manuscript_title_at(m, m->body, m->body_end, &title);
    manuscript_add(m, KEY_DOCUMENT_TITLE, first, title);
    if (m->body == m->body_end)
        return;
    const manuscript_line *next = &m->lines.at[m->body];
    if (slice_starts_with(next->words, SLICE_OF("——"))) {
        manuscript_add(m, KEY_DOCUMENT_SUBTITLE, next, next->words);
        m->body++;
    }
}

slice
manuscript_unbracketed(slice text)
{
    return manuscript_without(manuscript_without(text, "（", "）"), "(", ")");
}

static bool
is_date(const manuscript *m, size_t i)
{
    jb_date date;
    if (i >= m->body_end)
        return false;
    slice text = manuscript_unbracketed(m->lines.at[i].words);
    return manuscript_date(m->r->arena, text, &date);
}

/* 云政发〔2025〕8号, where web pages have it; 云溪市统计局 and （2025年7月18日）
 * under the title. */
static void
take_below_title(manuscript *m)
{
    if (m->body < m->body_end &&
        take_number(m, &m->lines.at[m->body],
                    manuscript_unbracketed(m->lines.at[m->body].words))) {
        m->body++;
        if (m->form == FORM_PLAIN)
            m->form = FORM_OFFICIAL;
    }
    bool has_issuer = !is_date(m, m->body) && is_date(m, m->body + 1) &&
                      m->body + 2 < m->body_end &&
                      manuscript_is_phrase(m->lines.at[m->body].words,
                                           TITLE_MOST);
    if (has_issuer) {
        const manuscript_line *issuer = &m->lines.at[m->body++];
        manuscript_names names = {0};
        manuscript_split_agencies(m->r->arena, issuer->words, &names);
        manuscript_add_agencies(m, issuer, &names);
    }
    if (!is_date(m, m->body) || m->body + 1 >= m->body_end)
        return;
    const manuscript_line *line = &m->lines.at[m->body++];
    manuscript_add_date(m, KEY_DOCUMENT_DATE, line,
                        manuscript_unbracketed(line->words));
}

static bool
ends_open(slice text)
{
    return slice_ends_with(text, SLICE_OF("：")) ||
           slice_ends_with(text, SLICE_OF(":"));
}

/* 现将有关事项通知如下： is text. */
static bool
is_addressee(slice text)
{
    return utf8_count(text) <= ADDRESSEE_MOST && !slice_has(text, "。") &&
           !slice_has(text, "如下") && !slice_has(text, "事项") &&
           !slice_has(text, "以下") && manuscript_attachment(text) == 0 &&
           manuscript_heading_level(text) == 0;
}

/* The lines of an addressee, the last of which ends in a colon; or none. */
static size_t
addressee_lines(const manuscript *m)
{
    static const slice marks[] = {SLICE("，"), SLICE("、"), SLICE(","),
                                  SLICE("；")};
    for (size_t i = m->body; i < m->body_end && i < m->body + 4; i++) {
        const manuscript_line *line = &m->lines.at[i];
        bool goes_on = false;
        if (line->is_row || !is_addressee(line->words))
            return 0;
        if (ends_open(line->words))
            return i + 1 - m->body;
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            goes_on |= slice_ends_with(line->words, marks[k]);
        if (!goes_on)
            return 0;
    }
    return 0;
}

static void
take_addressee(manuscript *m)
{
    size_t n = m->form == FORM_ORDER || m->form == FORM_MINUTES
                   ? 0
                   : addressee_lines(m);
    slice all = {NULL, 0};
    if (n == 0)
        return;
    const manuscript_line *first = &m->lines.at[m->body];
    for (size_t i = 0; i < n; i++)
        all = slice_join(m->r->arena, all, first[i].words);
    all = manuscript_without(manuscript_without(all, "", "："), "", ":");
    manuscript_add(m, KEY_DOCUMENT_ADDRESSEE, first, labelled(all, "主送"));
    if (m->form == FORM_PLAIN)
        m->form = FORM_OFFICIAL;
    m->body += n;
}

void
manuscript_take_head(manuscript *m)
{
    take_over_title(m);
    take_title(m);
    take_below_title(m);
    take_addressee(m);
}
