/* What is said of the time before: 由412家增加到490家, 上年同期亏损2.4亿元, 比上年
 * 同期收窄17.2亿元, 上年同期为零. */
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* ── the base of a figure ── */

bool
gathering_is_loss(const gathering *g, const claim *c)
{
    return slice_ends_with(slice_trim(gathering_lead(g, c)),
                           SLICE_OF("亏损"));
}

slice
gathering_without_result(slice lead)
{
    static const slice words[] = {SLICE("净亏损"), SLICE("亏损"),
                                  SLICE("净盈利"), SLICE("盈利")};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_ends_with(lead, words[k]))
            return slice_cut(lead, 0, lead.len - words[k].len);
    return lead;
}

/* 2.4, or −2.4 when it was lost. */
static slice
former_text(const gathering *g, const claim *c)
{
    jb_decimal value = c->figure->quantity.value;
    if (gathering_is_loss(g, c))
        value = decimal_neg(value);
    return decimal_text(g->naming.arena, value);
}

/* The next figure that is no date: 由412家增加到2022年的490家. */
static const claim *
behind_dates(const gathering *g, size_t i)
{
    for (size_t k = i + 1; k < g->naming.claims->n; k++)
        if (gathering_claim(g, k)->figure->sort != FIGURE_DATE)
            return gathering_claim(g, k);
    return NULL;
}

/* 由412家增加到490家: the first is the base of the second. */
static bool
is_base(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i), *next = behind_dates(g, i);
    return next != NULL && gathering_is_origin(g, c) &&
           next->clause == c->clause && next->kind == CLAIM_LEVEL &&
           !gathering_is_beside(g, i);
}

/* 2019 of 由2019年底的27.6户; 0 when no year is told. */
static int
origin_year(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (i == 0 || (c - 1)->clause != c->clause ||
        (c - 1)->figure->sort != FIGURE_DATE)
        return 0;
    int64_t year = (c - 1)->figure->quantity.value.coefficient;
    return year >= 1900 && year < 2200 ? (int)year : 0;
}

static slice
sentence_until(const gathering *g, const claim *c, size_t last)
{
    size_t first = g->naming.clauses->at[c->clause].sentence_first;
    return slice_trim(slice_cut(g->naming.text, first, last));
}

/* 十年来，…由420.5亿元增加到1286.4亿元, 由不足1000万元增长到1.1亿元: the base is of no
 * year that is told, or no number of the same unit. */
static bool
is_only_told(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i), *to = behind_dates(g, i);
    slice lead = clause_near_end(sentence_until(g, c, c->figure->first));
    return slice_ends_with(lead, SLICE_OF("年初的")) ||
           !slice_equal(to->figure->quantity.unit.name,
                        c->figure->quantity.unit.name) ||
           c->figure->quantity.bound != BOUND_EXACT ||
           (origin_year(g, i) == 0 && season_has_years(lead));
}

slice
gathering_origin_words(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (c->kind != CLAIM_LEVEL || !is_base(g, i) || !is_only_told(g, i))
        return (slice){NULL, 0};
    return clause_near_start(
            sentence_until(g, c, g->naming.clauses->at[c->clause].last));
}

static void
set_origin(gathering *g, size_t i, entry *e)
{
    if (is_only_told(g, i))
        return;
    e->previous = former_text(g, gathering_claim(g, i));
    e->previous_year = origin_year(g, i);
}

/* What is told of the figure that is known adds to it. */
static void
add_told(entry *e, const entry *told)
{
    if (e->previous.len == 0) {
        e->previous = told->previous;
        e->previous_year = told->previous_year;
    }
}

/* 化工行业利润总额 of 化工行业由上年同期盈利…转为亏损…. */
static slice
name_of_profit(const gathering *g, slice words)
{
    slice name = naming_of_words(&g->naming, words), profit = SLICE_OF("利润");
    return name.len == 0 || slice_find(name, profit) < name.len
                   ? name
                   : slice_join(g->naming.arena, name, SLICE_OF("利润总额"));
}

/* 净利润 of 净利润由上年同期亏损2.4亿元转为盈利: before 由, for a result ends it. */
static slice
name_of_origin(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    size_t at = slice_find(lead, SLICE_OF("由"));
    bool is_result = gathering_without_result(lead).len < lead.len;
    slice name = is_result && at < lead.len
                         ? name_of_profit(g, slice_cut(lead, 0, at))
                         : (slice){NULL, 0};
    return name.len > 0 ? name
                        : naming_of_change(&g->naming, c,
                                           gathering_owner(g, i));
}

/* 降为零 behind the figure. */
static bool
ends_in_nothing(const gathering *g, const claim *c)
{
    static const slice words[] = {SLICE("降为零"), SLICE("降至零"),
                                  SLICE("降到零"), SLICE("减少到零"),
                                  SLICE("减少为零"), SLICE("减为零")};
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_starts_with(rest, words[k]))
            return gathering_is_origin(g, c);
    return false;
}

