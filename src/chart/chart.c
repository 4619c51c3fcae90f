#include "chart/chart.h"

#include "chart/label.h"
#include "chart/magnified.h"
#include "chart/options.h"
#include "chart/plan.h"
#include "chart/remark.h"

/* The picture from top to bottom: title, subtitle, legend, plot, notes,
 * source. Only the plot gives way. */
typedef struct chart_frame {
    const chart_spec *spec;
    const jb_chart_type *type;
    const chart_plan *plan;
    bool is_tight; /* no ticks, notes in one paragraph */
    chart_label title, subtitle;
    chart_label *notes; /* the spec's, the plan's, the source */
    size_t n_notes;
    jb_len legend, head, foot; /* heights; head with the legend */
} chart_frame;

/* Gaps in thousandths of the label size. */
#define TITLE_GAP 250 /* in the tight form too */
#define HEAD_GAP 800
#define LEGEND_GAP 300
#define FOOT_GAP 700
#define NOTE_GAP 200
#define REMARK_ROOM 3000 /* kept above a plot for remarks; also more natural
                            height */
/* Of the room that a plot does not fill, so much is above it, /1000. */
#define OPTICAL_MIDDLE 400

/* Less in the tight form. */
static jb_len
gap_in(const chart_context *c, const chart_frame *f, int thousandths)
{
    jb_len gap = len_scale(label_size(c, &c->style->label), thousandths,
                           1000);
    return f->is_tight ? gap * 2 / 3 : gap;
}

static jb_len
title_gap(const chart_context *c)
{
    return len_scale(label_size(c, &c->style->label), TITLE_GAP, 1000);
}

static chart_label
text_block(const chart_context *c, const style_text *look, slice text,
           jb_len width, text_align align)
{
    return label_set(c, &(label_wish){.look = look, .text = text,
                                      .measure = width, .align = align});
}

static slice
types_text(arena *a)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < chart_types_count(); i++)
        builder_printf(&b, "%s%s（%s）", i == 0 ? "" : "、",
                       chart_type_at(i)->name, chart_type_at(i)->chinese);
    return builder_slice(&b);
}

static const jb_chart_type *
type_for(const chart_context *c, const chart_spec *spec)
{
    const jb_chart_type *type = chart_type_lookup(spec->kind);
    if (type == NULL) {
        diag_report(c->diags, &CHART_KIND_UNKNOWN, spec->span, spec->id,
                    spec->kind, types_text(c->arena));
        return NULL;
    }
    const char *why = type->refuses == NULL ? NULL : type->refuses(spec);
    if (why == NULL)
        return type;
    diag_report(c->diags, &CHART_UNSUITABLE, spec->span, spec->id,
                slice_from(type->chinese), slice_from(why));
    return NULL;
}

static slice
millimetres(arena *a, jb_len l)
{
    int64_t units = (int64_t)l * 254;
    return slice_printf(a, "%d", (int)(units / (LEN_PER_PT * 720)));
}

static bool
plan_from(const chart_context *c, chart_frame *f, jb_size size)
{
    chart_options options;
    if (!chart_options_from(f->spec, f->type->options, f->type->n_options,
                            &options, c->diags))
        return false;
    if (f->is_tight && !f->type->needs_axis)
        options.chosen[OPTION_AXIS] = AXIS_HIDDEN;
    f->plan = f->type->plan(c, f->spec, &options, size);
    if (f->plan == NULL)
        diag_report(c->diags, &CHART_TOO_NARROW, f->spec->span, f->spec->id,
                    millimetres(c->arena, size.w));
    return f->plan != NULL;
}

static chart_label
note_block(const chart_context *c, slice text, jb_len width)
{
    return text_block(c, &c->style->note, text, width, TEXT_JUSTIFY);
}

static void
foot_add(const chart_context *c, chart_frame *f, slice text, jb_len width)
{
    chart_label note = note_block(c, text, width);
    if (note.paragraph == NULL)
        return;
    jb_len gap = gap_in(c, f, f->n_notes == 0 ? FOOT_GAP : NOTE_GAP);
    f->foot += note.height + gap;
    f->notes[f->n_notes++] = note;
}

