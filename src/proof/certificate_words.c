/* The certificate in words for people, and in JSON for programs. */
#include <math.h>

#include "proof/certificate.h"
#include "proof/written.h"

#define PERCENT 100

static void
add_figure(slice_builder *b, double value, int places)
{
    builder_add(b, written_number(b->arena, value, places));
}

static void
write_picture(slice_builder *b, const proof_pixels *p)
{
    builder_printf(b, "图：%u×%u像素，每磅", (unsigned)p->picture.width,
                   (unsigned)p->picture.height);
    add_figure(b, p->scale, 3);
    builder_add_text(b, "像素\n");
}

static void
write_scale(slice_builder *b, const certified_scale *s, bool has_many)
{
    builder_add_text(b, "柱长");
    if (has_many)
        builder_printf(b, "（第%zu把尺）", s->number + 1);
    builder_printf(b, "：量了%zu根", s->n);
    if (s->n > 0) {
        builder_add_text(b, "，与数值最多差");
        add_figure(b, s->worst, 2);
        builder_printf(b, "像素（%.*s）",
                       SLICE_ARGS(s->worst_mark->title));
    }
    if (s->n_cut > 0)
        builder_printf(b, "；另有%zu根在标明的断口处截断", s->n_cut);
    if (s->n_short > 0)
        builder_printf(b, "；另有%zu根太短或末端被遮住，量不出", s->n_short);
    builder_add_text(b, "\n");
}

static void
write_marks(slice_builder *b, const certificate *c)
{
    for (size_t i = 0; i < c->marks.n; i++) {
        const certified_mark *m = &c->marks.at[i];
        if (!m->has_bar || m->mark->figure->is_cut || !m->is_seen)
            continue;
        builder_printf(b, "  %.*s：长", SLICE_ARGS(m->mark->title));
        add_figure(b, m->length, 2);
        builder_add_text(b, "，应为");
        add_figure(b, m->wanted, 2);
        builder_add_text(b, "\n");
    }
}

static void
write_labels(slice_builder *b, const certificate *c)
{
    size_t n_right = 0;
    for (size_t i = 0; i < c->marks.n; i++)
        n_right += c->marks.at[i].is_worded && c->marks.at[i].is_drawn;
    builder_printf(b, "标注：%zu处中%zu处与数值的舍入一致\n", c->marks.n,
                   n_right);
}

static void
write_points(slice_builder *b, const pointed *p)
{
    if (p->n == 0)
        return;
    builder_printf(b, "点：%zu个，高低与数值最多差", p->n);
    add_figure(b, p->worst, 2);
    builder_printf(b, "像素（%.*s）\n", SLICE_ARGS(p->worst_mark->title));
}

static void
write_texts(slice_builder *b, const certificate *c)
{
    if (c->n_texts == 0)
        return;
    builder_printf(b, "文字：%zu处，墨迹与字形最差相合", c->n_texts);
    add_figure(b, c->least_agreement * PERCENT, 1);
    builder_printf(b, "%%（“%.*s”）；对比度最低", SLICE_ARGS(c->strangest));
    add_figure(b, c->least_contrast, 1);
    builder_printf(b, "∶1（“%.*s”）", SLICE_ARGS(c->palest));
    if (!isinf(c->least_gap)) {
        builder_add_text(b, "；最近相隔");
        add_figure(b, c->least_gap, 1);
        builder_printf(b, "像素（“%.*s”）", SLICE_ARGS(c->nearest));
    }
    builder_add_text(b, "\n");
}

