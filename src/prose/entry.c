#include "base/array.h"
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"
#include "prose/topic.h"

const claim *
gathering_claim(const gathering *g, size_t i)
{
    return &g->naming.claims->at[i];
}

slice
gathering_lead(const gathering *g, const claim *c)
{
    size_t first = g->naming.clauses->at[c->clause].first;
    return clause_near_end(
            slice_cut(g->naming.text, first, c->figure->first));
}

void
gathering_place(gathering *g, size_t i, size_t at)
{
    g->entry_of[i] = at;
    g->list.is_placed[i] = true;
}

bool
gathering_is_bare(const gathering *g, const claim *c)
{
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.clauses->at[c->clause].last);
    return c->subject.len == 0 && slice_trim(rest).len == 0;
}

size_t
gathering_before(const gathering *g, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        if (gathering_claim(g, k)->sentence != gathering_claim(g, i)->sentence)
            break;
        bool is_beside = gathering_claim(g, k)->is_aside &&
                         !gathering_claim(g, i)->is_aside;
        if (g->entry_of[k] != SIZE_MAX && !is_beside)
            return g->entry_of[k];
    }
    return SIZE_MAX;
}

slice
gathering_owner(const gathering *g, size_t i)
{
    size_t at = gathering_before(g, i), k = i;
    if (at == SIZE_MAX)
        return (slice){NULL, 0};
    while (k > 0 && g->entry_of[k - 1] != at)
        k--;
    bool is_second = k > 1 && g->entry_of[k - 2] != SIZE_MAX &&
                     gathering_is_pair(gathering_claim(g, k - 2),
                                       gathering_claim(g, k - 1));
    return g->list.at[is_second ? g->entry_of[k - 2] : at].name;
}

bool
gathering_is_name(slice s)
{
    return s.len >= 2 * UTF8_HAN || naming_is_initials(s);
}

/* ── levels ── */

/* 18—34岁 names those who are counted; 平均年龄42岁 is a figure. */
bool
gathering_is_age(const claim *c)
{
    return slice_is(c->figure->quantity.unit.base, "岁") &&
           !slice_ends_with(c->subject, SLICE_OF("年龄")) &&
           !slice_ends_with(c->subject, SLICE_OF("寿命"));
}

static bool
is_level(const claim *c)
{
    return c->kind == CLAIM_LEVEL && !gathering_is_age(c) &&
           (c->figure->sort == FIGURE_QUANTITY ||
            c->figure->sort == FIGURE_PERCENT);
}

/* A year's expectation right behind the figure to date is of the same
 * thing. */
static bool
completes(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (!c->is_expected || c->subject.len > 0)
        return false;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = gathering_claim(g, k);
        if (before->sentence + 1 < c->sentence)
            return false;
        if (before->kind == CLAIM_LEVEL)
            return before->is_to_date &&
                   unit_is_same_base(before->figure->quantity.unit,
                                     c->figure->quantity.unit);
    }
    return false;
}

static bool
is_same_figure(const claim *a, const claim *b)
{
    const jb_quantity *x = &a->figure->quantity, *y = &b->figure->quantity;
    return slice_equal(x->unit.name, y->unit.name) && x->bound == y->bound &&
           decimal_compare(x->value, y->value) == 0;
}

static bool
is_at_least(const claim *c, int64_t least)
{
    jb_decimal d = {least, 0};
    return decimal_compare(c->figure->quantity.value, d) >= 0;
}

/* A figure that two things seldom share: 33, 1.78. */
static bool
is_rare(const claim *c)
{
    return is_at_least(c, 10) || c->figure->quantity.value.scale > 0;
}

/* How much of two names must agree for one figure to be one thing: small
 * counts are those of many things, large ones of few. */
static bool
is_same_name(const claim *c, slice a, slice b)
{
    size_t n = naming_shared(a, b), least = is_at_least(c, 10) ? 4 : 5;
    bool is_end = slice_ends_with(a, b) || slice_ends_with(b, a);
    bool is_most = 2 * n >= utf8_count(a) || 2 * n >= utf8_count(b);
    if (is_end)
        return n >= (is_at_least(c, 100) ? 2 : 4) || slice_equal(a, b);
    return n >= least && (is_most || (n > 4 && is_rare(c)));
}

