/* Numbers that must add up: totals, parts, lists. */
#include "base/utf8.h"
#include "facts/level.h"
#include "prose/division.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

static bool
is_exact(const claim *c)
{
    return c->kind == CLAIM_LEVEL && !c->is_base &&
           c->figure->quantity.bound == BOUND_EXACT;
}

static bool
has_same_unit(const claim *a, const claim *b)
{
    return unit_is_same_base(a->figure->quantity.unit,
                             b->figure->quantity.unit);
}

static bool
add_to(jb_quantity *sum, const claim *c)
{
    jb_quantity part = c->figure->quantity;
    return level_align(sum, &part) &&
           decimal_add(sum->value, part.value, &sum->value);
}

/* Whether the two differ by more than the roundings of `n` parts and the
 * total allow. */
static bool
differs(jb_quantity sum, const claim *total, size_t n)
{
    jb_quantity whole = total->figure->quantity;
    jb_decimal off, slack = {0, 0};
    if (!level_align(&sum, &whole) ||
        !decimal_sub(sum.value, whole.value, &off))
        return false;
    if (!level_is_exact(whole)) {
        slack = (jb_decimal){5 * ((int64_t)n + 1), whole.value.scale + 1};
    }
    return decimal_compare(decimal_abs(off), slack) > 0;
}

static void
add_term(slice_builder *b, const inspection *in, const claim *c)
{
    slice number = number_text(in->arena, c->figure->quantity.value);
    builder_printf(b, "%s%.*s", b->len > 0 ? " + " : "", SLICE_ARGS(number));
}

/* 总投资20亿元的项目: the amount describes what it stands before, and is no
 * item of its own. */
static bool
is_attribute(const inspection *in, const claim *c)
{
    return slice_starts_with(rule_sentence_rest(in, c), SLICE_OF("的"));
}

/* Taken for a part: not 65000万元 of 由65000万元调整为35000万元, nor by how much
 * one grew. */
static bool
is_item(const inspection *in, const claim *c)
{
    return !is_attribute(in, c) && !rule_is_origin(in, c) &&
           !rule_is_excess(in, c);
}

/* ── 共计 ── */

/* The parts of a total are the levels right before it in the sentence with
 * its unit, from the nearest back, as many as make up the total; with two or
 * more and none making it up, they do not add up. */
static void
check_total(const inspection *in, size_t i)
{
    const claim *total = &in->claims.at[i];
    jb_quantity sum = total->figure->quantity;
    slice_builder terms = {.arena = in->arena};
    size_t n = 0;
    sum.value = (jb_decimal){0, 0};
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != total->sentence)
            break;
        if (!is_exact(c) || c->is_aside != total->is_aside ||
            !has_same_unit(c, total) || !is_item(in, c) ||
            !add_to(&sum, c))
            continue;
        add_term(&terms, in, c);
        n++;
        if (n >= 2 && !differs(sum, total, n))
            return;
    }
    if (n < 2 || !rule_is_typed(in, total->figure->first,
                                total->figure->last))
        return;
    slice number = number_text(in->arena, sum.value);
    builder_printf(&terms, " = %.*s", SLICE_ARGS(number));
    diag_report(in->diags, &PROSE_TOTAL_CONTRADICTS,
                rule_figure_span(in, total->figure),
                rule_figure_text(in, total->figure), builder_slice(&terms));
}

/* 收入64000万元，其中…。加上转移性收入486923万元，收入总计550923万元: what is
 * added joins the first amount of the sentence before. */
static const claim *
added_to(const inspection *in, const claim *added)
{
    const claim *first = NULL;
    for (const claim *c = added; c-- > in->claims.at;) {
        if (c->sentence + 1 < added->sentence ||
            !rule_in_paragraph(in, c, added))
            break;
        if (c->sentence != added->sentence && c->kind == CLAIM_LEVEL &&
            !c->is_aside && has_same_unit(c, added))
            first = c;
    }
    return first;
}

