/* What is said of how figures changed: 同比增长5.6%, 比上月加快0.2个百分点,
 * 比上年减少162万吨, 由盈转亏. */
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* ── the words of a change ── */

static slice
decimal_words(const gathering *g, jb_decimal d)
{
    return decimal_text(g->naming.arena, d);
}

static slice
bound_after(quantity_bound bound)
{
    switch (bound) {
    case BOUND_AT_LEAST:
    case BOUND_ABOVE:
        return SLICE_OF("以上");
    case BOUND_APPROXIMATE:
        return SLICE_OF("左右");
    default:
        return (slice){NULL, 0};
    }
}

/* As a metrics file has it: 251%, 0.2个百分点, 增长3.7倍, 翻一番; 增长2.8倍以上 as
 * 280%以上. */
static slice
change_words(const gathering *g, const claim *c)
{
    arena *a = g->naming.arena;
    slice digits = decimal_words(g, c->rate);
    slice after = bound_after(c->figure->quantity.bound);
    if (c->kind == CLAIM_DOUBLING && after.len == 0)
        return slice_cut(g->naming.text, c->figure->first, c->figure->last);
    if (c->figure->sort == FIGURE_TIMES && after.len == 0)
        return slice_printf(
                a, "增长%.*s倍",
                SLICE_ARGS(decimal_words(g, c->figure->quantity.value)));
    return slice_printf(a, "%.*s%s%.*s", SLICE_ARGS(digits),
                        c->kind == CLAIM_POINTS ? "个百分点" : "%",
                        SLICE_ARGS(after));
}

/* ── whose change ── */

static bool
is_of_share(const entry *e)
{
    return e->level != NULL &&
           e->level->figure->sort == FIGURE_PERCENT;
}

/* Points are a change of shares only, percent of all else. */
static bool
fits(const entry *e, const claim *c)
{
    return is_of_share(e) == (c->kind == CLAIM_POINTS);
}

/* The entry of the last figure before claim `i` in its line. */
static size_t
last_in_line(const gathering *g, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        slice between = slice_cut(g->naming.text,
                                  gathering_claim(g, k)->figure->last,
                                  gathering_claim(g, i)->figure->first);
        if (slice_has(between, "\n"))
            break;
        if (g->entry_of[k] != SIZE_MAX)
            return g->entry_of[k];
    }
    return SIZE_MAX;
}

static slice
last_owner(const gathering *g, size_t i)
{
    size_t at = last_in_line(g, i);
    return at == SIZE_MAX ? (slice){NULL, 0} : g->list.at[at].name;
}

/* ；环比增长0.33% goes on about what was spoken of. */
static bool
starts_with_base(const gathering *g, const claim *c)
{
    slice lead = slice_trim(gathering_lead(g, c));
    return lexicon_start(lead, LEXICON_VERSUS) != NULL ||
           lexicon_start(lead, LEXICON_BASIS) != NULL;
}

/* The newest entry of this name and of the time of claim `i`. */
static size_t
entry_named(const gathering *g, size_t i, slice name)
{
    season time;
    bool has_time = season_of_claim(g->naming.text, g->naming.clauses,
                                    gathering_claim(g, i), &time);
    for (size_t k = g->list.n; k-- > 0;) {
        const entry *e = &g->list.at[k];
        bool is_then = e->has_time == has_time &&
                       (!has_time || (e->time.first == time.first &&
                                      e->time.last == time.last &&
                                      e->time.year == time.year));
        if (is_then && slice_equal(e->name, name) &&
            slice_equal(e->topic, g->topic))
            return k;
    }
    return SIZE_MAX;
}

/* 覆盖率提高2.0个百分点，达到67.1% */
static bool
has_level_behind(const gathering *g, size_t i)
{
    if (i + 1 == g->naming.claims->n)
        return false;
    const claim *c = gathering_claim(g, i), *next = c + 1;
    return next->sentence == c->sentence && next->kind == CLAIM_LEVEL &&
           next->figure->sort == FIGURE_PERCENT && gathering_is_bare(g, next);
}

/* A change with a subject of its own is of something without a level, unless
 * that is the subject of the level before. */