static bool
is_same_time(const entry *e, const entry *other)
{
    return !e->has_time || !other->has_time ||
           (e->time.first == other->time.first &&
            e->time.last == other->time.last);
}

size_t
gathering_known(const gathering *g)
{
    const entry *e = &g->list.at[g->list.n - 1];
    for (size_t i = 0; i + 1 < g->list.n; i++) {
        const entry *k = &g->list.at[i];
        if (k->level != NULL && is_same_figure(k->level, e->level) &&
            is_same_time(k, e) && is_same_name(e->level, k->name, e->name))
            return i;
    }
    return SIZE_MAX;
}

/* The levels right before a total that make it up. */
static size_t
parts_start(const gathering *g, size_t i)
{
    const claim *total = gathering_claim(g, i);
    jb_decimal sum = {0, 0};
    for (size_t k = i; k-- > 0;) {
        const claim *c = gathering_claim(g, k);
        if (!is_level(c) || c->sentence != total->sentence ||
            !slice_equal(c->figure->quantity.unit.name,
                         total->figure->quantity.unit.name) ||
            !decimal_add(sum, c->figure->quantity.value, &sum))
            break;
        if (i - k >= 2 &&
            decimal_compare(sum, total->figure->quantity.value) == 0)
            return k;
    }
    return i;
}

/* 评价入库科技型中小企业 is the part 评价入库 of 科技型中小企业. */
static slice
part_name(const gathering *g, size_t i)
{
    slice deeds = naming_deeds(gathering_claim(g, i)->subject);
    return deeds.len >= 2 * UTF8_HAN ? deeds
                                : g->list.at[g->entry_of[i]].name;
}

static void
set_parts(gathering *g, size_t i, entry *e)
{
    size_t first = parts_start(g, i);
    if (first == i)
        return;
    e->n_parts = i - first;
    e->parts = ARENA_ARRAY(g->naming.arena, e->n_parts, entry_part);
    for (size_t k = 0; k < e->n_parts; k++) {
        e->parts[k] = (entry_part){part_name(g, first + k),
                                   gathering_claim(g, first + k)};
        g->list.at[g->entry_of[first + k]].is_part = true;
    }
    e->name = naming_bare(g->list.at[g->entry_of[first]].name);
}

/* 建材行业亏损0.6亿元 is a profit of −0.6, 煤炭板块盈利0.7亿元 one of 0.7. */
static void
set_loss(gathering *g, entry *e)
{
    slice lead = slice_trim(gathering_lead(g, e->anchor));
    slice name = gathering_without_result(e->name);
    if (gathering_without_result(lead).len == lead.len ||
        name.len == e->name.len)
        return;
    bool is_net = slice_ends_with(name, SLICE_OF("净")) ||
                  slice_ends_with(e->name, SLICE_OF("净亏损")) ||
                  slice_ends_with(e->name, SLICE_OF("净盈利"));
    bool is_named = slice_ends_with(name, SLICE_OF("利润")) ||
                    slice_ends_with(name, SLICE_OF("利润总额"));
    e->is_negative = gathering_is_loss(g, e->anchor);
    e->name = is_named ? name
                       : slice_join(g->naming.arena, name,
                                    is_net ? SLICE_OF("净利润")
                                           : SLICE_OF("利润总额"));
}

void
gathering_drop_newest(gathering *g, size_t i, size_t known)
{
    if (g->list.at[known].topic.len == 0)
        g->list.at[known].topic = ARRAY_LAST(&g->list)->topic;
    g->list.n--;
    gathering_place(g, i, known);
}

/* 预计全年|新认定|200家: when nothing is named, what was done. */
static slice
bare_lead(const gathering *g, const claim *c)
{
    slice lead = gathering_lead(g, c);
    const lexicon_word *word;
    while ((word = lexicon_start(lead, LEXICON_HEAD)) != NULL ||
           (word = lexicon_start(lead, LEXICON_EXPECTED)) != NULL)
        lead = slice_trim(slice_cut(lead, word->text.len, lead.len));
    season time;
    bool is_short = lead.len <= 10 * UTF8_HAN &&
                    slice_find(lead, SLICE_OF("、")) == lead.len &&
                    !(season_read(lead, &time) &&
                     time.len + UTF8_HAN >= lead.len);
    return is_short ? lead : (slice){NULL, 0};
}

