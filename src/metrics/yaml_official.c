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
    const tree_node *table = v[KEY_ATTACHMENT_TABLE];
    if (table != NULL && table->kind == TREE_TEXT)
        a.has_table = yaml_table_named(r, table, &a.table);
    else
        read_table(r, table, &a);
    a.is_sideways = yaml_flag(v[KEY_ATTACHMENT_SIDEWAYS], false);
    a.is_issued = yaml_flag(v[KEY_ATTACHMENT_ISSUED], false);
    return a;
}

void
yaml_read_attachments(yaml_reading *r, const tree_node *list)
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
    size_t signers = d->n_signed > 0 ? d->n_signed : d->n_joint + 1;
    if (seals.n > signers)
        diag_report(r->diags, &METRICS_SEALS_MANY, list->span,
                    slice_printf(r->arena, "%zu", seals.n),
                    slice_printf(r->arena, "%zu", signers));
}

/* ── how numbers are written ── */

static size_t
digits_at(slice s, size_t from)
{
    size_t n = 0;
    while (from + n < s.len && s.at[from + n] >= '0' && s.at[from + n] <= '9')
        n++;
    return n;
}

/* Bytes of the bracket that `s` has at `at`, either way round; or 0. */
static size_t
bracket_at(slice s, size_t at)
{
    static const slice brackets[] = {
        SLICE("〔"), SLICE("〕"), SLICE("["),  SLICE("]"),  SLICE("("),
        SLICE(")"),  SLICE("（"), SLICE("）"), SLICE("［"), SLICE("］"),
        SLICE("【"), SLICE("】"), SLICE("﹝"), SLICE("﹞"),
    };
    slice rest = slice_cut(s, at, s.len);
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
        if (slice_starts_with(rest, brackets[i]))
            return brackets[i].len;
    return 0;
}

/* 云统〔2025〕15号 as GB/T 9704-2012 7.2.5 wants it: the year whole and in
 * these brackets, the number without 第 and without leading zeros. What is of
 * another kind (第7期, 第8号) stays as it is. */
static slice
number_wanted(arena *a, slice number)
{
    size_t at = 0, open = 0;
    while (at < number.len && (open = bracket_at(number, at)) == 0)
        at++;
    size_t year = at + open, end = year + digits_at(number, year);
    size_t close = end < number.len ? bracket_at(number, end) : 0;
    if (open == 0 || end - year != 4 || close == 0)
        return number;
    slice rest = slice_cut(number, end + close, number.len);
    if (slice_starts_with(rest, SLICE_OF("第")))
        rest = slice_cut(rest, strlen("第"), rest.len);
    size_t n = digits_at(rest, 0), zeros = 0;
    if (n == 0 || !slice_equal(slice_cut(rest, n, rest.len), SLICE_OF("号")))
        return number;
    while (zeros + 1 < n && rest.at[zeros] == '0')
        zeros++;
    rest = slice_cut(rest, zeros, rest.len);
    return slice_printf(a, "%.*s〔%.*s〕%.*s",
                        SLICE_ARGS(slice_cut(number, 0, at)),
                        SLICE_ARGS(slice_cut(number, year, end)),
                        SLICE_ARGS(rest));
}

/* 条例 9 (1), GB/T 9704-2012 7.2.1, 7.2.5. */
static void
check_numbers(const yaml_reading *r)
{
    static const slice grades[] = {SLICE("秘密"), SLICE("机密"),
                                   SLICE("绝密")};
    const metrics_document *d = &r->m->document;
    slice wanted = number_wanted(r->arena, d->number.text);
    if (!slice_equal(wanted, d->number.text))
        diag_report(r->diags, &METRICS_NUMBER_FORM, d->number.span,
                    d->number.text, wanted);
    slice serial = d->serial.text;
    if (serial.len > 0 && (serial.len != 6 || digits_at(serial, 0) != 6))
        diag_report(r->diags, &METRICS_SERIAL_FORM, d->serial.span, serial);
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (serial.len == 0 &&
            slice_starts_with(d->secrecy.text, grades[i]))
            diag_report(r->diags, &METRICS_SERIAL_MISSING, d->secrecy.span,
                        d->secrecy.text);
}

void
yaml_read_official(yaml_reading *r,
                   const tree_node *const v[static YAML_VALUES])
{
    metrics_document *d = &r->m->document;
    yaml_texts joint = {0}, signed_by = {0};
    d->mark = yaml_text(v[KEY_DOCUMENT_MARK]);
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
    yaml_read_texts(r, v[KEY_DOCUMENT_SIGNED], &signed_by);
    d->signed_by = signed_by.at;
    d->n_signed = signed_by.n;
    read_seals(r, v[KEY_DOCUMENT_SEALS]);
    read_signatories(r, v[KEY_DOCUMENT_SIGNATORIES]);
    check_numbers(r);
    const tree_node *printed = v[KEY_DOCUMENT_PRINTED];
    if (printed == NULL)
        return;
    d->printed_span = printed->span;
    if (!date_parse(printed->text, &d->printed))
        diag_report(r->diags, &METRICS_BAD_DATE, printed->span,
                    printed->text);
}
