/* manuscript: a document as a person typed it, in a text file or in Word, as
 * the tree that a metrics file would hold for it: title, addressee, headings,
 * paragraphs, tables, attachments, signature, imprint. It knows how official
 * documents are written, and neither figures nor looks. */
#include "base/encoding.h"
#include "base/utf8.h"
#include "metrics/docx.h"
#include "metrics/heading.h"
#include "metrics/manuscript_body.h"

#define ABOVE_MOST 8 /* lines over the title */
#define TITLE_LINES 4
#define TITLE_MOST 40     /* characters of one of them */
#define ADDRESSEE_MOST 200
#define SIGNATURE_MOST 60
#define REMARK_MOST 80

static slice
without(slice text, const char *start, const char *end)
{
    slice s = slice_from(start), e = slice_from(end);
    if (slice_starts_with(text, s))
        text = slice_cut(text, s.len, text.len);
    if (slice_ends_with(text, e))
        text.len -= e.len;
    return heading_trim(text);
}

static bool
starts_with_any(slice text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(text, slice_from(words[i])))
            return true;
    return false;
}

/* ── over the title ── */

static bool
is_serial(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len == 6;
}

/* Whether the line is one of those over the title; it is taken then. */
static bool
take_above(manuscript *m, const manuscript_line *line)
{
    static const char *const secrecies[] = {"绝密", "机密", "秘密"};
    slice text = line->text, signer = SLICE_OF("签发人：");
    size_t at = slice_find(text, signer);
    if (at < text.len) {
        slice names = slice_cut(text, at + signer.len, text.len);
        manuscript_add(m, KEY_DOCUMENT_SIGNER, line, heading_trim(names));
        text = heading_trim(slice_cut(text, 0, at));
    }
    if (text.len == 0)
        return true;
    bool is_short = manuscript_is_phrase(text, TITLE_MOST);
    enum metrics_key key = KEY_DOCUMENT_NUMBER;
    if (is_serial(text))
        key = KEY_DOCUMENT_SERIAL;
    else if (is_short && starts_with_any(text, secrecies, 3))
        key = KEY_DOCUMENT_SECRECY;
    else if (slice_is_among(text, "特急|加急"))
        key = KEY_DOCUMENT_URGENCY;
    else if (is_short && slice_ends_with(text, SLICE_OF("文件")))
        key = KEY_DOCUMENT_ISSUER;
    else if (!manuscript_is_number(text))
        return false;
    manuscript_add(m, key, line,
                   key == KEY_DOCUMENT_ISSUER ? without(text, "", "文件")
                                              : text);
    return true;
}

/* ── title and addressee ── */

static bool
goes_on_title(const manuscript *m, size_t i)
{
    const manuscript_line *line = &m->lines.at[i], *last = line - 1;
    return !line->is_row && !line->is_apart &&
           !manuscript_is_titled(last->text) &&
           manuscript_is_phrase(line->text, TITLE_MOST) &&
           manuscript_heading_level(line->text) == 0;
}

static void
take_title(manuscript *m)
{
    arena *a = m->r->arena;
    const manuscript_line *first = &m->lines.at[m->body];
    slice title = first->text;
    size_t end = m->body + 1;
    while (end < m->body_end && end - m->body < TITLE_LINES &&
           goes_on_title(m, end))
        title = slice_join(a, title, m->lines.at[end++].text);
    m->body = end;
    manuscript_add(m, KEY_DOCUMENT_TITLE, first, title);
    if (end == m->body_end)
        return;
    const manuscript_line *next = &m->lines.at[end];
    if (slice_starts_with(next->text, SLICE_OF("——"))) {
        manuscript_add(m, KEY_DOCUMENT_SUBTITLE, next, next->text);
        m->body++;
    }
}

static bool
is_date(const manuscript *m, size_t i)
{
    jb_date date;
    return i < m->body_end &&
           date_parse(without(m->lines.at[i].text, "（", "）"), &date);
}

/* 云政发〔2025〕8号, where web pages have it; 云溪市统计局 and （2025年7月18日）
 * under the title. */
