#include "prose/absence.h"

#include "facts/standing.h"

static bool
explain_completion(const metrics_metric *m, absence *out)
{
    const jb_quantity *done = m->has_value ? &m->value : &m->to_date;
    if (!m->has_target || (!m->has_value && !m->has_to_date))
        return false;
    *out = (absence){"完成率", NULL, SLICE_OF("请改用占位“目标”或“句子”。")};
    if (m->is_fall_good)
        out->why = "越低越好的指标，只看是否控制在目标以内";
    else if (decimal_sign(done->value) < 0)
        out->why = "本期是负数";
    else if (decimal_sign(m->target.value) <= 0)
        out->why = "目标不大于零";
    return out->why != NULL;
}

/* 拉动 and 贡献率 rest on increases, which growth alone does not give. */
static bool
explain_share(const metrics_metric *m, const char *what, absence *out)
{
    bool has_before = false;
    for (size_t i = 0; i < m->n_parts; i++)
        has_before = has_before || m->parts[i].has_previous;
    if (m->n_parts == 0 || !m->has_previous)
        return false;
    if (has_before)
        *out = (absence){what, "总数没有增长，或数值带有“约”“以上”等限定",
                         SLICE_OF("请删去这个占位。")};
    else
        *out = (absence){what, "没有上年各部分的数",
                         SLICE_OF("请写上“上年其中”；“其中同比”给不出增量。")};
    return true;
}

/* The values elsewhere are known, but not what area they make up. */
static bool
explain_rank(arena *a, const metrics_metric *m, absence *out)
{
    if (m->n_peers == 0 || !m->has_value)
        return false;
    int place = standing_of(m, m->value).ahead + 1;
    *out = (absence){
        "位次", "“同类”没有说是哪个范围里的",
        slice_printf(a, "请写“位次: {范围: …, 名次: %d}”。", place)};
    return true;
}

bool
absence_explain(arena *a, const metrics_metric *m, slice name, absence *out)
{
    if (slice_is(name, "completion"))
        return explain_completion(m, out);
    if (slice_is(name, "pull"))
        return explain_share(m, "拉动", out);
    if (slice_is(name, "contribution"))
        return explain_share(m, "贡献率", out);
    return slice_is(name, "rank") && explain_rank(a, m, out);
}
