/* What follows a growth in its sentence: how it stands to a former growth, to
 * the mean and among others, on average of two years, against the period
 * before; what piled up, and the aim. */
#include "prose/goal.h"
#include "prose/saying.h"

/* What was said last of the growth, and whether it is still spoken of. */
typedef struct course {
    const saying *said;
    bool is_of_speed; /* 增速 is the subject */
    bool is_apart;    /* the level is not */
} course;

/* Drops the subject that was said already: ，增速比上半年加快0.3个百分点，高于…. */
static slice
without_subject(const course *c, slice words)
{
    static const slice subjects[] = {SLICE("增速"), SLICE("增幅")};
    for (size_t i = 0; c->is_of_speed && i < 2; i++)
        if (slice_starts_with(words, subjects[i]))
            return slice_cut(words, subjects[i].len, words.len);
    return words;
}

/* ，增速比一季度加快0.6个百分点 */
static void
add_turn(course *c)
{
    const saying *s = c->said;
    const jb_fact *growth = saying_fact(s, FACT_GROWTH);
    slice words = phrase_turn(s->writer->arena, growth,
                              saying_fact(s, FACT_FORMER),
                              s->metric->former_name.text);
    if (words.len == 0)
        return;
    saying_add(s, "，");
    saying_say(s, words, growth);
    c->is_of_speed = slice_starts_with(words, SLICE_OF("增速"));
    c->is_apart = true;
}

/* ，增速高于全省平均水平1.2个百分点 */
static void
add_mean(course *c)
{
    const saying *s = c->said;
    const jb_fact *mean = saying_fact(s, FACT_MEAN);
    bool is_of_growth = s->metric->mean_is_of_growth;
    if (!mean->is_known)
        return;
    saying_add(s, is_of_growth && !c->is_of_speed ? "，增速" : "，");
    saying_say(s,
               phrase_mean(s->writer->arena, mean, s->metric->mean_scope.text,
                           (phrase_options){0}),
               mean);
    c->is_of_speed = is_of_growth;
    c->is_apart = c->is_apart || is_of_growth;
}

/* ，增幅居全省第3位; behind other growths a rank of the level is ，总量居…. */
static void
add_rank(course *c)
{
    const saying *s = c->said;
    const metrics_rank *rank = &s->metric->rank;
    slice words = phrase_rank(s->writer->arena, rank,
                              saying_fact(s, FACT_GROWTH),
                              (phrase_options){0});
    saying_add(s, "，");
    if (!rank->is_of_growth && c->is_apart &&
        s->metric->unit.kind != UNIT_NONE &&
        phrase_is_total(s->metric->name.text, s->metric->unit))
        saying_add(s, "总量");
    saying_say(s, without_subject(c, words), saying_fact(s, FACT_RANK));
}

/* Points by which the growth of two years must differ from that of one to be
 * worth telling: it shows a base that was out of the common. */
#define AVERAGE_APART 3

static bool
is_average_news(const jb_fact *average, const jb_fact *growth)
{
    jb_decimal apart, least = {AVERAGE_APART, 0};
    if (!average->is_known || !growth->is_known)
        return false;
    bool is_number = growth->growth.kind == CHANGE_RATE ||
                     growth->growth.kind == CHANGE_POINTS;
    return !is_number ||
           (decimal_sub(average->growth.rate, growth->growth.rate, &apart) &&
            decimal_compare(decimal_abs(apart), least) >= 0);
}

/* ，两年平均增长6.1% */
static void
add_average(course *c)
{
    const saying *s = c->said;
    const jb_fact *average = saying_fact(s, FACT_AVERAGE);
    if (!is_average_news(average, saying_fact(s, FACT_GROWTH)))
        return;
    saying_add(s, "，两年平均");
    saying_say(s,
               phrase_growth(s->writer->arena, average, s->metric->unit,
                             saying_options(s)),
               average);
    c->is_of_speed = false;
    c->is_apart = true;
}

/* ，环比增长0.3% */
static void
add_sequential(course *c)
{
    const saying *s = c->said;
    const jb_fact *growth = saying_fact(s, FACT_SEQUENTIAL);
    if (!growth->is_known)
        return;
    saying_add(s, "，环比");
    saying_say(s,
               phrase_growth(s->writer->arena, growth, s->metric->unit,
                             saying_options(s)),
               growth);
    c->is_of_speed = false;
    c->is_apart = true;
}

/* ，1—10月累计30418万吨 */
static void
add_piled(const saying *s)
{
    const jb_fact *to_date = saying_fact(s, FACT_TO_DATE);
    if (!to_date->is_known || saying_opens_to_date(s))
        return;
    saying_add(s, "，");
    prose_add(s->writer, s->out,
              period_beside(s->writer->arena, s->metric->to_date_until,
                            s->metric->period));
    saying_add(s, "累计");
    saying_say(s, saying_level(s, to_date, PHRASE_PLAIN), to_date);
}

/* ，完成全年目标的98.7% */
void
saying_add_aim(const saying *s)
{
    const jb_facts *facts = s->writer->facts;
    slice words = goal_words(s->writer->arena, facts, s->index);
    if (words.len == 0)
        return;
    saying_add(s, "，");
    saying_say(s, words, goal_fact(facts, s->index));
}

void
saying_add_course(const saying *s, bool has_rank)
{
    course c = {.said = s};
    const metrics_rank *rank = &s->metric->rank;
    bool is_left = !has_rank && saying_fact(s, FACT_RANK)->is_known;
    add_turn(&c);
    add_mean(&c);
    if (is_left && rank->is_of_growth)
        add_rank(&c);
    add_average(&c);
    add_sequential(&c);
    if (is_left && !rank->is_of_growth)
        add_rank(&c);
    add_piled(s);
    if (!saying_aims_early(s))
        saying_add_aim(s);
}
