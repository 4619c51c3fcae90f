#include "layout/layout.h"

#include "chart/paging.h"
#include "layout/compose.h"
#include "layout/paint.h"
#include "layout/plan.h"
#include "layout/wide.h"

static jb_pages *
pages_new(void)
{
    arena *a = arena_new();
    jb_pages *pages = ARENA_NEW(a, jb_pages);
    pages->arena = a;
    pages->language = SLICE_OF("zh-CN");
    return pages;
}

static const metrics_document *
document_of(const jb_report *r)
{
    return metrics_document_of(facts_metrics(report_facts(r)));
}

/* The text of the report's title or subtitle, without marks. */
static slice
words_of(arena *a, const jb_report *r, report_kind kind)
{
    const jb_node *root = report_root(r);
    for (size_t i = 0; i < root->n_children; i++)
        if (root->children[i]->kind == kind)
            return report_plain_text(a, &root->children[i]->text);
    return SLICE_OF("");
}

/* What the file says of itself, for the writers' metadata. */
static void
describe(jb_pages *pages, const jb_report *r)
{
    const metrics_document *doc = document_of(r);
    arena *a = pages->arena;
    pages->title = words_of(a, r, REPORT_TITLE);
    pages->author = slice_copy(a, doc->issuer.text);
    pages->subject = words_of(a, r, REPORT_SUBTITLE);
    pages->year = doc->date.year;
    pages->month = doc->date.month;
    pages->day = doc->date.day;
}

/* The layout sets the marks around a field; a person may have typed them. */
static slice
bare(slice text, slice before, slice after)
{
    text = slice_trim(text);
    if (slice_starts_with(text, before))
        text = slice_cut(text, before.len, text.len);
    if (slice_ends_with(text, after))
        text = slice_cut(text, 0, text.len - after.len);
    return text;
}

static slice
agencies_of(const composer *c)
{
    slice_builder b = {.arena = c->arena};
    size_t n;
    const slice *names = compose_agencies(c, &n);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            builder_add(&b, SLICE_OF("　"));
        builder_add(&b, names[i]);
    }
    return builder_slice(&b);
}

/* What an imprint lacks is taken from the head; a document that says nothing
 * of one has none, and one that was typed what was typed. */
static void
fill_imprint(composer *c, const metrics_document *doc)
{
    slice *f = c->fields;
    f[FIELD_PRINTER] = doc->printer.text;
    if (doc->printed.year > 0)
        f[FIELD_PRINTED] = date_name(c->arena, doc->printed);
    bool has_imprint = doc->copies.text.len > 0 ||
                       doc->printer.text.len > 0 || doc->printed.year > 0;
    if (doc->is_manuscript || !has_imprint)
        return;
    if (doc->printer.text.len == 0)
        f[FIELD_PRINTER] = doc->issuer.text;
    if (doc->printed.year == 0)
        f[FIELD_PRINTED] = f[FIELD_DATE];
}

/* What follows the agency in the red head: 公告 and 通告, which are for
 * everybody, stand there by their own name. */
static slice
mark_of(const metrics_document *doc)
{
    static const slice forms[] = {SLICE("公告"), SLICE("通告")};
    if (doc->mark.text.len > 0)
        return doc->mark.text;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (doc->addressee.text.len == 0 &&
            slice_ends_with(doc->title.text, forms[i]))
            return forms[i];
    return SLICE_OF("文件");
}

