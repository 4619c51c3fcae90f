/* Parts behind 其中 that miss their whole by a slip of the pen: one digit
 * wrong, two changed places, 亿 for 万. Parts that need not make up the whole
 * miss it by more, so a sum that nearly fits was meant to. */
#include "facts/level.h"
#include "prose/division.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

#define PARTS_MOST 6
/* Digits of a whole that chance does not nearly meet. */
#define DIGITS_LEAST 5
/* … and of one with two parts of one kind. */
#define DIGITS_OF_PAIR 4
/* More digits are no count that a person compared. */
#define DIGITS_MOST 15

typedef struct near_parts {
    const claim *at[PARTS_MOST];
    size_t n;
} near_parts;

/* Where the list of parts behind the whole starts: 其中 in its sentence, or
 * as the first word of the next; SIZE_MAX without. */
static size_t
list_start(const inspection *in, const claim *whole)
{
    const clause *own = &in->clauses.at[whole->clause];
    slice rest = rule_sentence_rest(in, whole);
    slice among = SLICE_OF("其中");
    size_t at = slice_find(rest, among);
    slice until = slice_cut(rest, 0, at);
    if (slice_ends_with(until, SLICE_OF("（")) ||
        slice_ends_with(until, SLICE_OF("(")))
        return SIZE_MAX; /* the list ends with its bracket */
    if (at < rest.len)
        return whole->figure->last + at;
    slice behind = rule_text(in, own->sentence_last, in->passage.text.len);
    static const slice ends[] = {SLICE("。"), SLICE("；"), SLICE(";")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_starts_with(behind, ends[i]) &&
            slice_starts_with(slice_cut(behind, ends[i].len, behind.len),
                              among))
            return own->sentence_last + ends[i].len;
    return SIZE_MAX;
}

static bool
is_level(const inspection *in, const claim *c)
{
    return c->kind == CLAIM_LEVEL && !c->is_base && !c->is_aside &&
           c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT &&
           !rule_is_excess(in, c);
}

/* Between the list's start and the figure the run of clauses joined by ；
 * must not have ended. */
static bool
is_in_list(const inspection *in, size_t start, const claim *c)
{
    slice between = rule_text(in, start, c->figure->first);
    return !slice_has(between, "。") && !slice_has(between, "\n") &&
           clause_near_start(between).len == between.len;
}

/* What stands behind a second 其中 divides a part. */
static bool
is_of_part(const inspection *in, size_t start, const claim *c)
{
    slice lead = rule_sentence_lead(in, c);
    size_t first = c->figure->first - lead.len;
    if (first < start + strlen("其中"))
        lead = rule_text(in, start + strlen("其中"), c->figure->first);
    return slice_has(lead, "其中");
}

static bool
sum_of(const near_parts *parts, jb_quantity whole, jb_quantity *sum)
{
    *sum = whole;
    sum->value = (jb_decimal){0, 0};
    for (size_t i = 0; i < parts->n; i++) {
        jb_quantity part = parts->at[i]->figure->quantity;
        if (part.unit.power != whole.unit.power ||
            !decimal_add(sum->value, part.value, &sum->value))
            return false;
    }
    return true;
}

static bool
is_made_up(const near_parts *parts, jb_quantity whole)
{
    jb_quantity sum;
    return sum_of(parts, whole, &sum) &&
           decimal_compare(sum.value, whole.value) == 0;
}

static void
collect(const inspection *in, size_t i, near_parts *parts)
{
    const claim *whole = &in->claims.at[i];
    size_t start = list_start(in, whole);
    parts->n = 0;
    for (size_t k = i + 1; start != SIZE_MAX && k < in->claims.n &&
                           k < i + CLAIM_REACH;
         k++) {
        const claim *c = &in->claims.at[k];
        if (c->figure->first < start)
            continue;
        if (!is_in_list(in, start, c) || c->is_total ||
            parts->n == PARTS_MOST)
            return;
        if (is_level(in, c) && !is_of_part(in, start, c) &&
            !rule_is_origin(in, c) && !rule_is_aim_of_share(in, c) &&
            unit_is_same_base(c->figure->quantity.unit,
                              whole->figure->quantity.unit))
            parts->at[parts->n++] = c;
        if (parts->n > 1 && is_made_up(parts, whole->figure->quantity))
            return; /* what follows is told beside them */
    }
}