/* On a line of its own, or behind the others. */
static void
note_add(const chart_context *c, chart_frame *f, slice text, jb_len width,
         slice_builder *run)
{
    if (!f->is_tight)
        foot_add(c, f, text, width);
    else if (text.len > 0)
        builder_printf(run, "%s%.*s", run->len > 0 ? "　" : "",
                       SLICE_ARGS(text));
}

/* A note behind a mark stands where the mark does, any other everywhere. */
static bool
is_note_shown(const chart_plan *plan, const chart_spec *spec, slice note)
{
    if (slice_starts_with_any(note, plan->marks, plan->n_marks))
        return true;
    for (size_t s = 0; s < spec->n_series; s++)
        for (size_t i = 0; i < spec->n_categories; i++) {
            slice mark = spec->series[s].data[i].note_mark;
            if (mark.len > 0 && slice_starts_with(note, mark))
                return false;
        }
    return true;
}

/* Whether bars compare from page to page is told on each (IBCS CH 4.3). */
static slice
pages_note(const chart_plan *plan)
{
    return plan->has_own_scales
               ? SLICE_OF("各图刻度不同，图间不能比长短。")
           : plan->is_split ? SLICE_OF("其余各项刻度相同。")
                            : SLICE_OF("各图刻度相同。");
}

typedef struct note_texts {
    slice *at;
    size_t n;
} note_texts;

/* Behind the last note, where its line has room, or on a line of its own. */
static void
pages_note_add(const chart_context *c, const chart_plan *plan, jb_len width,
               note_texts *texts)
{
    slice note = pages_note(plan);
    if (texts->n > 0) {
        slice *last = &texts->at[texts->n - 1];
        slice joined = slice_printf(c->arena, "%.*s　%.*s",
                                    SLICE_ARGS(*last), SLICE_ARGS(note));
        chart_label set = text_block(c, &c->style->note, joined, width,
                                     TEXT_START);
        if (label_lines_count(&set) == 1) {
            *last = joined;
            return;
        }
    }
    texts->at[texts->n++] = note;
}

static note_texts
notes_gather(const chart_context *c, const chart_frame *f, jb_len width)
{
    const chart_plan *plan = f->plan;
    const chart_spec *spec = f->spec;
    note_texts texts = {ARENA_ARRAY(c->arena,
                                    spec->n_notes + plan->notes.n + 1, slice),
                        0};
    for (size_t i = 0; i < spec->n_notes; i++)
        if (!plan->is_part || is_note_shown(plan, spec, spec->notes[i]))
            texts.at[texts.n++] = spec->notes[i];
    for (size_t i = 0; i < plan->notes.n; i++)
        texts.at[texts.n++] = plan->notes.at[i];
    if (spec->is_page)
        pages_note_add(c, plan, width, &texts);
    return texts;
}

/* Behind the other notes where their last line has room for it, else on a
 * line of its own: it is looked for at the foot, and not in the middle. */
static void
source_add(const chart_context *c, chart_frame *f, jb_len width,
           slice_builder *run)
{
    slice source = f->spec->source;
    slice notes = slice_copy(c->arena, builder_slice(run));
    note_add(c, f, source, width, run);
    slice all = builder_slice(run);
    bool is_apart = source.len > 0 && notes.len > 0 && all.len > notes.len &&
                    note_block(c, all, width).height >
                        note_block(c, notes, width).height;
    foot_add(c, f, is_apart ? notes : all, width);
    if (is_apart)
        foot_add(c, f, source, width);
}

static void
foot_set(const chart_context *c, chart_frame *f, jb_len width)
{
    const chart_spec *spec = f->spec;
    note_texts texts = notes_gather(c, f, width);
    f->notes = ARENA_ARRAY(c->arena, texts.n + 2, chart_label);
    f->n_notes = 0;
    f->foot = 0;
    slice_builder run = {.arena = c->arena};
    for (size_t i = 0; i < texts.n; i++)
        note_add(c, f, texts.at[i], width, &run);
    source_add(c, f, width, &run);
    f->foot = len_max(f->foot, spec->foot_least);
}