static void
fill_fields(composer *c)
{
    const metrics_document *doc = document_of(c->report);
    c->normalises = doc->normalises_marks;
    slice *f = c->fields;
    f[FIELD_ISSUER] = doc->issuer.text;
    f[FIELD_AGENCIES] = agencies_of(c);
    f[FIELD_MARK] = mark_of(doc);
    f[FIELD_NUMBER] = doc->number.text;
    f[FIELD_TITLE] = words_of(c->arena, c->report, REPORT_TITLE);
    f[FIELD_SUBTITLE] = words_of(c->arena, c->report, REPORT_SUBTITLE);
    f[FIELD_SOURCE] = doc->source.text;
    f[FIELD_ADDRESSEE] =
        bare(doc->addressee.text, SLICE_OF(""), SLICE_OF("："));
    f[FIELD_SERIAL] = doc->serial.text;
    f[FIELD_SECRECY] = doc->secrecy.text;
    f[FIELD_URGENCY] = doc->urgency.text;
    f[FIELD_SIGNER] = doc->signer.text;
    f[FIELD_PRESENT] = doc->present.text;
    f[FIELD_ABSENT] = doc->absent.text;
    f[FIELD_OBSERVERS] = doc->observers.text;
    f[FIELD_REMARK] =
        bare(doc->remark.text, SLICE_OF("（"), SLICE_OF("）"));
    f[FIELD_COPIES] = bare(doc->copies.text, SLICE_OF(""), SLICE_OF("。"));
    if (doc->date.year > 0)
        f[FIELD_DATE] = date_name(c->arena, doc->date);
    fill_imprint(c, doc);
    if (period_is_set(doc->period))
        f[FIELD_PERIOD] = period_spoken(c->arena, doc->period);
    if (doc->is_fictional)
        f[FIELD_FICTIONAL] = SLICE_OF("虚构数据，仅供演示");
}

/* Slides show no list of notes to lead to. */
static void
choose_notes(composer *c)
{
    bool has_panels = false;
    for (size_t i = 0; i < style_blocks_count(c->style); i++) {
        const style_block *block = style_block_at(c->style, i);
        has_panels |= block->arrangement == ARRANGE_PANELS;
        c->has_end_notes |= block->kind == BLOCK_NOTES;
    }
    c->has_end_notes &= !has_panels;
    c->has_foot_notes = c->page->footnotes == NOTES_AT_FOOT;
    c->mentions = ARENA_ARRAY(
        c->arena, report_mentions_count(c->report) + 1, compose_mention);
}

/* Everything that a composing changes, anew; the numbers of notes stay. */
static void
start_anew(composer *c)
{
    c->galley->boxes.n = 0;
    c->n_elements = 0;
    c->wide.n = 0;
    c->first_words = 0;
    c->is_noted =
        ARENA_ARRAY(c->arena, report_notes_count(c->report) + 1, bool);
    c->note_heights =
        ARENA_ARRAY(c->arena, report_notes_count(c->report) + 1, jb_len);
}

static bool
has_place_below(const composer *c)
{
    for (size_t i = 0; i < style_blocks_count(c->style); i++) {
        const style_block *block = style_block_at(c->style, i);
        if (template_has(&block->text, FIELD_ADDRESSEE_BELOW))
            return true;
    }
    return false;
}

/* GB/T 9704-2012 7.3.2: where so many are addressed that the first page shows
 * no text, they move to the imprint. */
static bool
move_addressee(composer *c, const layout_plan *plan)
{
    const layout_box *words = &c->galley->boxes.at[c->first_words];
    if (c->first_words == 0 || c->fields[FIELD_ADDRESSEE].len == 0 ||
        !has_place_below(c))
        return false;
    for (size_t i = 0; i < plan->n; i++)
        if (plan->placed[i].box == words && plan->placed[i].page == 0)
            return false;
    c->fields[FIELD_ADDRESSEE_BELOW] = c->fields[FIELD_ADDRESSEE];
    c->fields[FIELD_ADDRESSEE] = SLICE_OF("");
    return true;
}

/* The signature, and the text that keeps with it, begin a page. */
static void
turn_signature(layout_galley *g)
{
    size_t i = 0;
    while (i < g->boxes.n && !g->boxes.at[i].is_signature)
        i++;
    while (i > 0 && i < g->boxes.n && g->boxes.at[i - 1].keeps_next)
        i--;
    if (i > 0 && i < g->boxes.n)
        g->boxes.at[i].starts_page = true;
}

/* Marks are of one width from ① to ㊿, so the second plan is as the first. */
#define PLANS_MOST 4