static size_t
entry_of_change(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_before(g, i);
    size_t partner = naming_partner(&g->naming, i);
    if (partner != SIZE_MAX && g->entry_of[partner] != SIZE_MAX) {
        size_t own = g->entry_of[partner]; /* of a list by years the last's */
        return g->list.at[own].level == gathering_claim(g, partner) ? own
                                                                    : SIZE_MAX;
    }
    slice owner = at == SIZE_MAX ? last_owner(g, i) : gathering_owner(g, i);
    slice name = naming_item(&g->naming, i);
    if (name.len == 0 && naming_is_unlisted(&g->naming, i))
        return SIZE_MAX;
    if (name.len == 0)
        name = naming_of_change(&g->naming, c, owner);
    bool is_carried = c->level != CLAIM_OF_NOTHING &&
                      slice_equal(c->subject,
                                  gathering_claim(g, c->level)->subject);
    bool is_named = gathering_is_name(name);
    if (!is_named && at == SIZE_MAX && starts_with_base(g, c))
        return last_in_line(g, i);
    if (!is_named || (is_carried && at != SIZE_MAX))
        return at;
    if (at != SIZE_MAX)
        name = naming_like(g->naming.arena, name, owner);
    size_t known = entry_named(g, i, name);
    if (known != SIZE_MAX)
        return known;
    if (c->kind == CLAIM_POINTS && has_level_behind(g, i))
        return gathering_add(g, i, name, SLICE_OF("%"));
    if (c->kind == CLAIM_POINTS || c->is_expected ||
        gathering_base(g, i) == AGAINST_PERIOD)
        return SIZE_MAX;
    return gathering_add(g, i, name, SLICE_OF(ENTRY_NO_UNIT));
}

static void
set_basis(const gathering *g, size_t i, entry *e)
{
    static const struct { const char *said, *basis; } rows[] = {
        {"按可比价格计算", "可比价"}, {"按不变价格计算", "不变价"},
        {"按可比价计算", "可比价"},   {"按可比口径", "可比口径"},
        {"按不变价计算", "不变价"},   {"同口径", "可比口径"}};
    const claim *c = gathering_claim(g, i);
    size_t first = e->anchor->figure->last < c->figure->first
                           ? e->anchor->figure->last
                           : g->naming.clauses->at[c->clause].first;
    slice words = clause_near_end(
            slice_cut(g->naming.text, first, c->figure->first));
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        if (slice_has(words, rows[k].said))
            e->basis = slice_from(rows[k].basis);
}

/* 净利润-3313万元，同比下降370.59%: of what is below nothing no growth is
 * told. */
static bool
is_of_loss(const entry *e, const claim *c)
{
    return c->kind == CLAIM_RATE && e->level != NULL &&
           e->level->figure->sort == FIGURE_QUANTITY &&
           decimal_sign(e->level->figure->quantity.value) < 0;
}

static void
add_rate(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    against base = gathering_base(g, i);
    if (base == AGAINST_OTHER)
        return;
    size_t at = entry_of_change(g, i);
    if (at == SIZE_MAX)
        return;
    entry *e = &g->list.at[at];
    if (is_of_loss(e, c)) {
        gathering_note(g, i);
        return;
    }
    slice *field = base == AGAINST_PERIOD ? &e->sequential : &e->growth;
    slice words = change_words(g, c);
    if (slice_equal(*field, words))
        gathering_place(g, i, at); /* said again */
    if (field->len > 0 || (e->level != NULL && !fits(e, c)))
        return;
    *field = words;
    set_basis(g, i, e);
    gathering_place(g, i, at);
}

/* ── growth against growth ── */

/* 1—9月份 in 比1-9月份加快0.1个百分点. */
static slice
former_name(slice lead)
{
    static const char *const words[] = {"比", "较"};
    static const slice times[] = {SLICE("上月"), SLICE("上年同期"),
                                  SLICE("上年")};
    season time;
    for (size_t i = 0; i < 2; i++) {
        size_t at = slice_find(lead, slice_from(words[i]));
        slice rest = slice_cut(lead, at + UTF8_HAN, lead.len);
        if (at < lead.len && season_read(rest, &time))
            return slice_cut(rest, 0, time.len);
        for (size_t k = 0; at < lead.len && k < 3; k++)
            if (slice_starts_with(rest, times[k]))
                return times[k];
    }
    return (slice){NULL, 0};
}

