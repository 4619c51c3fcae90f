/* Names that are listed against the number of them: 甘肃、宁夏、新疆三省, and
 * 五大出口商品是橡胶制品、…. 和 may join two names or stand within one, so a list has
 * a least and a most. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/numeral.h"
#include "prose/rule.h"

/* Characters of a name, at most; of a place; of what a number is of. */
#define NAME_MOST 10
#define PLACE_MOST 5
#define NOUN_MOST 8

typedef struct roll {
    size_t least, most; /* names; 0: no list */
    size_t longest;     /* characters of a name */
    size_t last, inner; /* of the last one, and the longest inside the list */
    bool is_cut;        /* what stands before it may belong to it */
} roll;

/* Whether so many may be meant. */
static bool
roll_allows(const roll *r, int64_t n)
{
    return n >= (int64_t)r->least && n <= (int64_t)r->most;
}

static size_t
word_joint_len(slice s)
{
    static const slice joints[] = {SLICE("以及"), SLICE("和"), SLICE("及"),
                                   SLICE("与"), SLICE("或")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_starts_with(s, joints[i]))
            return joints[i].len;
    return 0;
}

/* Words, marks and digits that no name of a list has. */
static bool
breaks_name(slice s)
{
    static const slice breaks[] = {
        SLICE("，"), SLICE("：" ), SLICE("《"), SLICE("》"), SLICE("“"),
        SLICE("”"),  SLICE("是"),  SLICE("为"), SLICE("在"), SLICE("对"),
        SLICE("等"), SLICE("从"),  SLICE("由"), SLICE("将"), SLICE("的"),
        SLICE("了"), SLICE("以"),  SLICE("其"), SLICE(","),  SLICE(":"),
        SLICE("各"), SLICE("有"),  SLICE("至"), SLICE("—"),  SLICE("-"),
        SLICE("相关"), SLICE("有关")};
    return slice_has_digit(slice_cut(s, 0, 1)) ||
           slice_starts_with_any(s, breaks, sizeof breaks / sizeof *breaks);
}

/* Bytes of a bracket that `s` starts with; 0 for none or an open one. */
static size_t
bracket_len(slice s)
{
    if (!slice_starts_with(s, SLICE_OF("（")))
        return 0;
    size_t end = slice_find(s, SLICE_OF("）"));
    return end == s.len ? 0 : end + strlen("）");
}

/* Where the last name of what stands before it starts: behind the last word
 * or mark that breaks a name. */
static size_t
name_start(slice s)
{
    size_t start = 0;
    for (size_t at = 0; at < s.len;) {
        size_t from = at, len = bracket_len(slice_skip(s, at));
        if (len > 0) {
            at += len;
            continue;
        }
        utf8_next(s, &at);
        if (breaks_name(slice_skip(s, from)))
            start = at;
    }
    return start;
}

/* The names that `s` ends with. */
static roll
roll_before(slice s)
{
    roll r = {0};
    bool is_industry = false;
    slice comma = SLICE_OF("、");
    while (true) {
        size_t at = s.len;
        while (at > 0 && !slice_ends_with(slice_cut(s, 0, at), comma))
            at--;
        slice name = slice_skip(s, at);
        bool is_broken = name_start(name) > 0;
        name = slice_skip(name, name_start(name));
        size_t size = utf8_count(name);
        if (size == 0)
            return (roll){0};
        bool is_first = at == 0 || is_broken;
        if (r.least == 0)
            r.last = size;
        else if ((!is_first || r.least == 1) && size > r.inner)
            r.inner = size;
        r.longest = size > r.longest ? size : r.longest;
        r.least++;
        r.most++;
        for (size_t k = 0; k < name.len; utf8_next(name, &k))
            r.most += word_joint_len(slice_skip(name, k)) > 0;
        is_industry = is_industry || slice_has(name, "业");
        if (is_first) {
            r.is_cut = at > 0;
            if (is_industry && r.most > r.least)
                r.least = 1; /* 电力、热力、燃气及水生产和供应业 is one */
            return r;
        }
        s = slice_cut(s, 0, at - comma.len);
    }
}

/* ── what the number is of ── */

typedef enum counted { COUNTED_NONE, COUNTED_PLACES, COUNTED_GREAT,
                       COUNTED_THINGS } counted;

