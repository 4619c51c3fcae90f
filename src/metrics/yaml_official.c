/* The elements of official documents (GB/T 9704-2012). */
#include "metrics/yaml.h"

static void
read_signatories(yaml_reading *r, const tree_node *list)
{
    metrics_document *d = &r->m->document;
    size_t n = yaml_items_count(list);
    d->signatories = ARENA_ARRAY(r->arena, n, metrics_signatory);
    for (size_t i = 0; i < n; i++) {
        const tree_node *v[YAML_VALUES];
        const tree_node *item = yaml_item_at(list, i);
        yaml_read_keys(r, item, KEYS_SIGNATORY, v);
        if (item->kind == TREE_MAP)
            d->signatories[d->n_signatories++] = (metrics_signatory){
                yaml_text(v[KEY_SIGNATORY_POST]),
                yaml_text(v[KEY_SIGNATORY_NAME]),
                yaml_text(v[KEY_SIGNATORY_STAMP])};
    }
}

/* A row of a table; a short one is filled up with empty cells. */
static void
read_row(yaml_reading *r, const tree_node *row, metrics_text *cells,
         size_t n_columns)
{
    size_t n = yaml_items_count(row);
    if (n > n_columns)
        diag_report(r->diags, &METRICS_ROW_LONG, row->span,
                    slice_printf(r->arena, "%zu", n),
                    slice_printf(r->arena, "%zu", n_columns));
    for (size_t i = 0; i < n && i < n_columns; i++)
        cells[i] = yaml_text(yaml_item_at(row, i));
}

static void
read_table(yaml_reading *r, const tree_node *list, metrics_attachment *out)
{
    size_t n = yaml_items_count(list);
    if (n == 0)
        return;
    out->n_rows = n;
    out->n_columns = yaml_items_count(yaml_item_at(list, 0));
    out->cells = ARENA_ARRAY(r->arena, n * out->n_columns, metrics_text);
    for (size_t i = 0; i < n; i++)
        read_row(r, yaml_item_at(list, i), out->cells + i * out->n_columns,
                 out->n_columns);
}

static metrics_attachment
read_attachment(yaml_reading *r, const tree_node *item)
{
    metrics_attachment a = {.name = yaml_text(item)};
    const tree_node *v[YAML_VALUES];
    if (item->kind == TREE_TEXT)
        return a;
    yaml_read_keys(r, item, KEYS_ATTACHMENT, v);
    if (item->kind != TREE_MAP)
        return a;
    yaml_texts paragraphs = {0};
    a.name = yaml_text(v[KEY_ATTACHMENT_NAME]);
    yaml_read_texts(r, v[KEY_ATTACHMENT_TEXT], &paragraphs);
    a.paragraphs = paragraphs.at;
    a.n_paragraphs = paragraphs.n;
    read_table(r, v[KEY_ATTACHMENT_TABLE], &a);
    a.is_sideways = yaml_flag(v[KEY_ATTACHMENT_SIDEWAYS], false);
    return a;
}

static void
read_attachments(yaml_reading *r, const tree_node *list)
{
    metrics_document *d = &r->m->document;
    size_t n = yaml_items_count(list);
    d->attachments = ARENA_ARRAY(r->arena, n, metrics_attachment);
    for (size_t i = 0; i < n; i++) {
        metrics_attachment a = read_attachment(r, yaml_item_at(list, i));
        if (a.name.text.len > 0)
            d->attachments[d->n_attachments++] = a;
    }
}

/* One seal too many would be pressed on nobody's name. */
static void
read_seals(yaml_reading *r, const tree_node *list)
{
    metrics_document *d = &r->m->document;
    yaml_texts seals = {0};
    yaml_read_texts(r, list, &seals);
    d->seals = seals.at;
    d->n_seals = seals.n;
    if (seals.n > d->n_joint + 1)
        diag_report(r->diags, &METRICS_SEALS_MANY, list->span,
                    slice_printf(r->arena, "%zu", seals.n),
                    slice_printf(r->arena, "%zu", d->n_joint + 1));
}

void
yaml_read_official(yaml_reading *r,
                   const tree_node *const v[static YAML_VALUES])
{
    metrics_document *d = &r->m->document;
    yaml_texts joint = {0};
    d->serial = yaml_text(v[KEY_DOCUMENT_SERIAL]);
    d->secrecy = yaml_text(v[KEY_DOCUMENT_SECRECY]);
    d->urgency = yaml_text(v[KEY_DOCUMENT_URGENCY]);
    d->signer = yaml_text(v[KEY_DOCUMENT_SIGNER]);
    d->remark = yaml_text(v[KEY_DOCUMENT_REMARK]);
    d->copies = yaml_text(v[KEY_DOCUMENT_COPIES]);
    d->printer = yaml_text(v[KEY_DOCUMENT_PRINTER]);
    d->present = yaml_text(v[KEY_DOCUMENT_PRESENT]);
    d->absent = yaml_text(v[KEY_DOCUMENT_ABSENT]);
    d->observers = yaml_text(v[KEY_DOCUMENT_OBSERVERS]);
    yaml_read_texts(r, v[KEY_DOCUMENT_JOINT], &joint);
    d->joint = joint.at;
    d->n_joint = joint.n;
    read_seals(r, v[KEY_DOCUMENT_SEALS]);
    read_signatories(r, v[KEY_DOCUMENT_SIGNATORIES]);
    read_attachments(r, v[KEY_DOCUMENT_ATTACHMENTS]);
    const tree_node *printed = v[KEY_DOCUMENT_PRINTED];
    if (printed == NULL)
        return;
    d->printed_span = printed->span;
    if (!date_parse(printed->text, &d->printed))
        diag_report(r->diags, &METRICS_BAD_DATE, printed->span,
                    printed->text);
}
