#include "metrics/manuscript_foot.h"

#include "base/utf8.h"
#include "metrics/heading.h"
#include "metrics/manuscript_head.h"

#define SIGNATURE_MOST 60
#define REMARK_MOST 80
#define COPIES_LINES 6
#define COPIES_LABELS "抄送|抄报|分送|发送|印送|报|送|发" /* before a colon */
#define SIGNERS_MOST 12

/* ── the imprint ── */

/* 市政府办公室　2025年7月8日印发 */
static bool
take_printer(manuscript *m, size_t i)
{
    const manuscript_line *line = &m->lines.at[i];
    arena *a = m->r->arena;
    slice before, date, text = line->words;
    slice rest = manuscript_without(text, "", "印发");
    if (rest.len == text.len ||
        !manuscript_split_date(a, rest, &before, &date) ||
        (before.len > 0 && !manuscript_is_phrase(before, SIGNATURE_MOST)))
        return false;
    bool is_below = before.len == 0 && i > m->body &&
                    manuscript_is_agency(m->lines.at[i - 1].words) &&
                    (i < 2 || !manuscript_is_agency(
                                  m->lines.at[i - 2].words));
    manuscript_add_date(m, KEY_DOCUMENT_PRINTED, line, date);
    if (is_below) {
        before = m->lines.at[i - 1].words;
        manuscript_add(m, KEY_DOCUMENT_PRINTER, &m->lines.at[i - 1], before);
        manuscript_drop_line(m, i);
        manuscript_drop_line(m, i - 1);
        return true;
    }
    if (before.len > 0)
        manuscript_add(m, KEY_DOCUMENT_PRINTER, line, before);
    manuscript_drop_line(m, i);
    return true;
}

static slice
behind_colon(slice rest)
{
    return manuscript_without(manuscript_without(rest, "：", ""), ":", "");
}

/* The lines that go on with the receivers below line `i`. */
static size_t
copies_end(const manuscript *m, size_t i)
{
    slice rest;
    size_t end = i + 1;
    while (end < m->lines.n && end < i + COPIES_LINES &&
           !slice_ends_with(m->lines.at[end - 1].words, SLICE_OF("。")) &&
           !slice_ends_with(m->lines.at[end].words, SLICE_OF("印发")) &&
           !m->lines.at[end].is_apart &&
           !manuscript_is_bracketed(m->lines.at[end].words) &&
           !manuscript_begins(m->lines.at[end].words,
                              "附件|主题词|共印|抄送|抄报|分送|打字|校对",
                              &rest))
        end++;
    if (end < m->lines.n && end > i + 1 &&
        slice_ends_with(m->lines.at[end].words, SLICE_OF("印发")) &&
        manuscript_is_agency(m->lines.at[end - 1].words))
        end--;
    return end;
}

/* Lines of 报：, 送： and 发： are one list; the last of them is read first. */
static void
add_copies(manuscript *m, const manuscript_line *line, slice names)
{
    arena *a = m->r->arena;
    if (m->copies.len > 0)
        names = slice_join(a, slice_join(a, names, SLICE_OF("；")), m->copies);
    m->copies = names;
    m->copies_at = *line;
}

static bool
take_copies(manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    const manuscript_line *line = &m->lines.at[i];
    slice rest;
    if (!manuscript_begins(line->words, COPIES_LABELS, &rest) ||
        (!slice_starts_with(rest, SLICE_OF("：")) &&
         !slice_starts_with(rest, SLICE_OF(":"))))
        return false;
    slice label = heading_bare(
        a, slice_cut(line->words, 0, line->words.len - rest.len));
    if (!slice_is(label, "抄送"))
        manuscript_tell_change(m, line, label, SLICE_OF("抄送"));
    size_t end = copies_end(m, i);
    for (size_t k = i + 1; k < end; k++)
        rest = slice_join(a, rest, m->lines.at[k].words);
    rest = manuscript_without(behind_colon(rest), "", "。");
    add_copies(m, line, rest);
    for (size_t k = i; k < end; k++)
        manuscript_drop_line(m, i);
    return true;
}

/* What was in imprints once, or is for the print shop. */
static bool
is_idle(slice text)
{
    slice rest;
    return utf8_count(text) <= SIGNATURE_MOST &&
           manuscript_begins(manuscript_unbracketed(text),
                             "主题词|共印|印数：|打字：|校对：|录入：|份数："
                             "|打印：|网络传输",
                             &rest);
}