/* 三省, 三大产业, 三个行业: what follows the number. */
static counted
counted_at(slice s, size_t *len)
{
    static const struct { slice word; counted kind; } words[] = {
        {SLICE("省"), COUNTED_PLACES},   {SLICE("市"), COUNTED_PLACES},
        {SLICE("县"), COUNTED_PLACES},   {SLICE("区"), COUNTED_PLACES},
        {SLICE("州"), COUNTED_PLACES},   {SLICE("镇"), COUNTED_PLACES},
        {SLICE("乡"), COUNTED_PLACES},   {SLICE("国"), COUNTED_PLACES},
        {SLICE("大"), COUNTED_GREAT},    {SLICE("个"), COUNTED_THINGS},
        {SLICE("项"), COUNTED_THINGS},   {SLICE("类"), COUNTED_THINGS},
        {SLICE("家"), COUNTED_THINGS},   {SLICE("种"), COUNTED_THINGS},
    };
    static const slice times[] = {SLICE("个月"), SLICE("个季"), SLICE("个百"),
                                  SLICE("个千"), SLICE("个小"), SLICE("个工作"),
                                  SLICE("个年"), SLICE("个五年"), SLICE("个多"),
                                  SLICE("大队"), SLICE("大型"), SLICE("大班")};
    if (slice_starts_with_any(s, times, sizeof times / sizeof *times))
        return COUNTED_NONE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(s, words[i].word)) {
            *len = words[i].word.len;
            return words[i].kind;
        }
    return COUNTED_NONE;
}

/* A number of things and what stands on either side of it in its clause. */
typedef struct number_told {
    slice lead, noun; /* noun: what follows 大, 个 or 省 */
    int64_t n;
    counted kind;
    size_t first, last; /* bytes of the clause, with 大 or 省 */
} number_told;

/* 第三, 前三, 近三: no number of what is listed. */
static bool
is_other_number(slice lead)
{
    static const slice before[] = {SLICE("第"), SLICE("每"), SLICE("近"),
                                   SLICE("约"), SLICE("超"), SLICE("逾"),
                                   SLICE("、"), SLICE("."),  SLICE("十"),
                                   SLICE("其他"), SLICE("其余"), SLICE("另"),
                                   SLICE("新增"), SLICE("共"), SLICE("这")};
    return slice_ends_with_any(lead, before, sizeof before / sizeof *before);
}

/* The next such number of the clause from byte `*at`, which is moved. */
static bool
next_number(slice s, size_t *at, number_told *out)
{
    size_t start = *at;
    while (*at < s.len) {
        numeral n;
        size_t from = *at, len = 0;
        if (!numeral_read(s, from, &n)) {
            utf8_next(s, at);
            continue;
        }
        *at = n.last;
        slice rest = slice_skip(s, n.last);
        counted kind = counted_at(rest, &len);
        if (kind == COUNTED_NONE || n.value.scale > 0 ||
            n.value.coefficient < 2 || n.value.coefficient > 30 ||
            is_other_number(slice_cut(s, 0, from)))
            continue;
        *out = (number_told){slice_cut(s, start, from), slice_skip(rest, len),
                             n.value.coefficient, kind, from, n.last + len};
        *at = n.last + len;
        return true;
    }
    return false;
}

static void
report(const inspection *in, const clause *own, const number_told *told,
       const roll *names)
{
    size_t first = own->first + told->first, last = own->first + told->last;
    bool is_more = (int64_t)names->least > told->n;
    if (rule_is_typed(in, first, last))
        diag_report(in->diags, &PROSE_ROLL_CONTRADICTS,
                    rule_span(in, first, last), rule_text(in, first, last),
                    slice_printf(in->arena, "%d",
                                 (int)(is_more ? names->least
                                               : names->most)));
}

/* ── 甘肃、宁夏、新疆三省 ── */

/* 三省一市, 三市（区）一县: the number is told in pieces. */
static bool
goes_on(slice noun)
{
    numeral n;
    size_t len = bracket_len(noun), kind;
    noun = slice_skip(noun, len);
    return numeral_read(noun, 0, &n) &&
           counted_at(slice_skip(noun, n.last), &kind) != COUNTED_NONE;
}

/* 西丰县: a longer name at the end, and not 丙县新建. */
static bool
ends_place(slice s)
{
    static const slice kinds[] = {SLICE("市"), SLICE("县"), SLICE("区"),
                                  SLICE("州"), SLICE("省"), SLICE("镇"),
                                  SLICE("乡"), SLICE("旗")};
    return slice_ends_with_any(s, kinds, sizeof kinds / sizeof *kinds);
}

/* Fewer names than are counted may be what they are taken from: 公路、铁路三个项目;
 * but 三大 and 三省 are all named. */
static void
check_before(const inspection *in, const clause *own,
             const number_told *told)
{
    roll r = roll_before(told->lead);
    size_t most = told->kind == COUNTED_PLACES ? PLACE_MOST : NAME_MOST;
    bool is_fewer = told->kind != COUNTED_THINGS && !r.is_cut &&
                    (int64_t)r.most < told->n;
    bool runs_on = r.last > r.inner && !ends_place(told->lead);
    if (r.least < 2 || r.longest > most || runs_on || goes_on(told->noun) ||
        (!is_fewer && (int64_t)r.least <= told->n))
        return;
    report(in, own, told, &r);
}

