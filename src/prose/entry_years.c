/* One figure year by year: 2022年、2023年、2024年全市高新技术企业分别为320家、412家和490
 * 家. */
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* The year of claim `i`; 0 when it is none. */
static int
year_of(const gathering *g, size_t i)
{
    const figure *f = gathering_claim(g, i)->figure;
    int64_t n = f->quantity.value.coefficient;
    return f->sort == FIGURE_DATE && n >= 1900 && n < 2200 ? (int)n : 0;
}

static bool
is_year_joint(slice between)
{
    static const slice joints[] = {SLICE("年、"), SLICE("年和"), SLICE("年末、"),
                                   SLICE("年末和"), SLICE("年底、"),
                                   SLICE("年底和"), SLICE("、"), SLICE("和")};
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
        if (slice_equal(between, joints[k]))
            return true;
    return false;
}

/* Whether the `n` claims right before claim `i` are years joined in a list of
 * its sentence, and no more of them are. */
static bool
has_years(const gathering *g, size_t i, size_t n)
{
    if (i < n || n < 2)
        return false;
    for (size_t k = i - n; k < i; k++) {
        slice between = slice_trim(slice_cut(
                g->naming.text, gathering_claim(g, k)->figure->last,
                gathering_claim(g, k + 1)->figure->first));
        if (year_of(g, k) == 0 ||
            gathering_claim(g, k)->sentence !=
                    gathering_claim(g, i)->sentence ||
            (k + 1 < i && !is_year_joint(between)))
            return false;
    }
    return i == n || year_of(g, i - n - 1) == 0 ||
           gathering_claim(g, i - n - 1)->sentence !=
                   gathering_claim(g, i)->sentence;
}

/* What stands between the last year and 分别, or before the first year. */
static slice
name_of_years(const gathering *g, size_t i, size_t n)
{
    static const slice ends[] = {SLICE("年末"), SLICE("年底"), SLICE("年")};
    slice text = g->naming.text, none = {NULL, 0};
    const claim *c = gathering_claim(g, i);
    slice words = slice_cut(text, gathering_claim(g, i - 1)->figure->last,
                            c->figure->first);
    size_t apart = slice_find(words, SLICE_OF("分别"));
    if (apart == words.len)
        return none;
    words = slice_cut(words, 0, apart);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (slice_starts_with(words, ends[k])) {
            words = slice_cut(words, ends[k].len, words.len);
            break;
        }
    slice name = naming_of_words(&g->naming, clause_near_start(words));
    if (name.len >= 2 * UTF8_HAN)
        return name;
    size_t first = g->naming.clauses->at[c->clause].first;
    return naming_of_words(
            &g->naming,
            slice_cut(text, first,
                      gathering_claim(g, i - n)->figure->first));
}

static slice
pair_text(const gathering *g, int year, const claim *c)
{
    return slice_printf(g->naming.arena, "\"%d\": \"%.*s\"", year,
                        SLICE_ARGS(decimal_text(g->naming.arena,
                                                c->figure->quantity.value)));
}

bool
gathering_years(gathering *g, size_t i)
{
    size_t n = naming_list_length(&g->naming, i);
    if (!has_years(g, i, n))
        return false;
    const claim *c = gathering_claim(g, i), *last = c + n - 1;
    slice name = name_of_years(g, i, n);
    if (name.len < 2 * UTF8_HAN)
        return false;
    size_t at = gathering_add(g, i, name, c->figure->quantity.unit.name);
    entry *e = &g->list.at[at];
    e->level = last;
    e->has_time = true;
    e->time = (season){year_of(g, i - 1), 1, 12, 0};
    for (size_t k = 0; k + 1 < n; k++) {
        slice pair = pair_text(g, year_of(g, i - n + k), c + k);
        e->years = k == 0 ? pair
                          : slice_printf(g->naming.arena, "%.*s, %.*s",
                                         SLICE_ARGS(e->years),
                                         SLICE_ARGS(pair));
    }
    for (size_t k = 0; k < n; k++)
        gathering_place(g, i + k, at);
    return true;
}