static layout_plan
plan_document(composer *c, jb_len height)
{
    layout_plan plan;
    for (int i = 0;; i++) {
        start_anew(c);
        compose_document(c);
        if (c->turns_signature)
            turn_signature(c->galley);
        plan = plan_galley(c->arena, c->galley, c->page, height);
        if (move_addressee(c, &plan)) {
            i--;
            continue;
        }
        if (!footnote_number(c, &plan) || i + 1 == PLANS_MOST ||
            diags_has_errors(c->diags))
            return plan;
    }
}

static jb_len
type_height(const composer *c)
{
    return c->page->size.h - c->page->top - c->page->bottom;
}

/* Whether the signature stands high on a page: little text was left for it
 * there, or was brought there for its sake. */
static bool
is_signed_high(const layout_plan *plan, jb_len height)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->placed[i].box->is_signature)
            return plan->placed[i].page > 0 &&
                   plan->placed[i].y < height / 3;
    return false;
}

/* Whether the imprint stands alone, on a leaf that it has added; or, where one
 * side is printed, on a page. */
static bool
has_leaf_for_foot(const layout_plan *plan, const style_page *page)
{
    size_t leaf = page->is_two_sided ? 2 : 1;
    for (size_t i = plan->n; i > 0; i--)
        if (plan->placed[i - 1].page + 1 < plan->n_pages)
            return plan->placed[i - 1].page + leaf < plan->n_pages;
        else if (!plan->placed[i - 1].box->is_at_foot)
            return false;
    return false;
}

/* Pages with more on them than what sinks to the foot: an imprint behind a
 * page of text stands on the back of its leaf in any case. */
static size_t
text_pages(const layout_plan *plan)
{
    size_t n = 0;
    for (size_t i = 0; i < plan->n; i++)
        if (!plan->placed[i].box->is_at_foot && plan->placed[i].page >= n)
            n = plan->placed[i].page + 1;
    return n;
}

/* Whether nothing but the imprint comes behind the page of the signature. */
static bool
is_signed_last(const layout_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->placed[i].box->is_signature)
            return plan->placed[i].page + 1 == text_pages(plan);
    return false;
}

static bool
spares_page(const layout_plan *closer, const layout_plan *plan)
{
    return closer->n_pages < plan->n_pages ||
           (closer->n_pages == plan->n_pages &&
            text_pages(closer) < text_pages(plan));
}

/* `c` as it was before it composed, for another attempt; what that finds wrong
 * was told. */
static composer
trial_from(const composer *fresh, const jb_style *style)
{
    composer trial = *fresh;
    trial.style = style;
    trial.page = style_page_of(style);
    trial.galley = ARENA_NEW(fresh->arena, layout_galley);
    trial.diags = diags_new();
    choose_notes(&trial);
    return trial;
}

/* Whether the attempt may be taken; `c` is what made it then. */
static bool
take_trial(composer *c, composer *trial, bool is_better)
{
    is_better &= !diags_has_errors(trial->diags);
    diags_drop(trial->diags);
    trial->diags = c->diags;
    if (is_better)
        *c = *trial;
    return is_better;
}

/* GB/T 9704-2012 7.3.5.5: where the page has no room for the signature, or for
 * the imprint, lines are set closer: when that spares a page. Where it does
 * not, an imprint that would have a leaf of its own takes the signature, and
 * the text that keeps with it, along. `fresh` is `c` before it composed. */
static layout_plan
plan_closer(composer *c, const composer *fresh, layout_plan plan)
{
    bool has_leaf = has_leaf_for_foot(&plan, c->page);
    if (!has_leaf && !is_signed_high(&plan, type_height(c)))
        return plan;
    for (const jb_style *style = style_closer(c->style); style != NULL;
         style = style_closer(style)) {
        composer trial = trial_from(fresh, style);
        layout_plan closer = plan_document(&trial, type_height(&trial));
        bool is_better = spares_page(&closer, &plan) &&
                         !has_leaf_for_foot(&closer, trial.page);
        if (take_trial(c, &trial, is_better))
            return closer;
    }
    if (!has_leaf || !is_signed_last(&plan))
        return plan;
    composer trial = trial_from(fresh, c->style);
    trial.turns_signature = true;
    layout_plan turned = plan_document(&trial, type_height(&trial));
    bool is_better = turned.n_pages <= plan.n_pages &&
                     !has_leaf_for_foot(&turned, trial.page);
    return take_trial(c, &trial, is_better) ? turned : plan;
}

