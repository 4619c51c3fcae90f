#include "prose/claim.h"

#include <math.h>

#include "prose/lexicon.h"
#include "prose/season.h"

/* What the steps below share. */
typedef struct reading {
    arena *arena;
    slice text;
    const clause_list *clauses;
    claim_list list;
} reading;

static const clause *
clause_of(const reading *r, const claim *c)
{
    return &r->clauses->at[c->clause];
}

/* The clause up to the figure. */
static slice
lead_of(const reading *r, const claim *c)
{
    return clause_near_end(slice_cut(r->text, clause_of(r, c)->first,
                                     c->figure->first));
}

static slice
without_end(slice s, const lexicon_word *word)
{
    return slice_cut(s, 0, s.len - word->text.len);
}

/* 1100万元和1000万元: the second is said as the first. */
static bool
is_conjunction(slice s)
{
    return slice_is(s, "和") || slice_is(s, "及") || slice_is(s, "、") ||
           slice_is(s, "与");
}

static bool
is_comma(slice s)
{
    return slice_is(s, "，") || slice_is(s, ",");
}

bool
claim_joins_list(slice text, const clause_list *clauses,
                 const claim_list *list, size_t i)
{
    size_t first = i, commas = 0;
    for (; first > 0 && i - first < CLAIM_REACH; first--) {
        const figure *a = list->at[first - 1].figure;
        const figure *b = list->at[first].figure;
        slice between = slice_trim(slice_cut(text, a->last, b->first));
        bool is_alike = a->sort == b->sort &&
                        slice_equal(a->quantity.unit.name,
                                    b->quantity.unit.name);
        if (!is_alike || !(is_comma(between) || is_conjunction(between)))
            break;
        if (first == i && !is_comma(between))
            return false;
        commas++;
    }
    const claim *c = &list->at[first];
    slice lead = slice_cut(text, clauses->at[c->clause].first,
                           c->figure->first);
    return commas > 0 && slice_has(lead, "分别");
}

/* ── change or level ── */

/* The change right before the figure, with fillers between or not; NULL for
 * none. 增加到 and 新增 lead to a level, and so does what was earned by help. */
static const lexicon_word *
change_before(slice lead)
{
    static const slice additions[] = {SLICE("新增"), SLICE("带动增收"),
                                      SLICE("助农增收"), SLICE("促农增收"),
                                      SLICE("户均增收"), SLICE("人均增收")};
    const lexicon_word *filler;
    lead = slice_trim(lead); /* 增长 7.2% */
    if (slice_ends_with(lead, SLICE_OF("为")) &&
        (slice_find(lead, SLICE_OF("由")) < lead.len ||
         slice_find(lead, SLICE_OF("从")) < lead.len))
        return NULL; /* 由8930人上升为15467人 */
    while ((filler = lexicon_end(lead, LEXICON_FILLER)) != NULL) {
        if (filler->value == 1)
            return NULL;
        lead = without_end(lead, filler);
    }
    if (slice_ends_with_any(lead, additions,
                            sizeof additions / sizeof *additions))
        return NULL;
    return lexicon_end(lead, LEXICON_CHANGE);
}

/* 增长（下同）5.4%, 增长（以下如无特别说明，均为同比名义增长）5.4%: the lead before a
 * bracket that ends right before the figure; the same where none does. */
static slice
before_bracket(const reading *r, const claim *c)
{
    static const slice ends[] = {SLICE("）"), SLICE(")")};
    static const slice starts[] = {SLICE("（"), SLICE("(")};
    const clause *own = clause_of(r, c);
    slice s = slice_trim(clause_near_end(
        slice_cut(r->text, own->sentence_first, c->figure->first)));
    for (size_t i = 0; i < 2; i++)
        for (size_t at = s.len; slice_ends_with(s, ends[i]) && at-- > 0;)
            if (slice_starts_with(slice_cut(s, at, s.len), starts[i]))
                return slice_trim(slice_cut(s, 0, at));
    return lead_of(r, c);
}

static claim_kind
kind_of_quantity(figure_sort sort, bool is_change)
{
    switch (sort) {
    case FIGURE_QUANTITY:
        return is_change ? CLAIM_CHANGE : CLAIM_LEVEL;
    case FIGURE_PERCENT:
        return is_change ? CLAIM_RATE : CLAIM_LEVEL;
    case FIGURE_POINTS:
        return CLAIM_POINTS;
    case FIGURE_TIMES:
        return is_change ? CLAIM_RATE : CLAIM_NONE;
    case FIGURE_DOUBLING:
        return CLAIM_DOUBLING;
    default:
        return CLAIM_NONE;
    }
}