/* X数量居全省第2位，共4家: the rank's clause names what is counted. */
static bool
is_ranked(const gathering *g, size_t i)
{
    return i > 0 && gathering_is_bare(g, gathering_claim(g, i)) &&
           gathering_claim(g, i - 1)->kind == CLAIM_RANK &&
           gathering_claim(g, i - 1)->clause + 1 ==
                   gathering_claim(g, i)->clause &&
           g->entry_of[i - 1] == SIZE_MAX;
}

static void
add_ranked(gathering *g, size_t i)
{
    const claim *rank = gathering_claim(g, i - 1);
    slice number = SLICE_OF("数量");
    slice name = naming_of_change(&g->naming, rank, (slice){NULL, 0});
    if (slice_ends_with(name, number))
        name = slice_cut(name, 0, name.len - number.len);
    if (name.len < 2 * UTF8_HAN)
        return;
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_add(g, i, name, c->figure->quantity.unit.name);
    g->list.at[at].level = c;
    gathering_set_rank(g, i - 1, at);
}

/* 高于同期全国2.8%的增幅: the figure is another's. */
static bool
opens_with_distance(slice lead)
{
    static const slice words[] = {SLICE("高于"), SLICE("高出"), SLICE("低于"),
                                  SLICE("快于"), SLICE("慢于")};
    static const slice ends[] = {SLICE("高"), SLICE("低"), SLICE("多"),
                                 SLICE("少")};
    lead = slice_trim(lead);
    bool is_against = slice_starts_with(lead, SLICE_OF("较")) ||
                      slice_starts_with(lead, SLICE_OF("比"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(lead, words[i]))
            return true;
    for (size_t i = 0; is_against && i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(lead, ends[i]))
            return true;
    return false;
}

/* 恢复至2019年同期水平的81% is of the figure before. */
static bool
is_recovery(const gathering *g, size_t i)
{
    slice lead = slice_trim(gathering_lead(g, gathering_claim(g, i)));
    bool is_said = slice_starts_with(lead, SLICE_OF("恢复至")) ||
                   slice_starts_with(lead, SLICE_OF("恢复到"));
    return is_said && gathering_before(g, i) != SIZE_MAX &&
           gathering_claim(g, i)->figure->sort == FIGURE_PERCENT;
}

/* 变动达30%以上的主要原因: which things are meant, not how much there is. */
static bool
is_criterion(const gathering *g, const claim *c)
{
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    /* 回复率低于最低标准92% */
    bool is_standard = slice_ends_with(gathering_lead(g, c),
                                       SLICE_OF("标准"));
    bool is_bounded = c->figure->quantity.bound != BOUND_EXACT &&
                      slice_starts_with(rest, SLICE_OF("的"));
    bool is_counted = c->figure->quantity.unit.kind == UNIT_COUNT &&
                      c->figure->quantity.bound == BOUND_AT_LEAST;
    return (c->figure->sort == FIGURE_PERCENT && is_standard) ||
           (is_bounded && (c->figure->sort == FIGURE_PERCENT || is_counted));
}

/* 进出口连续三年增长10%以上，达到402.3亿元: what the change before is of. */
static slice
name_of_before(const gathering *g, size_t i)
{
    slice none = {NULL, 0};
    if (i == 0 || gathering_claim(g, i - 1)->kind == CLAIM_LEVEL ||
        gathering_claim(g, i - 1)->sentence != gathering_claim(g, i)->sentence)
        return none;
    return naming_of_change(&g->naming, gathering_claim(g, i - 1), none);
}

/* ；2024年完成14.5亿元: a time and a verb are said of what the run of sentences
 * told last in that unit. */
static slice
name_of_run(const gathering *g, size_t i)
{
    season time;
    slice none = {NULL, 0};
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    if (!season_read(lead, &time) || lead.len > time.len + 4 * UTF8_HAN ||
        gathering_is_name(naming_of_words(&g->naming, lead)))
        return none;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        slice said = slice_cut(g->naming.text,
                               gathering_claim(g, k)->figure->last,
                               c->figure->first);
        if (slice_has(said, "。") || slice_has(said, "\n"))
            break;
        if (g->entry_of[k] != SIZE_MAX &&
            slice_equal(g->list.at[g->entry_of[k]].unit,
                        c->figure->quantity.unit.name))
            return g->list.at[g->entry_of[k]].name;
    }
    return none;
}