static void
check_added(const inspection *in, size_t i)
{
    const claim *total = &in->claims.at[i], *added = total - 1;
    if (i < 2 || added->sentence != total->sentence || !is_exact(added) ||
        !has_same_unit(added, total) ||
        !slice_starts_with(slice_trim(rule_sentence_lead(in, added)),
                           SLICE_OF("加上")))
        return;
    const claim *first = added_to(in, added);
    jb_quantity sum = total->figure->quantity;
    sum.value = (jb_decimal){0, 0};
    if (first == NULL || first->figure->quantity.bound != BOUND_EXACT ||
        !add_to(&sum, first) || !add_to(&sum, added) ||
        !differs(sum, total, 2))
        return;
    slice_builder terms = {.arena = in->arena};
    add_term(&terms, in, first);
    add_term(&terms, in, added);
    slice number = number_text(in->arena, sum.value);
    builder_printf(&terms, " = %.*s", SLICE_ARGS(number));
    diag_report(in->diags, &PROSE_TOTAL_CONTRADICTS,
                rule_figure_span(in, total->figure),
                rule_figure_text(in, total->figure), builder_slice(&terms));
}

void
rule_totals(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (!in->claims.at[i].is_total || !is_exact(&in->claims.at[i]))
            continue;
        check_total(in, i);
        check_added(in, i);
    }
}

/* ── 其中 ── */

static size_t
behind_among(const inspection *in, const claim *whole)
{
    slice rest = rule_sentence_rest(in, whole);
    size_t at = slice_find(rest, SLICE_OF("其中"));
    return at == rest.len ? SIZE_MAX : whole->figure->last + at;
}

/* The parts that are named after 其中, with their sum. */
typedef struct among_parts {
    const claim *at[CLAIM_REACH];
    size_t n;
    jb_quantity sum;
} among_parts;

/* 2186人（其中省派86人…）: the parts are in the bracket that opens between. */
static bool
opens_bracket(slice between)
{
    return slice_ends_with(between, SLICE_OF("（")) ||
           slice_ends_with(between, SLICE_OF("("));
}

static bool
is_sum_of(const among_parts *parts, const claim *whole)
{
    jb_quantity sum = parts->sum, total = whole->figure->quantity;
    return level_align(&sum, &total) &&
           decimal_compare(sum.value, total.value) == 0;
}

/* 零售总额…，其中批发业销售额…: what is sold to dealers is not in it. */
static bool
is_of_other_measure(const claim *part, const claim *whole)
{
    return slice_has(whole->subject, "零售") &&
           (slice_ends_with(part->subject, SLICE_OF("销售额")) ||
            slice_ends_with(part->subject, SLICE_OF("营业额")));
}

static bool
collect_parts(const inspection *in, size_t i, among_parts *parts)
{
    const claim *whole = &in->claims.at[i];
    size_t among = behind_among(in, whole);
    parts->n = 0;
    parts->sum = whole->figure->quantity;
    parts->sum.value = (jb_decimal){0, 0};
    if (among == SIZE_MAX)
        return false;
    bool is_inner = opens_bracket(rule_text(in, whole->figure->last, among));
    for (size_t k = i + 1; k < in->claims.n && k < i + CLAIM_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != whole->sentence || c->is_total)
            break;
        if (c->figure->first < among || !is_exact(c) ||
            c->is_aside != is_inner || !has_same_unit(c, whole) ||
            is_of_other_measure(c, whole) || !is_item(in, c))
            continue;
        if (!add_to(&parts->sum, c))
            return false;
        parts->at[parts->n++] = c;
        if (parts->n > 1 && is_sum_of(parts, whole))
            return true; /* what follows is told beside them */
    }
    return parts->n > 0;
}

/* 省派, 市派 and 县派: short names that differ but for their last character;
 * 省级 and 市级 may be nested. */
static bool
is_parallel(const among_parts *parts)
{
    const size_t han = strlen("一");
    slice first = parts->at[0]->subject;
    slice tail = slice_cut(first, first.len - han, first.len);
    bool is_short = first.len == 2 * han || first.len == 3 * han;
    if (!is_short || (first.len == 2 * han && slice_is(tail, "级")))
        return false;
    for (size_t i = 1; i < parts->n; i++)
        if (parts->at[i]->subject.len != first.len ||
            !slice_ends_with(parts->at[i]->subject, tail))
            return false;
    return true;
}