/* No larger than the labels in the tight form. */
static chart_label
title_block(const chart_context *c, const chart_frame *f, jb_len width)
{
    style_text look = c->style->title;
    if (f->is_tight) {
        look.size = c->style->label.size;
        look.leading = c->style->label.leading;
    }
    return label_set(c, &(label_wish){.look = &look, .text = f->spec->title,
                                      .measure = width, .align = TEXT_START,
                                      .is_emphasis = true});
}

static void
head_set(const chart_context *c, chart_frame *f, jb_len width)
{
    const chart_spec *spec = f->spec;
    if (c->has_title) {
        f->title = title_block(c, f, width);
        f->subtitle = text_block(c, &c->style->subtitle, spec->subtitle,
                                 width, TEXT_START);
    }
    f->head = f->title.height + f->subtitle.height;
    if (f->title.height > 0 && f->subtitle.height > 0)
        f->head += title_gap(c);
    if (f->head > 0)
        f->head += gap_in(c, f, HEAD_GAP);
    f->legend = legend_height(c, f->plan->keys, f->plan->n_keys, width);
    if (f->legend > 0)
        f->legend += gap_in(c, f, LEGEND_GAP);
    f->head += f->legend;
}

/* Whether the plan made for any height serves for this one. Pages of one list
 * are all alike, however full. */
static bool
suits_height(const chart_frame *f, jb_len height)
{
    const chart_plan *plan = f->plan;
    return height >= len_max(plan->least,
                             f->spec->is_page ? 0 : plan->eased) &&
           (f->spec->is_page || height <= plan->natural * 3 / 2);
}

/* A plot that is free in height first; what title and notes leave of a given
 * height may ask for another arrangement, and that for other keys and
 * notes. */
static bool
frame_fill(const chart_context *c, chart_frame *f, jb_size size)
{
    const chart_spec *spec = f->spec;
    f->type = type_for(c, spec);
    if (f->type == NULL || !plan_from(c, f, (jb_size){size.w, 0}))
        return false;
    head_set(c, f, size.w);
    foot_set(c, f, size.w);
    if (size.h == 0)
        return true;
    jb_len around = 0;
    if (suits_height(f, size.h - f->head - f->foot))
        return true;
    for (int i = 0; i < 2 && around != f->head + f->foot; i++) {
        around = f->head + f->foot;
        if (!plan_from(c, f, (jb_size){size.w, len_max(size.h - around, 1)}))
            return false;
        head_set(c, f, size.w);
        foot_set(c, f, size.w);
    }
    return true;
}

static jb_len
least_of(const chart_frame *f)
{
    return f->head + f->plan->least + f->foot;
}

/* Tight only where it helps. */
static bool
frame_from(const chart_context *c, const chart_spec *spec, jb_size size,
           chart_frame *f)
{
    spec = magnified_from(c, spec);
    *f = (chart_frame){.spec = spec, .is_tight = true};
    if (spec->is_tight && frame_fill(c, f, size))
        return true;
    *f = (chart_frame){.spec = spec};
    if (!frame_fill(c, f, size))
        return false;
    bool is_low = size.h == 0 || least_of(f) <= size.h;
    if (is_low && !f->plan->is_crowded)
        return true;
    chart_frame tight = {.spec = spec, .is_tight = true};
    if (frame_fill(c, &tight, size) && least_of(&tight) <= size.h &&
        (!is_low || !tight.plan->is_crowded))
        *f = tight;
    return true;
}

chart_heights
chart_heights_at(const chart_context *c, const chart_spec *spec, jb_len width)
{
    chart_frame f;
    if (!frame_from(c, spec, (jb_size){width, 0}, &f))
        return (chart_heights){0, 0, 0};
    jb_len around = f.head + f.foot;
    jb_len more = spec->n_remarks > 0 ? gap_in(c, &f, REMARK_ROOM) : 0;
    return (chart_heights){around + f.plan->natural + more,
                           around + f.plan->least, f.foot};
}

jb_len
chart_least_in(const chart_context *c, const chart_spec *spec, jb_size room)
{
    chart_frame f = {.spec = magnified_from(c, spec), .is_tight = true};
    return frame_fill(c, &f, room) ? least_of(&f) : 0;
}