/* 35%持平，25%减少: what became of them, not who they are. */
static bool
is_outcome(slice name)
{
    const lexicon_word *change = lexicon_start(name, LEXICON_CHANGE);
    return slice_is(name, "持平") ||
           (change != NULL && change->text.len == name.len);
}

static void
add_level(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (gathering_is_beside(g, i) || is_criterion(g, c) ||
        gathering_is_size(g, i) || naming_is_unlisted(&g->naming, i))
        return;
    slice name = gathering_level_name(g, i);
    if (!gathering_is_name(name) && gathering_is_bare(g, c))
        name = name_of_before(g, i);
    if (!gathering_is_name(name))
        name = name_of_run(g, i);
    if (!gathering_is_name(name))
        name = bare_lead(g, c);
    if (!gathering_is_name(name) || naming_is_none(&g->naming, c) ||
        naming_is_broken(name) || is_outcome(name) ||
        opens_with_distance(gathering_lead(g, c)))
        return;
    size_t at = gathering_add(g, i, name, c->figure->quantity.unit.name);
    entry *e = &g->list.at[at];
    e->level = c;
    set_loss(g, e);
    gathering_turned(g, e);
    slice since = gathering_since(g, c);
    if (since.len > 0 && slice_has(gathering_lead(g, c), "累计"))
        e->name = slice_printf(g->naming.arena, "%.*s累计%.*s",
                               SLICE_ARGS(since), SLICE_ARGS(e->name));
    if (c->is_total)
        set_parts(g, i, e);
    gathering_set_aim(g, e, c);
    gathering_set_expected(g, e);
    size_t known = gathering_known(g);
    if (known != SIZE_MAX)
        gathering_drop_newest(g, i, known);
}

static void
add_whole(gathering *g, size_t i)
{
    size_t k = i;
    while (k > 0 && gathering_claim(g, k - 1)->kind != CLAIM_LEVEL)
        k--;
    size_t at = k > 0 ? g->entry_of[k - 1] : SIZE_MAX;
    if (at == SIZE_MAX)
        return;
    if (g->list.at[at].whole == NULL)
        g->list.at[at].whole = gathering_claim(g, i);
    gathering_place(g, i, at);
}

/* ── levels that belong to another ── */

static void
note_words(gathering *g, size_t i, size_t at, slice words)
{
    if (at == SIZE_MAX)
        return;
    slice *note = &g->list.at[at].note;
    bool is_said = slice_ends_with(*note, words);
    if (!is_said)
        *note = note->len == 0
                        ? words
                        : slice_printf(g->naming.arena, "%.*s；%.*s",
                                       SLICE_ARGS(*note), SLICE_ARGS(words));
    gathering_place(g, i, at);
}

void
gathering_note(gathering *g, size_t i)
{
    const clause *own =
            &g->naming.clauses->at[gathering_claim(g, i)->clause];
    note_words(g, i, gathering_before(g, i),
               slice_trim(slice_cut(g->naming.text, own->first,
                                    own->last)));
}

/* 合137.84亿斤 */
static void
note_figure(gathering *g, size_t i)
{
    const figure *f = gathering_claim(g, i)->figure;
    note_words(g, i, g->entry_of[i - 1],
               slice_join(g->naming.arena, SLICE_OF("合"),
                          slice_cut(g->naming.text, f->first, f->last)));
}

static bool
opens_with_base(slice lead)
{
    lead = slice_trim(lead);
    return lexicon_start(lead, LEXICON_BASIS) != NULL ||
           lexicon_start(lead, LEXICON_VERSUS) != NULL;
}

/* 拉动工业增长8.5个百分点, 占比提高2.6个百分点: of the figure before. */
static bool
is_of_before(const gathering *g, const claim *c)
{
    static const slice words[] = {SLICE("拉动"), SLICE("占比"), SLICE("快于"),
                                  SLICE("高于"), SLICE("高出"), SLICE("低于"),
                                  SLICE("慢于"), SLICE("比重"), SLICE("较"),
                                  SLICE("比")};
    slice lead = slice_trim(gathering_lead(g, c));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(lead, words[i]))
            return c->kind == CLAIM_POINTS;
    return false;
}

/* 五年翻了两番, 四年平均增长4.4%. */
static bool
opens_with_years(const gathering *g, const claim *c)
{
    return season_years_len(slice_trim(gathering_lead(g, c))) > 0;
}