/* 甲县 and 乙县 exclude each other; 省级以上 and 国家级, or two sorts of
 * enterprise, need not, so that their sum says nothing. */
static bool
is_exclusive(const among_parts *parts)
{
    const lexicon_word *kind =
            lexicon_end(parts->at[0]->subject, LEXICON_EXCLUSIVE);
    if (is_parallel(parts) || division_is_one(parts->at, parts->n))
        return true;
    for (size_t i = 0; i < parts->n; i++)
        if (kind == NULL ||
            !slice_ends_with(parts->at[i]->subject, kind->text))
            return false;
    return true;
}

static bool
exceeds(jb_quantity part, const claim *whole, size_t n)
{
    jb_quantity total = whole->figure->quantity;
    return differs(part, whole, n) && level_align(&part, &total) &&
           decimal_compare(part.value, total.value) > 0;
}

static void
report_parts(const inspection *in, const claim *whole, const claim *from,
             slice terms)
{
    diag_report(in->diags, &PROSE_PARTS_EXCEED,
                rule_figure_span(in, from->figure),
                rule_figure_text(in, whole->figure), terms);
    diags_relate(in->diags, rule_figure_span(in, whole->figure),
                 SLICE_OF("总数在这里"));
}

/* 共有33家，其中甲县20家、乙县15家: the parts are more than the whole. */
static void
check_parts(const inspection *in, size_t i)
{
    const claim *whole = &in->claims.at[i];
    among_parts parts;
    slice_builder terms = {.arena = in->arena};
    if (!collect_parts(in, i, &parts))
        return;
    for (size_t k = 0; k < parts.n; k++) {
        add_term(&terms, in, parts.at[k]);
        if (!exceeds(parts.at[k]->figure->quantity, whole, 1))
            continue;
        report_parts(in, whole, parts.at[k],
                     number_text(in->arena,
                                 parts.at[k]->figure->quantity.value));
        return;
    }
    bool is_known = lexicon_start(parts.at[0]->subject,
                                  LEXICON_PARTITION) != NULL;
    if (parts.n < 2 || is_known || !is_exclusive(&parts) ||
        !exceeds(parts.sum, whole, parts.n))
        return;
    slice number = number_text(in->arena, parts.sum.value);
    builder_printf(&terms, " = %.*s", SLICE_ARGS(number));
    report_parts(in, whole, parts.at[0], builder_slice(&terms));
}

/* 37个行业大类中，25个行业: of things counted alike, right behind. */
static bool
is_some_of(const inspection *in, const claim *whole, const claim *part)
{
    slice rest = rule_text(in, whole->figure->last,
                           in->clauses.at[whole->clause].last);
    slice between = rule_text(in, whole->figure->last, part->figure->first);
    bool is_next = part->clause == whole->clause + 1 &&
                   rule_lead(in, part).len == 0 &&
                   slice_ends_with(slice_trim(rest), SLICE_OF("中"));
    return is_next || (part->clause == whole->clause &&
                       slice_ends_with(between, SLICE_OF("中有")) &&
                       !slice_has(between, "其中"));
}

static void
check_some_of(const inspection *in, size_t i)
{
    const claim *whole = &in->claims.at[i], *part = whole + 1;
    if (i + 1 == in->claims.n || !is_exact(whole) || !is_exact(part) ||
        whole->figure->quantity.unit.kind != UNIT_COUNT ||
        part->sentence != whole->sentence || !has_same_unit(part, whole))
        return;
    slice terms = number_text(in->arena, part->figure->quantity.value);
    if (is_some_of(in, whole, part) &&
        exceeds(part->figure->quantity, whole, 1) &&
        rule_is_typed(in, whole->figure->first, part->figure->last))
        report_parts(in, whole, part, terms);
}

/* Of a mean the parts are means too, one above it and one below. */
static bool
is_mean(const claim *c)
{
    size_t at;
    return lexicon_find(c->subject, LEXICON_MEAN, &at) != NULL;
}