/* ── 五大出口商品是橡胶制品、毛皮制品和无机化学品 ── */

/* 出口商品|是: where the noun ends and its list starts; 0 for none. */
static size_t
list_start(slice s, counted kind)
{
    static const slice surely[] = {SLICE("分别是"), SLICE("分别为"),
                                   SLICE("依次是"), SLICE("依次为")};
    static const slice maybe[] = {SLICE("是"), SLICE("为")};
    for (size_t at = 0; at < s.len && at <= NOUN_MOST * UTF8_HAN;
         utf8_next(s, &at)) {
        slice rest = slice_skip(s, at);
        for (size_t i = 0; i < 4; i++)
            if (slice_starts_with(rest, surely[i]))
                return at + surely[i].len;
        if (slice_starts_with_any(rest, maybe, 2))
            return kind == COUNTED_GREAT && at > 0 ? at + maybe[0].len : 0;
        if (breaks_name(rest) || slice_starts_with(rest, SLICE_OF("、")))
            return 0;
    }
    return 0;
}

/* Nothing but names, as long as the clause goes on. */
static void
check_behind(const inspection *in, const clause *own,
             const number_told *told)
{
    size_t start = list_start(told->noun, told->kind);
    slice list = slice_trim(slice_skip(told->noun, start));
    roll r = roll_before(list);
    if (start == 0 || r.least < 2 || r.is_cut || name_start(list) > 0 ||
        r.longest > NAME_MOST || roll_allows(&r, told->n))
        return;
    report(in, own, told, &r);
}

/* ── 美国、欧盟和非洲是我市五大出口市场 ── */

static void
check_said_of(const inspection *in, const clause *own,
              const number_told *told)
{
    static const slice owners[] = {SLICE("是我省"), SLICE("是我市"),
                                   SLICE("是我县"), SLICE("是我国"),
                                   SLICE("是我区"), SLICE("是全省"),
                                   SLICE("是全市"), SLICE("是"),
                                   SLICE("为我省"), SLICE("为我市"),
                                   SLICE("为")};
    slice list = told->lead;
    size_t len = list.len;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        if (len == list.len && slice_ends_with(list, owners[i]))
            len -= owners[i].len;
    bool is_list = told->kind == COUNTED_GREAT && len < list.len;
    list = slice_trim(slice_cut(list, 0, len));
    roll r = roll_before(list);
    if (!is_list || r.least < 2 || name_start(list) > 0 ||
        r.longest > NAME_MOST || told->noun.len == 0 ||
        roll_allows(&r, told->n))
        return;
    report(in, own, told, &r);
}

/* ── 位列前5位的河南、山东、河北、安徽、江苏 ── */

/* Where what is said of the names starts. */
static slice
names_alone(slice s)
{
    static const slice ends[] = {SLICE("合计"), SLICE("共"), SLICE("分别"),
                                 SLICE("均"),   SLICE("占"), SLICE("三"),
                                 SLICE("五")};
    size_t end = s.len;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = slice_find(s, ends[i]);
        end = at < end ? at : end;
    }
    return slice_cut(s, 0, end);
}

static void
check_first_ones(const inspection *in, const clause *own)
{
    static const slice units[] = {SLICE("位的"), SLICE("名的")};
    slice s = rule_text(in, own->first, own->last), front = SLICE_OF("前");
    size_t at = slice_find(s, front);
    numeral n;
    if (at == s.len || !numeral_read(s, at + front.len, &n) ||
        n.value.scale > 0 || n.value.coefficient > 20)
        return;
    slice rest = slice_skip(s, n.last);
    if (!slice_starts_with_any(rest, units, 2))
        return;
    rest = slice_skip(rest, units[0].len);
    size_t start = list_start(rest, COUNTED_GREAT);
    slice list = slice_trim(names_alone(slice_skip(rest, start)));
    roll r = roll_before(list);
    number_told told = {.n = n.value.coefficient, .first = at,
                        .last = n.last + strlen("位")};
    if (r.least < 2 || r.is_cut || name_start(list) > 0 ||
        r.longest > PLACE_MOST || roll_allows(&r, told.n))
        return;
    report(in, own, &told, &r);
}

static void
check_clause(const inspection *in, const clause *own)
{
    slice s = rule_text(in, own->first, own->last);
    number_told told;
    for (size_t at = 0; next_number(s, &at, &told);) {
        check_before(in, own, &told);
        check_behind(in, own, &told);
        check_said_of(in, own, &told);
    }
    check_first_ones(in, own);
}

void
rule_rolls(const inspection *in)
{
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        const clause *own = &in->clauses.at[i];
        slice s = rule_text(in, own->first, own->last);
        if (clause_near_end(s).len == s.len && slice_has(s, "、"))
            check_clause(in, own);
    }
}
