#include "prose/phrase.h"

#include "prose/lexicon.h"
#include "prose/number.h"

/* The part of a unit's name before its base: 万 in 万家. */
static slice
multiple_of(jb_unit unit)
{
    if (!slice_ends_with(unit.name, unit.base))
        return (slice){NULL, 0};
    return slice_cut(unit.name, 0, unit.name.len - unit.base.len);
}

/* 余 follows round numbers of things: 50余项, 3万余家; never 53余项. */
static bool
takes_yu(jb_quantity q)
{
    jb_decimal value = decimal_trimmed(q.value);
    bool is_round = value.coefficient % 10 == 0 || q.unit.power > 0;
    return q.bound == BOUND_ABOVE && q.unit.kind == UNIT_COUNT &&
           value.scale == 0 && value.coefficient > 0 && is_round &&
           q.status != STATUS_TARGET; /* one aims to pass it */
}

static slice
level_with_yu(arena *a, jb_quantity q)
{
    slice digits = number_text(a, q.value);
    slice multiple = multiple_of(q.unit);
    slice base = slice_cut(q.unit.name, multiple.len, q.unit.name.len);
    return slice_printf(a, "%.*s%.*s余%.*s", SLICE_ARGS(digits),
                        SLICE_ARGS(multiple), SLICE_ARGS(base));
}

/* What stands around a level for each bound. */
typedef struct bound_words {
    const char *before, *after;
} bound_words;

static const bound_words BOUND_WORDS[] = {
    [BOUND_EXACT] = {"", ""},
    [BOUND_AT_LEAST] = {"", "以上"},
    [BOUND_ABOVE] = {"超过", ""},
    [BOUND_AT_MOST] = {"不超过", ""},
    [BOUND_APPROXIMATE] = {"", "左右"},
};
static const bound_words SHORT_BOUND_WORDS[] = {
    [BOUND_EXACT] = {"", ""},
    [BOUND_AT_LEAST] = {"", "以上"},
    [BOUND_ABOVE] = {"超", ""},
    [BOUND_AT_MOST] = {"不超", ""},
    [BOUND_APPROXIMATE] = {"约", ""},
};
_Static_assert(sizeof BOUND_WORDS / sizeof *BOUND_WORDS == BOUND_COUNT &&
                       sizeof SHORT_BOUND_WORDS == sizeof BOUND_WORDS,
               "words for each bound");

static bound_words
words_of(jb_quantity q, phrase_form form)
{
    /* 左右 is what a source says; what we derive is 约. */
    if (form == PHRASE_SHORT ||
        (q.is_derived && q.bound == BOUND_APPROXIMATE))
        return SHORT_BOUND_WORDS[q.bound];
    return BOUND_WORDS[q.bound];
}

bool
phrase_is_index(jb_unit unit)
{
    return slice_ends_with(unit.name, SLICE_OF("=100"));
}

bool
phrase_is_rate_of_amount(slice name, jb_unit unit)
{
    static const slice more[] = {SLICE("进出口"), SLICE("出口"), SLICE("进口")};
    const lexicon_word *word = lexicon_end(name, LEXICON_INDICATOR);
    bool is_amount = word != NULL && word->value == 1 &&
                     !slice_is(name, "值");
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        is_amount = is_amount || slice_ends_with(name, more[i]);
    return is_amount && unit.kind == UNIT_PERCENT &&
           slice_is(unit.name, "%") && !slice_has(name, "占");
}

/* Digits behind the point of an amount that is said in 亿元. */
#define SPOKEN_SCALE 2

/* From how many of its own unit on a figure is said in 万 or 亿: 元 in 亿元, 万元
 * from ten 亿元 on, things from ten million on. */
static int64_t
spoken_least(jb_unit unit)
{
    if (slice_is(unit.base, "元"))
        return unit.power == 0   ? 100000000
               : unit.power == 4 ? 100000
                                 : 0;
    bool is_sum = unit.kind == UNIT_COUNT || unit.kind == UNIT_AMOUNT;
    bool is_plain = is_sum && unit.power == 0 && !slice_has(unit.name, "/");
    return is_plain ? 10000000 : 0;
}

jb_quantity
phrase_spoken(arena *a, jb_quantity q)
{
    jb_decimal least = {spoken_least(q.unit), 0};
    if (least.coefficient == 0 ||
        decimal_compare(decimal_abs(q.value), least) < 0)
        return q;
    q = number_scaled(a, q);
    if (q.value.scale > SPOKEN_SCALE)
        q.value = decimal_trimmed(
                decimal_round(q.value, SPOKEN_SCALE, DECIMAL_HALF_UP));
    return q;
}

/* 近82万人次: as the source has it. */
static bool
is_near(jb_quantity q)
{
    return q.is_near && !q.is_derived && q.bound == BOUND_APPROXIMATE;
}

/* 9800万元 is 0.98亿元, though it is known to more digits. */
static jb_decimal
shown_value(jb_quantity q)
{
    return q.is_converted ? decimal_trimmed(q.value) : q.value;
}

static slice
bare_level(arena *a, jb_quantity q, phrase_form form)
{
    if (phrase_is_index(q.unit))
        q.unit.name = (slice){NULL, 0};
    if (takes_yu(q))
        return level_with_yu(a, q);
    bound_words words = words_of(q, form);
    if (is_near(q))
        words = (bound_words){"近", ""};
    slice digits = number_text(a, shown_value(q));
    return slice_printf(a, "%s%.*s%.*s%s", words.before, SLICE_ARGS(digits),
                        SLICE_ARGS(q.unit.name), words.after);
}