/* Only the level right before 其中 is the whole. */
static bool
is_whole(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    size_t among = behind_among(in, c);
    size_t next = i + 1;
    while (next < in->claims.n && in->claims.at[next].is_aside &&
           in->claims.at[next].figure->first < among)
        next++;
    bool is_last = next == in->claims.n ||
                   in->claims.at[next].figure->first > among ||
                   in->claims.at[next].kind != CLAIM_LEVEL;
    return among != SIZE_MAX && is_exact(c) && !c->is_aside && is_last &&
           c->figure->sort == FIGURE_QUANTITY && !is_mean(c) &&
           !rule_is_excess(in, c);
}

void
rule_parts(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (is_whole(in, i) &&
            !rule_has_found(in, &PROSE_WHOLE_CONTRADICTS,
                            in->claims.at[i].figure))
            check_parts(in, i);
        check_some_of(in, i);
    }
}

/* ── 7个县中，5个增长，3个下降 ── */

/* What the figure's clause says behind it: 1 up, -1 down, 0 neither. */
static int
outcome_of(const inspection *in, const claim *c)
{
    size_t at;
    const clause *own = &in->clauses.at[c->clause];
    slice rest = rule_text(in, c->figure->last, own->last);
    const lexicon_word *word = lexicon_find(rest, LEXICON_CHANGE, &at);
    return word == NULL ? 0 : word->value;
}

/* Whether the text goes on to tell of those counted: 7个县中， or 7个县，其中. */
static bool
tells_among(const inspection *in, const claim *whole)
{
    const clause *own = &in->clauses.at[whole->clause];
    slice rest = rule_text(in, whole->figure->last, own->last);
    return slice_ends_with(rest, SLICE_OF("中")) ||
           behind_among(in, whole) != SIZE_MAX;
}

static void
check_outcomes(const inspection *in, size_t i)
{
    const claim *whole = &in->claims.at[i];
    among_parts parts = {.n = 0, .sum = whole->figure->quantity};
    slice_builder terms = {.arena = in->arena};
    bool has_up = false, has_down = false;
    parts.sum.value = (jb_decimal){0, 0};
    for (size_t k = i + 1; k < in->claims.n && k < i + CLAIM_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != whole->sentence)
            break;
        slice lead = rule_lead(in, c);
        bool is_inner = slice_find(lead, SLICE_OF("其中")) < lead.len &&
                        parts.n > 0;
        if (!is_exact(c) || c->is_aside || !has_same_unit(c, whole) ||
            is_inner)
            continue; /* 5个下降，其中3个降幅超过10% */
        if (c->subject.len > 0 || !add_to(&parts.sum, c))
            return;
        has_up = has_up || outcome_of(in, c) > 0;
        has_down = has_down || outcome_of(in, c) < 0;
        add_term(&terms, in, c);
        parts.at[parts.n++] = c;
    }
    if (!has_up || !has_down || !exceeds(parts.sum, whole, parts.n) ||
        !rule_is_typed(in, whole->figure->first, whole->figure->last))
        return;
    slice number = number_text(in->arena, parts.sum.value);
    builder_printf(&terms, " = %.*s", SLICE_ARGS(number));
    report_parts(in, whole, parts.at[0], builder_slice(&terms));
}

void
rule_outcomes(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (is_exact(c) && !c->is_aside &&
            c->figure->quantity.unit.kind == UNIT_COUNT &&
            tells_among(in, c))
            check_outcomes(in, i);
    }
}

/* ── 分别 ── */