/* Whether it can be drawn, with whatever notes its remarks become. */
static bool
is_built(const chart_context *c, const chart_spec *spec, jb_size room)
{
    chart_context trial = *c;
    trial.arena = arena_new();
    trial.diags = diags_new();
    jb_display d = {.arena = trial.arena};
    bool is_done = chart_build(&trial, spec, room, SLICE_OF(""), &d);
    diags_drop(trial.diags);
    arena_drop(trial.arena);
    return is_done;
}

bool
chart_stands_in(const chart_context *c, const chart_spec *spec, jb_size room)
{
    arena_mark mark = arena_mark_now(c->arena);
    jb_len least = chart_least_in(c, spec, room);
    arena_release(c->arena, mark);
    return least > 0 && least <= room.h &&
           (spec->n_remarks == 0 || is_built(c, spec, room));
}

bool
chart_is_whole_in(const chart_context *c, const chart_spec *spec, jb_size room)
{
    arena_mark mark = arena_mark_now(c->arena);
    chart_frame f;
    bool is_whole = frame_from(c, spec, room, &f) && f.plan->without == NULL;
    arena_release(c->arena, mark);
    return is_whole && chart_stands_in(c, spec, room);
}

#define ENLARGED_MOST 8000 /* /1000 */
#define ENLARGED_STEP 25

static bool
stands_enlarged(const chart_context *c, const chart_spec *spec, jb_size size,
                int times)
{
    return chart_stands_in(c, spec,
                           (jb_size){len_scale(size.w, times, 1000),
                                     len_scale(size.h, times, 1000)});
}

/* Sought by halves: more room is never too little. */
static int
enlargement_of(const chart_context *c, const chart_spec *spec, jb_size size)
{
    int steps = (ENLARGED_MOST - 1000) / ENLARGED_STEP, failed = -1;
    if (!stands_enlarged(c, spec, size, ENLARGED_MOST))
        return 0;
    while (failed + 1 < steps) {
        int middle = failed + (steps - failed) / 2;
        if (stands_enlarged(c, spec, size, 1000 + middle * ENLARGED_STEP))
            steps = middle;
        else
            failed = middle;
    }
    return 1000 + steps * ENLARGED_STEP;
}

int
chart_enlargement(const chart_context *c, const chart_spec *spec,
                  jb_size size)
{
    /* What is found wrong with sizes that are only tried is not told. */
    chart_context trial = *c;
    trial.arena = arena_new();
    trial.diags = diags_new();
    int times = enlargement_of(&trial, spec, size);
    diags_drop(trial.diags);
    arena_drop(trial.arena);
    return times;
}

jb_len
chart_measure(const chart_context *c, const chart_spec *spec, jb_len width)
{
    return chart_heights_at(c, spec, width).natural;
}

static void
head_draw(const chart_context *c, const chart_frame *f, jb_len width,
          jb_display *d)
{
    jb_point at = {0, 0};
    label_draw(d, &f->title, at);
    at.y = f->title.height;
    if (f->title.height > 0 && f->subtitle.height > 0)
        at.y += title_gap(c);
    label_draw(d, &f->subtitle, at);
    legend_draw(c, f->plan->keys, f->plan->n_keys,
                (jb_rect){0, f->head - f->legend, width, f->legend}, d);
}

static void
foot_draw(const chart_context *c, const chart_frame *f, jb_len height,
          jb_display *d)
{
    jb_point at = {0, height - f->foot};
    for (size_t i = 0; i < f->n_notes; i++) {
        at.y += gap_in(c, f, i == 0 ? FOOT_GAP : NOTE_GAP);
        label_draw(d, &f->notes[i], at);
        at.y += f->notes[i].height;
    }
}

/* A plot drawn with its remarks. */
typedef struct plot_trial {
    jb_display display;
    remarks_placed remarks;
} plot_trial;

/* Below so much room that is left to them. */
static plot_trial
plot_try(const chart_frame *f, const remarks_wish *w, jb_len above)
{
    plot_trial t = {.display = {.arena = w->c->arena}};
    jb_display plot = t.display;
    f->type->draw(w->c, f->plan, (jb_size){w->size.w, w->size.h - above},
                  &plot);
    display_append(&t.display, &plot, (jb_point){0, above});
    t.remarks = remarks_place(w, &t.display);
    return t;
}

