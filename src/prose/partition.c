#include "prose/partition.h"

/* A PARTITION word's value is ten times its set, plus its member from 1. */
int
partition_set(const lexicon_word *word)
{
    return word->value / 10;
}

int
partition_member(const lexicon_word *word)
{
    return word->value % 10;
}

int
partition_size(int set)
{
    int most = 0;
    for (size_t i = 0; i < lexicon_count(LEXICON_PARTITION); i++) {
        const lexicon_word *word = lexicon_at(LEXICON_PARTITION, i);
        if (partition_set(word) == set && partition_member(word) > most)
            most = partition_member(word);
    }
    return most;
}

const lexicon_word *
partition_word(slice name)
{
    static const slice deeds[] = {SLICE("实现"), SLICE("完成")};
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (slice_starts_with(name, deeds[i]))
            name = slice_cut(name, deeds[i].len, name.len);
    const lexicon_word *word = lexicon_start(name, LEXICON_PARTITION);
    slice rest = slice_cut(name, word == NULL ? 0 : word->text.len, name.len);
    bool is_list = slice_starts_with(rest, SLICE_OF("、")) ||
                   slice_starts_with(rest, SLICE_OF("和"));
    return is_list ? NULL : word;
}

slice
partition_tail(slice name)
{
    const lexicon_word *word = partition_word(name);
    size_t first = slice_find(name, word->text);
    return slice_cut(name, first + word->text.len, name.len);
}

/* 铁路客运量 is of 旅客 and of 人员流动, 公路货运量 of 货物. */
static bool
is_carried(slice tail, slice whole)
{
    bool is_people = slice_has(whole, "客") || slice_has(whole, "人员流动");
    return (slice_has(tail, "客") && is_people) ||
           (slice_has(tail, "货") && slice_has(whole, "货"));
}

bool
partition_is_kind(slice member, slice whole)
{
    const size_t han = strlen("一");
    slice tail = partition_tail(member);
    if (slice_has(member, "人均") || slice_has(member, "平均"))
        return false;
    if (tail.len <= han || slice_has(tail, "增加值") ||
        is_carried(tail, whole))
        return true;
    for (size_t at = 0; at + 2 * han <= tail.len; at += han)
        if (slice_find(whole, slice_cut(tail, at, at + 2 * han)) < whole.len)
            return true;
    return false;
}