/* What stands between `before` and the first of `after`. */
static slice
between_words(slice s, const char *before, const char *after)
{
    slice open = slice_from(before), close = slice_from(after);
    size_t at = slice_find(s, open);
    slice rest = slice_cut(s, at + open.len, s.len);
    size_t end = slice_find(rest, close);
    return at == s.len || end == rest.len ? (slice){NULL, 0}
                                          : slice_cut(rest, 0, end);
}

static bool
set_former(entry *e, slice name, slice words)
{
    if (name.len == 0 || e->growth.len == 0 || e->former.len > 0)
        return false;
    e->former_name = name;
    e->former = words;
    return true;
}

/* 由一季度下降1.1%转为增长: the figure is that of the former growth. */
static bool
is_turned(const gathering *g, const claim *c)
{
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    return slice_starts_with(rest, SLICE_OF("转为"));
}

static bool
add_turned(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_before(g, i);
    if (!is_turned(g, c))
        return false;
    slice lead = gathering_lead(g, c);
    slice name = between_words(lead, "由",
                               c->direction < 0 ? "下降" : "增长");
    if (at != SIZE_MAX &&
        set_former(&g->list.at[at], name, change_words(g, c)))
        gathering_place(g, i, at);
    return true;
}

/* A rise that widened is more, a fall that widened less. */
static bool
is_of_rise(slice lead, const claim *rate)
{
    return rate != NULL && decimal_sign(rate->rate) > 0 &&
           (slice_ends_with(lead, SLICE_OF("扩大")) ||
            slice_ends_with(lead, SLICE_OF("收窄")));
}

/* What the growth must be less by, to be the former one: 加快0.1 is 0.1, a
 * fall that widened by 0.7 is −0.7. */
static int
turn_sign(slice lead)
{
    static const struct { const char *word; int sign; } rows[] = {
        {"加快", 1}, {"收窄", 1}, {"放缓", -1}, {"回落", -1}, {"扩大", -1}};
    bool is_of_growth = slice_has(lead, "涨幅") || slice_has(lead, "增速");
    if (is_of_growth && slice_ends_with(lead, SLICE_OF("上升")))
        return 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_ends_with(lead, slice_from(rows[i].word)))
            return rows[i].sign;
    return 0;
}

/* 比上半年提高4.8个百分点 behind a growth: nothing but a time before it. */
static int
turn_sign_of_time(slice lead, slice name)
{
    static const struct { const char *word; int sign; } rows[] = {
        {"提高", 1}, {"提升", 1}, {"回升", 1}, {"下降", -1}, {"降低", -1}};
    slice rest = slice_trim(lead);
    bool is_compared = slice_starts_with(rest, SLICE_OF("比")) ||
                       slice_starts_with(rest, SLICE_OF("较"));
    for (size_t i = 0; is_compared && i < sizeof rows / sizeof *rows; i++) {
        slice word = slice_from(rows[i].word);
        if (slice_ends_with(rest, word) &&
            rest.len == UTF8_HAN + name.len + word.len)
            return rows[i].sign;
    }
    return 0;
}

static const claim *
rate_before(const gathering *g, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = gathering_claim(g, k);
        if (c->sentence != gathering_claim(g, i)->sentence)
            return NULL;
        bool is_rate = c->kind == CLAIM_RATE || c->kind == CLAIM_DOUBLING;
        if (is_rate && !is_turned(g, c) &&
            gathering_base(g, k) == AGAINST_YEAR)
            return c;
    }
    return NULL;
}

/* True when the claim was a difference of growths, placed or not. */
static bool
add_turn(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c), name = former_name(lead);
    int sign = turn_sign(lead);
    const claim *rate = rate_before(g, i);
    size_t at = gathering_before(g, i);
    jb_decimal former, points = c->figure->quantity.value;
    if (sign == 0 && rate != NULL && at != SIZE_MAX &&
        !is_of_share(&g->list.at[at]))
        sign = turn_sign_of_time(lead, name);
    if (c->kind != CLAIM_POINTS || sign == 0)
        return false;
    bool is_known = name.len > 0 && rate != NULL && at != SIZE_MAX &&
                    g->list.at[at].growth.len > 0 &&
                    g->list.at[at].former.len == 0;
    if ((sign < 0) != is_of_rise(lead, rate))
        points = decimal_neg(points);
    if (!is_known || !decimal_sub(rate->rate, points, &former))
        return true;
    entry *e = &g->list.at[at];
    e->former_name = name;
    e->former = slice_join(g->naming.arena, decimal_words(g, former),
                           SLICE_OF("%"));
    gathering_place(g, i, at);
    return true;
}