/* A verb of falling turns the sign of a number that has none of its own. */
static void
set_rate(claim *c)
{
    jb_decimal value = c->figure->quantity.value;
    if (c->figure->sort == FIGURE_TIMES)
        decimal_shift(value, 2, &value);
    c->rate = c->direction < 0 && decimal_sign(value) > 0
                      ? decimal_neg(value)
                      : value;
}

/* Doubling n times is (2^n - 1) × 100%. */
static void
set_doubling(claim *c)
{
    int64_t n = c->figure->quantity.value.coefficient;
    if (c->figure->quantity.value.scale == 0 && n >= 1 && n <= 20)
        c->rate = (jb_decimal){((INT64_C(1) << n) - 1) * 100, 0};
    c->direction = 1;
}

static bool
is_rank(const reading *r, const claim *c)
{
    size_t at;
    slice after = slice_cut(r->text, c->figure->last, r->text.len);
    bool is_tier = slice_starts_with(after, SLICE_OF("方阵")) ||
                   slice_starts_with(after, SLICE_OF("梯队"));
    return c->figure->sort == FIGURE_ORDINAL && !is_tier &&
           lexicon_find(lead_of(r, c), LEXICON_STANDS, &at) != NULL;
}

/* 分别增长62.8%、59.1%和34.5%, 增加2058万人和395万人: what joins a change is
 * one too. */
static bool
continues_change(const reading *r, const claim *c, size_t i)
{
    bool is_on = claim_joins_list(r->text, r->clauses, &r->list, i);
    if (i == 0 || (r->list.at[i - 1].clause != c->clause && !is_on) ||
        r->list.at[i - 1].figure->sort != c->figure->sort ||
        (r->list.at[i - 1].kind != CLAIM_RATE &&
         r->list.at[i - 1].kind != CLAIM_CHANGE))
        return false;
    slice between = slice_trim(
            slice_cut(r->text, r->list.at[i - 1].figure->last,
                      c->figure->first));
    return is_on || is_conjunction(between);
}

/* 同比+7.9%, 保持同比6.0%的增长: a rate without a verb before it. */
static bool
is_bare_rate(const reading *r, const claim *c)
{
    static const slice nouns[] = {SLICE("的增长"), SLICE("的增速"),
                                  SLICE("的增幅"), SLICE("的速度增长")};
    slice lead = slice_trim(lead_of(r, c));
    slice rest = slice_cut(r->text, c->figure->last, r->text.len);
    bool is_against = slice_ends_with(lead, SLICE_OF("同比")) ||
                      slice_ends_with(lead, SLICE_OF("环比"));
    if (c->figure->sort != FIGURE_PERCENT || !is_against)
        return false;
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (slice_starts_with(rest, nouns[k]))
            return true;
    slice own = slice_cut(r->text, c->figure->first, c->figure->last);
    return slice_starts_with(own, SLICE_OF("+")) ||
           slice_starts_with(own, SLICE_OF("-")) ||
           slice_starts_with(own, SLICE_OF("−"));
}

static void
set_kind(const reading *r, claim *c, size_t i)
{
    const lexicon_word *change = change_before(before_bracket(r, c));
    if (continues_change(r, c, i)) {
        c->direction = r->list.at[i - 1].direction;
        c->kind = r->list.at[i - 1].kind;
        set_rate(c);
        return;
    }
    if (is_rank(r, c)) {
        c->kind = CLAIM_RANK;
        return;
    }
    c->direction = change == NULL ? 0 : change->value;
    c->kind = kind_of_quantity(c->figure->sort,
                               change != NULL || is_bare_rate(r, c));
    if (c->kind == CLAIM_DOUBLING)
        set_doubling(c);
    else if (c->kind != CLAIM_NONE)
        set_rate(c);
}

/* ── what is compared with ── */

/* What stands behind the last 比, 较 or 与 that compares with another time:
 * 比重 and 与会 do not. */
static slice
behind_against(slice lead)
{
    static const slice starts[] = {
        SLICE("上"), SLICE("去"), SLICE("前"), SLICE("年"), SLICE("1"),
        SLICE("2"),  SLICE("一季度"), SLICE("同期"),
    };
    for (size_t at = lead.len; at-- > 0;) {
        slice rest = slice_cut(lead, at, lead.len);
        const lexicon_word *word = lexicon_start(rest, LEXICON_AGAINST);
        if (word == NULL)
            continue;
        rest = slice_cut(rest, word->text.len, rest.len);
        for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
            if (slice_starts_with(rest, starts[i]))
                return rest;
    }
    return (slice){NULL, 0};
}