/* 连续六年稳定在680万吨以上: said of the figure before. */
static bool
is_of_run(const gathering *g, size_t i)
{
    slice lead = slice_trim(gathering_lead(g, gathering_claim(g, i)));
    return slice_starts_with(lead, SLICE_OF("连续")) &&
           season_years_len(lead) > 0 && gathering_before(g, i) != SIZE_MAX;
}

/* 两年平均增长4.1%, 比年初增加31.2亿元: said of the level before, and no field
 * of it. */
static void
note_changes(gathering *g)
{
    for (size_t i = 0; i < g->naming.claims->n; i++) {
        const claim *c = gathering_claim(g, i);
        bool is_change = c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS ||
                         c->kind == CLAIM_CHANGE || c->kind == CLAIM_DOUBLING;
        bool is_carried =
            c->level != CLAIM_OF_NOTHING &&
            (opens_with_base(gathering_lead(g, c)) ||
             slice_equal(c->subject,
                         gathering_claim(g, c->level)->subject));
        bool is_its = is_carried && g->entry_of[c->level] != SIZE_MAX &&
                      g->entry_of[c->level] == gathering_before(g, i);
        slice origin = gathering_origin_words(g, i);
        if (origin.len > 0)
            note_words(g, i, g->entry_of[i], origin);
        if (!g->list.is_placed[i] && is_change &&
            (is_its || is_of_before(g, c) || is_of_run(g, i) ||
             opens_with_years(g, c)))
            gathering_note(g, i);
    }
}

/* ── what is no level ── */

/* 每百元…中的成本: the hundred is no figure. */
static bool
is_rate_base(const gathering *g, const claim *c)
{
    return slice_ends_with(gathering_lead(g, c), SLICE_OF("每"));
}

/* 135企业 lacks its measure word; the noun gives it. */
static bool
lacks_measure(const gathering *g, const claim *c)
{
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    return c->figure->sort == FIGURE_BARE && !c->figure->is_chinese &&
           lexicon_start(rest, LEXICON_COUNTED) != NULL;
}

static void
add_unmeasured(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    bool is_firm = slice_starts_with(rest, SLICE_OF("企业")) ||
                   slice_starts_with(rest, SLICE_OF("公司")) ||
                   slice_starts_with(rest, SLICE_OF("单位"));
    slice name = naming_of(&g->naming, c, gathering_owner(g, i));
    if (name.len < 2 * UTF8_HAN)
        return;
    size_t at = gathering_add(g, i, name,
                              is_firm ? SLICE_OF("家") : SLICE_OF("个"));
    g->list.at[at].level = c;
    g->list.at[at].note = SLICE_OF("原文漏写量词。");
}

/* X同比增长33.8%，达到6505项: the level of what only the growth was said of. */
static bool
fills(const gathering *g, size_t i)
{
    size_t at = gathering_before(g, i);
    const claim *c = gathering_claim(g, i);
    return at != SIZE_MAX && g->list.at[at].level == NULL &&
           gathering_is_bare(g, c) &&
           g->list.at[at].anchor->clause + 1 == c->clause;
}

static void
fill_level(gathering *g, size_t i)
{
    size_t at = gathering_before(g, i);
    g->list.at[at].level = gathering_claim(g, i);
    g->list.at[at].unit = gathering_claim(g, i)->figure->quantity.unit.name;
    gathering_place(g, i, at);
}

/* 突破400亿元大关，达到402.3亿元: the figure is the second, the first a mark that
 * it passed. */
static bool
refines(const gathering *g, size_t i)
{
    if (i == 0 || !gathering_is_bare(g, gathering_claim(g, i)))
        return false;
    const claim *c = gathering_claim(g, i), *mark = c - 1;
    const jb_quantity *q = &mark->figure->quantity;
    return g->entry_of[i - 1] != SIZE_MAX && mark->clause + 1 == c->clause &&
           g->list.at[g->entry_of[i - 1]].level == mark &&
           mark->sentence == c->sentence && q->bound == BOUND_ABOVE &&
           c->figure->quantity.bound == BOUND_EXACT &&
           unit_is_same_base(q->unit, c->figure->quantity.unit);
}