slice
certificate_text(arena *a, const certificate *c, const proof_pixels *picture)
{
    slice_builder b = {.arena = a};
    write_picture(&b, picture);
    for (size_t i = 0; i < c->scales.n; i++)
        write_scale(&b, &c->scales.at[i], c->scales.n > 1);
    write_marks(&b, c);
    write_points(&b, &c->points);
    write_labels(&b, c);
    write_texts(&b, c);
    if (c->scales.n > 0) {
        builder_add_text(&b, "柱与底色的对比度：最低");
        add_figure(&b, c->least_bar_contrast, 1);
        builder_add_text(&b, "∶1\n");
    }
    if (c->n_focus > 0) {
        builder_printf(&b, "突出：%zu根，与底色的对比至少是其余的",
                       c->n_focus);
        add_figure(&b, c->least_focus, 2);
        builder_add_text(&b, "倍\n");
    }
    if (c->n_places > 0)
        builder_printf(&b, "位次：%zu处，数过各点\n", c->n_places);
    if (c->n_remarks > 0)
        builder_printf(&b, "批注：%zu处，循引线查过\n",
                       c->n_remarks);
    builder_printf(&b, "重画一遍对比：每25个像素里最多%zu个不同\n",
                   c->paint.n);
    for (size_t i = 0; i < c->faults.n; i++)
        builder_printf(&b, "错：%.*s\n", SLICE_ARGS(c->faults.at[i]));
    builder_printf(&b, "结论：%s\n", c->faults.n == 0 ? "合格" : "不合格");
    return builder_slice(&b);
}

static void
json_mark(slice_builder *b, const certified_mark *m)
{
    const display_figure *f = m->mark->figure;
    builder_add_text(b, "{\"id\":");
    written_json_text(b, m->mark->id);
    builder_add_text(b, ",\"label\":");
    written_json_text(b, f->label);
    if (f->has_value)
        builder_printf(b, ",\"value\":%.*s",
                       SLICE_ARGS(decimal_text(b->arena, f->value)));
    if (m->has_bar && !f->is_cut && m->is_seen) {
        builder_printf(b, ",\"scale\":%zu,", f->scale + 1);
        written_json(b, "length", m->length, ",");
        written_json(b, "wanted", m->wanted, "");
    }
    builder_printf(b, ",\"cut\":%s,\"labelled\":%s}",
                   f->is_cut ? "true" : "false",
                   m->is_worded && m->is_drawn ? "true" : "false");
}

slice
certificate_json(arena *a, const certificate *c, const proof_pixels *picture)
{
    slice_builder b = {.arena = a};
    builder_printf(&b, "{\"width\":%u,\"height\":%u,",
                   (unsigned)picture->picture.width,
                   (unsigned)picture->picture.height);
    written_json(&b, "pixels_per_point", picture->scale, ",\"marks\":[");
    for (size_t i = 0; i < c->marks.n; i++) {
        builder_add_text(&b, i > 0 ? ",\n" : "\n");
        json_mark(&b, &c->marks.at[i]);
    }
    builder_printf(&b, "],\"texts\":%zu,", c->n_texts);
    written_json(&b, "agreement", c->least_agreement, ",");
    written_json(&b, "contrast", c->least_contrast, ",");
    written_json(&b, "bar_contrast", c->least_bar_contrast, ",");
    if (c->n_focus > 0)
        written_json(&b, "focus", c->least_focus, ",");
    if (c->n_places > 0)
        builder_printf(&b, "\"places\":%zu,", c->n_places);
    if (c->n_remarks > 0)
        builder_printf(&b, "\"remarks\":%zu,", c->n_remarks);
    if (!isinf(c->least_gap))
        written_json(&b, "gap", c->least_gap, ",");
    if (c->points.n > 0) {
        builder_printf(&b, "\"points\":%zu,", c->points.n);
        written_json(&b, "off", c->points.worst, ",");
    }
    builder_printf(&b, "\"strange\":%zu,", c->paint.n);
    builder_add_text(&b, "\"faults\":[");
    for (size_t i = 0; i < c->faults.n; i++) {
        builder_add_text(&b, i > 0 ? "," : "");
        written_json_text(&b, c->faults.at[i]);
    }
    builder_printf(&b, "],\"sound\":%s}\n",
                   c->faults.n == 0 ? "true" : "false");
    return builder_slice(&b);
}