static bool
take_idle(manuscript *m, size_t i)
{
    const manuscript_line *line = &m->lines.at[i];
    slice rest;
    if (!is_idle(line->words))
        return false;
    if (manuscript_begins(line->words, "主题词", &rest))
        diag_report(m->r->diags, &MANUSCRIPT_KEYWORDS, line->span,
                    line->words);
    else
        manuscript_leave_out(m, line, line->words);
    manuscript_drop_line(m, i);
    return true;
}

/* Lines from `first` on; those of the imprint may stand before attachments. */
static void
take_imprint(manuscript *m, size_t first)
{
    for (size_t i = m->lines.n; i-- > first;) {
        bool is_taken =
            take_copies(m, i) || take_idle(m, i) || take_printer(m, i);
        if (is_taken && m->form == FORM_PLAIN)
            m->form = FORM_OFFICIAL;
        i = i < m->lines.n ? i : m->lines.n;
    }
    if (m->copies.len > 0)
        manuscript_add(m, KEY_DOCUMENT_COPIES, &m->copies_at, m->copies);
}

/* Page numbers come along from PDF files, anywhere. */
static void
take_folios(manuscript *m)
{
    for (size_t i = 0; i < m->lines.n;) {
        if (!manuscript_is_folio(m->lines.at[i].words)) {
            i++;
            continue;
        }
        manuscript_leave_out(m, &m->lines.at[i], m->lines.at[i].words);
        manuscript_drop_line(m, i);
    }
}

/* ── the signature ── */

