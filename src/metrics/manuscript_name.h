/* manuscript_name: agencies, persons and dates as people write them in the
 * lines of a document. It knows their words, not where they stand. */
#ifndef METRICS_MANUSCRIPT_NAME_H
#define METRICS_MANUSCRIPT_NAME_H

#include "base/array.h"
#include "base/slice.h"
#include "quantity/quantity.h"

typedef ARRAY(slice) manuscript_names;

/* Whether it ends as names of agencies do: …局, …委员会, …办公室. */
bool manuscript_is_agency(slice text);

/* Names parted by white, when each is an agency's; else the text as one, its
 * own white kept: 市长　李志强. */
void manuscript_split_agencies(arena *a, slice text, manuscript_names *out);

/* Persons' names one space apart, and 李　明 without the white that makes it
 * as wide as three characters. */
slice manuscript_persons(arena *a, slice text);

/* 市长　李志强: false when it is not a post before a name. */
bool manuscript_split_post(slice text, slice *post, slice *name);

/* A whole date as in 二〇二五年三月五日, 2025 年 3 月 5 日, ２０２５年３月５日,
 * 2025.3.5. */
bool manuscript_date(arena *a, slice text, jb_date *out);

/* A date with places left open for the hand: 2025年　月　日, 2025年×月×日. */
bool manuscript_is_open_date(arena *a, slice text);

/* The date that ends the text, what stands before it given back; false when
 * none does. */
bool manuscript_split_date(arena *a, slice text, slice *before, slice *date);

#endif