/* Remarks that find no place get some above, if the plot can spare it. */
static plot_trial
plot_from(const chart_context *c, const chart_frame *f, jb_size size)
{
    remarks_wish wish = {c, f->spec, size, false};
    jb_len room = gap_in(c, f, REMARK_ROOM);
    plot_trial best = plot_try(f, &wish, 0);
    if (size.h - room < f->plan->least)
        room = 0;
    for (int i = 1; i < 4 && best.remarks.n_left > 0; i++) {
        wish.is_tight = i >= 2;
        plot_trial t = plot_try(f, &wish, i % 2 == 1 ? room : 0);
        if (t.remarks.n_left < best.remarks.n_left)
            best = t;
    }
    return best;
}

/* The height that the plot takes of its room. */
static jb_len
plot_height(const chart_frame *f, jb_len room)
{
    /* Pages of one list begin alike, below their heads. */
    bool is_page = f->spec->n_parts > 1;
    return f->plan->most > 0 && !is_page ? len_min(room, f->plan->most)
                                         : room;
}

static void
report_too_small(const chart_context *c, const chart_frame *f, jb_size size)
{
    jb_len need = chart_least_in(c, f->spec, size);
    diag_report(c->diags, &CHART_TOO_SMALL, f->spec->span, f->spec->id,
                slice_printf(c->arena, "%zu", f->spec->n_categories),
                millimetres(c->arena, size.w),
                millimetres(c->arena, size.h),
                millimetres(c->arena, need + LEN_OF_MM(1)));
}

/* The specification with remarks that found no place as notes instead. */
static const chart_spec *
without_remarks(const chart_context *c, const chart_spec *spec,
                const remarks_placed *placed)
{
    chart_spec *out = ARENA_NEW(c->arena, chart_spec);
    *out = *spec;
    out->remarks = ARENA_ARRAY(c->arena, spec->n_remarks, chart_remark);
    out->notes = ARENA_ARRAY(c->arena, spec->n_notes + placed->n_left, slice);
    out->n_remarks = 0;
    for (size_t i = 0; i < spec->n_notes; i++)
        out->notes[i] = spec->notes[i];
    for (size_t i = 0; i < spec->n_remarks; i++) {
        const chart_remark *remark = &spec->remarks[i];
        if (placed->is_placed[i]) {
            out->remarks[out->n_remarks++] = *remark;
            continue;
        }
        out->notes[out->n_notes++] = remark_note(c->arena, remark);
        diag_report(c->diags, &CHART_REMARK_MOVED, spec->span, spec->id,
                    remark->name);
    }
    return out;
}

/* The frame with a plot whose remarks all have their place. */
static bool
frame_with_plot(const chart_context *c, const chart_spec *spec, jb_size size,
                chart_frame *f, jb_display *plot)
{
    for (;;) {
        if (!frame_from(c, spec, size, f))
            return false;
        jb_len room = size.h - f->head - f->foot;
        if (room < f->plan->least) {
            report_too_small(c, f, size);
            return false;
        }
        plot_trial t = plot_from(
            c, f, (jb_size){size.w, plot_height(f, room)});
        *plot = t.display;
        if (t.remarks.n_left == 0)
            return true;
        spec = without_remarks(c, spec, &t.remarks);
    }
}

bool
chart_build(const chart_context *c, const chart_spec *spec, jb_size size,
            slice alt, jb_display *d)
{
    chart_frame f;
    jb_display plot;
    if (!frame_with_plot(c, spec, size, &f, &plot))
        return false;
    if (f.plan->without != NULL)
        diag_report(c->diags, &CHART_WITHOUT, spec->span, spec->id,
                    slice_from(f.plan->without), slice_from(f.plan->why));
    jb_len room = size.h - f.head - f.foot;
    jb_len above = len_scale(room - plot_height(&f, room), OPTICAL_MIDDLE,
                             1000);
    display_group_begin(d, (display_group){.role = ROLE_FIGURE,
                                           .id = spec->id,
                                           .title = spec->title,
                                           .alt = alt,
                                           .bounds = {0, 0, size.w, size.h}});
    head_draw(c, &f, size.w, d);
    display_append(d, &plot, (jb_point){0, f.head + above});
    foot_draw(c, &f, size.h, d);
    display_group_end(d);
    return true;
}
