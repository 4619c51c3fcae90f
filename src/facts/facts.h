/* facts: everything that can be said of the metrics with certainty: each
 * figure, stated or derived, with its formula, operands and place, and the
 * contradictions between them. It knows no wording and no paper. */
#ifndef FACTS_FACTS_H
#define FACTS_FACTS_H

#include "metrics/metrics.h"

typedef struct jb_facts jb_facts;

typedef enum fact_kind {
    FACT_VALUE,
    FACT_PREVIOUS, /* stated, or derived from value and stated growth */
    FACT_GROWTH,
    FACT_DELTA,    /* value - previous, in the metric's unit */
    FACT_TO_DATE,
    FACT_TARGET,
    FACT_COMPLETION, /* value / target, percent */
    FACT_RANK,
    FACT_PARTS_TOTAL,
    FACT_SEQUENTIAL, /* growth against the period right before: 环比 */
    FACT_AVERAGE,    /* yearly growth averaged over two years: 两年平均 */
    FACT_FORMER,     /* the growth it is held against: 对比增速 */
    FACT_MEAN,       /* its distance from the mean of a wider area */
    /* From here on one for each part; `index` is the part. */
    FACT_PART,
    FACT_SHARE,        /* of the value, percent */
    FACT_PART_PREVIOUS,
    FACT_SHARE_PREVIOUS, /* of FACT_PREVIOUS, percent */
    FACT_PART_GROWTH,
    FACT_PULL,         /* points of the whole's growth: 拉动 */
    FACT_CONTRIBUTION, /* share of the whole's increase, percent: 贡献率 */
    /* From here on one for each past period; `index` is its place. */
    FACT_SINCE,  /* growth from that period to this */
    FACT_YEARLY, /* the same as an average of years: 年均 */
    FACT_KIND_COUNT
} fact_kind;

/* Why growth is not computed, or how it must be said: statistics.md. */
typedef struct fact_growth {
    metrics_change_kind kind;
    jb_decimal rate;     /* RATE: percent, POINTS: points; rounded once */
    jb_decimal exact;    /* the same as drawn and compared: not yet rounded */
    jb_decimal amount;   /* |value - previous| for words with an amount */
    jb_interval allowed; /* what the roundings of both levels permit */
    bool is_stated;      /* the source stated it (then `rate` is its own) */
    bool is_nearly_flat; /* within the document's 基本持平 */
    slice words;         /* 翻一番: how the source says it; else empty */
} fact_growth;

typedef struct jb_fact {
    fact_kind kind;
    size_t metric; /* index into the metrics */
    size_t index;  /* from FACT_PART on */
    bool is_known; /* false: absent; nothing below holds */
    bool is_derived;
    bool is_to_date; /* COMPLETION: of the figure to date */
    jb_quantity quantity; /* all but GROWTH and RANK */
    fact_growth growth;   /* of the kinds that are growths */
    slice formula; /* "2671 ÷ (1 + 251%) = 760.97"; empty when stated */
    jb_span span;  /* of the stated figure, or of the operand it rests on */
} jb_fact;

/* Derive all facts. Borrows `m`. Contradictions go to `diags`; NULL never. */
jb_facts *facts_from_metrics(const jb_metrics *m, jb_diags *diags);
void facts_drop(jb_facts *f);

const jb_metrics *facts_metrics(const jb_facts *f);
/* The fact, never NULL: an absent one has is_known == false. */
const jb_fact *facts_lookup(const jb_facts *f, size_t metric, fact_kind kind,
                            size_t index);

slice facts_dump(arena *a, const jb_facts *f);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "facts/diag.def"
#undef DIAG

#endif
