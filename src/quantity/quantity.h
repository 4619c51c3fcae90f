/* quantity: a number with its unit and with what qualifies it, and the
 * periods it speaks of, as Chinese statistics write them. It knows nothing of
 * files or of growth. */
#ifndef QUANTITY_QUANTITY_H
#define QUANTITY_QUANTITY_H

#include "base/diag.h"
#include "base/source.h"
#include "quantity/decimal.h"

typedef enum unit_kind {
    UNIT_NONE,    /* a bare number */
    UNIT_COUNT,   /* 家, 项, 个, 人, 件, 场次 … : whole and not negative */
    UNIT_AMOUNT,  /* 元, 吨, 千瓦时, 平方米 … : any measure */
    UNIT_PERCENT, /* %, ‰ : a share or a rate */
    UNIT_POINT,   /* 个百分点, 个千分点 */
    UNIT_KIND_COUNT
} unit_kind;

/* 亿元 = base 元, power 8; 万家 = base 家, power 4. */
typedef struct jb_unit {
    slice name; /* as written: 亿元 */
    slice base; /* 元 */
    int power;  /* the value × 10^power is in `base` */
    unit_kind kind;
} jb_unit;

/* Any Han or Latin word is a unit; 万, 十万, 百万, 千万, 亿, 万亿 in front are
 * split off. Borrowed slices of `text`. */
jb_unit unit_from(slice text);
/* Whether amounts in the two can share an axis or a sum. */
bool unit_is_same_base(jb_unit a, jb_unit b);

/* What two shares differ by: 个百分点 of %, 个千分点 of ‰. */
jb_unit unit_points_of(jb_unit share);

/* When a value is known. */
typedef enum quantity_status {
    STATUS_ACTUAL,      /* 实际 */
    STATUS_TO_DATE,     /* 截至…累计 */
    STATUS_PRELIMINARY, /* 快报, 初步核算 */
    STATUS_EXPECTED,    /* 预计 */
    STATUS_TARGET,      /* 目标 */
    STATUS_COUNT
} quantity_status;

/* What a value says of the true number. */
typedef enum quantity_bound {
    BOUND_EXACT,
    BOUND_AT_LEAST, /* 以上, 不少于; 突破 and 超过 are BOUND_ABOVE */
    BOUND_ABOVE,    /* 突破, 超过, 余, 多 */
    BOUND_AT_MOST,  /* 以下, 不超过 */
    BOUND_APPROXIMATE, /* 左右, 约 */
    BOUND_COUNT
} quantity_bound;

typedef struct jb_quantity {
    jb_decimal value;
    jb_unit unit;
    quantity_status status;
    quantity_bound bound;
    bool is_derived; /* computed by us, not stated by the source */
    bool is_near;    /* of APPROXIMATE: 近82, which is a little less */
    bool is_converted; /* written in another unit of the same base */
    jb_span span;
} jb_quantity;

/* What a dump says of a quantity behind its unit: " expected at-least";
 * nothing of what is actual and exact. */
void quantity_dump_qualifiers(slice_builder *out, jb_quantity q);

/* A quantity as a person writes it in a metrics file: an optional bound
 * (>, ≥, >=, <, ≤, ~, 约, 超, 近), digits, optionally a unit, optionally 以上,
 * 左右, 多, 余. Reports what cannot be read (full-width digits and thousands
 * separators are understood and noted) and returns false. `unit` is taken
 * when the text names none. */
bool quantity_parse(arena *a, slice text, jb_span span, jb_unit unit,
                    jb_quantity *out, jb_diags *diags);

/* A span of months, all inclusive. 2022 = 2022-01..2022-12. */
typedef struct jb_period {
    int first_year, first_month; /* month from 1 */
    int last_year, last_month;
    slice text; /* as written; empty when derived */
} jb_period;

/* 2022, 2022Q3, 2022-10, 2022-01..2022-10, 2022H1, 2022年1—10月, 2022年上半年,
 * 2022年三季度. False when it is none of these. */
bool period_parse(slice text, jb_period *out);
bool period_is_set(jb_period p);
/* 2022年, 2022年10月, 2022年1—10月, 2022年三季度, 2022年上半年. */
slice period_name(arena *a, jb_period p);
/* The same as releases of a quarter have it: 2025年前三季度 for 1—9月. */
slice period_spoken(arena *a, jb_period p);
/* The same beside a period of that year, which goes without saying: 10月 for
 * 2025年10月, 全年 for 2025年; whole when the year is another. */
slice period_beside(arena *a, jb_period p, jb_period other);
jb_period period_year_before(jb_period p);
int period_months(jb_period p);
/* Whole years from `past` to `now`, or 0 when the months differ. */
int period_years_between(jb_period past, jb_period now);
int period_compare(jb_period a, jb_period b);

typedef struct jb_date {
    int year, month, day; /* 0: not given */
} jb_date;
bool date_parse(slice text, jb_date *out); /* 2022-11-14, 2022年11月14日 */
slice date_name(arena *a, jb_date d);      /* 2022年11月14日 */

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "quantity/diag.def"
#undef DIAG

#endif