/* 高于全省平均水平3.2个百分点: the mean is the growth less that, or the share.
 * True when the claim was such a distance, placed or not. */
static bool
add_mean(gathering *g, size_t i)
{
    static const slice ends[] = {SLICE("平均水平"), SLICE("平均")};
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c), scope = {NULL, 0};
    bool is_above = slice_has(lead, "高于") || slice_has(lead, "快于");
    bool is_below = slice_has(lead, "低于") || slice_has(lead, "慢于");
    for (size_t k = 0; k < 2 && scope.len == 0; k++)
        if (slice_ends_with(lead, ends[k]))
            scope = slice_cut(lead, 0, lead.len - ends[k].len);
    const lexicon_word *area = lexicon_end(scope, LEXICON_SCOPE);
    if (c->kind != CLAIM_POINTS || scope.len == 0)
        return false;
    size_t at = gathering_before(g, i);
    const claim *rate = rate_before(g, i);
    if (at == SIZE_MAX || area == NULL || is_above == is_below)
        return true;
    entry *e = &g->list.at[at];
    jb_decimal own, mean, gap = c->figure->quantity.value;
    if (!is_of_share(e) && rate == NULL)
        return true;
    own = is_of_share(e) ? e->level->figure->quantity.value : rate->rate;
    if (is_below)
        gap = decimal_neg(gap);
    if (!decimal_sub(own, gap, &mean))
        return true;
    e->mean_scope = area->text;
    e->mean = slice_join(g->naming.arena, decimal_words(g, mean),
                         SLICE_OF("%"));
    gathering_place(g, i, at);
    return true;
}

/* ── amounts ── */

/* 新增21家、注销8家，净增13家: what came and went is no stock that grew. */
static bool
is_of_flow(const gathering *g, const entry *e)
{
    static const slice verbs[] = {SLICE("新增"), SLICE("注销"), SLICE("新设"),
                                  SLICE("吊销"), SLICE("退出"), SLICE("新建")};
    slice lead = slice_trim(gathering_lead(g, e->anchor));
    return slice_ends_with_any(lead, verbs, sizeof verbs / sizeof *verbs);
}

/* 比上年减少162万吨 gives the base exactly when both figures are exact. */
void
gathering_amount(gathering *g, size_t i, int direction)
{
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_before(g, i);
    slice lead = gathering_lead(g, c);
    jb_decimal size = c->figure->quantity.value, base;
    bool is_of_increase = slice_ends_with(lead, SLICE_OF("多增")) ||
                          slice_ends_with(lead, SLICE_OF("少增")) ||
                          slice_ends_with(lead, SLICE_OF("日均净增"));
    if (at == SIZE_MAX || gathering_base(g, i) != AGAINST_YEAR ||
        is_of_increase)
        return;
    entry *e = &g->list.at[at];
    bool is_net = slice_starts_with(slice_trim(lead), SLICE_OF("净"));
    bool is_known = e->level != NULL && !(is_net && is_of_flow(g, e)) &&
                    c->figure->quantity.bound == BOUND_EXACT &&
                    e->level->figure->quantity.bound == BOUND_EXACT &&
                    slice_equal(e->unit, c->figure->quantity.unit.name) &&
                    direction != 0;
    if (direction > 0)
        size = decimal_neg(size);
    if (!is_known ||
        !decimal_add(e->level->figure->quantity.value, size, &base))
        return;
    slice words = decimal_words(g, base);
    if (e->previous.len == 0)
        e->previous = words;
    if (slice_equal(e->previous, words))
        gathering_place(g, i, at);
}