/* （2020年22.15亿元）: nothing but a year stands before it in the bracket. */
static bool
is_former_aside(slice lead)
{
    static const slice words[] = {SLICE("上年"), SLICE("去年"),
                                  SLICE("年")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_ends_with(lead, words[i]))
            continue;
        size_t at = lead.len - words[i].len;
        while (at > 0 && lead.at[at - 1] >= '0' && lead.at[at - 1] <= '9')
            at--;
        slice open = slice_cut(lead, 0, at);
        return slice_ends_with(open, SLICE_OF("（")) ||
               slice_ends_with(open, SLICE_OF("("));
    }
    return false;
}

/* 比上年的412家增加78家, 与2010年的126万人相比, 上年同期为312辆. */
static bool
is_base(const reading *r, const claim *c)
{
    slice lead = lead_of(r, c);
    slice rest = slice_cut(r->text, c->figure->last, r->text.len);
    const lexicon_word *former = lexicon_end(lead, LEXICON_FORMER);
    bool is_changed = lexicon_start(rest, LEXICON_CHANGE) != NULL ||
                      slice_starts_with(rest, SLICE_OF("翻"));
    if (c->kind != CLAIM_LEVEL)
        return false;
    bool is_told = former != NULL || (c->is_aside && is_former_aside(lead));
    slice than = behind_against(lead);
    return is_told || (is_changed && than.len > 0) ||
           (slice_starts_with(rest, SLICE_OF("相比")) &&
            slice_ends_with(lead, SLICE_OF("的")));
}

/* ── brackets ── */

typedef struct bracket {
    slice open, close;
} bracket;

static const bracket BRACKETS[] = {
    {SLICE("（"), SLICE("）")},
    {SLICE("("), SLICE(")")},
    {SLICE("["), SLICE("]")},
    {SLICE("〔"), SLICE("〕")},
};

/* Whether a bracket may start with this byte; all else is passed over. */
static bool
may_be_bracket(char byte)
{
    unsigned char b = (unsigned char)byte;
    return b == '(' || b == ')' || b == '[' || b == ']' || b == 0xE3 ||
           b == 0xEF;
}

/* Whether the last bracket before the figure is an open one. */
static bool
is_aside(slice lead)
{
    for (size_t at = lead.len; at-- > 0;) {
        if (!may_be_bracket(lead.at[at]))
            continue;
        slice rest = slice_cut(lead, at, lead.len);
        for (size_t i = 0; i < sizeof BRACKETS / sizeof *BRACKETS; i++) {
            if (slice_starts_with(rest, BRACKETS[i].close))
                return false;
            if (slice_starts_with(rest, BRACKETS[i].open))
                return true;
        }
    }
    return false;
}

/* 广义货币（M2） and 生产总值[2] without what the brackets add. */
static slice
without_bracket(slice s)
{
    for (size_t i = 0; i < sizeof BRACKETS / sizeof *BRACKETS; i++) {
        if (!slice_ends_with(s, BRACKETS[i].close))
            continue;
        for (size_t at = s.len; at-- > 0;)
            if (slice_starts_with(slice_cut(s, at, s.len),
                                  BRACKETS[i].open))
                return slice_trim(slice_cut(s, 0, at));
    }
    return s;
}

/* ── subject ── */

/* 10月底, or digits left over, at the end of what is spoken of. */
static slice
without_date(slice s)
{
    size_t end = s.len;
    if (slice_ends_with(s, SLICE_OF("月底")))
        end -= strlen("月底");
    while (end > 0 && s.at[end - 1] >= '0' && s.at[end - 1] <= '9')
        end--;
    return slice_cut(s, 0, end);
}

static slice
trimmed_end(slice s)
{
    static const lexicon_class classes[] = {LEXICON_TAIL, LEXICON_CHANGE,
                                            LEXICON_FILLER, LEXICON_VERSUS,
                                            LEXICON_EXPECTED};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const lexicon_word *word = lexicon_end(s, classes[i]);
        if (word == NULL || lexicon_end(s, LEXICON_NO_BOUND) != NULL)
            continue;
        s = slice_trim(without_end(s, word));
        i = SIZE_MAX; /* from the first class again */
    }
    return without_date(without_bracket(s));
}