static void
add_ended(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice name = name_of_origin(g, i);
    if (name.len < 2 * UTF8_HAN)
        return;
    size_t at = gathering_add(g, i, name, c->figure->quantity.unit.name);
    g->list.at[at].is_nothing = true;
    g->list.at[at].previous = former_text(g, c);
    g->list.at[at].previous_year = origin_year(g, i);
}

bool
gathering_from_to(gathering *g, size_t i)
{
    if (ends_in_nothing(g, gathering_claim(g, i))) {
        add_ended(g, i);
        return true;
    }
    if (!is_base(g, i)) /* 由10家增长到现在的规模 tells no figure of now */
        return gathering_is_origin(g, gathering_claim(g, i)) &&
               !gathering_is_beside(g, i);
    const claim *to = behind_dates(g, i);
    slice name = name_of_origin(g, i);
    if (name.len < 2 * UTF8_HAN || slice_starts_with(name, SLICE_OF("由")) ||
        slice_starts_with(name, SLICE_OF("从")))
        return true; /* what moved was named in a clause without figures */
    size_t at = gathering_add(g, i, name, to->figure->quantity.unit.name);
    g->list.at[at].level = to;
    g->list.at[at].is_negative = gathering_is_loss(g, to);
    gathering_set_aim(g, &g->list.at[at], to);
    gathering_set_expected(g, &g->list.at[at]);
    set_origin(g, i, &g->list.at[at]);
    entry told = g->list.at[at];
    size_t known = gathering_known(g), last = (size_t)(to -
                                                       g->naming.claims->at);
    if (known != SIZE_MAX) {
        gathering_drop_newest(g, i, known);
        at = known;
        add_told(&g->list.at[at], &told);
    }
    gathering_place(g, last, at);
    return true;
}

/* ── 上年同期 ── */

/* 上年同期 of 上年同期为零 and its verb; its length, or 0. */
static size_t
former_len(slice s)
{
    static const slice verbs[] = {SLICE("为"), SLICE("是"), SLICE("仅"),
                                  SLICE("则"), SLICE("净"), SLICE("亏损"),
                                  SLICE("盈利"), SLICE("实现"),
                                  SLICE("发生")};
    const lexicon_word *time = lexicon_start(s, LEXICON_FORMER);
    size_t n = time == NULL ? 0 : time->text.len;
    for (size_t k = 0; n > 0 && k < sizeof verbs / sizeof *verbs; k++)
        if (slice_starts_with(slice_cut(s, n, s.len), verbs[k])) {
            n += verbs[k].len;
            k = SIZE_MAX;
        }
    return n;
}

/* What stands in the clause before the figure, from the figure before it and
 * an open bracket on: 上年同期亏损 of 利润0.2亿元（上年同期亏损. */
static slice
near_lead(const gathering *g, const claim *c)
{
    static const slice open[] = {SLICE("（"), SLICE("(")};
    slice lead = gathering_lead(g, c);
    if (c > g->naming.claims->at && (c - 1)->clause == c->clause)
        lead = slice_cut(g->naming.text, (c - 1)->figure->last,
                         c->figure->first);
    lead = slice_trim(lead);
    for (size_t k = 0; k < sizeof open / sizeof *open; k++)
        if (slice_starts_with(lead, open[k]))
            lead = slice_cut(lead, open[k].len, lead.len);
    return lead;
}

/* 未发生较大事故，上年同期发生1起: a clause between tells of something else. */
static bool
is_apart(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    return i > 0 && (c - 1)->clause + 1 < c->clause;
}

bool
gathering_former(gathering *g, size_t i)
{
    size_t at = gathering_before(g, i);
    const claim *c = gathering_claim(g, i);
    slice lead = near_lead(g, c);
    size_t n = former_len(lead);
    if (!c->is_base && n == 0)
        return false;
    bool is_its = c->is_base || (n == lead.len && !is_apart(g, i));
    if (at == SIZE_MAX || !is_its ||
        !slice_equal(g->list.at[at].unit, c->figure->quantity.unit.name))
        return true; /* of the time before, and of what is not known */
    g->list.at[at].previous = former_text(g, c);
    g->list.at[at].previous_year = origin_year(g, i);
    gathering_place(g, i, at);
    return true;
}

bool
gathering_is_nothing_before(slice words)
{
    static const slice none[] = {SLICE("零"), SLICE("0"), SLICE("无"),
                                 SLICE("没有"), SLICE("空白")};
    words = slice_trim(words);
    size_t n = former_len(words);
    slice rest = slice_cut(words, n, words.len);
    for (size_t k = 0; n > 0 && k < sizeof none / sizeof *none; k++)
        if (slice_equal(rest, none[k]))
            return true;
    return false;
}

/* ── amounts of change whose verb is no rise or fall ── */