jb_pages *
pages_from_report(const jb_report *r, const jb_style *s, jb_typesetter *t,
                  const layout_pictures *pictures, jb_diags *diags)
{
    jb_pages *pages = pages_new();
    layout_galley galley = {0};
    composer c = {.arena = pages->arena,
                  .typesetter = t,
                  .report = r,
                  .style = s,
                  .page = style_page_of(s),
                  .pictures = pictures,
                  .diags = diags,
                  .galley = &galley,
                  .table_scale = 1000};
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    describe(pages, r);
    fill_fields(&c);
    choose_notes(&c);
    omission_report(&c);
    composer fresh = c;
    layout_plan plan = plan_document(&c, type_height(&c));
    plan = plan_closer(&c, &fresh, plan);
    wide_report(&c);
    if (paint_pages(&c, &plan, pages) &&
        diags_count_of(diags, DIAG_ERROR) == errors)
        return pages;
    pages_drop(pages);
    return NULL;
}

#define PICTURES_MANY 4
#define CHART_MARGIN 24 /* a chart alone keeps 1/24 of its shorter side */

static jb_page *
page_add(jb_pages *pages, layout_canvas canvas, const style_chart *look)
{
    jb_page fresh = {.size = canvas.size,
                     .display = {.arena = pages->arena},
                     .ground = canvas.is_transparent ? COLOUR_NONE
                                                     : look->ground};
    ARRAY_PUSH(pages->arena, &pages->pages, fresh);
    return ARRAY_LAST(&pages->pages);
}

static int
rounded_up(double x)
{
    return (int)(x + 0.999);
}

/* The size, in the unit that the person counts in, at which the chart is one
 * picture. */
static void
size_advise(const chart_context *context, const chart_spec *chart,
            layout_canvas canvas, jb_size size)
{
    arena *a = context->arena;
    int times = chart_enlargement(context, chart, size);
    if (times == 0)
        return;
    double w = len_to_pt(canvas.size.w) * times / 1000;
    double h = len_to_pt(canvas.size.h) * times / 1000;
    if (canvas.dpi <= 0) {
        diag_report(context->diags, &CHART_SIZE, chart->span, chart->id,
                    slice_printf(a, "%d×%d毫米", rounded_up(w * 25.4 / 72),
                                 rounded_up(h * 25.4 / 72)),
                    SLICE_OF("请照此加大，或减少指标。"));
        return;
    }
    int wide = rounded_up(w * canvas.dpi / 72);
    int high = rounded_up(h * canvas.dpi / 72);
    diag_report(context->diags, &CHART_SIZE, chart->span, chart->id,
                slice_printf(a, "%d×%d像素", wide, high),
                slice_printf(a, "写 --size %dx%d；像素不变时，把 --dpi 降到%d。",
                             wide, high, (int)(canvas.dpi * 1000 / times)));
}

static jb_size
chart_room(jb_size canvas)
{
    jb_len margin = len_min(canvas.w, canvas.h) / CHART_MARGIN;
    return (jb_size){canvas.w - 2 * margin, canvas.h - 2 * margin};
}

#define DPI_STEP 12
#define SMALL LEN_OF_PT(300) /* pictures that several are needed of rather than
                                of larger text */

/* A chart alone; what is found wrong goes nowhere yet. */
static chart_context
context_from(arena *a, const jb_report *r, const jb_style *style,
             jb_typesetter *t)
{
    text_options *text = ARENA_NEW(a, text_options);
    *text = set_options(style_text_lookup(style, "body"), 0);
    text->normalises = document_of(r)->normalises_marks;
    return (chart_context){.arena = a,
                           .typesetter = t,
                           .style = style_chart_of(style),
                           .text = text,
                           .has_title = true};
}

typedef bool chart_test(const chart_context *, const chart_spec *, jb_size);