/* 二、 and （三） in front of a heading. */
static slice
without_number(slice s)
{
    static const slice digits[] = {
        SLICE("一"), SLICE("二"), SLICE("三"), SLICE("四"), SLICE("五"),
        SLICE("六"), SLICE("七"), SLICE("八"), SLICE("九"), SLICE("十"),
    };
    slice open = SLICE_OF("（");
    slice rest = slice_starts_with(s, open) ? slice_cut(s, open.len, s.len) : s;
    slice behind =
        slice_without_starts(rest, digits, sizeof digits / sizeof *digits);
    slice close = rest.at == s.at ? SLICE_OF("、") : SLICE_OF("）");
    return behind.len < rest.len && slice_starts_with(behind, close)
                   ? slice_trim(slice_cut(behind, close.len, behind.len))
                   : s;
}

/* 1) of (1)2023年, whose bracket is gone; 1、 too. */
static slice
without_digits(slice s)
{
    static const slice ends[] = {SLICE(")"), SLICE("）"), SLICE("、")};
    size_t n = 0;
    while (n < s.len && n < 2 && s.at[n] >= '0' && s.at[n] <= '9')
        n++;
    slice rest = slice_cut(s, n, s.len);
    for (size_t i = 0; n > 0 && i < sizeof ends / sizeof *ends; i++)
        if (slice_starts_with(rest, ends[i]))
            return slice_trim(slice_cut(rest, ends[i].len, rest.len));
    return s;
}

static slice
trimmed_start(slice s)
{
    const lexicon_word *word;
    for (size_t i = 0; i < sizeof BRACKETS / sizeof *BRACKETS; i++)
        if (slice_starts_with(s, BRACKETS[i].open))
            s = slice_cut(s, BRACKETS[i].open.len, s.len);
    s = without_digits(without_number(s));
    if (s.len > strlen("、") && slice_starts_with(s, SLICE_OF("、")))
        s = slice_cut(s, strlen("、"), s.len);
    season time; /* 1—6月完成产值 is 产值 */
    if (season_read(s, &time) && time.len < s.len)
        s = slice_trim(slice_cut(s, time.len, s.len));
    while ((word = lexicon_start(s, LEXICON_HEAD)) != NULL ||
           (word = lexicon_start(s, LEXICON_EXPECTED)) != NULL)
        s = slice_trim(slice_cut(s, word->text.len, s.len));
    return s;
}

/* 增幅居全省第1位 speaks of what stands before 居. */
static slice
without_scope(const claim *c, slice lead)
{
    size_t at;
    if (c->kind != CLAIM_RANK ||
        lexicon_find(lead, LEXICON_STANDS, &at) == NULL)
        return lead;
    return slice_cut(lead, 0, at);
}

/* 比上年; 比重 and 比例 are spoken of. */
static bool
opens_comparison(slice s)
{
    return lexicon_start(s, LEXICON_AGAINST) != NULL &&
           !slice_starts_with(s, SLICE_OF("比重")) &&
           !slice_starts_with(s, SLICE_OF("比例"));
}

/* The lead; where a bracket closes in it that opened in a clause before, the
 * end of what stands before that: 增长（…，均为名义增长）5.4% has no subject. */
static slice
outside_bracket(const reading *r, const claim *c)
{
    static const slice marks[] = {SLICE("，"), SLICE(","), SLICE("；"),
                                  SLICE("：")};
    slice lead = lead_of(r, c), whole = before_bracket(r, c);
    if (whole.at >= lead.at || whole.len == 0)
        return lead;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t at; (at = slice_find(whole, marks[i])) < whole.len;)
            whole = slice_cut(whole, at + marks[i].len, whole.len);
    return whole;
}

/* 同比, 比上年; 实际 before its verb or the figure: 实际使用外资 is a name. */
static bool
opens_with_base(slice lead)
{
    const lexicon_word *word = lexicon_start(lead, LEXICON_VERSUS);
    slice rest = word == NULL ? lead
                              : slice_trim(slice_skip(lead, word->text.len));
    return word != NULL &&
           (word->value == 0 || rest.len == 0 ||
            lexicon_start(rest, LEXICON_CHANGE) != NULL);
}

/* Within a clause the subject starts behind the figure before, which is no
 * part of a name: 、第二产业占. */
static slice
subject_in_clause(const reading *r, const claim *c, size_t i)
{
    slice lead = outside_bracket(r, c);
    size_t k = i;
    while (k > 0 && r->list.at[k - 1].clause == c->clause &&
           r->list.at[k - 1].figure->sort == FIGURE_ORDINAL)
        k--;
    if (k > 0 && r->list.at[k - 1].clause == c->clause &&
        r->list.at[k - 1].kind != CLAIM_NONE)
        lead = slice_cut(r->text, r->list.at[k - 1].figure->last,
                         c->figure->first);
    bool is_against = c->kind != CLAIM_LEVEL &&
                      opens_comparison(slice_trim(lead));
    if (is_against || opens_with_base(lead))
        return (slice){NULL, 0};
    return trimmed_start(trimmed_end(without_scope(c, slice_trim(lead))));
}

