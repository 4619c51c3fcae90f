#include "metrics/basis.h"

#include "base/utf8.h"

/* The basis that `text` names. */
static bool
basis_in(slice text, slice *out)
{
    static const struct { slice said, basis; } rows[] = {
        {SLICE("可比口径"), SLICE("可比口径")},
        {SLICE("同口径"), SLICE("可比口径")},
        {SLICE("可比价"), SLICE("可比价")},
        {SLICE("不变价"), SLICE("不变价")},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_find(text, rows[i].said) < text.len) {
            *out = rows[i].basis;
            return true;
        }
    return false;
}

/* Where the first of `words` begins; text.len when there is none. */
static size_t
first_of(slice text, const slice *words, size_t n)
{
    size_t first = text.len;
    for (size_t i = 0; i < n; i++) {
        size_t at = slice_find(text, words[i]);
        first = at < first ? at : first;
    }
    return first;
}

/* What a sentence tells of growth: 增长速度按不变价格计算. */
static bool
tells_of_growth(slice sentence, slice *basis)
{
    static const slice growth[] = {SLICE("增长"), SLICE("增速"),
                                   SLICE("增幅"), SLICE("同比")};
    size_t at = first_of(sentence, growth, 4);
    return at < sentence.len &&
           basis_in(slice_cut(sentence, at, sentence.len), basis);
}

/* 地区生产总值、各产业增加值和总产值 of 地区生产总值、各产业增加值和总产值绝对
 * 额按现价计算; empty when the sentence begins with the growth. */
static slice
subject_of(slice sentence)
{
    static const slice ends[] = {SLICE("绝对"), SLICE("按"),   SLICE("总量"),
                                 SLICE("增长"), SLICE("增速"), SLICE("增幅"),
                                 SLICE("同比"), SLICE("数值")};
    return slice_trim(
        slice_cut(sentence, 0, first_of(sentence, ends, 8)));
}

/* The next thing of a list, without what only bounds it: 各产业增加值. */
static slice
next_item(slice list, size_t *at)
{
    static const slice between[] = {SLICE("、"), SLICE("和"), SLICE("及"),
                                    SLICE("与"), SLICE("，")};
    static const slice scopes[] = {SLICE("各"),   SLICE("全市"), SLICE("全省"),
                                   SLICE("全县"), SLICE("全区"), SLICE("其中"),
                                   SLICE("表中"), SLICE("本表"), SLICE("的")};
    slice rest = slice_cut(list, *at, list.len);
    size_t end = first_of(rest, between, 5);
    *at += end + (end < rest.len ? SLICE_OF("、").len : 0);
    slice item = slice_trim(slice_cut(rest, 0, end));
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (slice_starts_with(item, scopes[i]))
            item = slice_cut(item, scopes[i].len, item.len);
    return item;
}

/* Whether a list of names has `name`, or the end of it. */
static bool
lists(slice subject, slice name)
{
    for (size_t at = 0; at < subject.len;) {
        slice item = next_item(subject, &at);
        if (item.len >= SLICE_OF("产值").len &&
            slice_find(name, item) < name.len)
            return true;
    }
    return false;
}

/* What is told at current prices, and its growth at constant ones. */
static bool
is_of_production(slice name)
{
    static const slice ends[] = {SLICE("生产总值"), SLICE("增加值"),
                                 SLICE("总产值")};
    return first_of(name, ends, 3) < name.len;
}

/* Whether the sentence speaks of the metric: by its name, or of all growth
 * and so of what is counted in money of production. */
static bool
speaks_of(slice sentence, const metrics_metric *m)
{
    slice subject = subject_of(sentence);
    size_t at = 0;
    bool is_of_all = subject.len == 0 || next_item(subject, &at).len == 0;
    return is_of_all ? is_of_production(m->name.text)
                     : lists(subject, m->name.text);
}

static bool
lacks_basis(const metrics_metric *m)
{
    bool has_growth = m->growth.kind == CHANGE_RATE;
    for (size_t i = 0; i < m->n_parts; i++)
        has_growth = has_growth || m->parts[i].growth.kind == CHANGE_RATE;
    return has_growth && m->basis.text.len == 0;
}

/* Each sentence of a note. */
static void
take_note(const metrics_text *note, metrics_metric *m)
{
    static const slice stops[] = {SLICE("。"), SLICE("；"), SLICE("\n")};
    for (size_t at = 0; at < note->text.len && lacks_basis(m);) {
        slice rest = slice_cut(note->text, at, note->text.len), basis;
        size_t end = first_of(rest, stops, 3);
        slice sentence = slice_cut(rest, 0, end);
        size_t next = end;
        if (end < rest.len)
            utf8_next(rest, &next);
        at += next;
        if (!tells_of_growth(sentence, &basis) || !speaks_of(sentence, m))
            continue;
        m->basis = (metrics_text){.text = basis, .span = note->span};
        m->is_basis_noted = true;
    }
}

static void
read_metric(jb_metrics *all, metrics_metric *m)
{
    slice basis;
    if (!lacks_basis(m))
        return;
    if (basis_in(m->name.text, &basis) ||
        tells_of_growth(m->note.text, &basis)) {
        m->basis = (metrics_text){.text = basis, .span = m->name.span};
        m->is_basis_noted = true;
        return;
    }
    for (size_t i = 0; i < all->document.n_notes; i++)
        take_note(&all->document.notes[i], m);
}

void
basis_read(jb_metrics *m)
{
    for (size_t i = 0; i < m->metrics.n; i++)
        read_metric(m, &m->metrics.at[i]);
}
