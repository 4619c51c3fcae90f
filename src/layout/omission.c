/* What a document says that its layout has no place for. */
#include "layout/compose.h"

static bool
block_shows(const style_block *b, style_field field)
{
    switch (b->kind) {
    case BLOCK_MARK:
        return field == FIELD_ISSUER || field == FIELD_AGENCIES ||
               template_has(&b->text, field);
    case BLOCK_NUMBER:
        return field == FIELD_NUMBER || field == FIELD_SIGNER;
    case BLOCK_SUBTITLE:
        return field == FIELD_SUBTITLE;
    case BLOCK_SOURCES:
        return field == FIELD_SOURCE;
    case BLOCK_SIGNATURE:
        return (b->stack != STACK_STAMP &&
                (field == FIELD_ISSUER || field == FIELD_AGENCIES)) ||
               template_has(&b->right, field);
    default:
        return template_has(&b->text, field) ||
               template_has(&b->left, field) ||
               template_has(&b->centre, field) ||
               template_has(&b->right, field);
    }
}

static bool
shows_field(const jb_style *s, style_field field)
{
    for (size_t i = 0; i < style_blocks_count(s); i++)
        if (block_shows(style_block_at(s, i), field))
            return true;
    for (size_t i = 0; i < style_runnings_count(s); i++) {
        const style_running *r = style_running_at(s, i);
        if (template_has(&r->left, field) ||
            template_has(&r->centre, field) ||
            template_has(&r->right, field))
            return true;
    }
    return false;
}

static bool
has_block(const jb_style *s, style_block_kind kind)
{
    for (size_t i = 0; i < style_blocks_count(s); i++)
        if (style_block_at(s, i)->kind == kind)
            return true;
    return false;
}

static bool
has_signature(const jb_style *s, style_stack stack)
{
    for (size_t i = 0; i < style_blocks_count(s); i++) {
        const style_block *b = style_block_at(s, i);
        if (b->kind == BLOCK_SIGNATURE && b->stack == stack)
            return true;
    }
    return false;
}

static void
report(const composer *c, const char *key, jb_span span)
{
    diag_report(c->diags, &LAYOUT_NOT_SHOWN, span, style_name(c->style),
                slice_from(key));
}

static void
report_fields(const composer *c, const metrics_document *doc)
{
    const struct {
        style_field field;
        const char *key;
        const metrics_text *text;
    } rows[] = {
        {FIELD_SUBTITLE, "副标题", &doc->subtitle},
        {FIELD_ISSUER, "发布单位", &doc->issuer},
        {FIELD_MARK, "版头", &doc->mark},
        {FIELD_NUMBER, "期号", &doc->number},
        {FIELD_SOURCE, "来源", &doc->source},
        {FIELD_ADDRESSEE, "主送", &doc->addressee},
        {FIELD_SERIAL, "份号", &doc->serial},
        {FIELD_SECRECY, "密级", &doc->secrecy},
        {FIELD_URGENCY, "紧急程度", &doc->urgency},
        {FIELD_SIGNER, "签发人", &doc->signer},
        {FIELD_PRESENT, "出席", &doc->present},
        {FIELD_ABSENT, "请假", &doc->absent},
        {FIELD_OBSERVERS, "列席", &doc->observers},
        {FIELD_REMARK, "附注", &doc->remark},
        {FIELD_COPIES, "抄送", &doc->copies},
        {FIELD_PRINTER, "印发机关", &doc->printer},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].text->text.len > 0 &&
            !shows_field(c->style, rows[i].field))
            report(c, rows[i].key, rows[i].text->span);
}

static void
report_lists(const composer *c, const metrics_document *doc)
{
    const jb_style *s = c->style;
    if (doc->n_joint > 0 && !shows_field(s, FIELD_AGENCIES))
        report(c, "联合机关", doc->joint[0].span);
    if (doc->n_signed > 0 && !has_block(s, BLOCK_SIGNATURE))
        report(c, "署名", doc->signed_by[0].span);
    if (doc->n_seals > 0 && !has_signature(s, STACK_CENTRE))
        report(c, "印章", doc->seals[0].span);
    if (doc->n_signatories > 0 && !has_signature(s, STACK_STAMP))
        report(c, "签署", doc->signatories[0].post.span);
    bool has_title = has_block(s, BLOCK_TITLE) ||
                     shows_field(s, FIELD_TITLE) || compose_is_marked(c);
    if (doc->is_manuscript && !has_title)
        report(c, "标题", doc->title.span);
    bool lists = has_block(s, BLOCK_ATTACHMENTS);
    bool encloses = has_block(s, BLOCK_ENCLOSURES);
    for (size_t i = 0; i < doc->n_attachments; i++) {
        const metrics_attachment *a = &doc->attachments[i];
        bool has_body = a->n_paragraphs + a->n_rows > 0 || a->has_table;
        if (!lists && (!has_body || !encloses))
            report(c, "附件", a->name.span);
        else if (has_body && !encloses)
            report(c, "附件的正文", a->name.span);
    }
}

/* A date stands for that of printing where no other is given. */
static void
report_dates(const composer *c, const metrics_document *doc)
{
    bool shows_printed = shows_field(c->style, FIELD_PRINTED);
    bool is_shown = shows_field(c->style, FIELD_DATE) ||
                    (shows_printed && doc->printed.year == 0);
    if (doc->date.year > 0 && !is_shown)
        report(c, "日期", doc->date_span);
    if (doc->printed.year > 0 && !shows_printed)
        report(c, "印发日期", doc->printed_span);
}

void
omission_report(const composer *c)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    report_fields(c, doc);
    report_lists(c, doc);
    report_dates(c, doc);
    if (doc->n_summary > 0 && !has_block(c->style, BLOCK_SUMMARY))
        report(c, "摘要", doc->summary[0].span);
}