/* A rate is kept within its bound; an amount is no more than it. */
static bool
is_kept_within(jb_quantity q)
{
    return q.bound == BOUND_AT_MOST && q.unit.kind == UNIT_PERCENT;
}

slice
phrase_verb(arena *a, jb_quantity q, int direction)
{
    bool is_future = q.status == STATUS_EXPECTED;
    const char *before = is_future                         ? "预计将"
                         : q.status == STATUS_PRELIMINARY ? "初步统计"
                                                          : "";
    const char *verb = direction >= 0 ? "达到" : "为";
    if (q.status == STATUS_TARGET)
        verb = q.bound == BOUND_ABOVE ? "目标为超过" : "目标为";
    else if (q.bound == BOUND_ABOVE && !takes_yu(q))
        verb = direction >= 0 ? "突破" : "超过"; /* no praise of a fall */
    else if (q.bound == BOUND_AT_MOST)
        verb = is_kept_within(q) ? "控制在" : "不超过";
    else if (is_near(q))
        verb = "接近";
    return slice_printf(a, "%s%s", before, verb);
}

/* With the verb said, 超过 and 不超过 are said too: 突破75亿元, 控制在5%以内. */
static slice
verbal_level(arena *a, jb_quantity q, bool is_fall)
{
    slice verb = phrase_verb(a, q, is_fall ? -1 : 1);
    jb_quantity bare = q;
    bool is_said = q.bound == BOUND_AT_MOST || is_near(q) ||
                   (q.bound == BOUND_ABOVE && !takes_yu(q));
    if (is_said)
        bare.bound = BOUND_EXACT;
    const char *after = is_kept_within(q) ? "以内" : "";
    slice level = bare_level(a, bare, PHRASE_PLAIN);
    return slice_printf(a, "%.*s%.*s%s", SLICE_ARGS(verb), SLICE_ARGS(level),
                        after);
}

slice
phrase_level(arena *a, jb_quantity q, phrase_options o)
{
    if (o.is_scaled)
        q = number_scaled(a, q);
    if (o.form == PHRASE_NUMBER)
        return number_text(a, shown_value(q));
    if (o.form == PHRASE_LONG)
        return verbal_level(a, q, o.is_fall);
    return bare_level(a, q, o.form);
}

slice
phrase_delta(arena *a, const jb_fact *delta, phrase_options o)
{
    jb_quantity q =
        o.is_scaled ? number_scaled(a, delta->quantity) : delta->quantity;
    int sign = decimal_sign(q.value);
    if (o.form == PHRASE_NUMBER)
        return number_signed(a, q.value);
    if (sign == 0)
        return SLICE_OF("持平");
    bool is_points = q.unit.kind == UNIT_POINT;
    const char *verb = is_points ? (sign > 0 ? "提高" : "下降")
                                 : (sign > 0 ? "增加" : "减少");
    q.value = decimal_abs(q.value);
    slice level = bare_level(a, q, PHRASE_PLAIN);
    return slice_join(a, slice_from(verb), level);
}

slice
phrase_mean(arena *a, const jb_fact *mean, slice scope, phrase_options o)
{
    jb_quantity q =
        o.is_scaled ? number_scaled(a, mean->quantity) : mean->quantity;
    int sign = decimal_sign(q.value);
    bool is_short = o.form == PHRASE_SHORT;
    const char *level = is_short ? "" : "水平";
    if (o.form == PHRASE_NUMBER)
        return number_signed(a, q.value);
    if (sign == 0)
        return slice_printf(a, "与%.*s平均%s持平", SLICE_ARGS(scope), level);
    q.value = decimal_abs(q.value);
    slice size = bare_level(a, q, PHRASE_PLAIN);
    return slice_printf(a, "%s%.*s平均%s%.*s", sign > 0 ? "高于" : "低于",
                        SLICE_ARGS(scope), level, SLICE_ARGS(size));
}

static const char *
rank_subject(const metrics_rank *rank, const jb_fact *growth)
{
    if (!rank->is_of_growth)
        return "";
    return phrase_direction(growth) > 0 ? "增幅" : "增速";
}

slice
phrase_rank(arena *a, const metrics_rank *rank, const jb_fact *growth,
            phrase_options o)
{
    slice scope = rank->scope.text, tier = rank->tier.text;
    const char *subject = rank_subject(rank, growth);
    if (o.form == PHRASE_NUMBER && rank->place > 0)
        return slice_printf(a, "%d", rank->place);
    if (rank->place == 0)
        return slice_printf(a, "%s%s%.*s%.*s", subject,
                            o.form == PHRASE_SHORT  ? ""
                            : o.form == PHRASE_LONG ? "位居"
                                                    : "居",
                            SLICE_ARGS(scope), SLICE_ARGS(tier));
    if (o.form == PHRASE_SHORT)
        return slice_printf(a, "%.*s第%d", SLICE_ARGS(scope), rank->place);
    if (o.form == PHRASE_LONG && rank->peers > 0)
        return slice_printf(a, "%s在%.*s%d个参评单位中居第%d位", subject,
                            SLICE_ARGS(scope), rank->peers, rank->place);
    return slice_printf(a, "%s居%.*s第%d位", subject, SLICE_ARGS(scope),
                        rank->place);
}

slice
phrase_until(arena *a, jb_period until, int year)
{
    if (until.last_year == year)
        return slice_printf(a, "截至%d月底", until.last_month);
    return slice_printf(a, "截至%d年%d月底", until.last_year,
                        until.last_month);
}