static void
take_below_title(manuscript *m)
{
    if (m->body < m->body_end &&
        manuscript_is_number(m->lines.at[m->body].text)) {
        const manuscript_line *number = &m->lines.at[m->body++];
        manuscript_add(m, KEY_DOCUMENT_NUMBER, number, number->text);
        m->is_official = true;
    }
    bool has_issuer = !is_date(m, m->body) && is_date(m, m->body + 1) &&
                      m->body + 2 < m->body_end &&
                      manuscript_is_phrase(m->lines.at[m->body].text,
                                           TITLE_MOST);
    if (has_issuer) {
        const manuscript_line *issuer = &m->lines.at[m->body++];
        manuscript_add(m, KEY_DOCUMENT_ISSUER, issuer, issuer->text);
    }
    if (!is_date(m, m->body))
        return;
    const manuscript_line *line = &m->lines.at[m->body++];
    manuscript_add(m, KEY_DOCUMENT_DATE, line,
                   without(line->text, "（", "）"));
    m->has_date = true;
}

static void
take_addressee(manuscript *m)
{
    if (m->body == m->body_end)
        return;
    const manuscript_line *line = &m->lines.at[m->body];
    slice text = line->text;
    bool is_open = slice_ends_with(text, SLICE_OF("：")) ||
                   slice_ends_with(text, SLICE_OF(":"));
    if (!is_open || line->is_row || utf8_count(text) > ADDRESSEE_MOST ||
        slice_find(text, SLICE_OF("。")) < text.len ||
        manuscript_attachment(text) > 0)
        return;
    manuscript_add(m, KEY_DOCUMENT_ADDRESSEE, line,
                   without(without(text, "", "："), "", ":"));
    m->is_official = true;
    m->body++;
}

/* ── under the text, from the end ── */

/* 市政府办公室　2025年7月8日印发 */
static bool
take_printer(manuscript *m, const manuscript_line *line)
{
    slice text = line->text, rest = without(text, "", "印发");
    jb_date date;
    if (rest.len == text.len)
        return false;
    for (size_t at = 0; at < rest.len; utf8_next(rest, &at)) {
        slice behind = slice_cut(rest, at, rest.len);
        if (!date_parse(behind, &date))
            continue;
        slice printer = heading_trim(slice_cut(rest, 0, at));
        manuscript_add(m, KEY_DOCUMENT_PRINTED, line, behind);
        if (printer.len > 0)
            manuscript_add(m, KEY_DOCUMENT_PRINTER, line, printer);
        return true;
    }
    return false;
}

static void
take_imprint(manuscript *m)
{
    static const char *const words[] = {"抄送：", "抄送:", "抄报："};
    for (; m->body_end > m->body; m->body_end--) {
        const manuscript_line *line = &m->lines.at[m->body_end - 1];
        if (take_printer(m, line)) {
            m->is_official = true;
            continue;
        }
        if (!starts_with_any(line->text, words, 3))
            return;
        manuscript_add(m, KEY_DOCUMENT_COPIES, line,
                       without(slice_cut(line->text,
                                         slice_find(line->text,
                                                    SLICE_OF("送")) +
                                             strlen("送"),
                                         line->text.len),
                               "：", "。"));
    }
}

/* Behind the date the text is that of attachments, a page each. */
static size_t
find_attachments(const manuscript *m)
{
    for (size_t i = m->body; i < m->body_end; i++) {
        slice text = m->lines.at[i].text;
        bool lists_names = slice_ends_with(text, SLICE_OF("：")) ||
                           slice_ends_with(text, SLICE_OF(":"));
        if (!lists_names && manuscript_attachment(text) == 1)
            return i;
    }
    return m->body_end;
}

/* Names parted by wide white: the lead agency, then the others. */
static void
add_agencies(manuscript *m, const manuscript_line *line)
{
    arena *a = m->r->arena;
    ARRAY(const tree_node *) names = {0};
    slice wide = SLICE_OF("\xE3\x80\x80"), two = SLICE_OF("  ");
    for (slice rest = line->text; rest.len > 0;) {
        size_t n = slice_find(rest, wide), k = slice_find(rest, two);
        n = n < k ? n : k;
        slice name = heading_trim(slice_cut(rest, 0, n));
        if (name.len > 0)
            ARRAY_PUSH(a, &names, manuscript_node(m, line, name));
        rest = heading_trim(slice_cut(rest, n, rest.len));
    }
    manuscript_put(m, KEY_DOCUMENT_ISSUER, names.at[0]);
    if (names.n > 1)
        manuscript_put(m, KEY_DOCUMENT_JOINT,
                       manuscript_list(m, line, names.at + 1, names.n - 1));
}

static bool
is_agency(const manuscript_line *line)
{
    return !line->is_row && manuscript_is_phrase(line->text, SIGNATURE_MOST) &&
           manuscript_heading_level(line->text) == 0;
}

