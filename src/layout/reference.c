/* Numbers of headings, figures and tables as the style wants them, and the
 * references that follow them. */
#include "layout/compose.h"

static report_numbering
numbering_of(const composer *c)
{
    static const report_numbering all[] = {
        [NUMBERING_CHINESE] = REPORT_NUMBER_CHINESE,
        [NUMBERING_DECIMAL] = REPORT_NUMBER_DECIMAL,
        [NUMBERING_NONE] = REPORT_NUMBER_NONE};
    return all[c->page->numbering];
}

slice
reference_id(const composer *c, const report_target *to)
{
    if (to->kind == REPORT_TO_SECTION)
        return slice_printf(c->arena, "heading-%zu", to->heading);
    return slice_printf(c->arena, "%s-%d",
                        to->kind == REPORT_TO_FIGURE ? "figure" : "table",
                        to->number);
}

static bool
has_captions(const composer *c, report_target_kind kind)
{
    return c->page->captions == CAPTIONS_YES ||
           (c->page->captions == CAPTIONS_AUTO &&
            report_refers_to(c->report, kind));
}

/* The target's own title, where the style numbers none. */
static slice
title_words(const composer *c, const report_target *to)
{
    const char *kind = to->kind == REPORT_TO_FIGURE ? "图" : "表";
    return slice_printf(c->arena, "%s“%.*s”", kind, SLICE_ARGS(to->title));
}

slice
reference_words(const composer *c, const report_inline *run)
{
    const report_target *to = run->to;
    slice see = run->says_see ? SLICE_OF("见") : SLICE_OF("");
    bool is_numbered = to->kind == REPORT_TO_SECTION ||
                       has_captions(c, to->kind) || to->title.len == 0;
    slice words =
        is_numbered
            ? report_reference_words(c->arena, to, numbering_of(c))
            : title_words(c, to);
    return slice_join(c->arena, see, words);
}

slice
reference_caption(const composer *c, const report_target *to)
{
    if (to == NULL || !has_captions(c, to->kind))
        return SLICE_OF("");
    return slice_join(c->arena,
                      report_reference_words(c->arena, to, numbering_of(c)),
                      SLICE_OF("\u2003"));
}

report_text
reference_heading(const composer *c, const jb_node *heading)
{
    report_numbering numbering = numbering_of(c);
    if (heading->has_own_number || numbering == REPORT_NUMBER_CHINESE ||
        heading->target == NULL)
        return heading->text;
    report_text text = {
        ARENA_ARRAY(c->arena, heading->text.n, report_inline),
        heading->text.n};
    memcpy(text.runs, heading->text.runs, text.n * sizeof *text.runs);
    text.runs[0].text =
        report_heading_number(c->arena, heading->target, numbering);
    return text;
}

report_text
reference_bare(const composer *c, const report_text *text)
{
    report_text bare = {ARENA_ARRAY(c->arena, text->n, report_inline),
                        text->n};
    for (size_t i = 0; i < text->n; i++) {
        const report_inline *run = &text->runs[i];
        bare.runs[i] = (report_inline){
            .text = run->to != NULL ? reference_words(c, run) : run->text,
            .fact = run->fact,
            .is_strong = run->is_strong,
            .is_underlined = run->is_underlined,
            .script = run->script,
            .direction = run->direction,
            .span = run->span};
    }
    return bare;
}