/* 市统计局（盖章）: for the hand. */
static slice
unsealed(slice text)
{
    static const char *const marks[] = {"（盖章）", "（章）",   "（印章）",
                                        "（公章）", "(盖章)",   "(章)",
                                        "(印章)",   "(公章)"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        text = manuscript_without(text, "", marks[i]);
    return text;
}

static bool
is_signer(const manuscript *m, size_t i, bool is_next_to_date)
{
    const manuscript_line *line = &m->lines.at[i];
    slice text = unsealed(line->words), rest;
    manuscript_names names = {0};
    bool are_agencies = true;
    manuscript_split_agencies(m->r->arena, text, &names);
    for (size_t k = 0; k < names.n; k++)
        are_agencies &= manuscript_is_agency(names.at[k]);
    if (line->is_row || manuscript_heading_level(text) > 0 ||
        !manuscript_is_phrase(text, SIGNATURE_MOST) ||
        manuscript_begins(text, "特此|专此|此复|以上|妥否|当否|附件|现将|请",
                          &rest))
        return false;
    return are_agencies || is_next_to_date ||
           (m->form == FORM_ORDER &&
            manuscript_split_post(text, &rest, &rest));
}

static bool
is_date_line(const manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    slice text = m->lines.at[i].words, before, date;
    jb_date d;
    if (manuscript_date(a, text, &d) || manuscript_is_open_date(a, text))
        return true;
    return manuscript_split_date(a, text, &before, &date) &&
           manuscript_is_agency(unsealed(before));
}

/* What may stand below a date that ends a document. */
static bool
may_follow(const manuscript *m, size_t i)
{
    slice rest;
    if (i >= m->lines.n)
        return true;
    const manuscript_line *line = &m->lines.at[i];
    if (manuscript_is_bracketed(line->words) ||
        manuscript_begins(line->words,
                          "附件|附：|抄送|抄报|分送|主题词|联系|共印|出席|"
                          "请假|列席|印发",
                          &rest))
        return true;
    return manuscript_heading_level(line->words) == 0 &&
           !slice_ends_with(line->words, SLICE_OF("。"));
}

static bool
opens_attachment(const manuscript *m, size_t i)
{
    slice text = m->lines.at[i].words;
    return manuscript_attachment(text) > 0 &&
           !slice_ends_with(text, SLICE_OF("：")) &&
           !slice_ends_with(text, SLICE_OF(":"));
}

/* The line of the date; lines.n when there is none. */
static size_t
find_date(const manuscript *m)
{
    for (size_t i = m->body; i < m->lines.n; i++) {
        if (opens_attachment(m, i))
            return m->lines.n;
        bool is_below_heading =
            i > m->body &&
            manuscript_heading_level(m->lines.at[i - 1].words) > 0;
        if (!m->lines.at[i].is_row && is_date_line(m, i) &&
            !is_below_heading && may_follow(m, i + 1))
            return i;
    }
    return m->lines.n;
}

static void
add_signatory(manuscript *m, const manuscript_line *line, sheet_pairs *pairs)
{
    slice post, name;
    if (!manuscript_split_post(line->words, &post, &name))
        post = line->words;
    else
        manuscript_put_in(m, pairs, KEYS_SIGNATORY, KEY_SIGNATORY_NAME,
                          manuscript_node(m, line,
                                          heading_bare(m->r->arena, name)));
    manuscript_put_in(m, pairs, KEYS_SIGNATORY, KEY_SIGNATORY_POST,
                      manuscript_node(m, line, post));
}

static void
take_signatories(manuscript *m, size_t first, size_t end)
{
    arena *a = m->r->arena;
    ARRAY(const tree_node *) all = {0};
    for (size_t i = first; i < end; i++) {
        sheet_pairs pairs = {0};
        add_signatory(m, &m->lines.at[i], &pairs);
        ARRAY_PUSH(a, &all, sheet_map(a, m->lines.at[i].span, &pairs));
    }
    if (all.n > 0)
        manuscript_put(m, KEY_DOCUMENT_SIGNATORIES,
                       manuscript_list(m, &m->lines.at[first], all.at, all.n));
}

static bool
are_same(const manuscript_names *a, const manuscript_names *b)
{
    for (size_t i = 0; i < a->n && i < b->n; i++)
        if (!slice_equal(a->at[i], b->at[i]))
            return false;
    return a->n == b->n;
}

/* Who signs is who stands in the head, or is listed apart. */
static void
add_signed(manuscript *m, const manuscript_line *at,
           const manuscript_names *names)
{
    ARRAY(const tree_node *) all = {0};
    if (m->heads.n == 0 &&
        manuscript_part(m, KEY_DOCUMENT_ISSUER).len == 0) {
        manuscript_add_agencies(m, at, names);
        return;
    }
    for (size_t i = 0; i < names->n; i++)
        ARRAY_PUSH(m->r->arena, &all, manuscript_node(m, at, names->at[i]));
    if (!are_same(names, &m->heads) && all.n > 0)
        manuscript_put(m, KEY_DOCUMENT_SIGNED,
                       manuscript_list(m, at, all.at, all.n));
}

/* The lines of names over line `end`, which is behind them. */
static void
take_signers(manuscript *m, size_t end, bool has_date)
{
    size_t first = end;
    manuscript_names names = {0};
    while (first > m->body + 1 && end - first < SIGNERS_MOST &&
           is_signer(m, first - 1, has_date && first == end))
        first--;
    m->body_end = first;
    if (m->form == FORM_ORDER) {
        take_signatories(m, first, end);
    } else if (first < end) {
        for (size_t i = first; i < end; i++)
            manuscript_split_agencies(m->r->arena,
                                      unsealed(m->lines.at[i].words), &names);
        add_signed(m, &m->lines.at[first], &names);
    }
    if (first < end && m->form == FORM_PLAIN)
        m->form = FORM_OFFICIAL;
    for (size_t i = first; i < end; i++) {
        const manuscript_line *line = &m->lines.at[first];
        slice text = unsealed(line->words);
        if (text.len < line->words.len)
            manuscript_leave_out(m, line,
                                 slice_skip(line->words, text.len));
        manuscript_drop_line(m, first);
    }
    m->body_end = first;
}

static void
take_date(manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    const manuscript_line *line = &m->lines.at[i];
    slice before = {NULL, 0}, date = line->words;
    jb_date d;
    manuscript_names names = {0};
    bool is_whole = manuscript_date(a, date, &d);
    if (manuscript_is_open_date(a, date) && !is_whole)
        diag_report(m->r->diags, &MANUSCRIPT_DATE_OPEN, line->span, date);
    else if (is_whole || manuscript_split_date(a, line->words, &before, &date))
        manuscript_add_date(m, KEY_DOCUMENT_DATE, line, date);
    if (before.len > 0) {
        manuscript_split_agencies(a, unsealed(before), &names);
        add_signed(m, line, &names);
    }
    if (m->form == FORM_PLAIN)
        m->form = FORM_OFFICIAL;
    manuscript_drop_line(m, i);
    m->body_end = i;
    if (before.len == 0)
        take_signers(m, i, true);
}

/* （此件公开发布） and 联系人：… below the date; one place for all of them. */
static void
take_remarks(manuscript *m, size_t i)
{
    arena *a = m->r->arena;
    slice all = {NULL, 0}, rest;
    const manuscript_line first = m->lines.at[i < m->lines.n ? i : 0];
    while (i < m->lines.n) {
        slice text = m->lines.at[i].words;
        bool is_bracketed = manuscript_is_bracketed(text);
        if (utf8_count(text) > REMARK_MOST || is_idle(text) ||
            (!is_bracketed &&
             !manuscript_begins(text, "联系人|联系电话|联系方式", &rest)))
            break;
        if (is_bracketed)
            text = manuscript_unbracketed(text);
        if (all.len > 0)
            all = slice_join(a, all, SLICE_OF("）（"));
        all = slice_join(a, all, text);
        manuscript_drop_line(m, i);
    }
    if (all.len > 0)
        manuscript_add(m, KEY_DOCUMENT_REMARK, &first, all);
}

/* ── minutes ── */

/* Names that white alone parts: a character's width each. */
static slice
spread_names(manuscript *m, slice text)
{
    slice names = manuscript_persons(m->r->arena, text);
    slice_builder out = {.arena = m->r->arena};
    for (size_t i = 0; i < names.len; i++)
        builder_add(&out, names.at[i] == ' ' ? SLICE_OF("　")
                                             : slice_cut(names, i, i + 1));
    return builder_slice(&out);
}

/* 出席：…, and the lines below that go on with it. */
static void
take_people(manuscript *m)
{
    static const struct {
        const char *labels, *name;
        enum metrics_key key;
    } kinds[] = {
        {"出席人员|出席同志|出席", "出席", KEY_DOCUMENT_PRESENT},
        {"请假人员|请假同志|请假", "请假", KEY_DOCUMENT_ABSENT},
        {"列席人员|列席同志|列席", "列席", KEY_DOCUMENT_OBSERVERS}};
    for (size_t i = m->body; i < m->lines.n;) {
        const manuscript_line *line = &m->lines.at[i];
        size_t k = 0, end = i + 1;
        slice rest;
        while (k < 3 && !(manuscript_begins(line->words, kinds[k].labels,
                                            &rest) &&
                          (slice_starts_with(rest, SLICE_OF("：")) ||
                           slice_starts_with(rest, SLICE_OF(":")))))
            k++;
        if (k == 3) {
            i++;
            continue;
        }
        slice label = heading_bare(
            m->r->arena, slice_cut(line->words, 0, line->words.len - rest.len));
        if (!slice_is(label, kinds[k].name))
            manuscript_tell_change(m, line, label, slice_from(kinds[k].name));
        rest = behind_colon(rest);
        while (end < m->lines.n && !m->lines.at[end].is_apart &&
               manuscript_is_phrase(m->lines.at[end].words, REMARK_MOST) &&
               !is_date_line(m, end) &&
               !manuscript_is_agency(m->lines.at[end].words)) {
            rest = slice_join(m->r->arena, rest, SLICE_OF("　"));
            rest = slice_join(m->r->arena, rest, m->lines.at[end++].words);
        }
        if (!slice_has(rest, "、") && !slice_has(rest, "，"))
            rest = spread_names(m, rest);
        manuscript_add(m, kinds[k].key, line, rest);
        for (; end > i; end--)
            manuscript_drop_line(m, i);
    }
}

/* ── all of it ── */

void
manuscript_take_foot(manuscript *m)
{
    take_folios(m);
    if (m->form == FORM_MINUTES)
        take_people(m);
    size_t date = find_date(m);
    m->body_end = m->rest_end = m->lines.n;
    if (date < m->lines.n) {
        take_date(m, date);
        take_remarks(m, m->body_end);
        take_imprint(m, m->body_end);
        take_remarks(m, m->body_end);
    } else {
        take_imprint(m, m->body);
        m->body_end = m->lines.n;
        for (size_t i = m->body; i < m->lines.n; i++)
            if (opens_attachment(m, i) && i < m->body_end)
                m->body_end = i;
        if (m->body_end > m->body + 1)
            take_signers(m, m->body_end, false);
    }
    m->rest_end = m->lines.n;
}