/* 是上年的2.3倍 is a growth by 1.3. */
static void
add_multiple(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c);
    jb_decimal one = {1, 0}, more;
    size_t at = gathering_before(g, i);
    bool is_of_year = slice_ends_with(lead, SLICE_OF("上年的")) ||
                      slice_ends_with(lead, SLICE_OF("上年同期的")) ||
                      slice_ends_with(lead, SLICE_OF("去年的")) ||
                      slice_ends_with(lead, SLICE_OF("去年同期的"));
    if (!is_of_year || at == SIZE_MAX || g->list.at[at].growth.len > 0 ||
        !decimal_sub(c->figure->quantity.value, one, &more) ||
        decimal_sign(more) <= 0)
        return;
    bool is_part = decimal_compare(more, one) < 0 &&
                   decimal_shift(more, 2, &more); /* no 增长0.6倍 */
    g->list.at[at].growth =
            slice_printf(g->naming.arena, is_part ? "%.*s%%左右" : "增长%.*s倍",
                         SLICE_ARGS(decimal_words(g, more)));
    gathering_place(g, i, at);
}

/* 亏损2.4亿元, or −2.4亿元. */
static bool
is_below_nothing(const entry *e)
{
    return e->is_negative ||
           (e->level != NULL &&
            decimal_sign(e->level->figure->quantity.value) < 0);
}

bool
gathering_loss(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c);
    bool is_less = slice_ends_with(lead, SLICE_OF("减亏")) ||
                   slice_ends_with(lead, SLICE_OF("负值收窄"));
    bool is_more = slice_ends_with(lead, SLICE_OF("增亏")) ||
                   slice_ends_with(lead, SLICE_OF("负值扩大"));
    size_t at = gathering_before(g, i);
    jb_decimal loss, size = c->figure->quantity.value;
    if (!is_less && !is_more)
        return false;
    if (at == SIZE_MAX || !is_below_nothing(&g->list.at[at]))
        return true;
    if (gathering_base(g, i) != AGAINST_YEAR) {
        gathering_note(g, i);
        return true;
    }
    entry *e = &g->list.at[at];
    e->growth = is_less ? SLICE_OF("减亏") : SLICE_OF("增亏");
    if (is_less)
        size = decimal_neg(size);
    if (slice_equal(e->unit, c->figure->quantity.unit.name) &&
        decimal_sub(size, decimal_abs(e->level->figure->quantity.value),
                    &loss))
        e->previous = decimal_words(g, loss);
    gathering_place(g, i, at);
    return true;
}

void
gathering_change(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    bool is_rate = c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS ||
                   c->kind == CLAIM_DOUBLING;
    if (c->kind == CLAIM_CHANGE)
        gathering_amount(g, i, c->direction);
    else if (c->figure->sort == FIGURE_TIMES && c->kind == CLAIM_NONE)
        add_multiple(g, i);
    else if (is_rate && !add_turned(g, i) && !add_turn(g, i) && !add_mean(g, i))
        add_rate(g, i);
}

/* ── outcomes without a figure ── */

static const struct outcome {
    slice word, written;
} OUTCOMES[] = {
    {SLICE("扭亏为盈"), SLICE("扭亏为盈")},
    {SLICE("由亏转盈"), SLICE("扭亏为盈")},
    {SLICE("由盈转亏"), SLICE("由盈转亏")},
    {SLICE("由负转正"), SLICE("扭亏为盈")},
    {SLICE("由正转负"), SLICE("由盈转亏")},
    {SLICE("减亏"), SLICE("减亏")},
    {SLICE("增亏"), SLICE("增亏")},
    {SLICE("基本持平"), SLICE("基本持平")},
    {SLICE("持平"), SLICE("持平")},
    {SLICE("不可比"), SLICE("不可比")},
};

static const struct outcome *
outcome_in(slice words)
{
    bool is_of_growth = slice_has(words, "增速") || slice_has(words, "增幅") ||
                        slice_has(words, "降幅");
    for (size_t i = 0; !is_of_growth && i < sizeof OUTCOMES / sizeof *OUTCOMES;
         i++)
        if (slice_find(words, OUTCOMES[i].word) < words.len)
            return &OUTCOMES[i];
    return NULL;
}

/* 由一季度持平转为增长, 增速与一季度持平, 与一季度一样持平: true when the words
 * set the growth against a former one. */
