/* Masthead: who issues, which number, when. */
#include "report/draft.h"

static void
add_pair(draft *d, node_list *out, const char *label, slice value)
{
    if (value.len == 0)
        return;
    jb_node *row = draft_node(d, REPORT_PARAGRAPH);
    row->text = (report_text){ARENA_ARRAY(d->arena, 2, report_inline), 2};
    row->text.runs[0].text = slice_from(label);
    row->text.runs[1].text = value;
    draft_push(d, out, row);
}

const jb_node *
draft_masthead(draft *d)
{
    const metrics_document *doc = d->document;
    jb_node *node = draft_node(d, REPORT_MASTHEAD);
    node_list rows = {NULL, 0, 0};
    add_pair(d, &rows, "发布单位：", doc->issuer.text);
    add_pair(d, &rows, "期号：", doc->number.text);
    if (doc->date.year > 0)
        add_pair(d, &rows, "日期：", date_name(d->arena, doc->date));
    if (doc->is_fictional)
        add_pair(d, &rows, "说明：", SLICE_OF("数据均为虚构，仅供演示"));
    draft_close(node, &rows);
    return node;
}