/* 顺差…，比上年同期收窄17.2亿元: a distance grew or shrank. */
static int
gap_sign(slice lead)
{
    static const struct { const char *verb; int sign; } rows[] = {
        {"收窄", -1}, {"缩小", -1}, {"扩大", 1}};
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        if (slice_ends_with(lead, slice_from(rows[k].verb)))
            return rows[k].sign;
    return 0;
}

/* 比上年同期少用3.2亿元: against another time, and no level of this one. */
static bool
is_against(slice lead)
{
    static const slice reached[] = {SLICE("到"), SLICE("至"), SLICE("达"),
                                    SLICE("为")};
    static const slice times[] = {SLICE("上"), SLICE("去"), SLICE("同期"),
                                  SLICE("年初")};
    bool is_versus = slice_starts_with(lead, SLICE_OF("比")) ||
                     slice_starts_with(lead, SLICE_OF("较"));
    bool is_time = false;
    for (size_t k = 0; k < sizeof times / sizeof *times; k++)
        is_time = is_time ||
                  slice_starts_with(slice_skip(lead, UTF8_HAN), times[k]);
    for (size_t k = 0; k < sizeof reached / sizeof *reached; k++)
        if (slice_ends_with(lead, reached[k]))
            return false;
    return is_versus && is_time;
}

/* 顺差499.0亿元，扩大13.9%: true when the rate was such. */
static bool
add_gap_rate(gathering *g, size_t i, slice lead)
{
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_before(g, i);
    slice year = SLICE_OF("同比");
    if (slice_starts_with(lead, year))
        lead = slice_cut(lead, year.len, lead.len);
    int sign = gap_sign(lead);
    if (c->figure->sort != FIGURE_PERCENT || lead.len != 2 * UTF8_HAN ||
        sign == 0 || at == SIZE_MAX)
        return false;
    entry *e = &g->list.at[at];
    bool is_amount = e->level != NULL &&
                     e->level->figure->sort == FIGURE_QUANTITY;
    if (!is_amount || e->growth.len > 0)
        return true;
    jb_decimal rate = c->figure->quantity.value;
    if (sign < 0)
        rate = decimal_neg(rate);
    e->growth = slice_join(g->naming.arena,
                           decimal_text(g->naming.arena, rate),
                           SLICE_OF("%"));
    gathering_place(g, i, at);
    return true;
}

bool
gathering_moved(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    if (add_gap_rate(g, i, lead))
        return true;
    if (c->figure->sort != FIGURE_QUANTITY || !is_against(lead) ||
        gathering_before(g, i) == SIZE_MAX)
        return false;
    int sign = gap_sign(lead);
    if (sign != 0)
        gathering_amount(g, i, sign);
    if (!g->list.is_placed[i])
        gathering_note(g, i);
    return true;
}

/* ── what a clause without figures said ── */

static slice
outcome_of(slice words, slice *who)
{
    static const slice said[] = {SLICE("扭亏为盈"), SLICE("由亏转盈"),
                                 SLICE("由盈转亏")};
    for (size_t k = 0; k < sizeof said / sizeof *said; k++)
        if (slice_ends_with(words, said[k])) {
            *who = slice_cut(words, 0, words.len - said[k].len);
            return k < 2 ? said[0] : said[2];
        }
    return (slice){NULL, 0};
}

void
gathering_turned(const gathering *g, entry *e)
{
    static const slice names[] = {SLICE("利润"), SLICE("利润总额"),
                                  SLICE("净利润")};
    bool is_profit = false;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        is_profit = is_profit || slice_equal(e->name, names[k]);
    if (!is_profit || e->anchor->clause == 0)
        return;
    const clause *own = &g->naming.clauses->at[e->anchor->clause - 1];
    slice words = slice_trim(slice_cut(g->naming.text, own->first,
                                       own->last)), who = {NULL, 0};
    slice outcome = outcome_of(words, &who);
    if (own->sentence != e->anchor->sentence || outcome.len == 0 ||
        slice_has_digit(words))
        return;
    who = naming_of_words(&g->naming, clause_near_end(who));
    e->growth = outcome;
    e->name = slice_join(g->naming.arena, who, e->name);
}

/* “十四五”以来, 三年来 in the clause of `c` or right before it: its level is no one
 * year's. */
slice
gathering_since(const gathering *g, const claim *c)
{
    slice since = SLICE_OF("以来"), none = {NULL, 0};
    for (size_t k = c->clause + 1; k-- > 0 && k + 2 > c->clause;) {
        const clause *own = &g->naming.clauses->at[k];
        size_t last = own->last < c->figure->first ? own->last
                                                   : c->figure->first;
        slice words = clause_near_start(
                slice_trim(slice_cut(g->naming.text, own->first, last)));
        size_t at = slice_find(words, since);
        if (own->sentence != c->sentence)
            break;
        if (at < words.len && at > 0 &&
            !slice_starts_with(words, SLICE_OF("今年")))
            return slice_cut(words, 0, at + since.len);
    }
    return none;
}
