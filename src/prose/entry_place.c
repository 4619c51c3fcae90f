/* Where in the report a figure stands: under which heading, in which sentence;
 * and the entry that it becomes. */
#include "base/array.h"
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/topic.h"

/* ── the place in the report ── */

/* Up to the end of the line, or of the sentence in it; *next is behind the
 * mark that ends it. */
static size_t
sentence_len(slice rest, size_t *next)
{
    slice line = slice_cut(rest, 0, slice_find(rest, SLICE_OF("\n")));
    size_t stop = slice_find(line, SLICE_OF("。"));
    *next = stop == line.len ? line.len + 1 : stop + UTF8_HAN;
    return stop;
}

void
gathering_follow(gathering *g, size_t until)
{
    slice text = g->naming.text;
    while (g->topic_at < until) {
        slice rest = slice_cut(text, g->topic_at, text.len);
        size_t next, end = sentence_len(rest, &next);
        slice line = clause_near_start(slice_trim(slice_cut(rest, 0, end)));
        bool starts_line = g->topic_at == 0 ||
                           text.at[g->topic_at - 1] == '\n';
        slice topic = starts_line ? topic_of_line(g->naming.arena, line)
                                  : topic_of_sentence(g->naming.arena, line);
        bool is_title = g->title_last > g->topic_at &&
                        g->title_first < g->topic_at + end;
        /* Within a paragraph no sentence ends what a number began. */
        if (topic.len > 0 && !is_title && (starts_line || !g->is_numbered)) {
            g->topic = topic;
            g->is_numbered = starts_line && topic_is_numbered(line);
        }
        g->is_caption = topic_is_caption(line);
        g->topic_at += next;
    }
}

/* 义务教育阶段[8]招生 without the mark of the note. */
static slice
without_notes(arena *a, slice name)
{
    slice open = SLICE_OF("["), close = SLICE_OF("]");
    for (;;) {
        size_t at = slice_find(name, open);
        slice rest = slice_cut(name, at, name.len);
        size_t end = slice_find(rest, close);
        if (at == name.len || end == rest.len || end > 3)
            return name;
        name = slice_join(a, slice_cut(name, 0, at),
                          slice_cut(rest, end + close.len, rest.len));
    }
}

/* Characters of a context, at most. */
#define CONTEXT_MOST 14

/* 地方收入 of 地方收入按构成分：, what leads the run of sentences joined by ；. */
static slice
lead_of_run(const gathering *g, const claim *c)
{
    static const slice ways[] = {SLICE("按"), SLICE("分"), SLICE("方面")};
    slice none = {NULL, 0}, text = g->naming.text;
    for (size_t k = c->clause; k-- > 0;) {
        const clause *own = &g->naming.clauses->at[k];
        slice between = slice_cut(text, own->last, c->figure->first);
        if (slice_has(between, "。") || slice_has(between, "\n"))
            break;
        slice words = clause_near_end(slice_cut(text, own->first, own->last));
        if (!(slice_starts_with(between, SLICE_OF("：")) ||
              slice_starts_with(between, SLICE_OF(":"))) ||
            slice_has_digit(words))
            continue;
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            size_t at = slice_find(words, ways[i]);
            words = at >= 2 * UTF8_HAN ? slice_cut(words, 0, at) : words;
        }
        return naming_bare(words);
    }
    return none;
}

/* The first entry of the sentence, or of the run joined by ； where it has
 * none before the figure; empty without. */
static slice
first_told(const gathering *g, size_t i, bool is_run)
{
    slice found = {NULL, 0};
    const claim *c = gathering_claim(g, i);
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = gathering_claim(g, k);
        slice between = slice_cut(g->naming.text, before->figure->last,
                                  c->figure->first);
        bool is_out = is_run ? slice_has(between, "。") ||
                                       slice_has(between, "\n")
                             : before->sentence != c->sentence;
        if (is_out)
            break;
        if (g->entry_of[k] != SIZE_MAX)
            found = g->list.at[g->entry_of[k]].name;
    }
    return found;
}

/* 中型企业PMI and 大型企业PMI, 制造业 and 采矿业利润, 进口 and 出口: neither is of
 * the other. */
static bool
is_sibling(slice name, slice other)
{
    static const slice kinds[] = {SLICE("业"), SLICE("口"), SLICE("价格")};
    size_t len = name.len < 2 * UTF8_HAN ? name.len : 2 * UTF8_HAN;
    bool is_kind = slice_ends_with(
            other, slice_cut(name, name.len - len, name.len));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        is_kind = is_kind || slice_ends_with(name, kinds[i]);
    return is_kind;
}

/* 高中阶段学校2.2万所，在校生3976万人: the first that the sentence tells of is
 * what the others are of. */
static slice
context_of(const gathering *g, size_t i, slice name)
{
    slice found = first_told(g, i, false), none = {NULL, 0};
    if (found.len == 0)
        found = lead_of_run(g, gathering_claim(g, i));
    if (found.len == 0 && gathering_claim(g, i)->kind == CLAIM_LEVEL)
        found = first_told(g, i, true);
    else
        name = none;
    if (name.len > 0 && is_sibling(name, found))
        return none;
    bool is_context = utf8_count(found) <= CONTEXT_MOST &&
                      found.len >= 2 * UTF8_HAN;
    return is_context ? found : none;
}

/* 国内增值税 of 1.国内增值税 and （3）国内增值税; 3.5代 is none of them. */
static slice
without_number(slice name)
{
    static const slice ends[] = {SLICE("."), SLICE("．"), SLICE("、"),
                                 SLICE("）"), SLICE(")")};
    slice open = SLICE_OF("（");
    size_t first = slice_starts_with(name, open) ? open.len : 0, at = first;
    while (at < name.len && name.at[at] >= '0' && name.at[at] <= '9')
        at++;
    for (size_t k = 0; at > first && k < sizeof ends / sizeof *ends; k++) {
        slice rest = slice_cut(name, at, name.len);
        if (!slice_starts_with(rest, ends[k]))
            continue;
        rest = slice_cut(rest, ends[k].len, rest.len);
        bool is_word = rest.len >= 2 * UTF8_HAN &&
                       (unsigned char)rest.at[0] >= 0x80;
        return is_word ? rest : name;
    }
    return name;
}

size_t
gathering_add(gathering *g, size_t i, slice name, slice unit)
{
    const claim *c = gathering_claim(g, i);
    name = without_number(without_notes(g->naming.arena, name));
    entry e = {.anchor = c, .name = name, .unit = unit, .topic = g->topic};
    slice deeds = naming_deeds(c->subject);
    if (deeds.len + name.len == c->subject.len) /* 审结|行政案件 */
        e.deeds = deeds;
    e.context = context_of(g, i, name);
    e.has_time = season_of_claim(g->naming.text, g->naming.clauses, c,
                                 &e.time);
    ARRAY_PUSH(g->naming.arena, &g->list, e);
    gathering_place(g, i, g->list.n - 1);
    return g->list.n - 1;
}