/* The first figure behind byte `at`. */
static size_t
claim_behind(const inspection *in, size_t at)
{
    size_t low = 0, high = in->claims.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (in->claims.at[middle].figure->first < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The figures that follow in the sentence; dates do not count. */
static size_t
figures_behind(const inspection *in, size_t at, size_t last,
               const claim **first)
{
    size_t n = 0;
    for (size_t i = claim_behind(in, at); i < in->claims.n && n < 2; i++) {
        const claim *c = &in->claims.at[i];
        if (c->figure->first >= last)
            break;
        if (c->figure->sort != FIGURE_DATE && n++ == 0)
            *first = c;
    }
    return n;
}

/* 分别位居全省第一方阵: one place for several; 分别居全国、全省第一 has one
 * for each. */
static bool
is_one_place(const inspection *in, size_t at, const figure *f)
{
    size_t found;
    slice between = rule_text(in, at, f->first);
    return f->sort == FIGURE_ORDINAL &&
           lexicon_find(between, LEXICON_STANDS, &found) != NULL &&
           slice_find(between, SLICE_OF("、")) == between.len &&
           slice_find(between, SLICE_OF("和")) == between.len;
}

/* 分别于3月12日、6月18日, 分别由2名: when and by whom, not how many. */
static bool
is_manner(slice rest)
{
    static const slice words[] = {SLICE("于"), SLICE("由"), SLICE("在"),
                                  SLICE("以"), SLICE("从"), SLICE("向")};
    return slice_starts_with_any(rest, words, sizeof words / sizeof *words);
}

static void
check_separately(const inspection *in, size_t at)
{
    const clause *c = &in->clauses.at[clause_at(&in->clauses, at)];
    const claim *first = NULL;
    size_t n = figures_behind(in, at, c->sentence_last, &first);
    bool is_near = n == 1 && first->figure->first < c->last &&
                   !is_manner(rule_text(in, at + strlen("分别"), c->last)) &&
                   (first->kind == CLAIM_LEVEL ||
                    first->kind == CLAIM_RATE ||
                    first->kind == CLAIM_POINTS ||
                    is_one_place(in, at, first->figure));
    if (!is_near || !rule_is_typed(in, at, first->figure->last))
        return;
    diag_report(in->diags, &PROSE_SEPARATELY_ONE,
                rule_span(in, at, first->figure->last),
                rule_text(in, at, first->figure->last));
}

void
rule_separately(const inspection *in)
{
    static const slice word = SLICE("分别");
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in); at += word.len) {
        at += slice_find(slice_cut(text, at, text.len), word);
        if (at < text.len)
            check_separately(in, at);
    }
}

/* ── 甲县、乙县、丙县分别完成12亿元、9亿元 ── */

/* How many names the list in front of 分别 has, when all of them end in the
 * same kind: only then is it sure what is one name; 0 otherwise. */
static size_t
names_before(slice lead)
{
    size_t n = 0;
    const lexicon_word *kind = NULL;
    slice joints[] = {SLICE_OF("、"), SLICE_OF("和")};
    while (lead.len > 0) {
        size_t end = lead.len;
        for (size_t i = 0; i < 2; i++) {
            size_t at = slice_find(lead, joints[i]);
            end = at < end ? at : end;
        }
        slice name = slice_cut(lead, 0, end);
        const lexicon_word *own = lexicon_end(name, LEXICON_SEPARATE);
        if (own == NULL || (kind != NULL && own != kind))
            return 0;
        kind = own;
        n++;
        lead = slice_cut(lead, end + strlen("、"), lead.len);
    }
    return n;
}

/* 北京、广东、江苏、山东、上海软件业务收入, 建陶、电瓷、工艺品: short names, the last
 * of which may run into what they share; 0 when they are not so plain. */
static size_t
short_names_before(slice lead)
{
    const size_t han = strlen("一");
    bool is_even = true;
    size_t n = 1;
    for (size_t at; (at = slice_find(lead, SLICE_OF("、"))) < lead.len; n++) {
        slice name = slice_cut(lead, 0, at);
        is_even = is_even && at == 2 * han;
        if (at < 2 * han || at > 3 * han || slice_has(name, "和") ||
            slice_has(name, "及"))
            return 0;
        lead = slice_cut(lead, at + han, lead.len);
    }
    bool is_plain = !slice_has(lead, "和") && !slice_has(lead, "及") &&
                    !slice_has(lead, "等") && !slice_has(lead, "与");
    bool is_short = lead.len >= 2 * han && lead.len <= 3 * han && n >= 3;
    return is_plain && (is_short || (is_even && n >= 4)) ? n : 0;
}

/* The figures behind 分别 that are joined by nothing but 、 and 和; 0 when
 * anything else stands between. */
