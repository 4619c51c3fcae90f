/* What is said of how figures changed: 同比增长5.6%, 比上月加快0.2个百分点,
 * 比上年减少162万吨, 由盈转亏. */
#include "prose/gathering.h"
#include "prose/lexicon.h"

static const size_t HAN = 3; /* bytes of a common Han character */

static bool
holds(slice s, const char *part)
{
    return slice_find(s, slice_from(part)) < s.len;
}

/* ── against what ── */

typedef enum against {
    AGAINST_YEAR,    /* 同比, 比上年, or nothing said */
    AGAINST_PERIOD,  /* 环比, 比上月 */
    AGAINST_OTHER    /* 年均, 比年初, 比全省平均 */
} against;

/* 较全省增速高1.9个百分点, 比全省和全国分别高: from another's figure. */
static bool
is_distance(slice lead)
{
    static const slice ends[] = {SLICE("高"), SLICE("低"), SLICE("快"),
                                 SLICE("慢"), SLICE("多"), SLICE("少")};
    lead = slice_trim(lead);
    bool is_of_place = holds(lead, "全国") || holds(lead, "全省") ||
                       holds(lead, "全市") || holds(lead, "全区") ||
                       holds(lead, "总体") || holds(lead, "整体");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(lead, ends[i]))
            return is_of_place;
    return is_of_place && holds(lead, "分别高");
}

/* 比上年末 is not 比上年. */
static against
against_of(slice lead)
{
    static const char *const others[] = {
        "常年", "历年", "多年平均", "年初", "上年末", "去年末", "上年底", "去年底", "年均", "两年平均",
        "平均水平", "全省平均", "全国平均", "临界点",
        "目标", "预期", "月末"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (holds(lead, others[i]))
            return AGAINST_OTHER;
    if (is_distance(lead) || season_has_years(lead))
        return AGAINST_OTHER;
    bool is_period = holds(lead, "环比") || holds(lead, "上月") ||
                     holds(lead, "上季") || holds(lead, "上周");
    return is_period ? AGAINST_PERIOD : AGAINST_YEAR;
}

static bool
says_base(slice lead)
{
    size_t at;
    return lexicon_find(lead, LEXICON_BASIS, &at) != NULL ||
           lexicon_find(lead, LEXICON_VERSUS, &at) != NULL ||
           season_has_years(lead);
}

/* 2019年 of 比2019年同期增长, 与2019年相比; whether one is told in `words`. */
static bool
base_year(slice words, season *base)
{
    static const slice marks[] = {SLICE("比"), SLICE("较"), SLICE("与")};
    for (size_t at = 0; at + 4 < words.len; at++)
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
            slice rest = slice_cut(words, at, words.len);
            if (slice_starts_with(rest, marks[k]) &&
                season_read(slice_cut(rest, HAN, rest.len), base) &&
                base->year > 0)
                return true;
        }
    return false;
}

/* 与2019年同期相比， in front of the clause of `c`, or nothing. */
static slice
compared_before(const gathering *g, const claim *c)
{
    slice none = {NULL, 0};
    for (size_t k = c->clause; k-- > 0;) {
        const clause *own = &g->naming.clauses->at[k];
        slice words = slice_trim(
                slice_cut(g->naming.text, own->first, own->last));
        if (own->sentence != c->sentence)
            break;
        if (slice_ends_with(words, SLICE_OF("相比")))
            return words;
    }
    return none;
}

/* 比2012年增长26.2%: of the year before only where that is the year. */
static bool
is_of_other_year(const gathering *g, const claim *c)
{
    slice lead = gathering_lead(g, c);
    season base = {0}, own;
    bool is_told = base_year(lead, &base) ||
                   (!says_base(lead) &&
                    base_year(compared_before(g, c), &base));
    bool has_time = season_of_claim(g->naming.text, g->naming.clauses, c,
                                    &own);
    int year = has_time && own.year > 0 ? own.year : g->year;
    return is_told && year > 0 && base.year != year - 1;
}

/* 十年来，…，翻了一番: a clause of the sentence opens with its years, and that of
 * the change says no other base. */
static bool
is_of_years(const gathering *g, const claim *c)
{
    slice since = SLICE_OF("来");
    for (size_t k = c->clause + 1; k-- > 0;) {
        const clause *own = &g->naming.clauses->at[k];
        slice words = slice_trim(
                slice_cut(g->naming.text, own->first, own->last));
        if (own->sentence != c->sentence)
            break;
        size_t n = season_years_len(words);
        if (n > 0 && slice_ends_with(slice_cut(words, 0, n), since))
            return !says_base(gathering_lead(g, c));
    }
    return false;
}

/* 比年初增加312.6亿元，增长8.0%: what says no base has that of the change
 * before it. */