/* The most dots an inch at which the chart passes; 0: none. */
static double
dpi_passing(const chart_context *context, const chart_spec *chart,
            layout_canvas canvas, double least, chart_test *passes)
{
    for (double dpi = canvas.dpi; dpi >= least; dpi -= DPI_STEP) {
        jb_size size = {len_from(canvas.size.w * canvas.dpi / dpi),
                        len_from(canvas.size.h * canvas.dpi / dpi)};
        if (passes(context, chart, chart_room(size)))
            return dpi;
    }
    return 0;
}

double
pages_dpi_for_chart(const jb_report *r, const chart_spec *chart,
                    layout_canvas canvas, jb_typesetter *t, double least)
{
    chart_context trial = context_from(arena_new(), r, canvas.style, t);
    trial.diags = diags_new();
    double found = dpi_passing(&trial, chart, canvas, least,
                               chart_is_whole_in);
    if (found == 0)
        found = dpi_passing(&trial, chart, canvas, least, chart_stands_in);
    diags_drop(trial.diags);
    arena_drop(trial.arena);
    bool is_small = len_min(canvas.size.w, canvas.size.h) < SMALL;
    return found > 0 ? found : is_small ? least : canvas.dpi;
}

static void
finer_tell(const chart_context *context, const chart_spec *chart,
           layout_canvas canvas)
{
    double pixels = len_to_pt(context->style->min_text) * canvas.dpi / 72;
    diag_report(context->diags, &CHART_FINER, chart->span, chart->id,
                slice_printf(context->arena, "%d", (int)canvas.dpi),
                slice_printf(context->arena, "%d", (int)(pixels + 0.5)));
}

#define SLIDE_WIDTH LEN_OF_PT(960) /* 13.33 in, as wide as it is shown */

static slice
points(arena *a, jb_len size)
{
    return slice_printf(a, "%.3g", len_to_pt(size));
}

/* A chart dressed for the screen with the text of a page. */
static void
small_text_tell(const chart_context *context, const chart_spec *chart,
                jb_len width)
{
    const style_chart *style = context->style;
    jb_len shown = len_scale(style->min_text, SLIDE_WIDTH, width);
    if (shown < style->advised_text)
        diag_report(context->diags, &CHART_SMALL_TEXT, chart->span, chart->id,
                    points(context->arena, shown),
                    points(context->arena, style->advised_text));
}

jb_pages *
pages_from_chart(const jb_report *r, const chart_spec *chart,
                 layout_canvas canvas, jb_typesetter *t, jb_diags *diags)
{
    jb_pages *pages = pages_new();
    describe(pages, r);
    pages->title = slice_copy(pages->arena, chart->title);
    chart_context context = context_from(pages->arena, r, canvas.style, t);
    context.diags = diags;
    jb_size size = chart_room(canvas.size);
    jb_len margin = (canvas.size.w - size.w) / 2;
    size_t n;
    const chart_page *parts = chart_pages(&context, chart, size, &n);
    /* Where no number of pages helps, or each would show a single row, that
     * is said of the whole. */
    for (size_t i = 0; i < n && n > 1; i++)
        if (parts[i].heights.least == 0 || parts[i].heights.least > size.h ||
            (n >= PICTURES_MANY && n == chart->n_categories))
            n = 1;
    for (size_t i = 0; i < n; i++) {
        const chart_spec *part = n > 1 ? parts[i].chart : chart;
        jb_display drawn = {.arena = pages->arena};
        if (!chart_build(&context, part, size,
                         report_chart_alt(pages->arena, part), &drawn)) {
            size_advise(&context, chart, canvas, size);
            pages_drop(pages);
            return NULL;
        }
        jb_page *page = page_add(pages, canvas, context.style);
        display_append(&page->display, &drawn, (jb_point){margin, margin});
    }
    small_text_tell(&context, chart, canvas.size.w);
    if (canvas.dpi < canvas.dpi_usual)
        finer_tell(&context, chart, canvas);
    if (n > 1) {
        diag_report(diags, &CHART_PAGED, chart->span, chart->id,
                    slice_printf(pages->arena, "%zu", n));
        size_advise(&context, chart, canvas, size);
    }
    return pages;
}