static size_t
figures_listed(const inspection *in, size_t at, const clause *own)
{
    size_t i = claim_behind(in, at), n = 0;
    for (; i < in->claims.n && in->claims.at[i].figure->first < own->last;
         i++, n++) {
        const figure *f = in->claims.at[i].figure;
        if (n == 0)
            continue;
        slice between = rule_text(in, in->figures.at[i - 1].last, f->first);
        if (!slice_is(between, "、") && !slice_is(between, "和"))
            return 0;
    }
    return n;
}

/* Of the clause before, where this one says nothing but 分别. */
static size_t
short_names_listed(const inspection *in, size_t index, slice lead)
{
    const clause *own = &in->clauses.at[index];
    if (lead.len > 0 || index == 0)
        return short_names_before(slice_trim(lead));
    const clause *before = own - 1;
    return before->sentence == own->sentence
               ? short_names_before(slice_trim(clause_near_end(
                     rule_text(in, before->first, before->last))))
               : 0;
}

/* As many names as the list can have, when each joint parts two: 批发和零售业 is
 * one. 0 when what stands before it may be of the list. */
static size_t
names_most(const clause *own, slice lead)
{
    static const slice joints[] = {SLICE("、"), SLICE("和"), SLICE("及"),
                                   SLICE("与"), SLICE("，"), SLICE("/"),
                                   SLICE("或"), SLICE("等"), SLICE("至"),
                                   SLICE("—"), SLICE("-"), SLICE("各")};
    size_t n = 1;
    bool is_list = slice_has(lead, "、");
    for (size_t at = 0; at < lead.len; utf8_next(lead, &at))
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
            n += slice_starts_with(slice_cut(lead, at, lead.len), joints[i]);
    bool is_open = slice_has(lead, "等") || slice_has(lead, "各") ||
                   slice_has_digit(lead);
    return is_list && !is_open && own->first == own->sentence_first ? n : 0;
}

static void
check_counts(const inspection *in, size_t at)
{
    size_t index = clause_at(&in->clauses, at);
    if (index == in->clauses.n)
        return;
    const clause *own = &in->clauses.at[index];
    slice lead = rule_text(in, own->first, at);
    if (clause_near_end(lead).len < lead.len)
        return; /* no list that a person reads */
    size_t names = names_before(lead);
    size_t figures = figures_listed(in, at, own);
    if (names == 0)
        names = short_names_listed(in, index, lead);
    size_t most = names == 0 ? names_most(own, lead) : 0;
    if (most > 0 && figures > most)
        names = most;
    if (names < 2 || figures < 2 || names == figures ||
        !rule_is_typed(in, own->first, own->last))
        return;
    diag_report(in->diags, &PROSE_SEPARATE_COUNT,
                rule_span(in, own->first, own->last),
                slice_printf(in->arena, "%d", (int)names),
                slice_printf(in->arena, "%d", (int)figures));
}

void
rule_separate_counts(const inspection *in)
{
    static const slice word = SLICE("分别");
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in); at += word.len) {
        at += slice_find(slice_cut(text, at, text.len), word);
        if (at < text.len)
            check_counts(in, at);
    }
}

/* ── A、B等2家 ── */

/* Names joined by 、 before 等 in the figure's clause. */
static size_t
names_listed(slice lead)
{
    size_t n = 1;
    size_t end = slice_find(lead, SLICE_OF("等"));
    slice list = slice_cut(lead, 0, end);
    if (end == lead.len || end + strlen("等") != lead.len)
        return 0;
    for (;;) {
        size_t at = slice_find(list, SLICE_OF("、"));
        if (at == list.len)
            return n;
        n++;
        list = slice_cut(list, at + strlen("、"), list.len);
    }
}

void
rule_listed(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const figure *f = c->figure;
        if (!is_exact(c) || f->quantity.unit.kind != UNIT_COUNT ||
            f->quantity.unit.power != 0)
            continue;
        slice lead = rule_lead(in, c);
        int64_t n = (int64_t)names_listed(lead);
        jb_decimal listed = {n, 0};
        if (n < 2 || decimal_compare(listed, f->quantity.value) <= 0 ||
            !rule_is_typed(in, f->first, f->last))
            continue;
        diag_report(in->diags, &PROSE_LIST_EXCEEDS, rule_figure_span(in, f),
                    rule_figure_text(in, f),
                    slice_printf(in->arena, "%d", (int)n));
    }
}