/* What follows in the sentence without a subject has that of before. */
static void
set_subject(const reading *r, claim *c, size_t i)
{
    c->subject = subject_in_clause(r, c, i);
    bool is_list = i > 0 && is_conjunction(c->subject) &&
                   r->list.at[i - 1].clause == c->clause;
    if (is_list)
        c->subject = r->list.at[i - 1].subject;
    bool is_change = c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS ||
                     c->kind == CLAIM_CHANGE || c->kind == CLAIM_RANK ||
                     c->kind == CLAIM_DOUBLING;
    if (c->level != CLAIM_OF_NOTHING && is_change && c->subject.len == 0)
        c->subject = r->list.at[c->level].subject;
}

/* ── context ── */

/* The nearest level before it in its sentence. */
static size_t
level_before(const reading *r, size_t i)
{
    const claim *c = &r->list.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        if (r->list.at[k].sentence != c->sentence)
            break;
        const claim *level = &r->list.at[k];
        bool is_meant = !level->is_base && level->is_aside == c->is_aside;
        if (level->kind == CLAIM_LEVEL && is_meant)
            return k;
    }
    return CLAIM_OF_NOTHING;
}

static slice
sentence_lead(const reading *r, const claim *c)
{
    return clause_near_end(slice_cut(r->text, clause_of(r, c)->sentence_first,
                                     c->figure->first));
}

static void
set_context(const reading *r, claim *c, size_t i)
{
    size_t at;
    slice lead = lead_of(r, c);
    c->is_aside = is_aside(sentence_lead(r, c));
    c->is_base = is_base(r, c);
    c->level = c->kind == CLAIM_LEVEL ? CLAIM_OF_NOTHING
                                      : level_before(r, i);
    c->is_expected = lexicon_find(lead, LEXICON_EXPECTED, &at) != NULL;
    c->is_to_date =
            lexicon_find(sentence_lead(r, c), LEXICON_TO_DATE, &at) != NULL &&
            lexicon_find(lead, LEXICON_WHOLE_YEAR, &at) == NULL;
    bool is_alone = slice_is(slice_trim(lead), "共") &&
                    clause_of(r, c)->last == c->figure->last;
    c->is_total = is_alone || lexicon_end(lead, LEXICON_TOTAL) != NULL;
    if (c->level == CLAIM_OF_NOTHING)
        return;
    c->is_expected = c->is_expected || r->list.at[c->level].is_expected;
    c->is_to_date = r->list.at[c->level].is_to_date;
}

claim_list
claims_from_text(arena *a, slice text, const clause_list *clauses,
                 const figure_list *figures)
{
    reading r = {a, text, clauses,
                 {ARENA_ARRAY(a, figures->n, claim), figures->n}};
    for (size_t i = 0; i < figures->n; i++) {
        claim *c = &r.list.at[i];
        c->figure = &figures->at[i];
        c->clause = clause_at(clauses, c->figure->digits);
        c->sentence = clauses->at[c->clause].sentence;
        set_kind(&r, c, i);
        set_context(&r, c, i);
        set_subject(&r, c, i);
        c->bare = indicator_bare(c->subject);
        c->indicator = indicator_of(c->bare);
    }
    return r.list;
}

double
claim_half_digit(const claim *c)
{
    return 0.5 * pow(10, -c->figure->quantity.value.scale);
}

bool
claim_is_exact(const claim *c)
{
    return c->kind == CLAIM_LEVEL && !c->is_expected && !c->is_aside &&
           !c->is_base && c->figure->quantity.bound == BOUND_EXACT;
}

bool
claim_is_amount(const claim *c)
{
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY;
}

bool
claim_is_exact_amount(const claim *c)
{
    return claim_is_exact(c) && claim_is_amount(c);
}

bool
claim_is_growth(const claim *c)
{
    return c->kind == CLAIM_RATE && c->direction != 0 && !c->is_aside &&
           c->figure->sort == FIGURE_PERCENT;
}

bool
claim_is_exact_growth(const claim *c)
{
    return claim_is_growth(c) && !c->is_expected &&
           c->figure->quantity.bound == BOUND_EXACT;
}

bool
claim_is_namesake(const claim *a, const claim *b)
{
    if (slice_equal(a->subject, b->subject))
        return a->subject.len > 0;
    if (a->indicator != INDICATOR_NONE || b->indicator != INDICATOR_NONE)
        return a->indicator == b->indicator;
    return a->bare.len >= 4 * strlen("一") && slice_equal(a->bare, b->bare);
}