/* ── how near ── */

static int
digits_of(jb_decimal d)
{
    int n = 0;
    for (int64_t c = d.coefficient; c != 0; c /= 10)
        n++;
    return n;
}

/* One digit changed is d × 10^k off, two swapped 9 × d × 10^k. `off` counts
 * units of the last digit, of which roundings account for `slack`. */
static bool
is_slip(int64_t off, int64_t slack)
{
    for (int64_t power = 1; power <= off * 10 && power > 0; power *= 10)
        for (int64_t d = 1; d <= 9; d++) {
            int64_t one = off - d * power, two = off - 9 * d * power;
            int64_t room = power > 1 ? slack : 0;
            if ((one >= -room && one <= room) ||
                (d < 9 && two >= -room && two <= room))
                return true;
        }
    return false;
}

static bool
is_pair_of_kind(const near_parts *parts)
{
    const size_t tail = 2 * strlen("一");
    if (parts->n != 2)
        return false;
    slice a = parts->at[0]->subject, b = parts->at[1]->subject;
    return a.len >= tail && b.len >= tail &&
           slice_equal(slice_cut(a, a.len - tail, a.len),
                       slice_cut(b, b.len - tail, b.len));
}

/* …、其他人员168人: nothing is left out of a list that ends with the rest. */
static bool
ends_in_rest(const near_parts *parts)
{
    static const slice words[] = {SLICE("其他"), SLICE("其它"),
                                  SLICE("其余")};
    if (parts->n < 3)
        return false;
    const claim *last = parts->at[parts->n - 1];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find(last->subject, words[i]) < last->subject.len)
            return parts->at[0]->sentence == last->sentence;
    return false;
}

static void
check_sum(const inspection *in, const claim *whole, const near_parts *parts)
{
    jb_quantity total = whole->figure->quantity, sum;
    jb_decimal off;
    int least = is_pair_of_kind(parts) ? DIGITS_OF_PAIR : DIGITS_LEAST;
    if (ends_in_rest(parts))
        least = DIGITS_OF_PAIR;
    /* What is known to make up a whole is held against it exactly. */
    bool is_known = parts->n > 0 &&
                    lexicon_start(parts->at[0]->subject,
                                  LEXICON_PARTITION) != NULL;
    if (parts->n < 2 || is_known || digits_of(total.value) < least ||
        digits_of(total.value) > DIGITS_MOST ||
        !sum_of(parts, total, &sum) ||
        sum.value.scale > total.value.scale ||
        !decimal_sub(sum.value, total.value, &off))
        return;
    int64_t apart = decimal_abs(off).coefficient;
    int64_t slack = level_is_exact(total) ? 0 : (int64_t)parts->n / 2 + 1;
    bool is_meant = is_slip(apart, slack) || ends_in_rest(parts);
    if (off.scale != total.value.scale || apart <= slack ||
        apart > total.value.coefficient / 2 || !is_meant)
        return;
    slice number = number_text(in->arena, sum.value);
    diag_report(in->diags, &PROSE_SUM_SLIP,
                rule_figure_span(in, whole->figure),
                rule_figure_text(in, whole->figure), number);
    diags_relate(in->diags, rule_figure_span(in, parts->at[0]->figure),
                 SLICE_OF("第一项在这里"));
}

/* A part thousands of times the whole has the wrong unit; whether one was
 * found. */
static bool
check_units(const inspection *in, const claim *whole,
            const near_parts *parts)
{
    jb_quantity total = whole->figure->quantity;
    jb_decimal most;
    if (!decimal_shift(total.value, 3, &most) || decimal_sign(most) <= 0)
        return false;
    for (size_t i = 0; i < parts->n; i++) {
        jb_quantity part = parts->at[i]->figure->quantity, bound = total;
        bound.value = most;
        if (!level_align(&part, &bound) ||
            decimal_compare(part.value, bound.value) < 0)
            continue;
        diag_report(in->diags, &PROSE_PARTS_EXCEED,
                    rule_figure_span(in, parts->at[i]->figure),
                    rule_figure_text(in, whole->figure),
                    rule_figure_text(in, parts->at[i]->figure));
        diags_relate(in->diags, rule_figure_span(in, whole->figure),
                     SLICE_OF("总数在这里"));
        return true;
    }
    return false;
}

