/* Rates that name what they are of: 结案700件，结案率79.6% of what was received;
 * 中位数是平均数的86.7%; 研发经费投入强度 of the gross product. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

/* Figures that are looked through. */
#define RATES_NEAR 10

static bool
is_percent(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_PERCENT;
}

/* ── 结案率 ── */

/* 结案 of 结案率 and of 民事案件结案率; two characters, or nothing. */
static slice
deed_of(slice subject)
{
    static const slice deeds[] = {
        SLICE("结案"), SLICE("审结"), SLICE("执结"), SLICE("办结"),
        SLICE("合格"), SLICE("录取"), SLICE("签约"), SLICE("开工"),
        SLICE("竣工"), SLICE("投产"), SLICE("破案"), SLICE("中标"),
        SLICE("及格"), SLICE("升学"), SLICE("就业"), SLICE("整改"),
        SLICE("调解"), SLICE("撤诉"), SLICE("参保"), SLICE("入园"),
    };
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        slice head = slice_cut(subject, 0, subject.len - strlen("率"));
        if (slice_ends_with(subject, SLICE_OF("率")) &&
            slice_ends_with(head, deeds[i]))
            return deeds[i];
    }
    return (slice){NULL, 0};
}

static bool
is_count(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.unit.kind == UNIT_COUNT;
}

/* The nearest count before it that the deed names: 结案700件. */
static size_t
done_before(const inspection *in, size_t i, slice deed)
{
    for (size_t k = i; k-- > 0 && i - k < RATES_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, &in->claims.at[i]))
            break;
        if (is_percent(c) && deed_of(c->subject).len > 0)
            break; /* the rate of another */
        if (is_count(c))
            return slice_starts_with(c->subject, deed) ? k : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* Right if it is the share of any count before it in the paragraph. */
static void
check_deed(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i], *nearest = NULL;
    slice deed = deed_of(rate->subject);
    size_t done = deed.len > 0 ? done_before(in, i, deed) : SIZE_MAX;
    for (size_t k = done; done != SIZE_MAX && k-- > 0 &&
                          done - k < RATES_NEAR;) {
        const claim *c = &in->claims.at[k], *part = &in->claims.at[done];
        if (!rule_in_paragraph(in, c, part))
            break;
        jb_quantity w = c->figure->quantity, p = part->figure->quantity;
        if (!is_count(c) || !level_align(&w, &p) ||
            decimal_compare(w.value, p.value) < 0)
            continue;
        if (rule_can_be_share(part, c, rate))
            return;
        if (nearest == NULL)
            nearest = c;
    }
    if (nearest != NULL &&
        nearest->sentence == in->claims.at[done].sentence)
        rule_report_share(in, &in->claims.at[done], nearest, rate);
}

/* ── 中位数是平均数的86.7% ── */

/* The first level before it whose name is that of the median without 中位数;
 * the median itself may be named by it alone. */
static void
check_median(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i], *median = NULL;
    slice lead = slice_trim(rule_lead(in, rate));
    slice name = SLICE_OF("中位数");
    if (!slice_ends_with(lead, SLICE_OF("平均数的")))
        return;
    for (size_t k = i; k-- > 0 && i - k < 3 * RATES_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_QUANTITY)
            continue;
        if (median == NULL && !slice_ends_with(c->subject, name))
            return;
        if (median == NULL) {
            median = c;
            name = slice_cut(c->subject, 0, c->subject.len - name.len);
            continue;
        }
        bool is_mean = name.len == 0 || slice_equal(c->subject, name);
        if (!is_mean)
            continue;
        if (!rule_can_be_share(median, c, rate))
            rule_report_share(in, median, c, rate);
        return;
    }
}

/* ── 研发经费投入强度 ── */

static bool
is_spent(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           (slice_has(c->subject, "研发经费") ||
            slice_has(c->subject, "研究与试验发展")) &&
           !slice_has(c->subject, "企业");
}

static bool
is_product(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           (slice_ends_with(c->subject, SLICE_OF("生产总值")) ||
            slice_ends_with(c->subject, SLICE_OF("GDP"))) &&
           !slice_has(c->subject, "人均");
}

/* The first one told before claim `i` that is such. */
static const claim *
told_before(const inspection *in, size_t i, bool (*is)(const claim *))
{
    for (size_t k = 0; k < i; k++)
        if (is(&in->claims.at[k]))
            return &in->claims.at[k];
    return NULL;
}

/* What was spent on research over the gross product, where the text tells
 * each once. */
static void
check_intensity(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i];
    if (!slice_ends_with(rate->subject, SLICE_OF("投入强度")) ||
        !slice_has(rate->subject, "研发"))
        return;
    const claim *part = told_before(in, i, is_spent);
    const claim *whole = told_before(in, i, is_product);
    if (part != NULL && whole != NULL &&
        part->sentence + 2 >= rate->sentence &&
        unit_is_same_base(part->figure->quantity.unit,
                          whole->figure->quantity.unit) &&
        !rule_can_be_share(part, whole, rate))
        rule_report_share(in, part, whole, rate);
}

void
rule_rates(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (!is_percent(&in->claims.at[i]))
            continue;
        check_deed(in, i);
        check_median(in, i);
        check_intensity(in, i);
    }
}
