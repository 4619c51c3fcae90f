/* manuscript: a document as a person typed it, in a text file or in Word, as
 * the tree that a metrics file would hold for it: title, addressee, headings,
 * paragraphs, tables, attachments, signature, imprint. It knows how official
 * documents are written, and neither figures nor looks. */
#include "base/encoding.h"
#include "metrics/docx.h"
#include "metrics/manuscript_foot.h"
#include "metrics/manuscript_head.h"

/* The layout whose looks the standard gives to the form. */
static slice
layout_of(const manuscript *m)
{
    static const slice layouts[] = {
        [FORM_PLAIN] = SLICE(""),
        [FORM_OFFICIAL] = SLICE("gongwen"),
        [FORM_LETTER] = SLICE("gongwen-letter"),
        [FORM_ORDER] = SLICE("gongwen-order"),
        [FORM_MINUTES] = SLICE("gongwen-minutes")};
    return layouts[m->form];
}

/* 函, and what has a head without 文件 and no signers (GB/T 9704-2012 10.1); 文件
 * that is typed is kept. */
static bool
is_letter(const manuscript *m)
{
    slice title = manuscript_part(m, KEY_DOCUMENT_TITLE);
    slice number = manuscript_part(m, KEY_DOCUMENT_NUMBER);
    if (m->form != FORM_OFFICIAL || m->is_marked ||
        manuscript_part(m, KEY_DOCUMENT_SIGNER).len > 0 || m->heads.n > 1)
        return false;
    return slice_ends_with(title, SLICE_OF("函")) ||
           slice_has(number, "函〔") || m->heads.n == 1;
}

/* Minutes that have no mark over them are told by their title. */
static bool
are_minutes(const manuscript *m)
{
    slice title = manuscript_part(m, KEY_DOCUMENT_TITLE);
    return m->form == FORM_OFFICIAL && !m->is_marked &&
           slice_ends_with(title, SLICE_OF("纪要"));
}

static void
read_parts(manuscript *m)
{
    manuscript_take_head(m);
    if (are_minutes(m))
        m->form = FORM_MINUTES;
    manuscript_take_foot(m);
    if (is_letter(m))
        m->form = FORM_LETTER;
    manuscript_take_attachments(m);
    manuscript_take_body(m);
    if (m->form != FORM_PLAIN)
        manuscript_add(m, KEY_DOCUMENT_LAYOUT, &m->lines.at[0], layout_of(m));
}

/* What was made out, so that a person sees what was not. */
static void
tell(const manuscript *m)
{
    static const struct {
        enum metrics_key key;
        const char *name;
    } parts[] = {
        {KEY_DOCUMENT_SERIAL, "份号"},     {KEY_DOCUMENT_SECRECY, "密级"},
        {KEY_DOCUMENT_URGENCY, "紧急程度"}, {KEY_DOCUMENT_NUMBER, "发文字号"},
        {KEY_DOCUMENT_SIGNER, "签发人"},   {KEY_DOCUMENT_ADDRESSEE, "主送"},
        {KEY_DOCUMENT_ISSUER, "发文机关"}, {KEY_DOCUMENT_DATE, "日期"},
        {KEY_DOCUMENT_REMARK, "附注"},     {KEY_DOCUMENT_COPIES, "抄送"},
        {KEY_DOCUMENT_PRINTER, "印发机关"}, {KEY_DOCUMENT_PRINTED, "印发日期"},
        {KEY_DOCUMENT_PRESENT, "出席"},    {KEY_DOCUMENT_ABSENT, "请假"},
        {KEY_DOCUMENT_OBSERVERS, "列席"},  {KEY_DOCUMENT_LAYOUT, "版式"}};
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
    m.body_end = m.rest_end = m.lines.n;
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