/* （附注）, the date and who signs over it. */
static void
take_signature(manuscript *m)
{
    size_t end = m->body_end;
    jb_date date;
    const manuscript_line *last =
        end > m->body ? &m->lines.at[end - 1] : NULL;
    bool has_remark = last != NULL && manuscript_is_bracketed(last->text) &&
                      utf8_count(last->text) <= REMARK_MOST;
    if (has_remark && end - m->body > 1)
        end--;
    if (end == m->body || m->has_date ||
        !date_parse(m->lines.at[end - 1].text, &date))
        return;
    if (has_remark)
        manuscript_add(m, KEY_DOCUMENT_REMARK, last,
                       without(without(last->text, "（", "）"), "(", ")"));
    end--;
    manuscript_add(m, KEY_DOCUMENT_DATE, &m->lines.at[end],
                   m->lines.at[end].text);
    if (end > m->body && is_agency(&m->lines.at[end - 1]))
        add_agencies(m, &m->lines.at[--end]);
    m->is_official = true;
    m->body_end = end;
}

/* ── all of it ── */

static void
read_parts(manuscript *m)
{
    size_t above = 0;
    while (above < ABOVE_MOST && m->body + 1 < m->body_end &&
           take_above(m, &m->lines.at[m->body])) {
        m->body++;
        above++;
    }
    m->is_official |= above > 0;
    take_imprint(m);
    size_t all = m->body_end;
    take_title(m);
    take_below_title(m);
    take_addressee(m);
    m->body_end = find_attachments(m);
    size_t attached = m->body_end;
    take_signature(m);
    manuscript_take_attachments(m, attached, all);
    manuscript_take_body(m);
    if (m->is_official)
        manuscript_add(m, KEY_DOCUMENT_LAYOUT, &m->lines.at[0],
                       SLICE_OF("gongwen"));
}

/* What was made out, so that a person sees what was not. */
static void
tell(const manuscript *m)
{
    static const struct {
        enum metrics_key key;
        const char *name;
    } parts[] = {
        {KEY_DOCUMENT_NUMBER, "发文字号"}, {KEY_DOCUMENT_SIGNER, "签发人"},
        {KEY_DOCUMENT_ADDRESSEE, "主送"},  {KEY_DOCUMENT_ISSUER, "发文机关"},
        {KEY_DOCUMENT_DATE, "日期"},       {KEY_DOCUMENT_REMARK, "附注"},
        {KEY_DOCUMENT_COPIES, "抄送"},     {KEY_DOCUMENT_PRINTED, "印发"}};
    arena *a = m->r->arena;
    slice_builder b = {.arena = a};
    builder_printf(&b, "标题“%.*s”",
                   SLICE_ARGS(manuscript_part(m, KEY_DOCUMENT_TITLE)));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        slice text = manuscript_part(m, parts[i].key);
        if (text.len > 0)
            builder_printf(&b, "，%s“%.*s”", parts[i].name, SLICE_ARGS(text));
    }
    if (m->n_sections > 0)
        builder_printf(&b, "，正文%zu部分", m->n_sections);
    if (m->tables.n > 0)
        builder_printf(&b, "，%zu个表", m->tables.n);
    if (m->n_attachments > 0)
        builder_printf(&b, "，%zu个附件", m->n_attachments);
    diag_report(m->r->diags, &MANUSCRIPT_READ, m->lines.at[0].span,
                builder_slice(&b));
}

static bool
read_manuscript(yaml_reading *r, const jb_source *source)
{
    manuscript m = {.r = r};
    manuscript_read_lines(r->arena, source, &m.lines);
    m.body_end = m.lines.n;
    if (m.lines.n < 2) {
        diag_report(r->diags, &MANUSCRIPT_EMPTY, span_of(source, 0, 0));
        return false;
    }
    read_parts(&m);
    tell(&m);
    r->m->document.is_manuscript = true;
    tree_node *root = sheet_map(r->arena, m.lines.at[0].span, &m.parts);
    return yaml_read_document(r, root);
}

static void
drop_source(void *source)
{
    source_drop(source);
}

bool
metrics_read_manuscript(jb_metrics *m, const jb_source *source,
                        jb_diags *diags)
{
    yaml_reading r = {.m = m, .arena = m->arena, .diags = diags};
    if (!docx_is(source_text(source)))
        return source_check_encoding(source, diags) &&
               read_manuscript(&r, source);
    jb_source *text = docx_text(source, diags);
    if (text == NULL)
        return false;
    arena_defer(m->arena, drop_source, text);
    diags_hold(diags, text);
    return read_manuscript(&r, text);
}
