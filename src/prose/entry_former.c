/* What is said of the time before: 由412家增加到490家, 上年同期亏损2.4亿元, 比上年
 * 同期收窄17.2亿元, 上年同期为零. */
#include "prose/gathering.h"
#include "prose/lexicon.h"

static const size_t HAN = 3; /* bytes of a common Han character */

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
    slice lead = sentence_until(g, c, c->figure->first);
    return !slice_equal(to->figure->quantity.unit.name,
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

/* 净利润 of 净利润由上年同期亏损2.4亿元转为盈利: before 由, for a result ends it. */
static slice
name_of_origin(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    size_t at = slice_find(lead, SLICE_OF("由"));
    bool is_result = gathering_without_result(lead).len < lead.len;
    slice name = is_result && at < lead.len
                         ? naming_of_words(&g->naming,
                                           slice_cut(lead, 0, at))
                         : (slice){NULL, 0};
    return name.len > 0 ? name
                        : naming_of_change(&g->naming, c,
                                           gathering_owner(g, i));
}

bool
gathering_from_to(gathering *g, size_t i)
{
    if (!is_base(g, i))
        return false;
    const claim *to = behind_dates(g, i);
    slice name = name_of_origin(g, i);
    if (name.len < 2 * HAN || slice_starts_with(name, SLICE_OF("由")) ||
        slice_starts_with(name, SLICE_OF("从")))
        return true; /* what moved was named in a clause without figures */
    size_t at = gathering_add(g, i, name, to->figure->quantity.unit.name);
    g->list.at[at].level = to;
    g->list.at[at].is_negative = gathering_is_loss(g, to);
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
                                  SLICE("盈利"), SLICE("实现")};
    const lexicon_word *time = lexicon_start(s, LEXICON_FORMER);
    size_t n = time == NULL ? 0 : time->text.len;
    for (size_t k = 0; n > 0 && k < sizeof verbs / sizeof *verbs; k++)
        if (slice_starts_with(slice_cut(s, n, s.len), verbs[k])) {
            n += verbs[k].len;
            k = SIZE_MAX;
        }
    return n;
}

/* 上年同期为312辆, 上年同期亏损2.4亿元, 比上年的412家增加78家. */
static bool
is_former(const gathering *g, const claim *c)
{
    slice lead = slice_trim(gathering_lead(g, c));
    return c->is_base || (lead.len > 0 && former_len(lead) == lead.len);
}

bool
gathering_former(gathering *g, size_t i)
{
    size_t at = gathering_before(g, i);
    const claim *c = gathering_claim(g, i);
    if (!is_former(g, c))
        return false;
    if (at == SIZE_MAX ||
        !slice_equal(g->list.at[at].unit, c->figure->quantity.unit.name))
        return true;
    g->list.at[at].previous = former_text(g, c);
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
                  slice_starts_with(slice_cut(lead, HAN, lead.len), times[k]);
    for (size_t k = 0; k < sizeof reached / sizeof *reached; k++)
        if (slice_ends_with(lead, reached[k]))
            return false;
    return is_versus && is_time;
}

bool
gathering_moved(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
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