static bool
set_former_outcome(entry *e, slice words)
{
    slice flat = SLICE_OF("持平");
    bool is_turn = slice_has(words, "转为");
    bool is_same = slice_has(words, "增速与") || slice_has(words, "降幅与");
    if (is_turn)
        set_former(e, between_words(words, "由", "持平转为"), flat);
    else if (is_same)
        set_former(e, between_words(words, "与", "持平"), e->growth);
    else
        set_former(e, between_words(words, "与", "一样持平"), flat);
    return is_turn || is_same || slice_has(words, "一样持平");
}

/* 增速与全省平均水平持平; true when it was said. */
static bool
set_equal_mean(const gathering *g, entry *e, slice words)
{
    slice scope = between_words(words, "与", "平均");
    if (scope.len == 0 || !slice_has(words, "持平"))
        return false;
    if (e->mean.len == 0) {
        e->mean_scope = scope;
        e->mean = is_of_share(e)
                          ? decimal_words(g, e->level->figure->quantity.value)
                          : e->growth;
    }
    return true;
}

/* 扭亏为盈 is of profits, not of what the firm sold. */
static bool
may_turn(const entry *e, slice outcome)
{
    static const char *const names[] = {"利润", "盈", "亏", "损益", "结余",
                                        "收益", "效益", "净额"};
    bool is_of_profit = slice_has(outcome, "盈") || slice_has(outcome, "亏");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_has(e->name, names[i]))
            return true;
    return !is_of_profit;
}

/* 起数持平 is of the cases, not of the persons. */
static bool
is_of_count(const entry *e, slice words, slice outcome)
{
    slice lead = slice_cut(words, 0, slice_find(words, outcome));
    slice number = SLICE_OF("数");
    return slice_ends_with(lead, number) && lead.len >= 2 * UTF8_HAN &&
           !slice_ends_with(e->name, slice_cut(lead, lead.len - 2 * UTF8_HAN,
                                               lead.len));
}

static void
set_outcome(const gathering *g, entry *e, slice words)
{
    if (e->previous.len == 0 && gathering_is_nothing_before(words))
        e->previous = SLICE_OF("0");
    if (set_equal_mean(g, e, words) || set_former_outcome(e, words))
        return;
    const struct outcome *o = outcome_in(words);
    against base = gathering_against(words);
    if (o == NULL || is_of_count(e, words, o->word) ||
        !may_turn(e, o->word) || base == AGAINST_OTHER)
        return;
    slice *field = base == AGAINST_PERIOD ? &e->sequential : &e->growth;
    if (field->len == 0)
        *field = o->written;
}

/* From the figure to the next that is another's, within its sentence. */
static size_t
end_of_talk(const gathering *g, const entry *e)
{
    const claim *c = e->anchor;
    size_t last = g->naming.clauses->at[c->clause].sentence_last;
    for (const claim *k = c + 1; k < g->naming.claims->at + g->naming.claims->n;
         k++) {
        if (k->figure->first >= last)
            break;
        size_t at = g->entry_of[k - g->naming.claims->at];
        bool is_own = at != SIZE_MAX && &g->list.at[at] == e;
        if (k->kind == CLAIM_LEVEL && !k->is_aside && !is_own)
            return g->naming.clauses->at[k->clause].first > c->figure->last
                           ? g->naming.clauses->at[k->clause].first
                           : k->figure->first;
    }
    return last;
}

/* Clause by clause, so that each has its own base of comparison. */
void
gathering_outcomes(gathering *g)
{
    for (size_t i = 0; i < g->list.n; i++) {
        entry *e = &g->list.at[i];
        size_t last = end_of_talk(g, e);
        size_t k = e->anchor->clause;
        bool is_said = e->anchor->is_aside ||
                       slice_ends_with(e->name, SLICE_OF("持平"));
        for (; e->level != NULL && !is_said && k < g->naming.clauses->n; k++) {
            const clause *own = &g->naming.clauses->at[k];
            size_t first = own->first > e->anchor->figure->last
                                   ? own->first
                                   : e->anchor->figure->last;
            size_t end = own->last < last ? own->last : last;
            if (own->first >= last)
                break;
            set_outcome(g, e,
                        clause_near_start(
                                slice_cut(g->naming.text, first, end)));
        }
    }
}