static against
base_of(const gathering *g, size_t i)
{
    size_t k = i;
    bool is_said = says_base(gathering_lead(g, gathering_claim(g, i)));
    while (!is_said && k > 0 && i - k < CLAIM_REACH) {
        const claim *before = gathering_claim(g, k - 1);
        bool is_change = before->kind == CLAIM_RATE ||
                         before->kind == CLAIM_POINTS ||
                         before->kind == CLAIM_CHANGE;
        if (!is_change ||
            before->sentence != gathering_claim(g, i)->sentence)
            break;
        k--;
        /* What a clause says early its later figures have seen. */
        if (before->clause != gathering_claim(g, k + 1)->clause)
            is_said = says_base(gathering_lead(g, before));
    }
    const claim *c = gathering_claim(g, k);
    const clause *own = &g->naming.clauses->at[c->clause];
    slice sentence = slice_cut(g->naming.text, own->sentence_first,
                               c->figure->first);
    if (slice_starts_with(slice_trim(sentence), SLICE_OF("从环比看")))
        return AGAINST_PERIOD;
    return is_of_other_year(g, c) || is_of_years(g, c)
                   ? AGAINST_OTHER
                   : against_of(gathering_lead(g, c));
}

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
        if (holds(between, "\n"))
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
    if (partner != SIZE_MAX && g->entry_of[partner] != SIZE_MAX)
        return g->entry_of[partner];
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
        base_of(g, i) == AGAINST_PERIOD)
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
        if (holds(words, rows[k].said))
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
    against base = base_of(g, i);
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
        slice rest = slice_cut(lead, at + HAN, lead.len);
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
add_turned(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    size_t at = gathering_before(g, i);
    if (!slice_starts_with(rest, SLICE_OF("转为")))
        return false;
    slice lead = gathering_lead(g, c);
    slice name = between_words(lead, "由",
                               c->direction < 0 ? "下降" : "增长");
    if (at != SIZE_MAX &&
        set_former(&g->list.at[at], name, change_words(g, c)))
        gathering_place(g, i, at);
    return true;
}

/* What the growth must be less by, to be the former one: 加快0.1 is 0.1, a
 * fall that widened by 0.7 is −0.7. */
static int
turn_sign(slice lead)
{
    static const struct { const char *word; int sign; } rows[] = {
        {"加快", 1}, {"收窄", 1}, {"放缓", -1}, {"回落", -1}, {"扩大", -1}};
    bool is_of_growth = holds(lead, "涨幅") || holds(lead, "增速");
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
            rest.len == HAN + name.len + word.len)
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
        if (is_rate && base_of(g, k) == AGAINST_YEAR)
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
    if (sign < 0)
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
    bool is_above = holds(lead, "高于") || holds(lead, "快于");
    bool is_below = holds(lead, "低于") || holds(lead, "慢于");
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
    if (at == SIZE_MAX || base_of(g, i) != AGAINST_YEAR || is_of_increase)
        return;
    entry *e = &g->list.at[at];
    bool is_known = e->level != NULL &&
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
    g->list.at[at].growth = slice_printf(
            g->naming.arena, "增长%.*s倍", SLICE_ARGS(decimal_words(g, more)));
    gathering_place(g, i, at);
}

bool
gathering_loss(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c);
    bool is_less = slice_ends_with(lead, SLICE_OF("减亏"));
    size_t at = gathering_before(g, i);
    jb_decimal loss, size = c->figure->quantity.value;
    if (!is_less && !slice_ends_with(lead, SLICE_OF("增亏")))
        return false;
    if (at == SIZE_MAX || !g->list.at[at].is_negative)
        return true;
    entry *e = &g->list.at[at];
    e->growth = is_less ? SLICE_OF("减亏") : SLICE_OF("增亏");
    if (is_less)
        size = decimal_neg(size);
    if (slice_equal(e->unit, c->figure->quantity.unit.name) &&
        decimal_sub(size, e->level->figure->quantity.value, &loss))
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
    {SLICE("减亏"), SLICE("减亏")},
    {SLICE("增亏"), SLICE("增亏")},
    {SLICE("基本持平"), SLICE("基本持平")},
    {SLICE("持平"), SLICE("持平")},
    {SLICE("不可比"), SLICE("不可比")},
};

static const struct outcome *
outcome_in(slice words)
{
    bool is_of_growth = holds(words, "增速") || holds(words, "增幅") ||
                        holds(words, "降幅");
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
    bool is_turn = holds(words, "转为");
    bool is_same = holds(words, "增速与") || holds(words, "降幅与");
    if (is_turn)
        set_former(e, between_words(words, "由", "持平转为"), flat);
    else if (is_same)
        set_former(e, between_words(words, "与", "持平"), e->growth);
    else
        set_former(e, between_words(words, "与", "一样持平"), flat);
    return is_turn || is_same || holds(words, "一样持平");
}

/* 增速与全省平均水平持平; true when it was said. */
static bool
set_equal_mean(const gathering *g, entry *e, slice words)
{
    slice scope = between_words(words, "与", "平均");
    if (scope.len == 0 || !holds(words, "持平"))
        return false;
    if (e->mean.len == 0) {
        e->mean_scope = scope;
        e->mean = is_of_share(e)
                          ? decimal_words(g, e->level->figure->quantity.value)
                          : e->growth;
    }
    return true;
}

static void
set_outcome(const gathering *g, entry *e, slice words)
{
    if (e->previous.len == 0 && gathering_is_nothing_before(words))
        e->previous = SLICE_OF("0");
    if (set_equal_mean(g, e, words) || set_former_outcome(e, words))
        return;
    const struct outcome *o = outcome_in(words);
    against base = against_of(words);
    if (o == NULL || base == AGAINST_OTHER)
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