/* 689.2万吨（137.84亿斤）: the figure right before the bracket once more. */
static bool
is_same_otherwise(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (!c->is_aside || i == 0 || g->entry_of[i - 1] == SIZE_MAX)
        return false;
    slice between = slice_trim(slice_cut(g->naming.text, (c - 1)->figure->last,
                                         c->figure->first));
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    bool is_between = slice_is(between, "（") || slice_is(between, "(");
    return is_between && (slice_starts_with(rest, SLICE_OF("）")) ||
                          slice_starts_with(rest, SLICE_OF(")")));
}

static void
gather_level(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (is_rate_base(g, c) || g->entry_of[i] != SIZE_MAX)
        return;
    if (completes(g, i))
        add_whole(g, i);
    else if (is_ranked(g, i))
        add_ranked(g, i);
    else if (fills(g, i) || refines(g, i))
        fill_level(g, i);
    else if (gathering_years(g, i) || gathering_from_to(g, i) ||
             gathering_former(g, i) || gathering_loss(g, i) ||
             gathering_moved(g, i))
        return;
    else if (!gathering_target(g, i))
        add_level(g, i);
}

/* 住户贷款增加3894亿元: of the thing itself no level is told. */
static bool
is_flow(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    return c->kind == CLAIM_CHANGE && !g->list.is_placed[i] &&
           !c->is_aside && c->figure->sort == FIGURE_QUANTITY &&
           c->level == CLAIM_OF_NOTHING && c->direction != 0 &&
           c->subject.len >= 2 * UTF8_HAN;
}

static void
add_flow(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice name = naming_of_change(&g->naming, c, gathering_owner(g, i));
    if (name.len < 2 * UTF8_HAN)
        return;
    jb_unit unit = c->figure->quantity.unit;
    bool is_money = slice_ends_with(unit.base, SLICE_OF("元"));
    name = slice_printf(g->naming.arena, "%.*s%s%s", SLICE_ARGS(name),
                        c->direction > 0 ? "增加" : "减少",
                        is_money ? "额" : "量");
    size_t at = gathering_add(g, i, name, unit.name);
    g->list.at[at].level = c;
    size_t known = gathering_known(g);
    if (known != SIZE_MAX)
        gathering_drop_newest(g, i, known);
}

/* 17.6% of 这两项收入合计同比下降17.6%. */
static bool
is_of_reference(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    return i > 0 && (c - 1)->clause == c->clause &&
           gathering_is_reference(g, c - 1);
}

static void
gather(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    gathering_follow(g, c->figure->first);
    if (c->figure->first >= g->title_first &&
        c->figure->first < g->title_last)
        return;
    if (g->is_caption) {
        g->list.is_placed[i] = true;
        return;
    }
    if (g->list.is_placed[i])
        return; /* told with one before it */
    if (gathering_is_reference(g, c)) {
        g->list.is_placed[i] = true;
        return;
    }
    if (gathering_is_remark(g, i) || is_recovery(g, i) || is_of_run(g, i))
        gathering_note(g, i);
    else if (gathering_is_told_growth(g, c) || is_of_reference(g, i))
        return;
    else if (is_same_otherwise(g, i))
        note_figure(g, i);
    else if (gathering_is_past_aim(g, i))
        gathering_note(g, i);
    else if (gathering_is_field(g, i))
        g->list.is_placed[i] = true;
    else if (is_level(c))
        gather_level(g, i);
    else if (gathering_proportions(g, i))
        return;
    else if (lacks_measure(g, c))
        add_unmeasured(g, i);
    else if (c->figure->sort == FIGURE_ORDINAL)
        gathering_rank(g, i);
    else if (is_flow(g, i))
        add_flow(g, i);
    else
        gathering_change(g, i);
}

entry_list
entries_from_claims(arena *a, slice text, const clause_list *clauses,
                    const claim_list *claims)
{
    gathering g = {.naming = {a, text, clauses, claims}};
    g.entry_of = ARENA_ARRAY(a, claims->n, size_t);
    g.list.is_placed = ARENA_ARRAY(a, claims->n, bool);
    slice title = topic_title(text);
    g.year = season_report_year(text, claims);
    if (title.len > 0) {
        g.title_first = (size_t)(title.at - text.at);
        g.title_last = g.title_first + title.len;
    }
    for (size_t i = 0; i < claims->n; i++)
        g.entry_of[i] = SIZE_MAX;
    for (size_t i = 0; i < claims->n; i++)
        gather(&g, i);
    gathering_late_ranks(&g);
    gathering_outcomes(&g);
    note_changes(&g);
    return g.list;
}