/* 完成投资 and 住宅投资, 到位资金 and 自筹资金: said of one thing. 人次 of two
 * things is none; 产量 may be of others once the first part is told. */
static bool
is_of_one_kind(const claim *part, const claim *whole, bool is_first)
{
    const size_t len = 2 * strlen("一");
    slice a = part->subject, b = whole->subject;
    if (a.len < len || b.len < len)
        return false;
    slice tail = slice_cut(a, a.len - len, a.len);
    const lexicon_word *unit = lexicon_start(tail, LEXICON_UNIT);
    bool is_unit = unit != NULL && slice_equal(unit->text, tail);
    bool is_general = lexicon_end(tail, LEXICON_MEASURE) != NULL &&
                      !slice_is(tail, "资金") && !slice_is(tail, "投资");
    return slice_ends_with(b, tail) && !is_unit && (is_first || !is_general);
}

/* 完成投资8.44亿元…。其中住宅投资9.37亿元: in the sentence behind, a part that is
 * more than the whole. */
static void
check_excess(const inspection *in, const claim *whole,
             const near_parts *parts)
{
    for (size_t i = 0; i < parts->n; i++) {
        const claim *c = parts->at[i];
        jb_quantity part = c->figure->quantity;
        jb_quantity total = whole->figure->quantity;
        if (c->sentence == whole->sentence || c->is_expected ||
            slice_has(part.unit.name, "/") ||
            !is_of_one_kind(c, whole, i == 0) ||
            !level_align(&part, &total) ||
            decimal_compare(level_range_of(part).low,
                            level_range_of(total).high) <= 0)
            continue;
        diag_report(in->diags, &PROSE_PARTS_EXCEED,
                    rule_figure_span(in, c->figure),
                    rule_figure_text(in, whole->figure),
                    rule_figure_text(in, c->figure));
        diags_relate(in->diags, rule_figure_span(in, whole->figure),
                     SLICE_OF("总数在这里"));
        return;
    }
}

/* Parts of one division in the sentences behind that are together more than the
 * whole; in its own sentence rule_parts sees them. */
static void
check_division(const inspection *in, const claim *whole,
               const near_parts *parts)
{
    if (parts->n < 2 || !division_is_one(parts->at, parts->n) ||
        parts->at[0]->sentence == whole->sentence)
        return;
    rule_sum sum;
    jb_quantity total = whole->figure->quantity;
    if (!rule_sum_of_all(parts->at, parts->n, &sum))
        return;
    jb_quantity all = sum.total;
    if (!rule_sum_is_off(&sum, total) || !level_align(&all, &total) ||
        decimal_compare(all.value, total.value) <= 0 ||
        rule_has_found(in, &PROSE_SUM_SLIP, whole->figure))
        return;
    diag_report(in->diags, &PROSE_PARTS_EXCEED,
                rule_figure_span(in, parts->at[0]->figure),
                rule_figure_text(in, whole->figure),
                slice_printf(in->arena, "%.*s%.*s",
                             SLICE_ARGS(number_text(in->arena, all.value)),
                             SLICE_ARGS(all.unit.name)));
    diags_relate(in->diags, rule_figure_span(in, whole->figure),
                 SLICE_OF("总数在这里"));
}

/* Only the level right before the list is the whole. */
static bool
is_whole(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    size_t at;
    bool is_mean = lexicon_find(c->subject, LEXICON_MEAN, &at) != NULL;
    size_t start =
        is_level(in, c) && !is_mean && !rule_is_aim_of_share(in, c)
            ? list_start(in, c)
            : SIZE_MAX;
    for (size_t k = i + 1; start != SIZE_MAX && k < in->claims.n; k++) {
        if (in->claims.at[k].figure->first > start)
            break;
        if (is_level(in, &in->claims.at[k]) &&
            !rule_is_aim_of_share(in, &in->claims.at[k]))
            return false;
    }
    return start != SIZE_MAX;
}

void
rule_near_sums(const inspection *in)
{
    near_parts parts;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!is_whole(in, i) ||
            rule_has_found(in, &PROSE_WHOLE_CONTRADICTS, c->figure) ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        collect(in, i, &parts);
        check_sum(in, c, &parts);
        if (!check_units(in, c, &parts))
            check_excess(in, c, &parts);
        check_division(in, c, &parts);
    }
}
